// What becomes of a case that a scenario is made of, held whole: who acted, what was written and answered, the dates, what
// is said to have been replaced, and what could not be kept.
import { expect, test } from 'vitest';
import { anonymousScenario } from '../../../../engine/case/rehearsal/index.ts';
import type { Anonymous, Keeping } from '../../../../engine/case/rehearsal/index.ts';
import { compile, versionsOf } from '../../../../engine/case/compile.ts';
import { perform } from '../../../../engine/case/perform.ts';
import type { Case, CaseEvent, CommandBody } from '../../../../engine/case/types.ts';
import type { Procedure, Task } from '../../../../engine/procedure/types.ts';
import { parseDay } from '../../../../engine/time/index.ts';
import { answers } from '../../../fixtures/engine/acting.ts';
import { fiveDays, instant, procedureWith } from '../clockwork.ts';

const base = procedureWith({
  report: { ...fiveDays, label: 'Report written' }, publication: { ...fiveDays, for: 'publish', label: 'Published', amount: 20, unit: 'calendar-days' },
  back: { ...fiveDays, for: 'checks', label: 'Checks back', each: 'recipient', act: 'replied', amount: 1, from: { sent: 'checks' } },
} as never);
const text = (label: string) => ({ type: 'text', label } as const);
const extra = Array.from({ length: 8 }, (_, index) => `extra-${index + 1}`);
const procedure: Procedure = {
  ...base, subject: { initials: 'initials' },
  parties: { ...base.parties, health: { kind: 'agency', title: 'Health', outside: true }, police: { kind: 'agency', title: 'Police', outside: true }, chair: { kind: 'role', title: 'Chair' } },
  doors: { front: { ...base.doors['front'], late: 'reason', sources: [{ id: 'phone', label: 'Telephone', kind: 'person' }] } as Procedure['doors'][string] },
  questions: {
    ...base.questions, initials: text('Child’s initials'), story: text('What happened'), told: text('Who told us'), age: { type: 'number', label: 'Age' },
    agencies: { type: 'list', label: 'Agencies', of: 'agency' }, friends: { type: 'list', label: 'Friends' },
    people: { type: 'table', label: 'People', columns: { name: text('Name'), role: { type: 'choice', label: 'Role', options: [{ id: 'carer', label: 'Carer' }] }, seen: { type: 'date', label: 'Seen' } } },
    grid: { type: 'matrix', label: 'Grid', rows: [{ id: 'home', label: 'Home' }], columns: { view: text('View') } },
  },
  tasks: {
    ...base.tasks, ...Object.fromEntries(extra.map((id): [string, Task] => [id, { shape: 'record', label: id, by: ['manager'], in: ['alert'] }])),
    checks: { ...base.tasks['checks'], channel: 'secure e-mail' } as Task, outcome: { ...base.tasks['outcome'], by: ['manager', 'health', 'police'], agreement: { by: 'all' } } as Task,
    quick: { shape: 'decide', label: 'Quick', by: ['manager'], in: ['alert'], options: [{ id: 'yes', label: 'Yes' }] },
  },
  rules: {
    ...base.rules, first: { label: 'Not then', if: { var: 'died' }, then: { forbid: { task: 'copy' } }, strength: 'should' },
    'quick-only': { label: 'Only when known', if: { '!=': [{ var: 'story' }, 'Known'] }, then: { forbid: { option: ['quick', 'yes'] } }, strength: 'should-always' },
    ...Object.fromEntries(extra.map((id) => [`${id}-only`, { label: `${id} only when known`, if: { '!=': [{ var: 'story' }, 'Known'] }, then: { forbid: { task: id } }, strength: 'should-always' }])),
  } as NonNullable<Procedure['rules']>,
};
const compiled = compile(procedure, { version: 1, hash: 'h' });
const versions = versionsOf([compiled]);

class Log {
  #held: Case | undefined;
  #acts = 0;
  get events(): readonly CaseEvent[] { return this.#held?.events ?? []; }
  does(at: string, person: string, body: CommandBody, { role = 'manager', ...more }: { readonly role?: string; readonly occurred?: string; readonly onBehalfOf?: string } = {}): this {
    this.#acts += 1;
    const id = `act-${this.#acts}`;
    const outcome = perform(versions, this.#held ?? [], { ...body, id, salt: id, ...(more.occurred === undefined ? {} : { occurred: instant(`2026-12-${more.occurred}`) }) }, { now: instant(`2026-12-${at}`), role, person, procedure: 'invented', ...(more.onBehalfOf === undefined ? {} : { onBehalfOf: more.onBehalfOf }) });
    if (!outcome.ok) throw new Error(outcome.refusal.words);
    this.#held = outcome.case;
    return this;
  }
}
const opening = (values: Parameters<typeof answers>[0]): CommandBody => ({ type: 'openCase', case: 'c1', reference: 'IN-77', door: 'front', source: 'phone', lateReason: 'Nobody rang.', answers: answers(values) });
const note = (words: string): CommandBody => ({ type: 'addNote', words });
const hidden = (events: readonly CaseEvent[], keeping: Keeping = 'working-days', of = compiled): Anonymous => anonymousScenario(versions, of, events, { id: 'own-1', title: 'Own', from: parseDay('2028-09-04') ?? 0, keeping });

test('people become initials, words are left out, ids, numbers and yes and no stay, dates move together, and each thing replaced is listed once with where it stood', () => {
  const { events } = new Log()
    .does('16T09:00', 'Jane Roe', opening({ 'aware': '2026-12-01', 'initials': 'K.L.', 'story': 'K.L. fell.', 'died': false, 'size': 'small', 'age': 4, 'incident-at': '2026-12-01T10:30', 'told': '2026-12-02', 'agencies': ['health', 'Police'], 'friends': ['Tom', 'Ann'], 'people': [{ name: 'Sue Poe', role: 'carer', seen: '2026-12-03' }, { name: 'Al' }], 'grid': [{ row: 'home', view: 'Cold' }] }))
    .does('16T10:00', 'John Doe', { type: 'sendExchange', task: 'send-alert', channel: 'post', evidence: 'Letter 7' }, { occurred: '16T09:30' })
    .does('17T10:00', 'Jane Roe', { type: 'sendExchange', task: 'checks', recipients: ['health', 'police'], channel: 'secure e-mail' })
    .does('18T10:00', 'Hal Poe', { type: 'recordReply', task: 'checks', recipient: 'health', state: 'declined', reason: 'No time.', chaseNext: '2026-12-20' }, { role: 'health' })
    .does('18T10:00', 'Jane Roe', { type: 'recordAnswers', mode: 'change', answers: { story: { status: 'unknown' }, told: { status: 'not-applicable', reason: 'Nobody did.' }, died: { value: true } } })
    .does('19T10:00', 'Jane Roe', note('Rang Sue.')).does('19T10:00', 'Jane Roe', { type: 'assignTask', task: 'write', person: 'Jane Roe' })
    .does('21T10:00', 'Jane Roe', { type: 'appoint', seat: 'chair', person: 'Cy Moe', organisation: 'Acme Trust', capacity: 'holder', from: '2026-12-21' } as CommandBody)
    .does('22T10:00', 'Jane Roe', { type: 'decide', task: 'outcome', options: ['go-on'], reasons: 'Too soon.' })
    .does('22T11:00', 'Jane Roe', { type: 'decide', task: 'outcome', options: ['go-on'], reasons: 'Health said so.' }, { onBehalfOf: 'health' })
    .does('22T12:00', 'Jane Roe', { type: 'decide', task: 'outcome', options: ['go-on'], reasons: 'Police too.' }, { onBehalfOf: 'police' })
    .does('23T10:00', 'Jane Roe', { type: 'completeTask', task: 'copy', reason: 'It was asked for.' }).does('23T11:00', 'Jane Roe', { type: 'planTask', task: 'take-down', on: '2027-01-11' })
    .does('24T10:00', 'Jane Roe', { type: 'completeTask', task: 'publish' }).does('24T10:05', 'Jane Roe', { type: 'endAppointment', seat: 'chair', person: 'Cy Moe', until: '2026-12-24' });
  const { scenario: { steps, ...scenario }, replaced, ...rest } = hidden(events);
  expect(scenario).toStrictEqual({ format: 1, id: 'own-1', title: 'Own', procedure: 'invented', invented: 'People are invented and words left out; the dates are not those of any case.', guided: 'facilitated' });
  expect(rest).toStrictEqual({ dropped: ['Who a task was assigned to is not part of a scenario.'], changed: [{ label: 'Published', before: 'met late, 3 calendar days late', after: 'met late, 4 calendar days late' }] });
  const act = (at: string, what: object, person = 'A.A.', more: object = {}) => ({ at: `2028-09-${at}`, as: 'manager', person, do: what, ...more });
  const goesOn = { type: 'decide', task: 'outcome', options: ['go-on'], reasons: 'Left out.' };
  expect(steps).toStrictEqual([
    act('06T09:00', { type: 'openCase', door: 'front', source: 'phone', lateReason: 'Left out.', reference: 'OWN-1', answers: { 'aware': '2028-08-21', 'initials': 'Q.Q.', 'story': 'Left out.', 'died': false, 'size': 'small', 'age': 4, 'incident-at': '2028-08-21T10:30', 'told': '2028-08-22', 'agencies': ['health', 'Left out 2.'], 'friends': ['Left out 1.', 'Left out 2.'], 'people': [{ name: 'Left out.', role: 'carer', seen: '2028-08-23' }, { name: 'Left out.' }], 'grid': [{ row: 'home', view: 'Left out.' }] } }),
    act('06T10:00', { type: 'sendExchange', task: 'send-alert', channel: 'Left out.', evidence: 'Left out.', recipients: ['health'] }, 'B.B.', { occurred: '2028-09-06T09:30' }),
    act('07T10:00', { type: 'sendExchange', task: 'checks', recipients: ['health', 'police'], channel: 'secure e-mail' }),
    act('08T10:00', { type: 'recordReply', task: 'checks', recipient: 'health', state: 'declined', reason: 'Left out.', chaseNext: '2028-09-10' }, 'C.C.', { as: 'health' }),
    act('08T10:00', { type: 'recordAnswers', mode: 'change', answers: { story: { status: 'unknown' }, told: { status: 'not-applicable', reason: 'Left out.' }, died: true } }),
    act('09T10:00', { type: 'addNote', words: 'Left out.' }),
    act('11T10:00', { type: 'appoint', seat: 'chair', capacity: 'holder', from: '2028-09-11', person: 'D.D.', organisation: 'Organisation 1' }),
    act('12T10:00', goesOn), act('12T11:00', goesOn, 'A.A.', { onBehalfOf: 'health' }), act('12T12:00', goesOn, 'A.A.', { onBehalfOf: 'police' }),
    act('13T10:00', { type: 'completeTask', task: 'copy', reason: 'Left out.' }), act('13T11:00', { type: 'planTask', task: 'take-down', on: '2028-09-27' }),
    act('14T10:00', { type: 'completeTask', task: 'publish' }), act('14T10:05', { type: 'endAppointment', seat: 'chair', until: '2028-09-14', person: 'D.D.' }),
  ]);
  expect(replaced.map(({ kind, where, before, after }) => `${kind}, ${where}: ${before} → ${after}`)).toStrictEqual([
    'person, Who acted: Jane Roe → A.A.', 'words, Reason for a late opening: Nobody rang. → Left out.', 'reference, Case reference: IN-77 → OWN-1', 'initials, Child’s initials: K.L. → Q.Q.', 'words, What happened: K.L. fell. → Left out.',
    'words, Agencies: Police → Left out.', 'words, Friends: Tom → Left out.', 'words, Friends: Ann → Left out.', 'words, People: Sue Poe → Left out.', 'words, People: Al → Left out.', 'words, Grid: Cold → Left out.',
    'person, Who acted: John Doe → B.B.', 'words, How it was sent: post → Left out.', 'words, Evidence: Letter 7 → Left out.', 'person, Who acted: Hal Poe → C.C.', 'words, Reason: No time. → Left out.', 'words, Who told us: Nobody did. → Left out.', 'words, Note: Rang Sue. → Left out.',
    'person, Who acted: Cy Moe → D.D.', 'organisation, Organisation: Acme Trust → Organisation 1', 'words, Reasons of one who decided: Too soon. → Left out.', 'words, Reasons of one who decided: Health said so. → Left out.', 'words, Reasons of one who decided: Police too. → Left out.',
    'words, Reason: It was asked for. → Left out.', 'words, Reason for a departure: It was asked for. → Left out.',
  ]);
});

test('what already reads as it will is not listed as replaced, a party as an organisation stays, and the same organisation has the same number', () => {
  const appoint = (organisation: string, person: string): CommandBody => ({ type: 'appoint', seat: 'chair', person, organisation, capacity: 'observer', from: '2026-12-01' } as CommandBody);
  const { events } = new Log().does('01T09:00', 'A.A.', { ...opening({ initials: 'Q.Q.', story: 'Left out.' }), reference: 'OWN-1' } as CommandBody)
    .does('01T10:00', 'A.A.', appoint('Acme', 'B.B.')).does('01T11:00', 'A.A.', appoint('Other', 'C.C.')).does('01T12:00', 'A.A.', appoint('Acme', 'D.D.')).does('01T13:00', 'A.A.', appoint('health', 'E.E.'));
  const { scenario, replaced } = hidden(events);
  expect(replaced.map(({ before, after }) => [before, after])).toStrictEqual([['Nobody rang.', 'Left out.'], ['Acme', 'Organisation 1'], ['Other', 'Organisation 2']]);
  expect(scenario.steps.slice(1).map((step) => 'do' in step && step.do['organisation'])).toStrictEqual(['Organisation 1', 'Organisation 2', 'Organisation 1', 'health']);
});

test('people are lettered in the order in which they come up, and after Z the letters begin again', () => {
  const log = new Log().does('01T09:00', 'P0', opening({}));
  for (let one = 1; one < 28; one += 1) log.does('01T10:00', `P${one}`, note('x'));
  expect(hidden(log.events).scenario.steps.map((step) => 'do' in step && step.person).filter((_, index) => [0, 1, 25, 26, 27].includes(index))).toStrictEqual(['A.A.', 'B.B.', 'Z.Z.', 'A.A.', 'B.B.']);
});

test('days off that are drawn together never turn what happened round', () => {
  const { events } = new Log().does('23T09:00', 'A.A.', opening({})).does('27T18:00', 'A.A.', note('One.')).does('28T10:00', 'A.A.', note('Two.'), { occurred: '27T19:00' }).does('28T11:00', 'A.A.', note('Three.'), { occurred: '27T17:00' }).does('28T19:00', 'A.A.', note('Four.'));
  expect(hidden(events).scenario.steps.map((step) => [step.at, 'occurred' in step ? step.occurred : ''])).toStrictEqual([
    ['2028-09-06T09:00', ''], ['2028-09-07T18:00', ''], ['2028-09-07T18:00', '2028-09-07T18:00'], ['2028-09-07T18:00', '2028-09-07T17:00'], ['2028-09-07T19:00', '']]);
  expect(hidden(events, 'calendar-days').scenario.steps.map(({ at }) => at)).toStrictEqual(['2028-09-06T09:00', '2028-09-10T18:00', '2028-09-11T10:00', '2028-09-11T11:00', '2028-09-11T19:00']);
});

test('an act that needs a reason only without the words of the case is given one, left out like any other, for eight acts at most; a further one is dropped with why', () => {
  const log = new Log().does('01T09:00', 'A.A.', opening({ story: 'Known' })).does('02T10:00', 'A.A.', { type: 'decide', task: 'quick', options: ['yes'] });
  for (const task of extra) log.does('02T11:00', 'A.A.', { type: 'completeTask', task });
  const { scenario, dropped } = hidden(log.events);
  expect(dropped).toStrictEqual(['The act was refused: “extra-8” needs a recorded reason.']);
  expect(scenario.steps.slice(1).map((step) => 'do' in step && step.do)).toStrictEqual([{ type: 'decide', task: 'quick', options: ['yes'], reasons: 'Left out.' }, ...extra.slice(0, 7).map((task) => ({ type: 'completeTask', task, reason: 'Left out.' }))]);
});

test('what the engine entered with an act is not an act; an entry whose name only looks like one is', () => {
  const { events } = new Log().does('01T09:00', 'A.A.', opening({})).does('02T10:00', 'A.A.', note('One.')).does('02T11:00', 'A.A.', note('Two.')).does('02T12:00', 'A.A.', note('Three.'));
  const named = (...ids: readonly string[]) => hidden(events.map((event, index) => ({ ...event, id: ids[index] ?? '' }))).scenario.steps.map(({ at }) => at.slice(8));
  expect([named('a', 'b', 'c', 'd'), named('a', 'a.1', 'b', 'b.12'), named('a', 'b', 'b.2-note', 'c.3'), named('a', 'b', 'c', 'bb.1')]).toStrictEqual([
    ['05T09:00', '06T10:00', '06T11:00', '06T12:00'], ['05T09:00', '06T11:00'], ['05T09:00', '06T10:00', '06T11:00', '06T12:00'], ['05T09:00', '06T10:00', '06T11:00', '06T12:00']]);
});

test('a view is told as its party gave it, whoever spoke since and whoever spoke for it', () => {
  const says = (option: string): CommandBody => ({ type: 'decide', task: 'outcome', options: [option] });
  const { events } = new Log().does('01T09:00', 'A.A.', opening({})).does('02T09:00', 'A.A.', { type: 'sendExchange', task: 'send-alert', channel: 'post' })
    .does('02T10:00', 'A.A.', says('go-on'), { onBehalfOf: 'health' }).does('02T11:00', 'A.A.', says('go-on')).does('02T12:00', 'A.A.', says('end'), { onBehalfOf: 'health' }).does('02T13:00', 'A.A.', says('end')).does('02T14:00', 'A.A.', says('go-on'), { onBehalfOf: 'health' });
  expect(hidden(events).scenario.steps.slice(2).map((step) => 'do' in step && [step.onBehalfOf, step.do['options']])).toStrictEqual([['health', ['go-on']], [undefined, ['go-on']], ['health', ['end']], [undefined, ['end']], ['health', ['go-on']]]);
});

test('a clock that the scenario does not have is said to be not there', () => {
  const { events } = new Log().does('01T09:00', 'A.A.', opening({ aware: '2026-12-01' }));
  const { publication: _gone, ...timescales } = procedure.timescales ?? {};
  expect(hidden(events, 'working-days', compile({ ...procedure, timescales }, { version: 2, hash: 'i' })).changed).toStrictEqual([{ label: 'Published', before: 'due', after: 'not there' }]);
});

test('there is no scenario of a case without entries', () => {
  expect(() => hidden([])).toThrow(new RangeError('There is no case here to make a scenario of.'));
});

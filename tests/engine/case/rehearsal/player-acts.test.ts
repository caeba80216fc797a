// Each act of a rehearsal as it is entered: by whom, for whom, when it happened; what the roles that nobody plays do then;
// how acts are matched with what was expected; and a rehearsal kept and opened again.
import { describe, expect, test } from 'vitest';
import { answer, asWritten, begin, caseOf, compiledForScenario, daysOn, fork, goTo, keptOf, matchedOf, moveTo, nextDeadline, nextEvent, pathOf, playbookOf, remainingOf, reopened, scenarioFrom, stepTo, toldOf, tryAct, wayOf, whatIf } from '../../../../engine/case/rehearsal/index.ts';
import type { Playbook, Rehearsal, Scenario } from '../../../../engine/case/rehearsal/index.ts';
import { actKey } from '../../../../engine/case/rehearsal/act-key.ts';
import { compile } from '../../../../engine/case/compile.ts';
import type { CommandBody } from '../../../../engine/case/types.ts';
import type { WalkthroughCommand, WalkthroughStep } from '../../../../engine/case/walkthrough-types.ts';
import type { Procedure, Task } from '../../../../engine/procedure/types.ts';
import { fiveDays, instant, procedureWith } from '../clockwork.ts';

const base = procedureWith({ report: { ...fiveDays, label: 'Report written' } });
const both = (id: string): Task => ({ ...base.tasks[id], by: ['manager', 'health'] } as Task);
const procedure: Procedure = {
  ...base, rules: {}, parties: { ...base.parties, police: { kind: 'agency', title: 'Police', outside: true } },
  tasks: { ...base.tasks, copy: { ...both('copy'), by: ['manager', 'health', 'police'] } as Task, write: both('write'), publish: { ...both('publish'), raised: { done: 'write' } } as Task },
};
const act = (at: string, what: WalkthroughCommand, as = 'manager', more: object = {}): WalkthroughStep => ({ at: `2026-12-${at}`, as, person: as === 'manager' ? 'M.M.' : 'H.H.', do: what, ...more });
const opened = act('07T09:00', { type: 'openCase', reference: 'IN-1', door: 'front', answers: { aware: '2026-12-07' } });
const alert = act('07T10:00', { type: 'sendExchange', task: 'send-alert' });
const completes = (task: string) => ({ type: 'completeTask', task } as const);
const scenarioOf = (steps: readonly WalkthroughStep[], changes: Partial<Scenario> = {}): Scenario => ({ format: 1, id: 'small', title: 'Small', procedure: 'invented', invented: 'All invented.', cast: [{ role: 'manager', person: 'M.M.' }, { role: 'health', person: 'H.H.', played: false }], steps: [opened, ...steps], ...changes });
const bookOf = (steps: readonly WalkthroughStep[], changes: Partial<Scenario> = {}): Playbook => playbookOf(scenarioOf(steps, changes), compile(procedure, { version: 1, hash: 'h' }));
const at = (text: string): number => instant(`2026-12-${text}`);
const manager = { role: 'manager', person: 'M.M.' };
const does = (book: Playbook, so: Rehearsal, when: string, body: CommandBody, more: object = {}): Rehearsal => tryAct(book, moveTo(book, so, at(when)), body, { ...manager, ...more }).rehearsal;
const sends: CommandBody = { type: 'sendExchange', task: 'send-alert' };
const entries = (so: Rehearsal) => toldOf(wayOf(so)).map(({ entry }) => entry);

describe('an act that is tried', () => {
  const book = bookOf([alert]);
  test('is entered at the clock’s moment, named by its place, in the room’s name, and happened then', () => {
    const so = does(book, does(book, begin(book, 'r'), '07T10:00', sends), '07T11:00', { type: 'addNote', words: 'x' });
    expect(entries(so)).toStrictEqual([{ kind: 'act', id: 'r-1', at: at('07T10:00'), role: 'manager', person: 'M.M.', body: sends, by: 'room' }, { kind: 'act', id: 'r-2', at: at('07T11:00'), role: 'manager', person: 'M.M.', body: { type: 'addNote', words: 'x' }, by: 'room' }]);
    expect(caseOf(book, wayOf(so)).events.slice(1).map(({ id, occurred, recorded, actor }) => [id, occurred, recorded, actor])).toStrictEqual([['r-1', at('07T10:00'), at('07T10:00'), { person: 'M.M.', role: 'manager' }], ['r-2', at('07T11:00'), at('07T11:00'), { person: 'M.M.', role: 'manager' }]]);
  });
  test('may have happened before and be done for somebody else', () => {
    const so = does(book, does(book, begin(book, 'r'), '07T10:00', sends), '08T10:00', completes('copy'), { occurred: at('07T15:00'), onBehalfOf: 'police', by: 'scenario' });
    expect(entries(so)[1]).toStrictEqual({ kind: 'act', id: 'r-2', at: at('08T10:00'), occurred: at('07T15:00'), role: 'manager', person: 'M.M.', onBehalfOf: 'police', body: completes('copy'), by: 'scenario' });
    expect(caseOf(book, wayOf(so)).events.at(-1)).toMatchObject({ occurred: at('07T15:00'), actor: { role: 'manager', onBehalfOf: 'police' } });
  });
  test('and refused is kept with why, and the case stays', () => {
    const { rehearsal, refusal } = tryAct(book, begin(book, 'r'), completes('write'), manager);
    expect([refusal?.code, toldOf(wayOf(rehearsal))[0]?.refusal, toldOf(wayOf(rehearsal))[0]?.case]).toStrictEqual(['not-open', refusal, book.opening]);
    expect('refusal' in tryAct(book, begin(book, 'r'), sends, manager)).toBe(false);
  });
  test('as it would be, changes nothing, also done before and for somebody else', () => {
    const so = does(book, begin(book, 'r'), '07T10:00', sends);
    expect(whatIf(book, so, completes('copy'), manager)).toMatchObject({ ok: true });
    expect(whatIf(book, so, completes('copy'), { ...manager, onBehalfOf: 'health' })).toMatchObject({ ok: false });
    expect(whatIf(book, so, completes('copy'), { ...manager, onBehalfOf: 'police' })).toStrictEqual({ ok: true, leaves: [], enters: [], asks: [], dates: [] });
    expect(whatIf(book, so, completes('write'), manager)).toMatchObject({ asks: ['Publish'] });
  });
});

test('an act that would change a date says so where the clock then runs, and not where it has run out or has none', () => {
  const book = bookOf([alert]);
  const dates = (values: Readonly<Record<string, unknown>>) => { const would = whatIf(book, moveTo(book, begin(book, 'r'), at('10T10:00')), { type: 'recordAnswers', mode: 'change', answers: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value }])) as never }, manager); return would.ok && would.dates.map(({ label, date }) => `${label} ${date}`); };
  expect([dates({ aware: '2026-12-08' }), dates({ aware: '2026-11-02' }), dates({ aware: '2026-12-07' }), dates({ died: true })]).toStrictEqual([['Report written 2026-12-15'], [], [], []]);
});

test('what was played is written with for whom it was done, and with when only where that was another minute', () => {
  const book = bookOf([alert]);
  const so = does(book, does(book, does(book, begin(book, 'r'), '07T10:00', sends), '08T10:00', completes('copy'), { occurred: at('08T10:00'), onBehalfOf: 'police' }), '08T11:00', { type: 'addNote', words: 'x' }, { occurred: at('08T10:30') });
  expect(scenarioFrom(book, so, 'own', 'Own').steps.slice(2)).toStrictEqual([{ at: '2026-12-08T10:00', as: 'manager', person: 'M.M.', do: completes('copy'), onBehalfOf: 'police' }, { at: '2026-12-08T11:00', as: 'manager', person: 'M.M.', do: { type: 'addNote', words: 'x' }, occurred: '2026-12-08T10:30' }]);
});

describe('what is written', () => {
  const book = bookOf([alert, act('08T10:00', completes('copy'), 'manager', { occurred: '2026-12-07T15:00', onBehalfOf: 'police' })]);
  test('is done as it is written, in the scenario’s name, at its time or when its turn has come', () => {
    const [first, second] = book.expected;
    const so = first && asWritten(book, begin(book, 'r'), first);
    const then = so && second && asWritten(book, moveTo(book, so, at('09T10:00')), second);
    expect([so, then].map((one) => one && wayOf(one).clock)).toStrictEqual([at('07T10:00'), at('09T10:00')]);
    expect(then && entries(then)).toMatchObject([{ id: 'r-1', at: at('07T10:00'), by: 'scenario' }, { id: 'r-2', at: at('09T10:00'), occurred: at('07T15:00'), onBehalfOf: 'police', by: 'scenario' }]);
    expect(then && caseOf(book, wayOf(then)).events.at(-1)).toMatchObject({ occurred: at('07T15:00'), actor: { onBehalfOf: 'police' } });
    expect(second && asWritten(book, begin(book, 'r'), second)).toBeUndefined();
  });
});

describe('roles that nobody plays', () => {
  const book = bookOf([alert, act('08T10:00', completes('publish'), 'health'), act('08T11:00', completes('write'), 'health')]);
  const who = (so: Rehearsal): readonly string[] => entries(so).map((entry) => (entry.kind === 'act' ? `${'task' in entry.body ? entry.body.task : ''} ${entry.by} ${(entry.at - at('07T00:00')) / 3_600_000}` : ''));
  test('act as soon as they may, one after the other, and what had to wait follows at once', () => {
    const so = does(book, begin(book, 'r'), '07T10:00', sends);
    expect(who(moveTo(book, so, at('08T10:59')))).toStrictEqual(['send-alert room 10']);
    expect(who(moveTo(book, so, at('08T11:00')))).toStrictEqual(['send-alert room 10', 'write scenario 35', 'publish scenario 35']);
  });
  test('act after the act that they waited for, by its moment', () => {
    expect(who(does(book, begin(book, 'r'), '09T10:00', sends))).toStrictEqual(['send-alert room 58', 'write scenario 58', 'publish scenario 58']);
    expect(who(moveTo(book, begin(book, 'r'), at('09T10:00')))).toStrictEqual([]);
  });
});

describe('what was done of what is expected', () => {
  const book = bookOf([act('08T10:00', completes('write'), 'health'), act('08T11:00', completes('write')), act('08T12:00', { type: 'recordAnswers', mode: 'change', answers: { size: 'small', died: true } })], { cast: [] });
  const moment = (role: string, body: CommandBody, refused = false) => ({ entry: { kind: 'act', id: 'x', at: 0, role, person: 'X.', body, by: 'room' }, case: book.opening, ...(refused ? { refusal: {} } : {}) } as never);
  const matched = (...moments: readonly never[]) => { const { done, others } = matchedOf(book, moments); return [book.expected.map((one) => done.get(one)), others, remainingOf(book, moments).map(({ step }) => step)]; };
  test('is matched by role first, in order else, once each; refused acts and answers are none', () => {
    expect(matched(moment('manager', completes('write')), moment('health', completes('write')))).toStrictEqual([[1, 0, undefined], [], [3]]);
    expect(matched(moment('police', completes('write')), moment('manager', completes('write')))).toStrictEqual([[0, 1, undefined], [], [3]]);
    expect(matched(moment('police', completes('copy')), moment('manager', completes('write'), true), { entry: { kind: 'answer', at: 0, question: 'q', choice: 0 }, case: book.opening } as never, ...[1, 2, 3].map(() => moment('manager', completes('write'))))).toStrictEqual([[4, 3, undefined], [0, 5], [3]]);
    expect(matched(moment('manager', { type: 'recordAnswers', mode: 'correct', answers: { died: { value: false }, size: { value: 'small' } } }))).toStrictEqual([[undefined, undefined, 0], [], [1, 2]]);
    expect(matched(...['write', 'copy', 'write', 'write', 'write', 'copy'].map((one) => moment('manager', completes(one))))[1]).toStrictEqual([1, 3, 4, 5]);
    expect(matched(moment('manager', { type: 'recordAnswers', mode: 'change', answers: { died: { value: false } } }))).toStrictEqual([[undefined, undefined, undefined], [0], [1, 2, 3]]);
  });
  test.each<[body: object, key: string]>([
    [completes('write'), 'completeTask write'], [{ type: 'recordReply', task: 'checks', recipient: 'health', state: 'received', reason: 'x' }, 'recordReply checks health received'], [{ type: 'recordAnswers', answers: { b: 1, a: 1 } }, 'recordAnswers a b'], [{ type: 'recordAnswers', task: 't', answers: { b: 1 } }, 'recordAnswers t'],
    [{ type: 'addNote', words: 'x' }, 'addNote'], [{ type: 'recordAbsence', party: 'health', from: 'x' }, 'recordAbsence health'], [{ type: 'appoint', seat: 'chair', person: 'x' }, 'appoint chair'], [{ type: 'startHold', hold: 'h', reason: 'x' }, 'startHold h'], [{ type: 'recordRelation', relation: 'r', state: 'open' }, 'recordRelation r open'], [{ type: 'extendTimescale', timescale: 't' }, 'extendTimescale t'], [{ type: 'takeTransition', transition: 't' }, 'takeTransition t'],
  ])('the act %j is the same as any other called “%s”', (body, key) => {
    expect(actKey(body as CommandBody)).toBe(key);
  });
});

describe('a rehearsal that was kept', () => {
  const book = bookOf([alert], { questions: [{ id: 'why', at: '2026-12-07T09:30', ask: 'Why?', choices: [] }] });
  const so = answer(book, does(book, does(book, begin(book, 'r'), '07T09:10', completes('write')), '07T10:00', sends), 'why', 0);
  const parted = does(book, fork(stepTo(book, so, 1)), '08T10:00', { type: 'addNote', words: 'x' }, { occurred: at('07T12:00') });
  test('holds its entries and no case, and is opened again as it was', () => {
    const kept = keptOf(book, parted);
    expect(kept).toMatchObject({ rehearsal: 1, id: 'r', scenario: 'small', playing: 1, ways: [{ letter: 'A', told: 1 }, { letter: 'B', told: 2, parted: { from: 'A', after: 1 } }] });
    expect(JSON.stringify(kept)).not.toContain('hash');
    const again = reopened(book, kept);
    expect(keptOf(book, again)).toStrictEqual(kept);
    const told = ({ ways }: Rehearsal) => ways.map(({ moments }) => moments.map((one) => [one.case.head, one.refusal?.code]));
    expect(told(again)).toStrictEqual(told(parted));
    expect(again.ways[0]?.moments[0]).toBe(again.ways[1]?.moments[0]);
    expect(again.ways.map(({ moments }) => moments.length)).toStrictEqual([3, 2]);
  });
  test('tries again what was done for somebody else and before it was entered', () => {
    const done = does(book, does(book, begin(book, 'r'), '07T10:00', sends), '08T10:00', completes('copy'), { occurred: at('07T15:00'), onBehalfOf: 'police' });
    expect(reopened(book, keptOf(book, done)).ways[0]?.moments.map((one) => [one.refusal?.code, one.case.events.at(-1)?.occurred, one.case.events.at(-1)?.actor.onBehalfOf])).toStrictEqual([[undefined, at('07T10:00'), undefined], [undefined, at('07T15:00'), 'police']]);
  });
  test('without ways begins anew, and plays no way that is not there', () => {
    const kept = keptOf(book, parted);
    expect(reopened(book, { ...kept, ways: [] })).toStrictEqual(begin(book, 'r'));
    expect(reopened(book, { ...kept, playing: 7 }).playing).toBe(1);
  });
});

test('the clock goes to what comes, and days on at the same time of day', () => {
  const book = bookOf([alert]);
  const start = begin(book, 'r');
  const next = nextEvent(book, start);
  expect(next && wayOf(goTo(book, start, next)).clock).toBe(at('07T10:00'));
  const so = stepTo(book, does(book, start, '07T10:00', sends), 0);
  const ahead = nextEvent(book, so);
  expect([ahead?.kind, ahead && wayOf(goTo(book, so, ahead)).told]).toStrictEqual(['told', 1]);
  expect(daysOn(instant('2027-03-27T09:30'), 1)).toBe(instant('2027-03-28T09:30'));
});

describe('the case of a way', () => {
  test('stands as of the clock, and is the same one while the clock stands', () => {
    const book = bookOf([alert]);
    const later = moveTo(book, does(book, begin(book, 'r'), '07T10:00', sends), at('16T10:00'));
    expect(caseOf(book, wayOf(later)).asOf).toBe(at('16T10:00'));
    expect(caseOf(book, wayOf(later))).toBe(caseOf(book, wayOf(later)));
    const earlier = moveTo(book, later, at('15T10:00'));
    expect([caseOf(book, wayOf(earlier)).asOf, caseOf(book, wayOf(later)).asOf]).toStrictEqual([at('15T10:00'), at('16T10:00')]);
    expect(caseOf(book, wayOf(begin(book, 'r')))).toBe(book.opening);
    expect(() => wayOf({ id: 'r', ways: [], playing: 0 })).toThrow(new RangeError('The rehearsal has no such way.'));
  });
});

describe('the deadlines that come next', () => {
  const book = (...steps: readonly WalkthroughStep[]): Playbook => playbookOf(scenarioOf(steps), compile({ ...procedure, timescales: { report: { ...fiveDays, label: 'Report written' }, copied: { ...fiveDays, for: 'copy', label: 'Copy sent', amount: 2 }, 'told-off': { ...fiveDays, for: 'take-down', label: 'No start', from: { var: 'incident-at' } } } }, { version: 1, hash: 'h' }));
  const told = (one: ReturnType<typeof nextEvent>) => one && [one.kind, one.words, one.at];
  test('come in the order of their dates, of tasks that nobody asked for too', () => {
    const of = book();
    expect(told(nextDeadline(of, begin(of, 'r')))).toStrictEqual(['deadline', 'Copy sent', at('09T23:59')]);
    const past = moveTo(of, begin(of, 'r'), at('09T23:59'));
    expect(told(nextDeadline(of, past))).toStrictEqual(['deadline', 'Report written', at('14T23:59')]);
    expect(told(nextDeadline(of, moveTo(of, past, at('14T23:59'))))).toBeUndefined();
  });
  test('come before what is expected later only where their tasks were asked for', () => {
    const of = book(alert, act('20T10:00', { type: 'addNote', words: 'x' }));
    expect(told(nextEvent(of, moveTo(of, begin(of, 'r'), at('07T11:00'))))).toStrictEqual(['act', 'Manager: Note', at('20T10:00')]);
    const so = does(of, begin(of, 'r'), '07T10:00', sends);
    expect(told(nextEvent(of, so))).toStrictEqual(['deadline', 'Copy sent', at('09T23:59')]);
    expect(told(nextEvent(of, does(of, so, '08T10:00', completes('copy'))))).toStrictEqual(['deadline', 'Report written', at('14T23:59')]);
  });
  test('come where nothing else does, whether or not they were asked for', () => {
    const of = book();
    expect(told(nextEvent(of, begin(of, 'r')))).toStrictEqual(['deadline', 'Copy sent', at('09T23:59')]);
  });
  test('and of what was told ahead one moment at a time is told again', () => {
    const of = book();
    const note = (words: string): CommandBody => ({ type: 'addNote', words });
    const back = stepTo(of, does(of, does(of, begin(of, 'r'), '07T10:00', note('a')), '07T10:00', note('b')), 0);
    const ahead = nextEvent(of, back);
    expect([told(ahead), ahead && wayOf(goTo(of, back, ahead)).told]).toStrictEqual([['told', 'What was done next', at('07T10:00')], 1]);
  });
});

test('the path of a case is the stages that led to each other, in order', () => {
  const book = bookOf([alert]);
  const so = does(book, does(book, begin(book, 'r'), '07T10:00', sends), '08T10:00', { type: 'decide', task: 'outcome', options: ['end'] });
  expect(pathOf(book, wayOf(so), () => true)).toStrictEqual([{ from: 'alert', to: 'review', at: at('07T10:00') }, { from: 'review', to: 'ended', at: at('08T10:00') }]);
  expect(pathOf(book, wayOf(so), (from, to) => from === 'alert' && to === 'review')).toStrictEqual([{ from: 'alert', to: 'review', at: at('07T10:00') }]);
});

test('a scenario is played on the readings that it changes', () => {
  const read = (settings?: Scenario['settings']) => compiledForScenario(scenarioOf([], settings ? { settings } : {}), { ...procedure, timescales: { report: { ...fiveDays, unit: { setting: 'unit' } } } } as unknown as Procedure).settings;
  expect([read()['unit'], read({ unit: 'calendar-days' })['unit']]).toStrictEqual(['working-days', 'calendar-days']);
});

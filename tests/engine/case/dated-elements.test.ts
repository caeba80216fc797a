// Every element that may be in force for part of the time: it counts on the days of its period, both included, and on
// no other. Which day is asked is the day of the act that raises, enters, asks or counts it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import { register } from '../../../engine/case/register.ts';
import { tasks } from '../../../engine/case/tasks.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import { check } from '../../../engine/procedure/check.ts';
import type { Party, Period, Procedure, Question, Task, Timescale, Transition } from '../../../engine/procedure/types.ts';
import { civilDate, parseDay } from '../../../engine/time/index.ts';
import { answers, at, Story } from '../../fixtures/engine/acting.ts';
import { begun, clockOf } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

type Dated = { readonly inForce: Period };
/** Whether an element with this period counts on a day, as the engine has it. */
type Counts = (inForce: Period, day: string) => boolean;

const base = procedureWith({ report: fiveDays });
const task = (id: string, more: Partial<Task>): Procedure['tasks'] => ({ ...base.tasks, [id]: { ...base.tasks[id], ...more } as Task });
const clock = (more: Partial<Timescale>): Readonly<Record<string, Timescale>> => ({ report: { ...fiveDays, ...more } });
const opened = (changes: Partial<Procedure>, day: string, values = {}): Story => begun({ ...base, ...changes }, `${day}T09:00`, { aware: day, ...values });
const sends: CommandBody = { type: 'sendExchange', task: 'send-alert' };
const accepts = (story: Story, body: CommandBody, role = 'manager'): boolean => story.tries(role, body).ok;
const mayOpen = (changes: Partial<Procedure>, day: string, source?: string): boolean => new Story(versionsOf([compile({ ...base, ...changes }, { version: 1, hash: 'h' })])).tries('manager', { type: 'openCase', case: 'c', reference: 'IN-1', door: 'front', answers: {}, ...(source !== undefined && { source }) }, { now: `${day}T09:00` }).ok;
const dueFrom = (story: Story, day: string) => clockOf(story, 'report', `${day}T10:00`);
const routes = (inForce: Period): readonly Transition[] => [{ id: 'on-alert', from: ['alert'], on: { done: 'send-alert' }, to: 'review', inForce }, { id: 'else', from: ['alert'], on: { done: 'send-alert' }, otherwise: true, to: 'ended' }, ...base.transitions.slice(1)];
const before = (day: string): string => civilDate((parseDay(day) ?? 0) - 1);
const form = { label: 'Form', sections: [{ id: 'one', label: 'One', questions: ['size'] }, { id: 'two', label: 'Two', questions: ['died'] }] };
const asked = (changes: Partial<Procedure>, day: string) => tasks(...viewed(opened(changes, day))).find(({ id }) => id === 'send-alert');
const viewed = (story: Story): Parameters<typeof tasks> => [story.versions, story.case, story.now];
const person = (more: Partial<Party> = {}): Party => ({ kind: 'role', title: 'Somebody', ...more });

const kinds: Readonly<Record<string, Counts>> = {
  'a task is raised when its stage is entered': (inForce, day) => opened({ tasks: task('write', { in: ['alert'], inForce }) }, day).case.tasks['write'] !== undefined,
  'a task by choice is offered': (inForce, day) => accepts(opened({ tasks: task('write', { in: ['alert'], raised: 'by-choice', inForce }) }, day), { type: 'raiseTask', task: 'write' }),
  'a clock counts from a day': (inForce, day) => dueFrom(opened({ timescales: clock({ inForce }) }, day), day) !== undefined,
  'a route is taken': (inForce, day) => opened({ transitions: routes(inForce) }, day).does('manager', sends).stages[0] === 'review',
  'a stage is entered': (inForce, day) => opened({ stages: { ...base.stages, review: { kind: 'review', label: 'Review', owner: 'manager', inForce } } }, day).does('manager', sends).stages[0] === 'review',
  'a stage at the door is entered': (inForce, day) => mayOpen({ stages: { ...base.stages, alert: { kind: 'alert', label: 'Alert', owner: 'manager', inForce } } }, day),
  'a fragment is entered': (inForce, day) => opened({ fragments: { piece: { label: 'Piece', stages: { inner: { kind: 'other', label: 'Inner' } }, transitions: [], inForce } }, stages: { ...base.stages, review: { kind: 'review', label: 'Review', owner: 'manager', call: { fragment: 'piece' } } } }, day).does('manager', sends).stages.includes('review'),
  'a door opens a case': (inForce, day) => mayOpen({ doors: { front: { label: 'Front door', by: ['manager'], to: ['alert'], inForce } } }, day),
  'a source of a door is named': (inForce, day) => mayOpen({ doors: { front: { label: 'Front door', by: ['manager'], to: ['alert'], sources: [{ id: 'police', label: 'Police', kind: 'person', inForce }] } } }, day, 'police'),
  'a procedure takes a case': (inForce, day) => mayOpen({ inForce }, day),
  'a question is asked by a rule': (inForce, day) => !accepts(opened({ questions: { ...base.questions, size: { ...base.questions['size'], inForce } as Question }, rules: { asks: { then: { require: { fields: ['size'], of: 'send-alert' } }, strength: 'must' } } }, day), sends),
  'a question stands on its form': (inForce, day) => asked({ questions: { ...base.questions, size: { ...base.questions['size'], inForce } as Question }, forms: { form }, tasks: task('send-alert', { form: 'form' }) }, day)?.form?.sections[0]?.questions.length === 1,
  'an answer of a choice may be given': (inForce, day) => accepts(opened({ questions: { ...base.questions, size: { type: 'choice', label: 'Size', options: [{ id: 'small', label: 'Small' }, { id: 'large', label: 'Large', inForce }] } } }, day), { type: 'recordAnswers', mode: 'change', answers: answers({ size: 'large' }) }),
  'a form is filled': (inForce, day) => asked({ forms: { form: { ...form, inForce } }, tasks: task('send-alert', { form: 'form' }) }, day)?.form !== undefined,
  'a part of a form is filled': (inForce, day) => asked({ forms: { form: { ...form, sections: form.sections.map((one, index) => (index === 0 ? one : { ...one, inForce })) } }, tasks: task('send-alert', { form: 'form' }) }, day)?.form?.sections.length === 2,
  'an option is taken': (inForce, day) => accepts(opened({ tasks: task('outcome', { in: ['alert'], options: [{ id: 'end', label: 'End', inForce }, { id: 'go-on', label: 'Go on' }] }) }, day), { type: 'decide', task: 'outcome', options: ['end'] }),
  'a document is sent': (inForce, day) => accepts(opened({ documents: { letter: { label: 'Letter', inForce } }, tasks: task('send-alert', { document: { id: 'letter' } }) }, day), sends),
  'a register is kept': (inForce, day) => {
    const procedure = { ...base, registers: { all: { label: 'All', columns: [{ id: 'case', label: 'Case', value: { case: 'reference' as const } }], inForce } } };
    return register(compile(procedure, { version: 1, hash: 'h' }), 'all', [opened(procedure, day).case], at(`${day}T10:00`)).length === 1;
  },
  'a class of information is withheld': (inForce, day) => !accepts(opened({ disclosure: { names: { label: 'Names', inForce } }, documents: { letter: { label: 'Letter' } }, parties: { ...base.parties, health: { kind: 'agency', title: 'Health', maySee: [] } }, tasks: task('send-alert', { document: { id: 'letter' } }) }, day), sends),
  'a table is read': (inForce, day) => dueFrom(opened({ tables: { lengths: { label: 'Lengths', rows: [{ when: 'small', then: 3 }], inForce } }, timescales: clock({ amount: { lookup: { table: 'lengths', with: { var: 'size' } } } }) }, day, { size: 'small' }), day)?.date !== undefined,
  'a hold is placed': (inForce, day) => accepts(opened({ holds: { trial: { label: 'Trial', by: ['manager'], stops: { tasks: ['write'] }, until: { released: true }, resume: 'remainder', inForce } } }, day), { type: 'startHold', hold: 'trial', reason: 'The trial has begun.' }),
  'a related process is recorded': (inForce, day) => accepts(opened({ relations: { trial: { label: 'Trial', outside: true, effects: ['informs'], inForce } } }, day), { type: 'recordRelation', relation: 'trial', state: 'open' }),
  'a setting of the case is chosen': (inForce, day) => accepts(opened({ settings: { ...base.settings, unit: { ...base.settings?.['unit'], scope: 'case', inForce } as NonNullable<Procedure['settings']>[string] } }, day), { type: 'chooseSetting', setting: 'unit', value: 'calendar-days' }),
  'a calendar of its own counts': (inForce, day) => dueFrom(opened({ calendars: { ...base.calendars, always: { label: 'Always', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], holidays: 'none', inForce } }, timescales: clock({ calendar: 'always', amount: 12 }) }, day), day)?.date === civilDate((parseDay(day) ?? 0) + 12),
  'a body meets': (inForce, day) => dueFrom(opened({ meetings: { group: { label: 'Group', dates: [day], inForce } }, timescales: clock({ unit: 'next-meeting', amount: 1, meeting: 'group' }) }, before(day), { aware: before(day) }), before(day))?.date === day,
  'a party acts': (inForce, day) => accepts(opened({ parties: { ...base.parties, helper: person({ inForce }) }, tasks: task('send-alert', { by: ['manager', 'helper'] }) }, day), sends, 'helper'),
  'a party is written to': (inForce, day) => opened({ parties: { ...base.parties, helper: person({ inForce }) }, tasks: task('send-alert', { to: ['health', 'helper'] }) }, day).does('manager', sends).tasks['send-alert']?.[0]?.recipients.length === 2,
  'a deputy stands in': (inForce, day) => {
    const story = opened({ parties: { ...base.parties, manager: { ...base.parties['manager'], deputies: [{ party: 'police', tasks: ['send-alert'], when: 'absent', inForce }] } as Party } }, day);
    story.does('manager', { type: 'recordAbsence', party: 'manager', from: day });
    return accepts(story, sends, 'police');
  },
  'what closes a case is asked': (inForce, day) => {
    const story = opened({ closing: { by: ['manager'], inForce } }, day);
    story.does('manager', sends);
    return story.does('manager', { type: 'decide', task: 'outcome', options: ['end'] }).closed === undefined;
  },
  'a rule holds': (inForce, day) => opened({ rules: { always: { then: { label: 'New law' }, strength: 'must', inForce } } }, day).case.labels.length === 1,
};

describe('an element that is in force for part of the time counts on its days, and on no other', () => {
  test.each(Object.entries(kinds))('%s', (_kind, counts) => {
    const period = { from: '2027-03-01', until: '2027-03-31' };
    expect(['2027-02-28', '2027-03-01', '2027-03-31', '2027-04-01'].map((day) => counts(period, day))).toEqual([false, true, true, false]);
    expect([counts({ from: '2027-03-01' }, '2030-01-07'), counts({ until: '2027-03-31' }, '2026-01-05'), counts({}, '2027-06-07')]).toEqual([true, true, true]);
  });

  test('whatever the period and the day', () => {
    const day = fc.integer({ min: parseDay('2025-01-06') ?? 0, max: parseDay('2027-12-31') ?? 0 }).map(civilDate);
    fc.assert(fc.property(fc.constantFrom(...Object.keys(kinds)), day, fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined }), (kind, on, from, until) => {
      const inForce = { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
      // Days written year, month, day come in the order of their letters: no calendar is asked.
      expect(kinds[kind]?.(inForce, on), kind).toBe((from ?? on) <= on && on <= (until ?? on));
    }), { numRuns: 150 });
  }, 60_000);

  test('is nothing that check minds', () => {
    const dated: Dated = { inForce: { from: '2027-03-01' } };
    expect(check({ ...base, tasks: task('write', dated), timescales: clock(dated), transitions: routes(dated.inForce) }).filter(({ severity, pointer }) => severity === 'problem' && /inForce/.test(pointer))).toEqual([]);
  });
});

describe('a running case', () => {
  test('keeps what it was asked for while that was in force', () => {
    const story = opened({ tasks: task('write', { in: ['alert'], inForce: { until: '2026-12-10' } }), timescales: clock({ inForce: { until: '2026-12-10' } }) }, '2026-12-10');
    expect(clockOf(story, 'report', '2026-12-17T12:00')).toMatchObject({ date: '2026-12-17', state: 'due' });
    expect(story.does('manager', { type: 'completeTask', task: 'write' }, { now: '2026-12-17T12:00' }).tasks['write']?.at(-1)?.state).toBe('done');
  });

  test('is not asked afterwards for what was not in force when it would have been raised', () => {
    const story = opened({ tasks: task('write', { in: ['alert'], inForce: { from: '2026-12-11' } }) }, '2026-12-10');
    expect(tasks(story.versions, story.case, at('2026-12-12T09:00')).find(({ id }) => id === 'write')?.state ?? 'offered').toBe('offered');
    expect(story.case.tasks['write']).toBeUndefined();
  });

  test('a clock that waits for its start comes with the day on which it comes into force, and one with the law of its start stays', () => {
    const old: Timescale = { ...fiveDays, inForce: { until: '2026-12-31' } };
    const recent: Timescale = { ...fiveDays, amount: 3, inForce: { from: '2027-01-01' } };
    const story = begun(procedureWith({ old, recent }), '2026-12-29T09:00');
    const running = (asOf: string) => ['old', 'recent'].filter((id) => clockOf(story, id, asOf) !== undefined);
    expect([running('2026-12-30T09:00'), running('2027-01-04T09:00')]).toEqual([['old'], ['recent']]);
    story.does('manager', { type: 'recordAnswers', mode: 'correct', answers: answers({ aware: '2026-12-28' }) }, { now: '2027-01-04T10:00' });
    expect(running('2027-01-05T09:00')).toEqual(['old']);
  });
});

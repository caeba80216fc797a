// What comes of any act: what is written of it, what it may never be, and which stages may be entered on the day.
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import { verifyChain } from '../../../engine/case/hash.ts';
import { perform } from '../../../engine/case/perform.ts';
import type { Case, CaseEvent, Command, CommandBody, Refusal } from '../../../engine/case/types.ts';
import type { Period, Procedure, Stage } from '../../../engine/procedure/types.ts';
import { answers, at } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const bare = procedureWith({});
const procedure: Procedure = { ...bare, closing: { reopen: { by: ['police', 'health'], to: 'review', reason: true } }, tasks: { ...bare.tasks, keep: { shape: 'record', label: 'Keep', by: ['manager'], afterClosing: true } } };
const versions = versionsOf([compile(procedure, { version: 1, hash: 'h' })]);
const now = at('2026-12-07T09:00');
const acting = { now, role: 'manager', person: 'A.B.' };
const open: Command = { type: 'openCase', case: 'c1', reference: 'IN-1', door: 'front', answers: answers({ died: true }), id: 'open', salt: 's0' };
const note: Command = { type: 'addNote', words: 'They rang.', id: 'n1', salt: 's1' };
const done = (held: Case | readonly CaseEvent[], command: Command, more = {}) => {
  const outcome = perform(versions, held, command, { ...acting, ...more });
  return outcome.ok ? outcome : expect.fail(outcome.refusal.words);
};
const refused = (held: Case | readonly CaseEvent[], command: Command, more = {}): Refusal => {
  const outcome = perform(versions, held, command, { ...acting, ...more });
  return outcome.ok ? expect.fail('accepted') : outcome.refusal;
};
const opened = (): Case => done([], open).case;
const ended = (): Case => {
  const sent = done(opened(), { type: 'sendExchange', task: 'send-alert', id: 'e1', salt: 's' }).case;
  return done(sent, { type: 'decide', task: 'outcome', options: ['end'], id: 'e2', salt: 's' }).case;
};

describe('what is written', () => {
  test('is who did what, when, and after what', () => {
    const [first] = done([], open).events;
    const later = done(opened(), { ...note, occurred: now }, { now: now + 60_000, onBehalfOf: 'health' }).events;
    const pin = { id: 'invented', version: 1, hash: 'h' };
    expect(first).toMatchObject({ id: 'open', case: 'c1', seq: 1, type: 'caseOpened', procedure: pin, occurred: now, recorded: now, actor: { person: 'A.B.', role: 'manager' }, salt: 's0', previous: '', payload: { case: 'c1', reference: 'IN-1', door: 'front', answers: { died: { value: true } } } });
    expect(later).toHaveLength(1);
    expect(later[0]).toMatchObject({ id: 'n1', case: 'c1', seq: 2, type: 'noteAdded', procedure: pin, occurred: now, recorded: now + 60_000, actor: { person: 'A.B.', role: 'manager', onBehalfOf: 'health' }, salt: 's1', previous: first?.hash, payload: { words: 'They rang.' } });
    expect(later[0]?.payload).toStrictEqual({ words: 'They rang.' });
  });

  test('bears its hash, but where nothing is kept of it', () => {
    expect(verifyChain(done(opened(), note).case.events).ok).toBe(true);
    for (const [held, command] of [[[], open], [opened(), note]] as const) {
      expect(done(held, command).events.map(({ digest, hash }) => [digest.length > 0, hash.length > 0])).toEqual([[true, true]]);
      expect(done(held, command, { unsealed: true }).events.map(({ digest, hash }) => [digest, hash])).toEqual([['', '']]);
    }
  });

  test('of a view and the decision that follows are two entries, one after the other', () => {
    const together: Procedure = { ...procedure, tasks: { ...procedure.tasks, advise: { shape: 'decide', label: 'Advise', by: ['manager'], in: ['alert'], agreement: { by: 'all' }, options: [{ id: 'yes', label: 'Yes' }] } } };
    const story = begun(together, '2026-12-07T09:00');
    story.does('manager', { type: 'decide', task: 'advise', options: ['yes'] }, { id: 'd' });
    expect(story.case.events.map(({ id, type, seq }) => [id, type, seq])).toEqual([['act-1', 'caseOpened', 1], ['d', 'viewRecorded', 2], ['d.2', 'decisionTaken', 3]]);
    expect(verifyChain(story.case.events).ok).toBe(true);
  });

  test('twice is written once', () => {
    const held = done(opened(), note).case;
    expect(done(held, note)).toStrictEqual({ ok: true, events: [], case: held, repeated: true });
    expect(done(held.events, { ...note, words: 'Other words.' } as Command)).toMatchObject({ events: [], repeated: true });
    expect(done(held, { ...note, id: 'n2' })).not.toHaveProperty('repeated');
  });
});

test.each<[name: string, held: () => Case | readonly CaseEvent[], command: Command, more: object, told: Refusal]>([
  ['on a case that is not open yet', () => [], note, {}, { code: 'not-open', words: 'The case is not open now.', missing: [], remedy: 'Open the case first.' }],
  ['to open a case again', opened, { ...open, id: 'again' }, {}, { code: 'already-done', words: 'Opening the case has been done already.', missing: [], remedy: 'Look at the timeline of the case; if the record is wrong, correct it.' }],
  ['at no time', opened, { ...note, occurred: Number.NaN }, {}, { code: 'bad-date', words: 'The time of the act is not a date.', missing: [], remedy: 'Give a date such as 10 December 2026.' }],
  ['at a time to come', opened, { ...note, occurred: now + 1 }, {}, { code: 'in-future', words: 'The time given has not come yet.', missing: [{ kind: 'date', id: 'occurred', label: 'When it happened' }], remedy: 'Give the time at which it happened; for something to come, plan it.' }],
  ['to open a case at a time to come', () => [], { ...open, occurred: now + 1 }, {}, { code: 'in-future', words: 'The time given has not come yet.', missing: [{ kind: 'date', id: 'occurred', label: 'When it happened' }], remedy: 'Give the time at which it happened; for something to come, plan it.' }],
  ['in a role that there is not', opened, note, { role: 'king' }, { code: 'wrong-role', words: 'This falls to a role of this procedure.', missing: [], remedy: 'Ask a role of this procedure to do it, or act in that role if it is yours.' }],
  ['on a case that closed', ended, { type: 'recordAnswers', mode: 'change', answers: answers({ died: false }), id: 'a', salt: 's' }, {}, { code: 'closed', words: 'The case is closed.', missing: [], remedy: 'Police or Health may reopen it.' }],
  ['at the undoing of a move of a case that closed otherwise', ended, { type: 'undoMove', reason: 'Wrong.', id: 'a', salt: 's' }, {}, { code: 'closed', words: 'The case is closed.', missing: [], remedy: 'Police or Health may reopen it.' }],
])('an act %s is refused with what would help, and nothing else', (_name, held, command, more, told) => {
  expect(refused(held(), command, more)).toStrictEqual(told);
});

test.each<[name: string, body: CommandBody, role: string]>([
  ['a note', { type: 'addNote', words: 'They rang.' }, 'manager'], ['a task that outlives the closing', { type: 'completeTask', task: 'keep' }, 'manager'], ['a reopening', { type: 'reopenCase', reason: 'New.' }, 'police'], ['an assignment of a task that outlives it', { type: 'assignTask', task: 'keep', person: 'C.D.' }, 'manager'],
])('a case that closed still takes %s', (_name, body, role) => {
  done(ended(), { ...body, id: 'x', salt: 's' } as Command, { role });
});

test('without a version of the procedure nothing is opened', () => {
  expect(() => perform(versionsOf([]), [], open, acting)).toThrow('No version of the procedure is held here.');
});

describe('a stage is entered only while it is in force, and all that is entered with it', () => {
  const stage = (within?: string, more: Partial<Stage> = {}): Stage => ({ kind: 'other', label: 'Stage', owner: 'manager', ...(within !== undefined && { within }), ...more });
  const dated = (id: string | undefined, inForce: Period): Procedure => {
    const stages: Readonly<Record<string, Stage>> = {
      alert: stage(), group: stage(undefined, { initial: 'one' }), one: stage('group', { initial: 'deep' }), deep: stage('one'), two: stage('group'), lanes: stage(undefined, { parallel: true }), left: stage('lanes', { initial: 'l1' }), l1: stage('left'), l2: stage('left'), right: stage('lanes', { initial: 'r1' }), r1: stage('right'), r2: stage('right'), aside: stage(), ended: stage(undefined, { final: true }),
    };
    const go = (name: string, to: string | readonly string[]) => [{ id: `to-${name}`, from: ['alert'], on: { done: `go-${name}` }, to }, { id: `not-${name}`, from: ['alert'], on: { done: `go-${name}` }, otherwise: true, to: 'aside' }] as const;
    return {
      ...bare, rules: {}, stages: id === undefined ? stages : { ...stages, [id]: { ...stages[id], inForce } as Stage },
      tasks: Object.fromEntries(['group', 'two', 'lanes', 'r2', 'both'].map((name) => [`go-${name}`, { shape: 'record' as const, label: 'Go', by: ['manager'], in: ['alert'] }]).concat([['on', { shape: 'record' as const, label: 'On', by: ['manager'], in: ['one'] }]])),
      transitions: [...go('group', 'group'), ...go('two', 'two'), ...go('lanes', 'lanes'), ...go('r2', 'r2'), ...go('both', ['l2', 'r2']), { id: 'further', from: ['one'], on: { done: 'on' }, to: 'two' }, { id: 'over', from: ['aside'], on: { chosen: { by: ['manager'] } }, to: 'ended' }],
    };
  };
  const went = (name: string, id: string | undefined, inForce: Period): string => {
    const story = begun(dated(id, inForce), '2026-12-07T09:00');
    story.does('manager', { type: 'completeTask', task: `go-${name}` });
    return story.case.stages.includes('aside') ? 'aside' : 'there';
  };
  test.each<[to: string, of: string | undefined, there: boolean]>([
    ['group', undefined, true], ['group', 'group', false], ['group', 'one', false], ['group', 'deep', false], ['group', 'two', true], ['two', 'two', false], ['two', 'group', false], ['two', 'one', true], ['lanes', 'lanes', false], ['lanes', 'right', false], ['lanes', 'r1', false], ['lanes', 'r2', true], ['lanes', 'deep', true], ['r2', 'r2', false], ['r2', 'right', false], ['r2', 'lanes', false],
    ['r2', 'left', false], ['r2', 'l1', false], ['r2', 'r1', true], ['both', 'l1', true], ['both', 'l2', false], ['both', 'r1', true],
  ])('going to %s, where %s is over or has not begun', (to, id, there) => {
    const expected = there ? 'there' : 'aside';
    expect([{ until: '2026-12-06' }, { from: '2026-12-08' }].map((period) => went(to, id, period))).toEqual([expected, expected]);
    expect(went(to, id, { from: '2026-12-07', until: '2026-12-07' })).toBe('there');
  });

  test('a group that is over is gone on in by whoever is in it', () => {
    const story = begun(dated('group', { until: '2026-12-07' }), '2026-12-07T09:00');
    story.does('manager', { type: 'completeTask', task: 'go-group' });
    expect(story.does('manager', { type: 'completeTask', task: 'on' }, { now: '2026-12-08T09:00' }).stages).toEqual(['group', 'two']);
  });
});

test('a version is found by its procedure, number and hash, and the last one given of a procedure is the latest', () => {
  const made = ([['a', 1, 'h'], ['a', 2, 'h'], ['b', 1, 'h'], ['a', 1, 'h2'], ['b', 1, 'h']] as const).map(([id, version, hash]) => compile({ ...procedure, id }, { version, hash }));
  const held = versionsOf(made);
  const found = (id: string, version: number, hash: string) => made.indexOf(held.get({ id, version, hash }) as never);
  expect([found('a', 1, 'h'), found('a', 2, 'h'), found('b', 1, 'h'), found('a', 1, 'h2'), found('a', 2, 'h2'), found('c', 1, 'h'), found('a', 1, 'x')]).toEqual([0, 1, 4, 3, -1, -1, -1]);
  expect([undefined, 'a', 'b', 'c'].map((id) => made.indexOf(held.latest(id) as never))).toEqual([4, 3, 4, -1]);
});

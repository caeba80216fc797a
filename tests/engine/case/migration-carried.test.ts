// What a case carries over to another version and what it forgets: recipients, what rules asked for, since when they hold,
// where clocks began, what a route waits for; and what a preview says of all of it, whole.
import { describe, expect, test } from 'vitest';
import { compile, previewMove, UnreadableLog, versionsOf, type MovePreview } from '../../../engine/case/index.ts';
import { replay } from '../../../engine/case/replay.ts';
import type { Case, CommandBody } from '../../../engine/case/types.ts';
import type { Procedure, Rule, Stage, Task, Timescale } from '../../../engine/procedure/types.ts';
import { answers, at, Story } from '../../fixtures/engine/acting.ts';
import { clockOf } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

const report: Timescale = { ...fiveDays, label: 'Report' };
const back: Timescale = { ...fiveDays, label: 'Back', for: 'checks', each: 'recipient', act: 'replied', from: { sent: 'checks' } };
const old = procedureWith({ report, back });
const task = (of: Procedure, id: string, changes: Partial<Task>): Procedure => ({ ...of, tasks: { ...of.tasks, [id]: { ...of.tasks[id], ...changes } as Task } });
const answer = (values: Parameters<typeof answers>[0]): CommandBody => ({ type: 'recordAnswers', mode: 'change', answers: answers(values) });
const sends = { type: 'sendExchange', task: 'send-alert' } as const;
const asks = { type: 'sendExchange', task: 'checks' } as const;
interface Begun { readonly story: Story; readonly moves: () => Case; readonly preview: (stages?: Readonly<Record<string, string>>) => MovePreview }
/** A case begun on one version, and how it comes to the other. */
function begun(before: Procedure, after: Procedure, ...acts: readonly CommandBody[]): Begun {
  const [one, two] = [compile(before, { version: 1, hash: 'one' }), compile(after, { version: 2, hash: 'two' })];
  const versions = versionsOf([two, one]);
  const story = new Story(versions, '2026-12-07T09:00');
  story.does('manager', { type: 'openCase', case: 'case-1', reference: 'IN-1', door: 'front', answers: answers({ aware: '2026-12-07' }) }, { now: '2026-12-07T09:00' });
  for (const body of acts) story.does('manager', body);
  return { story, moves: () => story.does('manager', { type: 'moveCase', to: two.pin, reason: 'New.' }, { now: '2026-12-08T09:00' }), preview: (stages = {}) => previewMove(versions, story.case, two.pin, stages, at('2026-12-08T09:00')) };
}
const states = (held: Case, id: string) => (held.tasks[id] ?? []).map(({ state }) => state);

describe('a case that comes to another version', () => {
  test('stays in its stages without a second visit, and leaves only those it leaves', () => {
    const { moves } = begun(old, { ...old, label: 'Another' }, sends);
    expect(moves().visits.map(({ stage, left }) => [stage, left !== undefined])).toStrictEqual([['alert', true], ['review', false]]);
  });

  test('is complete where the other version takes what has come for complete, and is not asked for more of what was complete', () => {
    const reply: CommandBody = { type: 'recordReply', task: 'checks', recipient: 'health', state: 'received' };
    const moved = (after: Procedure, ...acts: readonly CommandBody[]) => { const held = begun(old, after, sends, asks, reply, ...acts).moves(); return ['send-alert', 'checks'].map((id) => held.tasks[id]?.at(-1)?.state); };
    expect([moved({ ...old, label: 'Another' }), moved(task(old, 'checks', { complete: ['received', 'asked'] })), moved(task(old, 'send-alert', { to: ['health', 'police'] }))]).toStrictEqual([['done', 'open'], ['done', 'done'], ['done', 'open']]);
  });

  const duty = (again: NonNullable<Task['again']>): Procedure => task(old, 'duty', { again });
  const told = (then: Rule['then']): Procedure['rules'] => ({ 'death-told': { label: 'A death is told', if: { var: 'died' }, then, strength: 'must' } }) as NonNullable<Procedure['rules']>;
  test('is not asked again for what a rule asked for that asks the same there', () => {
    const { moves } = begun(duty('afresh'), { ...duty('afresh'), label: 'Another' }, answer({ died: true }), { type: 'completeTask', task: 'duty' });
    expect(states(moves(), 'duty')).toStrictEqual(['done']);
  });
  test('is asked for what a rule of the same name asks for there and did not here', () => {
    const { moves } = begun({ ...duty('once'), rules: told({ label: 'Death' }) } as Procedure, { ...duty('once'), rules: told({ require: { task: 'duty' } }) } as Procedure, answer({ died: true }));
    expect(states(moves(), 'duty')).toStrictEqual(['open']);
  });
  test('has a clock on how long a rule has held since it held, not since the move', () => {
    const since = procedureWith({ report: { ...report, from: { 'true-since': 'death-told' } } });
    const { story, moves } = begun(since, { ...since, label: 'Another' }, answer({ died: true }));
    moves();
    expect(clockOf(story, 'report', '2026-12-08T09:00')?.date).toBe('2026-12-14');
  });
  test('keeps where a clock first began, and begins anew one that is for another task there', () => {
    const first: Timescale = { ...report, follows: 'first' };
    const dated = (after: Timescale) => {
      const { story, moves } = begun(procedureWith({ report: first }), procedureWith({ report: after }), sends, answer({ aware: '2026-12-03' }));
      moves();
      return clockOf(story, 'report', '2026-12-08T09:00')?.date;
    };
    expect([dated(first), dated({ ...first, for: 'copy' })]).toStrictEqual(['2026-12-14', '2026-12-10']);
  });

  const waiting = (transitions: Procedure['transitions']): Procedure => ({ ...old, transitions: [...transitions, ...old.transitions.slice(1)] });
  const guarded = { id: 'on-alert', from: ['alert'], on: { done: 'send-alert' }, if: { var: 'died' }, to: 'review' } as const;
  test.each<[name: string, transitions: Procedure['transitions'], stage: string]>([
    ['waits on for what its route waits for', [guarded], 'review'], ['waits no more where the other version has no such route', [{ ...guarded, id: 'other', on: { done: 'copy' } }], 'alert'],
  ])('%s', (_name, transitions, stage) => {
    const { story, moves } = begun(waiting([guarded]), waiting(transitions), sends);
    moves();
    expect(story.does('manager', answer({ died: true })).stages).toStrictEqual([stage]);
  });

  test('loses what is of another shape there, with why, and may do it as it is there', () => {
    const { moves } = begun(old, task(old, 'write', { shape: 'decide', options: [{ id: 'yes', label: 'Yes' }], again: 'afresh' }), sends);
    const held = moves();
    expect(held.tasks['write']?.[0]).toMatchObject({ state: 'withdrawn', reasons: 'Version 2, to which the case was moved, does not have it.' });
    expect(states(held, 'copy')).toStrictEqual(['open']);
  });
});

test('a case of which nobody said where it goes on begins where the other version’s door leads, and that is said', () => {
  const { alert: _alert, ...stages } = old.stages;
  const after: Procedure = { ...old, stages, doors: { side: { label: 'Side door', by: ['manager'], to: ['review'] } } as Procedure['doors'], tasks: Object.fromEntries(Object.entries(old.tasks).map(([id, one]) => [id, { ...one, in: ['review'] } as Task])), transitions: old.transitions.slice(1) };
  const [one, two] = [compile(old, { version: 1, hash: 'one' }), compile(after, { version: 2, hash: 'two' })];
  const versions = versionsOf([two, one]);
  const story = new Story(versions, '2026-12-07T09:00');
  story.does('manager', { type: 'openCase', case: 'case-1', reference: 'IN-1', door: 'front', answers: {} }, { now: '2026-12-07T09:00' });
  story.does('manager', sends);
  const { events } = story.does('manager', { type: 'moveCase', to: two.pin, reason: 'New.' }, { now: '2026-12-08T09:00' });
  const late = replay(versions, events.map((event) => (event.type === 'exchangeSent' ? { ...event, occurred: at('2026-12-20T10:00') } : event)), at('2026-12-21T09:00'));
  expect([late.stages, late.findings[0]]).toStrictEqual([['review'], { code: 'unsupported-act', event: events.at(-1)?.id, words: 'The case was moved to another version, and nobody said where “Alert” goes on.', remedy: 'Undo the move and make it again, or take the case on by hand.' }]);
});

describe('the preview', () => {
  test('tells every deadline that is open, of each recipient its own, and what becomes of it', () => {
    const { story, preview } = begun(old, procedureWith({ report: { ...report, label: 'Report there' }, back: { ...back, amount: 3 } }), sends, asks);
    story.does('manager', { type: 'recordReply', task: 'checks', recipient: 'health', state: 'received' });
    const { deadlines, ...rest } = preview();
    expect(deadlines.map(({ was, now, ...move }) => [move, was?.date, was?.state, now?.date, now?.state])).toStrictEqual([
      [{ timescale: 'report', label: 'Report there', effect: 'stays' }, '2026-12-14', 'due', '2026-12-14', 'due'],
      [{ timescale: 'back', recipient: 'police', label: 'Back', effect: 'moves' }, '2026-12-14', 'due', '2026-12-10', 'due'],
    ]);
    expect(rest).toMatchObject({ ready: true, begin: [], stages: [{ stage: 'review', label: 'Review', effect: 'stays', to: 'review', toLabel: 'Review' }] });
    expect(Object.keys(deadlines[0] ?? {})).not.toContain('recipient');
  });

  test('tells a deadline as moved whose day stays and whose state does not', () => {
    const { preview } = begun(old, procedureWith({ report: { ...report, direction: 'at-least-after' }, back }), sends);
    expect(preview().deadlines.find(({ timescale }) => timescale === 'report')).toMatchObject({ effect: 'moves', was: { state: 'due' }, now: { state: 'not-yet' } });
  });

  test('tells tasks that change their shape as falling away, and those that come up', () => {
    const { preview } = begun(old, { ...task(old, 'write', { shape: 'decide', options: [{ id: 'yes', label: 'Yes' }] }), tasks: { ...task(old, 'write', { shape: 'decide', options: [{ id: 'yes', label: 'Yes' }] }).tasks, read: { shape: 'record', label: 'Read', by: ['manager'], in: ['review'] } } }, sends);
    const effects = preview().tasks.map(({ task: id, label, effect }) => `${id} ${label} ${effect}`);
    expect(effects).toStrictEqual(['checks Agency checks stays', 'write Write the report falls-away', 'copy Send an advance copy stays', 'publish Publish stays', 'take-down Take down stays', 'outcome Outcome stays', 'read Read comes-up']);
  });

  test('is ready only when every stage has a place', () => {
    const lane = (label: string): Stage => ({ kind: 'review', label, within: 'both', owner: 'manager' } as Stage);
    const lanes = (...names: readonly string[]): Procedure => ({ ...old, stages: { both: { kind: 'other', label: 'Both', parallel: true } as Stage, ...Object.fromEntries(names.map((id) => [id, lane(id.toUpperCase())])), ended: old.stages['ended'] } as Procedure['stages'], doors: { front: { ...old.doors['front'], to: ['both'] } as Procedure['doors'][string] }, tasks: Object.fromEntries(names.map((id) => [`do-${id}`, { shape: 'record', label: id, by: ['manager'], in: [id] } as Task])), rules: {}, timescales: {}, transitions: [...names.map((id) => ({ id: `on-${id}`, from: [id], on: { done: `do-${id}` } })), { id: 'over', from: ['both'], on: { ended: 'both' }, to: 'ended' }] as unknown as Procedure['transitions'] });
    const { preview } = begun(lanes('a', 'b'), lanes('a', 'c'));
    const told = (stages?: Readonly<Record<string, string>>) => { const { ready, stages: moves, begin } = preview(stages); return [ready, moves, begin]; };
    const stays = { stage: 'a', label: 'A', effect: 'stays', to: 'a', toLabel: 'A' };
    expect(told()).toStrictEqual([false, [stays, { stage: 'b', label: 'B', effect: 'needs-a-person' }], []]);
    expect(told({ b: 'c' })).toStrictEqual([true, [stays, { stage: 'b', label: 'B', effect: 'moves', to: 'c', toLabel: 'C' }], [{ stage: 'c', label: 'C' }]]);
  });

  test('of a version that is not held says which', () => {
    const { story } = begun(old, old);
    expect(() => previewMove(story.versions, story.case, { id: 'invented', version: 9, hash: 'x' }, {}, at('2026-12-08T09:00'))).toThrow(new UnreadableLog('Version 9 of procedure "invented" is not held here.'));
  });
});

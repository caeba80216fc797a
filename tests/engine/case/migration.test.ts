// A running case comes to another version of its procedure: previewed, recorded, undone by a further event.
import { describe, expect, test } from 'vitest';
import { compile, previewMove, UnreadableLog, verifyChain, versionsOf, versionsOn, type MovePreview } from '../../../engine/case/index.ts';
import { replay } from '../../../engine/case/replay.ts';
import type { Procedure, Stage, StageKind, Task } from '../../../engine/procedure/types.ts';
import { answers, at, Story } from '../../fixtures/engine/acting.ts';
import { clockOf } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

const old = procedureWith({ report: { ...fiveDays, label: 'Report in five days' }, early: { ...fiveDays, label: 'Copy in five days', for: 'copy' } });
const newTask: Task = { shape: 'record', label: 'Read the file', by: ['manager'], in: ['review'] };
const { copy: _copy, ...kept } = old.tasks;
/** Three days instead of five, a task more, a task less, a clock more, a clock less; what is decided leads elsewhere. */
const changed: Procedure = {
  ...old, tasks: { ...kept, read: newTask },
  timescales: { report: { ...fiveDays, label: 'Report in three days', amount: 3 }, reading: { ...fiveDays, label: 'File read', for: 'read', from: { entered: 'review' } } },
  stages: { ...old.stages, learning: { kind: 'learning', label: 'Learning' } },
  transitions: [...old.transitions.slice(0, 1), { id: 'on-end', from: ['review'], on: { option: ['outcome', 'end'] }, to: 'learning' }, { id: 'learnt', from: ['learning'], on: { done: 'publish' }, to: 'ended' }],
};
/** The review stage has become two. */
const stage = (label: string, kind: StageKind = 'review'): Stage => ({ kind, label, owner: 'manager' });
const split: Procedure = {
  ...old, stages: { alert: stage('Alert', 'alert'), gathering: stage('Gathering'), writing: stage('Writing'), ended: { kind: 'other', label: 'Ended', final: true } },
  tasks: Object.fromEntries(Object.entries(old.tasks).map(([id, task]) => [id, { ...task, ...(task.in?.includes('review') && { in: ['gathering', 'writing'] }) }])),
  transitions: [{ id: 'on-alert', from: ['alert'], on: { done: 'send-alert' }, to: 'gathering' }, { id: 'on-end', from: ['gathering', 'writing'], on: { option: ['outcome', 'end'] }, to: 'ended' }],
};

/** And the alert is none of its stages. */
const { alert: _alert, ...afterAlert } = split.stages;
const withoutAlert: Procedure = { ...split, stages: afterAlert, doors: { front: { label: 'Front door', by: ['manager'], to: ['gathering'] } }, transitions: split.transitions.slice(1) };

const lost = compile(withoutAlert, { version: 4, hash: 'lost' });
const [one, two, three] = [compile(old, { version: 1, hash: 'one' }), compile(changed, { version: 2, hash: 'two' }), compile(split, { version: 3, hash: 'three' })];
const versions = versionsOf([two, three, lost, one]);
const under = (): Story => {
  const story = new Story(versions, '2026-12-07T09:00');
  story.does('manager', { type: 'openCase', case: 'case-1', reference: 'IN-1', door: 'front', answers: answers({ aware: '2026-12-07' }) }, { now: '2026-12-07T09:00' });
  story.does('manager', { type: 'sendExchange', task: 'send-alert' }, { now: '2026-12-07T10:00' });
  return story;
};
const to = (pin: typeof one.pin) => ({ type: 'moveCase', to: pin, reason: 'The new edition is in force.' }) as const;
const tuesday = { now: '2026-12-08T09:00' };

describe('a case that is moved', () => {
  test('stands where it stood, on the other version, with what it asks besides and without what it does not', () => {
    const story = under();
    const moved = story.does('manager', to(two.pin), tuesday);
    expect([moved.procedure, moved.stages]).toEqual([two.pin, ['review']]);
    const state = (task: string) => moved.tasks[task]?.at(-1)?.state;
    expect([state('write'), state('read'), state('copy')]).toEqual(['open', 'open', 'withdrawn']);
    expect(moved.tasks['copy']?.at(-1)?.reasons).toBe('Version 2, to which the case was moved, does not have it.');
    expect(moved.visits.filter(({ stage }) => stage === 'review')).toHaveLength(1);
    expect([clockOf(story, 'report', '2026-12-08T09:00')?.date, clockOf(story, 'reading', '2026-12-08T09:00')?.date, clockOf(story, 'early', '2026-12-08T09:00')]).toEqual(['2026-12-10', '2026-12-14', undefined]);
  });

  test('goes on by the other version’s routes, and by nothing of the one it left', () => {
    const story = under();
    story.does('manager', to(two.pin), tuesday);
    expect(story.does('manager', { type: 'decide', task: 'outcome', options: ['end'] }).stages).toEqual(['learning']);
    expect(story.isRefused('manager', { type: 'completeTask', task: 'copy' }).code).toBe('unknown-task');
    expect(story.does('manager', { type: 'completeTask', task: 'publish' }).closed).toBeDefined();
  });

  test('names every version it was on; each event names the one it was recorded on, and the chain holds', () => {
    const story = under();
    story.does('manager', to(two.pin), tuesday);
    story.does('manager', { type: 'addNote', words: 'Moved.' });
    story.does('manager', { type: 'moveCase', to: three.pin, stages: { review: 'writing' }, reason: 'Another.' });
    expect(versionsOn(story.case.events)).toEqual([one.pin, two.pin, three.pin]);
    expect(story.case.events.map(({ procedure }) => procedure.version)).toEqual([1, 1, 1, 2, 2]);
    expect(verifyChain(story.case.events).ok).toBe(true);
  });

  test('is told again from its log on all its versions, and not without one of them', () => {
    const story = under();
    story.does('manager', to(two.pin), tuesday);
    story.does('manager', { type: 'completeTask', task: 'read' });
    const again = replay(versions, story.case.events, story.case.asOf);
    expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(story.case)));
    expect(() => replay(versionsOf([one]), story.case.events, story.case.asOf)).toThrow(UnreadableLog);
  });

  test('what was done before and is entered after is told on the version of that day', () => {
    const story = under();
    story.does('manager', to(two.pin), tuesday);
    story.does('manager', { type: 'completeTask', task: 'write' }, { now: '2026-12-09T09:00', occurred: '2026-12-07T15:00' });
    expect(story.case.tasks['write']?.at(-1)).toMatchObject({ state: 'done', done: at('2026-12-07T15:00') });
    expect([story.case.procedure, story.case.findings]).toEqual([two.pin, []]);
  });
});

describe('a stage that the other version does not have', () => {
  test('needs a person, who says where the case goes on', () => {
    const story = under();
    const refusal = story.isRefused('manager', to(three.pin), tuesday);
    expect([refusal.code, refusal.missing]).toEqual(['missing-field', [{ kind: 'field', id: 'review', label: 'Review' }]]);
    expect(refusal.words).toBe('Moving the case to version 3 needs the stage in which it goes on for “Review”.');
    const moved = story.does('manager', { ...to(three.pin), stages: { review: 'writing' } });
    expect([moved.stages, moved.visits.map(({ stage, left }) => [stage, left !== undefined])]).toEqual([['writing'], [['alert', true], ['review', true], ['writing', false]]]);
    expect(moved.tasks['outcome']?.at(-1)?.state).toBe('open');
  });

  test('where what was entered late has put the case elsewhere, that is said and nothing is lost', () => {
    const story = under();
    story.does('manager', { ...to(three.pin), stages: { review: 'writing' } }, tuesday);
    const events = story.case.events.map((event) => (event.type === 'exchangeSent' ? { ...event, occurred: at('2026-12-20T10:00') } : event));
    const late = replay(versions, events.map((event) => (event.type === 'caseMoved' ? { ...event, payload: { ...event.payload, to: lost.pin } } : event)), at('2026-12-21T09:00'));
    expect([late.stages, late.findings.map(({ code, words }) => [code, words])[0]]).toEqual([['gathering'], ['unsupported-act', 'The case was moved to another version, and nobody said where “Alert” goes on.']]);
  });
});

describe('the preview', () => {
  const seen = (preview: MovePreview) => ({ tasks: preview.tasks.map(({ task, effect }) => `${task} ${effect}`), clocks: preview.deadlines.map(({ timescale, effect, was, now }) => `${timescale} ${effect} ${was?.date ?? '-'} ${now?.date ?? '-'}`) });

  test('says what becomes of each stage, task and open deadline, and leaves the case as it is', () => {
    const story = under();
    const before = JSON.stringify(story.case);
    const preview = previewMove(versions, story.case, two.pin, {}, at('2026-12-08T09:00'));
    expect(preview).toMatchObject({ from: one.pin, to: two.pin, ready: true, stages: [{ stage: 'review', label: 'Review', effect: 'stays' }], begin: [] });
    expect(seen(preview)).toEqual({
      tasks: ['checks stays', 'write stays', 'copy falls-away', 'publish stays', 'take-down stays', 'outcome stays', 'read comes-up'],
      clocks: ['report moves 2026-12-14 2026-12-10', 'early falls-away 2026-12-14 -', 'reading comes-up - 2026-12-14'],
    });
    expect(JSON.stringify(story.case)).toBe(before);
  });

  test('needs a person where a stage has no place, and says no more until there is one', () => {
    const [without, given] = [{}, { review: 'gathering' }].map((stages) => previewMove(versions, under().case, three.pin, stages, at('2026-12-08T09:00')));
    expect(without).toMatchObject({ ready: false, stages: [{ stage: 'review', effect: 'needs-a-person' }], tasks: [], deadlines: [] });
    expect(given).toMatchObject({ ready: true, stages: [{ stage: 'review', effect: 'moves', to: 'gathering', toLabel: 'Gathering' }], begin: [{ stage: 'gathering', label: 'Gathering' }] });
  });

  test('is what the move then does', () => {
    const story = under();
    const preview = previewMove(versions, story.case, two.pin, {}, at('2026-12-08T09:00'));
    story.does('manager', to(two.pin), tuesday);
    for (const { timescale, now } of preview.deadlines) expect(clockOf(story, timescale, '2026-12-08T09:00')?.date).toBe(now?.date);
  });

  test('of a version that is not held cannot be made', () => {
    expect(() => previewMove(versions, under().case, { ...two.pin, hash: 'none' }, {}, at('2026-12-08T09:00'))).toThrow(UnreadableLog);
  });
});

describe('a move undone', () => {
  test('leaves the case as it would be without it, with acts done meanwhile kept and flagged', () => {
    const story = under();
    story.does('manager', to(two.pin), tuesday);
    story.does('manager', { type: 'completeTask', task: 'write' });
    story.does('manager', { type: 'completeTask', task: 'read' });
    const undone = story.does('manager', { type: 'undoMove', reason: 'Too early.' });
    expect([undone.procedure, undone.stages, undone.tasks['write']?.at(-1)?.state, undone.tasks['copy']?.at(-1)?.state]).toEqual([one.pin, ['review'], 'done', 'open']);
    expect(undone.findings).toMatchObject([{ code: 'unsupported-act', task: 'read' }]);
    expect(undone.events).toHaveLength(6);
  });

  test('may be moved again, and that move undone by itself', () => {
    const story = under();
    story.does('manager', to(two.pin), tuesday);
    story.does('manager', { type: 'moveCase', to: three.pin, stages: { review: 'writing' }, reason: 'Another.' });
    expect(story.does('manager', { type: 'undoMove', reason: 'Not this one.' }).procedure).toEqual(two.pin);
    expect(story.does('manager', { type: 'undoMove', reason: 'Nor that one.' }).procedure).toEqual(one.pin);
    expect(story.isRefused('manager', { type: 'undoMove', reason: 'Again.' }).code).toBe('not-due-here');
  });
});

test('a move by which the case comes to its end is undone like any other; once something is said of the closed case, it is not', () => {
  const story = under();
  const before = story.does('manager', { type: 'addNote', words: 'Before the move.' });
  const closed = story.does('manager', { type: 'moveCase', to: three.pin, stages: { review: 'ended' }, reason: 'Done.' }, tuesday);
  expect([closed.stages, closed.closed === undefined]).toEqual([['ended'], false]);
  const undone = story.does('manager', { type: 'undoMove', reason: 'It goes on.' });
  expect([undone.procedure, undone.stages, undone.closed, undone.tasks]).toEqual([one.pin, before.stages, undefined, before.tasks]);
  story.does('manager', { type: 'moveCase', to: three.pin, stages: { review: 'ended' }, reason: 'Done.' });
  story.does('manager', { type: 'addNote', words: 'It is over.' });
  expect(story.isRefused('manager', { type: 'undoMove', reason: 'It goes on.' }).code).toBe('closed');
});

test.each([
  ['to a version that is not held', { ...to(one.pin), to: { ...two.pin, version: 9 } }, {}, 'unknown-task'],
  ['to the version it is on', to(one.pin), {}, 'already-done'],
  ['without a reason', { ...to(two.pin), reason: ' ' }, {}, 'missing-reason'],
  ['before something it has been told', to(two.pin), { occurred: '2026-12-07T09:30' }, 'bad-date'],
] as const)('a move %s is refused', (_, body, when, code) => {
  expect(under().isRefused('manager', body, { ...tuesday, ...when }).code).toBe(code);
});

test('a closed case is not moved', () => {
  const story = under();
  story.does('manager', { type: 'decide', task: 'outcome', options: ['end'] });
  expect(story.isRefused('manager', to(two.pin)).code).toBe('closed');
});

describe('what a case is called when it is moved', () => {
  const typed = (alert: string, review?: string): Procedure => ({ ...old, stages: { ...old.stages, alert: { ...old.stages['alert'], caseType: alert } as Stage, review: { ...old.stages['review'], ...(review !== undefined && { caseType: review }) } as Stage } });
  const called = (after: Procedure, acts: number, before = typed('Concern')): string | undefined => {
    const [from, other] = [compile(before, { version: 2, hash: 'from' }), compile(after, { version: 1, hash: 'other' })];
    const story = new Story(versionsOf([other, from]), '2026-12-07T09:00');
    story.does('manager', { type: 'openCase', case: 'case-1', reference: 'IN-1', door: 'front', answers: {} });
    if (acts > 0) story.does('manager', { type: 'sendExchange', task: 'send-alert' });
    return story.does('manager', to(other.pin), tuesday).caseType;
  };

  test('is what the other version calls the stage that gave it its name', () => {
    expect(called(typed('Worry'), 0)).toBe('Worry');
    expect(called(typed('Worry', 'Full review'), 1, typed('Concern', 'Review'))).toBe('Full review');
  });

  test('stays what an earlier stage made it, whatever the other version would have called the stage it stands in', () => {
    expect(called(typed('Concern', 'Review'), 1)).toBe('Concern');
  });
});

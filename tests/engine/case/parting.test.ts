// Cases that part from where they are kept: merged into another, transferred and taken in, and the ways back.
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import { verifyChain } from '../../../engine/case/hash.ts';
import { mergesInto, originOf, partingOf } from '../../../engine/case/parting.ts';
import { perform } from '../../../engine/case/perform.ts';
import { replay } from '../../../engine/case/replay.ts';
import { tasks } from '../../../engine/case/tasks.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import { answers, orchardVersions, Story } from '../../fixtures/engine/acting.ts';
import { gist } from '../../fixtures/engine/courses.ts';
import { orchard } from '../../fixtures/engine/orchard.ts';

const other = { case: 'case-2', reference: 'OR-2026-002' };
const merge: CommandBody = { type: 'mergeCase', into: other, reason: 'Opened twice.' };
const receive: CommandBody = { type: 'receiveMerge', from: other, reason: 'Opened twice.' };
const undo: CommandBody = { type: 'undoMerge', reason: 'Two children after all.' };
const transfer: CommandBody = { type: 'transferCase', to: 'the North partnership', reason: 'The family moved.' };
const opened = (): Story => new Story().opens();
const everything: readonly CommandBody[] = [
  { type: 'addNote', words: 'Seen.' }, { type: 'completeTask', task: 'assess' }, { type: 'reopenCase', reason: 'So.' }, { type: 'recordAnswers', mode: 'correct', answers: answers({ harmed: false }) },
  { type: 'moveCase', to: { id: 'orchard', version: 2, hash: '' }, reason: 'So.' }, { type: 'assignTask', task: 'assess', person: 'C.D.' }, receive,
];

describe('a case that was merged into another', () => {
  test('is closed, names the other with the reason, and takes nothing but the undoing', () => {
    const story = opened();
    const held = story.does('clerk', merge);
    expect(held.closed).toBe(story.now);
    expect(partingOf(held.events)?.payload).toEqual({ into: other, reason: 'Opened twice.' });
    for (const body of [...everything, merge, transfer]) expect(story.isRefused('clerk', body)).toMatchObject({ code: 'elsewhere', words: 'Nothing can be done in this case: it was merged into OR-2026-002.' });
    expect(tasks(orchardVersions, held, story.now, 'clerk').some(({ mine }) => mine)).toBe(false);
  });

  test('undone, is the case it would be had it never been merged: its clocks ran on', () => {
    const story = opened();
    const before = story.case.events;
    story.does('clerk', merge);
    const held = story.does('clerk', undo, { now: '2026-03-12T09:00' });
    expect(gist(held)).toEqual(gist(replay(orchardVersions, before, story.now)));
    expect(held.events.map(({ type }) => type)).toEqual(['caseOpened', 'caseMerged', 'mergeUndone']);
    expect(verifyChain(held.events).ok).toBe(true);
    story.does('clerk', { type: 'completeTask', task: 'assess' });
    expect(story.isRefused('clerk', undo).code).toBe('not-due-here');
  });

  test('stays closed after the undoing where it was closed before', () => {
    const story = new Story().opens({ harmed: false });
    const closed = story.does('clerk', { type: 'completeTask', task: 'assess' }).closed;
    expect(closed).toBeDefined();
    expect(story.does('clerk', merge).closed).toBe(closed);
    expect(story.does('clerk', undo).closed).toBe(closed);
  });

  test('is merged with a reason, into another case, by whoever closes cases where the procedure names them', () => {
    expect(opened().isRefused('clerk', { ...merge, reason: ' ' }).code).toBe('missing-reason');
    expect(opened().isRefused('clerk', { ...merge, into: { case: 'case-1', reference: 'OR-2026-001' } }).code).toBe('forbidden');
    const closing = new Story(versionsOf([compile({ ...orchard, closing: { by: ['chief'] } }, { version: 1 })])).opens();
    expect(closing.isRefused('clerk', merge).code).toBe('wrong-role');
    closing.does('chief', merge);
  });
});

describe('a case that another was merged into', () => {
  const carried = (story: Story): Story => {
    story.does('clerk', receive, { id: 'm' });
    story.does('clerk', { type: 'recordAnswers', mode: 'change', answers: answers({ looked: true }), origin: { ...other, merge: 'm' } });
    story.does('clerk', { type: 'addNote', words: 'The school rang.', origin: { ...other, event: 'n1', merge: 'm' } });
    return story;
  };

  test('goes on; what was carried over are ordinary entries that name where they come from', () => {
    const held = carried(opened()).case;
    expect(mergesInto(held.events).map(({ payload }) => payload['from'])).toEqual([other]);
    expect(held.answers['looked']).toEqual({ value: true });
    expect(held.events.map((event) => originOf(event)?.reference)).toEqual([undefined, undefined, other.reference, other.reference]);
    expect(held.closed).toBeUndefined();
  });

  test('undone, has none of it: neither link nor answers nor notes', () => {
    const story = opened();
    const before = story.case.events;
    const held = carried(story).does('clerk', { ...undo, other: other.case });
    expect(gist(held)).toEqual(gist(replay(orchardVersions, before, story.now)));
    expect(mergesInto(held.events)).toEqual([]);
    expect(held.events).toHaveLength(5);
  });

  test('is not parted again once something was sent', () => {
    const story = carried(opened().works());
    story.does('clerk', { type: 'sendExchange', task: 'returns' });
    expect(story.isRefused('clerk', undo)).toMatchObject({ code: 'forbidden', words: 'Undoing the merge is not allowed now: “Ask the agencies” was sent on Mon 2 Mar 2026, after the cases were merged.' });
  });

  test('is told of each case once, and of nothing carried over from a case that is not merged', () => {
    const story = carried(opened());
    expect(story.isRefused('clerk', receive).code).toBe('already-done');
    expect(story.isRefused('clerk', { type: 'addNote', words: 'So.', origin: { ...other, merge: 'elsewhere' } }).code).toBe('not-due-here');
    story.does('clerk', undo);
    expect(story.isRefused('clerk', { type: 'addNote', words: 'So.', origin: { ...other, merge: 'm' } }).code).toBe('not-due-here');
    expect(story.isRefused('clerk', undo).code).toBe('not-due-here');
    story.does('clerk', receive);
  });
});

describe('a case that was transferred', () => {
  test('is closed here and refuses every act until it is taken back or comes back', () => {
    const story = opened();
    story.does('clerk', transfer);
    expect(story.case.closed).toBe(story.now);
    for (const body of [...everything, merge, transfer, undo]) expect(story.isRefused('clerk', body)).toMatchObject({ code: 'elsewhere', words: 'Nothing can be done in this case: it was transferred to the North partnership.' });
  });

  test('refuses also what is entered late, from before it went', () => {
    const story = opened();
    const before = story.now;
    story.does('clerk', transfer, { now: '2026-03-04T09:00' });
    const late = perform(orchardVersions, story.case, { type: 'addNote', words: 'So.', id: 'late', salt: 's', occurred: before }, { now: story.now + 1, role: 'clerk', person: 'A.B.' });
    expect(late).toMatchObject({ ok: false, refusal: { code: 'elsewhere' } });
  });

  test('taken back, is the case it would be had it never gone', () => {
    const story = opened();
    const before = story.case.events;
    story.does('clerk', transfer);
    expect(story.isRefused('clerk', { type: 'takeBack', reason: '' }).code).toBe('missing-reason');
    const held = story.does('clerk', { type: 'takeBack', reason: 'They did not take it.' }, { now: '2026-03-12T09:00' });
    expect(gist(held)).toEqual(gist(replay(orchardVersions, before, story.now)));
    expect(story.isRefused('clerk', { type: 'takeBack', reason: 'Again.' }).code).toBe('not-due-here');
    story.does('clerk', { type: 'completeTask', task: 'assess' });
  });

  test('taken in elsewhere goes on there, and may come back by the same way', () => {
    const story = opened();
    story.does('clerk', transfer);
    expect(story.isRefused('clerk', { type: 'takeIn', from: ' ' }).code).toBe('missing-field');
    expect(story.does('clerk', { type: 'takeIn', from: 'the South partnership' }).closed).toBeUndefined();
    story.does('clerk', { type: 'completeTask', task: 'assess' });
    story.does('clerk', { ...transfer, to: 'the South partnership' });
    story.does('clerk', { type: 'takeIn', from: 'the North partnership' });
    story.does('clerk', { type: 'addNote', words: 'Home again.' });
  });

  test('goes with a reason, to somebody', () => {
    expect(opened().isRefused('clerk', { ...transfer, reason: '' }).code).toBe('missing-reason');
    expect(opened().isRefused('clerk', { ...transfer, to: ' ' }).code).toBe('missing-field');
  });
});

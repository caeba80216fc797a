// Answers and records lie in lists by place, and a case shows them as records by name: to whoever reads, copies or
// keeps it. Ids of entries are kept for all cases of one log together, and each case knows only its own.
import { expect, test } from 'vitest';
import { perform } from '../../../engine/case/perform.ts';
import { answerOf, recordOf } from '../../../engine/case/folded.ts';
import { caseAt, replay } from '../../../engine/case/replay.ts';
import { walk } from '../../../engine/case/walkthrough.ts';
import { shippedWalkthroughs } from './shipped.ts';

const stories = shippedWalkthroughs().map(({ walkthrough, versions }) => ({ versions, ...walk(walkthrough, versions) }));

test('a copy of a case has its answers and records as the case has', () => {
  for (const { case: held } of stories) {
    if (!held) throw new Error('A shipped story opens no case.');
    const { answers, tasks } = held;
    expect(Object.keys(tasks).length).toBeGreaterThan(0);
    expect({ ...held }).toMatchObject({ answers, tasks });
    expect(JSON.parse(JSON.stringify(held))).toMatchObject(JSON.parse(JSON.stringify({ answers, tasks })) as object);
    expect(structuredClone({ ...held, state: undefined })).toMatchObject({ answers, tasks });
  }
});

test('a copy with other answers or records is read as it was given', () => {
  const [{ versions, case: held }] = stories as [typeof stories[number]];
  if (!held) throw new Error('A shipped story opens no case.');
  const { folded } = caseAt(versions, { ...held, answers: { invented: { value: true } }, tasks: {} }, held.asOf);
  expect([folded.answers, folded.tasks, recordOf(folded, Object.keys(held.tasks)[0] ?? '')]).toEqual([{ invented: { value: true } }, {}, undefined]);
  expect(answerOf(folded, undefined, 'invented')).toEqual({ value: true });
});

test('what was shown of a case stays as it was when the case goes on', () => {
  const [{ versions, events }] = stories as [typeof stories[number]];
  const half = replay(versions, events.slice(0, events.length / 2), 0);
  const seen = JSON.stringify([half.answers, half.tasks]);
  const whole = replay(versions, events, 0);
  expect(JSON.stringify([whole.answers, whole.tasks])).not.toBe(seen);
  expect(JSON.stringify([half.answers, half.tasks])).toBe(seen);
});

test('an entry of one course is not taken for one of another that began as the same case', () => {
  const [{ versions, events }] = stories as [typeof stories[number]];
  const last = events.at(-1);
  const held = replay(versions, events, last?.recorded ?? 0);
  const acting = { now: (last?.recorded ?? 0) + 1, role: last?.actor.role ?? '', person: 'A.B.' };
  const note = { type: 'addNote', words: 'Rang the school.', id: 'note-1', salt: 'note-1' } as const;
  const one = perform(versions, held, note, acting);
  const other = perform(versions, held, note, acting);
  expect([one.ok && one.events.length, other.ok && other.events.length]).toEqual([1, 1]);
  expect(one.ok && perform(versions, one.case, note, acting)).toMatchObject({ repeated: true, events: [] });
});

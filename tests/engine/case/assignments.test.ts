// Who of a role does a task: said, handed over with a note, given back; it decides nothing.
import { expect, test } from 'vitest';
import { assignments } from '../../../engine/case/assignments.ts';
import { verifyChain } from '../../../engine/case/hash.ts';
import { perform } from '../../../engine/case/perform.ts';
import { replay } from '../../../engine/case/replay.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import { at } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const opened = () => begun(procedureWith({}), '2026-12-07T09:00', { aware: '2026-12-07', died: false });
const assign = (task: string, person: string, note?: string): CommandBody => ({ type: 'assignTask', task, person, ...(note === undefined ? {} : { note }) });

test('a task is assigned, handed over with a note and given back, and nothing else in the case changes', () => {
  const story = opened();
  const task = Object.entries(story.case.tasks).find(([, records]) => records.at(-1)?.state === 'open')?.[0] ?? '';
  const before = story.case;
  story.does('manager', assign(task, 'A.B.'), { now: '2026-12-07T10:00' });
  story.does('manager', assign(task, 'C.D.', 'The school rings back on Friday.'), { now: '2026-12-08T10:00' });
  expect(assignments(story.case)).toEqual({ [task]: { person: 'C.D.', at: at('2026-12-08T10:00'), by: expect.objectContaining({ role: 'manager' }) as object, note: 'The school rings back on Friday.' } });
  expect([story.case.stages, story.case.answers, story.case.tasks]).toEqual([before.stages, before.answers, before.tasks]);
  expect(verifyChain(story.case.events).ok).toBe(true);
  expect(assignments(replay(story.versions, story.case.events, at('2027-01-01T00:00')))).toEqual(assignments(story.case));

  story.does('manager', assign(task, ''), { now: '2026-12-09T10:00' });
  expect(assignments(story.case)).toEqual({});
});

test('only an open task of the procedure is assigned, and the refusal says why', () => {
  const story = opened();
  const refused = (body: CommandBody) => { const outcome = perform(story.versions, story.case, { ...body, id: 'x', salt: 'x' }, { now: at('2026-12-07T11:00'), role: 'manager', person: 'A.B.' }); return outcome.ok ? 'accepted' : outcome.refusal.code; };
  const notRaised = Object.keys(procedureWith({}).tasks).find((id) => story.case.tasks[id] === undefined) ?? '';
  expect([refused(assign('nothing', 'A.B.')), refused(assign(notRaised, 'A.B.'))]).toEqual(['unknown-task', 'not-open']);
});

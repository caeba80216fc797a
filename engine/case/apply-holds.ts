// What placing and releasing a hold does to a case. Its other endings are derived (holds.ts).
import type { Apply } from './apply.ts';
import { ownList, touch } from './folded.ts';
import { expectReminder } from './hold-reminders.ts';
import { overAt } from './holds.ts';
import { expectTurn } from './turns.ts';

export const startHold: Apply<'holdStarted'> = ({ settling: { compiled, draft, at }, event }, { hold, reason, until }) => {
  ownList(draft, 'holds').push({ hold, from: event.occurred, reason, by: event.actor, ...(until !== undefined && { until }) });
  touch(draft, 'hold', hold);
  const over = until === undefined ? undefined : overAt(until);
  expectReminder(compiled, draft, { hold, from: event.occurred, nth: 1 });
  if (over !== undefined && over > at) expectTurn(draft, { at: over, touch: ['hold', hold] });
};

/** It still stands: the reminder is answered. */
export const confirmHold: Apply<'holdConfirmed'> = ({ settling: { draft }, event }, { hold }) => {
  const holds = ownList(draft, 'holds');
  const index = holds.findLastIndex((one) => one.hold === hold && one.ended === undefined);
  const found = holds[index];
  if (found) holds[index] = { ...found, confirmed: event.occurred };
};

export const releaseHold: Apply<'holdReleased'> = ({ settling: { draft }, event }, { hold }) => {
  const holds = ownList(draft, 'holds');
  const index = holds.findLastIndex((one) => one.hold === hold && one.ended === undefined);
  const found = holds[index];
  if (!found) return;
  holds[index] = { ...found, ended: event.occurred };
  touch(draft, 'hold', hold);
};

// Whether this computer's clock can be believed: set back behind what is recorded already, set far forward, or stopped
// while the computer slept. Dates that are counted rest on what was recorded, and do not move with it.
import type { Instant } from '../../engine/time/types.ts';

export type ClockWarning = 'back' | 'forward' | 'slept';
const SLACK = 2 * 60_000;
const FAR = 400 * 86_400_000;
const NAP = 10 * 60_000;

/** What is odd about `now` when the last entry was recorded at `last`. A year and more without an entry is odder than a wrong clock. */
export function clockWarning(now: Instant, last: Instant | undefined): 'back' | 'forward' | undefined {
  if (last === undefined || last === 0) return undefined;
  if (now < last - SLACK) return 'back';
  return now > last + FAR ? 'forward' : undefined;
}
/** Between two looks the computer's clock went much further than time that runs only while it is awake. */
export function slept(before: { readonly wall: Instant; readonly awake: number }, after: { readonly wall: Instant; readonly awake: number }): boolean {
  return after.wall - before.wall - (after.awake - before.awake) > NAP || after.awake - before.awake > NAP;
}

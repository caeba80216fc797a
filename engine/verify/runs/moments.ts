// The hours of a run: acts happen at whole minutes, in the day, and on the last day of a clock in its afternoon.
import { civilDateTime, instantOf, londonDay, MINUTE, type Day, type Instant } from '../../time/index.ts';

/** The first whole minute after an instant. */
export const minuteAfter = (at: Instant): Instant => (Math.floor(at / MINUTE) + 1) * MINUTE;
/** Ten in the morning of a day, London time. */
export const morningOf = (day: Day): Instant => instantOf(day, 600);

/** When an act happens that is left to its last day: at four in the afternoon, or at the last whole minute where that comes earlier; never before `now`. */
export function lastMoment(latest: Instant, now: Instant): Instant {
  const afternoon = instantOf(londonDay(latest), 16 * 60);
  const end = Math.floor(latest / MINUTE) * MINUTE;
  const wanted = afternoon <= end ? afternoon : end;
  if (wanted > now) return wanted;
  return end > now ? Math.min(minuteAfter(now), end) : minuteAfter(now);
}

/** The instant as a walkthrough writes it; the minute it lies in. */
export const written = (at: Instant): string => civilDateTime(at);

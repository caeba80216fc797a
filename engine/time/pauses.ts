// What a pause does to a bound: so much was left when it began, so much is left when it is over. Days that a pause
// only touches count as run: the day on which it begins belongs to the time before, the last day on which it lasts
// to the pause. It does not know why anything is paused.
import { addOfficeMinutes, officeMinutesBetween } from './business-hours.ts';
import { isInHours } from './count.ts';
import { MINUTE, endOfDay, londonDay, startOfDay } from './london.ts';
import { amountWords, minutesWords, plural } from './words.ts';
import type { Count, Day, Instant } from './types.ts';

/** A pause between two instants: the first that is paused, and the first that is not any more. */
export interface Pause { readonly first: Instant; readonly after: Instant }

/** The bound as it is after a pause that began before it. `side`: a last moment ends its day, an earliest one begins it. */
export function afterPause(count: Count, bound: Instant, { first, after }: Pause, side: 'latest' | 'earliest'): Instant {
  if (count.unit === 'hours') return bound + (after - first);
  if (count.unit === 'business-hours') return addOfficeMinutes(count.calendar, after, officeMinutesBetween(count.calendar, first, bound));
  const day = Math.max(dayAfter(count, bound, first, londonDay(after - 1), londonDay(after)), londonDay(after));
  return side === 'latest' ? endOfDay(day) : startOfDay(day);
}

function dayAfter(count: Count, bound: Instant, first: Instant, last: Day, resumed: Day): Day {
  const [from, to] = [londonDay(first), londonDay(bound)];
  if (count.unit === 'next-meeting') return to >= resumed ? to : (count.meetings?.find((day) => day >= resumed) ?? to);
  if (count.unit === 'working-days') return count.calendar.add(last, Math.max(count.calendar.distance(from, to), 0));
  const day = last + (to - from);
  if (count.roll === 'none' || count.calendar.isWorking(day)) return day;
  return count.calendar.add(day, count.roll === 'forward' ? 1 : -1);
}

/** "3 working days", "2 hours 5 minutes": what is left of a bound at an instant before it. */
export function leftWords(count: Count, at: Instant, bound: Instant): string {
  if (count.unit === 'business-hours') return minutesWords(Math.floor(officeMinutesBetween(count.calendar, at, bound)), 'office hour');
  if (isInHours(count)) return minutesWords(Math.floor((bound - at) / MINUTE));
  const [from, to] = [londonDay(at), londonDay(bound)];
  return count.unit === 'working-days' ? amountWords(Math.max(count.calendar.distance(from, to), 0), 'working-days') : plural(to - from, 'day');
}

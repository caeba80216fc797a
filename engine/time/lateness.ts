// How far an act missed its bounds, in the clock's own unit: working days late on a working-day clock,
// hours and minutes on an hour clock. Where the own unit has not passed once (Saturday for Friday's working-day
// date) the next smaller one speaks. It judges nothing: reasons and states are the case's.
import { officeMinutesBetween } from './business-hours.ts';
import { isInHours } from './count.ts';
import { addMonths, civilOf } from './day.ts';
import { MINUTE, londonDay } from './london.ts';
import { minutesWords, plural } from './words.ts';
import type { Count, Counted, Day, Instant } from './types.ts';

/** "2 working days late", "35 hours 45 minutes late"; undefined when the act was not late, or cannot be. */
export function lateness(count: Count, counted: Pick<Counted, 'latest'>, act: Instant): string | undefined {
  if (counted.latest === undefined || act <= counted.latest) return undefined;
  return `${missedBy(count, counted.latest, act)} late`;
}

/** "3 days too early"; undefined when the act was not too early, or cannot be. */
export function earliness(count: Count, counted: Pick<Counted, 'earliest'>, act: Instant): string | undefined {
  if (counted.earliest === undefined || act >= counted.earliest) return undefined;
  return `${missedBy(count, act, counted.earliest)} too early`;
}

function missedBy(count: Count, from: Instant, to: Instant): string {
  if (isInHours(count)) return missedByMinutes(count, from, to);
  const [first, last] = [londonDay(from), londonDay(to)];
  switch (count.unit) {
    case 'working-days': {
      const worked = count.calendar.distance(first, last);
      return worked > 0 ? plural(worked, 'working day') : plural(last - first, 'day');
    }
    case 'weeks':
      return lengthWords(Math.floor((last - first) / 7), 'week', (last - first) % 7);
    case 'months':
    case 'years':
      return missedByMonths(first, last);
    default:
      return plural(last - first, count.unit === 'calendar-days' ? 'calendar day' : 'day');
  }
}

function missedByMinutes(count: Count, from: Instant, to: Instant): string {
  const office = count.unit === 'business-hours' ? officeMinutesBetween(count.calendar, from, to) : 0;
  // A second late is late: a started minute counts.
  return office > 0 ? minutesWords(office, 'office hour') : minutesWords(Math.ceil((to - from) / MINUTE));
}

function missedByMonths(first: Day, last: Day): string {
  const [a, b] = [civilOf(first), civilOf(last)];
  const apart = (b.year - a.year) * 12 + b.month - a.month;
  const months = addMonths(first, apart) > last ? apart - 1 : apart;
  return lengthWords(months, 'month', last - addMonths(first, months));
}

function lengthWords(whole: number, noun: string, days: number): string {
  if (whole === 0) return plural(days, 'day');
  return days === 0 ? plural(whole, noun) : `${plural(whole, noun)} ${plural(days, 'day')}`;
}

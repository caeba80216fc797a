// Days, moments and lengths of time as people read them: "Thu 31 Dec 2026", "14:20 on Thu 10 Dec 2026",
// "35 hours 45 minutes". British English, London time. It decides nothing.
import { civilOf, weekday } from './day.ts';
import { clockTime, londonDay, londonMinutes } from './london.ts';
import type { Day, Instant, Unit } from './types.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Thu 31 Dec 2026", or "Thu 31 Dec" without the year. */
export function dayWords(day: Day, { year = true }: { readonly year?: boolean } = {}): string {
  const civil = civilOf(day);
  const words = `${shortDay(day)} ${MONTHS[civil.month - 1] ?? ''}`;
  return year ? `${words} ${civil.year}` : words;
}

function shortDay(day: Day): string {
  return `${WEEKDAYS[weekday(day)] ?? ''} ${civilOf(day).date}`;
}

/** "14:20 on Thu 10 Dec 2026" */
export function momentWords(instant: Instant): string {
  return `${clockTime(londonMinutes(instant))} on ${dayWords(londonDay(instant))}`;
}

/** "Fri 25 and Mon 28 Dec", "Mon 28 Dec 2026 and Fri 1 Jan 2027": a month is named once for the days it shares, and so is a year where there are two. */
export function daysWords(days: readonly Day[]): string {
  const years = new Set(days.map((day) => civilOf(day).year));
  return listWords(days.map((day, index) => {
    const [own, next] = [civilOf(day), days[index + 1]];
    const following = next === undefined ? undefined : civilOf(next);
    if (following?.month === own.month && following.year === own.year) return shortDay(day);
    return dayWords(day, { year: years.size > 1 && following?.year !== own.year });
  }));
}

/** "a", "a and b", "a, b and c"; or with "or". */
export function listWords(items: readonly string[], by: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${by} ${last}`;
}

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  hours: 'hour',
  'business-hours': 'office hour',
  'calendar-days': 'calendar day',
  'working-days': 'working day',
  weeks: 'week',
  months: 'month',
  years: 'year',
  'next-meeting': 'meeting',
};

/** "1 working day", "5 working days", "2 office hours" */
export function amountWords(amount: number, unit: Unit): string {
  return plural(amount, UNIT_WORDS[unit]);
}

/** "1 day", "3 days" */
export function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** "35 hours 45 minutes", "2 hours", "45 minutes"; whole minutes, 0 or more. */
export function minutesWords(minutes: number, hour = 'hour'): string {
  const hours = Math.floor(minutes / 60);
  const parts = [hours > 0 ? plural(hours, hour) : '', minutes % 60 > 0 ? plural(minutes % 60, 'minute') : ''];
  return parts.filter((part) => part !== '').join(' ') || plural(0, 'minute');
}

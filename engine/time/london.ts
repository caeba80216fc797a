// Europe/London between instants and the wall clock, by the rule in force since 1996: summer time (UTC+1) from
// 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October. Arithmetic only.
// A wall time that the spring change skips (01:30) means the same distance after the change (02:30);
// one that the autumn change repeats means its first occurrence. Both are what Temporal calls "compatible".
// Before 1996 a moment can be an hour out; days are never wrong by more than that hour.
import { civilDate, dayOf, digits, parseDay, twoDigits, weekday } from './day.ts';
import type { CivilDateTime, Day, Instant, Moment } from './types.ts';

/** Milliseconds in a minute, an hour and a UTC day. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The two clock changes of a year, as instants: forward in March, back in October. */
export function clockChanges(year: number): { readonly forward: Instant; readonly back: Instant } {
  return { forward: lastSunday(year, 3) * DAY + HOUR, back: lastSunday(year, 10) * DAY + HOUR };
}

function lastSunday(year: number, month: 3 | 10): Day {
  const last = dayOf(year, month, 31);
  return last - ((weekday(last) + 1) % 7);
}

// Worked out once for the years cases live in; any other year is worked out when asked for.
const FIRST_YEAR = 1996;
const CHANGES = Array.from({ length: 100 }, (_, index) => clockChanges(FIRST_YEAR + index));

const MEAN_YEAR = 365.2425 * DAY;

/** Milliseconds that London is ahead of UTC at an instant: 0 or an hour. */
export function offsetAt(instant: Instant): number {
  // The mean year may miss New Year by a day or two; both years then say winter, so the answer holds.
  const year = 1970 + Math.floor(instant / MEAN_YEAR);
  const changes = CHANGES[year - FIRST_YEAR] ?? clockChanges(year);
  return instant >= changes.forward && instant < changes.back ? HOUR : 0;
}

/** The day on the London calendar at an instant. */
export function londonDay(instant: Instant): Day {
  return Math.floor((instant + offsetAt(instant)) / DAY);
}

/** Whole minutes after midnight on the London wall clock, 0 to 1439. */
export function londonMinutes(instant: Instant): number {
  const local = instant + offsetAt(instant);
  return Math.floor((local - Math.floor(local / DAY) * DAY) / MINUTE);
}

/** The instant of a wall time: a day and minutes after midnight (1440 is the next midnight). */
export function instantOf(day: Day, minutes: number): Instant {
  const asUtc = day * DAY + minutes * MINUTE;
  // Summer time first: it is the earlier of two readings, and the one before the change for a skipped time.
  const asSummer = asUtc - HOUR;
  if (offsetAt(asSummer) === HOUR) return asSummer;
  return asUtc;
}

/** Midnight at the start of a day. */
export function startOfDay(day: Day): Instant {
  return instantOf(day, 0);
}

/** The last millisecond of a day; what is done then is still done that day. */
export function endOfDay(day: Day): Instant {
  return startOfDay(day + 1) - 1;
}

/** Writes an instant as `2026-12-10T14:20`, London time, seconds dropped. */
export function civilDateTime(instant: Instant): CivilDateTime {
  const minutes = londonMinutes(instant);
  return `${civilDate(londonDay(instant))}T${clockTime(minutes)}`;
}

/** Minutes after midnight as `14:20`. */
export function clockTime(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** Reads `14:20` as minutes after midnight; undefined unless it is 00:00 to 23:59. */
export function parseClockTime(text: string): number | undefined {
  if (text.length !== 5 || text[2] !== ':') return undefined;
  const [hours, minutes] = [digits(text, 0, 2), digits(text, 3, 5)];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined;
}

/** Reads `2026-12-10T14:20` as London wall time; undefined for anything else. Never throws. */
export function parseDateTime(text: string): Instant | undefined {
  if (text[10] !== 'T') return undefined;
  const day = parseDay(text.slice(0, 10));
  const minutes = parseClockTime(text.slice(11));
  return day === undefined || minutes === undefined ? undefined : instantOf(day, minutes);
}

/** Reads a date as a whole day and a date-time as an instant; undefined for anything else. Never throws. */
export function parseMoment(text: string): Moment | undefined {
  if (text.length === 10) {
    const day = parseDay(text);
    return day === undefined ? undefined : { day };
  }
  const instant = parseDateTime(text);
  return instant === undefined ? undefined : { instant };
}

/** The day a moment lies in. */
export function dayOfMoment(moment: Moment): Day {
  return 'day' in moment ? moment.day : londonDay(moment.instant);
}

/** The instant of a moment; a whole day stands for its start. */
export function instantOfMoment(moment: Moment): Instant {
  return 'day' in moment ? startOfDay(moment.day) : moment.instant;
}

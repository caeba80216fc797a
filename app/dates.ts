// Dates and times as people read them, Europe/London, always with the weekday. Arithmetic is the engine's.
import { civilOf, parseDay, weekday } from '../engine/time/day.ts';
import { civilDateTime, clockTime, londonDay, londonMinutes } from '../engine/time/london.ts';
import type { CivilDate, CivilDateTime, Instant } from '../engine/time/types.ts';
import { dayWords } from '../engine/time/words.ts';

const LONG_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const LONG_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** "Thursday 31 December 2026". */
export function longDay(instant: Instant): string {
  const day = londonDay(instant);
  const civil = civilOf(day);
  return `${LONG_DAYS[weekday(day)]} ${civil.date} ${LONG_MONTHS[civil.month - 1]} ${civil.year}`;
}
/** "December 2026": the month that holds the day. */
export function monthWords(day: number): string {
  const civil = civilOf(day);
  return `${LONG_MONTHS[civil.month - 1]} ${civil.year}`;
}
/** "10:42", London. */
export function timeWords(instant: Instant): string { return clockTime(londonMinutes(instant)); }

/** "Wed 30 Dec, 15:20"; the year is added when it is not the year of `now`. */
export function instantWords(instant: Instant, now?: Instant): string {
  const day = londonDay(instant);
  const year = now !== undefined && civilOf(day).year !== civilOf(londonDay(now)).year;
  return `${dayWords(day, { year })}, ${timeWords(instant)}`;
}
/** "Wed 30 Dec 2026, 15:20", as records say it: always with the year. */
export function recordWords(instant: Instant): string { return `${dayWords(londonDay(instant), { year: true })}, ${timeWords(instant)}`; }
/** "Tue 5 Jan 2027" or "Tue 5 Jan 2027, 10:00"; what cannot be read is given back as it stands. */
export function civilWords(civil: CivilDate | CivilDateTime, year = true): string {
  const day = parseDay(civil.slice(0, 10));
  if (day === undefined) return civil;
  return civil.length > 10 ? `${dayWords(day, { year })}, ${civil.slice(11, 16)}` : dayWords(day, { year });
}
/** `2026-12-31`, London. */
export function civilDay(instant: Instant): CivilDate { return civilDateTime(instant).slice(0, 10); }

/** "a day later", "3 days later", "2 hours later": how long after something happened it was entered. */
export function laterWords(occurred: Instant, recorded: Instant): string {
  const days = londonDay(recorded) - londonDay(occurred);
  if (days === 1) return 'a day later';
  if (days > 1) return `${days} days later`;
  const hours = Math.floor((recorded - occurred) / 3_600_000);
  return hours < 1 ? 'later the same hour' : hours === 1 ? 'an hour later' : `${hours} hours later`;
}
/** True when the computer's own clock is set to another zone than Europe/London at this moment. */
export function otherZone(): string | undefined {
  const zone = new Intl.DateTimeFormat('en-GB').resolvedOptions().timeZone;
  const now = Date.now();
  return londonMinutes(now) === new Date(now).getHours() * 60 + new Date(now).getMinutes() && londonDay(now) === Math.floor((now - new Date(now).getTimezoneOffset() * 60_000) / 86_400_000) ? undefined : zone;
}

// Civil days as whole numbers: 1970-01-01 is day 0, the day after it day 1.
// Everything is arithmetic on the Gregorian calendar; no Date and no time zone comes near it.
// What a working day or a clock change is lives elsewhere (calendar.ts, london.ts).
import type { CivilDate, Day } from './types.ts';

/** A day taken apart: month 1 to 12, date 1 to 31. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

const DAYS_IN_ERA = 146_097; // 400 Gregorian years
const EPOCH_IN_ERA = 719_468; // 0000-03-01 to 1970-01-01

/**
 * The day number of a civil date. Months outside 1–12 and dates outside the month are the caller's fault:
 * use `parseDay` for anything a person wrote. Years start in March here, so that the leap day is the last.
 */
export function dayOf(year: number, month: number, date: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - EPOCH_IN_ERA;
}

/** Year, month and date of a day; the reverse of `dayOf`. */
export function civilOf(day: Day): Civil {
  const shifted = day + EPOCH_IN_ERA;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

/** 0 for Monday to 6 for Sunday. */
export function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7; // day 0 was a Thursday
}

/** Days in a month (1 to 12) of a year: 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * The same date `months` later (earlier when negative), or the last day of that month where it is shorter:
 * one month after 31 January 2026 is 28 February 2026.
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = civilOf(day);
  const whole = year * 12 + (month - 1) + months;
  const newYear = Math.floor(whole / 12);
  const newMonth = (whole % 12 + 12) % 12 + 1;
  return dayOf(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)));
}

/** Reads `2026-12-10`; undefined for anything else, 30 February and year 0000 included. Never throws. */
export function parseDay(text: string): Day | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const [year, month, date] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  if (!(year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month))) return undefined;
  return dayOf(year, month, date);
}

/** The number written in a text from one place up to another; NaN where there is anything but the digits 0 to 9. */
export function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let place = from; place < to; place += 1) {
    const digit = text.charCodeAt(place) - 48;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : Number.NaN;
  }
  return number;
}

/** Writes a day as `2026-12-10`. */
export function civilDate(day: Day): CivilDate {
  const { year, month, date } = civilOf(day);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}`;
}

/** 7 as `07`. */
export function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}

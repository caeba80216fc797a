// A calendar ready to count with: the weekdays worked, less bank holidays and local closures.
// Working days are numbered once over the years the data covers (ordinals), so that adding and measuring are
// look-ups; before and after those years the bare week pattern is continued by arithmetic, and `certainty` says so.
// It does not know what is counted or why (count.ts).
import { bankHolidays, certaintyOfYear } from './bank-holidays.ts';
import { civilOf, dayOf, parseDay, weekday } from './day.ts';
import { parseClockTime } from './london.ts';
import type { Calendar, Text } from '../procedure/types.ts';
import type { Day, WorkingCalendar } from './types.ts';

type Closed = { readonly name: string; readonly expected: boolean; readonly closure?: true };

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const FIRST_TABLED_YEAR = 2018;
const LAST_TABLED_YEAR = 2031;
const MONDAY = -3; // 1969-12-29, a Monday to count weeks from

/**
 * Makes a calendar of the procedure ready to count with.
 * Dates it cannot read are left out (reading the file has reported them); it throws RangeError when no weekday is
 * worked, since no working day would ever come.
 */
export function workingCalendar(definition: Calendar): WorkingCalendar {
  const pattern = weekPattern(definition.days.map((day) => WEEK.indexOf(day)));
  const closed = closedDays(definition);
  const { first, last } = tabledSpan(closed);
  const table = tableOf(first, last, (day) => pattern.works(day) && !closed.has(day));
  const before = pattern.ordinal(first - 1);
  const within = before + table.workingDays.length;
  const skipped = pattern.ordinal(last) - within; // pattern days that the table leaves out

  // Ordinals number the working days: `ordinal(day)` is that of the last one up to and including the day.
  const ordinal = (day: Day): number => {
    if (day < first) return pattern.ordinal(day);
    return day > last ? pattern.ordinal(day) - skipped : before + (table.upTo[day - first] ?? 0);
  };
  const dayAt = (n: number): Day => {
    if (n <= before) return pattern.dayAt(n);
    return n > within ? pattern.dayAt(n + skipped) : (table.workingDays[n - before - 1] ?? first);
  };
  const extended = yearsOf(definition.additional ?? []);
  const hours = openingHours(definition);
  return {
    label: plain(definition.label),
    isWorking: (day) => ordinal(day) !== ordinal(day - 1),
    add: (day, n) => (n === 0 ? day : dayAt(n > 0 ? ordinal(day) + n : ordinal(day - 1) + 1 + n)),
    distance: (from, to) => ordinal(to) - ordinal(from),
    closedOn: (day) => (pattern.works(day) ? closed.get(day) : undefined),
    certainty: (day) => {
      if (definition.holidays === 'none') return 'published';
      const { year } = civilOf(day);
      const known = certaintyOfYear(year);
      return known === 'unknown' && extended.has(year) ? 'expected' : known;
    },
    ...hours,
  };
}

/** Weekdays worked (0 Monday to 6 Sunday), numbered without end by arithmetic. */
function weekPattern(weekdays: readonly number[]) {
  const worked = WEEK.map((_, index) => weekdays.includes(index));
  const offsets = worked.flatMap((works, index) => (works ? [index] : []));
  if (offsets.length === 0) throw new RangeError('A calendar needs at least one weekday that is worked.');
  const upTo = worked.map((_, index) => offsets.filter((offset) => offset <= index).length);
  return {
    works: (day: Day): boolean => worked[weekday(day)] === true,
    ordinal: (day: Day): number => Math.floor((day - MONDAY) / 7) * offsets.length + (upTo[weekday(day)] ?? 0),
    dayAt: (n: number): Day => {
      const week = Math.floor((n - 1) / offsets.length);
      return MONDAY + week * 7 + (offsets[n - 1 - week * offsets.length] ?? 0);
    },
  };
}

function tableOf(first: Day, last: Day, works: (day: Day) => boolean) {
  const upTo = new Int32Array(last - first + 1);
  const workingDays: Day[] = [];
  for (let day = first; day <= last; day++) {
    if (works(day)) workingDays.push(day);
    upTo[day - first] = workingDays.length;
  }
  return { upTo, workingDays };
}

/** Whole years, widened when a manager has entered a day outside them, within reason. */
function tabledSpan(closed: ReadonlyMap<Day, Closed>): { readonly first: Day; readonly last: Day } {
  let [firstYear, lastYear] = [FIRST_TABLED_YEAR, LAST_TABLED_YEAR];
  for (const day of closed.keys()) {
    const { year } = civilOf(day);
    if (year >= 1970 && year <= 2100) [firstYear, lastYear] = [Math.min(firstYear, year), Math.max(lastYear, year)];
  }
  return { first: dayOf(firstYear, 1, 1), last: dayOf(lastYear, 12, 31) };
}

function closedDays(definition: Calendar): ReadonlyMap<Day, Closed> {
  const closed = new Map<Day, Closed>();
  for (const { day, label } of dated(definition.closures ?? [])) closed.set(day, { name: label, expected: false, closure: true });
  for (const { day, label } of dated(definition.additional ?? [])) closed.set(day, { name: label, expected: false });
  if (definition.holidays === 'none') return closed;
  for (const { day, title, expected } of bankHolidays(definition.holidays)) closed.set(day, { name: title, expected });
  return closed;
}

type DatedLabel = { readonly date: string; readonly label: Text };

function dated(entries: readonly DatedLabel[]): readonly { readonly day: Day; readonly label: string }[] {
  return entries.flatMap(({ date, label }) => {
    const day = parseDay(date);
    return day === undefined ? [] : [{ day, label: plain(label) }];
  });
}

function yearsOf(entries: readonly DatedLabel[]): ReadonlySet<number> {
  return new Set(dated(entries).map(({ day }) => civilOf(day).year));
}

function openingHours(definition: Calendar): { readonly opens?: number; readonly closes?: number } {
  const opens = parseClockTime(definition.hours?.opens ?? '');
  const closes = parseClockTime(definition.hours?.closes ?? '');
  return opens === undefined || closes === undefined || closes <= opens ? {} : { opens, closes };
}

/** A text in English where it has it, else in its first language. */
function plain(text: Text): string {
  return typeof text === 'string' ? text : (text['en'] ?? Object.values(text)[0] ?? '');
}

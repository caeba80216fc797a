// Days of a month and what falls on them, from the entries of Today.
import { addMonths, civilDate, civilOf, dayOf, daysInMonth, weekday } from '../../../engine/time/day.ts';
import { londonDay } from '../../../engine/time/london.ts';
import type { Day, Instant, WorkingCalendar } from '../../../engine/time/types.ts';
import type { Entry } from './overview.ts';

export interface MonthDay { readonly day: Day; readonly date: number; readonly iso: string; readonly working: boolean; readonly holiday?: string; readonly today: boolean; readonly inMonth: boolean; readonly entries: readonly Entry[]; readonly state: 'late' | 'today' | 'come' }

/** Whole weeks from Monday, from the first to the last day given. */
export function weeksOf(first: Day, last: Day, entries: readonly Entry[], calendar: WorkingCalendar, now: Instant, month?: number): readonly (readonly MonthDay[])[] {
  const byDay = new Map<Day, Entry[]>();
  for (const entry of entries) if (entry.day !== undefined) byDay.set(entry.day, [...(byDay.get(entry.day) ?? []), entry]);
  const start = first - weekday(first);
  const weeks = Math.ceil((last - start + 1) / 7);
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_, at) => dayView(start + week * 7 + at, byDay, calendar, now, month)));
}
function dayView(day: Day, byDay: ReadonlyMap<Day, readonly Entry[]>, calendar: WorkingCalendar, now: Instant, month: number | undefined): MonthDay {
  const closed = calendar.closedOn(day);
  const today = londonDay(now);
  const entries = byDay.get(day) ?? [];
  const late = entries.some((one) => one.group === 'late');
  return { day, date: civilOf(day).date, iso: civilDate(day), working: calendar.isWorking(day), ...(closed === undefined ? {} : { holiday: closed.name }), today: day === today, inMonth: month === undefined || civilOf(day).month === month, entries, state: late ? 'late' : day === today ? 'today' : 'come' };
}
/** First and last day of the month of a text such as `2026-12`; of the month of `now` when it is none. */
export function monthFrom(text: string | null, now: Instant): { readonly first: Day; readonly last: Day; readonly year: number; readonly month: number; readonly iso: (shift: number) => string } {
  const found = /^(\d{4})-(\d{2})$/.exec(text ?? '');
  const today = civilOf(londonDay(now));
  const [year, month] = found === null || Number(found[2]) < 1 || Number(found[2]) > 12 ? [today.year, today.month] : [Number(found[1]), Number(found[2])];
  const first = dayOf(year, month, 1);
  return { first, last: first + daysInMonth(year, month) - 1, year, month, iso: (shift) => civilDate(addMonths(first, shift)).slice(0, 7) };
}

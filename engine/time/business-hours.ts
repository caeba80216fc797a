// Hours counted only while an office is open, by the wall clock of its calendar.
// Office time is one line: every working day adds its opening minutes, end to end. A calendar without opening
// hours is open all of each working day. Clock changes fall at 1 am on a Sunday; an office open then is counted
// by its wall clock, not by elapsed time.
import { instantOf, londonDay, londonMinutes } from './london.ts';
import type { Instant, WorkingCalendar } from './types.ts';

const WHOLE_DAY = 24 * 60;

/** The instant `minutes` of office time after `from`, or before it when negative. */
export function addOfficeMinutes(calendar: WorkingCalendar, from: Instant, minutes: number): Instant {
  if (minutes === 0) return from;
  const target = officeMinutes(calendar, from) + minutes;
  const { opens, length } = officeDay(calendar);
  // A whole number of days ends at closing time when counting on, and at opening time when counting back.
  const days = minutes < 0 ? Math.floor(target / length) + 1 : Math.ceil(target / length);
  return instantOf(workingDayNumber(calendar, days), opens + target - (days - 1) * length);
}

/** Minutes of office time between two instants; negative when `to` is the earlier. */
export function officeMinutesBetween(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  return officeMinutes(calendar, to) - officeMinutes(calendar, from);
}

/** Office minutes from the start of day 0 to an instant. */
function officeMinutes(calendar: WorkingCalendar, instant: Instant): number {
  const day = londonDay(instant);
  const { opens, length } = officeDay(calendar);
  const today = calendar.isWorking(day) ? Math.min(Math.max(londonMinutes(instant) - opens, 0), length) : 0;
  return calendar.distance(-1, day - 1) * length + today;
}

function officeDay(calendar: WorkingCalendar): { readonly opens: number; readonly length: number } {
  const opens = calendar.opens ?? 0;
  return { opens, length: (calendar.closes ?? WHOLE_DAY) - opens };
}

/** The nth working day from day 0 on; 0 and below are the ones before it. */
function workingDayNumber(calendar: WorkingCalendar, n: number): number {
  return n > 0 ? calendar.add(-1, n) : calendar.add(0, n - 1);
}

// The days a body meets: dates agreed, or a monthly pattern. It knows no body and no agenda.
// A patterned day on a bank holiday stays where the pattern puts it: bodies move meetings, calendars do not.
import { civilOf, dayOf, daysInMonth, parseDay, weekday } from './day.ts';
import type { MeetingCalendar } from '../procedure/types.ts';
import type { Day, WorkingCalendar } from './types.ts';

type Monthly = NonNullable<MeetingCalendar['monthly']>;

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/**
 * The meeting days from `fromDay` to `untilDay`, both included, in order and each once; none outside the calendar's own time.
 * The working calendar decides which is a month's last working day.
 */
export function meetingDays(definition: MeetingCalendar, calendar: WorkingCalendar, fromDay: Day, untilDay: Day): readonly Day[] {
  const agreed = (definition.dates ?? []).map(parseDay).filter((day) => day !== undefined);
  const patterned = definition.monthly ? monthlyDays(definition.monthly, calendar, fromDay, untilDay) : [];
  const { from, until } = definition.inForce ?? {};
  const [first, last] = [Math.max(fromDay, parseDay(from ?? '') ?? fromDay), Math.min(untilDay, parseDay(until ?? '') ?? untilDay)];
  const within = [...agreed, ...patterned].filter((day) => day >= first && day <= last);
  return [...new Set(within)].sort((a, b) => a - b);
}

function monthlyDays(monthly: Monthly, calendar: WorkingCalendar, fromDay: Day, untilDay: Day): readonly Day[] {
  const [first, last] = [civilOf(fromDay), civilOf(untilDay)];
  const months = (last.year - first.year) * 12 + last.month - first.month + 1;
  return Array.from({ length: Math.max(0, months) }, (_, index) => {
    const whole = first.month - 1 + index;
    return dayInMonth(monthly, calendar, first.year + Math.floor(whole / 12), (whole % 12) + 1);
  });
}

function dayInMonth(monthly: Monthly, calendar: WorkingCalendar, year: number, month: number): Day {
  const last = dayOf(year, month, daysInMonth(year, month));
  if ('lastWorkingDay' in monthly) return calendar.add(last + 1, -1);
  const wanted = WEEK.indexOf(monthly.day);
  if (monthly.week === -1) return last - ((weekday(last) - wanted + 7) % 7);
  const first = dayOf(year, month, 1);
  return first + ((wanted - weekday(first) + 7) % 7) + (monthly.week - 1) * 7;
}

// How far two answered dates lie apart: whole years (an age), days, or working days of a calendar.
import { civilOf, londonDay, parseMoment } from '../time/index.ts';
import type { Day, WorkingCalendar } from '../time/index.ts';
import type { Value } from './types.ts';

/**
 * From one date or date-time to another, negative when the second is earlier; undefined when either is not known
 * or not a date, and for working days without a calendar. Someone born on 29 February is a year older on 1 March.
 */
export function distanceBetween(from: Value | undefined, to: Value | undefined, unit: 'years' | 'days' | 'working-days', calendar?: WorkingCalendar): number | undefined {
  const [first, last] = [answeredDay(from), answeredDay(to)];
  if (first === undefined || last === undefined) return undefined;
  switch (unit) {
    case 'years':
      return wholeYears(first, last);
    case 'days':
      return last - first;
    case 'working-days':
      return calendar?.distance(first, last);
  }
}

function answeredDay(value: Value | undefined): Day | undefined {
  const moment = typeof value === 'string' ? parseMoment(value) : undefined;
  if (moment === undefined) return undefined;
  return 'day' in moment ? moment.day : londonDay(moment.instant);
}

function wholeYears(first: Day, last: Day): number {
  if (last < first) return 0 - wholeYears(last, first);
  const [born, at] = [civilOf(first), civilOf(last)];
  const before = at.month < born.month || (at.month === born.month && at.date < born.date);
  return at.year - born.year - (before ? 1 : 0);
}

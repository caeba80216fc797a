// The working calendar of a page over all cases: that of the first procedure, or England's while there is none.
import { workingCalendar } from '../../../engine/time/calendar.ts';
import type { WorkingCalendar } from '../../../engine/time/types.ts';
import type { Overview } from './useOverview.ts';

const england = workingCalendar({ label: 'England', days: ['mon', 'tue', 'wed', 'thu', 'fri'], holidays: 'england-and-wales' });

export function calendarOf({ procedures: [first] }: Pick<Overview, 'procedures'>): WorkingCalendar {
  return first?.calendars.get(first.procedure.conventions.calendar) ?? england;
}

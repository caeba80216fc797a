// The working calendar of a page over all cases: that of the first procedure, or England's while there is none, with the
// days on which the settings say that the office is closed. It suggests and shades; time limits are counted by their own.
import { workingCalendar } from '../../../engine/time/calendar.ts';
import type { Calendar } from '../../../engine/procedure/types.ts';
import type { WorkingCalendar } from '../../../engine/time/types.ts';
import type { Overview } from './useOverview.ts';

type Closed = readonly { readonly date: string; readonly words: string }[];
const ENGLAND: Calendar = { label: 'England', days: ['mon', 'tue', 'wed', 'thu', 'fri'], holidays: 'england-and-wales' };
const england = workingCalendar(ENGLAND);
const made = new WeakMap<Closed, Map<Calendar, WorkingCalendar>>();

export function calendarOf({ procedures: [first], shut = [] }: Pick<Overview, 'procedures' | 'shut'>): WorkingCalendar {
  const id = first?.procedure.conventions.calendar ?? '';
  if (shut.length === 0) return first?.calendars.get(id) ?? england;
  const own = first?.procedure.calendars[id] ?? ENGLAND;
  const known = made.get(shut) ?? new Map<Calendar, WorkingCalendar>();
  made.set(shut, known);
  const calendar = known.get(own) ?? workingCalendar({ ...own, closures: [...own.closures ?? [], ...shut.map(({ date, words }) => ({ date, label: words }))] });
  known.set(own, calendar);
  return calendar;
}

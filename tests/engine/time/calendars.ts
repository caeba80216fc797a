// Calendars that the tests of time share.
import { workingCalendar } from '../../../engine/time/index.ts';
import type { Calendar } from '../../../engine/procedure/types.ts';
import type { Count, NationId } from '../../../engine/time/index.ts';

export const office: Calendar = {
  label: 'Office', days: ['mon', 'tue', 'wed', 'thu', 'fri'], holidays: 'england-and-wales', hours: { opens: '09:00', closes: '17:00' },
};
export const england = workingCalendar(office);

export function nation(holidays: NationId | 'none') {
  return workingCalendar({ ...office, holidays });
}

/** Five working days within, unless told otherwise. */
export function clock(changes: Partial<Count> = {}): Count {
  return { direction: 'within', amount: 5, unit: 'working-days', calendar: england, triggerDay: 0, roll: 'none', ...changes };
}

// A clock counted for a chosen date: the date it gives, the sentence that says how, and the days between as cells.
// The engine counts; nothing here adds days on its own.
import type { Procedure, Timescale } from '../../engine/procedure/types.ts';
import { count, dayWords, explain, isInHours, meetingDays, momentWords, parseClockTime, parseMoment, workingCalendar, dayOfMoment, londonDay } from '../../engine/time/index.ts';
import type { Count, Day, Moment, WorkingCalendar } from '../../engine/time/types.ts';
import { settled } from '../../engine/procedure/words/clock.ts';

export interface Example {

  readonly due: string;
  readonly sentence: string;
  readonly start: Day;
  readonly last: Day;
  readonly expected: boolean;
  readonly calendar: WorkingCalendar;
  readonly working: boolean;
}

const MEETINGS_AHEAD = 800;

/** What to count, or null when the procedure leaves the amount, the unit or the calendar open. */
export function countOf(procedure: Procedure, timescale: Timescale, from: Moment): Count | null {
  const unit = settled(procedure, timescale.unit);
  const amount = timescale.amount;
  const number = typeof amount === 'object' && !('setting' in amount) ? undefined : settled(procedure, amount);
  const definition = procedure.calendars[timescale.calendar ?? procedure.conventions.calendar];
  if (unit === undefined || number === undefined || definition === undefined || definition.days.length === 0) return null;
  const calendar = workingCalendar(definition);
  const meeting = procedure.meetings?.[timescale.meeting ?? ''];
  const start = dayOfMoment(from);
  const cutOff = timescale.cutOff ?? procedure.conventions.cutOff;
  const minutes = cutOff === undefined ? undefined : parseClockTime(cutOff);
  return {
    direction: timescale.direction, amount: number, unit, calendar, ...(timescale.until === undefined ? {} : { until: timescale.until }),
    triggerDay: settled(procedure, timescale.triggerDay ?? procedure.conventions.triggerDay) ?? 0, roll: settled(procedure, timescale.roll ?? procedure.conventions.roll) ?? 'none',
    ...(minutes === undefined ? {} : { cutOff: minutes }), ...(meeting === undefined ? {} : { meetings: meetingDays(meeting, calendar, start, start + MEETINGS_AHEAD) }),
  };
}

/** The clock counted from `2026-12-21` or `2026-12-21T14:20`; null when it cannot be counted. */
export function exampleOf(procedure: Procedure, timescale: Timescale, from: string): Example | null {
  const moment = parseMoment(from);
  const what = moment === undefined ? null : countOf(procedure, timescale, moment);
  if (moment === undefined || what === null) return null;
  try {
    const counted = count(what, moment);
    if (counted.date === '') return null;
    const start = dayOfMoment(moment);
    const end = counted.latest ?? counted.earliest;
    const last = parseMoment(counted.date);
    const hours = isInHours(what);
    const due = hours && end !== undefined ? momentWords(end) : dayWords(last === undefined ? start : dayOfMoment(last));
    return {
      due, sentence: explain(what, moment, counted), start, last: last === undefined ? (end === undefined ? start : londonDay(end)) : dayOfMoment(last),
      expected: counted.certainty !== 'published', calendar: what.calendar, working: what.unit === 'working-days',
    };
  } catch { return null; } // an amount beyond what dates can hold
}

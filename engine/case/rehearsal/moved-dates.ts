// Dates of a case moved together to another time: either so that every working-day interval stays the same, or by whole
// weeks, so that every interval in days and hours does. The order of what happened stays in both.
import { civilDate, instantOf, londonDay, londonMinutes, parseDay, weekday, type Day, type Instant, type WorkingCalendar } from '../../time/index.ts';

export type Keeping = 'working-days' | 'calendar-days';
export interface Moving { day(day: Day): Day; instant(instant: Instant): Instant; /** A date or date-time as written; other texts are given back. */ written(text: string): string }

/** How to move days so that `from` becomes the first fitting day on or after `to`: the same day of the week, and working where it was. */
export function movingDates(calendar: WorkingCalendar, from: Day, to: Day, keeping: Keeping): Moving {
  const start = firstFitting(calendar, from, to);
  const day = keeping === 'calendar-days' ? (one: Day): Day => one + (start - from) : (one: Day): Day => workingMoved(calendar, from, start, one);
  const instant = (one: Instant): Instant => instantOf(day(londonDay(one)), londonMinutes(one));
  return { day, instant, written: (text) => writtenMoved(text, day) };
}

function firstFitting(calendar: WorkingCalendar, from: Day, to: Day): Day {
  let day = to + ((weekday(from) - weekday(to) + 7) % 7);
  while (calendar.isWorking(day) !== calendar.isWorking(from)) day += 7;
  return day;
}

/** A working day keeps its number from the last one up to the start; a day off stays as long after the working day before it, or is drawn in where the days off are fewer. */
function workingMoved(calendar: WorkingCalendar, from: Day, start: Day, one: Day): Day {
  const before = lastWorking(calendar, one);
  const moved = calendar.add(lastWorking(calendar, start), calendar.distance(lastWorking(calendar, from), before));
  const [had, room] = [calendar.add(before, 1) - before - 1, calendar.add(moved, 1) - moved - 1];
  return moved + (room >= had ? one - before : Math.ceil(((one - before) * room) / had));
}

function lastWorking(calendar: WorkingCalendar, day: Day): Day {
  let working = day;
  while (!calendar.isWorking(working)) working -= 1;
  return working;
}

const DATE = /^\d{4}-\d{2}-\d{2}(?=$|T\d{2}:\d{2}$)/;

function writtenMoved(text: string, move: (day: Day) => Day): string {
  const found = DATE.exec(text);
  const day = found ? parseDay(found[0]) : undefined;
  return day === undefined ? text : `${civilDate(move(day))}${text.slice(10)}`;
}

/** True for a text that is a date or a date-time and nothing else. */
export const isWrittenDate = (text: string): boolean => DATE.test(text);

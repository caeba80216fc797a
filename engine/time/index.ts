// The public surface of time: days and moments, working calendars, counting and the sentence that explains it.
export type * from './types.ts';
export type { Civil } from './day.ts';
export type { BankHoliday, NationId } from './bank-holidays.ts';
export type { Bounds } from './count.ts';
export { addMonths, civilDate, civilOf, dayOf, daysInMonth, parseDay, weekday } from './day.ts';
export {
  HOUR, MINUTE, civilDateTime, clockChanges, clockTime, dayOfMoment, endOfDay, instantOf, instantOfMoment, londonDay,
  londonMinutes, offsetAt, parseClockTime, parseDateTime, parseMoment, startOfDay,
} from './london.ts';
export { FIRST_PUBLISHED, LAST_EXPECTED, LAST_PUBLISHED, bankHolidays, certaintyOfYear } from './bank-holidays.ts';
export { workingCalendar } from './calendar.ts';
export { meetingDays } from './meetings.ts';
export { bounds, count, isInHours } from './count.ts';
export { explain } from './explain.ts';
export { earliness, lateness } from './lateness.ts';
export { afterPause, leftWords } from './pauses.ts';
export type { Pause } from './pauses.ts';
export { amountWords, dayWords, daysWords, listWords, minutesWords, momentWords, plural } from './words.ts';

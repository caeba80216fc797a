// Working time as one number: working days and parts of one since a first day. Between instants and that number, by tables
// made once, so that thousands of runs need no calendar.
import { instantOf, londonDay, londonMinutes, type Day, type Instant, type WorkingCalendar } from '../../time/index.ts';

const OPENS = 9 * 60;
const CLOSES = 17 * 60;

export interface WorkingTime {
  /** Working days since the first day; a moment outside office hours counts as the nearest hour within. */
  at(instant: Instant): number;
  /** The moment at which so much working time has passed, and its day. */
  instant(worked: number): Instant;
  day(worked: number): Day;
  /** Working days up to the end of a day. */
  through(day: Day): number;
}

/** Working time from a day on, for as many days as are looked ahead; beyond them the last day stands. */
export function workingTime(calendar: WorkingCalendar, first: Day, days: number): WorkingTime {
  const before: number[] = [];
  const worked: Day[] = [];
  for (let day = first; day < first + days; day++) {
    before.push(worked.length);
    if (calendar.isWorking(day)) worked.push(day);
  }
  const last = worked.at(-1) ?? first;
  return {
    at: (instant) => {
      const day = londonDay(instant);
      const index = Math.max(0, Math.min(day - first, days - 1));
      const part = calendar.isWorking(day) ? (Math.min(Math.max(londonMinutes(instant), OPENS), CLOSES) - OPENS) / (CLOSES - OPENS) : 0;
      return (before[index] ?? 0) + Math.min(part, 0.9999);
    },
    day: (amount) => worked[Math.floor(amount)] ?? last,
    through: (day) => before[Math.max(0, day - first + 1)] ?? worked.length,
    instant: (amount) => {
      const whole = Math.floor(amount);
      return instantOf(worked[whole] ?? last, OPENS + Math.floor((amount - whole) * (CLOSES - OPENS)));
    },
  };
}

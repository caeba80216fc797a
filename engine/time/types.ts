// The shapes of the time folder: instants and days in, one date and its sentence out. Nothing here knows a case.

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
/** Whole days since 1970-01-01, as a Europe/London calendar reads them. */
export type Day = number;
/** `2026-12-10` */
export type CivilDate = string;
/** `2026-12-10T14:20`, Europe/London. */
export type CivilDateTime = string;
/** What a clock is counted from: a whole day, or a moment. */
export type Moment = { readonly day: Day } | { readonly instant: Instant };

export type Direction = 'within' | 'at-least-before' | 'at-least-after' | 'not-before' | 'at-least-for' | 'on' | 'window';
export type Unit = 'hours' | 'business-hours' | 'calendar-days' | 'working-days' | 'weeks' | 'months' | 'years' | 'next-meeting';
export type Roll = 'none' | 'forward' | 'back';

/** A calendar ready to count with: which days are worked, and why a day is left out. */
export interface WorkingCalendar {
  readonly label: string;
  isWorking(day: Day): boolean;
  /** nth working day after (n > 0) or before (n < 0) the day; 0 gives the day itself. */
  add(day: Day, n: number): Day;
  /** Working days in (from, to]; negative when to < from. */
  distance(from: Day, to: Day): number;
  /** Why a weekday is not worked: the bank holiday's or closure's name. */
  closedOn(day: Day): { readonly name: string; readonly expected: boolean; /** A local closure, not a bank holiday. */ readonly closure?: true } | undefined;
  /** published, expected (2029-2030) or beyond the data. */
  certainty(day: Day): 'published' | 'expected' | 'unknown';
  readonly opens?: number;   // minutes after midnight
  readonly closes?: number;
}
/** What to count. */
export interface Count {
  readonly direction: Direction;
  readonly amount: number;
  readonly until?: number;
  readonly unit: Unit;
  readonly calendar: WorkingCalendar;
  readonly triggerDay: 0 | 1;
  readonly roll: Roll;
  /** Minutes after midnight, Europe/London; a trigger later than this counts as the next day. */
  readonly cutOff?: number;
  /** Meeting days in order, for `next-meeting`. */
  readonly meetings?: readonly Day[];
}
/** The date counted. Bounds are inclusive: done at `latest` complies, done at `earliest` complies. */
export interface Counted {
  /** Last moment that complies; absent for at-least-after / not-before / at-least-for. */
  readonly latest?: Instant;
  /** First moment that complies; absent for within / at-least-before. */
  readonly earliest?: Instant;
  /** The day or moment a person is told: `2026-12-31` or, for hours, `2026-12-31T20:15`. Empty, and without bounds, when the meeting calendar ends before the next meeting. */
  readonly date: CivilDate | CivilDateTime;
  /** Weekdays left out between, with their names, in order. */
  readonly leftOut: readonly { readonly day: Day; readonly name: string; /** A local closure, not a bank holiday. */ readonly closure?: true }[];
  readonly certainty: 'published' | 'expected' | 'unknown';
}

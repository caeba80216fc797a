// Which days a count in days, weeks, months, years or meetings reaches from its trigger day.
// Whole days only: hours live in business-hours.ts and count.ts, words in explain.ts.
//
// Readings taken here: with day 1 as the trigger day, n days end one day sooner (working days: the trigger counts
// when it is worked). A cut-off moves a late trigger to the next day of the calendar. Only a date something falls
// due on rolls; "at least n after" is complied with on the very day, and "at least n before" never rolls forward,
// which would make the distance too short.
import { addMonths } from './day.ts';
import { londonDay, londonMinutes } from './london.ts';
import type { Count, Day, Moment } from './types.ts';

/** A day reached, before (`landed`) and after (`day`) rolling off a non-working day. */
export interface Landing {
  readonly landed: Day;
  readonly day: Day;
}
/** The trigger day and the inclusive days between which the act complies. */
export interface DaySpan {
  readonly anchor: Day;
  readonly earliest?: Landing;
  readonly latest?: Landing;
}

/** The day a count starts from: the moment's day in London, or the next when it came after the cut-off. */
export function anchorDay(count: Count, from: Moment): Day {
  if ('day' in from) return from.day;
  const day = londonDay(from.instant);
  return isAfterCutOff(count, from) ? day + 1 : day;
}

/** Whether a moment came too late in its day to count for it. Counting back from a planned act knows no cut-off. */
export function isAfterCutOff(count: Count, from: Moment): boolean {
  if ('day' in from || count.cutOff === undefined || count.direction === 'at-least-before') return false;
  return londonMinutes(from.instant) > count.cutOff;
}

/** The days a count reaches; a bound is absent where its direction has none, or the meetings end. */
export function daySpan(count: Count, from: Moment): DaySpan {
  const anchor = anchorDay(count, from);
  const land = (amount: number, rolls: boolean): Landing | undefined => {
    const landed = step(count, anchor, Math.trunc(amount));
    return landed === undefined ? undefined : { landed, day: rolls ? roll(count, landed) : landed };
  };
  switch (count.direction) {
    case 'within':
      return bounded(anchor, undefined, land(count.amount, true));
    case 'at-least-before':
      return bounded(anchor, undefined, land(-count.amount, count.roll === 'back'));
    case 'at-least-after':
    case 'not-before':
    case 'at-least-for':
      return bounded(anchor, land(count.amount, false), undefined);
    case 'on': {
      const day = land(count.amount, true);
      return bounded(anchor, day, day);
    }
    case 'window': {
      // Meetings may end inside a window; half a window would look like an open end.
      const [opens, closes] = [land(count.amount, true), land(count.until ?? count.amount, true)];
      return opens && closes ? bounded(anchor, opens, closes) : { anchor };
    }
  }
}

function bounded(anchor: Day, earliest: Landing | undefined, latest: Landing | undefined): DaySpan {
  return { anchor, ...(earliest && { earliest }), ...(latest && { latest }) };
}

/** The day `n` units after the anchor, or before it when negative; the anchor itself for 0. */
function step(count: Count, anchor: Day, n: number): Day | undefined {
  if (n === 0) return anchor;
  const already = count.triggerDay === 0 ? 0 : Math.sign(n); // the trigger day is day 1: one is counted already
  switch (count.unit) {
    case 'calendar-days':
      return anchor + n - already;
    case 'weeks':
      return anchor + 7 * n - already;
    case 'months':
      return addMonths(anchor, n) - already;
    case 'years':
      return addMonths(anchor, 12 * n) - already;
    case 'working-days':
      return count.calendar.add(anchor - already, n);
    case 'next-meeting':
      return nthMeeting(count.meetings ?? [], anchor - already, n);
    case 'hours':
    case 'business-hours':
      throw new RangeError(`Hours are not counted in days: ${count.unit}.`);
  }
}

function nthMeeting(meetings: readonly Day[], anchor: Day, n: number): Day | undefined {
  const candidates = n > 0 ? meetings.filter((day) => day > anchor) : meetings.filter((day) => day < anchor);
  return candidates.at(n > 0 ? n - 1 : n);
}

function roll({ roll: way, calendar, unit }: Count, day: Day): Day {
  if (way === 'none' || unit === 'next-meeting' || calendar.isWorking(day)) return day;
  return calendar.add(day, way === 'forward' ? 1 : -1);
}

// Counts a timescale from its trigger: the moments between which the act complies, and the date a person is told.
// Day counts end with their last day in London; hours are elapsed time, whatever the clocks do meanwhile.
// It does not know where a trigger comes from or what an act is; the sentence is made in explain.ts.
import { addOfficeMinutes } from './business-hours.ts';
import { civilDate } from './day.ts';
import { HOUR, civilDateTime, endOfDay, instantOf, instantOfMoment, londonDay, startOfDay } from './london.ts';
import { anchorDay, daySpan, isAfterCutOff } from './reach.ts';
import type { DaySpan } from './reach.ts';
import type { Count, Counted, Day, Instant, Moment } from './types.ts';

/** Inclusive bounds in instants; one is absent where the direction has none. */
export interface Bounds {
  readonly earliest?: Instant;
  readonly latest?: Instant;
}

/**
 * The bounds alone, in integers: what `count` gives without the words. Never throws.
 * Amounts are whole for days and longer (a fraction is cut off); hours may be fractions.
 */
export function bounds(count: Count, from: Moment): Bounds {
  if (isInHours(count)) return hourBounds(count, from);
  const { earliest, latest } = daySpan(count, from);
  const limits: { earliest?: Instant; latest?: Instant } = {};
  if (earliest) limits.earliest = startOfDay(earliest.day);
  if (latest) limits.latest = endOfDay(latest.day);
  return limits;
}

/**
 * Counts from a whole day or a moment. A whole day stands for its start where hours are counted.
 * The result tells the closing date of a window, and the earliest date where only that is bounded;
 * without a next meeting its date is empty and it has no bounds. Never throws.
 */
export function count(count: Count, from: Moment): Counted {
  const limits = bounds(count, from);
  const told = limits.latest ?? limits.earliest;
  if (told === undefined) return { date: '', leftOut: [], certainty: 'unknown' };
  return {
    ...limits,
    date: isInHours(count) ? civilDateTime(told) : civilDate(londonDay(told)),
    ...calendarFacts(count, from, londonDay(told)),
  };
}

/** Whether a count gives moments rather than whole days. */
export function isInHours(count: Count): boolean {
  return count.unit === 'hours' || count.unit === 'business-hours';
}

function hourBounds(count: Count, from: Moment): Bounds {
  const add = (amount: number): Instant => addHours(count, from, amount);
  switch (count.direction) {
    case 'within':
      return { latest: add(count.amount) };
    case 'at-least-before':
      return { latest: add(-count.amount) };
    case 'at-least-after':
    case 'not-before':
    case 'at-least-for':
      return { earliest: add(count.amount) };
    case 'on':
      return { earliest: add(count.amount), latest: add(count.amount) };
    case 'window':
      return { earliest: add(count.amount), latest: add(count.until ?? count.amount) };
  }
}

function addHours(count: Count, from: Moment, amount: number): Instant {
  if (count.unit === 'hours') return instantOfMoment(from) + amount * HOUR;
  const start = isAfterCutOff(count, from) ? instantOf(anchorDay(count, from), 0) : instantOfMoment(from);
  return addOfficeMinutes(count.calendar, start, Math.round(amount * 60));
}

type CalendarFacts = Pick<Counted, 'leftOut' | 'certainty'>;

/** Which weekdays the count passed over, and how sure the bank holidays are on which it rests. */
function calendarFacts(count: Count, from: Moment, told: Day): CalendarFacts {
  if (count.unit === 'working-days' || count.unit === 'business-hours') {
    const anchor = anchorDay(count, from);
    const facts = factsBetween(count, Math.min(anchor, told), Math.max(anchor, told));
    // The trigger day is passed over only where it would have been day 1.
    const counted = count.unit === 'business-hours' || count.triggerDay === 1;
    return counted ? facts : { ...facts, leftOut: facts.leftOut.filter(({ day }) => day !== anchor) };
  }
  if (count.unit === 'hours' || count.unit === 'next-meeting' || count.roll === 'none') return { leftOut: [], certainty: 'published' };
  return rolledFacts(count, daySpan(count, from));
}

function rolledFacts(count: Count, { earliest, latest }: DaySpan): CalendarFacts {
  const landing = latest ?? earliest;
  if (!landing) return { leftOut: [], certainty: 'unknown' };
  return factsBetween(count, Math.min(landing.landed, landing.day), Math.max(landing.landed, landing.day));
}

/** Both days included. */
function factsBetween({ calendar }: Count, first: Day, last: Day): CalendarFacts {
  const leftOut = [];
  for (let day = first; day <= last; day++) {
    const closed = calendar.closedOn(day);
    if (closed) leftOut.push({ day, name: closed.name, ...(closed.closure && { closure: closed.closure }) });
  }
  return { leftOut, certainty: leastCertain(calendar.certainty(first), calendar.certainty(last)) };
}

function leastCertain(...certainties: readonly Counted['certainty'][]): Counted['certainty'] {
  if (certainties.includes('unknown')) return 'unknown';
  return certainties.includes('expected') ? 'expected' : 'published';
}

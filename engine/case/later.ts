// A deadline as it was told once, looked at again at a later instant when nothing happened in between: lists of many
// cases keep what was told and ask only this. It does not know whether something happened, nor whether the passing of
// an instant moved the case by itself: that is replay's.
import { isInHours, lateness, londonDay, type Count, type Instant } from '../time/index.ts';
import type { CompiledProcedure } from './compile.ts';
import type { DeadlineView } from './types.ts';

/** What a list keeps of a deadline. */
export type KeptDeadline = Pick<DeadlineView, 'timescale' | 'state' | 'latest' | 'earliest' | 'days'>;
/** What time alone changes in it. */
export type LaterDeadline = Pick<DeadlineView, 'state' | 'lateWords' | 'day' | 'days'>;

/**
 * State, lateness and day n of N of a deadline told earlier, as of an instant.
 * `kept`: as `deadlines` told it, while it was not met. `asOf`: not before it was told.
 * A timescale that the procedure does not have is given back in the state it was in.
 */
export function laterDeadline(compiled: CompiledProcedure, kept: KeptDeadline, asOf: Instant): LaterDeadline {
  const count = compiled.timescales.get(kept.timescale)?.count;
  if (count === undefined || !['due', 'overdue', 'not-yet'].includes(kept.state)) return { state: kept.state };
  const state = stateAt(kept, count, asOf);
  const late = state === 'overdue' ? lateness(count, kept, asOf) : undefined;
  return { state, ...(late !== undefined && { lateWords: late }), ...dayAt(kept, count, asOf) };
}

function stateAt({ latest, earliest }: KeptDeadline, { direction }: Count, asOf: Instant): DeadlineView['state'] {
  if (latest !== undefined && asOf > latest) return 'overdue';
  if (earliest === undefined || direction === 'on' || asOf >= earliest) return direction === 'at-least-for' && latest === undefined ? 'met' : 'due';
  return 'not-yet';
}

/** The last day is the Nth, so today is as many before or after it as lie between the two. */
function dayAt({ latest, days }: KeptDeadline, count: Count, asOf: Instant): Pick<DeadlineView, 'day' | 'days'> {
  if (days === undefined || latest === undefined || isInHours(count)) return {};
  const [today, last] = [londonDay(asOf), londonDay(latest)];
  const between = count.unit === 'working-days' ? count.calendar.distance(today, last) : last - today;
  const day = days - between;
  return day < 0 ? {} : { day, days };
}

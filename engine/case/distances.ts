// A distance between two acts, read from its other end. "The advance copy at least a week before publication" is
// a due date for the copy while publication is planned (clocks.ts), and, once the copy has gone, an earliest
// date for publication. "Taken down at least twelve months after publication" is an earliest date for the one,
// and, while the taking down is planned and nothing published, a latest date for the other.
import type { DateExpression, Id, Timescale } from '../procedure/types.ts';
import { bounds, isInHours, londonDay, parseMoment, type Count, type Instant, type Moment } from '../time/index.ts';
import { countOf, readClocks, type Reckoning } from './clocks.ts';
import type { CompiledProcedure } from './compile.ts';
import { recordOf } from './folded.ts';
import type { Held } from './scope.ts';
import type { TimescalePlan } from './timescale-count.ts';

/** A clock on the act at the other end of a distance. */
export interface OtherEnd extends Reckoning {
  readonly task: Id;
  readonly count: Count;
  readonly from: Moment;
}

/** The clocks that distances set on the acts at their other ends, as far as one act of the two is known. */
export function otherEnds(compiled: CompiledProcedure, held: Held): readonly OtherEnd[] {
  return [...compiled.timescales.values()].flatMap((plan) => otherEnd(compiled, held, plan) ?? []);
}

/** The same of one timescale; undefined where it sets none. */
export function otherEnd(compiled: CompiledProcedure, held: Held, plan: TimescalePlan): OtherEnd | undefined {
  const other = otherAct(plan.timescale.from);
  if (!other || plan.timescale.each === 'recipient') return undefined;
  const [from, counted] = [knownAct(compiled, held, plan, other), countOf(compiled, held, plan)];
  if (!from || !counted) return undefined;
  const count: Count = { ...counted, direction: plan.count.direction === 'at-least-before' ? 'at-least-after' : 'at-least-before', roll: 'none' };
  const met = doneAt(held, other);
  return { timescale: plan.id, task: other, state: 'running', count, from, ...bounds(count, from), ...(met !== undefined && { met }) };
}

/** The act that the clock of the other end is counted from: done, for an earliest date; planned, for a latest one. */
function knownAct(compiled: CompiledProcedure, held: Held, { id, timescale, count }: TimescalePlan, other: Id): Moment | undefined {
  switch (count.direction) {
    case 'at-least-before': {
      const done = readClocks(compiled, held, id)[0]?.met;
      return done === undefined ? undefined : asCounted(count, done);
    }
    case 'at-least-after':
    case 'not-before':
      return doneAt(held, other) === undefined ? plannedFor(held, timescale) : undefined;
    default:
      return undefined;
  }
}

function asCounted(count: Count, instant: Instant): Moment {
  return isInHours(count) ? { instant } : { day: londonDay(instant) };
}

function plannedFor(held: Held, { for: task }: Timescale): Moment | undefined {
  const record = recordOf(held, task);
  return record?.state === 'open' && record.planned !== undefined ? parseMoment(record.planned) : undefined;
}

/** The task whose act a timescale counts from; undefined where it counts from something else. */
export function otherAct(from: DateExpression): Id | undefined {
  if ('planned' in from) return from.planned;
  if ('done' in from) return from.done;
  return 'sent' in from ? from.sent : undefined;
}

function doneAt(held: Held, task: Id): Instant | undefined {
  const record = recordOf(held, task);
  return record?.done ?? record?.sent;
}

// Where the clocks of a case stand, as far as running the case needs it: instants, no words. What counts them
// (`deadlines.ts`) is handed in at compile, so that the fold knows no calendar arithmetic. A clock does not know
// what time it is: whether it has run out is asked of it together with an instant.
import type { Id } from '../procedure/types.ts';
import type { Instant } from '../time/types.ts';
import type { CompiledProcedure } from './compile.ts';
import { inside } from './folded.ts';
import type { Held } from './scope.ts';

/** One clock of one timescale: of the case, or of one recipient. */
export interface Clock {
  readonly timescale: Id;
  readonly recipient?: Id;
  /** `pending`: what it is counted from is not known; `no-date`: the source gives no amount; `stopped`: its task was withdrawn, or a hold stops it. */
  readonly state: 'pending' | 'running' | 'stopped' | 'no-date';
  /** Last instant that complies (included), extensions counted in; absent where nothing can be late. */
  readonly latest?: Instant;
  /** First instant that complies (included). */
  readonly earliest?: Instant;
  /** The hold that stops it. */
  readonly held?: Id;
  /** When the act that meets it happened. */
  readonly met?: Instant;
}
/** Reads the clocks of one timescale from the case as it stands; empty when the timescale does not apply to it. Pure. */
export type ReadClocks = (compiled: CompiledProcedure, held: Held, timescale: Id) => readonly Clock[];

/** Of a timescale that does not apply to a case. */
export const noClocks: readonly Clock[] = [];

/** Key under which a lapse is remembered. */
export const clockKey = ({ timescale, recipient }: Pick<Clock, 'timescale' | 'recipient'>): string => (recipient === undefined ? timescale : `${timescale}/${recipient}`);

/** True when the clock has a last instant, it is over, and the act had not happened by then. */
export function hasLapsed(clock: Clock, at: Instant): boolean {
  if (clock.state !== 'running' || clock.latest === undefined) return false;
  return clock.latest < (clock.met === undefined ? at : Math.min(at, clock.met));
}

/** True when it is recorded why this clock ran out: by itself, or at the opening where it was over before the case was entered. */
export function isExplained({ events, [inside]: { explained } }: Held, timescale: Id, { latest }: Clock): boolean {
  if (explained[timescale] !== undefined) return true;
  const [opening] = events;
  return latest !== undefined && opening !== undefined && latest < opening.recorded && Boolean(opening.payload['lateReason']);
}

/** True when the act happened in time; `unknown` while it may still. */
export function isMet(clock: Clock, at: Instant): boolean | 'unknown' {
  if (clock.met !== undefined) return (clock.latest === undefined || clock.met <= clock.latest) && (clock.earliest === undefined || clock.met >= clock.earliest);
  return hasLapsed(clock, at) ? false : 'unknown';
}

// What a run sees of its clocks: when each began to bind, by when its act was due, and what it was counted from.
import type { CompiledProcedure } from '../../case/index.ts';
import { dueInstants, type Reckoning } from '../../case/clocks.ts';
import { recordOf, type Folded } from '../../case/folded.ts';
import type { Id } from '../../procedure/types.ts';
import type { Instant } from '../../time/types.ts';

/** A clock as it stood when its task was first open in a run. */
export interface SeenClock {
  readonly timescale: Id;
  readonly task: Id;
  readonly recipient?: Id;
  readonly visit: number;
  /** When the task came up. */
  readonly raised: Instant;
  readonly latest: Instant;
  readonly count: NonNullable<Reckoning['count']>;
  readonly from: NonNullable<Reckoning['from']>;
}

/** Clocks that bind an open task now and have a last day, by `timescale/recipient/visit`. */
export function bindingClocks(compiled: CompiledProcedure, held: Folded): ReadonlyMap<string, SeenClock> {
  const seen = new Map<string, SeenClock>();
  for (const { timescale, recipient, state, latest, count, from } of dueInstants(compiled, held)) {
    const task = compiled.timescales.get(timescale)?.timescale.for;
    const record = task === undefined ? undefined : recordOf(held, task);
    if (task === undefined || !record || record.state !== 'open' || state !== 'running' || latest === undefined || !count || !from) continue;
    seen.set(`${timescale}/${recipient ?? ''}/${record.visit}`, { timescale, task, ...(recipient !== undefined && { recipient }), visit: record.visit, raised: record.raised, latest, count, from });
  }
  return seen;
}

/** The earliest last instant of the clocks on a task's act; undefined when none binds it. */
export function lastFor(compiled: CompiledProcedure, held: Folded, task: Id, acts: readonly string[]): Instant | undefined {
  const ends = dueInstants(compiled, held).filter(({ timescale, state, latest, met }) => {
    const own = compiled.timescales.get(timescale)?.timescale;
    return own?.for === task && acts.includes(own.act ?? 'done') && state === 'running' && latest !== undefined && met === undefined;
  });
  return ends.reduce<Instant | undefined>((first, { latest }) => (latest !== undefined && (first === undefined || latest < first) ? latest : first), undefined);
}

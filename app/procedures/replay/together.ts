// Cases shared out among workers, and one answer made of theirs.
import type { CaseEvent } from '../../../engine/case/types.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import type { Replayed } from '../../../engine/verify/replay/replay.ts';

/** Cases with the version that they run on. */
export interface Group { readonly was: Procedure; readonly logs: readonly (readonly CaseEvent[])[] }

/** Fewer cases than this to a worker cost more to hand over than they save. */
const LEAST = 25;

export const casesIn = (groups: readonly Group[]): number => groups.reduce((sum, { logs }) => sum + logs.length, 0);

/** The cases in as many runs of about the same length as there are workers, their order kept. */
export function sharesOf(groups: readonly Group[], workers: number): readonly (readonly Group[])[] {
  const all = groups.flatMap(({ was, logs }) => logs.map((log) => ({ was, log })));
  const shares = Math.max(1, Math.min(workers, Math.floor(all.length / LEAST)));
  const size = Math.ceil(all.length / shares);
  return Array.from({ length: shares }, (_, share) => {
    const own = new Map<Procedure, (readonly CaseEvent[])[]>();
    for (const { was, log } of all.slice(share * size, (share + 1) * size)) { const logs = own.get(was); if (logs) logs.push(log); else own.set(was, [log]); }
    return [...own].map(([was, logs]): Group => ({ was, logs }));
  });
}

/** One answer of several. */
export function together(parts: readonly Replayed[]): Replayed {
  const sum = (of: (part: Replayed) => number): number => parts.reduce((all, part) => all + of(part), 0);
  return { cases: sum(({ cases }) => cases), same: sum(({ same }) => same), changes: parts.flatMap(({ changes }) => changes), unread: parts.flatMap(({ unread }) => unread) };
}

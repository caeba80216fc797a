// The clocks that a move of the case bears on: those of tasks that have not come up yet, where a stage in which the task
// stands comes within reach, or can be come to no more; of tasks that stand in no stage, any move. The stages of a case are lists shared by all cases that rest
// there, so that each move is looked at once for all of them.
import type { Id, Procedure } from '../procedure/types.ts';
import type { Reach } from './reach.ts';

/** A clock, and the task that it is for. */
export interface Bearing { readonly timescale: Id; readonly task: Id }
/** The clocks for whose task it makes a difference whether these stages are active or those. */
export type MoveBears = (before: readonly Id[], after: readonly Id[]) => readonly Bearing[];

/** The key of `reads.ts` by which a clock hears that its task has come within reach, or out of it. */
export const reachKey = (timescale: Id): string => `reach:${timescale}`;

export function moveBears({ timescales = {}, tasks }: Procedure, reach: Reach): MoveBears {
  const all = Object.entries(timescales).map(([timescale, { for: task }]) => ({ timescale, task, stages: tasks[task]?.in }));
  const known = new WeakMap<readonly Id[], WeakMap<readonly Id[], readonly Bearing[]>>();
  return (before, after) => {
    const from = known.get(before) ?? new WeakMap<readonly Id[], readonly Bearing[]>();
    const found = from.get(after) ?? all.filter(({ stages }) => !stages || reach(before, stages) !== reach(after, stages));
    known.set(before, from.set(after, found));
    return found;
  };
}

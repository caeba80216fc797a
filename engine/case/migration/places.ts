// Where a case goes on in another version: each state it rests in, and where that is in the other chart. A stage of the
// same name is the same stage; for the others a person says.
import type { Id } from '../../procedure/types.ts';
import { endOf } from '../../statechart/index.ts';
import type { CompiledProcedure } from '../compile.ts';
import { inside } from '../folded.ts';
import type { Held } from '../scope.ts';

/** One stage, lane or group of the case, and the state of the other chart that takes it over; none where nobody said. */
export interface Place { readonly stage: Id; readonly ended: boolean; readonly state?: string }

/** The places of a case, in the order of its chart. `stages`: what a person said, by stage. */
export function placesOf(from: CompiledProcedure, to: CompiledProcedure, held: Held, stages: Readonly<Record<Id, Id>>): readonly Place[] {
  const ends = new Map(Object.keys(from.procedure.stages).map((id) => [endOf(id), id]));
  const wanted = from.stepper.leaves(held[inside].snapshot).map((leaf): Place => {
    const ended = ends.has(leaf);
    const stage = ends.get(leaf) ?? leaf;
    return { stage, ended, state: stages[stage] ?? leaf };
  });
  const resting = to.stepper.resting(wanted.flatMap(({ state }) => state ?? []));
  const active = new Set([...to.stepper.leaves(resting), ...to.stepper.stages(resting)]);
  return wanted.map(({ state, ...place }) => (state !== undefined && active.has(state) ? { ...place, state } : place));
}

// Steps taken before. A step follows from its snapshot, its event and what its guards answer, and snapshots never
// change: where the same snapshot meets the same event and every guard answers as it did, the step taken then is
// given again. All cases begin at one snapshot, so they share these. It knows no case; what it keeps is bounded.
import type { AnyMachineSnapshot } from 'xstate';
import type { GuardParams } from './machine.ts';
import type { Holds, Step, Stepper } from './stepper.ts';

interface Answered { readonly guard: string; readonly params: GuardParams; readonly holds: boolean }
/** Guards are asked one by one, and which is next follows from the answers before: one entry at most fits. */
interface Taken { readonly answered: readonly Answered[]; readonly step: Step }
type FromOne = Map<string, Taken[]>;

/** Steps kept for one machine, each with a snapshot; then all are let go. */
const MOST_KEPT = 2_000;

/** As `step`, but what was taken before is given again: 0.1 µs where XState's own step takes 5. */
export function remembering(step: Stepper['step']): Stepper['step'] {
  let kept = new WeakMap<AnyMachineSnapshot, FromOne>();
  let count = 0;
  const keep = (snapshot: AnyMachineSnapshot, event: string, taken: Taken): void => {
    if (count === MOST_KEPT) [kept, count] = [new WeakMap(), 0];
    count += 1;
    const from = kept.get(snapshot) ?? new Map<string, Taken[]>();
    kept.set(snapshot, from);
    from.set(event, [...(from.get(event) ?? []), taken]);
  };
  return (snapshot, event, holds) => {
    const known = kept.get(snapshot)?.get(event)?.find(({ answered }) => answersAlike(answered, holds));
    if (known) return known.step;
    const answered: Answered[] = [];
    const taken = step(snapshot, event, listening(holds, answered));
    keep(snapshot, event, { answered, step: taken });
    return taken;
  };
}

const answersAlike = (answered: readonly Answered[], holds: Holds): boolean => answered.every((before) => holds(before.guard, before.params) === before.holds);

function listening(holds: Holds, answered: Answered[]): Holds {
  return (guard, params) => {
    const answer = holds(guard, params);
    answered.push({ guard, params, holds: answer });
    return answer;
  };
}

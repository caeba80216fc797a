// Where a machine rests, as the innermost states it is in, and a snapshot that rests in given ones. By these a case is
// taken over from one machine to another. It knows no case and no version.
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode } from 'xstate';
import type { Id } from '../procedure/types.ts';
import type { StateConfig } from './config.ts';
import { atOf, endOf, ROOT, START } from './names.ts';
import type { StageTree } from './tree.ts';

interface Value { [state: string]: Value }

/** Every state of a chart, by id. */
export function statesIn(config: StateConfig): ReadonlySet<string> {
  return new Set([config.id, ...Object.values(config.states ?? {}).flatMap((state) => [...statesIn(state)])]);
}

/** The innermost states that are active: stages, and the ends of groups and lanes (`endOf`); a lane of one stage by its stage. */
export function leavesOf({ stages }: StageTree, snapshot: AnyMachineSnapshot): readonly string[] {
  const lanes = new Map(Object.keys(stages).map((id) => [atOf(id), id]));
  const leaves = snapshot._nodes.filter(({ type }) => type === 'atomic' || type === 'final').toSorted((a, b) => a.order - b.order);
  return leaves.map(({ id }) => lanes.get(id) ?? id);
}

/**
 * A snapshot that rests in these states. Lanes beside them that none is named of, and groups of which only the group is
 * named, begin where they begin. Of two that cannot be active together the first is taken; names it does not have are
 * passed over. `before`: a snapshot of another machine, whose memory of groups that were left goes on.
 */
export function restingIn(machine: AnyStateMachine, tree: StageTree, known: ReadonlySet<string>, states: readonly string[], before?: AnyMachineSnapshot): AnyMachineSnapshot {
  const value: Value = {};
  const ends = new Map([ROOT, ...Object.keys(tree.stages)].map((group) => [endOf(group), group]));
  for (const state of states) if (known.has(state)) place(value, tree, pathTo(tree, ends, state));
  return machine.resolveState({ value: Object.keys(value).length === 0 ? START : value, context: {}, historyValue: before ? memory(machine, known, before) : {} }) as AnyMachineSnapshot;
}

/** Where groups were left, as far as this machine has those states. */
function memory(machine: AnyStateMachine, known: ReadonlySet<string>, { historyValue }: AnyMachineSnapshot): Record<string, AnyStateNode[]> {
  const kept = Object.entries(historyValue as Record<string, readonly AnyStateNode[]>).filter(([id]) => known.has(id));
  return Object.fromEntries(kept.map(([id, nodes]) => [id, nodes.filter((node) => known.has(node.id)).map((node) => machine.getStateNodeById(node.id))]));
}

function pathTo({ ancestors }: StageTree, ends: ReadonlyMap<string, Id>, state: string): readonly string[] {
  const group = ends.get(state);
  const around = (id: Id): readonly string[] => (id === ROOT ? [] : [...(ancestors.get(id) ?? []).filter((one) => one !== ROOT).toReversed(), id]);
  return group === undefined ? around(state) : [...around(group), state];
}

function place(value: Value, { stages }: StageTree, path: readonly string[]): void {
  let [at, parallel] = [value, false];
  for (const step of path) {
    if (at[step] === undefined && !parallel && Object.keys(at).length > 0) return; // another stage of this sequence is active already
    at = at[step] ??= {};
    parallel = stages[step]?.parallel === true;
  }
}

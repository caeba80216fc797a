// The stages of a procedure as a simple chart of what can follow what, and where a case stands in it.
// Groups dissolve into the stages they hold; what a group's end leads to follows its last stages.
import type { Case } from '../../../engine/case/types.ts';
import type { Id, Procedure, Transition } from '../../../engine/procedure/types.ts';

export type StageMark = 'done' | 'now' | 'next' | 'later' | 'not-taken';
export interface StageFlow { readonly order: readonly Id[]; readonly follows: ReadonlyMap<Id, readonly Id[]> }

/** Stages without children, in the order of the flow, with what each can lead to. */
export function stageFlow(procedure: Procedure): StageFlow {
  const follows = new Map(leavesOf(procedure).map((leaf) => [leaf, [] as Id[]]));
  for (const transition of procedure.transitions) {
    const targets = targetsOf(procedure, transition).filter((id) => follows.has(id));
    for (const from of transition.from.flatMap((id) => lastOf(procedure, id, transition))) {
      const known = follows.get(from);
      for (const to of targets) if (known !== undefined && to !== from && !known.includes(to)) known.push(to);
    }
  }
  return { order: flowOrder(procedure, follows), follows };
}
function leavesOf(procedure: Procedure): readonly Id[] {
  const groups = new Set(Object.values(procedure.stages).map((stage) => stage.within));
  return Object.keys(procedure.stages).filter((id) => !groups.has(id));
}
function childrenOf(procedure: Procedure, id: Id): readonly Id[] {
  return Object.keys(procedure.stages).filter((child) => procedure.stages[child]?.within === id);
}
/** The stages entered when a stage or group is. */
function entriesOf(procedure: Procedure, id: Id): readonly Id[] {
  const children = childrenOf(procedure, id);
  if (children.length === 0) return [id];
  const stage = procedure.stages[id];
  const first = stage?.parallel === true ? children : [stage?.initial ?? children[0] ?? id];
  return first.flatMap((child) => entriesOf(procedure, child));
}
/** The stages within `id` that a transition leaves: all of a group, or for a group's end those with nothing after them. */
function lastOf(procedure: Procedure, id: Id, transition: Transition): readonly Id[] {
  const inside = leavesOf(procedure).filter((leaf) => lineage(procedure, leaf).includes(id));
  if (!('ended' in transition.on)) return inside;
  const ends = inside.filter((leaf) => procedure.stages[leaf]?.final === true || procedure.transitions.some((one) => one.to === undefined && one.from.includes(leaf)));
  return ends.length === 0 ? inside : ends;
}
function lineage(procedure: Procedure, id: Id): readonly Id[] {
  const within = procedure.stages[id]?.within;
  return within === undefined ? [id] : [id, ...lineage(procedure, within)];
}
function targetsOf(procedure: Procedure, { to }: Transition): readonly Id[] {
  const ids = to === undefined ? [] : typeof to === 'string' ? [to] : Array.isArray(to) ? (to as readonly Id[]) : 'history' in to ? [to.history] : [];
  return ids.flatMap((id) => entriesOf(procedure, id));
}
/** Reverse postorder from the ways in: each stage after those that lead to it, loops aside. */
function flowOrder(procedure: Procedure, follows: ReadonlyMap<Id, readonly Id[]>): readonly Id[] {
  const seen = new Set<Id>();
  const order: Id[] = [];
  const visit = (id: Id): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const next of (follows.get(id) ?? []).toReversed()) visit(next);
    order.unshift(id);
  };
  const starts = Object.values(procedure.doors).flatMap((door) => door.to).flatMap((id) => entriesOf(procedure, id));
  for (const id of [...follows.keys()].toReversed()) if (!seen.has(id) && starts.length === 0) visit(id);
  for (const id of starts.toReversed()) visit(id);
  for (const id of follows.keys()) if (!seen.has(id)) { seen.add(id); order.push(id); }
  return order;
}

/** Where the case stands: done, now, next, later, or not taken (never entered and no longer to be reached). */
export function marks(flow: StageFlow, item: Case): ReadonlyMap<Id, StageMark> {
  const now = new Set(flow.order.filter((id) => item.stages.includes(id)));
  const next = new Set([...now].flatMap((id) => flow.follows.get(id) ?? []));
  const reachable = reachableFrom(flow, now);
  const been = new Set(item.visits.map((visit) => visit.stage));
  return new Map(flow.order.map((id) => [id, now.has(id) ? 'now' : been.has(id) ? 'done' : next.has(id) ? 'next' : reachable.has(id) ? 'later' : 'not-taken']));
}
function reachableFrom(flow: StageFlow, start: ReadonlySet<Id>): ReadonlySet<Id> {
  const found = new Set<Id>();
  const waiting = [...start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const next of flow.follows.get(id) ?? []) if (!found.has(next)) { found.add(next); waiting.push(next); }
  }
  return found;
}

// The stages of a procedure as a tree in flow order: which stage lies within which, and which comes before which.
// It reads the stages, doors and transitions only and knows nothing of drawing. A stage whose `within` names
// nothing, itself or one of its own parts counts as top level, so that a half-made procedure can still be shown.
import { remembered } from '../../engine/procedure/remembered.ts';
import type { Id, Procedure, Transition } from '../../engine/procedure/types.ts';

export interface Tree {
  /** Children in flow order, ends last; null is the top level. */
  children(parent: Id | null): readonly Id[];
  parent(id: Id): Id | null;
  isGroup(id: Id): boolean;
  /** Groups around a stage, nearest first. */
  ancestors(id: Id): readonly Id[];
  /** The child of `container` that is `id` or holds it; null when it lies elsewhere. */
  childHolding(container: Id | null, id: Id): Id | null;
  /** All stages and groups, each group before its parts. */
  readonly order: readonly Id[];
  /** Place in `order`; -1 for an unknown id. */
  position(id: Id): number;
}

/** The stages a transition leads to; empty where its lane or group ends or it goes back where it came from. */
export function targetsOf(transition: Transition): readonly Id[] {
  const to = transition.to;
  if (to === undefined) return [];
  if (typeof to === 'string') return [to];
  if (Array.isArray(to)) return to as readonly Id[];
  return 'history' in (to as object) ? [(to as { history: Id }).history] : [];
}

/** The tree of a procedure's stages, worked out once: many ask for it at each edit. */
export const treeOf = remembered((procedure: Procedure): Tree => {
  const parents = parentsOf(procedure);
  const declared = new Map<Id | null, Id[]>();
  for (const id of Object.keys(procedure.stages)) added(declared, parents.get(id) ?? null, id);
  const around = new Map<Id, readonly Id[]>();
  const ancestors = (id: Id): readonly Id[] => {
    const known = around.get(id);
    if (known !== undefined) return known;
    const parent = parents.get(id);
    const found = parent === undefined ? [] : [parent, ...ancestors(parent)];
    around.set(id, found);
    return found;
  };
  const childHolding = (container: Id | null, id: Id): Id | null => {
    let at: Id | null = id in procedure.stages ? id : null;
    while (at !== null) {
      const parent: Id | null = parents.get(at) ?? null;
      if (parent === container) return at;
      at = parent;
    }
    return null;
  };
  const ways = waysIn(procedure, (id) => (id in procedure.stages ? [...ancestors(id).toReversed(), id] : []));
  const sorted = new Map<Id | null, readonly Id[]>();
  for (const [container, ids] of declared) sorted.set(container, inFlowOrder(procedure, container, ids, ways.get(container) ?? NO_WAYS, childHolding));
  const order: Id[] = [];
  const walk = (id: Id): void => { order.push(id); for (const child of sorted.get(id) ?? []) walk(child); };
  for (const id of sorted.get(null) ?? []) walk(id);
  const positions = new Map(order.map((id, index) => [id, index]));
  return {
    children: (parent) => sorted.get(parent) ?? [],
    parent: (id) => parents.get(id) ?? null,
    isGroup: (id) => declared.has(id),
    ancestors, childHolding, order,
    position: (id) => positions.get(id) ?? -1,
  };
});

/** Each stage's parent, with circles and unknown names cut. */
function parentsOf(procedure: Procedure): Map<Id, Id> {
  const parents = new Map<Id, Id>();
  for (const [id, stage] of Object.entries(procedure.stages)) {
    let at = stage.within;
    for (let steps = 0; at !== undefined && at !== id && steps < 64; steps++) at = procedure.stages[at]?.within;
    if (stage.within !== undefined && stage.within in procedure.stages && at === undefined) parents.set(id, stage.within);
  }
  return parents;
}

/** What follows what among the parts of one container. */
type Ways = ReadonlyMap<Id, readonly Id[]>;
const NO_WAYS: Ways = new Map();

/** The ways on within each container: a route counts in the one in which the groups round its two ends, outermost first, part. */
function waysIn(procedure: Procedure, lineOf: (id: Id) => readonly Id[]): ReadonlyMap<Id | null, Ways> {
  const ways = new Map<Id | null, Map<Id, Id[]>>();
  for (const transition of procedure.transitions) {
    for (const from of transition.from) for (const to of targetsOf(transition)) {
      const [one, other] = [lineOf(from), lineOf(to)];
      const at = one.findIndex((id, index) => id !== other[index]);
      const [a, b] = [one[at], other[at]];
      if (a === undefined || b === undefined) continue;
      const container = one[at - 1] ?? null;
      const inside = ways.get(container) ?? new Map<Id, Id[]>();
      ways.set(container, inside);
      added(inside, a, b);
    }
  }
  return ways;
}

/** One more in the list under a key. */
function added<K>(lists: Map<K, Id[]>, key: K, id: Id): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [id]);
  else list.push(id);
}

/** Depth first from where the container begins, first-declared ways on first, a stage before what follows it; ends last. */
function inFlowOrder(procedure: Procedure, container: Id | null, ids: readonly Id[], successors: Ways, childHolding: Tree['childHolding']): readonly Id[] {
  if (container !== null && procedure.stages[container]?.parallel === true) return ids;
  const begins = container === null ? Object.values(procedure.doors).flatMap((door) => door.to) : [procedure.stages[container]?.initial ?? ''];
  const named = begins.map((id) => childHolding(container, id)).filter((id) => id !== null);
  const starts = named.length > 0 ? named : ids.slice(0, 1);
  const post: Id[] = [];
  const seen = new Set<Id>();
  const visit = (id: Id): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const next of [...(successors.get(id) ?? [])].reverse()) visit(next);
    post.push(id);
  };
  const reachable = reached(starts, successors);
  for (const id of [...ids].reverse()) if (!reachable.has(id)) visit(id);
  for (const id of [...starts].reverse()) visit(id);
  const order = post.reverse();
  const isEnd = (id: Id): boolean => procedure.stages[id]?.final === true;
  return [...order.filter((id) => !isEnd(id)), ...order.filter(isEnd)];
}

function reached(starts: readonly Id[], successors: Ways): ReadonlySet<Id> {
  const found = new Set<Id>(starts);
  for (const id of found) for (const next of successors.get(id) ?? []) found.add(next);
  return found;
}

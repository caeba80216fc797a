// Where the focus goes when a stage is deleted.
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import { treeOf } from '../model/tree.ts';

/** The stage before one: the one that leads to it, else the one above it in the order, else the group round it. */
export function stageBefore(procedure: Procedure, id: Id): Id | null {
  const tree = treeOf(procedure);
  const leads = procedure.transitions.find((route) => route.to === id)?.from[0];
  if (leads !== undefined && leads !== id && leads in procedure.stages) return leads;
  const order = tree.order.filter((each) => each !== id && !tree.ancestors(each).includes(id));
  const before = tree.order.slice(0, tree.position(id)).findLast((each) => order.includes(each));
  return before ?? tree.ancestors(id)[0] ?? order[0] ?? null;
}

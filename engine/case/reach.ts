// Which stages a case can still come to. Criteria are left out of account: a way that is drawn counts as open.
import type { Id, Procedure, Transition } from '../procedure/types.ts';
import { liesWithin, ROOT, type StageTree } from '../statechart/index.ts';

/** Says whether any of these stages is active or may yet be entered from these active ones. */
export type Reach = (active: readonly Id[], stages: readonly Id[]) => boolean;

/** Reachability over the drawn transitions; each stage is walked once, when it is first asked about. */
export function reachOf(procedure: Procedure, tree: StageTree): Reach {
  const known = new Map<Id, ReadonlySet<Id>>();
  const next = nextStages(procedure, tree);
  const from = (stage: Id): ReadonlySet<Id> => {
    const found = known.get(stage) ?? walk(stage, next);
    known.set(stage, found);
    return found;
  };
  return (active, stages) => active.some((stage) => stages.some((target) => stage === target || from(stage).has(target)));
}

type Next = (stage: Id) => readonly Id[];

function walk(start: Id, next: Next): ReadonlySet<Id> {
  const seen = new Set<Id>();
  const open = [start];
  for (let stage = open.pop(); stage !== undefined; stage = open.pop()) {
    for (const id of next(stage)) {
      if (seen.has(id)) continue;
      seen.add(id);
      open.push(id);
    }
  }
  return seen;
}

/** Stages entered when a transition out of the stage, or out of a group around it, is taken. */
function nextStages(procedure: Procedure, tree: StageTree): Next {
  const leading = new Map<Id, Id[]>();
  for (const transition of procedure.transitions) {
    for (const from of transition.from) {
      const named = targetsOf(procedure, tree, from, transition);
      const known = leading.get(from);
      if (known) known.push(...named);
      else leading.set(from, [...named]);
    }
  }
  return (stage) => [stage, ...(tree.ancestors.get(stage) ?? [])].flatMap((id) => leading.get(id) ?? []).flatMap((id) => enteredWith(tree, id));
}

function targetsOf(procedure: Procedure, tree: StageTree, from: Id, { to }: Transition): readonly Id[] {
  if (to === undefined) return [];
  if (typeof to === 'string') return [to];
  if ('history' in to) return Object.keys(procedure.stages).filter((id) => liesWithin(tree, id, to.history));
  if (!('return' in to)) return to;
  return procedure.transitions.filter((other) => other.to === from).flatMap((other) => other.from);
}

/** The stage, what begins within it, the groups around it and what begins beside it in their lanes. */
function enteredWith(tree: StageTree, stage: Id): readonly Id[] {
  const groups = (tree.ancestors.get(stage) ?? []).filter((id) => id !== ROOT);
  const beside = groups.filter((id) => tree.stages[id]?.parallel).flatMap((id) => tree.children.get(id) ?? []).filter((lane) => lane !== stage && !groups.includes(lane));
  return [...groups, ...[stage, ...beside].flatMap((id) => beginning(tree, id))];
}

function beginning(tree: StageTree, stage: Id): readonly Id[] {
  const children = tree.children.get(stage) ?? [];
  const first = tree.stages[stage]?.initial ?? children[0];
  const begun = tree.stages[stage]?.parallel ? children : first === undefined ? [] : [first];
  return [stage, ...begun.flatMap((id) => beginning(tree, id))];
}

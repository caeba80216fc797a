// The stages of a procedure as a tree: who lies within whom, in the order in which they are written. It knows
// nothing of transitions or cases.
import type { Id, Procedure, Stage } from '../procedure/types.ts';
import { CompileError, type ChartFault } from './faults.ts';
import { ROOT } from './names.ts';

export interface StageTree {
  readonly stages: Readonly<Record<Id, Stage>>;
  /** Children in written order; the top level is under `ROOT`. */
  readonly children: ReadonlyMap<Id, readonly Id[]>;
  /** Enclosing groups, nearest first, `ROOT` last. */
  readonly ancestors: ReadonlyMap<Id, readonly Id[]>;
}

/** Builds the tree. Throws CompileError when `within` names no stage or runs in a circle. */
export function stageTree(procedure: Pick<Procedure, 'stages'>): StageTree {
  const { stages } = procedure;
  const children = new Map<Id, Id[]>([[ROOT, []]]);
  const faults: ChartFault[] = [];
  for (const [id, stage] of Object.entries(stages)) {
    const parent = stage.within ?? ROOT;
    if (parent !== ROOT && !stages[parent]) faults.push({ code: 'unknown-stage', at: `/stages/${id}/within`, words: `Stage "${id}" lies within "${parent}", which is no stage.` });
    const siblings = children.get(parent);
    if (siblings) siblings.push(id);
    else children.set(parent, [id]);
  }
  if (faults.length > 0) throw new CompileError(faults);
  return { stages, children, ancestors: ancestry(stages) };
}

function ancestry(stages: Readonly<Record<Id, Stage>>): Map<Id, readonly Id[]> {
  const found = new Map<Id, readonly Id[]>([[ROOT, []]]);
  const walk = (id: Id, path: readonly Id[]): readonly Id[] => {
    const known = found.get(id);
    if (known) return known;
    if (path.includes(id)) throw new CompileError([{ code: 'ill-nested', at: `/stages/${id}/within`, words: `Stage "${id}" lies within itself.` }]);
    const parent = stages[id]?.within ?? ROOT;
    const line = [parent, ...walk(parent, [...path, id])];
    found.set(id, line);
    return line;
  };
  for (const id of Object.keys(stages)) walk(id, []);
  return found;
}

/** True when the stage is one of several that run at the same time. */
export function isLane(tree: StageTree, stage: Id): boolean {
  const parent = tree.stages[stage]?.within;
  return parent !== undefined && tree.stages[parent]?.parallel === true;
}

/** True when the stage has stages within it. */
export const isGroup = (tree: StageTree, stage: Id): boolean => (tree.children.get(stage)?.length ?? 0) > 0;

/** True when `stage` lies within `group`, at any depth; everything lies within `ROOT`. */
export const liesWithin = (tree: StageTree, stage: Id, group: Id): boolean => tree.ancestors.get(stage)?.includes(group) ?? false;

/** What ends when a transition out of the stage names no target: the lane it is, else the group it lies in. */
export function endsWith(tree: StageTree, stage: Id): Id {
  return isLane(tree, stage) ? stage : (tree.stages[stage]?.within ?? ROOT);
}

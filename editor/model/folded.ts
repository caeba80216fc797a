// The procedure as it is drawn while groups are closed: a closed group is one box, and the routes of what lies in it
// end at that box. Only what is drawn changes; nothing is written.
import type { Id, Procedure, Stage, Transition } from '../../engine/procedure/types.ts';
import { targetsOf, treeOf } from './tree.ts';

export interface Folded {
  readonly procedure: Procedure;
  /** How many stages lie in each closed group, by its id. */
  readonly holds: ReadonlyMap<Id, number>;
  /** The closed box in which a stage is out of sight; the outermost. */
  readonly shownAs: (id: Id) => Id;
}

const kept = new WeakMap<Procedure, Map<string, Folded>>();
const OPEN: ReadonlyMap<Id, number> = new Map();

/** The procedure with these groups closed; the same object each time it is asked. */
export function foldedOf(procedure: Procedure, closed: ReadonlySet<Id>): Folded {
  const groups = [...closed].filter((id) => Object.values(procedure.stages).some((stage) => stage.within === id)).sort();
  const made = kept.get(procedure) ?? new Map<string, Folded>();
  kept.set(procedure, made);
  const key = groups.join(' ');
  const found = made.get(key) ?? (groups.length === 0 ? { procedure, holds: OPEN, shownAs: (id) => id } : fold(procedure, new Set(groups)));
  made.set(key, found);
  return found;
}

function fold(procedure: Procedure, closed: ReadonlySet<Id>): Folded {
  const tree = treeOf(procedure);
  const shownAs = (id: Id): Id => tree.ancestors(id).findLast((group) => closed.has(group)) ?? id;
  const shown = Object.keys(procedure.stages).filter((id) => shownAs(id) === id);
  const holds = new Map(shown.filter((id) => closed.has(id)).map((id) => [id, tree.order.filter((each) => tree.ancestors(each).includes(id) && !tree.isGroup(each)).length]));
  const stages = Object.fromEntries(shown.map((id) => {
    const stage = procedure.stages[id];
    const { initial: _, parallel: __, ...plain }: Partial<Stage> = stage ?? {};
    return [id, (holds.has(id) ? plain : stage) as Stage];
  }));
  const tasks = Object.fromEntries(Object.entries(procedure.tasks).map(([id, task]) => [id, task.in === undefined ? task : { ...task, in: [...new Set(task.in.map(shownAs))] }]));
  return { procedure: { ...procedure, stages, tasks, transitions: procedure.transitions.flatMap((route) => routeOf(route, shownAs)), doors: doorsOf(procedure, shownAs) }, holds, shownAs };
}

/** A route within a closed box is not drawn; one that crosses its edge ends at it. */
function routeOf(route: Transition, shownAs: (id: Id) => Id): readonly Transition[] {
  if ([...route.from, ...targetsOf(route)].every((id) => shownAs(id) === id)) return [route];
  const from = [...new Set(route.from.map(shownAs))];
  const to = [...new Set(targetsOf(route).map(shownAs))].filter((id) => !from.includes(id));
  const [only] = to;
  return only === undefined ? [] : [{ ...route, from, to: to.length === 1 ? only : to }];
}

function doorsOf({ doors }: Procedure, shownAs: (id: Id) => Id): Procedure['doors'] {
  return Object.fromEntries(Object.entries(doors).map(([id, door]) => [id, { ...door, to: [...new Set(door.to.map(shownAs))] }]));
}

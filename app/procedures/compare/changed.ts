// Two versions of one procedure as one drawing: the newer one, with what was taken out still in it, and a mark on each
// stage and route that is not the same in both.
import type { Difference } from '../../../engine/procedure/differences/index.ts';
import type { Id, Procedure, Transition } from '../../../engine/procedure/types.ts';
import type { Change, Changes } from '../../../editor/export/changes.ts';
import { words } from './words.ts';

/** The newer procedure with the stages and routes of the older one that it no longer has; a route whose ends are gone altogether stays out. */
export function bothOf(was: Procedure, now: Procedure): Procedure {
  const stages = { ...now.stages, ...Object.fromEntries(Object.entries(was.stages).filter(([id]) => !(id in now.stages))) };
  const gone = was.transitions.filter(({ id }) => !now.transitions.some((other) => other.id === id));
  const parties = { ...was.parties, ...now.parties };
  const tasks = { ...was.tasks, ...now.tasks };
  return { ...now, parties, tasks, stages, transitions: [...now.transitions, ...gone.filter((route) => endsOf(route).every((id) => id in stages))] };
}

function endsOf({ from, to }: Transition): readonly Id[] {
  return [...from, ...(typeof to === 'string' ? [to] : Array.isArray(to) ? to : [])];
}

/** Where a difference is shown: the route it is of, or the stage. */
export function shownAt({ element, stage }: Difference, both: Procedure): Id | undefined {
  if (element.collection === 'transitions' && both.transitions.some(({ id }) => id === element.id)) return element.id;
  return stage !== undefined && stage in both.stages ? stage : undefined;
}

/** A mark for each stage, group and route that is not the same in both; places on the diagram and words alone are no change of it. */
export function marksOf(was: Procedure, now: Procedure, found: readonly Difference[]): Changes['marks'] {
  const both = bothOf(was, now);
  const marks = new Map<Id, { readonly change: Change; readonly words: string }>();
  const put = (id: Id, change: Change, said: string = words.marks[change]): void => { marks.set(id, { change, words: said }); };
  for (const one of found) {
    const at = one.weight === 'layout' ? undefined : shownAt(one, both);
    if (at !== undefined && !marks.has(at)) put(at, 'changed', one.weight === 'clock' ? words.marks.clock : words.marks.changed);
    else if (at !== undefined && one.weight !== 'clock' && marks.get(at)?.words === words.marks.clock) put(at, 'changed');
  }
  for (const id of Object.keys(both.stages)) if (!(id in was.stages)) put(id, 'added'); else if (!(id in now.stages)) put(id, 'removed');
  for (const { id } of both.transitions) if (!was.transitions.some((route) => route.id === id)) put(id, 'added'); else if (!now.transitions.some((route) => route.id === id)) put(id, 'removed');
  return marks;
}

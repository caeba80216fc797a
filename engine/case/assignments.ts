// Who of several people in a role does a task. An assignment is agreed among people and decides nothing: whoever has
// the role may still do the task. It holds until another one, or until the task is raised anew.
import type { Id } from '../procedure/types.ts';
import type { Instant } from '../time/index.ts';
import type { Actor, Case } from './types.ts';

export interface Assignment { /** Opaque, as an actor's. */ readonly person: string; readonly at: Instant; readonly by: Actor; /** What whoever takes it over has to know. */ readonly note?: string }

/** The person of each task that has one, as last told since the task was last raised. */
export function assignments({ events, tasks }: Pick<Case, 'events' | 'tasks'>): Readonly<Record<Id, Assignment>> {
  const held: Record<Id, Assignment> = {};
  for (const { type, payload, occurred, actor } of events) {
    if (type !== 'taskAssigned') continue;
    const { task, person, note } = payload as { readonly task: Id; readonly person: string; readonly note?: string };
    if (occurred >= (tasks[task]?.at(-1)?.raised ?? 0)) held[task] = { person, at: occurred, by: actor, ...(note !== undefined && { note }) };
  }
  return Object.fromEntries(Object.entries(held).filter(([, { person }]) => person !== ''));
}

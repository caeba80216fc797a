// Who answers for a stage and who acts when they are away, in words.
import { remembered } from '../../engine/procedure/remembered.ts';
import type { Id, Procedure, Task } from '../../engine/procedure/types.ts';
import { words } from '../words.ts';
import { partyTitle } from './text.ts';

/** The first task of each stage that says who does it, found once: every stage asks. */
const firstDone = remembered((tasks: Procedure['tasks']): ReadonlyMap<Id, Task> => {
  const found = new Map<Id, Task>();
  for (const task of Object.values(tasks)) {
    for (const stage of task.by === undefined ? [] : task.in ?? []) if (!found.has(stage)) found.set(stage, task);
  }
  return found;
});

/** The stage's owner; without one, whoever does its first task; else "Nobody named". */
export function ownerOf(procedure: Procedure, stage: Id): string {
  const owner = procedure.stages[stage]?.owner;
  if (owner !== undefined) return partyTitle(procedure, owner);
  const first = firstDone(procedure.tasks).get(stage);
  if (first?.by === undefined) return words.stage.nobody;
  const joint = first.agreement?.by === 'all' ? ' + ' : ` ${words.or} `;
  return first.by.map((id) => partyTitle(procedure, id)).join(joint);
}

/** Deputies of the owner for tasks of this stage, in the procedure's order. */
export function deputiesOf(procedure: Procedure, stage: Id): readonly Id[] {
  const owner = procedure.stages[stage]?.owner;
  if (owner === undefined) return [];
  const here = new Set(Object.entries(procedure.tasks).filter(([, task]) => task.in?.includes(stage) === true).map(([id]) => id));
  return (procedure.parties[owner]?.deputies ?? []).filter((each) => each.tasks.some((task) => here.has(task))).map((each) => each.party);
}

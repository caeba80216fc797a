// Who answers for a stage and who acts when they are away, in words.
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import { words } from '../words.ts';
import { partyTitle } from './text.ts';

/** The stage's owner; without one, whoever does its first task; else "Nobody named". */
export function ownerOf(procedure: Procedure, stage: Id): string {
  const owner = procedure.stages[stage]?.owner;
  if (owner !== undefined) return partyTitle(procedure, owner);
  const first = Object.values(procedure.tasks).find((task) => task.in?.includes(stage) === true && task.by !== undefined);
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

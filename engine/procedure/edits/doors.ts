// Edits of the ways in: add, rename, who may use it, where it leads, remove.
import { wordsOf } from '../pointer.ts';
import type { Door, Procedure } from '../types.ts';
import type { DoorParts, Planner } from './edit.ts';
import { freeId, isReadable, reworded } from './names.ts';
import { noLabel } from './stages.ts';

const noDoor = { no: 'That way in is not in the procedure any more.' } as const;

function obstacle(procedure: Procedure, { by, to }: DoorParts): string | undefined {
  if (by?.length === 0) return 'Choose who may open a case here.';
  if (to?.length === 0) return 'Choose the stage where the case starts.';
  if (by?.some((id) => procedure.parties[id] === undefined)) return 'One of the parties is not in the procedure any more.';
  return to?.some((id) => procedure.stages[id] === undefined) ? 'The stage is not in the procedure any more.' : undefined;
}

export const addDoor: Planner<'addDoor'> = ({ label, by, to }, procedure) => {
  if (!isReadable(label)) return noLabel;
  const no = obstacle(procedure, { by, to });
  if (no !== undefined) return { no };
  const id = freeId(label, 'way-in', Object.keys(procedure.doors));
  return { id, words: `Add way in ${wordsOf(label)}`, changes: [{ path: ['doors', id], value: { label, by, to } satisfies Door }] };
};

export const changeDoor: Planner<'changeDoor'> = ({ door, set }, procedure) => {
  const old = procedure.doors[door];
  if (old === undefined) return noDoor;
  if (set.label !== undefined && !isReadable(set.label)) return noLabel;
  const no = obstacle(procedure, set);
  if (no !== undefined) return { no };
  const parts = Object.entries(set).filter(([, value]) => value !== undefined);
  return { words: `Change way in ${wordsOf(old.label)}`, changes: parts.map(([part, value]) => ({ path: ['doors', door, part], value: part === 'label' && set.label !== undefined ? reworded(old.label, set.label) : value })) };
};

export const removeDoor: Planner<'removeDoor'> = ({ door }, procedure) => {
  const old = procedure.doors[door];
  if (old === undefined) return noDoor;
  if (Object.keys(procedure.doors).length === 1) return { no: 'A procedure has at least one way in.' };
  return { words: `Remove way in ${wordsOf(old.label)}`, changes: [{ path: ['doors', door] }] };
};

// Carries out a named edit: the procedure after it, what takes it back, and the words for history and announcement.
// Pure: the procedure given is never changed. It does not know of screens, and it does not check what the result means.
import type { Id, Procedure } from '../types.ts';
import { applyChanges } from './changes.ts';
import { addDoor, changeDoor, removeDoor } from './doors.ts';
import type { Edit, EditOf, Plan, Planner } from './edit.ts';
import { addForm, changeQuestion, orderQuestion, renameForm, takeQuestion } from './forms.ts';
import { groupStages, setParallel, ungroupStages } from './groups.ts';
import { addParty, addQuestion, renameParty, renameProcedure, renameQuestion, setSettingDefault } from './parts.ts';
import { clearLayout, duplicateStage, nestStage, orderStage } from './places.ts';
import { addTransition, orderTransition, removeTransition, retargetTransition, setTransitionCriterion, setTransitionLabel, setTransitionTrigger } from './routes.ts';
import { addRule, changeRule, removeRule } from './rules.ts';
import { setPart } from './set-part.ts';
import { addStage, moveStage, removeStage, renameStage, setGuidance, setOwner, setStageEnd, setStageKind } from './stages.ts';
import { changeTask, setDeputies } from './task-parts.ts';
import { addTask, addTimescale, changeTimescale, removeTask, removeTimescale, renameTask, setDoers } from './tasks.ts';

export type Edited =
  | { readonly ok: true; readonly procedure: Procedure; /** Takes the edit back, to the byte. */ readonly inverse: Edit; /** "Change clock of Notify the DfE" */ readonly words: string; /** Of the element that was added. */ readonly id?: Id }
  | { readonly ok: false; /** Why not, for the person who tried. */ readonly words: string };
export type MayEdit = { readonly ok: true; readonly words: string } | { readonly ok: false; readonly words: string };

const restore: Planner<'restore'> = (edit) => ({ words: edit.words, changes: edit.changes });

const planners: { readonly [T in Edit['type']]: Planner<T> } = {
  renameProcedure, addStage, renameStage, setStageKind, setStageEnd, setOwner, setGuidance, removeStage, moveStage, clearLayout, nestStage, orderStage, duplicateStage, groupStages, ungroupStages, setParallel,
  addTransition, retargetTransition, removeTransition, setTransitionTrigger, setTransitionCriterion, setTransitionLabel, orderTransition, addTask, renameTask, setDoers, changeTask, removeTask,
  addTimescale, changeTimescale, removeTimescale, setSettingDefault, addParty, renameParty, addForm, renameForm, changeQuestion, orderQuestion, takeQuestion, setDeputies, addDoor, changeDoor, removeDoor, addQuestion, renameQuestion, addRule, changeRule, removeRule, setPart, restore,
};

function plan<T extends Edit['type']>(procedure: Procedure, edit: EditOf<T> & { readonly type: T }): Plan {
  return planners[edit.type](edit, procedure);
}

/** "May I?": whether the edit can be done, with its name, or why not. Changes nothing. */
export function mayEdit(procedure: Procedure, edit: Edit): MayEdit {
  const planned = plan(procedure, edit);
  return 'no' in planned ? { ok: false, words: planned.no } : { ok: true, words: planned.words };
}

/** The procedure after the edit, with the inverse edit; or why it was not done. */
export function applyEdit(procedure: Procedure, edit: Edit): Edited {
  const planned = plan(procedure, edit);
  if ('no' in planned) return { ok: false, words: planned.no };
  const changed = applyChanges(procedure, planned.changes);
  return {
    ok: true, procedure: changed.procedure, words: planned.words, inverse: { type: 'restore', changes: changed.inverse, words: planned.words },
    ...(planned.id === undefined ? {} : { id: planned.id }),
  };
}

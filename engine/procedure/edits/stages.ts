// Edits of single stages: add, rename, kind, end, owner, guidance, place, remove.
import { wordsOf } from '../pointer.ts';
import { reopensTo, stagesWithin } from '../structure.ts';
import type { Id, Procedure, Stage, Text, Transition } from '../types.ts';
import type { Change } from './changes.ts';
import type { Plan, Planner } from './edit.ts';
import { freeId, isReadable, reworded } from './names.ts';

export const noLabel = { no: 'Write a name first.' } as const;
const noStage: Plan = { no: 'That stage is not in the procedure any more.' };

/** The label of a stage, for sentences. */
export function stageName(procedure: Procedure, stage: Id): string {
  return wordsOf(procedure.stages[stage]?.label) ?? stage;
}

export const addStage: Planner<'addStage'> = (edit, procedure) => {
  if (!isReadable(edit.label)) return noLabel;
  const group = edit.within === undefined ? undefined : procedure.stages[edit.within];
  if (edit.within !== undefined && group === undefined) return { no: 'The group is not in the procedure any more.' };
  if (group?.final) return { no: 'A stage that is an end can have no stages within it.' };
  if (edit.at && !(Number.isFinite(edit.at.x) && Number.isFinite(edit.at.y))) return { no: 'That place is not on the diagram.' };
  const id = freeId(edit.label, 'stage', Object.keys(procedure.stages));
  const stage: Stage = { kind: edit.kind, label: edit.label, ...(edit.within === undefined ? {} : { within: edit.within }), ...(edit.final === true ? { final: true } : {}) };
  const begins = edit.within !== undefined && group?.parallel !== true && group?.initial === undefined;
  return {
    id, words: `Add ${wordsOf(edit.label)}`,
    changes: [
      { path: ['stages', id], value: stage, before: keyAfter(procedure.stages, edit.after) },
      ...(begins ? [{ path: ['stages', edit.within ?? '', 'initial'], value: id }] : []),
      ...(edit.at ? [{ path: ['layout', id], value: { x: edit.at.x, y: edit.at.y } }] : []),
    ],
  };
};

function keyAfter(map: object, key: Id | undefined): Id | undefined {
  const keys = Object.keys(map);
  return key === undefined || !keys.includes(key) ? undefined : keys[keys.indexOf(key) + 1];
}

/** One part of one stage is put or taken out. */
function setPart(procedure: Procedure, stage: Id, part: keyof Stage, value: Stage[keyof Stage], words: string): Plan {
  return procedure.stages[stage] === undefined ? noStage : { words, changes: [{ path: ['stages', stage, part], value }] };
}

export const renameStage: Planner<'renameStage'> = (edit, procedure) =>
  (isReadable(edit.label) ? setPart(procedure, edit.stage, 'label', reworded(procedure.stages[edit.stage]?.label, edit.label), `Rename ${stageName(procedure, edit.stage)} to ${wordsOf(edit.label)}`) : noLabel);

export const setStageKind: Planner<'setStageKind'> = (edit, procedure) => setPart(procedure, edit.stage, 'kind', edit.kind, `Change kind of ${stageName(procedure, edit.stage)}`);

export const setStageEnd: Planner<'setStageEnd'> = (edit, procedure) => {
  const name = stageName(procedure, edit.stage);
  if (edit.final && stagesWithin(procedure, edit.stage).length > 0) return { no: `${name} has stages within it, so it cannot be an end.` };
  return setPart(procedure, edit.stage, 'final', edit.final ? true : undefined, edit.final ? `Make ${name} an end` : `Make ${name} no end`);
};

export const setOwner: Planner<'setOwner'> = (edit, procedure) => {
  if (edit.owner !== undefined && procedure.parties[edit.owner] === undefined) return { no: 'That party is not in the procedure any more.' };
  return setPart(procedure, edit.stage, 'owner', edit.owner, `Change owner of ${stageName(procedure, edit.stage)}`);
};

export const setGuidance: Planner<'setGuidance'> = (edit, procedure) => {
  const words: Text | undefined = edit.guidance !== undefined && isReadable(edit.guidance) ? edit.guidance : undefined;
  const value = words === undefined ? undefined : reworded(procedure.stages[edit.stage]?.guidance, words);
  return setPart(procedure, edit.stage, 'guidance', value, `Change guidance of ${stageName(procedure, edit.stage)}`);
};

export const moveStage: Planner<'moveStage'> = (edit, procedure) => {
  if (procedure.stages[edit.stage] === undefined) return noStage;
  if (!Number.isFinite(edit.x) || !Number.isFinite(edit.y)) return { no: 'That place is not on the diagram.' };
  return { words: `Move ${stageName(procedure, edit.stage)}`, changes: [{ path: ['layout', edit.stage], value: { x: edit.x, y: edit.y } }] };
};

/** The stage goes with its routes, its place, and its mention in tasks; what would be left without sense stands in the way. */
export const removeStage: Planner<'removeStage'> = (edit, procedure) => {
  const { stage } = edit;
  const name = stageName(procedure, stage);
  if (procedure.stages[stage] === undefined) return noStage;
  if (stagesWithin(procedure, stage).length > 0) return { no: `${name} has stages within it. Take them out of the group first.` };
  const door = Object.values(procedure.doors).find((one) => one.to.every((id) => id === stage));
  if (door) return { no: `The way in “${wordsOf(door.label)}” starts at ${name}. Let it start elsewhere first.` };
  if (reopensTo(procedure).includes(stage)) return { no: `A case that is opened again goes to ${name}. Choose another stage for that first.` };
  const routes = procedure.transitions.flatMap((route) => withoutStage(route, stage));
  const gone = procedure.transitions.length - routes.length;
  return {
    words: `Remove ${name}${gone === 0 ? '' : gone === 1 ? ' and 1 route' : ` and ${gone} routes`}`,
    changes: [
      ...(procedure.transitions.some((route) => !routes.includes(route)) ? [{ path: ['transitions'], value: routes }] : []),
      ...mentions(procedure, stage), { path: ['layout', stage] }, { path: ['stages', stage] },
    ],
  };
};

/** The route without the stage; none when it starts nowhere or leads nowhere then. */
function withoutStage(route: Transition, stage: Id): Transition[] {
  const from = route.from.filter((id) => id !== stage);
  const { to } = route;
  const leads = to === stage || (typeof to === 'object' && 'history' in to && to.history === stage) || ('ended' in route.on && route.on.ended === stage);
  if (from.length === 0 || leads) return [];
  const several = Array.isArray(to) ? to.filter((id: Id) => id !== stage) : undefined;
  if (several?.length === 0) return [];
  if (from.length === route.from.length && several?.length === (Array.isArray(to) ? to.length : undefined)) return [route];
  return [{ ...route, from, ...(several ? { to: several } : {}) }];
}

/** A task that stood only here is kept, standing in no stage: the check tells of it. */
function mentions(procedure: Procedure, stage: Id): Change[] {
  const tasks = Object.entries(procedure.tasks).filter(([, task]) => task.in?.includes(stage));
  const doors = Object.entries(procedure.doors).filter(([, door]) => door.to.includes(stage));
  const group = procedure.stages[stage]?.within;
  const begins = group !== undefined && procedure.stages[group]?.initial === stage;
  return [
    ...tasks.map(([id, task]) => ({ path: ['tasks', id, 'in'], value: (task.in ?? []).filter((one) => one !== stage) })),
    ...doors.map(([id, door]) => ({ path: ['doors', id, 'to'], value: door.to.filter((one) => one !== stage) })),
    ...(begins ? [{ path: ['stages', group, 'initial'], value: stagesWithin(procedure, group).find((one) => one !== stage) }] : []),
  ];
}

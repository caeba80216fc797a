// Edits of groups: put stages together, take a group apart, let its stages run side by side or one after another.
import { wordsOf } from '../pointer.ts';
import { groupsAround, reopensTo, stagesWithin } from '../structure.ts';
import type { Id, Procedure, Stage, Transition } from '../types.ts';
import type { Change } from './changes.ts';
import type { Planner } from './edit.ts';
import { freeId, isReadable } from './names.ts';
import { noLabel, stageName } from './stages.ts';

export const groupStages: Planner<'groupStages'> = (edit, procedure) => {
  if (!isReadable(edit.label)) return noLabel;
  const stages = Object.keys(procedure.stages).filter((id) => edit.stages.includes(id));
  const first = stages[0];
  if (first === undefined || stages.length < new Set(edit.stages).size) return { no: 'Choose stages that are in the procedure.' };
  const within = procedure.stages[first]?.within;
  if (!stages.every((id) => procedure.stages[id]?.within === within)) return { no: 'Choose stages that lie beside one another, in the same group.' };
  const id = freeId(edit.label, 'group', Object.keys(procedure.stages));
  const group: Stage = { kind: edit.kind ?? 'other', label: edit.label, ...(within === undefined ? {} : { within }), ...(edit.parallel === true ? { parallel: true } : { initial: first }) };
  const outer = within === undefined ? undefined : procedure.stages[within]?.initial;
  return {
    id, words: `Group ${stages.length} stages as ${wordsOf(edit.label)}`,
    changes: [
      { path: ['stages', id], value: group, before: first },
      ...stages.map((stage) => ({ path: ['stages', stage, 'within'], value: id })),
      ...(within !== undefined && outer !== undefined && stages.includes(outer) ? [{ path: ['stages', within, 'initial'], value: id }] : []),
    ],
  };
};

/** The stages move up to where the group was; routes to the group lead to where it began. */
export const ungroupStages: Planner<'ungroupStages'> = (edit, procedure) => {
  const { group } = edit;
  const stage = procedure.stages[group];
  const inside = stagesWithin(procedure, group);
  const name = stageName(procedure, group);
  if (stage === undefined || inside.length === 0) return { no: 'That is not a group.' };
  const obstacle = obstacleToUngroup(procedure, group);
  if (obstacle !== undefined) return { no: obstacle };
  const begins = stage.initial ?? inside[0] ?? group;
  const routes = procedure.transitions.map((route): Transition => (route.to === group ? { ...route, to: begins } : route));
  const outer = stage.within;
  return {
    words: `Take ${name} apart`,
    changes: [
      ...(procedure.transitions.some((route) => route.to === group) ? [{ path: ['transitions'], value: routes }] : []),
      ...inside.map((id) => ({ path: ['stages', id, 'within'], value: outer })),
      ...doorsThrough(procedure, group, begins),
      ...(outer !== undefined && procedure.stages[outer]?.initial === group ? [{ path: ['stages', outer, 'initial'], value: begins }] : []),
      { path: ['layout', group] }, { path: ['stages', group] },
    ],
  };
};

function doorsThrough(procedure: Procedure, group: Id, begins: Id): Change[] {
  return Object.entries(procedure.doors).filter(([, door]) => door.to.includes(group)).map(([id, door]) => ({ path: ['doors', id, 'to'], value: door.to.map((one) => (one === group ? begins : one)) }));
}

/** What belongs to the group as a whole cannot be handed to its stages without changing what it means. */
function obstacleToUngroup(procedure: Procedure, group: Id): string | undefined {
  const name = stageName(procedure, group);
  if (procedure.transitions.some((route) => route.from.includes(group))) return `A route starts at the group ${name} as a whole. Let it start at one of its stages first.`;
  if (Object.values(procedure.tasks).some((task) => task.in?.includes(group))) return `A task stands in the group ${name} as a whole. Let it stand in its stages first.`;
  const ends = procedure.transitions.some((route) => route.to === undefined && route.from.some((id) => procedure.stages[id]?.within === group));
  if (ends) return `A route ends the group ${name}. Let it lead to a stage first.`;
  const backInto = procedure.transitions.some(({ to }) => typeof to === 'object' && (Array.isArray(to) ? to.includes(group) : 'history' in to && to.history === group));
  const entered = backInto || reopensTo(procedure).includes(group) || (procedure.stages[group]?.parallel === true && procedure.transitions.some(({ to }) => to === group));
  return entered ? `The group ${name} is entered as a whole. Let that lead to one of its stages first.` : undefined;
}

export const setParallel: Planner<'setParallel'> = (edit, procedure) => {
  const inside = stagesWithin(procedure, edit.group);
  const name = stageName(procedure, edit.group);
  if (inside.length === 0 || groupsAround(procedure, edit.group).includes(edit.group)) return { no: 'That is not a group.' };
  return {
    words: edit.parallel ? `Let the stages of ${name} run side by side` : `Let the stages of ${name} run one after another`,
    changes: [
      { path: ['stages', edit.group, 'parallel'], value: edit.parallel ? true : undefined },
      { path: ['stages', edit.group, 'initial'], value: edit.parallel ? undefined : (procedure.stages[edit.group]?.initial ?? inside[0]) },
    ],
  };
};

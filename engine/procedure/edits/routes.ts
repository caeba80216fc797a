// Edits of routes: draw, lead elsewhere, trigger, criterion, label, remove.
import { labelAt, pointerTo, wordsOf } from '../pointer.ts';
import { destinations } from '../structure.ts';
import type { Id, Procedure, Transition, Trigger } from '../types.ts';
import type { Plan, Planner } from './edit.ts';
import { freeId, isReadable, reworded } from './names.ts';
import { noLabel, stageName } from './stages.ts';

const noRoute: Plan = { no: 'That route is not in the procedure any more.' };

/** The label of a route, for sentences. */
function routeName(procedure: Procedure, index: number): string {
  const label = labelAt(procedure, pointerTo('transitions', index));
  return label.startsWith('Route ') ? `r${label.slice(1)}` : `route “${label}”`;
}

/** Why a route may not run like this, or undefined. */
function obstacle(procedure: Procedure, from: readonly Id[], to: readonly Id[]): string | undefined {
  if (from.length === 0) return 'Choose the stage that the route leaves.';
  const missing = [...from, ...to].find((id) => procedure.stages[id] === undefined);
  if (missing !== undefined) return 'One of the stages is not in the procedure any more.';
  const end = from.find((id) => procedure.stages[id]?.final);
  return end === undefined ? undefined : `${stageName(procedure, end)} is an end, so no route can leave it.`;
}

const triggerObstacle = (on: Trigger): string | undefined => ('chosen' in on && on.chosen.by.length === 0 ? 'Choose who may take the route.' : undefined);

export const addTransition: Planner<'addTransition'> = (edit, procedure) => {
  const no = obstacle(procedure, edit.from, edit.to === undefined ? [] : [edit.to]);
  if (no !== undefined) return { no };
  if (edit.to === undefined && edit.from.some((id) => procedure.stages[id]?.within === undefined)) return { no: 'Choose the stage that the route leads to.' };
  const unclear = triggerObstacle(edit.on);
  if (unclear !== undefined) return { no: unclear };
  if (edit.label !== undefined && !isReadable(edit.label)) return noLabel;
  const names = `${edit.from[0] ?? ''} to ${edit.to ?? 'end'}`;
  const id = freeId(names, 'route', procedure.transitions.map((route) => route.id));
  const route: Transition = { id, from: edit.from, on: edit.on, ...(edit.to === undefined ? {} : { to: edit.to }), ...(edit.label === undefined ? {} : { label: edit.label }) };
  const end = edit.to === undefined ? 'the end of its group' : stageName(procedure, edit.to);
  return { id, words: `Draw route from ${stageName(procedure, edit.from[0] ?? '')} to ${end}`, changes: [{ path: ['transitions'], value: [...procedure.transitions, route] }] };
};

/** One route is replaced by what `rewrite` makes of it; parts that are undefined are left out. */
function rewrite(procedure: Procedure, id: Id, verb: string, set: Partial<Record<keyof Transition, unknown>>): Plan {
  const index = procedure.transitions.findIndex((route) => route.id === id);
  const old = procedure.transitions[index];
  if (old === undefined) return noRoute;
  // The cast is safe: only parts of the route's own types are set, and none that must be there is taken out.
  const route = Object.fromEntries(Object.entries({ ...old, ...set }).filter(([, part]) => part !== undefined)) as unknown as Transition;
  return { words: `${verb} of ${routeName(procedure, index)}`, changes: [{ path: ['transitions'], value: procedure.transitions.with(index, route) }] };
}

export const retargetTransition: Planner<'retargetTransition'> = (edit, procedure) => {
  const old = procedure.transitions.find((route) => route.id === edit.transition);
  if (old === undefined) return noRoute;
  const changed = { ...old, ...(edit.from ? { from: edit.from } : {}), ...(edit.to === undefined ? {} : { to: edit.to }) };
  const no = obstacle(procedure, changed.from, destinations(changed)) ?? (Array.isArray(edit.to) && edit.to.length === 0 ? 'Choose the stage that the route leads to.' : undefined);
  return no === undefined ? rewrite(procedure, edit.transition, 'Change ends', { from: changed.from, to: changed.to }) : { no };
};

export const removeTransition: Planner<'removeTransition'> = (edit, procedure) => {
  const index = procedure.transitions.findIndex((route) => route.id === edit.transition);
  return index < 0 ? noRoute : { words: `Remove ${routeName(procedure, index)}`, changes: [{ path: ['transitions'], value: procedure.transitions.toSpliced(index, 1) }] };
};

/** Changes places with the next route that leaves one of the same stages; routes of other stages stay where they are. */
export const orderTransition: Planner<'orderTransition'> = ({ transition, by }, procedure) => {
  const routes = procedure.transitions;
  const index = routes.findIndex((route) => route.id === transition);
  const own = routes[index];
  if (own === undefined) return noRoute;
  const shares = (route: Transition): boolean => route.from.some((id) => own.from.includes(id));
  const other = by < 0 ? routes.slice(0, index).findLastIndex(shares) : routes.findIndex((route, at) => at > index && shares(route));
  const swapped = routes[other];
  if (swapped === undefined) return { no: `That route is looked at ${by < 0 ? 'first' : 'last'} already.` };
  return { words: `Look at ${routeName(procedure, index)} ${by < 0 ? 'sooner' : 'later'}`, changes: [{ path: ['transitions'], value: routes.with(index, swapped).with(other, own) }] };
};

export const setTransitionTrigger: Planner<'setTransitionTrigger'> = (edit, procedure) => {
  const no = triggerObstacle(edit.on);
  return no === undefined ? rewrite(procedure, edit.transition, 'Change trigger', { on: edit.on }) : { no };
};

export const setTransitionCriterion: Planner<'setTransitionCriterion'> = (edit, procedure) => rewrite(procedure, edit.transition, 'Change criterion', { if: edit.if, ...(edit.if === undefined ? {} : { otherwise: undefined }) });

export const setTransitionLabel: Planner<'setTransitionLabel'> = (edit, procedure) => {
  const old = procedure.transitions.find((route) => route.id === edit.transition)?.label;
  const label = edit.label !== undefined && wordsOf(edit.label) !== undefined && isReadable(edit.label) ? reworded(old, edit.label) : undefined;
  return rewrite(procedure, edit.transition, 'Change label', { label });
};

// Routes: triggers that can happen where the route starts, order, ends of groups, returns.
// Whether the names in a route exist is checked with all names.
import { pointerTo } from '../pointer.ts';
import type { Problem } from '../problems.ts';
import { areBeside, destinations, groupsAround, isGroup, reopensTo, routesFrom } from '../structure.ts';
import type { Id, Procedure, Transition } from '../types.ts';
import { when, type Check } from './finder.ts';

export const checkRoutes: Check = (procedure) => [...checkEntrances(procedure), ...procedure.transitions.flatMap((route, index) => {
  const at = pointerTo('transitions', index);
  return [
    ...when(route.from.some((id) => procedure.stages[id]?.final === true), 'P-066', procedure, `${at}/from`, { found: route.from.join(', ') }),
    ...when(route.to === undefined && route.from.some((id) => procedure.stages[id] !== undefined && procedure.stages[id].within === undefined), 'P-068', procedure, at),
    ...when(route.otherwise === true && route.if !== undefined, 'P-073', procedure, at),
    ...when(isShadowed(procedure, route), 'P-074', procedure, at),
    ...checkTrigger(procedure, route, at), ...checkHistory(procedure, route, at),
    ...when(isApart(procedure, destinations(route)), 'P-124', procedure, `${at}/to`, { found: destinations(route).join(', ') }),
    ...when(typeof route.to === 'object' && 'return' in route.to && route.from.some((id) => !isLedTo(procedure, id)), 'P-125', procedure, `${at}/to`, { found: route.from.join(', ') }),
  ];
})];

function checkEntrances(procedure: Procedure): Problem[] {
  return [
    ...Object.entries(procedure.doors).flatMap(([id, { to }]) => when(isApart(procedure, to), 'P-124', procedure, pointerTo('doors', id, 'to'), { found: to.join(', ') })),
    ...when(isApart(procedure, reopensTo(procedure)), 'P-124', procedure, '/closing/reopen/to', { found: reopensTo(procedure).join(', ') }),
  ];
}

/** Stages that are to start together and of which two cannot be active at the same time. */
function isApart(procedure: Procedure, stages: readonly Id[]): boolean {
  return stages.some((one, index) => stages.slice(index + 1).some((other) => procedure.stages[one] !== undefined && procedure.stages[other] !== undefined && !areBeside(procedure, one, other)));
}

const isLedTo = (procedure: Procedure, stage: Id): boolean => procedure.transitions.some((route) => destinations(route).includes(stage));

/** From each stage it leaves, an earlier route on the same trigger has nothing that could stop it. */
function isShadowed(procedure: Procedure, route: Transition): boolean {
  // Two buttons with the same people behind them are two offers, not a branch.
  if ('chosen' in route.on) return false;
  const trigger = JSON.stringify(route.on);
  const always = (other: Transition): boolean => other.if === undefined && other.otherwise !== true && other.limit === undefined && JSON.stringify(other.on) === trigger;
  return route.from.every((id) => {
    const routes = routesFrom(procedure, id);
    return routes.slice(0, routes.indexOf(route)).some(always);
  });
}

function checkTrigger(procedure: Procedure, route: Transition, at: string): Problem[] {
  if ('ended' in route.on) {
    const group = route.on.ended;
    const known = procedure.stages[group] !== undefined;
    return when(known && (!isGroup(procedure, group) || !route.from.includes(group)), 'P-075', procedure, `${at}/on/ended`, { found: group });
  }
  const task = 'done' in route.on ? route.on.done : 'option' in route.on ? route.on.option[0] : undefined;
  return task === undefined ? [] : when(neverUpThere(procedure, route, task), 'P-077', procedure, `${at}/on`, { found: task });
}

/** A task tied to stages of which none can be active together with a stage that the route leaves. */
function neverUpThere(procedure: Procedure, route: Transition, task: Id): boolean {
  const stages = procedure.tasks[task]?.in;
  if (stages === undefined || stages.length === 0) return false;
  return !stages.some((stage) => route.from.some((from) => areTogether(procedure, stage, from)));
}

/** One is, contains or lies within the other, or they lie in two lanes of one group. */
function areTogether(procedure: Procedure, one: Id, other: Id): boolean {
  const [line, beside] = [one, other].map((id) => [id, ...groupsAround(procedure, id)]) as [Id[], Id[]];
  const meeting = line.find((id) => beside.includes(id));
  return meeting !== undefined && (meeting === one || meeting === other || procedure.stages[meeting]?.parallel === true);
}

function checkHistory(procedure: Procedure, { to }: Transition, at: string): Problem[] {
  if (typeof to !== 'object' || !('history' in to)) return [];
  return when(procedure.stages[to.history] !== undefined && !isGroup(procedure, to.history), 'P-076', procedure, `${at}/to/history`, { found: to.history });
}

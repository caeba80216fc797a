// Stages: groups that begin somewhere, stages that a case can come to and leave, ends that are ends.
// It does not know when a route is taken; a route that might be taken counts.
import { pointerTo } from '../pointer.ts';
import { problem, type Problem } from '../problems.ts';
import { destinations, groupsAround, isGroup, reopensTo, routesFrom, stagesWithin } from '../structure.ts';
import type { Id, Procedure } from '../types.ts';
import { inCircles, when, type Check } from './finder.ts';

export const checkStages: Check = (procedure) => [
  ...when(Object.keys(procedure.doors).length === 0, 'P-069', procedure, '/doors'),
  ...when(!Object.values(procedure.stages).some((stage) => stage.final && stage.within === undefined), 'P-070', procedure, '/stages'),
  ...Object.keys(procedure.stages).flatMap((id) => checkGroup(procedure, id)),
  ...checkLoops(procedure), ...checkReach(procedure), ...checkWaysOut(procedure),
];

function checkLoops(procedure: Procedure): Problem[] {
  const within = (id: Id): readonly Id[] => [procedure.stages[id]?.within ?? []].flat();
  return [...inCircles(Object.keys(procedure.stages), within)].map((id) => problem('P-061', procedure, pointerTo('stages', id, 'within'), { found: within(id).join('') }));
}

function checkGroup(procedure: Procedure, id: Id): Problem[] {
  const stage = procedure.stages[id];
  if (!stage) return [];
  const at = pointerTo('stages', id);
  const inside = stagesWithin(procedure, id);
  const group = inside.length > 0;
  const begins = stage.initial !== undefined;
  return [
    ...when(group && stage.parallel !== true && !begins, 'P-062', procedure, at),
    ...when(begins && procedure.stages[stage.initial] !== undefined && !inside.includes(stage.initial), 'P-063', procedure, `${at}/initial`, { found: stage.initial ?? '' }),
    ...when(group && stage.final === true, 'P-067', procedure, `${at}/final`, { found: inside.join(', ') }),
    ...when(!group && (stage.parallel === true || begins), 'P-071', procedure, `${at}/${begins ? 'initial' : 'parallel'}`),
  ];
}

/** Stages that no way in and no route can lead to. */
function checkReach(procedure: Procedure): Problem[] {
  const reached = reachable(procedure);
  return Object.keys(procedure.stages).filter((id) => !reached.has(id)).map((id) => problem('P-064', procedure, pointerTo('stages', id)));
}

/** Every stage a case may come to: ways in, routes, what a group starts, and a re-opened case. */
export function reachable(procedure: Procedure): ReadonlySet<Id> {
  const reached = new Set<Id>();
  const open: Id[] = [...Object.values(procedure.doors).flatMap((door) => door.to), ...reopensTo(procedure)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id) || procedure.stages[id] === undefined) continue;
    reached.add(id);
    open.push(...startedWith(procedure, id), ...routesFrom(procedure, id).flatMap(destinations));
  }
  return reached;
}

/** What is entered together with a stage: the groups around it, the lanes beside it, and where a group begins. */
function startedWith(procedure: Procedure, id: Id): Id[] {
  const around = groupsAround(procedure, id);
  const lanes = [id, ...around].filter((group) => procedure.stages[group]?.parallel).flatMap((group) => stagesWithin(procedure, group));
  return [...around, ...lanes, ...[procedure.stages[id]?.initial ?? []].flat()];
}

function checkWaysOut(procedure: Procedure): Problem[] {
  return Object.keys(procedure.stages).filter((id) => isTrap(procedure, id)).map((id) => problem('P-065', procedure, pointerTo('stages', id)));
}

/** A stage that is no end and from which, itself and the groups around it, no route starts. */
function isTrap(procedure: Procedure, id: Id): boolean {
  if (procedure.stages[id]?.final || routesFrom(procedure, id).length > 0) return false;
  const around = groupsAround(procedure, id);
  const leftFromOutside = around.some((group) => routesFrom(procedure, group).some((route) => !('ended' in route.on)));
  if (leftFromOutside) return false;
  return isGroup(procedure, id) ? isStuckAtItsEnd(procedure, id) : true;
}

/** A group that can come to its end, that is no lane beside others, and that nothing leads out of then. */
function isStuckAtItsEnd(procedure: Procedure, group: Id): boolean {
  const lane = procedure.stages[procedure.stages[group]?.within ?? '']?.parallel === true;
  return !lane && canEnd(procedure, group, []);
}

/** A parallel group ends when all its lanes do; another when it comes to an end within it. `above` stops loops. */
function canEnd(procedure: Procedure, group: Id, above: readonly Id[]): boolean {
  if (above.includes(group)) return false;
  const inside = stagesWithin(procedure, group);
  const endsAt = (id: Id): boolean => procedure.stages[id]?.final === true || routesFrom(procedure, id).some((route) => route.to === undefined);
  if (procedure.stages[group]?.parallel !== true) return inside.some(endsAt);
  return inside.length > 0 && inside.every((id) => endsAt(id) || canEnd(procedure, id, [...above, group]));
}

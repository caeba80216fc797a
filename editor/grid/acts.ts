// What the cells and keys of the grid do: each is a command, one step and one announcement.
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import { inTurn, connect, single, triggersOf, type Command } from '../edits/commands.ts';
import type { Diagram } from '../model/diagram.ts';
import type { Route } from '../model/routes.ts';
import { stageTitle } from '../model/text.ts';
import { treeOf } from '../model/tree.ts';
import { words } from '../words.ts';

/** Goes to: leads the route there, or draws one where there is none yet. */
export const goTo = (stage: Id, route: Route | null, to: Id): Command =>
  (route === null ? connect(stage, to) : single({ type: 'retargetTransition', transition: route.transition, to }));

/** Goes to a stage that is made for it, beside the one it comes from. */
export const goToNew = (stage: Id, route: Route | null, label: string): Command => (procedure) => {
  const within = procedure.stages[stage]?.within;
  const owner = procedure.stages[stage]?.owner;
  return inTurn([
    () => ({ type: 'addStage', kind: 'other', label, after: stage, ...(within === undefined ? {} : { within }) }),
    (_, [made = '']) => (owner === undefined ? null : { type: 'setOwner', stage: made, owner }),
    (_, [made = '']) => ({ type: 'addTask', shape: 'record', label, in: [made] }),
    (now, [made = '']) => (route !== null ? { type: 'retargetTransition', transition: route.transition, to: made } : { type: 'addTransition', from: [stage], to: made, on: triggersOf(now, stage)[0] ?? { chosen: { by: [] } } }),
  ])(procedure);
};

/** Alt and an arrow: into the group above, out of its own, one place up or down. */
export function move(procedure: Procedure, diagram: Diagram, id: Id, key: string): Command {
  const { tree } = diagram;
  const route = diagram.routes.find((each) => each.id === id);
  const by = key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 1;
  if (route !== undefined) return single({ type: 'orderTransition', transition: route.transition, by });
  const parent = tree.parent(id);
  if (key === 'ArrowRight') {
    const beside = tree.children(parent);
    const group = beside.slice(0, beside.indexOf(id)).findLast((each) => tree.isGroup(each));
    return group === undefined ? () => ({ ok: false, words: words.grid.noGroup }) : single({ type: 'nestStage', stage: id, within: group });
  }
  if (key === 'ArrowLeft') {
    if (parent === null) return () => ({ ok: false, words: words.grid.topLevel });
    const outer = tree.parent(parent);
    return single({ type: 'nestStage', stage: id, ...(outer === null ? {} : { within: outer }) });
  }
  return (now) => {
    const done = single({ type: 'orderStage', stage: id, by })(now);
    if (!done.ok || parent !== null && procedure.stages[parent]?.parallel === true) return done;
    // Stages that routes join stand in the order of the routes, whatever the order they are written in.
    const seen = (each: Procedure): string => treeOf(each).order.join(' ');
    return seen(done.procedure) === seen(now) ? { ok: false, words: words.grid.byRoutes(stageTitle(procedure, id)) } : done;
  };
}

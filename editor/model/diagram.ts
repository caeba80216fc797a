// What the diagram shows of a procedure: stages, groups, ways in and routes, each with its words. Pure reading;
// it places nothing (editor/layout does) and changes nothing (the edit commands do).
import { remembered } from '../../engine/procedure/remembered.ts';
import type { Id, Procedure, StageKind } from '../../engine/procedure/types.ts';
import { words } from '../words.ts';
import { clocksOf, type Clock } from './clocks.ts';
import { ownerOf } from './owners.ts';
import { routesOf, type Route } from './routes.ts';
import { stageTitle } from './text.ts';
import { treeOf, type Tree } from './tree.ts';

export type ShapeKind = StageKind | 'end';
export interface DiagramStage {
  readonly id: Id; readonly kind: ShapeKind; readonly title: string; readonly owner: string;
  /** Order in the outline from 1; ends have none. */
  readonly number: number | null;
  readonly clocks: readonly Clock[];
  /** True when what people do here repeats by the month and no clock says so. */
  readonly every: string | null;
}
export interface DiagramGroup { readonly id: Id; readonly title: string; readonly fact: string; readonly parallel: boolean; readonly begins: Id | null; readonly clocks: readonly Clock[] }
/** All doors that lead to the same stages, drawn as one way in. */
export interface DiagramDoor { readonly id: Id; readonly title: string; readonly lines: readonly string[]; readonly to: readonly Id[] }
export interface Diagram {
  readonly tree: Tree;
  readonly stages: ReadonlyMap<Id, DiagramStage>;
  readonly groups: ReadonlyMap<Id, DiagramGroup>;
  readonly doors: readonly DiagramDoor[];
  readonly routes: readonly Route[];
  /** How many stages carry a number. */
  readonly count: number;
}

/** The id of the first way in, which no stage can have (a stage id holds no dot). */
export const WAY_IN = 'ways.in';

/** The diagram of a procedure, without places. */
export function diagramOf(procedure: Procedure): Diagram {
  const tree = treeOf(procedure);
  const stages = new Map<Id, DiagramStage>();
  const groups = new Map<Id, DiagramGroup>();
  let count = 0;
  for (const id of tree.order) {
    const stage = procedure.stages[id];
    if (stage === undefined) continue;
    if (tree.isGroup(id)) groups.set(id, groupOf(procedure, tree, id));
    else stages.set(id, {
      id, title: stageTitle(procedure, id), kind: stage.final === true ? 'end' : stage.kind, owner: ownerOf(procedure, id),
      number: stage.final === true ? null : ++count, clocks: clocksOf(procedure, id), every: everyOf(procedure, id),
    });
  }
  return { tree, stages, groups, doors: doorsOf(procedure), routes: routesOf(procedure, tree), count };
}

function groupOf(procedure: Procedure, tree: Tree, id: Id): DiagramGroup {
  const stage = procedure.stages[id];
  const parallel = stage?.parallel === true;
  const parts = tree.children(id);
  const goesOn = procedure.transitions.some((each) => 'ended' in each.on && each.on.ended === id);
  const begins = parallel || parts.length < 2 ? null : parts[0] ?? null;
  const fact = !parallel ? '' : goesOn ? words.group.goesOn(parts.length) : words.group.together(parts.length);
  return { id, title: stageTitle(procedure, id), parallel, begins, fact, clocks: clocksOf(procedure, id) };
}

/** "Every month" for a task that recurs. */
const everyOf = (procedure: Procedure, stage: Id): string | null => recurring(procedure.tasks).get(stage) ?? null;

/** The words by the first stage of each such task, found once: every stage asks. */
const recurring = remembered((tasks: Procedure['tasks']): ReadonlyMap<Id, string> => {
  const found = new Map<Id, string>();
  for (const { in: [stage] = [], raised } of Object.values(tasks)) {
    if (stage !== undefined && typeof raised === 'object' && 'every' in raised && !found.has(stage)) found.set(stage, words.clock.every(raised.every.months));
  }
  return found;
});

function doorsOf(procedure: Procedure): readonly DiagramDoor[] {
  const byTarget = new Map<string, { to: readonly Id[]; doors: number; people: number; processes: number }>();
  for (const door of Object.values(procedure.doors)) {
    const key = door.to.join(' ');
    const found = byTarget.get(key) ?? { to: door.to.filter((id) => id in procedure.stages), doors: 0, people: 0, processes: 0 };
    const sources = door.sources ?? [];
    const people = sources.filter((source) => source.kind === 'person').length;
    byTarget.set(key, { to: found.to, doors: found.doors + 1, people: found.people + people, processes: found.processes + sources.length - people });
  }
  return [...byTarget.values()].map((found, index) => ({
    id: index === 0 ? WAY_IN : `${WAY_IN}.${index}`, title: words.door.title(found.doors), to: found.to,
    lines: words.door.lines(found.doors, found.people, found.processes),
  }));
}

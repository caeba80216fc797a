// The diagram and its layout as React Flow takes them: a box for each stage, frame and way in, a line for each
// route. Names for people who do not see are made here too; React Flow would read out ids.
import type { Edge, Node } from '@xyflow/react';
import { remembered } from '../../engine/procedure/remembered.ts';
import type { Id } from '../../engine/procedure/types.ts';
import type { Layout, Placed, PlacedRoute } from '../layout/types.ts';
import type { Diagram, DiagramDoor, DiagramGroup, DiagramStage } from '../model/diagram.ts';
import type { Route } from '../model/routes.ts';
import type { Marks } from '../store/problems.ts';
import { words as arranging } from '../arrange/words.ts';
import { words } from '../words.ts';

export type StageBox = Node<{ readonly stage: DiagramStage; readonly marks: Marks | undefined; /** How many stages lie in a closed group. */ readonly holds: number | undefined }, 'stage'>;
export type GroupBox = Node<{ readonly group: DiagramGroup; readonly dividers: readonly { readonly upright: boolean; readonly at: number }[]; readonly marks: Marks | undefined; readonly begins: { readonly x: number; readonly y: number } | null }, 'group'>;
export type DoorBox = Node<{ readonly door: DiagramDoor }, 'door'>;
export type Box = StageBox | GroupBox | DoorBox;
export type RouteLine = Edge<{ readonly placed: PlacedRoute; readonly route: Route | null }, 'route'>;

const outOf = remembered((diagram: Diagram): ReadonlyMap<Id, number> => {
  const made = new Map<Id, number>();
  for (const { from } of diagram.routes) made.set(from, (made.get(from) ?? 0) + 1);
  return made;
});
/** How many routes leave a stage. */
const routesOut = (diagram: Diagram, id: Id): number => outOf(diagram).get(id) ?? 0;

/** How a stage is spoken: name, kind, place, owner, clocks, problems, routes out. */
function spokenStage(diagram: Diagram, id: Id, marks: Marks | undefined): string {
  const w = words.stage;
  const out = routesOut(diagram, id);
  const found = [...(marks !== undefined && marks.stops > 0 ? [w.stops(marks.stops)] : []), ...(marks !== undefined && marks.looks > 0 ? [w.toLookAt(marks.looks)] : [])];
  const group = diagram.groups.get(id);
  if (group !== undefined) return `${[group.title, group.parallel ? w.together : w.group, group.fact, ...found].filter((part) => part !== '').join(', ')}; ${w.routesOut(out)}`;
  const stage = diagram.stages.get(id);
  if (stage === undefined) return diagram.doors.find((door) => door.id === id)?.title ?? '';
  if (stage.kind === 'end') return `${stage.title}, ${w.end}`;
  const place = stage.number === null ? [] : [w.of(stage.number, diagram.count)];
  return `${[stage.title, words.kinds[stage.kind].toLowerCase(), ...place, stage.owner, stage.clocks.length === 0 ? w.noClock.toLowerCase() : w.clocks(stage.clocks.length), ...found].join(', ')}; ${w.routesOut(out)}`;
}

/** A closed group: name, that it is closed, how much is in it. */
const spokenClosed = (diagram: Diagram, id: Id, holds: number): string => `${[diagram.groups.get(id)?.title ?? '', words.stage.group, arranging.closed, arranging.holds(holds)].join(', ')}; ${words.stage.routesOut(routesOut(diagram, id))}`;

export interface Shown { readonly chosen: ReadonlySet<Id>; /** The stages in each closed group, and the order of all stages. */ readonly holds: ReadonlyMap<Id, number>; readonly whole: Diagram; readonly marks: ReadonlyMap<Id, Marks>; readonly readOnly: boolean; /** The one box that Tab enters. */ readonly entry: Id | null }

/** The boxes, frames first so that their parts lie over them; `drawn`: those to show when it is not all. */
export function boxesOf(diagram: Diagram, layout: Layout, shown: Shown, drawn?: ReadonlySet<Id>): Box[] {
  const wanted = (placed: ReadonlyMap<Id, Placed>): Placed[] => (drawn === undefined ? [...placed.values()] : [...placed.values()].filter(({ id }) => drawn.has(id)));
  const frames = wanted(layout.groups).sort((a, b) => a.depth - b.depth).map((placed): GroupBox | null => {
    const group = diagram.groups.get(placed.id);
    if (group === undefined) return null;
    const first = group.begins === null ? undefined : layout.stages.get(group.begins) ?? layout.groups.get(group.begins);
    const begins = first === undefined ? null : { x: first.within.x, y: first.within.y + Math.round(first.h / 2 / 8) * 8 };
    return { ...box(diagram, placed, shown), type: 'group', data: { group, begins, marks: shown.marks.get(placed.id), dividers: layout.dividers.filter((line) => line.group === placed.id) } };
  });
  const stages = wanted(layout.stages).map((placed): Box | null => {
    const base = box(diagram, placed, shown);
    const stage = diagram.stages.get(placed.id);
    const holds = shown.holds.get(placed.id);
    if (stage !== undefined) return { ...base, type: 'stage', data: { stage: numbered(stage, shown.whole), marks: shown.marks.get(placed.id), holds } };
    const door = diagram.doors.find((each) => each.id === placed.id);
    return door === undefined ? null : { ...base, type: 'door', draggable: base.draggable, data: { door } };
  });
  return [...frames, ...stages].filter((each) => each !== null);
}

const renumbered = new WeakMap<DiagramStage, DiagramStage>();

/** With the number it has in the whole procedure, whatever is closed. */
function numbered(stage: DiagramStage, whole: Diagram): DiagramStage {
  const number = whole.stages.get(stage.id)?.number ?? null;
  if (number === stage.number) return stage;
  const made = renumbered.get(stage) ?? { ...stage, number };
  renumbered.set(stage, made);
  return made;
}

function box(diagram: Diagram, placed: Placed, shown: Shown) {
  const frame = diagram.groups.has(placed.id);
  const selected = shown.chosen.has(placed.id);
  const holds = shown.holds.get(placed.id);
  return {
    id: placed.id, position: { x: placed.within.x, y: placed.within.y }, width: placed.w, height: placed.h, selected,
    ...(placed.parent === null ? {} : { parentId: placed.parent }),
    zIndex: frame ? placed.depth : 20 + (selected ? 1 : 0), draggable: !shown.readOnly, connectable: !shown.readOnly, deletable: false,
    measured: { width: placed.w, height: placed.h },
    ariaRole: 'button' as const, ariaLabel: holds === undefined ? spokenStage(shown.whole, placed.id, shown.marks.get(placed.id)) : spokenClosed(shown.whole, placed.id, holds),
    domAttributes: { tabIndex: shown.entry === placed.id ? 0 : -1, 'aria-roledescription': undefined, 'aria-pressed': selected } as NonNullable<Node['domAttributes']>,
  };
}

/** The lines, routes and the ways from the doors; `drawn`: those to show when it is not all. */
export function linesOf(diagram: Diagram, layout: Layout, selection: Id | null, drawn?: ReadonlySet<string>): RouteLine[] {
  const wanted = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] => (drawn === undefined ? all : all.filter(({ id }) => drawn.has(id)));
  const doors = wanted(diagram.doors.flatMap((door) => door.to.map((to) => ({ id: `${door.id}/${to}`, from: door.id, to, route: null }))));
  const routes = wanted(diagram.routes).map((route) => ({ id: route.id, from: route.from, to: route.to, route }));
  return [...doors, ...routes].flatMap((line): RouteLine[] => {
    const placed = layout.routes.get(line.id);
    if (placed === undefined) return [];
    const { route } = line;
    const title = (id: Id): string => diagram.stages.get(id)?.title ?? diagram.groups.get(id)?.title ?? '';
    const name = route === null ? words.route.wayIn(title(line.to)) : words.route.from(title(route.from), title(route.to), route.words);
    return [{
      id: line.id, source: line.from, target: line.to, type: 'route', data: { placed, route }, selected: selection === line.id, zIndex: selection === line.id ? 14 : 10,
      selectable: route !== null, deletable: false, focusable: false, ariaLabel: name, ariaRole: 'img',
      domAttributes: { 'aria-roledescription': undefined } as NonNullable<Edge['domAttributes']>,
    }];
  });
}

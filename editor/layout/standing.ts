// The old picture put right by hand while a new layout is being made: gone stages are taken out, new ones stand beside
// the stage that leads to them, moved ones stand where they were put, and new routes run straight.
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import type { Diagram } from '../model/diagram.ts';
import { leafSize } from './arrange.ts';
import { around } from './field.ts';
import { placeOf } from './layout.ts';
import { linesOf } from './lines.ts';
import { elbow } from './routes.ts';
import { HEADER, MARGIN, onGrid, type Layout, type Placed, type PlacedRoute, type Point } from './types.ts';

/** `old` as it stands for this diagram. Nothing when nothing was drawn before. */
export function standing(old: Layout, diagram: Diagram, chosen: NonNullable<Procedure['layout']>): Layout {
  if (old.stages.size + old.groups.size === 0) return old;
  const placed = new Map<Id, Placed>();
  for (const id of [...diagram.doors.map((door) => door.id), ...diagram.tree.order]) placed.set(id, shapeOf(old, diagram, chosen, placed, id));
  for (const id of [...diagram.tree.order].reverse()) if (diagram.groups.has(id)) grow(placed, diagram, id);
  const groups = new Map([...placed].filter(([id]) => diagram.groups.has(id)));
  const stages = new Map([...placed].filter(([id]) => !diagram.groups.has(id)));
  return {
    stages, groups, routes: routesOf(old, diagram, placed), unclear: [],
    dividers: old.dividers.filter((line) => diagram.groups.get(line.group)?.parallel === true), bounds: around([old.bounds, ...placed.values()]),
  };
}

const before = (old: Layout, id: Id): Placed | undefined => old.stages.get(id) ?? old.groups.get(id);

function shapeOf(old: Layout, diagram: Diagram, chosen: NonNullable<Procedure['layout']>, placed: ReadonlyMap<Id, Placed>, id: Id): Placed {
  const parent = diagram.tree.parent(id);
  const frame = parent === null ? undefined : placed.get(parent);
  const group = diagram.groups.has(id);
  const was = before(old, id);
  const at = was ?? (group ? cornerOf(old, diagram, id) : beside(old, diagram, id));
  const free = was !== undefined && was.parent === parent ? was.within : { x: at.x - (frame?.x ?? 0), y: at.y - (frame?.y ?? 0) };
  const within = placeOf({ id, ...free }, parent, chosen);
  const size = group ? { w: was?.w ?? 160, h: was?.h ?? 96 } : leafSize(diagram, id);
  return { id, parent, within, depth: diagram.tree.ancestors(id).length, w: size.w, h: size.h, x: (frame?.x ?? 0) + within.x, y: (frame?.y ?? 0) + within.y };
}

/** Above and left of what a new group holds. */
function cornerOf(old: Layout, diagram: Diagram, id: Id): Point {
  const parts = diagram.tree.children(id).flatMap((part) => before(old, part) ?? []);
  return parts.length === 0 ? { x: 0, y: 0 } : { x: Math.min(...parts.map((part) => part.x)) - MARGIN, y: Math.min(...parts.map((part) => part.y)) - HEADER };
}

/** A little to the right of and below the stage that leads to a new one. */
function beside(old: Layout, diagram: Diagram, id: Id): Point {
  const lead = diagram.routes.find((route) => route.to === id);
  const from = lead === undefined ? undefined : before(old, lead.from);
  if (from !== undefined) return { x: onGrid(from.x + from.w + 32), y: onGrid(from.y + 24) };
  const parent = diagram.tree.parent(id);
  const frame = parent === null ? undefined : before(old, parent);
  return frame === undefined ? { x: old.bounds.x, y: onGrid(old.bounds.y + old.bounds.h + 32) } : { x: frame.x + MARGIN, y: frame.y + HEADER };
}

/** A frame goes round all that lies in it. */
function grow(placed: Map<Id, Placed>, diagram: Diagram, id: Id): void {
  const frame = placed.get(id);
  if (frame === undefined) return;
  const parts = diagram.tree.children(id).flatMap((part) => placed.get(part) ?? []);
  const w = Math.max(frame.w, ...parts.map((part) => part.within.x + part.w + MARGIN));
  const h = Math.max(frame.h, ...parts.map((part) => part.within.y + part.h + MARGIN));
  placed.set(id, { ...frame, w, h });
}

function routesOf(old: Layout, diagram: Diagram, placed: ReadonlyMap<Id, Placed>): ReadonlyMap<string, PlacedRoute> {
  const routes = new Map<string, PlacedRoute>();
  for (const line of linesOf(diagram)) {
    const [from, to] = [placed.get(line.from), placed.get(line.to)];
    for (const id of line.routes.length === 0 ? [line.id] : line.routes.map((route) => route.id)) {
      const was = old.routes.get(id);
      if (was !== undefined && still(old, from) && still(old, to)) routes.set(id, was);
      else if (from !== undefined && to !== undefined) routes.set(id, { id, points: elbow(from, to) });
    }
  }
  return routes;
}

function still(old: Layout, now: Placed | undefined): boolean {
  const was = now === undefined ? undefined : before(old, now.id);
  return was !== undefined && now !== undefined && was.x === now.x && was.y === now.y;
}

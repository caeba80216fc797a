// The lines of a diagram: one for all routes that lead from one stage to one other, so that a decision with several
// ways to the same place does not crowd the ground. Their words stand one below the other on that line, each in its
// own pill. A way in is a line without words.
import type { Id } from '../../engine/procedure/types.ts';
import type { Diagram } from '../model/diagram.ts';
import type { Route } from '../model/routes.ts';
import { pillSize, type Size } from './size.ts';
import { GRID, type Rect } from './types.ts';

export interface Line {
  /** Of its first route. */
  readonly id: string;
  readonly from: Id;
  readonly to: Id;
  readonly back: boolean;
  /** Every route on the line; none for a way in. */
  readonly routes: readonly Route[];
  /** Room that its pills take together; null without words. */
  readonly pill: Size | null;
}

const APART = 4;
const known = new WeakMap<Diagram, readonly Line[]>();

/** All lines of a diagram: ways in first, then routes in the procedure's order. */
export function linesOf(diagram: Diagram): readonly Line[] {
  const found = known.get(diagram) ?? newLines(diagram);
  known.set(diagram, found);
  return found;
}

/** The same diagram with these routes on lines of their own, for where no clear place was found for their words together. */
export function parted(diagram: Diagram, routes: readonly string[]): Diagram {
  const other = { ...diagram };
  known.set(other, linesOf(diagram).flatMap((line) => (line.routes.some((route) => routes.includes(route.id)) ? line.routes.flatMap((route) => lineOf([route])) : [line])));
  return other;
}

/** The line that a route lies on. */
export function lineHolding(diagram: Diagram, route: string): string {
  return linesOf(diagram).find((line) => line.routes.some((each) => each.id === route))?.id ?? route;
}

function newLines(diagram: Diagram): readonly Line[] {
  const doors = diagram.doors.flatMap((door) => door.to.map((to): Line => ({ id: `${door.id}/${to}`, from: door.id, to, back: false, routes: [], pill: null })));
  const joined = new Map<string, Route[]>();
  for (const route of diagram.routes) {
    const key = `${route.from} ${route.to} ${route.back}`;
    joined.set(key, [...(joined.get(key) ?? []), route]);
  }
  return [...doors, ...[...joined.values()].flatMap(lineOf)];
}

function lineOf(routes: readonly Route[]): readonly Line[] {
  const [first] = routes;
  return first === undefined ? [] : [{ id: first.id, from: first.from, to: first.to, back: first.back, routes, pill: roomOf(routes) }];
}

function roomOf(routes: readonly Route[]): Size | null {
  const sizes = routes.flatMap((route) => (route.label === null ? [] : [pillSize(route.label, route.bold)]));
  if (sizes.length === 0) return null;
  const h = sizes.reduce((sum, size) => sum + size.h + APART, -APART);
  // On the grid, so that the middle of a stack lies on the line as that of a single pill does.
  return { w: Math.max(...sizes.map((size) => size.w)), h: sizes.length === 1 ? h : Math.ceil(h / GRID / 2) * GRID * 2 };
}

/** Where each route's own pill stands in the room of its line. */
export function pillsIn(line: Line, room: Rect): readonly { readonly id: string; readonly rect: Rect }[] {
  let y = room.y;
  return line.routes.flatMap((route) => {
    if (route.label === null) return [];
    const size = pillSize(route.label, route.bold);
    const rect = { x: room.x + (room.w - size.w) / 2, y, ...size };
    y += size.h + APART;
    return [{ id: route.id, rect }];
  });
}

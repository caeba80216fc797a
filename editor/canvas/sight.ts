// What of a large diagram is drawn: the boxes and lines in sight and a little round them, and those that must stay
// there (the chosen ones, and the one that Tab enters). A small diagram is drawn whole. Nothing else may read the boxes
// of the page to learn about the procedure: those out of sight are not there.
import { useStore } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import { remembered } from '../../engine/procedure/remembered.ts';
import type { Id } from '../../engine/procedure/types.ts';
import { near, type Layout, type PlacedRoute, type Rect } from '../layout/types.ts';
import type { Diagram } from '../model/diagram.ts';

/** Boxes up to which all are drawn. */
export const DRAWN_WHOLE = 120;
/** How much of a view's width and height is drawn beyond each of its sides. */
const AROUND = 0.3;
/** When less than a third of the width that is drawn is in sight, less is drawn. */
const TOO_MUCH = 3;

/** What is drawn; null for everything. */
export interface Drawn { readonly boxes: ReadonlySet<Id>; readonly lines: ReadonlySet<string> }

const sizeOf = (layout: Layout): number => layout.stages.size + layout.groups.size;

/** The rectangle round a route and its words. */
const roundRoute = remembered(({ points, pill }: PlacedRoute): Rect => {
  const xs = [...points.map((point) => point.x), ...(pill === undefined ? [] : [pill.x, pill.x + pill.w])];
  const ys = [...points.map((point) => point.y), ...(pill === undefined ? [] : [pill.y, pill.y + pill.h])];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  // A line is a pixel wide, also where it only touches the edge of what is in sight.
  return { x, y, w: Math.max(...xs) - x + 1, h: Math.max(...ys) - y + 1 };
});

interface Line { readonly id: string; readonly from: Id; readonly to: Id }

/** Where each line of a diagram begins and ends, by its id: routes, and the ways from the doors. */
const endsOf = remembered((diagram: Diagram): ReadonlyMap<string, Line> => new Map([
  ...diagram.doors.flatMap((door) => door.to.map((to) => ({ id: `${door.id}/${to}`, from: door.id, to }))), ...diagram.routes,
].map((line) => [line.id, line])));

/** The height of a band of the diagram, in its own pixels. */
const BAND = 512;
/** Things that lie in each band, by its number; what is taller than one lies in several. */
type Bands<T> = ReadonlyMap<number, readonly T[]>;

/** A layout in bands, so that what is in sight is found without going through all: a step back comes to a layout known before. */
const banded = remembered((layout: Layout) => ({
  boxes: inBands([...layout.groups.values(), ...layout.stages.values()], (placed) => placed),
  routes: inBands(layout.routes.values(), roundRoute),
}));

function inBands<T>(all: Iterable<T>, rectOf: (one: T) => Rect): Bands<T> {
  const bands = new Map<number, T[]>();
  for (const one of all) {
    const { y, h } = rectOf(one);
    for (let band = Math.floor(y / BAND); band * BAND <= y + h; band += 1) {
      const held = bands.get(band);
      if (held === undefined) bands.set(band, [one]);
      else held.push(one);
    }
  }
  return bands;
}

/** What of the bands touches a rectangle; some of it more than once. */
function* touching<T>(bands: Bands<T>, rect: Rect, rectOf: (one: T) => Rect): Generator<T> {
  for (let band = Math.floor(rect.y / BAND); band * BAND <= rect.y + rect.h; band += 1) {
    for (const one of bands.get(band) ?? []) if (near(rectOf(one), rect)) yield one;
  }
}

/** What lies in a rectangle of the diagram, with the ends of its lines, the groups round its boxes, and what is `kept`. */
export function drawnIn(diagram: Diagram, layout: Layout, sight: Rect, kept: readonly Id[]): Drawn {
  const boxes = new Set(kept.filter((id) => layout.stages.has(id) || layout.groups.has(id)));
  const bands = banded(layout);
  for (const { id } of touching(bands.boxes, sight, (placed) => placed)) boxes.add(id);
  const seen = new Set<string>();
  for (const { id } of touching(bands.routes, sight, roundRoute)) {
    const line = endsOf(diagram).get(id);
    if (line === undefined) continue;
    seen.add(id);
    // A line without both its ends cannot be drawn.
    boxes.add(line.from).add(line.to);
  }
  for (const id of boxes) { const parent = (layout.stages.get(id) ?? layout.groups.get(id))?.parent ?? null; if (parent !== null) boxes.add(parent); }
  return { boxes, lines: seen };
}

/** The part of the diagram that is drawn for a view: as before, as long as the view lies in it, so that little steps draw nothing anew. */
export function roundView(view: Rect, before: Rect | null): Rect {
  const holds = before !== null && view.x >= before.x && view.y >= before.y && view.x + view.w <= before.x + before.w && view.y + view.h <= before.y + before.h;
  if (holds && before.w <= view.w * TOO_MUCH) return before;
  return { x: view.x - view.w * AROUND, y: view.y - view.h * AROUND, w: view.w * (1 + 2 * AROUND), h: view.h * (1 + 2 * AROUND) };
}

const NOWHERE: Rect = { x: 0, y: 0, w: 0, h: 0 };

/** What is drawn now; null when it is everything. */
export function useDrawn(diagram: Diagram, layout: Layout, chosen: readonly Id[], entry: Id | null): Drawn | null {
  const large = sizeOf(layout) > DRAWN_WHOLE;
  const sight = useRef<Rect | null>(null);
  const rect = useStore(({ transform: [x, y, zoom], width, height }) => {
    if (!large || width === 0) return null;
    sight.current = roundView({ x: -x / zoom, y: -y / zoom, w: width / zoom, h: height / zoom }, sight.current);
    return sight.current;
  });
  // What had the focus just now keeps its box until the focus has moved on.
  const before = useRef<Id | null>(null);
  const left = useRef<Id | null>(null);
  if (before.current !== entry) [left.current, before.current] = [before.current, entry];
  const kept = useMemo(() => [...chosen, ...[entry, left.current].filter((id) => id !== null)], [chosen, entry]);
  return useMemo(() => (large ? drawnIn(diagram, layout, rect ?? NOWHERE, kept) : null), [diagram, layout, large, rect, kept]);
}

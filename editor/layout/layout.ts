// The whole layout of a diagram: stages in reading order, groups round them, routes led and words put on them.
// Pure and deterministic. Places that a person chose (`procedure.layout`, from the top left of the group a stage
// lies in) win; the rest stays where it would have been. When a pill finds no clear place, all is laid out again
// with more room.
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import type { Diagram } from '../model/diagram.ts';
import { arrange, type Block } from './arrange.ts';
import { around } from './field.ts';
import { placePills } from './pills.ts';
import { lineHolding, linesOf, parted } from './lines.ts';
import { leadAll, type Ground } from './routes.ts';
import { HEADER, MARGIN, onGrid, type Divider, type Layout, type Placed, type PlacedRoute, type Point, type Rect, type Slack } from './types.ts';

/** The room the diagram should fit into at full size: the canvas of a 1280 by 800 screen. */
const ROOM = { w: 884, h: 640 };
const WIDTHS = [848, 896, 944, 1040, 1152, 1296, 1456, 1632];
const MOST_TURNS = 8;
/** Lines that all turns together may lead: a large diagram gets fewer turns. */
const MOST_LED = 400;
/** How many ways to break the rows are tried. */
const BREAKS = 3;

const EMPTY: Block = { w: 0, h: 0, parts: [], dividers: [] };
type Chosen = NonNullable<Procedure['layout']>;

/** The layout; `chosen` are the places people gave to stages and groups. */
export function layoutOf(diagram: Diagram, chosen: Chosen = {}): Layout {
  const joined = clearest(diagram, chosen);
  const crowded = joined.unclear.filter((id) => !linesOf(diagram).some((line) => line.id === id && line.routes.length === 1));
  if (crowded.length === 0 || linesOf(diagram).length > MOST_LED / 2) return joined;
  const apart = clearest(parted(diagram, crowded), chosen);
  return apart.unclear.length < joined.unclear.length ? apart : joined;
}

/** Of several tries, each with more room where words found none, the one with the fewest words in an unclear place. */
function clearest(diagram: Diagram, chosen: Chosen): Layout {
  const slack = new Map<string, number>();
  const tight = blocksOf(diagram, slack);
  const turns = Math.min(MOST_TURNS, Math.floor(MOST_LED / linesOf(diagram).length));
  let best = attempt(diagram, chosen, slack, tight[0]);
  let last = best;
  for (let turn = 1; turn <= turns && best.unclear.length > 0; turn++) {
    // Other ways to break the rows first, then more room where a pill found none.
    if (turn >= BREAKS) for (const id of new Set(last.unclear.map((route) => lineHolding(diagram, route)))) slack.set(id, (slack.get(id) ?? 0) + 1);
    const blocks = turn < BREAKS ? tight : blocksOf(diagram, slack);
    const layout = attempt(diagram, chosen, slack, blocks[turn % BREAKS] ?? blocks[0]);
    last = turn < BREAKS ? best : layout;
    if (layout.unclear.length < best.unclear.length) best = layout;
  }
  return best;
}

function attempt(diagram: Diagram, chosen: Chosen, slack: Slack, block: Block = EMPTY): Layout {
  const stages = new Map<Id, Placed>();
  const groups = new Map<Id, Placed>();
  const dividers: Divider[] = [];
  place(block, null, { x: 0, y: 0 }, 0);
  const shapes: readonly Rect[] = [...stages.values(), ...groups.values()];
  const ground: Ground = { stages, groups, bounds: around(shapes) };
  const ways = leadAll(diagram, ground, slack);
  const { pills, unclear } = placePills(diagram, ground, [...linesOf(diagram)].sort((a, b) => (slack.get(b.id) ?? 0) - (slack.get(a.id) ?? 0)), ways);
  const routes = routesOn(diagram, ways, pills);
  const corners = [...ways.values()].flat().map((point) => ({ ...point, w: 0, h: 0 }));
  return { stages, groups, dividers, routes, unclear, bounds: around([...shapes, ...corners, ...pills.values()]) };

  function place(inside: Block, parent: Id | null, at: Point, depth: number): Block {
    let { w, h } = inside;
    for (const part of inside.parts) {
      const within = placeOf(part, parent, chosen);
      const origin = { x: at.x + within.x, y: at.y + within.y };
      const size = part.inside === null ? part : place(part.inside, part.id, origin, depth + 1);
      const placed: Placed = { id: part.id, parent, within, depth, w: size.w, h: size.h, ...origin };
      (part.inside === null ? stages : groups).set(part.id, placed);
      if (part.inside !== null) dividers.push(...part.inside.dividers.map((line) => ({ ...line, group: part.id })));
      w = Math.max(w, within.x + size.w + MARGIN);
      h = Math.max(h, within.y + size.h + MARGIN);
    }
    return { ...inside, w, h };
  }
}

/** Every route with the corners of its line and its own pill. */
function routesOn(diagram: Diagram, ways: ReadonlyMap<string, readonly Point[]>, pills: ReadonlyMap<string, Rect>): ReadonlyMap<string, PlacedRoute> {
  const routes = new Map<string, PlacedRoute>();
  for (const line of linesOf(diagram)) {
    const points = ways.get(line.id);
    if (points === undefined) continue;
    for (const id of line.routes.length === 0 ? [line.id] : line.routes.map((route) => route.id)) {
      const pill = pills.get(id);
      routes.set(id, pill === undefined ? { id, points } : { id, points, pill });
    }
  }
  return routes;
}

/** Where a part stands from its group's top left: as a person put it, never on the frame or its header. */
export function placeOf(part: { readonly id: Id; readonly x: number; readonly y: number }, parent: Id | null, chosen: Chosen): Point {
  const by = chosen[part.id];
  if (by === undefined) return { x: part.x, y: part.y };
  if (parent === null) return { x: onGrid(by.x), y: onGrid(by.y) };
  return { x: Math.max(MARGIN, onGrid(by.x)), y: Math.max(HEADER, onGrid(by.y)) };
}

/** All ways to break the rows: the one that can be shown largest first, among equals the smallest. */
function blocksOf(diagram: Diagram, slack: Slack): readonly Block[] {
  const blocks = arrange(diagram, WIDTHS, slack);
  const zoom = (block: Block): number => Math.min(1, ROOM.w / block.w, ROOM.h / block.h);
  const scored = blocks.map((block) => ({ block, zoom: Math.round(zoom(block) * 100), area: block.w * block.h }));
  scored.sort((a, b) => b.zoom - a.zoom || a.area - b.area);
  return scored.filter((each, index) => index === 0 || each.area !== scored[index - 1]?.area || each.block.w !== scored[index - 1]?.block.w).map((each) => each.block);
}

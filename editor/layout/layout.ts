// The whole layout of a diagram: stages in reading order, groups round them, routes led and words put on them.
// Pure and deterministic. Places that a person chose (`procedure.layout`, from the top left of the group a stage
// lies in) win; the rest stays where it would have been. Unless nothing crosses and all words stand clear, the rows are
// broken otherwise, or stand further apart, and of all that was tried the one that reads best is taken.
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import type { Diagram } from '../model/diagram.ts';
import { arrange } from './arrange.ts';
import { around } from './field.ts';
import { judged, zoomOf, type Judged } from './judge.ts';
import { lineHolding, linesOf, parted } from './lines.ts';
import { inTheWayOf, placePills } from './pills.ts';
import { leadAll, type Ground, type Routing } from './routes.ts';
import type { Block } from './rows.ts';
import { HEADER, MARGIN, onGrid, type Divider, type Layout, type Placed, type PlacedRoute, type Point, type Rect, type Slack } from './types.ts';

const WIDTHS = [848, 896, 944, 1040, 1152, 1296, 1456, 1632];
const MOST_TURNS = 8;
/** Steps of searches after which no other layout is tried, so that a large diagram gets fewer turns; more of them while words stand unclear. */
const MOST_STEPS = 110_000;
const MOST_STEPS_UNCLEAR = 400_000;
/** Lines up to which routes that share one are led apart where their words stand unclear. */
const MOST_PARTED = 200;
/** How many ways to break the rows are tried before rows stand further apart. */
const BREAKS = 3;

const EMPTY: Block = { w: 0, h: 0, parts: [], dividers: [] };
type Chosen = NonNullable<Procedure['layout']>;

/** The layout; `chosen` are the places people gave to stages and groups. */
export function layoutOf(diagram: Diagram, chosen: Chosen = {}): Layout {
  const joined = clearest(diagram, chosen);
  const crowded = joined.unclear.filter((id) => !linesOf(diagram).some((line) => line.id === id && line.routes.length === 1));
  if (crowded.length === 0 || linesOf(diagram).length > MOST_PARTED) return joined;
  const apart = clearest(parted(diagram, crowded), chosen);
  return apart.unclear.length < joined.unclear.length ? apart : joined;
}

interface Tried extends Judged { readonly steps: number }

/** Of several tries the one that reads best. */
function clearest(diagram: Diagram, chosen: Chosen): Layout {
  const slack = new Map<string, number>();
  const tight = blocksOf(diagram, slack);
  let best = attempt(diagram, chosen, slack, tight[0]);
  let last = best;
  let { steps } = best;
  for (let turn = 1; turn <= MOST_TURNS && !best.clean && steps < (best.layout.unclear.length > 0 ? MOST_STEPS_UNCLEAR : MOST_STEPS); turn++) {
    // Other ways to break the rows first, then more room where words stand unclear.
    const loose = last.layout.unclear.length > 0 && turn >= Math.min(BREAKS, tight.length);
    if (loose) for (const id of new Set(last.layout.unclear.map((route) => lineHolding(diagram, route)))) slack.set(id, (slack.get(id) ?? 0) + 1);
    const blocks = loose ? blocksOf(diagram, slack) : [];
    const block = loose ? blocks[turn % BREAKS] ?? blocks[0] : tight[turn];
    if (block === undefined) break;
    const tried = attempt(diagram, chosen, slack, block);
    steps += tried.steps;
    if (tried.ill < best.ill) best = tried;
    last = turn < BREAKS ? best : tried;
  }
  return best.layout;
}

function attempt(diagram: Diagram, chosen: Chosen, slack: Slack, block: Block = EMPTY): Tried {
  const stages = new Map<Id, Placed>();
  const groups = new Map<Id, Placed>();
  const dividers: Divider[] = [];
  place(block, null, { x: 0, y: 0 }, 0);
  const shapes: readonly Rect[] = [...stages.values(), ...groups.values()];
  const ground: Ground = { stages, groups, bounds: around(shapes) };
  const routing = leadAll(diagram, ground, slack);
  const { ways, pills, unclear } = worded(diagram, ground, slack, routing);
  const routes = routesOn(diagram, ways, pills);
  const corners = [...ways.values()].flat().map((point) => ({ ...point, w: 0, h: 0 }));
  return { ...judged({ stages, groups, dividers, routes, unclear, bounds: around([...shapes, ...corners, ...pills.values()]) }), steps: routing.steps() };

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

interface Worded { readonly ways: ReadonlyMap<string, readonly Point[]>; readonly pills: ReadonlyMap<string, Rect>; readonly unclear: readonly string[] }

/** Words put on the lines; a line whose words find no clear place is led again, past one. */
function worded(diagram: Diagram, ground: Ground, slack: Slack, routing: Routing): Worded {
  const lines = [...linesOf(diagram)].sort((a, b) => (slack.get(b.id) ?? 0) - (slack.get(a.id) ?? 0));
  const put = (): Worded => ({ ways: new Map(routing.ways), ...placePills(diagram, ground, lines, routing.ways) });
  const first = put();
  const stuck = lines.filter((line) => line.routes.some((route) => first.unclear.includes(route.id)));
  if (stuck.length === 0) return first;
  for (const line of stuck) routing.past(line, inTheWayOf(diagram, ground, line, routing.ways, first.pills));
  const second = put();
  return second.unclear.length < first.unclear.length ? second : first;
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
  const scored = blocks.map((block) => ({ block, zoom: Math.round(zoomOf(block) * 100), area: block.w * block.h }));
  scored.sort((a, b) => b.zoom - a.zoom || a.area - b.area);
  return scored.filter((each, index) => index === 0 || each.area !== scored[index - 1]?.area || each.block.w !== scored[index - 1]?.block.w).map((each) => each.block);
}

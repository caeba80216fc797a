// Where a route's words stand: on its longest straight part, at least 8 px clear of every shape, header and other
// pill, and off the lines of other routes and frames where it can be.
import { pillsIn, type Line } from './lines.ts';
import type { Size } from './size.ts';
import { closedOf, headersOf, type Ground } from './routes.ts';
import { around, grown } from './field.ts';
import { GRID, near, type Point, type Rect } from './types.ts';
import type { Diagram } from '../model/diagram.ts';

interface Segment { readonly a: Point; readonly b: Point; readonly length: number; readonly level: boolean }
const CLEAR = 8;

interface Choice { readonly rect: Rect; readonly clear: boolean }

/** The pill of each labelled route; a route with no clear place is named in `unclear` and gets its best one. */
export function placePills(diagram: Diagram, ground: Ground, lines: readonly Line[], ways: ReadonlyMap<string, readonly Point[]>): { readonly pills: ReadonlyMap<string, Rect>; readonly unclear: readonly string[] } {
  const pills = new Map<string, Rect>();
  const unclear: string[] = [];
  const shapes = shapesOf(diagram, ground);
  const parts = [...ways].flatMap(([id, points]) => segments(points).map((part) => ({ id, box: boxOf(part) })));
  for (const line of lines) {
    const points = ways.get(line.id);
    if (line.pill === null || points === undefined) continue;
    // Only what lies near the line can be in the way of its words.
    const reach = around(points.map((point) => grown({ ...point, w: 0, h: 0 }, line.pill === null ? 0 : Math.max(line.pill.w, line.pill.h))));
    const others = parts.filter(({ id, box }) => id !== line.id && near(reach, box)).map(({ box }) => box);
    // The head of a line stays in sight where it ends at a frame, too.
    const head = points.at(-1) ?? { x: 0, y: 0 };
    const blocked = [...shapes.filter((rect) => near(reach, rect)), { x: head.x - CLEAR, y: head.y - CLEAR, w: 2 * CLEAR, h: 2 * CLEAR }];
    const place = (size: Size, taken: readonly Rect[]): Choice | null => bestPlace(points, size, [...blocked, ...taken.map((rect) => grown(rect, 4))], others, ground);
    for (const { id, rect, clear } of placed(line, [...pills.values()], place)) {
      pills.set(id, rect);
      if (!clear) unclear.push(id);
    }
  }
  return { pills, unclear };
}

/** Where the middle of a line's words may not lie: round shapes, headers, other lines and their words. */
export function inTheWayOf(diagram: Diagram, ground: Ground, line: Line, ways: ReadonlyMap<string, readonly Point[]>, pills: ReadonlyMap<string, Rect>): readonly Rect[] {
  const { w, h } = line.pill ?? { w: 0, h: 0 };
  const others = [...ways].flatMap(([id, points]) => (id === line.id ? [] : segments(points).map((part) => grown(boxOf(part), 2))));
  const taken = [...pills].flatMap(([id, rect]) => (line.routes.some((route) => route.id === id) ? [] : [grown(rect, 4)]));
  return [...shapesOf(diagram, ground), ...others, ...taken].map((rect) => ({ x: rect.x - w / 2, y: rect.y - h / 2, w: rect.w + w, h: rect.h + h }));
}

/** What words keep clear of whatever comes: shapes with some room, and headers. */
const shapesOf = (diagram: Diagram, ground: Ground): readonly Rect[] => [...closedOf(diagram, ground).map((rect) => grown(rect, CLEAR)), ...headersOf(diagram, ground.groups)];

/** The pills of one line: one below the other where there is room for that, else each on its own part of the line. */
function placed(line: Line, taken: readonly Rect[], place: (size: Size, taken: readonly Rect[]) => Choice | null): readonly (Choice & { readonly id: string })[] {
  const together = line.pill === null ? null : place(line.pill, taken);
  if (together === null) return [];
  const stacked = pillsIn(line, together.rect).map((each) => ({ ...each, clear: together.clear }));
  if (together.clear || stacked.length < 2) return stacked;
  const apart: (Choice & { readonly id: string })[] = [];
  for (const { id, rect } of stacked) {
    const choice = place({ w: rect.w, h: rect.h }, [...taken, ...apart.map((each) => each.rect)]);
    if (choice !== null) apart.push({ id, ...choice });
  }
  return apart.every((each) => each.clear) ? apart : stacked;
}

/** The clearest place for a pill on a way, nearest to the middle of its longest part. */
function bestPlace(points: readonly Point[], size: Size, blocked: readonly Rect[], others: readonly Rect[], ground: Ground): Choice | null {
  const candidates = candidatesOf(points, size).map((candidate) => ({
    ...candidate, hard: blocked.filter((rect) => near(rect, candidate.rect)).length, crossed: crossings(candidate.rect, others, ground),
  }));
  candidates.sort((a, b) => a.hard - b.hard || a.crossed.routes - b.crossed.routes || a.crossed.frames + a.off - (b.crossed.frames + b.off));
  const chosen = candidates[0];
  return chosen === undefined ? null : { rect: chosen.rect, clear: chosen.hard === 0 && chosen.crossed.routes === 0 };
}

/** Places along a way, with how far each is from the middle of the longest part. */
function candidatesOf(points: readonly Point[], size: Size): readonly { readonly rect: Rect; readonly off: number }[] {
  const parts = [...segments(points)].sort((a, b) => b.length - a.length);
  const longest = parts[0]?.length ?? 0;
  return parts.flatMap((part) => {
    const need = (part.level ? size.w : size.h) + 12;
    const short = Math.max(0, need - part.length);
    const room = Math.max(0, (part.length - need) / 2);
    const places: { rect: Rect; off: number }[] = [];
    // Beyond the room the words hang over the end of the part: only where nothing else is clear.
    for (let by = 0; by <= part.length / 2; by += GRID) {
      for (const sign of by === 0 ? [0] : [-1, 1]) {
        const x = (part.a.x + part.b.x) / 2 + (part.level ? sign * by : 0);
        const y = (part.a.y + part.b.y) / 2 + (part.level ? 0 : sign * by);
        places.push({ rect: { x: x - size.w / 2, y: y - size.h / 2, ...size }, off: by / 8 + (longest - part.length) / 16 + (short + Math.max(0, by - room)) * 2 });
      }
    }
    return places;
  });
}

function crossings(rect: Rect, others: readonly Rect[], ground: Ground): { readonly routes: number; readonly frames: number } {
  const wider = grown(rect, 2);
  const routes = others.filter((part) => near(wider, part)).length;
  const frames = [...ground.groups.values()].filter((frame) => near(rect, frame) && !within(rect, frame)).length;
  return { routes, frames: frames * 6 };
}

const within = (inner: Rect, outer: Rect): boolean => inner.x > outer.x && inner.y > outer.y && inner.x + inner.w < outer.x + outer.w && inner.y + inner.h < outer.y + outer.h;
const boxOf = ({ a, b }: Segment): Rect => ({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) });

function segments(points: readonly Point[]): readonly Segment[] {
  return points.slice(1).flatMap((b, index) => {
    const a = points[index];
    return a === undefined ? [] : [{ a, b, length: Math.abs(a.x - b.x) + Math.abs(a.y - b.y), level: Math.abs(a.y - b.y) < 1 }];
  });
}

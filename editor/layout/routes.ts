// Leads every route of an arranged diagram, short ones first and the ways back last, each on lines of its own.
import type { Id } from '../../engine/procedure/types.ts';
import type { Diagram } from '../model/diagram.ts';
import { fieldOf, grown, outside, xOf, yOf, type Field } from './field.ts';
import { lead } from './lead.ts';
import { occupy } from './occupy.ts';
import { waysInto, waysOut, type Manner, type Offset, type Place, type Port } from './ports.ts';
import { linesOf, type Line } from './lines.ts';
import { headerWidth } from './size.ts';
import type { Placed, Point, Rect, Slack } from './types.ts';

/** Pixels from middle to middle from which on a line is led in haste: far ones take most of the time, and are led as well without trying everything. */
const FAR = 480;
const HASTE = 1.6;

export interface Ground { readonly stages: ReadonlyMap<Id, Placed>; readonly groups: ReadonlyMap<Id, Placed>; readonly bounds: Rect }

/** The words on a frame, which routes keep clear of. */
export function headersOf(diagram: Diagram, groups: ReadonlyMap<Id, Placed>): readonly Rect[] {
  return [...groups.values()].map((frame) => {
    const group = diagram.groups.get(frame.id);
    return { x: frame.x + 4, y: frame.y + 2, w: group === undefined ? 0 : headerWidth(group) - 8, h: 24 };
  });
}

/** All lines of a diagram, led. */
export interface Routing {
  /** Corners of every line, by id. */
  readonly ways: Map<string, readonly Point[]>;
  /** Leads a line again, past a place where its words stand clear of all that is in their way; as it was where there is none. */
  readonly past: (line: Line, inTheWay: readonly Rect[]) => void;
  /** How many states all searches went on from: what they cost. */
  readonly steps: () => number;
}

/** Leads every line. Those that found no clear place before go first. */
export function leadAll(diagram: Diagram, ground: Ground, slack: Slack): Routing {
  const frames = [...ground.groups.values()];
  const field = fieldOf(grown(ground.bounds, 72), closedOf(diagram, ground), frames, headersOf(diagram, ground.groups));
  const lines = linesOf(diagram);
  const span = (line: Line): number => {
    const a = placeOf(diagram, ground, line.from)?.rect;
    const b = placeOf(diagram, ground, line.to)?.rect;
    if (a === undefined || b === undefined) return 0;
    return Math.abs(a.x + a.w / 2 - b.x - b.w / 2) + Math.abs(a.y + a.h / 2 - b.y - b.h / 2);
  };
  const ways = new Map<string, readonly Point[]>();
  const taken = new Map<string, readonly number[]>();
  const rank = (line: Line): number => span(line) + (line.back ? 100_000 : 0);
  const order = [...lines].sort((a, b) => (slack.get(b.id) ?? 0) - (slack.get(a.id) ?? 0) || rank(a) - rank(b));
  const put = (line: Line, clear?: Uint8Array): void => {
    const before = taken.get(line.id) ?? [];
    occupy(field, before, line.pill !== null, -1);
    const led = leadOne(diagram, ground, field, line, { offset: offsetOf(lines, line), berth: 1 + (slack.get(line.id) ?? 0), haste: span(line) > FAR ? HASTE : 1, ...(clear && { clear }) });
    if (led !== null && (led.cells.length > 0 || before.length === 0)) {
      ways.set(line.id, led.points);
      taken.set(line.id, led.cells);
    }
    occupy(field, taken.get(line.id) ?? [], line.pill !== null);
  };
  for (const line of order) put(line);
  return { ways, past: (line, inTheWay) => { put(line, outside(field, inTheWay)); }, steps: () => field.scratch.steps };
}

interface Led { readonly points: readonly Point[]; readonly cells: readonly number[] }

/** Lines between the same two stages (one on, one back) stand apart about the middle: 32 one above the other, a pill's width side by side. */
function offsetOf(lines: readonly Line[], line: Line): Offset {
  const same = lines.filter((other) => other.from === line.from && other.to === line.to);
  const place = same.indexOf(line) - (same.length - 1) / 2;
  const widest = Math.max(0, ...same.map((each) => each.pill?.w ?? 0));
  return { upright: place * 32, level: place * (widest === 0 ? 32 : widest + 16) };
}

function leadOne(diagram: Diagram, ground: Ground, field: Field, line: Line, { offset, berth, ...rest }: { readonly offset: Offset; readonly berth: number; readonly haste: number; readonly clear?: Uint8Array }): Led | null {
  const from = placeOf(diagram, ground, line.from);
  const to = placeOf(diagram, ground, line.to);
  if (from === null || to === null) return null;
  const { tree } = diagram;
  const manner: Manner = { back: line.back, toEnd: to.kind === 'end', inward: false, offset };
  const outs = waysOut(field, from, { ...manner, inward: tree.ancestors(line.to).includes(line.from) });
  const ins = waysInto(field, to, { ...manner, inward: tree.ancestors(line.from).includes(line.to) });
  const way = lead(field, outs, ins, { foreign: foreignTo(diagram, field, line), berth: line.pill === null ? 0 : berth, ...rest });
  if (way === null) return { points: elbow(from.rect, to.rect), cells: [] };
  const cells = way.cells.map((cell) => ({ x: xOf(field, cell), y: yOf(field, cell) }));
  return { points: corners([(way.start as Port).point, ...cells, (way.goal as Port).point]), cells: way.cells };
}

/** A route keeps out of groups that neither of its ends lies in, and inside the group that both lie in. */
function foreignTo({ tree }: Diagram, field: Field, line: Line): readonly boolean[] {
  const ends = [tree.ancestors(line.from), tree.ancestors(line.to)] as const;
  const both = ends[0].find((id) => ends[1].includes(id));
  const outside = (id: Id): boolean => both !== undefined && id !== both && !tree.ancestors(id).includes(both);
  return [both !== undefined, ...field.frames.map(({ id }) => (!ends[0].includes(id) && !ends[1].includes(id)) || outside(id))];
}

function placeOf(diagram: Diagram, ground: Ground, id: Id): Place | null {
  const group = ground.groups.get(id);
  if (group !== undefined) return { rect: group, kind: 'group' };
  const stage = ground.stages.get(id);
  return stage === undefined ? null : { rect: stage, kind: diagram.stages.get(id)?.kind ?? 'door' };
}

/** The boxes of all shapes with the sheets that stand out behind them. */
export function closedOf(diagram: Diagram, ground: Ground): readonly Rect[] {
  return [...ground.stages.values()].map((rect) => {
    const sheets = diagram.stages.get(rect.id)?.kind === 'agency-checks' ? 6 : 0;
    return { x: rect.x, y: rect.y - sheets, w: rect.w + sheets, h: rect.h + sheets };
  });
}

/** Only the points where a line turns. */
export function corners(points: readonly Point[]): readonly Point[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined || after === undefined) return true;
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}

/** Where stages stand so close that no way is left (moved there by hand): one angle from middle to middle. */
export function elbow(from: Rect, to: Rect): readonly Point[] {
  const a = { x: from.x + from.w, y: from.y + from.h / 2 };
  const b = { x: to.x, y: to.y + to.h / 2 };
  return [a, { x: b.x, y: a.y }, b];
}

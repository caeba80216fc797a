// The ground that routes cross, as a grid of 8 pixels: closed cells in and close round stages, dear ones near them,
// under headers, along frames and in groups that a route has no business in, and the lines routes already take.
import type { Placed, Rect } from './types.ts';
import { Scratch } from './scratch.ts';
import { GRID } from './types.ts';

export interface Field {
  readonly columns: number;
  readonly rows: number;
  readonly left: number;
  readonly top: number;
  /** Cost of standing in a cell; Infinity where closed. */
  readonly ground: Float32Array;
  /** Extra cost of going level or upright through a cell, along a frame's border. */
  readonly alongLevel: Float32Array;
  readonly alongUpright: Float32Array;
  /** Innermost group of a cell as index + 1 into `frames`; 0 outside all. */
  readonly inside: Uint16Array;
  readonly frames: readonly Placed[];
  /** How many routes pass level and upright through a cell. */
  readonly level: Uint16Array;
  readonly upright: Uint16Array;
  /** For how many upright parts of routes a pill on an upright part through a cell would lie on them; the same of routes with words. */
  readonly besideUpright: Uint16Array;
  readonly besideWorded: Uint16Array;
  /** What a step upright (2 × cell) or level (2 × cell + 1) costs any route, in tenths; 0 where it is to be worked out, CLOSED where none goes. */
  readonly common: Int32Array;
  readonly scratch: Scratch;
}

/** Stands for the cost of a step where no route may go. */
export const CLOSED = -1;
const CLEAR = 8;
const NEAR_COST = 1.5;
/** Two cells off a shape a pill would still come too near it. */
const BESIDE_COST = 0.6;
const HEADER_COST = 24;
const BORDER_COST = 10;
const BORDER_NEAR_COST = 3;

/** The field over a rectangle. `closed` are the shapes, `headers` the words on frames. */
export function fieldOf(bounds: Rect, closed: readonly Rect[], frames: readonly Placed[], headers: readonly Rect[]): Field {
  const left = Math.floor(bounds.x / GRID) * GRID;
  const top = Math.floor(bounds.y / GRID) * GRID;
  const columns = Math.ceil((bounds.x + bounds.w - left) / GRID) + 1;
  const rows = Math.ceil((bounds.y + bounds.h - top) / GRID) + 1;
  const size = columns * rows;
  const field: Field = {
    columns, rows, left, top, frames, ground: new Float32Array(size), alongLevel: new Float32Array(size), alongUpright: new Float32Array(size),
    inside: new Uint16Array(size), level: new Uint16Array(size), upright: new Uint16Array(size), besideUpright: new Uint16Array(size), besideWorded: new Uint16Array(size),
    common: new Int32Array(2 * size), scratch: new Scratch(8 * size),
  };
  [...frames].sort((a, b) => a.depth - b.depth).forEach((frame) => { markFrame(field, frame, frames.indexOf(frame) + 1); });
  for (const header of headers) each(field, header, (cell) => { field.ground[cell] = (field.ground[cell] ?? 0) + HEADER_COST; });
  for (const rect of closed) {
    each(field, grown(rect, 2 * CLEAR), (cell) => { field.ground[cell] = (field.ground[cell] ?? 0) + BESIDE_COST; });
    each(field, grown(rect, CLEAR), (cell) => { field.ground[cell] = (field.ground[cell] ?? 0) + NEAR_COST; });
    each(field, grown(rect, CLEAR - 1), (cell) => { shut(field, cell); });
  }
  // Nothing goes along the rim, so that a search need not ask whether it has come to it.
  for (let x = 0; x < columns; x++) { shut(field, x); shut(field, size - 1 - x); }
  for (let y = 0; y < rows; y++) { shut(field, y * columns); shut(field, y * columns + columns - 1); }
  return field;
}

/** Marks with 1 the cells that lie in none of the rectangles. */
export function outside(field: Field, rects: readonly Rect[]): Uint8Array {
  const marks = new Uint8Array(field.ground.length).fill(1);
  for (const rect of rects) each(field, rect, (cell) => { marks[cell] = 0; });
  return marks;
}

function shut(field: Field, cell: number): void {
  field.ground[cell] = Infinity;
  field.common[2 * cell] = CLOSED;
  field.common[2 * cell + 1] = CLOSED;
}

export const grown = (rect: Rect, by: number): Rect => ({ x: rect.x - by, y: rect.y - by, w: rect.w + 2 * by, h: rect.h + 2 * by });
/** The rectangle round all. */
export function around(rects: readonly Rect[]): Rect {
  if (rects.length === 0) return { x: 0, y: 0, w: 0, h: 0 };
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  return { x, y, w: Math.max(...rects.map((rect) => rect.x + rect.w)) - x, h: Math.max(...rects.map((rect) => rect.y + rect.h)) - y };
}

export const cellAt = (field: Field, x: number, y: number): number => Math.round((y - field.top) / GRID) * field.columns + Math.round((x - field.left) / GRID);
export const xOf = (field: Field, cell: number): number => field.left + (cell % field.columns) * GRID;
export const yOf = (field: Field, cell: number): number => field.top + Math.floor(cell / field.columns) * GRID;
export const holds = (field: Field, x: number, y: number): boolean =>
  x >= field.left && y >= field.top && x <= field.left + (field.columns - 1) * GRID && y <= field.top + (field.rows - 1) * GRID;

function markFrame(field: Field, frame: Placed, index: number): void {
  each(field, grown(frame, -1), (cell) => { field.inside[cell] = index; });
  for (const y of [frame.y, frame.y + frame.h]) {
    band(field, { x: frame.x, y, w: frame.w, h: 0 }, field.alongLevel, true);
  }
  for (const x of [frame.x, frame.x + frame.w]) {
    band(field, { x, y: frame.y, w: 0, h: frame.h }, field.alongUpright, false);
  }
}

function band(field: Field, line: Rect, costs: Float32Array, level: boolean): void {
  each(field, line, (cell) => { costs[cell] = (costs[cell] ?? 0) + BORDER_COST; });
  for (const by of [-GRID, GRID]) {
    each(field, { ...line, x: line.x + (level ? 0 : by), y: line.y + (level ? by : 0) }, (cell) => { costs[cell] = (costs[cell] ?? 0) + BORDER_NEAR_COST; });
  }
}

function each(field: Field, rect: Rect, visit: (cell: number) => void): void {
  const x0 = Math.max(0, Math.ceil((rect.x - field.left) / GRID));
  const y0 = Math.max(0, Math.ceil((rect.y - field.top) / GRID));
  const x1 = Math.min(field.columns - 1, Math.floor((rect.x + rect.w - field.left) / GRID));
  const y1 = Math.min(field.rows - 1, Math.floor((rect.y + rect.h - field.top) / GRID));
  for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) visit(y * field.columns + x);
}

// Rows of a container: parts from left to right up to a width, and the rows one below the other.
import type { Id } from '../../engine/procedure/types.ts';
import type { Gaps } from './gaps.ts';
import type { Size } from './size.ts';
import { onGrid, type Divider } from './types.ts';

/** One way to lay out the inside of a container: its size and where its parts stand. */
export interface Block extends Size {
  readonly parts: readonly Part[];
  readonly dividers: readonly Omit<Divider, 'group'>[];
}
export interface Part extends Size { readonly id: Id; readonly x: number; readonly y: number; readonly inside: Block | null }

export interface Item { readonly id: Id; readonly options: readonly { readonly size: Size; readonly inside: Block | null }[] }
export type Choice = Item['options'][number];

/** How wide and high rows are when they are stacked. */
export function sized(order: readonly Id[], lines: readonly (readonly Part[])[], gaps: Gaps): Size & { readonly lines: readonly (readonly Part[])[] } {
  let [w, h, before] = [0, 0, 0];
  for (const line of lines) {
    if (before > 0) h += gaps.split(order, before);
    let bottom = 0;
    for (const part of line) {
      w = Math.max(w, part.x + part.w);
      bottom = Math.max(bottom, part.y + part.h);
    }
    h += bottom;
    before += line.length;
  }
  return { w, h, lines };
}

/** One set of outlines packed into rows of at most `most` pixels. `tuck` puts a part below the last one of its row where that saves height. */
export function rowsOf(items: readonly Item[], set: readonly Choice[], most: number, gaps: Gaps, tuck: boolean): readonly (readonly Part[])[] {
  const lines: Part[][] = [];
  let line: Part[] = [];
  let right = 0;
  const stand = (part: Part): void => { line.push(part); right = Math.max(right, part.x + part.w); };
  set.forEach(({ size: { w, h }, inside }, index) => {
    const id = items[index]?.id ?? '';
    const last = line.at(-1);
    const x = last === undefined ? 0 : right + gaps.between(last.id, id);
    if (last === undefined || x + w <= most) { stand({ id, w, h, x, y: 0, inside }); return; }
    const under = { id, w, h, x: last.x, y: last.y + last.h + gaps.below(last.id, id), inside };
    if (tuck && saves(line, under, most)) { stand(under); return; }
    lines.push(line);
    [line, right] = [[], 0];
    stand({ id, w, h, x: 0, y: 0, inside });
  });
  return line.length > 0 ? [...lines, line] : lines;
}

/** Whether a part below another makes its row grow by much less than a row of its own would take. */
function saves(line: readonly Part[], under: Part, most: number): boolean {
  const before = Math.max(...line.map((part) => part.y + part.h));
  return under.x > 0 && under.x + under.w <= most && under.y + under.h - before <= 0.6 * (under.h + 32);
}

/** Rows one below the other, with the room between them that routes want. */
export function stackRows(order: readonly Id[], lines: readonly (readonly Part[])[], gaps: Gaps): Block {
  const parts: Part[] = [];
  const width = Math.max(0, ...lines.flat().map((part) => part.x + part.w));
  let y = 0;
  lines.forEach((line, index) => {
    if (index > 0) y += gaps.split(order, parts.length);
    const h = Math.max(...line.map((part) => part.y + part.h));
    const shift = index === 0 ? 0 : shiftUnder(line, parts, width, gaps);
    const tucked = new Set(line.filter((part) => part.y > 0).map((part) => part.x));
    for (const { id, w, h: own, x, y: under, inside } of line) parts.push({ id, w, h: own, x: x + shift, y: y + under + (tucked.has(x) ? 0 : top(h, own)), inside });
    y += h;
  });
  return { w: width, h: y, parts, dividers: [] };
}

/** A row with room to spare moves right until its first stage stands below the stage that leads to it. */
function shiftUnder(line: readonly Part[], placed: readonly Part[], width: number, gaps: Gaps): number {
  const first = line[0];
  if (first === undefined) return 0;
  const right = Math.max(...line.map((part) => part.x + part.w));
  const above = placed.findLast((part) => gaps.joined(part.id, first.id));
  if (above === undefined) return 0;
  const wanted = above.x + above.w / 2 - (first.x + first.w) + 40;
  return Math.max(0, onGrid(Math.min(wanted, width - right)));
}

/** Parts of a row stand on one middle line, unless one is far higher than the rest. */
export function top(row: number, h: number): number {
  return row - h > 96 ? 0 : Math.floor((row - h) / 2 / 8) * 8;
}

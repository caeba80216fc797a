// How well a layout reads, to choose between several: words in clear places first, then lines that do not cross, then size
// on the screen and straight lines.
import type { Layout, Point } from './types.ts';

/** The room the diagram should fit into at full size: the canvas of a 1280 by 800 screen. */
export const ROOM = { w: 884, h: 640 };

/** In crossings: a word that covers something, being shown at half the size, a bend. */
const UNCLEAR = 5;
const HALF_SIZE = 12;
const BEND = 0.1;

export interface Judged {
  readonly layout: Layout;
  /** Nothing crosses and all words stand clear. */
  readonly clean: boolean;
  /** The less, the better it reads. */
  readonly ill: number;
}

/** A layout with what is to be said of it. */
export function judged(layout: Layout): Judged {
  const ways = [...new Set([...layout.routes.values()].map((route) => route.points))];
  const faults = layout.unclear.length * UNCLEAR + crossingsOf(ways);
  const bends = ways.reduce((sum, way) => sum + way.length - 2, 0);
  return { layout, clean: faults === 0, ill: faults - HALF_SIZE * Math.log2(zoomOf(layout.bounds)) + BEND * bends };
}

/** How large something is shown at most when all of it is to be seen; 1: at full size. */
export const zoomOf = ({ w, h }: { readonly w: number; readonly h: number }): number => Math.min(1, ROOM.w / w, ROOM.h / h);

/** How often a level part of one line goes over an upright part of another; where one only touches the other is no crossing. */
export function crossingsOf(ways: readonly (readonly Point[])[]): number {
  const parts = ways.flatMap((points, way) => points.slice(1).map((b, index) => ({ way, ...spanOf(points[index] ?? b, b) })));
  const upright = parts.filter((part) => part.right - part.left < 1);
  const over = (one: Span & { way: number }): number => upright.filter((other) => one.way !== other.way && one.left + 1 < other.left && other.left < one.right - 1 && other.top + 1 < one.top && one.top < other.bottom - 1).length;
  return parts.filter((part) => part.bottom - part.top < 1).reduce((sum, one) => sum + over(one), 0);
}

interface Span { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

const spanOf = (a: Point, b: Point): Span => ({ left: Math.min(a.x, b.x), right: Math.max(a.x, b.x), top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y) });

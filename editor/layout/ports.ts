// Where a route may leave and enter: right or below out, left or above in; back routes and ends are freer.
import type { ShapeKind } from '../model/diagram.ts';
import { cellAt, holds, type Field } from './field.ts';
import type { Heading, Stop } from './lead.ts';
import { inset, onOutline, type Side } from './outline.ts';
import { GRID, HEADER, type Point, type Rect } from './types.ts';

export interface Place { readonly rect: Rect; readonly kind: ShapeKind | 'group' | 'door' }
/** A stop with the point of the outline it belongs to. */
export interface Port extends Stop { readonly point: Point }
export interface Manner { readonly back: boolean; readonly toEnd: boolean; readonly inward: boolean; readonly offset: Offset }
/** How far from the middle of an upright and of a level side a route would like to be. */
export interface Offset { readonly upright: number; readonly level: number }

const sides: readonly Side[] = ['right', 'bottom', 'left', 'top'];
const OUT: Record<Side, Heading> = { right: 0, bottom: 1, left: 2, top: 3 };
const leaving: Record<Side, number> = { right: 0, bottom: 2, left: 16, top: 16 };
const leavingBack: Record<Side, number> = { right: 3, bottom: 3, left: 2, top: 0 };
const entering: Record<Side, number> = { left: 0, top: 1, right: 16, bottom: 18 };
const enteringBack: Record<Side, number> = { left: 3, top: 2, right: 1, bottom: 0 };
const enteringEnd: Record<Side, number> = { left: 0, top: 1, right: 1, bottom: 2 };

/** Ports to leave a place by. */
export function waysOut(field: Field, place: Place, manner: Manner): readonly Port[] {
  const costs = manner.back ? leavingBack : leaving;
  return sides.flatMap((side) => along(field, place, side, GRID, costs[side], manner, manner.inward));
}

/** Ports to enter a place by; the heading is towards the shape. */
export function waysInto(field: Field, place: Place, manner: Manner): readonly Port[] {
  const costs = manner.toEnd ? enteringEnd : manner.back ? enteringBack : entering;
  return sides.flatMap((side) => along(field, place, side, 2 * GRID, costs[side], manner, manner.inward))
    .map((port) => ({ ...port, heading: ((port.heading + 2) % 4) as Heading }));
}

/** Ports of one side, `away` pixels from the outline; dearer away from the middle, less so on a frame. */
function along(field: Field, place: Place, side: Side, away: number, cost: number, manner: Manner, inward: boolean): readonly Port[] {
  const { rect, kind } = place;
  const level = side === 'left' || side === 'right';
  const length = level ? rect.h : rect.w;
  const least = kind === 'group' ? (level ? HEADER + GRID : 2 * GRID) : length <= 40 ? GRID : 2 * GRID;
  const ports: Port[] = [];
  for (let at = Math.ceil(least / GRID) * GRID; at <= length - Math.min(least, 2 * GRID); at += GRID) {
    const point = onOutline(kind, rect, side, at);
    // Where the outline stands out of the box, as the sheets of the agency checks do, what is closed round it reaches further.
    const far = away === GRID && inset(kind, side, at / Math.max(1, length)) < 0 ? 2 * GRID : away;
    const out = inward ? -far : far;
    const x = level ? (side === 'right' ? rect.x + rect.w + out : rect.x - out) : rect.x + at;
    const y = level ? rect.y + at : (side === 'bottom' ? rect.y + rect.h + out : rect.y - out);
    if (!holds(field, x, y)) continue;
    const off = Math.abs(at - length / 2 - (level ? manner.offset.upright : manner.offset.level)) / GRID;
    const heading = inward ? (((OUT[side] + 2) % 4) as Heading) : OUT[side];
    ports.push({ cell: cellAt(field, x, y), heading, cost: cost + off * (kind === 'group' ? 0.12 : 0.9), point });
  }
  return ports;
}

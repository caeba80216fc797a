// Where a shape's drawn outline lies inside its box: a route must begin and end on the line itself, not on the box.
import type { ShapeKind } from '../model/diagram.ts';
import type { Point, Rect } from './types.ts';

export type Side = 'right' | 'bottom' | 'left' | 'top';

/** How far the outline lies within the box at a share (0 to 1) along a side; negative where it stands out. */
export function inset(kind: ShapeKind | 'group' | 'door', side: Side, share: number): number {
  const level = side === 'left' || side === 'right';
  const fromMiddle = Math.abs(2 * share - 1);
  switch (kind) {
    case 'alert': return side === 'right' ? 14 * fromMiddle : 0;
    case 'decision': return level ? 12 * fromMiddle : 0;
    case 'triage': return level ? 12 * share : 0;
    case 'agency-checks': return side === 'right' || side === 'top' ? -6 : 0;
    case 'learning': return side === 'bottom' ? 4 + 4.5 * Math.sin(2 * Math.PI * share) : 0;
    default: return 0;
  }
}

/** The point of the outline on a side, `at` pixels from the side's beginning (top or left). */
export function onOutline(kind: ShapeKind | 'group' | 'door', rect: Rect, side: Side, at: number): Point {
  const level = side === 'left' || side === 'right';
  const within = inset(kind, side, at / Math.max(1, level ? rect.h : rect.w));
  if (side === 'right') return { x: rect.x + rect.w - within, y: rect.y + at };
  if (side === 'left') return { x: rect.x + within, y: rect.y + at };
  if (side === 'bottom') return { x: rect.x + at, y: rect.y + rect.h - within };
  return { x: rect.x + at, y: rect.y + within };
}

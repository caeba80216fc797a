// Where the bar of actions stands beside what is selected.
import type { Rect } from '../layout/types.ts';

/** The most room it takes, and how far it keeps from what it belongs to; in screen pixels. */
const WIDTH = 320;
const HEIGHT = 40;
const GAP = 10;
const EDGE = 4;

/**
 * Above the right end, so that the name of the group stays to be read; below where there is no room above, so that what
 * is selected stays to be read; never out of the canvas.
 */
export function barAt({ x, y, w, h }: Rect, [left, top, zoom]: readonly [number, number, number], canvas: { readonly width: number; readonly height: number }): { readonly left: number; readonly top: number } {
  const upper = y * zoom + top;
  const over = upper - HEIGHT - GAP;
  const under = (y + h) * zoom + top + GAP;
  const covers = upper >= 0 && over < EDGE && under + HEIGHT + EDGE <= canvas.height;
  return { left: Math.max(2 * EDGE, Math.min((x + w) * zoom + left - 24, canvas.width - WIDTH - 2 * EDGE)), top: covers ? under : Math.max(EDGE, over) };
}

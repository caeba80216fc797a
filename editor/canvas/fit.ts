// What of the diagram is in sight: all of it, as large as it fits and never over full size, from the top as one reads;
// or, where it would be too small to read so, its beginning or what is selected, at a size that can be read.
import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useCallback } from 'react';
import type { Rect } from '../layout/types.ts';
import { layoutNow, useBench, useLayout } from '../store/context.ts';

const ROUND = 16;
/** Room for the tools under the diagram. */
const FOOT = 64;
/** Under this size a diagram is not opened whole: stages would show their kind and no name. */
const READABLE = 0.45;
/** At this size stages show all that they hold. */
const FULL = 0.7;

export interface View { readonly x: number; readonly y: number; readonly zoom: number }

/** The view that shows `bounds` in a surface of w by h. */
export function viewOf(bounds: Rect, w: number, h: number): View {
  const zoom = Math.max(0.25, Math.min(1, (w - 2 * ROUND) / Math.max(1, bounds.w), (h - ROUND - FOOT) / Math.max(1, bounds.h)));
  return { zoom, x: Math.round(Math.max(ROUND, (w - bounds.w * zoom) / 2) - bounds.x * zoom), y: Math.round(ROUND - bounds.y * zoom) };
}

/** The view that a diagram opens with: all of it where that can be read, else what is about `at`, which is in the middle unless the diagram ends before. */
export function openingView(bounds: Rect, at: Rect | undefined, w: number, h: number): View {
  const whole = viewOf(bounds, w, h);
  if (whole.zoom >= READABLE || at === undefined) return whole;
  const zoom = Math.max(FULL, Math.min(1, (w - 2 * ROUND) / Math.max(1, bounds.w)));
  return { zoom, x: along(bounds.x, bounds.w, at.x + at.w / 2, w, ROUND, zoom), y: along(bounds.y, bounds.h, at.y + at.h / 2, h, FOOT, zoom) };
}

/** How far one side is moved so that `middle` is in the middle of `room`, without empty room before the beginning or after the end. */
function along(start: number, size: number, middle: number, room: number, foot: number, zoom: number): number {
  if (size * zoom <= room - ROUND - foot) return Math.round((room - size * zoom) / 2 - start * zoom);
  return Math.round(Math.min(ROUND - start * zoom, Math.max(room - foot - (start + size) * zoom, room / 2 - middle * zoom)));
}

/** Shows the whole procedure. */
export function useFit(): () => void {
  const { store, desk } = useBench();
  const flow = useReactFlow();
  const surface = useStoreApi();
  return useCallback(() => {
    const { width, height } = surface.getState();
    if (width > 0 && height > 0) void flow.setViewport(viewOf(layoutNow({ store, desk }).bounds, width, height));
  }, [store, desk, flow, surface]);
}

/** Whether some of the diagram lies out of sight. */
export function useSomeHidden(): boolean {
  const { bounds } = useLayout();
  return useStore(({ transform: [x, y, zoom], width, height }) =>
    bounds.x * zoom + x < -1 || bounds.y * zoom + y < -1 || (bounds.x + bounds.w) * zoom + x > width + 1 || (bounds.y + bounds.h) * zoom + y > height - FOOT / 2);
}

/** The class that puts a panel on the other half of the canvas, so that it does not cover the stage it is about. */
export function usePanelSide(stage: string | null): string {
  const layout = useLayout();
  const placed = stage === null ? undefined : layout.stages.get(stage) ?? layout.groups.get(stage);
  return useStore(({ transform: [x, , zoom], width }) => (placed !== undefined && (placed.x + placed.w / 2) * zoom + x < width / 2 ? 'ed-panel-right' : ''));
}

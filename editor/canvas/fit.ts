// The whole procedure in sight: as large as it fits, never over full size, from the top as one reads.
import { useReactFlow, useStore } from '@xyflow/react';
import { useCallback } from 'react';
import type { Rect } from '../layout/types.ts';
import { useLayout } from '../store/context.ts';

const ROUND = 16;
/** Room for the tools under the diagram. */
const FOOT = 64;

interface View { readonly x: number; readonly y: number; readonly zoom: number }

/** The view that shows `bounds` in a surface of w by h. */
export function viewOf(bounds: Rect, w: number, h: number): View {
  const zoom = Math.max(0.25, Math.min(1, (w - 2 * ROUND) / Math.max(1, bounds.w), (h - ROUND - FOOT) / Math.max(1, bounds.h)));
  return { zoom, x: Math.round(Math.max(ROUND, (w - bounds.w * zoom) / 2) - bounds.x * zoom), y: Math.round(ROUND - bounds.y * zoom) };
}

/** Shows the whole procedure. */
export function useFit(): () => void {
  const flow = useReactFlow();
  const w = useStore((state) => state.width);
  const h = useStore((state) => state.height);
  const { bounds } = useLayout();
  return useCallback(() => { if (w > 0 && h > 0) void flow.setViewport(viewOf(bounds, w, h)); }, [flow, w, h, bounds]);
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

// Where the diagram opens, and how it follows: whole as long as it is looked at whole, and to a stage that was chosen
// elsewhere, without moving what is in sight already.
import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import type { Layout, Rect } from '../layout/types.ts';
import { diagramFor, useEditor, useLayout, useShown } from '../store/context.ts';
import { openingView, viewOf } from './fit.ts';

interface Fitted { readonly bounds: Rect; readonly w: number; readonly h: number }

export function Fitting() {
  const layout = useLayout();
  const start = useStart();
  const selection = useEditor((state) => state.selection);
  const flow = useReactFlow();
  const [w, h] = [useStore((state) => state.width), useStore((state) => state.height)];
  const shown = useRef<Id | null>(null);
  const before = useRef<Fitted | null>(null);
  const ready = w > 0 && h > 0 && layout.stages.size > 0;
  const { bounds } = layout;
  useEffect(() => {
    if (!ready) return;
    const was = before.current;
    before.current = { bounds, w, h };
    if (was === null) void flow.setViewport(openingView(bounds, placeOf(layout, selection) ?? start, w, h));
    else if (was.bounds !== bounds || was.w !== w || was.h !== h) { if (isWhole(flow.getViewport(), was)) void flow.setViewport(viewOf(bounds, w, h)); }
  }, [ready, flow, layout, bounds, w, h, selection, start]);
  useEffect(() => {
    if (selection === shown.current || before.current === null) return;
    shown.current = selection;
    const placed = selection === null ? undefined : layout.stages.get(selection) ?? layout.groups.get(selection);
    if (placed === undefined || isInSight(placed, flow.getViewport(), before.current)) return;
    void flow.setCenter(placed.x + placed.w / 2, placed.y + placed.h / 2, { zoom: flow.getZoom() });
  }, [selection, layout, flow]);
  return null;
}

/** Where a procedure begins: its way in, else its first stage. */
function useStart(): Rect | undefined {
  const diagram = diagramFor(useShown().procedure);
  const layout = useLayout();
  return placeOf(layout, diagram.doors[0]?.id ?? null) ?? placeOf(layout, diagram.tree.order[0] ?? null);
}

/** Where a stage or group stands, or a route begins. */
function placeOf({ stages, groups, routes }: Layout, id: Id | null): Rect | undefined {
  if (id === null) return undefined;
  const [first] = routes.get(id)?.points ?? [];
  return stages.get(id) ?? groups.get(id) ?? (first && { ...first, w: 0, h: 0 });
}

type View = ReturnType<typeof viewOf>;

/** Whether the whole of what was there was in sight, as it is fitted. */
function isWhole({ x, y, zoom }: View, { bounds, w, h }: Fitted): boolean {
  const whole = viewOf(bounds, w, h);
  return Math.abs(whole.x - x) < 1 && Math.abs(whole.y - y) < 1 && Math.abs(whole.zoom - zoom) < 0.001;
}

function isInSight(placed: Rect, { x, y, zoom }: View, { w, h }: Fitted): boolean {
  const [left, top] = [placed.x * zoom + x, placed.y * zoom + y];
  return left >= 0 && top >= 0 && left + placed.w * zoom <= w && top + placed.h * zoom <= h;
}

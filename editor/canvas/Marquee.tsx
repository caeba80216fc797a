// Choosing by drawing: with Shift held, a frame is drawn over the diagram, and what it touches is chosen when it is let
// go. Shift and a click choose one more. From the keyboard: Shift with arrows.
import { useReactFlow } from '@xyflow/react';
import { useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { words as arranging } from '../arrange/words.ts';
import { near, type Layout, type Rect } from '../layout/types.ts';
import type { Id } from '../../engine/procedure/types.ts';
import { layoutNow, useBench, useEditor } from '../store/context.ts';

/** Less than this is a click. */
const STILL = 4;

export function Marquee({ children }: { readonly children: ReactNode }) {
  const { store, desk, announce, focusStage } = useBench();
  const select = useEditor((state) => state.select);
  const flow = useReactFlow();
  const [rect, setRect] = useState<Rect | null>(null);
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const swept = useRef(false);
  const at = (event: PointerEvent<HTMLElement>) => { const box = event.currentTarget.getBoundingClientRect(); return { x: event.clientX - box.left, y: event.clientY - box.top }; };
  const down = (event: PointerEvent<HTMLElement>): void => {
    swept.current = false;
    const box = event.target instanceof Element ? event.target.closest<HTMLElement>('.react-flow__node') : null;
    if (event.button !== 0) return;
    if (!event.shiftKey) {
      // Before a drag begins: what is dragged is what is chosen.
      const { also, selection } = store.getState();
      const id = box?.dataset['id'];
      if (id !== undefined && !event.ctrlKey && !event.metaKey && id !== selection && !also.includes(id)) select(id);
      return;
    }
    if (!(event.target instanceof Element) || event.target.closest('.react-flow__renderer') === null || box?.classList.contains('react-flow__node-stage') === true) return;
    from.current = at(event);
    // Neither does the diagram move with it, nor is a group dragged.
    event.preventDefault();
    event.stopPropagation();
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    if (from.current === null) return;
    const to = at(event);
    if (rect === null && Math.hypot(to.x - from.current.x, to.y - from.current.y) < STILL) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setRect({ x: Math.min(from.current.x, to.x), y: Math.min(from.current.y, to.y), w: Math.abs(to.x - from.current.x), h: Math.abs(to.y - from.current.y) });
  };
  const up = (): void => {
    if (rect !== null) {
      const { x, y, zoom } = flow.getViewport();
      const stages = touched(layoutNow({ store, desk }), { x: (rect.x - x) / zoom, y: (rect.y - y) / zoom, w: rect.w / zoom, h: rect.h / zoom }).filter((id) => id in store.getState().procedure.stages);
      store.getState().choose(stages);
      announce(arranging.chosen(stages.length));
      focusStage(stages.at(-1) ?? null);
      swept.current = true;
    }
    from.current = null;
    setRect(null);
  };
  return (
    <div className="ed-surface" onPointerDownCapture={down} onPointerMove={move} onPointerUp={up} onPointerCancel={up} onClickCapture={(event) => { if (swept.current) { event.stopPropagation(); swept.current = false; } }}>
      {children}
      {rect !== null && <div className="ed-marquee" style={{ left: rect.x, top: rect.y, width: rect.w, height: rect.h }} />}
    </div>
  );
}

/** Stages the frame touches, and groups that lie wholly in it, without what lies in those. */
export function touched(layout: Layout, frame: Rect): readonly Id[] {
  const whole = [...layout.groups.values()].filter((box) => box.x >= frame.x && box.y >= frame.y && box.x + box.w <= frame.x + frame.w && box.y + box.h <= frame.y + frame.h);
  const groups = new Set(whole.map((box) => box.id));
  const inside = (id: Id | null): boolean => id !== null && (groups.has(id) || inside(layout.groups.get(id)?.parent ?? null));
  return [...whole.filter((box) => !inside(box.parent)).map((box) => box.id), ...[...layout.stages.values()].filter((box) => near(box, frame) && !inside(box.parent)).map((box) => box.id)];
}

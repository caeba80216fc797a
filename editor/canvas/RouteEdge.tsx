// One route: a line with right angles and round corners, an arrow head, and its words on a pill. While a stage is
// being dragged its routes follow loosely; they are led anew when it is let go.
import { BaseEdge, EdgeLabelRenderer, getSmoothStepPath, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { Point } from '../layout/types.ts';
import { useEditor } from '../store/context.ts';
import { useCarriedBy } from './carried.ts';
import type { RouteLine } from './elements.ts';

const RADIUS = 7;

export const RouteEdge = memo(function RouteEdge({ id, data, selected = false, source, target, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition }: EdgeProps<RouteLine>) {
  const select = useEditor((state) => state.select);
  const [start, end] = [useCarriedBy(source), useCarriedBy(target)];
  if (data === undefined) return null;
  const { placed, route } = data;
  const loose = start !== undefined || end !== undefined;
  const path = loose ? getSmoothStepPath({ sourceX: sourceX + (start?.x ?? 0), sourceY: sourceY + (start?.y ?? 0), targetX: targetX + (end?.x ?? 0), targetY: targetY + (end?.y ?? 0), sourcePosition, targetPosition, borderRadius: RADIUS })[0] : pathOf(placed.points);
  const look = `ed-route${route?.back === true ? ' ed-route-back' : ''}${selected ? ' ed-route-on' : ''}`;
  const pill = loose ? undefined : placed.pill;
  return (
    <>
      <BaseEdge id={id} path={path} className={look} markerEnd={`url(#${selected ? 'ed-head-on' : 'ed-head'})`} interactionWidth={20} />
      {pill !== undefined && route !== null && route.label !== null && (
        <EdgeLabelRenderer>
          <div className={`ed-pill nodrag nopan${route.bold ? ' ed-pill-bold' : ''}${route.back ? ' ed-pill-back' : ''}${selected ? ' ed-pill-on' : ''}`} title={route.words} aria-hidden="true"
            style={{ left: pill.x, top: pill.y, width: pill.w, height: pill.h }} onClick={() => select(route.id)}>{route.label}</div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});

/** SVG path through corners, each rounded by 7 or by half of its shorter arm. */
export function pathOf(points: readonly Point[]): string {
  return points.map((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined) return `M${point.x} ${point.y}`;
    if (after === undefined) return `L${point.x} ${point.y}`;
    const r = Math.min(RADIUS, distance(before, point) / 2, distance(point, after) / 2);
    const a = towards(point, before, r);
    const b = towards(point, after, r);
    return `L${a.x} ${a.y}Q${point.x} ${point.y} ${b.x} ${b.y}`;
  }).join('');
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
function towards(from: Point, to: Point, by: number): Point {
  const all = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / all, y: from.y + ((to.y - from.y) * by) / all };
}

/** Arrow heads, fixed in size. */
export function Heads() {
  return (
    <svg className="ed-heads" aria-hidden="true">
      <defs>
        {['ed-head', 'ed-head-on'].map((id) => (
          <marker key={id} id={id} viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 10 5 0 10z" /></marker>
        ))}
      </defs>
    </svg>
  );
}

// A small map of the whole procedure at the foot of the canvas, with the selected stage filled and a frame round what
// is in sight; only while some of it lies out of sight.
import { useStore } from '@xyflow/react';
import { memo } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import type { Layout, Rect } from '../layout/types.ts';
import { useSomeHidden } from './fit.ts';
import { useEditor, useLayout } from '../store/context.ts';
import { words } from '../words.ts';

export function LittleMap() {
  const layout = useLayout();
  const selection = useEditor((state) => state.selection);
  const hidden = useSomeHidden();
  const { x, y, w, h } = layout.bounds;
  if (!hidden || w === 0 || h === 0) return null;
  return (
    <div className="ed-map">
      <svg width="120" height="88" viewBox={`${x} ${y} ${w} ${h}`} role="img" aria-label={words.canvas.map}>
        <Boxes layout={layout} />
        <Selected layout={layout} id={selection} />
        <InSight layout={layout} />
      </svg>
    </div>
  );
}

/** One path for all: a thousand elements would be gone through at each edit. */
const Boxes = memo(function Boxes({ layout }: { readonly layout: Layout }) {
  return <><path d={rectsOf(layout.groups.values())} className="ed-map-frame" /><path d={rectsOf(layout.stages.values())} className="ed-map-stage" /></>;
});

const rectsOf = (all: Iterable<Rect>): string => [...all].map(({ x, y, w, h }) => `M${x} ${y}h${w}v${h}h${-w}z`).join('');

function Selected({ layout, id }: { readonly layout: Layout; readonly id: Id | null }) {
  const stage = id === null ? undefined : layout.stages.get(id);
  return stage && <rect x={stage.x} y={stage.y} width={stage.w} height={stage.h} className="ed-map-on" />;
}

/** The part of the diagram that is in sight. */
function InSight({ layout: { bounds } }: { readonly layout: Layout }) {
  const [x, y, zoom] = useStore((state) => state.transform);
  const [w, h] = [useStore((state) => state.width), useStore((state) => state.height)];
  const [left, top] = [Math.max(bounds.x, -x / zoom), Math.max(bounds.y, -y / zoom)];
  const [right, foot] = [Math.min(bounds.x + bounds.w, (w - x) / zoom), Math.min(bounds.y + bounds.h, (h - y) / zoom)];
  return <rect x={left} y={top} width={Math.max(0, right - left)} height={Math.max(0, foot - top)} className="ed-map-sight" />;
}

// A small map of the whole procedure at the foot of the canvas, with the selected stage filled and a frame round what
// is in sight; only while some of it lies out of sight.
import { useStore } from '@xyflow/react';
import { memo } from 'react';
import type { Layout, Rect } from '../layout/types.ts';
import { useSomeHidden } from './fit.ts';
import { useEditor, useLayout } from '../store/context.ts';
import { words } from '../words.ts';

/** The map's own size, in pixels of the screen. */
const WIDTH = 120;
const HEIGHT = 88;

export function LittleMap() {
  const layout = useLayout();
  const selection = useEditor((state) => state.selection);
  const hidden = useSomeHidden();
  const { bounds } = layout;
  if (!hidden || bounds.w === 0 || bounds.h === 0) return null;
  const chosen = selection === null ? undefined : layout.stages.get(selection);
  return (
    <div className="ed-map">
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.canvas.map}>
        <Boxes layout={layout} />
        {chosen !== undefined && <rect {...sidesOf(chosen, bounds)} className="ed-map-on" />}
        <InSight bounds={bounds} />
      </svg>
    </div>
  );
}

/** One path for all: a thousand elements would be gone through at each edit. */
const Boxes = memo(function Boxes({ layout }: { readonly layout: Layout }) {
  return <><path d={rectsOf(layout.groups.values(), layout.bounds)} className="ed-map-frame" /><path d={rectsOf(layout.stages.values(), layout.bounds)} className="ed-map-stage" /></>;
});

/** The boxes as the map can show them: those of a large diagram that fall on the same spot are drawn once, so that an edit seldom changes the path. */
function rectsOf(all: Iterable<Rect>, bounds: Rect): string {
  const spots = new Set<number>();
  const map = mapOf(bounds);
  for (const { x, y, w, h } of all) spots.add(((map.left(x) * SIDE + map.top(y)) * SIDE + map.size(w)) * SIDE + map.size(h));
  return [...spots].map((spot) => {
    const [x, y, w, h] = [Math.floor(spot / SIDE ** 3), Math.floor(spot / SIDE ** 2) % SIDE, Math.floor(spot / SIDE) % SIDE, spot % SIDE].map((halves) => halves / 2);
    return `M${x} ${y}h${w}v${h}h-${w}z`;
  }).join('');
}

/** More than the halves of a pixel along a side of the map. */
const SIDE = 256;

/** From places of the diagram to halves of a pixel of the map, with the whole diagram in its middle. */
function mapOf(bounds: Rect) {
  const scale = Math.min(WIDTH / bounds.w, HEIGHT / bounds.h);
  const [left, top] = [(WIDTH - bounds.w * scale) / 2, (HEIGHT - bounds.h * scale) / 2];
  return {
    left: (x: number): number => Math.round((left + (x - bounds.x) * scale) * 2),
    top: (y: number): number => Math.round((top + (y - bounds.y) * scale) * 2),
    size: (side: number): number => Math.max(1, Math.round(side * scale * 2)),
  };
}

function sidesOf({ x, y, w, h }: Rect, bounds: Rect) {
  const map = mapOf(bounds);
  return { x: map.left(x) / 2, y: map.top(y) / 2, width: map.size(w) / 2, height: map.size(h) / 2 };
}

/** The part of the diagram that is in sight. */
function InSight({ bounds }: { readonly bounds: Rect }) {
  const [x, y, zoom] = useStore((state) => state.transform);
  const [w, h] = [useStore((state) => state.width), useStore((state) => state.height)];
  const [left, top] = [Math.max(bounds.x, -x / zoom), Math.max(bounds.y, -y / zoom)];
  const [right, foot] = [Math.min(bounds.x + bounds.w, (w - x) / zoom), Math.min(bounds.y + bounds.h, (h - y) / zoom)];
  return <rect {...sidesOf({ x: left, y: top, w: Math.max(0, right - left), h: Math.max(0, foot - top) }, bounds)} className="ed-map-sight" />;
}

// A small map of the whole procedure at the foot of the canvas, with the selected stage filled; only while some of it lies out of sight.
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
        {[...layout.groups.values()].map((frame) => <rect key={frame.id} x={frame.x} y={frame.y} width={frame.w} height={frame.h} className="ed-map-frame" />)}
        {[...layout.stages.values()].map((stage) => <rect key={stage.id} x={stage.x} y={stage.y} width={stage.w} height={stage.h} className={stage.id === selection ? 'ed-map-on' : 'ed-map-stage'} />)}
      </svg>
    </div>
  );
}

// The outlines that tell the kinds of stage apart without colour: pointed, folded, stacked, leaning, round,
// six-sided, double-edged, heavy-footed, wavy-footed, or plain.
import type { ShapeKind } from '../model/diagram.ts';

/** SVG path of a kind's outline in a box of w by h, and lines within or behind it. */
export function shapeOf(kind: ShapeKind, w: number, h: number): { readonly path: string; readonly lines?: string; readonly behind?: string; readonly heavy?: string } {
  switch (kind) {
    case 'alert': return { path: `M4 0H${w - 14}L${w} ${h / 2}L${w - 14} ${h}H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z` };
    case 'notify': return { path: `M4 0H${w - 14}L${w} 14V${h - 4}a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z`, lines: `M${w - 14} 0V14H${w}` };
    case 'agency-checks': return { path: rounded(w, h, 2), behind: `M6 -6H${w + 6}V${h - 6}M3 -3H${w + 3}V${h - 3}` };
    case 'triage': return { path: `M0 0H${w}L${w - 12} ${h}H12z` };
    case 'panel': return { path: rounded(w, h, 18) };
    case 'decision': return { path: `M12 0H${w - 12}L${w} ${h / 2}L${w - 12} ${h}H12L0 ${h / 2}z` };
    case 'review': return { path: rounded(w, h, 2), lines: `M6 0V${h}M${w - 6} 0V${h}` };
    case 'publish': return { path: `M0 0H${w}V${h}H0z`, heavy: `M0 ${h - 2}H${w}` };
    case 'learning': return { path: `M0 4a4 4 0 0 1 4-4H${w - 4}a4 4 0 0 1 4 4V${h - 4}q${-w / 4} -9 ${-w / 2} 0t${-w / 2} 0z` };
    case 'end': return { path: rounded(w, h, h / 2), lines: rounded(w - 6, h - 6, h / 2 - 3, 3) };
    default: return { path: rounded(w, h, 4) };
  }
}

function rounded(w: number, h: number, r: number, at = 0): string {
  return `M${at + r} ${at}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1-${r} ${r}h-${w - 2 * r}a${r} ${r} 0 0 1-${r}-${r}v-${h - 2 * r}a${r} ${r} 0 0 1 ${r}-${r}z`;
}

/** The outline drawn behind a stage's words. */
export function Outline({ kind, w, h }: { readonly kind: ShapeKind; readonly w: number; readonly h: number }) {
  const shape = shapeOf(kind, w, h);
  return (
    <svg className="ed-shape" width={w} height={h} aria-hidden="true">
      {shape.behind !== undefined && <path d={shape.behind} className="ed-shape-line" />}
      <path d={shape.path} className="ed-shape-fill" />
      {shape.lines !== undefined && <path d={shape.lines} className="ed-shape-line" />}
      {shape.heavy !== undefined && <path d={shape.heavy} className="ed-shape-heavy" />}
    </svg>
  );
}

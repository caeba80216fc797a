// The outline of each kind of stage, as the drawing program has it: told apart by shape before colour.
import type { StageKind } from '../../../engine/procedure/types.ts';

/** Path of a box of that kind; `extra` holds further strokes (a fold, sheets behind, a second line). */
export function stageShape(kind: StageKind, final: boolean, x: number, y: number, w: number, h: number): { readonly outline: string; readonly extra?: string } {
  if (final) return { outline: rounded(x, y, w, h, 18), extra: rounded(x + 3, y + 3, w - 6, h - 6, 15) };
  switch (kind) {
    case 'alert': return { outline: `M${x} ${y}h${w - 9}l9 ${h / 2}l-9 ${h / 2}h${9 - w}z` };
    case 'notify': return { outline: `M${x} ${y}h${w - 10}l10 10v${h - 10}h${-w}z`, extra: `M${x + w - 10} ${y}v10h10` };
    case 'agency-checks': return { outline: rounded(x, y, w, h, 2), extra: `M${x + 3} ${y - 3}h${w}v${h}` };
    case 'triage': return { outline: `M${x} ${y}h${w}l-7 ${h}h${14 - w}z` };
    case 'panel': return { outline: rounded(x, y, w, h, 14) };
    case 'decision': return { outline: `M${x + 8} ${y}h${w - 16}l8 ${h / 2}l-8 ${h / 2}h${16 - w}l-8 ${-h / 2}z` };
    case 'review': return { outline: rounded(x, y, w, h, 2), extra: `M${x + 4} ${y}v${h}M${x + w - 4} ${y}v${h}` };
    case 'publish': return { outline: rounded(x, y, w, h, 0), extra: `M${x} ${y + h - 2}h${w}` };
    case 'learning': return { outline: `M${x} ${y}h${w}v${h - 4}q${-w / 4} -7 ${-w / 2} 0t${-w / 2} 0z` };
    case 'action-plan': case 'other': return { outline: rounded(x, y, w, h, 4) };
  }
}
function rounded(x: number, y: number, w: number, h: number, r: number): string {
  return `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - w}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - h}a${r} ${r} 0 0 1 ${r} ${-r}z`;
}

// How large a stage, an end, a way in and a pill are drawn: from their words, on a grid of 16 so that the middle
// of each side lies on the grid of 8 that routes run on. The lines chosen here are the lines drawn.
import type { DiagramDoor, DiagramGroup, DiagramStage, ShapeKind } from '../model/diagram.ts';
import { words } from '../words.ts';
import { textWidth, wrap } from './text.ts';

export interface Size { readonly w: number; readonly h: number }
export interface Chip { readonly words: string; readonly full: string; readonly tone: 'plain' | 'none' | 'bad' }
/** A stage's lines as they are drawn. */
export interface StageFace extends Size { readonly title: readonly string[]; readonly owner: readonly string[]; readonly chips: readonly Chip[]; readonly left: number; readonly right: number }

const ceil = (value: number, step: number): number => Math.ceil(value / step) * step;
const LEFT: Partial<Record<ShapeKind, number>> = { panel: 14, review: 16, decision: 20, triage: 20 };
const RIGHT: Partial<Record<ShapeKind, number>> = { alert: 18, decision: 20, triage: 20, review: 16, panel: 14 };
const FOOT: Partial<Record<ShapeKind, number>> = { learning: 10, publish: 5 };
const WIDTHS = [160, 176, 192, 208];
const WIDEST = 208;

const faces = new WeakMap<DiagramStage, StageFace>();

/** The face of a stage, worked out once. */
export function faceOf(stage: DiagramStage): StageFace {
  const face = faces.get(stage) ?? newFace(stage);
  faces.set(stage, face);
  return face;
}

/** The face of a stage: the narrowest width that keeps title and owner on one line, else the widest with broken lines. */
function newFace(stage: DiagramStage): StageFace {
  const left = LEFT[stage.kind] ?? 12;
  const right = RIGHT[stage.kind] ?? 12;
  const inner = (w: number): number => w - left - right;
  const wanted = Math.max(textWidth(stage.title, 14, 'bold'), textWidth(stage.owner, 12, 'regular') + 17, chipWidth(stage, inner(WIDEST)), kindWidth(stage));
  const w = WIDTHS.find((width) => wanted <= inner(width)) ?? WIDEST;
  const title = wrap(stage.title, inner(w), 14, 'bold');
  const owner = wrap(stage.owner, inner(w) - 17, 12, 'regular');
  const chips = chipsOf(stage, inner(w));
  const h = 7 + 16 + 1 + 18 * title.length + 15 * owner.length + 2 + 23 * chips.length + 6 + (FOOT[stage.kind] ?? 0);
  return { w, h: ceil(h, 16), title, owner, chips, left, right };
}

/** An end: a pill as wide as its name. */
export function endSize(title: string): Size {
  return { w: ceil(textWidth(title, 13, 'bold') + 13 + 6 + 28, 16), h: 32 };
}
/** A way in: a bar, a name and one or two lines. */
export function doorSize(door: DiagramDoor): Size {
  const widest = Math.max(textWidth(door.title, 13, 'bold') + 21, ...door.lines.map((line) => textWidth(line, 12, 'regular')));
  return { w: ceil(Math.max(widest + 26, 112), 16), h: ceil(7 + 18 + 15 * door.lines.length + 7, 16) };
}
/** The least a group's frame may measure to hold its header. */
export function headerWidth(group: DiagramGroup): number {
  const clocks = group.clocks.map((clock) => textWidth(clock.short, 12, 'regular') + 36).reduce((a, b) => a + b, 0);
  return ceil(textWidth(group.title, 13, 'bold') + textWidth(group.fact, 12, 'regular') + 16 + 6 + 6 + 20 + clocks, 16);
}
/** A route's pill. */
export function pillSize(label: string, bold: boolean): Size {
  return { w: Math.ceil(textWidth(label, 12, bold ? 'bold' : 'regular')) + 18, h: 20 };
}

const chipText = (text: string): number => textWidth(text, 12, 'regular') + 13 + 4 + 12;

/** What the clocks want: a single one all its words, when the widest stage has room for them. */
function chipWidth(stage: DiagramStage, most: number): number {
  const shown = stage.clocks.slice(0, 2);
  if (shown.length === 0) return 0;
  return Math.max(...shown.map((clock) => chipText(shown.length > 1 ? clock.brief : chipText(clock.short) <= most ? clock.short : clock.amount)));
}
const kindWidth = (stage: DiagramStage): number => 16 + 5 + textWidth(words.kinds[stage.kind], 12, 'bold') + 8 + 20 + textWidth(String(stage.number ?? ''), 12, 'regular') + (stage.kind === 'notify' ? 8 : 0);

/** At most two chips, the second with "+n more"; the words that fit, never cut off. */
function chipsOf(stage: DiagramStage, inner: number): readonly Chip[] {
  const { clocks } = stage;
  if (clocks.length === 0) {
    const none = stage.every ?? words.stage.noClock;
    return [{ words: none, full: none, tone: stage.every === null ? 'none' : 'plain' }];
  }
  return clocks.slice(0, 2).map((clock, index) => {
    const more = index === 1 && clocks.length > 2 ? ` ${words.stage.more(clocks.length - 2)}` : '';
    const choices = clocks.length === 1 ? [clock.short, clock.amount] : [clock.brief, clock.amount];
    const fit = choices.find((each) => chipText(each + more) <= inner) ?? choices[1] ?? '';
    return { words: fit + more, full: `${clock.amount} ${clock.rest}`, tone: clock.unclear ? 'bad' : 'plain' };
  });
}

// The pictures of the year's figures as plain marks, for files in which no page draws them: bars with their words, at
// most so many to a picture that it fits a sheet of paper. Every figure in them stands in the table below them too.
import { reportWords as w } from './words.ts';
import type { AgencyFigures, StageTime } from './year.ts';

export type Mark =
  | { readonly is: 'rect'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly fill: string }
  | { readonly is: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly fill: string; readonly bold?: true; readonly middle?: true };
export interface Drawing { readonly width: number; readonly height: number; readonly marks: readonly Mark[]; /** What it shows, for those who do not see it. */ readonly alt: string }

const WIDTH = 960;
/** Left of the bars the name, right of them the figures in words. */
const [BARS, BARS_WIDTH, WORDS] = [270, 420, 706];
const [TOP, ROW] = [44, 42];
const MOST_ROWS = 28;
const LETTERS = 34;
const [INK, BRAND, PAPER] = ['#0b0c0c', '#00525b', '#ffffff'];
const PARTS = [['inTime', '#00603a', w.inTime], ['late', '#7a4a00', w.lateIn], ['out', '#484f52', w.out], ['overdue', '#a3101d', w.overdue]] as const;

/** Time in each stage: a bar to the middle, a thin line to the longest, an upright mark at the time limit. */
export function stageDrawings(all: readonly StageTime[]): readonly Drawing[] {
  const most = Math.max(1, ...all.flatMap(({ longest, limit = 0 }) => [longest, limit]));
  const to = (days: number): number => (days / most) * BARS_WIDTH;
  return inPieces(all).map((stages) => drawing(w.stageTimes, [text(0, 24, w.pictureKey)], stages, ({ label, median, longest, limit }, y) => [
    ...named(label, y), rect(BARS, y + 10, Math.max(2, to(median)), 22, BRAND), rect(BARS, y + 20, to(longest), 2, BRAND),
    ...(limit === undefined ? [] : [rect(BARS + to(limit) - 4, y + 4, 8, 34, PAPER), rect(BARS + to(limit) - 2, y + 4, 4, 34, INK)]), ...lines(w.stageLine(median, longest, limit), WORDS, y),
  ]));
}
/** What each agency returned in time, late, or has out: side by side, each with its number. */
export function agencyDrawings(all: readonly AgencyFigures[]): readonly Drawing[] {
  const most = Math.max(1, ...all.map((one) => PARTS.reduce((sum, [part]) => sum + one[part], 0)));
  return inPieces(all).map((agencies) => drawing(w.agencies, key(), agencies, (one, y) => {
    let x = BARS;
    const bars = PARTS.flatMap(([part, fill]) => {
      const [from, width] = [x, (one[part] / most) * BARS_WIDTH];
      x += width;
      return width === 0 ? [] : [rect(from, y + 8, width - 1, 26, fill), ...(width < 22 ? [] : [{ is: 'text', x: from + width / 2, y: y + 27, text: String(one[part]), fill: PAPER, bold: true, middle: true } as const])];
    });
    return [...named(one.label, y), ...bars, ...lines(PARTS.filter(([part]) => one[part] > 0).map(([part, , words]) => `${one[part]} ${words.toLowerCase()}`).join(', '), WORDS, y)];
  }));
}
function key(): readonly Mark[] {
  return PARTS.flatMap(([, fill, words], at) => [rect(at * 230, 10, 18, 18, fill), text(at * 230 + 26, 25, words)]);
}
function drawing<T extends { readonly label: string }>(what: string, head: readonly Mark[], rows: readonly T[], row: (one: T, y: number) => readonly Mark[]): Drawing {
  const height = TOP + rows.length * ROW + 6;
  return { width: WIDTH, height, alt: w.pictureAlt(what, rows.length), marks: [rect(0, 0, WIDTH, height, PAPER), ...head, ...rows.flatMap((one, at) => [rect(0, TOP + at * ROW, WIDTH, 1, '#dde2e3'), ...row(one, TOP + at * ROW)])] };
}
function inPieces<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / MOST_ROWS) }, (_, n) => all.slice(n * MOST_ROWS, (n + 1) * MOST_ROWS));
}
const rect = (x: number, y: number, width: number, height: number, fill: string): Mark => ({ is: 'rect', x, y, width, height, fill });
const text = (x: number, y: number, words: string): Mark => ({ is: 'text', x, y, text: words, fill: INK });
const named = (label: string, y: number): readonly Mark[] => lines(label, 0, y).map((mark) => ({ ...mark, bold: true as const }));
/** At most two lines; what does not fit ends in dots, and stands whole in the table. */
function lines(words: string, x: number, y: number): readonly (Mark & { readonly is: 'text' })[] {
  const found: string[] = [''];
  for (const word of words.split(' ')) {
    const last = found.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= LETTERS) found.push(word); else found[found.length - 1] = `${last} ${word}`.trim();
  }
  const kept = found.slice(0, 2).map((line, at) => (line.length > LETTERS || (at === 1 && found.length > 2) ? `${line.slice(0, LETTERS - 1)}…` : line));
  return kept.map((line, at) => ({ is: 'text', x, y: y + (kept.length === 1 ? 27 : 18 + at * 18), text: line, fill: INK }));
}

// Places the boxes of the small diagram: three to a row or as many as there is room for, rows read left to right and back, as a path on a board,
// and leads the lines between them through the gaps.
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import type { StageFlow } from './stageFlow.ts';

export const BOX = { width: 114, height: 48, gapX: 16, gapY: 22, margin: 8, top: 8, columns: 3 } as const;
export interface Placed { readonly id: Id; readonly row: number; readonly column: number; readonly x: number; readonly y: number }
export interface Line { readonly from: Id; readonly to: Id; readonly path: string; /** Leads past other rows, or back. */ readonly far: boolean }
export interface MapLayout { readonly boxes: ReadonlyMap<Id, Placed>; readonly lines: readonly Line[]; readonly width: number; readonly height: number }

export function mapLayout(flow: StageFlow, columns: number = BOX.columns): MapLayout {
  const boxes = new Map(flow.order.map((id, index) => [id, place(id, index, columns)]));
  const rows = Math.ceil(flow.order.length / columns);
  const pairs = [...flow.follows].flatMap(([from, tos]) => tos.map((to) => [from, to] as const));
  const lines = pairs.flatMap(([from, to], index) => {
    const [a, b] = [boxes.get(from), boxes.get(to)];
    return a === undefined || b === undefined ? [] : [{ from, to, path: lead(a, b, index, columns), far: b.row > a.row + 1 || b.row < a.row }];
  });
  return { boxes, lines, width: columns * BOX.width + (columns - 1) * BOX.gapX + 2 * BOX.margin, height: BOX.top + rows * (BOX.height + BOX.gapY) };
}
function place(id: Id, index: number, columns: number): Placed {
  const row = Math.floor(index / columns);
  const along = index % columns;
  const column = row % 2 === 0 ? along : columns - 1 - along;
  return { id, row, column, x: BOX.margin + column * (BOX.width + BOX.gapX), y: BOX.top + row * (BOX.height + BOX.gapY) };
}

/** A line with right angles: straight to a neighbour, else down into a gap, along it, and on. */
function lead(a: Placed, b: Placed, index: number, columns: number): string {
  if (a.row === b.row && Math.abs(a.column - b.column) === 1) return neighbours(a, b);
  const shift = ((index % 3) - 1) * 5;
  const startX = a.x + BOX.width / 2 + shift * 3;
  const endX = b.x + BOX.width / 2 - shift * 3;
  const below = a.y + BOX.height + BOX.gapY / 2 + shift;
  const above = b.y - BOX.gapY / 2 + shift;
  if (b.row === a.row + 1) return `M${startX} ${a.y + BOX.height}V${below}H${endX}V${b.y}`;
  if (b.row === a.row) return `M${startX} ${a.y + BOX.height}V${below}H${endX}V${b.y + BOX.height}`;
  const channel = channelX(a, b, columns) + shift;
  return `M${startX} ${a.y + BOX.height}V${below}H${channel}V${above}H${endX}V${b.y}`;
}
function neighbours(a: Placed, b: Placed): string {
  const y = a.y + BOX.height / 2;
  return a.column < b.column ? `M${a.x + BOX.width} ${y}H${b.x}` : `M${a.x} ${y}H${b.x + BOX.width}`;
}
/** The gap between columns beside the target, on the side of the start. */
function channelX(a: Placed, b: Placed, columns: number): number {
  const right = b.x + BOX.width + BOX.gapX / 2;
  const left = b.x - BOX.gapX / 2;
  if (b.column === columns - 1) return left;
  if (b.column === 0) return right;
  return a.column > b.column ? right : left;
}

/** Dotted frames round the stages that run at the same time: one round a group that stands together, else one a row. */
export function parallelFrames(procedure: Procedure, { boxes }: MapLayout): readonly string[] {
  const groups = Object.keys(procedure.stages).filter((id) => procedure.stages[id]?.parallel === true);
  return groups.flatMap((group) => {
    const inside = [...boxes.values()].filter(({ id }) => procedure.stages[id]?.within === group);
    if (inside.length < 2) return [];
    const together = [...boxes.values()].every((box) => inside.includes(box) || !covers(inside, box));
    return together ? [frame(inside)] : rowsOf(inside).filter((row) => row.length > 1).map(frame);
  });
}
function rowsOf(boxes: readonly Placed[]): readonly (readonly Placed[])[] {
  return [...new Set(boxes.map((box) => box.row))].map((row) => boxes.filter((box) => box.row === row));
}
function covers(inside: readonly Placed[], { row, column }: Placed): boolean {
  const [rows, columns] = [inside.map((box) => box.row), inside.map((box) => box.column)];
  return row >= Math.min(...rows) && row <= Math.max(...rows) && column >= Math.min(...columns) && column <= Math.max(...columns);
}
function frame(inside: readonly Placed[]): string {
  const left = Math.min(...inside.map((box) => box.x)) - 5;
  const top = Math.min(...inside.map((box) => box.y)) - 5;
  const right = Math.max(...inside.map((box) => box.x)) + BOX.width + 5;
  const bottom = Math.max(...inside.map((box) => box.y)) + BOX.height + 5;
  return `M${left} ${top}H${right}V${bottom}H${left}Z`;
}

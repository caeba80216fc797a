// The rows of the outline: ways in, then every stage under its group, in flow order.
import type { Id } from '../../engine/procedure/types.ts';
import type { Diagram, ShapeKind } from '../model/diagram.ts';
import { words } from '../words.ts';

export interface Row {
  readonly id: Id;
  readonly title: string;
  readonly sign: ShapeKind | 'group' | 'together' | 'door';
  /** From 1. */
  readonly level: number;
  readonly parts: boolean;
  readonly open: boolean;
  /** Whether the name holds what was typed. */
  readonly match: boolean;
}

/** Rows to show: parts of closed groups are left out; with something typed, only matches and the groups round them. */
export function rowsOf(diagram: Diagram, closed: ReadonlySet<Id>, typed: string): readonly Row[] {
  const wanted = typed.trim().toLowerCase();
  const matches = (title: string): boolean => title.toLowerCase().includes(wanted);
  const { tree } = diagram;
  const doors = diagram.doors.map((door): Row => ({ id: door.id, title: words.door.outline, sign: 'door', level: 1, parts: false, open: false, match: matches(words.door.outline) }));
  const stages = tree.order.map((id): Row => {
    const group = diagram.groups.get(id);
    const stage = diagram.stages.get(id);
    const title = group?.title ?? stage?.title ?? id;
    const sign = group === undefined ? stage?.kind ?? 'other' : group.parallel ? 'together' : 'group';
    return { id, title, sign, level: tree.ancestors(id).length + 1, parts: group !== undefined, open: !closed.has(id), match: matches(title) };
  });
  const rows = [...doors, ...stages];
  if (wanted === '') return rows.filter((row) => !tree.ancestors(row.id).some((group) => closed.has(group)));
  const around = new Set(rows.filter((row) => row.match).flatMap((row) => [row.id, ...tree.ancestors(row.id)]));
  return rows.filter((row) => around.has(row.id));
}

/** Whether two rows say the same. */
export const sameRow = (a: Row, b: Row): boolean => a.id === b.id && a.title === b.title && a.sign === b.sign && a.level === b.level && a.parts === b.parts && a.open === b.open && a.match === b.match;

/** Rows that are made again and again: the list of the time before while all of them say the same. */
export function keepingRows(): (next: readonly Row[]) => readonly Row[] {
  let before: readonly Row[] = [];
  return (next) => {
    const same = next.length === before.length && next.every((row, index) => { const was = before[index]; return was !== undefined && sameRow(was, row); });
    if (!same) before = next;
    return before;
  };
}

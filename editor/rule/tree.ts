// A criterion as lines and groups that a person can change, and back again without loss: what is not touched comes
// back as it was written.
import type { Criterion, Operand } from '../../engine/procedure/types.ts';

/** "All of these", "Any of these", "None of these", "Not all of these"; and the same over the rows of a table. */
export type Join = 'all' | 'any' | 'none' | 'not-all' | 'some-row' | 'every-row' | 'no-row';
export interface Group {
  readonly join: Join;
  /** The rows asked of; only where the join is over rows, which then has one part. */
  readonly rows?: Operand;
  readonly parts: readonly Part[];
}
export interface Line { readonly line: Criterion }
export type Part = Group | Line;
/** Which part: the index at each depth. */
export type Path = readonly number[];

export const isGroup = (part: Part): part is Group => 'join' in part;
export const overRows = (join: Join): boolean => join.endsWith('-row');

/** The criterion as a tree; always a group at the top, so that a line can be added. */
export function treeOf(criterion: Criterion | undefined): Group {
  if (criterion === undefined) return { join: 'all', parts: [] };
  const part = partOf(criterion);
  return isGroup(part) && !overRows(part.join) ? part : { join: 'all', parts: [part] };
}

function partOf(criterion: Criterion): Part {
  if ('and' in criterion) return { join: 'all', parts: criterion.and.map(partOf) };
  if ('or' in criterion) return { join: 'any', parts: criterion.or.map(partOf) };
  if ('!' in criterion) {
    const inner = criterion['!'];
    if ('or' in inner) return { join: 'none', parts: inner.or.map(partOf) };
    if ('and' in inner) return { join: 'not-all', parts: inner.and.map(partOf) };
  }
  if ('some' in criterion) return rowsOf('some-row', criterion.some);
  if ('all' in criterion) return rowsOf('every-row', criterion.all);
  if ('none' in criterion) return rowsOf('no-row', criterion.none);
  return { line: criterion };
}

const rowsOf = (join: Join, [rows, each]: readonly [Operand, Criterion]): Group => ({ join, rows, parts: [partOf(each)] });

/** The tree as a criterion; undefined when nothing is asked. A group of one at the top is that one. */
export function criterionOf(tree: Group): Criterion | undefined {
  const parts = tree.parts.map(written).filter((each) => each !== undefined);
  if (parts.length === 0) return undefined;
  return parts.length === 1 && tree.join === 'all' ? parts[0] : joined(tree.join, parts, tree.rows);
}

/** A group that asks nothing is left out: it would always or never hold. */
function written(part: Part): Criterion | undefined {
  if (!isGroup(part)) return part.line;
  const parts = part.parts.map(written).filter((each) => each !== undefined);
  return parts.length === 0 ? undefined : joined(part.join, parts, part.rows);
}

function joined(join: Join, parts: readonly Criterion[], rows: Operand | undefined): Criterion {
  const each = parts.length === 1 ? parts[0] : undefined;
  if (rows !== undefined && overRows(join)) {
    const asked: readonly [Operand, Criterion] = [rows, each ?? { and: parts }];
    return join === 'some-row' ? { some: asked } : join === 'every-row' ? { all: asked } : { none: asked };
  }
  if (join === 'any') return { or: parts };
  if (join === 'none') return { '!': { or: parts } };
  if (join === 'not-all') return { '!': { and: parts } };
  return { and: parts };
}

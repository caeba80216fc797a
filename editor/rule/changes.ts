// What a person does to the lines and groups of a criterion: add, change, take out, move up and down, into the group
// above, out of a group. Each gives another tree; null where it cannot be done.
import type { Criterion, Operand } from '../../engine/procedure/types.ts';
import { isGroup, overRows, type Group, type Join, type Part, type Path } from './tree.ts';

/** The part at a path; the tree itself at the empty one. */
export function partAt(tree: Group, path: Path): Part | undefined {
  return path.reduce<Part | undefined>((part, index) => (part !== undefined && isGroup(part) ? part.parts[index] : undefined), tree);
}

/** The tree with the group at a path made another. */
function inGroup(tree: Group, path: Path, change: (group: Group) => Group | null): Group | null {
  const [index, ...rest] = path;
  if (index === undefined) return change(tree);
  const part = tree.parts[index];
  if (part === undefined || !isGroup(part)) return null;
  const changed = inGroup(part, rest, change);
  return changed === null ? null : { ...tree, parts: tree.parts.with(index, changed) };
}

const parent = (path: Path): Path => path.slice(0, -1);
const place = (path: Path): number => path.at(-1) ?? -1;

export const setLine = (tree: Group, path: Path, line: Criterion): Group | null =>
  inGroup(tree, parent(path), (group) => ({ ...group, parts: group.parts.with(place(path), { line }) }));

/** How a group joins its parts; over rows it needs the rows, and what it asked becomes one part. */
export const setJoin = (tree: Group, path: Path, join: Join, rows?: Operand): Group | null =>
  inGroup(tree, path, ({ rows: old, ...group }) => {
    if (!overRows(join)) return { ...group, join };
    const asked = rows ?? old;
    if (asked === undefined) return null;
    const one: Part = group.parts.length === 1 && group.parts[0] !== undefined ? group.parts[0] : { join: 'all', parts: group.parts };
    return { ...group, join, rows: asked, parts: [one] };
  });

/** A line or a group at the end of a group; what is asked of rows is one part, so more stand together in a group of their own. */
export const add = (tree: Group, path: Path, part: Part): Group | null =>
  inGroup(tree, path, (group) => {
    if (!overRows(group.join)) return { ...group, parts: [...group.parts, part] };
    const [one] = group.parts;
    const parts = one === undefined ? [part] : isGroup(one) && one.join === 'all' ? [...one.parts, part] : [one, part];
    return { ...group, parts: [{ join: 'all', parts }] };
  });

/** Without the part; a group that is left empty goes too. */
export function takeOut(tree: Group, path: Path): Group | null {
  const taken = inGroup(tree, parent(path), (group) => (group.parts[place(path)] === undefined ? null : { ...group, parts: group.parts.toSpliced(place(path), 1) }));
  if (taken === null || path.length < 2) return taken;
  const left = partAt(taken, parent(path));
  return left !== undefined && isGroup(left) && left.parts.length === 0 ? takeOut(taken, parent(path)) : taken;
}

export interface Moved { readonly tree: Group; readonly path: Path }

/** One place up or down in its group. */
export function move(tree: Group, path: Path, by: -1 | 1): Moved | null {
  const [from, to] = [place(path), place(path) + by];
  const moved = inGroup(tree, parent(path), (group) => {
    const [part, other] = [group.parts[from], group.parts[to]];
    return part === undefined || other === undefined ? null : { ...group, parts: group.parts.with(to, part).with(from, other) };
  });
  return moved === null ? null : { tree: moved, path: [...parent(path), to] };
}

/** Into the group that stands just above it. */
export function moveIn(tree: Group, path: Path): Moved | null {
  const above = [...parent(path), place(path) - 1];
  const [part, group] = [partAt(tree, path), partAt(tree, above)];
  if (part === undefined || group === undefined || !isGroup(group) || overRows(group.join)) return null;
  const without = inGroup(tree, parent(path), (own) => ({ ...own, parts: own.parts.toSpliced(place(path), 1) }));
  const moved = without === null ? null : add(without, above, part);
  return moved === null ? null : { tree: moved, path: [...above, group.parts.length] };
}

/** Out of its group, to stand just below it; lines asked of rows stay, for they speak of a row. */
export function moveOut(tree: Group, path: Path): Moved | null {
  const part = partAt(tree, path);
  const within = path.map((_, depth) => partAt(tree, path.slice(0, depth)));
  if (path.length < 2 || part === undefined || within.some((group) => group !== undefined && isGroup(group) && overRows(group.join))) return null;
  const outer = parent(parent(path));
  const below = place(parent(path)) + 1;
  const added = inGroup(tree, outer, (group) => ({ ...group, parts: group.parts.toSpliced(below, 0, part) }));
  const moved = added === null ? null : takeOut(added, path);
  const gone = moved !== null && (partAt(tree, parent(path)) as Group).parts.length === 1;
  return moved === null ? null : { tree: moved, path: [...outer, gone ? below - 1 : below] };
}

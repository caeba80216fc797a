// What an edit left as it was stays the same object, so that only what changed is measured and drawn again.

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Whether two pieces of plain data say the same. A part that is the same object in both is not gone through. */
function says(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isNode(one) || !isNode(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && says(one[key], other[key]));
}

/** `next` as the object it was before, where both say the same. Both are plain data. */
export const steady = <T extends object>(before: T | undefined, next: T): T => (before !== undefined && says(before, next) ? before : next);

/** A list of which each element is the object it was in `before`, by its id, where it says the same; `before` itself where all are. */
export function steadyList<T extends { readonly id: string }>(before: T[], next: readonly T[]): T[] {
  const known = new Map(before.map((one) => [one.id, one]));
  const list = next.map((one) => steady(known.get(one.id), one));
  return list.length === before.length && list.every((one, index) => one === before[index]) ? before : list;
}

/** A list that is made again and again: each time with the elements of the time before where they say the same. */
export function keepingSteady<T extends { readonly id: string }>(): (next: readonly T[]) => T[] {
  let before: T[] = [];
  return (next) => { before = steadyList(before, next); return before; };
}

/** `next` as the map it was before, where it has the same keys in the same order with values that say the same. */
export function steadyMap<K, V extends object>(before: ReadonlyMap<K, V> | undefined, next: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  if (before?.size !== next.size) return next;
  const old = before.entries();
  for (const [key, value] of next) {
    const [was, held] = old.next().value ?? [];
    if (was !== key || steady(held, value) !== held) return next;
  }
  return before;
}

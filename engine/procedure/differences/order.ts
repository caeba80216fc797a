// Which entries of a list moved: the fewest that have to be taken out so that the rest stand in their old order.

interface Placed { readonly id: string }
export interface Moved<E> {
  readonly entry: E;
  /** Whether it went towards the end. */
  readonly later: boolean;
  /** Entries of the newer list that it overtook in that direction, nearest to its new place first; never empty. */
  readonly passed: readonly E[];
}

/** Entries that stand in both lists and moved against the others; what was added or removed moves nothing. */
export function movedWithin<E extends Placed>(before: readonly E[], after: readonly E[]): readonly Moved<E>[] {
  const old = new Map(before.map(({ id }, index) => [id, index]));
  const kept = after.flatMap((entry) => {
    const from = old.get(entry.id);
    return from === undefined ? [] : [{ entry, from }];
  });
  const stayed = longestRise(kept.map(({ from }) => from));
  return kept.flatMap(({ entry, from }, index) => {
    if (stayed.has(index)) return [];
    const overtaken = kept.slice(0, index).filter((other) => other.from > from).reverse();
    const passed = overtaken.length > 0 ? overtaken : kept.slice(index + 1).filter((other) => other.from < from);
    return [{ entry, later: overtaken.length > 0, passed: passed.map((other) => other.entry) }];
  });
}

/** Indexes of a longest rising run of numbers, not necessarily side by side. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, number] of numbers.entries()) {
    const at = firstNotBelow(ends, numbers, number);
    before.push(ends[at - 1]);
    ends[at] = index;
  }
  const found = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = before[index]) found.add(index);
  return found;
}

function firstNotBelow(ends: readonly number[], numbers: readonly number[], number: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Chance from a seed: the same seed gives the same numbers on every machine. Integer arithmetic only.

/** A source of numbers in [0, 1), by the method known as mulberry32. `seed`: a whole number, of which the lowest 32 bits count. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Least, usual and most, in working days; fractions are parts of a working day. */
export interface Range { readonly least: number; readonly usual: number; readonly most: number }

/** A number drawn from a range: most often near the usual, never outside (triangular distribution). `chance` in [0, 1). */
export function drawn({ least, usual, most }: Range, chance: number): number {
  const width = most - least;
  if (width <= 0) return least;
  const turn = (usual - least) / width;
  return chance < turn ? least + Math.sqrt(chance * width * (usual - least)) : most - Math.sqrt((1 - chance) * width * (most - usual));
}

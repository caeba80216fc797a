// How often a harness runs: a sample within `npm test`, as often as asked by `node scripts/trust.mjs NAME N`. Random
// numbers come from a seed that is printed, so that a run can be told again.
export const runs = (sample: number): number => Number(process.env['CASEWAY_RUNS'] ?? '') || sample;
export const seed = Number(process.env['CASEWAY_SEED'] ?? '') || 20261121;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chance(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
/** One of a list. */
export function pick<T>(random: () => number, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}
/** Prints a figure where the run is more than a sample. */
export function figure(words: string): void {
  if (process.env['CASEWAY_RUNS']) process.stdout.write(`${words}\n`);
}

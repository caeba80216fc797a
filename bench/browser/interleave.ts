// Times contestants in turn, round by round, so that whatever else the machine does falls on all of them alike.

export interface Timed { readonly name: string; readonly median: number; /** Median of the per-round ratios to the first contestant. */ readonly ratio: number }

/** Runs every contestant once a round and gives each its median milliseconds and its ratio to the first. */
export async function interleave(rounds: number, contestants: Readonly<Record<string, () => Promise<void>>>): Promise<readonly Timed[]> {
  const entries = Object.entries(contestants);
  const times = entries.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let step = 0; step < entries.length; step += 1) {
      const which = (step + round) % entries.length; // each contestant leads in its turn
      const started = performance.now();
      await entries[which]?.[1]();
      times[which]?.push(performance.now() - started);
    }
  }
  const first = times[0] ?? [];
  return entries.map(([name], which) => {
    const own = times[which] ?? [];
    return { name, median: median(own), ratio: median(own.map((time, round) => time / (first[round] ?? Number.NaN))) };
  });
}

/** The middle value; NaN of nothing. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

// Times contestants in turn, round by round, so that whatever else the machine does falls on all of them alike.

/** Rounds not counted, while JavaScript's compiler gets to know each contestant; the larger ones take longer. */
const WARMING = 5;

/**
 * Runs every contestant once a round, after rounds that are not counted.
 * @param {string} title
 * @param {number} rounds
 * @param {Record<string, () => number | Promise<number>>} contestants each gives how many units of work it did
 * @returns rows: units a second, milliseconds a run, and the median of each round's rate over the first contestant's.
 */
export async function interleave(title, rounds, contestants) {
  const entries = Object.entries(contestants);
  const runs = entries.map(() => []);
  for (let round = -WARMING; round < rounds; round += 1) {
    for (let step = 0; step < entries.length; step += 1) {
      const which = (step + round + WARMING) % entries.length; // each leads in its turn
      const started = performance.now();
      const units = await entries[which][1]();
      const milliseconds = performance.now() - started;
      if (round >= 0) runs[which].push({ milliseconds, rate: (units / milliseconds) * 1000 });
    }
  }
  return { title, rows: entries.map(([name], which) => row(name, runs[which], runs[0])) };
}

function row(name, own, first) {
  return {
    name,
    rate: median(own.map(({ rate }) => rate)),
    milliseconds: median(own.map(({ milliseconds }) => milliseconds)),
    ratio: median(own.map(({ rate }, round) => rate / first[round].rate)),
  };
}

/** The middle value; NaN of nothing. */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

// Every state that a start leads to, breadth first, so that the way to each is a shortest one. A state is two integers:
// where the chart is and what is remembered. It knows neither charts nor procedures; what follows from a state is asked.

/** Says what follows from a state, each with the number of the move that leads there. */
export type Follow = (config: number, memory: number, visit: (config: number, memory: number, move: number) => void) => void;
export interface Found {
  readonly configs: readonly number[];
  readonly memories: readonly number[];
  /** The state a state was first come to from, −1 for the start; and by which move. */
  readonly before: readonly number[];
  readonly moves: readonly number[];
  /** What leads where, as pairs of states, each as often as it was met. */
  readonly edges: readonly number[];
  /** False when the bound was met and states were left out. */
  readonly whole: boolean;
}

/** More remembered things than this cannot be told apart. */
const MEMORIES = 2 ** 26;

/** Searches until nothing is new, or `most` states are met. `keepEdges` keeps what leads where. */
export function search(start: readonly [config: number, memory: number], follow: Follow, most: number, keepEdges = false): Found {
  const [configs, memories, before, moves]: [number[], number[], number[], number[]] = [[start[0]], [start[1]], [-1], [-1]];
  const edges: number[] = [];
  const known = new Map<number, number>([[start[0] * MEMORIES + start[1], 0]]);
  let whole = true;
  let at = 0;
  const visit = (config: number, memory: number, move: number): void => {
    const key = config * MEMORIES + memory;
    let index = known.get(key);
    if (index === undefined) {
      if (configs.length >= most) { whole = false; return; }
      index = configs.length;
      known.set(key, index);
      configs.push(config);
      memories.push(memory);
      before.push(at);
      moves.push(move);
    }
    if (keepEdges) edges.push(at, index);
  };
  for (; at < configs.length; at++) follow(configs[at] ?? 0, memories[at] ?? 0, visit);
  return { configs, memories, before, moves, edges, whole };
}

/** The states on the shortest way to a state, the start left out. */
export function wayTo({ before }: Pick<Found, 'before'>, state: number): readonly number[] {
  const way: number[] = [];
  for (let at = state; at > 0; at = before[at] ?? -1) way.push(at);
  return way.reverse();
}

/** States from which one of these can be come to, themselves included. */
export function leadingTo({ configs, edges }: Found, goals: (state: number) => boolean): ReadonlySet<number> {
  const into = new Map<number, number[]>();
  for (let index = 0; index < edges.length; index += 2) {
    const to = edges[index + 1] ?? 0;
    const known = into.get(to);
    if (known) known.push(edges[index] ?? 0);
    else into.set(to, [edges[index] ?? 0]);
  }
  const leading = new Set(configs.map((_, state) => state).filter(goals));
  const open = [...leading];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const earlier of into.get(state) ?? []) if (!leading.has(earlier)) { leading.add(earlier); open.push(earlier); }
  }
  return leading;
}

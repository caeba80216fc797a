// Every state that a start leads to, breadth first, so that the way to each is a shortest one. A state is two integers:
// where the chart is and what is remembered. It knows neither charts nor procedures; what follows from a state is asked.
import { Pairs } from './pairs.ts';

/** Says what follows from a state, each with the number of the move that leads there. */
export type Follow = (config: number, memory: number, visit: (config: number, memory: number, move: number) => void, state: number) => void;
export interface Found {
  readonly configs: readonly number[];
  readonly memories: readonly number[];
  /** The state a state was first come to from, −1 for the start; and by which move. */
  readonly before: readonly number[];
  readonly moves: readonly number[];
  /** What leads where: from, to and by which move, in threes. */
  readonly edges: readonly number[];
  /** False when the bound was met and states were left out. */
  readonly whole: boolean;
}

export interface SearchOptions {
  readonly most: number;
  /** Keeps what leads where. */
  readonly keepEdges?: boolean;
  /** Moves that are taken only where everything else has been followed, so that no shortest way makes use of them without need. */
  readonly late?: Follow;
}

/** Searches until nothing is new, or `most` states are met. */
export function search(start: readonly [config: number, memory: number], follow: Follow, { most, keepEdges = false, late }: SearchOptions): Found {
  const states = new Pairs();
  states.add(...start);
  const { firsts: configs, seconds: memories } = states;
  const [before, moves, edges]: [number[], number[], number[]] = [[-1], [-1], []];
  let whole = true;
  let at = 0;
  const visit = (config: number, memory: number, move: number): void => {
    let index = states.find(config, memory);
    if (index < 0) {
      if (configs.length >= most) { whole = false; return; }
      index = states.add(config, memory);
      before.push(at);
      moves.push(move);
    }
    if (keepEdges) edges.push(at, index, move);
  };
  for (let from = 0; at < configs.length; from = configs.length) {
    for (; at < configs.length; at++) follow(configs[at] ?? 0, memories[at] ?? 0, visit, at);
    const until = at;
    for (at = from; late && at < until; at++) late(configs[at] ?? 0, memories[at] ?? 0, visit, at);
    at = until;
  }
  return { configs, memories, before, moves, edges, whole };
}

/** The states on the shortest way to a state, the start left out. */
export function wayTo({ before }: Pick<Found, 'before'>, state: number): readonly number[] {
  const way: number[] = [];
  for (let at = state; at > 0; at = before[at] ?? -1) way.push(at);
  return way.reverse();
}

/** For each state how many moves the nearest goal is away, −1 where none can be come to, and the edge that leads nearer. */
export function nearest({ configs, edges }: Found, isGoal: (state: number) => boolean): { readonly steps: Int32Array; readonly edge: Int32Array } {
  const { starts, into } = edgesInto(configs.length, edges);
  const steps = new Int32Array(configs.length).fill(-1);
  const edge = new Int32Array(configs.length).fill(-1);
  const open: number[] = [];
  for (let state = 0; state < configs.length; state++) if (isGoal(state)) { steps[state] = 0; open.push(state); }
  for (let index = 0; index < open.length; index++) {
    const state = open[index] ?? 0;
    for (let place = starts[state] ?? 0; place < (starts[state + 1] ?? 0); place++) {
      const at = into[place] ?? 0;
      const earlier = edges[at] ?? 0;
      if (steps[earlier] !== -1) continue;
      steps[earlier] = (steps[state] ?? 0) + 1;
      edge[earlier] = at;
      open.push(earlier);
    }
  }
  return { steps, edge };
}

/** Edges by the state they lead into, in their order: those into `state` stand from `starts[state]` up to the next start. */
function edgesInto(states: number, edges: readonly number[]): { readonly starts: Int32Array; readonly into: Int32Array } {
  const starts = new Int32Array(states + 1);
  for (let at = 1; at < edges.length; at += 3) { const after = (edges[at] ?? 0) + 1; starts[after] = (starts[after] ?? 0) + 1; }
  for (let state = 0; state < states; state++) starts[state + 1] = (starts[state + 1] ?? 0) + (starts[state] ?? 0);
  const next = starts.slice();
  const into = new Int32Array(edges.length / 3);
  for (let at = 0; at < edges.length; at += 3) { const to = edges[at + 1] ?? 0; into[next[to] ?? 0] = at; next[to] = (next[to] ?? 0) + 1; }
  return { starts, into };
}

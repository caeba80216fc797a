// What is known of each state (a cell and a heading) while one route is led. The same list serves every route: what an
// earlier one left is told by its turn, so that nothing has to be wiped, which took longer than leading a short route.

import { Queue } from './queue.ts';

/** What stands in place of a heading where a way starts. */
export const START = 4;
/** Added to a heading while the way has not passed a place for its words. */
export const LATE = 8;

const TURN = 32;
const LEFT = 16;
const HEADING = 15;

export class Scratch {
  /** The states to go on from. */
  readonly queue = new Queue();
  /** How many states were gone on from, in all searches: what they cost, told without a clock. */
  steps = 0;
  /** For each state its cost, and its turn with whether it was left and the heading before it: side by side, since they are asked for together. */
  private readonly known: Int32Array;
  private turn = 0;

  constructor(states: number) { this.known = new Int32Array(2 * states); }

  /** Forgets everything. */
  begin(): void { this.turn += TURN; this.queue.clear(); }

  /** The cost at which a state was reached. */
  costOf(state: number): number { return this.known[2 * state] ?? 0; }

  /** The heading of the state before it; START at a start. */
  headingBefore(state: number): number { return (this.known[2 * state + 1] ?? 0) & HEADING; }

  /** Notes that a state can be reached at a cost; false when it was reached as cheaply before. */
  reach(state: number, cost: number, before: number): boolean {
    const { known, turn } = this;
    if ((known[2 * state + 1] ?? 0) >= turn && cost >= (known[2 * state] ?? 0)) return false;
    known[2 * state] = cost;
    known[2 * state + 1] = turn + before;
    return true;
  }

  /** Marks a state as gone on from; false when it was before and nothing cheaper has reached it since. */
  leave(state: number): boolean {
    const { known } = this;
    const mark = known[2 * state + 1] ?? 0;
    if ((mark & LEFT) !== 0) return false;
    known[2 * state + 1] = mark + LEFT;
    this.steps += 1;
    return true;
  }
}

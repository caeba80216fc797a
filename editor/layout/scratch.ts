// What is known of each state (a cell and a heading) while one route is led. The same arrays serve every route: what an
// earlier one left is told by its mark, so that nothing has to be wiped, which took longer than leading a short route.

import { Queue } from './queue.ts';

export class Scratch {
  /** The states to go on from. */
  readonly queue = new Queue();
  private readonly costs: Float32Array;
  private readonly origins: Int32Array;
  private readonly marks: Uint32Array;
  private open = 0;

  constructor(states: number) {
    this.costs = new Float32Array(states);
    this.origins = new Int32Array(states);
    this.marks = new Uint32Array(states);
  }

  /** Forgets everything. */
  begin(): void { this.open += 2; this.queue.clear(); }

  /** The least cost at which a state was reached; Infinity when it was not. */
  costOf(state: number): number { return (this.marks[state] ?? 0) >= this.open ? this.costs[state] ?? 0 : Infinity; }

  /** The state before it; -1 at a start. */
  originOf(state: number): number { return this.origins[state] ?? -1; }

  reach(state: number, cost: number, origin: number): void {
    this.costs[state] = cost;
    this.origins[state] = origin;
    this.marks[state] = this.open;
  }

  /** Marks a state as gone on from; false when it was before and nothing cheaper has reached it since. */
  leave(state: number): boolean {
    if (this.marks[state] !== this.open) return false;
    this.marks[state] = this.open + 1;
    return true;
  }
}

// A heap of numbered states by cost, in flat arrays. The earlier pushed goes first among equals, so that what is
// found with it never varies.

export class Queue {
  private states = new Int32Array(1024);
  private costs = new Float64Array(1024);
  private turns = new Int32Array(1024);
  private size = 0;
  private turn = 0;

  /** Adds a state; the same state may stand in the queue several times. */
  push(state: number, cost: number): void {
    if (this.size === this.states.length) this.grow();
    const turn = this.turn++;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.costs[parent] ?? 0;
      if (above < cost || (above === cost && (this.turns[parent] ?? 0) < turn)) break;
      this.copy(parent, at);
      at = parent;
    }
    this.put(at, state, cost, turn);
  }

  /** The cheapest state, or -1 when there is none. */
  pop(): number {
    if (this.size === 0) return -1;
    const top = this.states[0] ?? -1;
    const last = --this.size;
    if (last > 0) this.sink(this.states[last] ?? 0, this.costs[last] ?? 0, this.turns[last] ?? 0);
    return top;
  }

  private sink(state: number, cost: number, turn: number): void {
    let at = 0;
    for (let child = 1; child < this.size; child = 2 * at + 1) {
      if (child + 1 < this.size && this.before(child + 1, child)) child += 1;
      const below = this.costs[child] ?? 0;
      if (cost < below || (cost === below && turn < (this.turns[child] ?? 0))) break;
      this.copy(child, at);
      at = child;
    }
    this.put(at, state, cost, turn);
  }

  private before(a: number, b: number): boolean {
    const x = this.costs[a] ?? 0;
    const y = this.costs[b] ?? 0;
    return x < y || (x === y && (this.turns[a] ?? 0) < (this.turns[b] ?? 0));
  }

  private copy(from: number, to: number): void { this.put(to, this.states[from] ?? 0, this.costs[from] ?? 0, this.turns[from] ?? 0); }

  private put(at: number, state: number, cost: number, turn: number): void {
    this.states[at] = state;
    this.costs[at] = cost;
    this.turns[at] = turn;
  }

  private grow(): void {
    const { states, costs, turns } = this;
    this.states = new Int32Array(2 * states.length);
    this.costs = new Float64Array(2 * costs.length);
    this.turns = new Int32Array(2 * turns.length);
    this.states.set(states);
    this.costs.set(costs);
    this.turns.set(turns);
  }
}

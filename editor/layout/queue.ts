// A heap of numbered states by cost, four below each, in flat arrays. The earlier pushed goes first among equals, so that
// what is found with it never varies.

export class Queue {
  private states = new Int32Array(1024);
  private costs = new Float64Array(1024);
  private turns = new Int32Array(1024);
  private size = 0;
  private turn = 0;

  /** Forgets everything; the room stays. */
  clear(): void { this.size = 0; this.turn = 0; }

  /** Adds a state; the same state may stand in the queue several times. */
  push(state: number, cost: number): void {
    if (this.size === this.states.length) this.grow();
    const { states, costs, turns } = this;
    const turn = this.turn++;
    let at = this.size++;
    while (at > 0) {
      // What is pushed last goes after its equals.
      const above = (at - 1) >> 2;
      if ((costs[above] ?? 0) <= cost) break;
      states[at] = states[above] ?? 0;
      costs[at] = costs[above] ?? 0;
      turns[at] = turns[above] ?? 0;
      at = above;
    }
    states[at] = state;
    costs[at] = cost;
    turns[at] = turn;
  }

  /** The cheapest state, or -1 when there is none. */
  pop(): number {
    if (this.size === 0) return -1;
    const top = this.states[0] ?? -1;
    this.size -= 1;
    if (this.size > 0) this.sink();
    return top;
  }

  /** The last goes to the top and down from there, until nothing below it is to go before it. */
  private sink(): void {
    const { states, costs, turns, size } = this;
    const cost = costs[size] ?? 0;
    const turn = turns[size] ?? 0;
    const state = states[size] ?? 0;
    let at = 0;
    for (let first = 1; first < size; first = 4 * at + 1) {
      const end = Math.min(first + 4, size);
      let least = first;
      for (let child = first + 1; child < end; child++) {
        const by = (costs[child] ?? 0) - (costs[least] ?? 0);
        if (by < 0 || (by === 0 && (turns[child] ?? 0) < (turns[least] ?? 0))) least = child;
      }
      const below = costs[least] ?? 0;
      if (cost < below || (cost === below && turn < (turns[least] ?? 0))) break;
      states[at] = states[least] ?? 0;
      costs[at] = below;
      turns[at] = turns[least] ?? 0;
      at = least;
    }
    states[at] = state;
    costs[at] = cost;
    turns[at] = turn;
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

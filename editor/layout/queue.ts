// States by cost in whole numbers: a list for each cost, the earlier put first among equals, so that what is found with
// it never varies. Costs of a search lie close together and hardly ever fall, so that the next list is found at once;
// a heap took as long as all the rest of the search.

export class Queue {
  private firsts = new Int32Array(4096).fill(-1);
  private lasts = new Int32Array(4096);
  private states = new Int32Array(1024);
  private nexts = new Int32Array(1024);
  private size = 0;
  /** No list below `least` or above `most` holds anything. */
  private least = 0;
  private most = -1;

  /** Forgets everything; the room stays. */
  clear(): void {
    this.firsts.fill(-1, 0, this.most + 1);
    this.size = 0;
    this.least = this.firsts.length;
    this.most = -1;
  }

  /** Adds a state; the same state may stand in the queue several times. `cost`: a whole number, 0 or more. */
  push(state: number, cost: number): void {
    if (this.size === this.states.length) this.widen();
    if (cost >= this.firsts.length) this.lengthen(cost);
    const entry = this.size++;
    this.states[entry] = state;
    this.nexts[entry] = -1;
    if ((this.firsts[cost] ?? -1) < 0) this.firsts[cost] = entry;
    else this.nexts[this.lasts[cost] ?? 0] = entry;
    this.lasts[cost] = entry;
    if (cost < this.least) this.least = cost;
    if (cost > this.most) this.most = cost;
  }

  /** The cheapest state, or -1 when there is none. */
  pop(): number {
    const { firsts, most } = this;
    let cost = this.least;
    while (cost <= most && (firsts[cost] ?? -1) < 0) cost++;
    this.least = cost;
    if (cost > most) return -1;
    const entry = firsts[cost] ?? 0;
    firsts[cost] = this.nexts[entry] ?? -1;
    return this.states[entry] ?? -1;
  }

  private widen(): void {
    this.states = longer(this.states, 2 * this.states.length);
    this.nexts = longer(this.nexts, 2 * this.nexts.length);
  }

  private lengthen(cost: number): void {
    const before = this.firsts.length;
    const room = Math.max(2 * before, cost + 1);
    this.firsts = longer(this.firsts, room).fill(-1, before);
    this.lasts = longer(this.lasts, room);
  }
}

function longer(list: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const found = new Int32Array(room);
  found.set(list);
  return found;
}

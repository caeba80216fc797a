// Pairs of integers, numbered as they are met. A table of integers, because a Map would keep every key as an object.

/** Pairs by number, and numbers by pair. */
export class Pairs {
  readonly firsts: number[] = [];
  readonly seconds: number[] = [];
  /** One more than the number of the pair that is kept there; 0 for none. Its length is a power of two. */
  private slots = new Int32Array(1 << 10);

  /** The number of a pair; −1 when it was not met. */
  find(first: number, second: number): number {
    return (this.slots[this.slotOf(first, second)] ?? 0) - 1;
  }

  /** Adds a pair that was not met, and says its number. */
  add(first: number, second: number): number {
    if (this.firsts.length * 2 >= this.slots.length) this.grow();
    this.slots[this.slotOf(first, second)] = this.firsts.push(first);
    return this.seconds.push(second) - 1;
  }

  /** Where the pair is, or where it would go. */
  private slotOf(first: number, second: number): number {
    const mask = this.slots.length - 1;
    const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    for (let slot = (mixed ^ (mixed >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const number = (this.slots[slot] ?? 0) - 1;
      if (number < 0 || (this.firsts[number] === first && this.seconds[number] === second)) return slot;
    }
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    for (const [index, first] of this.firsts.entries()) this.slots[this.slotOf(first, this.seconds[index] ?? 0)] = index + 1;
  }
}

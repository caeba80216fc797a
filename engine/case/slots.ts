// Values kept by name in a list, at a place that each name has once for all: what a case keeps of each rule, clock and
// route is copied with most acts, and a list is copied many times faster than a record of as many names. Also sets of
// such places. It does not know what it keeps.
import type { Id } from '../procedure/types.ts';

/** The places of names. A name that comes later gets the next place. */
export class Places {
  private readonly known = new Map<Id, number>();
  private readonly list: Id[] = [];
  constructor(names: Iterable<Id>) {
    for (const name of names) this.add(name);
  }
  get size(): number {
    return this.known.size;
  }
  get names(): readonly Id[] {
    return this.list;
  }
  of(name: Id): number | undefined {
    return this.known.get(name);
  }
  add(name: Id): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    this.known.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

/** Values as they are read: undefined for a name that has none. */
export interface Kept<V> {
  get(name: Id): V | undefined;
  /** Names that have a value, in the order of their places, with their values. */
  entries(): readonly (readonly [Id, V])[];
}

/** Values that may be written to by whoever made them or took a copy. */
export class Slots<V> implements Kept<V> {
  private readonly places: Places;
  private readonly values: (V | undefined)[];
  // Nobody who compares two of these sees whether somebody asked.
  #record: Readonly<Record<Id, V>> | undefined;
  constructor(places: Places, values: (V | undefined)[] = Array.from<V | undefined>({ length: places.size })) {
    this.places = places;
    this.values = values;
  }
  get(name: Id): V | undefined {
    const place = this.places.of(name);
    return place === undefined ? undefined : this.values[place];
  }
  /** By place: for those who know it, which spares looking for the name. */
  at(place: number): V | undefined {
    return this.values[place];
  }
  put(place: number, value: V | undefined): void {
    this.#record = undefined;
    this.values[place] = value;
  }
  set(name: Id, value: V | undefined): void {
    this.put(this.places.of(name) ?? this.places.add(name), value);
  }
  /** All values by their names; put together when it is first asked for. */
  record(): Readonly<Record<Id, V>> {
    return this.#record ??= Object.fromEntries(this.entries());
  }
  /** Other values at the same places. */
  instead(record: Readonly<Record<Id, V>>): Slots<V> {
    const slots = new Slots<V>(this.places);
    for (const [name, value] of Object.entries(record)) slots.set(name, value);
    return slots;
  }
  copy(): Slots<V> {
    return new Slots(this.places, this.values.slice());
  }
  /** The values of those names that hold, at places of their own. */
  where(places: Places, holds: (name: Id) => boolean): Slots<V> {
    const found = new Slots<V>(places);
    for (const [name, value] of this.entries()) if (holds(name)) found.set(name, value);
    return found;
  }
  entries(): readonly (readonly [Id, V])[] {
    return this.places.names.flatMap((name) => {
      const value = this.get(name);
      return value === undefined ? [] : [[name, value] as const];
    });
  }
}

/** Marks in one number: as many as stay a small whole number wherever JavaScript runs. */
const IN_ONE = 30;

/** Places that are marked, as bits: all readers of a thing are marked at once, and taken out in order. */
export class Marks {
  private readonly bits: number[] = [];
  private count = 0;
  add(place: number): this {
    this.mark(Math.floor(place / IN_ONE), 1 << (place % IN_ONE));
    return this;
  }
  addAll({ bits, count }: Marks): void {
    for (let index = 0; index < count; index += 1) this.mark(index, bits[index] ?? 0);
  }
  /** The first place that is marked, its mark taken out; -1 when none is. */
  take(): number {
    for (let index = 0; index < this.count; index += 1) {
      const bits = this.bits[index] ?? 0;
      if (bits === 0) continue;
      const first = bits & -bits;
      this.bits[index] = bits ^ first;
      return index * IN_ONE + 31 - Math.clz32(first);
    }
    this.count = 0;
    return -1;
  }
  /** Every place that is marked, in order; the marks stay. */
  all(): readonly number[] {
    const [copy, found] = [new Marks(), [] as number[]];
    copy.addAll(this);
    for (let place = copy.take(); place >= 0; place = copy.take()) found.push(place);
    return found;
  }
  private mark(index: number, bits: number): void {
    for (; this.count <= index; this.count += 1) this.bits[this.count] = 0;
    this.bits[index] = (this.bits[index] ?? 0) | bits;
  }
}

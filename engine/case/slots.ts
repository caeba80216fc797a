// Values kept by name in a list, at a place that each name has once for all: what a case keeps of each rule, clock and
// route is copied with most acts, and a list is copied many times faster than a record of as many names. It does not
// know what it keeps.
import type { Id } from '../procedure/types.ts';

/** The places of names. A name that comes later gets the next place. */
export class Places {
  private readonly known = new Map<Id, number>();
  constructor(names: Iterable<Id>) {
    for (const name of names) this.add(name);
  }
  get size(): number {
    return this.known.size;
  }
  get names(): Iterable<Id> {
    return this.known.keys();
  }
  of(name: Id): number | undefined {
    return this.known.get(name);
  }
  add(name: Id): number {
    const place = this.known.get(name) ?? this.known.size;
    this.known.set(name, place);
    return place;
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
  constructor(places: Places, values: (V | undefined)[] = Array.from<V | undefined>({ length: places.size })) {
    this.places = places;
    this.values = values;
  }
  get(name: Id): V | undefined {
    const place = this.places.of(name);
    return place === undefined ? undefined : this.values[place];
  }
  set(name: Id, value: V | undefined): void {
    this.values[this.places.of(name) ?? this.places.add(name)] = value;
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
    return [...this.places.names].flatMap((name) => {
      const value = this.get(name);
      return value === undefined ? [] : [[name, value] as const];
    });
  }
}

// Things in groups by a key, in their order. It knows neither the things nor the keys.

/** A map from each key to the things that have it; both in the order they come. (`Map.groupBy` is not in Node 20.) */
export function grouped<K, T>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

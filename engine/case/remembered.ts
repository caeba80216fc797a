// What is worked out of a procedure once and asked again and again, kept for as long as the procedure itself.
// Procedures are never changed in place.

/** The same question of the same thing gives the answer found the first time. */
export function remembered<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (of) => {
    const before = known.get(of);
    if (before) return before.value;
    const value = make(of);
    known.set(of, { value });
    return value;
  };
}

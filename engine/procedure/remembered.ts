// What is worked out of a procedure, or of something made of one, once and asked again and again, kept for as long as the
// thing itself. Procedures are never changed in place.

interface Known<K, V> { readonly of: K; readonly value: V }

/** The same question of the same thing gives the answer found the first time. What was asked of last is at hand: mostly it is asked of again. */
export function remembered<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, Known<K, V>>();
  let last: Known<K, V> | undefined;
  return (of) => {
    if (last?.of === of) return last.value;
    last = known.get(of) ?? { of, value: make(of) };
    known.set(of, last);
    return last.value;
  };
}

/** As `remembered`, only of what was asked of last: for what is large and asked for several times in a row. */
export function latest<K, V>(make: (of: K) => V): (of: K) => V {
  let known: { readonly of: K; readonly value: V } | undefined;
  return (of) => {
    if (known?.of !== of) known = { of, value: make(of) };
    return known.value;
  };
}

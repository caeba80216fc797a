// Whether two values mean the same: whether they have the same canonical text, told without writing it down.

type Keyed = Readonly<Record<string, unknown>>;

/** True for JSON values with the same canonical text: keys in any order, keys without a value left out. */
export function same(was: unknown, now: unknown): boolean {
  if (was === now) return true;
  if (Array.isArray(was)) return Array.isArray(now) && was.length === now.length && was.every((value, index) => same(value, now[index]));
  if (!isKeyed(was) || !isKeyed(now)) return false;
  const [before, after] = [keysOf(was), keysOf(now)];
  return before.length === after.length && before.every((key) => Object.hasOwn(now, key) && same(was[key], now[key]));
}

function isKeyed(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keysOf(value: Keyed): readonly string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}

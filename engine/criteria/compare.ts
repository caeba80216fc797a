// How two known values compare. Numbers compare as numbers, texts as texts, so that dates written as
// `2026-12-10` come in order; a date and a date-time compare by their day. Values of different kinds are not
// ordered: the answer is unknown, since a false would look like a fact. It differs from JsonLogic there, and in
// never converting ("1" is not 1).
import type { Scalar } from '../procedure/types.ts';
import type { Truth, Value } from './types.ts';

export type Order = '<' | '<=' | '>' | '>=';

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/;

/** Whether two values are the same; lists when they hold the same items in the same order. */
export function same(a: Value, b: Value): boolean {
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => sameItem(item, b[index]));
  if (isList(a) || isList(b)) return false;
  const [left, right] = atSamePrecision(a, b);
  return left === right;
}

/** Whether `a` stands in that order to `b`; unknown when they cannot be ordered. */
export function ordered(order: Order, a: Value, b: Value): Truth {
  if (isList(a) || isList(b) || typeof a !== typeof b || typeof a === 'boolean') return 'unknown';
  const [left, right] = atSamePrecision(a, b);
  switch (order) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

/**
 * Whether a value is one of a list; of several chosen values, whether any is.
 * A single value stands for the list of itself: text is never searched for a part, as "harm" in "no-harm" would be.
 */
export function isIn(needle: Value, haystack: Value): Truth {
  const items: readonly unknown[] = isList(haystack) ? haystack : [haystack];
  return isList(needle) ? needle.some((one) => includes(items, one)) : includes(items, needle);
}

/** Whether an answer standing alone as a criterion counts as yes: not no, not 0, not empty. */
export function isYes(value: Value): boolean {
  return isList(value) ? value.length > 0 : Boolean(value);
}

/** Whether a value is a list or the rows of a table. */
export function isList(value: Value): value is Exclude<Value, Scalar> {
  return Array.isArray(value);
}

const includes = (items: readonly unknown[], one: unknown): boolean => (typeof one === 'object' ? items.some((item) => sameItem(one, item)) : items.includes(one));

function sameItem(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => right.get(key) === value);
}

function atSamePrecision(a: Scalar, b: Scalar): readonly [Scalar, Scalar] {
  if (typeof a !== 'string' || typeof b !== 'string' || a.length === b.length || !DATE.test(a) || !DATE.test(b)) return [a, b];
  return [a.slice(0, 10), b.slice(0, 10)];
}

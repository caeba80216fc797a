// A page as somebody has it who works by keys alone: keys may be pressed and the page may be read. Whatever else could be
// done to it throws: a click, filling a field, putting the focus, running a script. What is not listed here is refused.
import type { Locator, Page } from 'playwright-core';

/** Gives further locators. */
const finding: ReadonlySet<string> = new Set(['locator', 'getByRole', 'getByText', 'getByLabel', 'first', 'last', 'nth', 'filter', 'and', 'or', 'page']);
/** Reads, or waits for what is to be read. */
const reading: ReadonlySet<string> = new Set(['count', 'waitFor', 'inputValue', 'getAttribute', 'textContent', 'allTextContents', 'isChecked', 'toString', 'waitForEvent', 'setDefaultTimeout']);
const keys: ReadonlySet<string> = new Set(['press', 'type']);
/** What playwright itself reads of a locator that another is made with, and what any object may be asked. */
const inner: ReadonlySet<string> = new Set(['_frame', '_selector', 'then', 'constructor']);

const real = new WeakMap<object, object>();
const unwrapped = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const found = real.get(value);
  if (found !== undefined) return found;
  return Object.getPrototypeOf(value) === Object.prototype ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unwrapped(each)])) : value;
};

function only<T extends object>(target: T, allowed: (name: string) => 'find' | 'do' | 'keys' | null): T {
  const guarded = new Proxy(target, {
    get: (_, name) => {
      const key = String(name);
      const value: unknown = Reflect.get(target, name, target);
      if (typeof name === 'symbol' || inner.has(key)) return value;
      const as = allowed(key);
      if (as === 'keys') return only(value as object, (each) => (keys.has(each) ? 'do' : null));
      if (as === null || typeof value !== 'function') throw new Error(`Who has keys alone cannot do this: ${key}.`);
      return (...given: readonly unknown[]): unknown => {
        const answer: unknown = Reflect.apply(value, target, given.map(unwrapped));
        return as === 'find' ? readOnly(answer as Locator | Page) : answer;
      };
    },
  });
  real.set(guarded, target);
  return guarded;
}

const readOnly = <T extends Locator | Page>(part: T): T => only(part, (name) => (finding.has(name) ? 'find' : reading.has(name) ? 'do' : name === 'keyboard' ? 'keys' : null));

/** The page for who has keys alone; so is every locator that comes of it. */
export const keysOnly = (page: Page): Page => readOnly(page);

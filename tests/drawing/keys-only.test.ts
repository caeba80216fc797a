// What “by keys alone” rests on: the drawings by keyboard are given a page to which nothing can be done but pressing keys.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { keysOnly } from '../browser/drawing/keysOnly.ts';

/** A page that does nothing, and says what was done to it. */
function page(): { readonly page: Page; readonly done: string[] } {
  const done: string[] = [];
  const act = (name: string) => (...given: readonly unknown[]): Promise<void> => { done.push([name, ...given.filter((each) => typeof each === 'string')].join(' ')); return Promise.resolve(); };
  const locator: Record<string, unknown> = {};
  for (const name of ['click', 'dblclick', 'fill', 'focus', 'press', 'type', 'check', 'selectOption', 'hover', 'dispatchEvent', 'evaluate', 'evaluateAll', 'setInputFiles', 'dragTo', 'scrollIntoViewIfNeeded', 'count', 'inputValue', 'waitFor']) locator[name] = act(name);
  for (const name of ['locator', 'first', 'nth', 'and', 'filter']) locator[name] = (given?: unknown) => { done.push(`${name}${given === locator || (given as { readonly has?: unknown } | undefined)?.has === locator ? ' the real one' : ''}`); return locator; };
  const whole = { ...locator, keyboard: { press: act('keyboard.press'), type: act('keyboard.type'), insertText: act('keyboard.insertText') }, mouse: { click: act('mouse.click') }, goto: act('goto'), setContent: act('setContent'), addInitScript: act('addInitScript') };
  return { page: whole as unknown as Page, done };
}
const call = (target: unknown, name: string): unknown => (Reflect.get(target as object, name) as () => unknown)();

describe('who has keys alone', () => {
  test('presses keys and reads', async () => {
    const { page: real, done } = page();
    const guarded = keysOnly(real);
    await guarded.keyboard.press('Tab');
    await guarded.keyboard.type('Triage');
    const found = guarded.locator('button').first();
    await found.and(guarded.locator('a')).filter({ has: guarded.locator('b') }).count();
    expect(done).toEqual(['keyboard.press Tab', 'keyboard.type Triage', 'locator', 'first', 'locator', 'and the real one', 'locator', 'filter the real one', 'count']);
  });

  test.each(['click', 'dblclick', 'fill', 'focus', 'press', 'type', 'check', 'selectOption', 'hover', 'dispatchEvent', 'evaluate', 'evaluateAll', 'setInputFiles', 'dragTo', 'scrollIntoViewIfNeeded'])('cannot %s what is found', (name) => {
    const { page: real, done } = page();
    const found = keysOnly(real).locator('button').nth(0);
    done.length = 0;
    expect(() => call(found, name)).toThrow(name);
    expect(done).toEqual([]);
  });

  test.each(['click', 'fill', 'evaluate', 'goto', 'setContent', 'addInitScript', 'mouse'])('cannot %s on the page', (name) => {
    expect(() => call(keysOnly(page().page), name)).toThrow(name);
  });

  test('cannot put in text without keys', () => {
    expect(() => call(keysOnly(page().page).keyboard, 'insertText')).toThrow('insertText');
  });

  test('is whoever draws by keyboard', () => {
    const driver = readFileSync(new URL('../browser/kscp.long.ts', import.meta.url), 'utf8');
    const ways = [...driver.matchAll(/\b(\w+): \{ hand: (\w+), has: ([^,]+), view/g)].map(([, way, hand, has]) => [way, hand, has]);
    expect(ways).toEqual([['mouse', 'mouseDrawer', '(page) => page'], ['canvas', 'keyDrawer', 'keysOnly'], ['outline', 'keyDrawer', 'keysOnly']]);
  });
});

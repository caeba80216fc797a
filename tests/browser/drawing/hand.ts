// Two hands that can draw a whole procedure: one on the mouse, one on the keyboard. The second acts by key presses alone;
// it reads the page only to know how far away a control is and whether the focus came to it (see keysOnly.ts).
import type { Locator, Page } from 'playwright-core';

export interface DrawingHand {
  readonly press: (control: Locator) => Promise<void>;
  /** Puts these words in place of what a field holds, and keeps them. */
  readonly write: (field: Locator, words: string) => Promise<void>;
  /** Chooses from a list: the option at this place. */
  readonly pick: (list: Locator, at: number) => Promise<void>;
  /** Opens what one types in by this button and chooses the entry of this name; of several of one name, the one at this place. */
  readonly seek: (open: Locator, name: string, nth?: number) => Promise<void>;
  /** Opens or closes a folded part. */
  readonly fold: (summary: Locator) => Promise<void>;
}

export function mouseHand(page: Page): DrawingHand {
  const press = (control: Locator): Promise<void> => control.click();
  return {
    press, fold: press,
    write: async (field, words) => { await field.fill(words); await field.press('Enter'); },
    pick: async (list, at) => { await list.selectOption({ index: at }); },
    seek: async (open, name, nth = 0) => {
      await press(open);
      await page.locator('input[role="combobox"]:focus').fill(name);
      await entries(page).nth(await placeOf(page, name, nth)).click();
    },
  };
}

export function keyHand(page: Page): DrawingHand {
  const key = (name: string): Promise<void> => page.keyboard.press(name);
  const press = async (control: Locator): Promise<void> => { await reach(page, control); await key(await control.and(page.locator('input')).count() > 0 ? 'Space' : 'Enter'); };
  return {
    press, fold: press,
    write: async (field, words) => {
      await reach(page, field);
      await typeOver(page, words, await field.getAttribute('type') ?? 'text');
      await key('Enter');
    },
    pick: async (list, at) => {
      await reach(page, list);
      const now = await chosenAt(list);
      await key('Space');
      for (let step = 0; step < Math.abs(at - now); step++) await key(at > now ? 'ArrowDown' : 'ArrowUp');
      await key('Enter');
    },
    seek: async (open, name, nth = 0) => {
      await press(open);
      await page.locator('input[role="combobox"]:focus').waitFor();
      await page.keyboard.type(name);
      const at = await placeOf(page, name, nth);
      for (let step = 0; step < at; step++) await key('ArrowDown');
      await key('Enter');
    },
  };
}

/** The place of the option that a list says now. */
export const chosenAt = (list: Locator): Promise<number> => list.locator('option:has(~ option:checked)').count();

/** Types over what a field holds; a date or a time is typed part by part, and another line begins with Shift and Enter. */
async function typeOver(page: Page, words: string, type: string): Promise<void> {
  if (type === 'date') { await page.keyboard.type(words.split('-').toReversed().join('')); return; }
  if (type === 'time') { await page.keyboard.type(words.replace(':', '')); return; }
  await page.keyboard.press('Control+A');
  if (words === '') await page.keyboard.press('Delete');
  for (const [index, line] of words.split('\n').entries()) {
    if (index > 0) await page.keyboard.press('Shift+Enter');
    await page.keyboard.type(line);
  }
}

/** What is offered below the field one types in; the options of lists elsewhere on the page have the same role. */
export const entries = (page: Page): Locator => page.locator('li[role="option"]');
export const entryNames = (page: Page): Promise<readonly string[]> => entries(page).locator('.ed-grow').allTextContents();

/** Where, among the entries that are left, the one of this name stands. */
async function placeOf(page: Page, name: string, nth: number): Promise<number> {
  for (let tries = 0; ; tries++) {
    const names = await entryNames(page);
    const found = names.flatMap((each, at) => (each === name ? [at] : []))[nth];
    if (found !== undefined) return found;
    if (tries > 50) throw new Error(`“${name}” (${nth}) is not offered; offered are ${names.join(', ')}.`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** What Tab stops at, and those of them that stand before a control on the page. */
const stop = '[self::a[@href] or self::button or self::input or self::select or self::textarea or self::summary or @tabindex][not(@disabled)][not(@tabindex < 0)]';
const stopsBefore = (control: Locator): Promise<number> => control.locator(`xpath=preceding::*${stop}`).filter({ visible: true }).count();

/** Presses Tab, or Shift and Tab, until the focus is on the control: first as often as there are stops between, then looking again. */
export async function reach(page: Page, control: Locator): Promise<void> {
  const focus = page.locator(':focus');
  await control.waitFor();
  for (let tries = 0; tries < 40; tries++) {
    if (await control.and(focus).count() > 0) return;
    const far = await focus.count() === 0 ? 1 : await stopsBefore(control) - await stopsBefore(focus);
    const steps = far === 0 ? 1 : far;
    for (let step = 0; step < Math.abs(steps); step++) await page.keyboard.press(steps > 0 ? 'Tab' : 'Shift+Tab');
  }
  throw new Error(`Tab never comes to ${String(control)}.`);
}

// Two hands that can draw a whole procedure: one on the mouse, one on the keyboard. The second acts by key presses alone;
// it reads the page only to know how far away a control is and whether the focus came to it.
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
      await page.getByRole('combobox').and(page.locator('input:focus')).fill(name);
      await entries(page).nth(await placeOf(page, name, nth)).click();
    },
  };
}

export function keyHand(page: Page): DrawingHand {
  const key = (name: string): Promise<void> => page.keyboard.press(name);
  const press = async (control: Locator): Promise<void> => { await reach(page, control); await key(await control.evaluate((each) => each instanceof HTMLInputElement) ? 'Space' : 'Enter'); };
  return {
    press, fold: press,
    write: async (field, words) => {
      await reach(page, field);
      await typeOver(page, words, await field.evaluate((each) => (each instanceof HTMLInputElement ? each.type : 'text')));
      await key('Enter');
    },
    pick: async (list, at) => {
      await reach(page, list);
      const now = await list.evaluate((each) => (each as HTMLSelectElement).selectedIndex);
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

/** Where, among the entries that are left, the one of this name stands. */
async function placeOf(page: Page, name: string, nth: number): Promise<number> {
  const rows = entries(page);
  for (let tries = 0; ; tries++) {
    const names = await rows.evaluateAll((all) => all.map((each) => each.querySelector('.ed-grow')?.textContent ?? ''));
    const found = names.flatMap((each, at) => (each === name ? [at] : []))[nth];
    if (found !== undefined) return found;
    if (tries > 50) throw new Error(`“${name}” (${nth}) is not offered; offered are ${names.join(', ')}.`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Where a control lies from what has the focus, in presses of Tab: below nought it lies behind. Null when it cannot be had by Tab. */
const farAway = (control: Locator): Promise<number | null> => control.evaluate((wanted) => {
  const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')];
  const groups = new Set<string>();
  const stops = all.filter((each) => {
    if (each.tabIndex < 0 || (each as HTMLButtonElement).disabled || !each.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
    if (!(each instanceof HTMLInputElement) || each.type !== 'radio' || each.name === '') return true;
    const chosen = document.querySelector<HTMLInputElement>(`input[type="radio"][name="${CSS.escape(each.name)}"]:checked`);
    if (chosen !== null ? chosen !== each : groups.has(each.name)) return false;
    groups.add(each.name);
    return true;
  });
  if (!stops.includes(wanted as HTMLElement)) return null;
  const now = document.activeElement;
  if (now === null || now === document.body) return 1;
  const before = (each: HTMLElement): boolean => (each.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const at = stops.indexOf(now as HTMLElement);
  const to = stops.indexOf(wanted as HTMLElement);
  if (at >= 0) return to - at;
  const behind = stops.filter(before).length - 1;
  return to > behind ? to - behind : to - behind - 1;
});
const hasFocus = (control: Locator): Promise<boolean> => control.evaluate((each) => each === document.activeElement);

/** Presses Tab, or Shift and Tab, until the focus is on the control. */
export async function reach(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let tries = 0; tries < 60; tries++) {
    if (await hasFocus(control)) return;
    const far = await farAway(control);
    if (far === null && tries > 20) break;
    const steps = far === null || far === 0 ? 1 : far;
    for (let step = 0; step < Math.abs(steps); step++) await page.keyboard.press(steps > 0 ? 'Tab' : 'Shift+Tab');
  }
  throw new Error(`Tab never comes to ${String(control)}.`);
}

// Two ways to work the same page: a hand on the mouse, and a person who has the keyboard only. Both find each control
// by its role and accessible name; the keyboard reaches it by Tab and fails when Tab never comes there.
import type { Locator, Page } from 'playwright-core';

export interface Hand {
  /** Follows a link or presses a button. */
  readonly press: (control: Locator) => Promise<void>;
  /** Chooses a radio button. */
  readonly choose: (control: Locator) => Promise<void>;
  /** Ticks a box that is not ticked yet. */
  readonly tick: (control: Locator) => Promise<void>;
  /** Chooses from a list by the words of an option. */
  readonly pick: (control: Locator, option: string) => Promise<void>;
  /** Puts this text in place of what a field holds. */
  readonly write: (control: Locator, text: string) => Promise<void>;
  /** Selects a box of a diagram. */
  readonly select: (box: Locator) => Promise<void>;
}

export function mouse(): Hand {
  const click = (control: Locator): Promise<void> => control.click();
  return { press: click, choose: (control) => control.check(), tick: (control) => control.check(), pick: async (control, option) => { await control.selectOption({ label: option }); }, write: (control, text) => control.fill(text), select: click };
}

export function keyboard(page: Page): Hand {
  const key = (name: string): Promise<void> => page.keyboard.press(name);
  const press = async (control: Locator): Promise<void> => { await reach(page, control); await key('Enter'); };
  return {
    press,
    choose: async (control) => {
      await reach(page, control.or(inSameGroup(page, await nameOf(control))));
      await walk(page, control, 'ArrowDown');
      if (!(await control.isChecked())) await key('Space');
    },
    tick: async (control) => { await reach(page, control); await key('Space'); },
    pick: async (control, option) => {
      await reach(page, control);
      await page.keyboard.type(option);
      const chosen = await control.evaluate((list) => (list instanceof HTMLSelectElement ? list.selectedOptions[0]?.label : undefined));
      if (chosen !== option) throw new Error(`Typing “${option}” chose “${chosen}”.`);
    },
    write: async (control, text) => { await reach(page, control); await key('Control+A'); await page.keyboard.type(text); },
    select: async (box) => {
      await reach(page, page.getByRole('application').locator('[tabindex="0"]'));
      await walk(page, box, 'ArrowDown');
    },
  };
}

const nameOf = (control: Locator): Promise<string> => control.evaluate((radio) => (radio instanceof HTMLInputElement ? radio.name : ''));
const inSameGroup = (page: Page, name: string): Locator => page.locator(`input[type="radio"][name=${JSON.stringify(name)}]`);
/** True when one of these has the focus. */
const focused = (controls: Locator): Promise<boolean> => controls.evaluateAll((all) => all.some((each) => each === document.activeElement));

/** Presses Tab until the focus is on the control, at most once round the page. */
async function reach(page: Page, control: Locator): Promise<void> {
  await control.first().waitFor();
  for (let turn = 0; turn < 200; turn += 1) {
    if (await focused(control)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${String(control)}.`);
}

/** Presses an arrow until the focus is on the control. */
async function walk(page: Page, control: Locator, arrow: string): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) {
    if (await focused(control)) return;
    await page.keyboard.press(arrow);
  }
  throw new Error(`${arrow} never comes to ${String(control)}.`);
}

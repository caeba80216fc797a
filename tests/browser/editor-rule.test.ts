// The rule page and the source reader in Chromium: a rule is made from nothing and tried from the keyboard alone, a route's condition is
// changed by mouse, and what is read aloud, tried and tabled agrees; a passage is attached, cited from a stage, and the way back works.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { Given } from '../fixtures/editor/page/main.tsx';
import { appBrowser } from './browser.ts';
import { editorPage } from './editor-page.ts';

const app = appBrowser(editorPage);

const procedure = (page: Page): Promise<Procedure> => page.evaluate(() => (Reflect.get(window, 'given') as Given).procedure);
const open = async (query = ''): Promise<Page> => {
  const page = await app.open(query, { viewport: { width: 1280, height: 800 } });
  await page.waitForSelector('.react-flow__node');
  return page;
};

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let turn = 0; turn < 120; turn++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => { const at = document.activeElement; return at?.getAttribute('aria-label') === wanted || at?.textContent?.trim() === wanted; }, name)) return;
  }
  throw new Error(`Tab never came to ${name}.`);
}

async function keys(page: Page, ...pressed: readonly string[]): Promise<void> { for (const key of pressed) await page.keyboard.press(key); }

/** Which line has the focus in the same turn in which Enter was pressed. */
const focusAfterEnter = (page: Page): Promise<string | undefined> => page.evaluate(() => {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  return document.activeElement?.closest<HTMLElement>('[data-line]')?.dataset['line'];
});

describe('the rule page', () => {
  test('a rule is made from nothing and tried, from the keyboard alone', async () => {
    const page = await open('?stage=notify');
    const before = Object.keys((await procedure(page)).rules ?? {});
    await tabToStart(page, 'Rules about this');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Add a rule');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: /^Rule: / }).waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Tell at once');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Add a line');
    await keys(page, 'Enter');
    await page.keyboard.type('looked');
    await keys(page, 'Enter');
    await tabTo(page, 'Add a group');
    await keys(page, 'Enter');
    await page.keyboard.type('looked');
    expect(await focusAfterEnter(page), 'the focus is in the new group before the next key').toBe('1.0');
    const made = Object.entries((await procedure(page)).rules ?? {}).find(([id]) => !before.includes(id))?.[1];

    expect(made?.label).toBe('Tell at once');
    expect(made?.if).toMatchObject({ and: [{ var: expect.any(String) as string }, { or: [{ var: expect.any(String) as string }] }] });
    await expect.poll(() => page.locator('.ed-aloud').innerText()).toMatch(/^Read aloud/);
    await keys(page, 'Alt+ArrowLeft');
    await expect.poll(async () => Object.entries((await procedure(page)).rules ?? {}).find(([id]) => !before.includes(id))?.[1].if).toMatchObject({ and: [{ var: expect.any(String) as string }, { var: expect.any(String) as string }] });
    expect((await new AxeBuilder({ page }).analyze()).violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html ?? ''}`)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: /^Rule: / }).waitFor({ state: 'detached' });
  });

  test('answers tried say what the rule comes to, why, and what would turn it; the table marks them', async () => {
    const page = await open();
    await page.locator('.ed-insp').getByText('Rules', { exact: true }).click();
    await page.getByRole('button', { name: 'a looked-after child has died' }).click();
    await page.getByRole('radiogroup').first().getByText('Yes').click();
    await expect.poll(() => page.locator('.ed-rule-result').innerText()).toMatch(/would be (true|false)|Because/);

    expect(await page.locator('.ed-comb tbody tr').count()).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await page.locator('.ed-rule-result').innerText()).toContain('It cannot be said yet');
  });
});

describe('the source reader', () => {
  test('a text is attached, its lines are cited from the selected stage, and each leads to the other', async () => {
    const page = await open('?stage=notify');
    await page.locator('.ed-insp').getByText('Source', { exact: true }).click();
    await page.getByRole('button', { name: 'Read in place' }).first().click();
    await page.locator('.ed-passage-on input').uncheck();
    await page.getByRole('button', { name: 'Attach its text' }).click();
    await page.getByLabel('The text of the source').fill(`${'\n'.repeat(499)}The board is told within a week.\nIt answers in ten days.`);
    await page.getByRole('button', { name: 'Attach', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Choose line 500' }).check();
    await page.getByRole('checkbox', { name: 'Choose line 501' }).check();
    const before = (await procedure(page)).stages['notify']?.cites ?? [];
    await page.getByRole('button', { name: /^Cite from/ }).click();

    expect((await procedure(page)).stages['notify']?.cites).toEqual([...before, 'src#500-501']);
    expect((await new AxeBuilder({ page }).analyze()).violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html ?? ''}`)).toEqual([]);
    const title = String((await procedure(page)).stages['notify']?.label);
    await page.locator('.ed-passage', { hasText: 'It answers in ten days.' }).getByRole('button', { name: title, exact: true }).click();
    await page.getByRole('region', { name: 'Sources' }).waitFor({ state: 'detached' });
  });
});

async function tabToStart(page: Page, start: string): Promise<void> {
  for (let turn = 0; turn < 120; turn++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.textContent?.trim().startsWith(wanted) === true && document.activeElement.tagName === 'SUMMARY', start)) return;
  }
  throw new Error(`Tab never came to ${start}.`);
}

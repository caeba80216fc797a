// Practice is kept apart: putting it back touches no real case, and its people do not act in real ones.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { appBrowser } from './browser.ts';
import { openUnknown } from './opening.ts';

const app = appBrowser();

async function addNote(page: Page, words: string): Promise<void> {
  await page.getByRole('navigation', { name: 'This case' }).getByRole('link', { name: 'Notes' }).click();
  await page.getByLabel('Add a note').fill(words);
  await page.getByRole('button', { name: 'Add the note' }).click();
  await page.getByRole('listitem').filter({ hasText: words }).waitFor();
}
/** Tabs to the control of that name and presses Enter, as somebody without a mouse. */
async function press(page: Page, name: string, key = 'Enter'): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => { const at = document.activeElement; return at?.getAttribute('aria-label') ?? (at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : at?.textContent) ?? ''; });
    if (label.trim() === name) { await page.keyboard.press(key); return; }
  }
  throw new Error(`No control “${name}” is reached by the Tab key.`);
}

test('putting the practice data back removes what was entered there and leaves real cases as they are', async () => {
  const { tab } = await app.context();
  const page = await tab('cases/open?procedure=kscp');
  await openUnknown(page, 'R.L.');
  await addNote(page, 'A real note');
  const live = page.url();

  await page.goto(new URL('/practice', live).href);
  await page.waitForURL('**/practice/cases/practice-*');
  await addNote(page, 'A practice note');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Cases' }).click();
  await page.getByRole('button', { name: 'Put the practice data back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Put it back' }).click();
  await page.waitForURL('**/practice/cases/practice-*');

  await page.getByRole('navigation', { name: 'This case' }).getByRole('link', { name: 'Notes' }).click();
  await page.getByText('First reminder').waitFor();
  expect(await page.getByText('A practice note').count()).toBe(0);
  await page.goto(live);
  await page.getByText('A real note').waitFor();
  expect(await page.getByRole('button', { name: /Change whom you act as/ }).innerText()).toContain('R.L.');
});

test('with the keyboard alone, the practice case is opened, a reply is recorded, and focus goes to the result', async () => {
  const page = await app.open();
  await page.getByRole('link', { name: 'Open the practice case' }).waitFor();

  await press(page, 'Open the practice case');
  await page.waitForURL('**/practice/cases/practice-*');
  await page.getByText('Do this now').waitFor();
  await press(page, 'Record a reply or a chase');
  await page.getByRole('heading', { level: 1, name: /agency checks/ }).waitFor();
  await press(page, 'Record Housing');
  await page.getByRole('heading', { level: 1, name: 'What came from Housing?' }).waitFor();
  await press(page, 'InThe reply came', 'Space');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('radio', { name: /Receipt only/ }).waitFor();
  expect(await page.getByRole('radio', { name: /Receipt only/ }).isChecked()).toBe(true);
  await press(page, 'Record it');

  await page.getByText('Recorded: Housing').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toContain('Recorded: Housing');
});

// What is found, told and kept over the years, in the built app: the search by keyboard, a report with and without names,
// the figures of a year, settings, and a case erased at the end of its time, second journal included.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { appBrowser } from './browser.ts';
import { putSeed, seedOf } from './seeding.ts';
import type { Seed } from './seeding.ts';

const app = appBrowser();
let seed: Seed;
beforeAll(() => { seed = seedOf([{ walkthrough: 'tower-hamlets/walkthrough', steps: 30, notes: 2, initials: 'X.J.' }, { walkthrough: 'tower-hamlets/walkthrough', steps: 200, initials: 'Y.Z.' }, { walkthrough: 'kscp/local-review-at-christmas', steps: 14, initials: 'K.L.' }]); });
async function seeded(now: string): Promise<Page> {
  const { tab, context } = await app.context();
  await context.clock.setFixedTime(now);
  const page = await tab('start');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await putSeed(page, seed);
  return page;
}
const at = (page: Page, path: string) => page.goto(new URL(path, app.url()).href);
async function nothingForAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
async function download(page: Page, press: () => Promise<void>): Promise<string> {
  const coming = page.waitForEvent('download');
  await press();
  return (await coming).path();
}

test('the search finds a note by keyboard and leads to it; reports tell the case with and without names', async () => {
  const page = await seeded('2027-03-31T10:42:00Z');
  await at(page, 'cases');
  await page.getByRole('table').waitFor();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find' });
  await field.fill('spoke school');
  await page.getByRole('option').nth(1).waitFor();
  await nothingForAxe(page);
  expect(await page.getByRole('group', { name: /^Notes/ }).getByRole('option').count()).toBe(2);
  await field.press('ArrowDown');
  expect(await page.getByRole('option', { selected: true }).innerText()).toMatch(/Note, .*Case TH-2026-0001/);
  await field.press('Enter');
  await heading(page, 'Notes');
  expect(new URL(page.url()).search).toBe('');

  await page.getByRole('link', { name: 'Documents', exact: true }).click();
  await page.getByRole('link', { name: 'Reports of this case', exact: true }).click();
  await page.getByRole('link', { name: 'Record of decisions', exact: true }).click();
  await heading(page, 'Record of decisions');
  await nothingForAxe(page);
  expect(readFileSync(await download(page, () => page.getByRole('button', { name: 'Word', exact: true }).click())).subarray(0, 2).toString()).toBe('PK');
  await at(page, 'cases/seed-1/reports/summary');
  await heading(page, 'Case summary');
  expect(await page.getByRole('article').innerText()).toContain('X.J.');
  await page.getByRole('checkbox', { name: 'Without names' }).check();
  await page.getByText('Made without names.').waitFor();
  expect(await page.getByRole('article').innerText()).not.toContain('X.J.');

  await at(page, 'reports/year?year=2026');
  await page.getByRole('heading', { level: 2, name: 'Agencies', exact: true }).waitFor();
  await nothingForAxe(page);
  expect(await page.locator('.report-tiles li').first().innerText()).toMatch(/^3\s+Opened$/);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}, 120_000);

test('settings are kept, and a case at the end of its time is erased everywhere after a backup was read back', async () => {
  const page = await seeded('2033-04-01T10:00:00Z');
  await at(page, 'settings');
  await page.getByLabel('Name of the partnership').fill('Invented Town Partnership');
  await page.getByRole('button', { name: 'Add a person', exact: true }).click();
  await page.getByRole('button', { name: 'Save the settings', exact: true }).click();
  await page.getByRole('link', { name: 'Give the initials of person 1', exact: true }).click();
  await page.keyboard.type('A.B.');
  await page.getByLabel('Years: Tower Hamlets').fill('6');
  await nothingForAxe(page);
  await page.getByRole('button', { name: 'Save the settings', exact: true }).click();
  await page.locator('form').getByText('The settings were saved.').waitFor();
  await page.reload();
  await expect.poll(() => page.getByLabel('Name of the partnership').inputValue()).toBe('Invented Town Partnership');

  await at(page, 'settings/retention');
  await page.getByRole('link', { name: 'Erase this case TH-2026-0002', exact: true }).waitFor();
  await nothingForAxe(page);
  await expect.poll(() => kept(page, 'Y.Z.'), { timeout: 30_000 }).toEqual({ database: true, journal: true });
  await page.getByRole('link', { name: 'Erase this case TH-2026-0002', exact: true }).click();
  await heading(page, 'Erase the case TH-2026-0002?');
  await page.getByRole('button', { name: 'Erase the case', exact: true }).click();
  await page.getByRole('link', { name: 'Choose a backup that holds this case', exact: true }).waitFor();
  const backup = await download(page, () => page.getByRole('button', { name: 'Save a backup', exact: true }).click());
  await page.getByLabel('The backup you saved').setInputFiles(backup);
  await page.getByText('This backup holds the case entry for entry.').waitFor();
  await page.getByLabel('On what ground is it erased?').fill('Six years have passed.');
  await page.getByLabel('Type TH-2026-0002 to erase it').fill('TH-2026-0002');
  await page.getByRole('button', { name: 'Erase the case', exact: true }).click();
  await page.getByRole('cell', { name: 'Six years have passed.', exact: true }).waitFor();
  await expect.poll(() => kept(page, 'Y.Z.'), { timeout: 30_000 }).toEqual({ database: false, journal: false });
  expect(await kept(page, 'X.J.')).toEqual({ database: true, journal: true });

  await at(page, 'cases/seed-2');
  await page.getByText(/^This case was erased at the end of its time\..*their chain was checked and is whole\.$/).waitFor();
}, 120_000);

/** Whether a text stands anywhere in the live database, or in any file of the private file system. */
function kept(page: Page, text: string): Promise<{ readonly database: boolean; readonly journal: boolean }> {
  return page.evaluate(async (sought) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => { const request = indexedDB.open('caseway-live'); request.onsuccess = () => resolve(request.result); request.onerror = () => reject(new Error('not opened')); });
    const all = await Promise.all([...db.objectStoreNames].map((name) => new Promise<string>((resolve) => { const request = db.transaction(name).objectStore(name).getAll(); request.onsuccess = () => resolve(JSON.stringify(request.result)); })));
    db.close();
    const files = async (folder: FileSystemDirectoryHandle): Promise<readonly string[]> => {
      const texts: string[] = [];
      for await (const [, handle] of (folder as unknown as { entries(): AsyncIterable<[string, FileSystemHandle]> }).entries()) texts.push(...handle.kind === 'directory' ? await files(handle as FileSystemDirectoryHandle) : [await (await (handle as FileSystemFileHandle).getFile()).text()]);
      return texts;
    };
    const journal = await navigator.storage.getDirectory().then(files).catch(() => ['']); // a file is being replaced: asked again
    return { database: all.some((one) => one.includes(sought)), journal: journal.some((one) => one.includes(sought)) };
  }, text);
}

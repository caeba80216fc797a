// Texts that stand nowhere else are planted in every kind of field of live cases; then the profile folder of the browser is
// searched for them, byte by byte, as the browser leaves it. With the vault none is there; without it the same search finds
// them, so that a search that finds nothing says something.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appBrowser } from './browser.ts';
import { reportIncident } from './opening.ts';
import { figure, runs } from '../trust/runs.ts';

const app = appBrowser();
const PASSPHRASE = 'canary passphrase of many words';

/** Random letters that compress badly and stand nowhere else; ten, because initials may have no more. */
const canary = (): string => `Zq${Array.from({ length: 8 }, () => 'bcdfghjklmnpqrstvwxz'[Math.floor(Math.random() * 20)]).join('')}`;

/** Under which keys something typed is kept. */
const typedKeys = (): Promise<string[]> => new Promise((resolve, reject) => {
  const request = indexedDB.open('caseway-live-typed');
  request.onerror = () => reject(request.error ?? new Error('not opened'));
  request.onsuccess = () => {
    const all = request.result.transaction('typed').objectStore('typed').getAllKeys();
    all.onsuccess = () => { request.result.close(); resolve(all.result.map(String)); };
  };
});

async function notes(page: Page, count: number, take: () => string): Promise<void> {
  await page.getByRole('navigation', { name: 'This case' }).getByRole('link', { name: 'Notes' }).click();
  for (let n = 0; n < count; n += 1) {
    const words = take();
    await page.getByLabel('Add a note').fill(words);
    await page.getByRole('button', { name: 'Add the note' }).click();
    await page.locator('.cw-timeline').getByText(words).waitFor();
  }
  await page.getByLabel('Add a note').fill(take()); // typed and not saved: it is kept, too
  await expect.poll(() => page.evaluate(typedKeys)).toContainEqual(expect.stringMatching(/\/note$/));
}
async function seal(page: Page): Promise<void> {
  await page.goto(new URL('encryption', app.url()).href);
  await page.getByLabel('New passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('The new passphrase again').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Encrypt the cases' }).click();
  await page.locator('.trust-key').waitFor();
}
async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('heading', { name: 'Unlock the cases' }).waitFor({ state: 'detached' });
}

/** Every file of a folder that holds one of the texts, as UTF-8 or as UTF-16. */
function hits(folder: string, texts: readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    return texts.filter((text) => bytes.includes(Buffer.from(text, 'utf8')) || bytes.includes(Buffer.from(text, 'utf16le'))).map((text) => `${text} in ${path.slice(folder.length)}`);
  });
}

async function planted(sealed: boolean, count: number): Promise<{ readonly texts: readonly string[]; readonly found: readonly string[] }> {
  const profile = mkdtempSync(join(tmpdir(), 'caseway-canary-'));
  const texts: string[] = [];
  const take = (): string => { const text = canary(); texts.push(text); return text; };
  const { tab, context } = await app.onProfile(profile);
  try {
    const page = await tab();
    if (sealed) await seal(page);
    while (texts.length < count) {
      await page.goto(new URL('cases/open?procedure=tower-hamlets', app.url()).href);
      if (sealed) await unlock(page);
      await reportIncident(page, { person: take(), child: take(), reported: take() });
      await notes(page, Math.max(1, Math.min(12, count - texts.length - 1)), take);
    }
    await context.close();
    return { texts, found: hits(profile, texts) };
  } finally { await context.close(); rmSync(profile, { recursive: true, force: true, maxRetries: 5 }); }
}
test('with the vault nothing that was planted stands in the browser’s profile', async () => {
  const { texts, found } = await planted(true, runs(16));
  figure(`${texts.length} canaries with the vault: ${found.length} hits`);
  expect(found).toEqual([]);
});

test('without the vault the same search finds what was planted', async () => {
  const { texts, found } = await planted(false, 12);
  const seen = new Set(found.map((line) => line.split(' ')[0]));
  figure(`${texts.length} canaries without the vault: ${seen.size} of them found`);
  expect(seen.size).toBeGreaterThan(texts.length / 2);
});

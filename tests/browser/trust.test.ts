// Trust on the screens: encrypting, locking and unlocking; a broken record named and refused; backup, restore and wipe; a
// stranger's check of a case file; what stands in titles, addresses and what is left behind.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { appBrowser, type WatchedContext } from './browser.ts';
import { reportIncident } from './opening.ts';

const app = appBrowser();
const files = mkdtempSync(join(tmpdir(), 'caseway-files-'));
afterAll(() => rmSync(files, { recursive: true, force: true }));
const PASSPHRASE = 'correct horse battery';
const address = (path: string): string => new URL(path, app.url()).href;

async function nothingForAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
async function openCase(page: Page, child?: string): Promise<string> {
  await page.goto(address('cases/open?procedure=tower-hamlets'));
  return reportIncident(page, child === undefined ? {} : { child });
}
async function addNote(page: Page, words: string): Promise<void> {
  await page.getByRole('navigation', { name: 'This case' }).getByRole('link', { name: 'Notes' }).click();
  await page.getByLabel('Add a note').fill(words);
  await page.getByRole('button', { name: 'Add the note' }).click();
}
async function encrypt(page: Page): Promise<string> {
  await page.goto(address('encryption'));
  await page.getByLabel('New passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('The new passphrase again').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Encrypt the cases' }).click();
  return page.locator('.trust-key').innerText();
}
async function unlock(page: Page, typed = PASSPHRASE): Promise<void> {
  await page.getByLabel('Passphrase').fill(typed);
  await page.getByLabel('Your initials').fill('C.D.');
  await page.getByRole('button', { name: 'Unlock' }).click();
}
async function saved(page: Page, button: string, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button, exact: true }).click()]);
  const path = join(files, name);
  await download.saveAs(path);
  return path;
}
/** Changes one record of the database behind the application's back. */
async function meddle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((done) => {
    const request = indexedDB.open('caseway-live');
    request.onsuccess = () => {
      const transaction = request.result.transaction('events', 'readwrite');
      const cursor = transaction.objectStore('events').openCursor();
      cursor.onsuccess = () => {
        if (cursor.result?.value.seq === 2) cursor.result.update({ ...cursor.result.value, event: { ...cursor.result.value.event, payload: { words: 'Something else.' } } });
        cursor.result?.continue();
      };
      transaction.oncomplete = () => { request.result.close(); done(); };
    };
  }));
}

test('cases are encrypted, locked by a key in every tab, and opened with the passphrase or the recovery key', async () => {
  const { tab } = await app.context();
  const page = await tab();
  const place = await openCase(page);
  const recovery = await encrypt(page);
  expect(recovery).toMatch(/^([A-Z0-9]{4}-){7}[A-Z0-9]{4}$/);
  await nothingForAxe(page);
  await page.getByRole('button', { name: 'I have kept the recovery key' }).click();

  await unlock(page, 'not the passphrase');
  await page.getByRole('alert', { name: 'There is a problem' }).getByText('This is neither the passphrase nor the recovery key').waitFor();
  await nothingForAxe(page);
  await unlock(page, recovery.toLowerCase());
  await page.getByText('Encrypted with AES-GCM').waitFor();

  const second = await tab(new URL(place).pathname.slice(1));
  await second.locator('.case-id').getByText('Z.Z.').waitFor(); // the tab that is open hands it the key
  await page.keyboard.press('Control+l');
  for (const one of [page, second]) await one.getByRole('heading', { name: 'Unlock the cases' }).waitFor();
  for (const one of [page, second]) expect(await one.locator('body').innerText()).not.toContain('Z.Z.');
});

test('unlocked cases lock by themselves, after a warning that lets one stay', async () => {
  const { tab, context } = await app.context();
  const page = await tab();
  await encrypt(page);
  await context.clock.install();
  await page.goto(address('cases'));
  await unlock(page);
  await page.getByRole('heading', { name: 'Cases', level: 1 }).waitFor();

  await context.clock.runFor(9.5 * 60_000);
  await page.getByRole('dialog', { name: 'Are you still there?' }).getByRole('button', { name: 'Stay' }).click();
  await context.clock.runFor(5000);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await context.clock.runFor(10.5 * 60_000);
  await page.getByRole('heading', { name: 'Unlock the cases' }).waitFor();
});

test('a record that was changed is named with its place on the case page, and nothing can be added to it', async () => {
  const { tab } = await app.context();
  const page = await tab();
  await openCase(page);
  await addNote(page, 'The first note.');
  await page.locator('.cw-timeline').getByText('The first note.').waitFor();
  await meddle(page);
  await page.reload();

  await page.getByText(/entry 2 of 2 does not say what it said when it was written/).first().waitFor();
  await page.getByLabel('Add a note').fill('Another note.');
  await page.getByRole('button', { name: 'Add the note' }).click();
  await page.getByText(/Nothing was saved, and what you typed is kept/).first().waitFor();
  expect(await page.getByLabel('Add a note').inputValue()).toBe('Another note.');
  await nothingForAxe(page);
});

test('a backup read back lets the device be wiped, and brings everything back on an empty one', async () => {
  const { tab, allow } = await app.context({ acceptDownloads: true });
  allow(/Failed to load resource/);
  const page = await tab();
  const place = await openCase(page);
  await page.goto(address('where-is-my-data'));
  const backup = await saved(page, 'Save a backup', 'backup.json');
  await page.locator('#wipe-backup').setInputFiles(backup);
  await page.getByText('This backup holds the one case that is here, entry for entry.').last().waitFor();
  await page.getByLabel('Type “erase” to confirm').fill('erase');
  await page.getByRole('button', { name: 'Erase everything and start again' }).click();
  await page.getByRole('heading', { name: 'What would you like to do?' }).waitFor();
  await page.goto(place);
  await page.getByRole('heading', { name: 'This page is not here' }).waitFor();

  await page.goto(address('where-is-my-data'));
  await page.locator('#restore-file').setInputFiles(backup);
  await page.getByRole('region', { name: 'What this backup would do' }).getByText('1: TH-').waitFor();
  await nothingForAxe(page);
  await page.getByRole('button', { name: 'Restore what is missing' }).click();
  await page.getByText('One case is back.').waitFor();
  await page.goto(place);
  await page.locator('.case-id').getByText('Z.Z.').waitFor();
});

test('a hostile backup is refused in words, with its place, and changes nothing', async () => {
  const { tab } = await app.context();
  const page = await tab('where-is-my-data');
  const path = join(files, 'hostile.json');
  writeFileSync(path, '{"caseway":"backup","format":1,"scope":"store","made":1,"counts":{"cases":1,"events":0},"digest":"x"}');
  await page.locator('#restore-file').setInputFiles(path);
  await page.getByRole('alert').getByText('At /digest: expected a hash').waitFor();
});

test('a stranger checks a signed case file with the page alone; a changed one is refused with its place', async () => {
  const own = await app.context({ acceptDownloads: true });
  const page = await own.tab();
  await openCase(page);
  await page.goto(address('where-is-my-data'));
  await page.getByLabel('Case', { exact: true }).selectOption({ index: 1 });
  const file = await saved(page, 'Save a signed case file', 'case.json');
  const fingerprint = await page.locator('.trust-code').first().innerText();

  const stranger = await (await app.context()).tab('verify');
  await stranger.locator('#verify-file').setInputFiles(file);
  await stranger.getByRole('heading', { name: 'This file is as it was saved' }).waitFor();
  expect(await stranger.locator('main').innerText()).toContain(fingerprint);
  expect(await stranger.locator('main').innerText()).toContain('It does not prove who a person was');
  await nothingForAxe(stranger);
  writeFileSync(file, readFileSync(file, 'utf8').replace('"Z.Z."', '"Y.Y."'));
  await stranger.locator('#verify-file').setInputFiles([]);
  await stranger.locator('#verify-file').setInputFiles(file);
  await stranger.getByRole('heading', { name: 'This file is not as it was saved' }).waitFor();
  expect(await stranger.locator('main').innerText()).toContain('/events/0');
});

test('no title, address or stored word outside the stores says anything of a case; leaving quickly leaves an empty tab', async () => {
  const { tab } = await app.context();
  const page = await tab();
  await openCase(page, 'Qx.Zq.');
  const seen: string[] = [];
  for (const link of ['Now', 'Notes', 'People', 'History']) {
    await page.getByRole('navigation', { name: 'This case' }).getByRole('link', { name: link, exact: true }).click();
    seen.push(await page.title(), page.url());
  }
  seen.push(await page.evaluate(() => JSON.stringify({ ...localStorage })));
  for (const text of seen) for (const secret of ['Qx.Zq.', 'TH-20']) expect(text).not.toContain(secret);

  await page.getByRole('button', { name: 'Leave quickly' }).click();
  await page.waitForURL('about:blank');
});

test('a tab whose store was replaced by another says that it is out of date, and writes nothing', async () => {
  const { tab } = await app.context();
  const page = await tab();
  const place = await openCase(page);
  await page.evaluate(() => new Promise<void>((done) => {
    const request = indexedDB.open('caseway-live');
    request.onsuccess = () => {
      const meta = request.result.transaction('meta', 'readwrite').objectStore('meta');
      const kept = meta.get('state');
      kept.onsuccess = () => { meta.put({ ...kept.result, epoch: 99 }).onsuccess = () => { request.result.close(); done(); }; };
    };
  }));
  await addNote(page, 'From old code.');
  await page.getByText('This tab is out of date').last().waitFor();
  await nothingForAxe(page);
  await page.goto(place);
  await page.getByText('The cases here were last kept by a newer Caseway').last().waitFor();
});

test('at a new start and after half an hour away it is asked who is working, before anything is recorded under the initials remembered', async () => {
  const { tab, allow } = await app.context();
  allow(/404/);
  const first = await tab();
  const place = await openCase(first);
  const beside = await tab(new URL(place).pathname.slice(1));
  await expect.poll(() => beside.getByRole('button', { name: /Change whom you act as/ }).innerText()).toContain('A.B.');
  expect(await beside.getByText('Is it still you, A.B.?').count()).toBe(0);
  await first.close();
  // Not a page of Caseway, but of its origin: the browser lets go of a closed tab a moment later.
  await beside.goto(address('caseway.json'));
  await beside.evaluate(() => sessionStorage.clear());
  await expect.poll(() => beside.evaluate(() => navigator.locks.query().then(({ held = [] }) => held.length))).toBe(0);
  const page = beside;
  await page.goto(place);
  await page.getByText('Is it still you, A.B.?').waitFor();
  await page.getByRole('button', { name: 'Yes, I am A.B.' }).click();
  await page.evaluate(() => localStorage.setItem('caseway-seen', String(Date.now() - 31 * 60_000)));
  await page.goto(place);
  await page.getByText('Is it still you, A.B.?').waitFor();
  await page.getByRole('button', { name: 'No, somebody else' }).click();
  expect(await page.getByRole('button', { name: /Change whom you act as/ }).innerText()).not.toContain('A.B.');
});

async function offline(context: WatchedContext): Promise<Page> {
  const page = await context.tab();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.context.setOffline(true);
  return page;
}
test('Caseway works with the network off, once it was opened with it on', async () => {
  const context = await app.context({ serviceWorkers: 'allow' });
  const page = await offline(context);
  const place = await openCase(page);
  await page.reload();
  await page.locator('.case-id').getByText('Z.Z.').waitFor();
  await page.goto(address('procedures'));
  await page.getByRole('heading', { name: 'Procedures', level: 1 }).waitFor();
  await page.goto(place);
  await page.locator('.case-id').waitFor();
});

// The two journals in the browser: each write stands in both; an emptied or shorter database is an alarm and comes back;
// a wrong key writes nothing. The application's own write path, without screens.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { appBrowser } from './browser.ts';
import { trustPage } from './trust-page.ts';

const browser = appBrowser(trustPage());

async function started(page: Page): Promise<void> {
  expect(await page.evaluate(() => window.trust.open())).toBe('open');
  for (const id of ['a', 'b']) expect(await page.evaluate((one) => window.trust.begin(one), id)).toBe('saved');
  for (let n = 0; n < 6; n += 1) expect(await page.evaluate((id) => window.trust.note(Number(id) % 2 === 0 ? 'a' : 'b', `note-${id}`), n)).toBe('saved');
}
const emptied = (page: Page) => page.evaluate(() => new Promise<void>((done) => { window.trust.close(); const request = indexedDB.deleteDatabase('caseway-live'); request.onsuccess = () => done(); }));
const lostStore = (said: string): string => (JSON.parse(said.replace('vanished ', '')) as { journals: { store: string }[] }).journals[0]?.store ?? '';

test('what is saved stands in the database and in the journal, also after the page was loaded anew', async () => {
  const { tab } = await browser.context();
  const page = await tab();
  await started(page);
  const journal = await page.evaluate(() => window.trust.journal());
  expect(journal).toMatchObject({ bad: 0, torn: 0, differ: 0 });
  expect(journal.heads.map(({ case: id, seq }) => `${id} ${seq}`).toSorted()).toEqual(['a 4', 'b 4']);

  await page.reload();
  expect(await page.evaluate(() => window.trust.open())).toBe('open');
  expect(await page.evaluate(() => window.trust.compared())).toEqual({ shorter: [], behind: 0, differ: 0 });
});

test('a database that was emptied is an alarm, and comes back whole from the journal', async () => {
  const { tab } = await browser.context();
  const page = await tab();
  await started(page);
  const before = await page.evaluate(() => window.trust.kept());
  await emptied(page);
  await page.reload();

  const said = await page.evaluate(() => window.trust.open());

  expect(said).toMatch(/^vanished/);
  expect(said).toContain('"cases":2,"events":8');
  expect(await page.evaluate((store) => window.trust.heal(store), lostStore(said))).toMatchObject({ cases: 2, events: 8, cut: [] });
  expect(await page.evaluate(() => window.trust.open())).toBe('open');
  expect(await page.evaluate(() => window.trust.kept())).toEqual(before);
  expect(await page.evaluate(() => window.trust.note('a', 'after'))).toBe('saved');
  expect((await page.evaluate(() => window.trust.check())).well).toBe(true);
});

test('a database that lost the end of a case is told, and filled up', async () => {
  const { tab } = await browser.context();
  const page = await tab();
  await started(page);
  await page.evaluate(() => new Promise<void>((done, failed) => {
    const request = indexedDB.open('caseway-live');
    request.onsuccess = () => {
      const transaction = request.result.transaction(['events', 'rows'], 'readwrite');
      transaction.objectStore('events').delete(IDBKeyRange.bound(['a', 3], ['a', 99]));
      const row = transaction.objectStore('rows').get('a');
      row.onsuccess = () => transaction.objectStore('rows').put({ ...row.result, seq: 2 });
      transaction.oncomplete = () => { request.result.close(); done(); };
      transaction.onabort = () => failed(transaction.error);
    };
  }));
  await page.reload();
  await page.evaluate(() => window.trust.open());
  expect(await page.evaluate(() => window.trust.compared())).toMatchObject({ shorter: ['a'] });
  expect((await page.evaluate(() => window.trust.kept())).filter((line) => line.startsWith('a '))).toHaveLength(4);
  expect((await page.evaluate(() => window.trust.check())).well).toBe(true);
});

test('a journal that was lost is written anew from the database', async () => {
  const { tab } = await browser.context();
  const page = await tab();
  await started(page);
  await page.reload();
  await page.evaluate(async () => { const root = await navigator.storage.getDirectory(); await root.removeEntry('caseway-live', { recursive: true }); });
  await page.evaluate(() => window.trust.open());
  await page.evaluate(() => window.trust.compared());
  expect((await page.evaluate(() => window.trust.journal())).heads.map(({ seq }) => seq)).toEqual([4, 4]);
});

test('two tabs write to files of their own, and either alone brings back what both acknowledged', async () => {
  const { tab } = await browser.context();
  const [left, right] = [await tab(), await tab()];
  await started(left);
  expect(await right.evaluate(() => window.trust.open())).toBe('open');
  for (let n = 0; n < 10; n += 1) expect(await (n % 2 === 0 ? left : right).evaluate((id) => window.trust.note('a', `both-${id}`), n)).toBe('saved');
  const before = await left.evaluate(() => window.trust.kept());
  await right.evaluate(() => window.trust.close());
  await emptied(left);
  await right.close();
  await left.reload();
  const said = await left.evaluate(() => window.trust.open());
  await left.evaluate((store) => window.trust.heal(store), lostStore(said));
  await left.evaluate(() => window.trust.open());
  expect(await left.evaluate(() => window.trust.kept())).toEqual(before);
});

test('many starts leave one journal file for those that no tab writes to any more', async () => {
  const { tab } = await browser.context();
  const page = await tab();
  await started(page);
  for (let n = 0; n < 8; n += 1) {
    await page.reload();
    await page.evaluate(() => window.trust.open());
    await page.evaluate((id) => window.trust.note('a', `start-${id}`), n);
    await page.evaluate(() => window.trust.compared());
    await page.waitForTimeout(100);
  }
  const journal = await page.evaluate(() => window.trust.journal());
  expect(journal.files).toBeLessThan(8);
  expect(journal.heads.map(({ seq }) => seq).toSorted()).toEqual([12, 4]);
});

test('a sealed store brings everything back from a sealed journal, with the passphrase only', async () => {
  const { tab } = await browser.context();
  const page = await tab();
  expect(await page.evaluate(() => window.trust.seal('correct horse battery'))).toBe('open');
  for (const id of ['a', 'b']) expect(await page.evaluate((one) => window.trust.begin(one), id)).toBe('saved');
  expect(await page.evaluate(() => window.trust.note('a', 'a-secret-note'))).toBe('saved');
  const before = await page.evaluate(() => window.trust.kept());
  await emptied(page);
  await page.evaluate(() => { localStorage.clear(); indexedDB.deleteDatabase('caseway-installation'); });
  await page.reload();

  expect(await page.evaluate(() => window.trust.open())).toBe('Locked');
  expect(await page.evaluate(() => window.trust.open('not it'))).toBe('wrong');
  const said = await page.evaluate(() => window.trust.open('correct horse battery'));
  expect(said).toMatch(/^vanished/);
  await page.evaluate((store) => window.trust.heal(store), lostStore(said));
  expect(await page.evaluate(() => window.trust.open())).toBe('open');
  expect(await page.evaluate(() => window.trust.kept())).toEqual(before);
});

test('a store begun anew leaves the journal of the lost one where it is', async () => {
  const { tab } = await browser.context();
  const page = await tab();
  await started(page);
  await emptied(page);
  await page.reload();
  const lost = lostStore(await page.evaluate(() => window.trust.open()));
  await page.evaluate((store) => window.trust.setAside(store), lost);
  expect(await page.evaluate(() => window.trust.open())).toBe('open');
  await page.evaluate(() => window.trust.compared());
  expect(await page.evaluate(() => window.trust.begin('c'))).toBe('saved');

  const stores = await page.evaluate(() => window.trust.stores());
  expect(stores.map(({ store, events, aside }) => [store === lost, events, aside]).toSorted()).toEqual([[false, 1, false], [true, 8, true]]);
});

test('an encryption that was interrupted before anything was sealed leaves the cases open', async () => {
  const { tab } = await browser.context();
  const page = await tab();
  await started(page);
  await page.evaluate(() => window.trust.keepHeaderOnly('correct horse battery'));
  await page.reload();
  expect(await page.evaluate(() => window.trust.open())).toBe('open');
  expect((await page.evaluate(() => window.trust.kept())).length).toBe(8);
});

// The store's contract on the browser's own IndexedDB, and two real tabs on one case.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storeContract } from '../contracts/store.ts';
import { appBrowser } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'caseway-contract-'));
beforeAll(async () => {
  await build({
    configFile: false, logLevel: 'error', root: fileURLToPath(new URL('../contracts/page', import.meta.url)),
    build: { outDir: folder, emptyOutDir: true, modulePreload: false },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const browser = appBrowser(folder);

declare global {
  interface Window {
    runExample(name: string): Promise<string | undefined>;
    workAsTab(tab: string, total: number): Promise<number>;
    keptEvents(): Promise<readonly string[]>;
  }
}

it.each(storeContract.map(({ name }) => name))('in the browser: %s', async (name) => {
  const page = await browser.open();

  expect(await page.evaluate((example) => window.runExample(example), name)).toBeUndefined();
});

it('two tabs of one browser, 200 commands each on one case: none lost, none doubled', async () => {
  const { tab } = await browser.context();
  const [left, right] = await Promise.all([tab(), tab()]);

  await Promise.all([left.evaluate(() => window.workAsTab('left', 200)), right.evaluate(() => window.workAsTab('right', 200))]);

  const kept = await left.evaluate(() => window.keptEvents());
  expect(kept.map((line) => Number(line.split(' ')[0]))).toEqual(Array.from({ length: 400 }, (_, i) => i + 1));
  expect(new Set(kept.map((line) => line.split(' ')[1])).size).toBe(400);
});

// The browser is killed at random points while it writes. What was acknowledged is there at the next start, once and
// whole, in the database or brought back from the second journal.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { chance, figure, runs, seed } from '../trust/runs.ts';
import { killBrowserOn } from './processes.ts';
import { trustPage } from './trust-page.ts';

const folder = trustPage();
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'];
const PER_PROFILE = 20;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => { server = await serve({ folder, port: 0, version: 'kills' }); });
afterAll(() => server.close());

interface Found { readonly acknowledged: number; readonly lost: readonly string[]; readonly doubled: number; readonly wiped: number; readonly brokenAt: readonly string[]; readonly unacknowledged: number }

async function launch(profile: string): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await chromium.launchPersistentContext(profile, { executablePath: findBrowser({ platform: process.platform, env: process.env }) ?? chromium.executablePath(), args: flags, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(server.url);
  return { context, page };
}

/** Opens the store whatever became of it, and tells whether it had to be brought back. */
async function recovered(page: Page): Promise<boolean> {
  const said = await page.evaluate(() => window.trust.open());
  if (said.startsWith('vanished')) {
    const [best] = (JSON.parse(said.replace('vanished ', '')) as { journals: { store: string; events: number }[] }).journals.toSorted((a, b) => b.events - a.events);
    await page.evaluate((store) => window.trust.heal(store), best?.store ?? '');
    expect(await page.evaluate(() => window.trust.open())).toBe('open');
    return true;
  }
  expect(said).toBe('open');
  return (await page.evaluate(() => window.trust.compared())).shorter.length > 0;
}

/** One profile, killed `kills` times; `sabotage` runs in the page before each check, to show that the harness sees a loss. */
async function campaign(kills: number, random: () => number, sabotage?: (page: Page) => Promise<void>): Promise<Found> {
  const profile = mkdtempSync(join(tmpdir(), 'caseway-kill-'));
  const acknowledged: string[] = [];
  const found = { lost: new Set<string>(), doubled: 0, wiped: 0, brokenAt: [] as string[], unacknowledged: 0 };
  const look = async (page: Page): Promise<void> => {
    if (await recovered(page)) found.wiped += 1;
    if (sabotage) await sabotage(page);
    const kept = await page.evaluate(() => window.trust.kept());
    for (const id of acknowledged) if (!kept.includes(id)) found.lost.add(id);
    found.doubled += kept.length - new Set(kept).size;
    found.unacknowledged = kept.length - new Set(acknowledged).size;
    const checked = await page.evaluate(() => window.trust.check());
    if (!checked.well) found.brokenAt.push(...checked.words);
  };
  try {
    for (let n = 0; n < kills; n += 1) {
      const { page } = await launch(profile);
      await look(page);
      let first: () => void = () => undefined;
      const begun = new Promise<void>((done) => { first = done; });
      await page.exposeFunction('acknowledged', (id: string) => { if (id.startsWith('?')) found.brokenAt.push(id); else acknowledged.push(id); first(); });
      const cases = [`${n}a`, `${n}b`];
      for (const id of cases) if (await page.evaluate((one) => window.trust.begin(one), id) === 'saved') acknowledged.push(`${id} open-${id}`);
      void page.evaluate(([ids, name]) => window.trust.keepWriting(ids, name, (id) => window.acknowledged(id)), [cases, `w${n}`] as const).catch(() => undefined);
      await begun;
      await new Promise((done) => setTimeout(done, 40 + random() * 400));
      expect(killBrowserOn(profile)).toBeGreaterThan(1);
    }
    const { context, page } = await launch(profile);
    await look(page);
    // A person repeats what was not acknowledged: the same command again is kept once.
    const before = await page.evaluate(() => window.trust.kept());
    for (const line of before.slice(-3)) { const [owner = '', id = ''] = line.split(' '); await page.evaluate(([one, again]) => window.trust.note(one, again), [owner, id] as const); }
    found.doubled += (await page.evaluate(() => window.trust.kept())).length - before.length;
    await context.close();
  } finally { killBrowserOn(profile); rmSync(profile, { recursive: true, force: true, maxRetries: 5 }); }
  return { ...found, acknowledged: acknowledged.length, lost: [...found.lost] };
}

test('a browser killed while it writes loses nothing that was acknowledged, doubles nothing, and leaves no record broken', async () => {
  const random = chance(seed);
  const total = runs(3);
  const sum = { acknowledged: 0, lost: 0, doubled: 0, wiped: 0, broken: 0 };
  for (let left = total; left > 0; left -= PER_PROFILE) {
    const found = await campaign(Math.min(left, PER_PROFILE), random);
    sum.acknowledged += found.acknowledged; sum.lost += found.lost.length; sum.doubled += found.doubled; sum.wiped += found.wiped; sum.broken += found.brokenAt.length;
    figure(`${total - left + Math.min(left, PER_PROFILE)} kills: ${JSON.stringify(sum)} ${found.brokenAt.slice(0, 3).join(' | ')} ${found.lost.slice(0, 3).join(' | ')}`);
  }
  expect(sum.acknowledged).toBeGreaterThan(total);
  expect({ lost: sum.lost, doubled: sum.doubled, broken: sum.broken }).toEqual({ lost: 0, doubled: 0, broken: 0 });
});

test('a database that forgets an acknowledged entry is seen by this harness', async () => {
  const forget = (page: Page) => page.evaluate(() => new Promise<void>((done) => {
    const request = indexedDB.open('caseway-live');
    request.onsuccess = () => {
      const transaction = request.result.transaction('events', 'readwrite');
      const cursor = transaction.objectStore('events').openCursor(null, 'prev');
      cursor.onsuccess = () => { cursor.result?.delete(); };
      transaction.oncomplete = () => { request.result.close(); done(); };
    };
  }));
  const found = await campaign(1, chance(seed), forget);
  expect(found.lost.length + found.brokenAt.length).toBeGreaterThan(0);
});

// The browser is killed at random points while it writes (ending.ts): nothing that was acknowledged is lost.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import { chance, figure, runs, seed } from '../trust/runs.ts';
import { added, endings, nothingFound, type Computer } from './ending.ts';
import { killBrowserOn } from './processes.ts';
import { trustPage } from './trust-page.ts';

const folder = trustPage();
const PER_PROFILE = 20;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => { server = await serve({ folder, port: 0, version: 'kills' }); });
afterAll(() => server.close());

function computer(): Computer {
  const profile = mkdtempSync(join(tmpdir(), 'caseway-kill-'));
  return {
    profile,
    end: async () => { expect(killBrowserOn(profile)).toBeGreaterThan(1); },
    remove: async () => { killBrowserOn(profile); rmSync(profile, { recursive: true, force: true, maxRetries: 5 }); },
  };
}

test('a browser killed while it writes loses nothing that was acknowledged, doubles nothing, and leaves no record broken', async () => {
  const random = chance(seed);
  const total = runs(3);
  let sum = nothingFound;
  for (let left = total; left > 0; left -= PER_PROFILE) {
    const found = await endings(server.url, computer(), Math.min(left, PER_PROFILE), random);
    sum = added(sum, found);
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
  const found = await endings(server.url, computer(), 1, chance(seed), { page: forget });
  expect(found.lost.length + found.brokenAt.length).toBeGreaterThan(0);
});

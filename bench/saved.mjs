// A task to "Saved", in both journals, beside a raw strict transaction of the same bytes: the page of the trust harness in
// Chromium, on a profile on disk as people have it.  node bench/saved.mjs
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { needBrowser } from '../scripts/find-browser.mjs';
import { serve } from '../scripts/serve.mjs';

/** Medians over interleaved rounds; the page writes notes on one case. */
export async function benchSavedAct(rounds = 150) {
  const [folder, profile] = ['page', 'profile'].map((name) => mkdtempSync(join(tmpdir(), `caseway-bench-saved-${name}-`)));
  await build({ configFile: false, logLevel: 'error', root: fileURLToPath(new URL('../tests/trust/page', import.meta.url)), build: { outDir: folder, emptyOutDir: true, modulePreload: false, target: 'es2022' } });
  const server = await serve({ folder, port: 0, version: 'bench' });
  const context = await chromium.launchPersistentContext(profile, { executablePath: await needBrowser(), args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'] });
  try {
    const page = await context.newPage();
    await page.goto(server.url);
    await page.waitForFunction(() => 'trust' in window);
    return await page.evaluate(async (n) => { await window.trust.open(); await window.trust.begin('bench'); return window.trust.bench('bench', n); }, rounds);
  } finally {
    await context.close();
    await server.close();
    for (const path of [folder, profile]) rmSync(path, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const { name, median, ratio } of await benchSavedAct()) console.log(`${name.padEnd(48)} ${median.toFixed(2).padStart(6)} ms   ${ratio.toFixed(2)}`);

// The store in Chromium beside raw IndexedDB, on the same machine in one run; and the size of the first screen.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { needBrowser } from '../scripts/find-browser.mjs';
import { serve } from '../scripts/serve.mjs';
import { largeProcedure } from './large-procedure.mjs';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'];

/** Register and accept, each a title with rows of median milliseconds and ratio to the first. */
export async function benchBrowser({ cases = 100_000, rounds = 200 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'caseway-bench-'));
  const profile = mkdtempSync(join(tmpdir(), 'caseway-bench-profile-'));
  await build({ configFile: false, logLevel: 'error', root: fileURLToPath(new URL('./browser', import.meta.url)), build: { outDir: folder, emptyOutDir: true, modulePreload: false } });
  const server = await serve({ folder, port: 0, version: 'bench' });
  const context = await chromium.launchPersistentContext(profile, { executablePath: await needBrowser(), args: flags }); // on disk, as people have it
  try {
    const page = await context.newPage();
    await page.goto(server.url);
    const procedure = largeProcedure(15);
    return [
      { title: 'accepting ten commands, strict', rows: await page.evaluate(([p, n]) => window.benchAccept(p, n), [procedure, 60]) },
      { title: `first page of the register over ${cases.toLocaleString('en-GB')} cases`, rows: await page.evaluate(([total, n]) => window.benchRegister(total, n), [cases, rounds]) },
    ];
  } finally {
    await context.close();
    await server.close();
    for (const path of [folder, profile]) rmSync(path, { recursive: true, force: true });
  }
}

/** Bytes of JavaScript, gzip, that the page asks for before it shows anything: its entry and what that imports. */
export function firstScreen() {
  const root = new URL('../dist/app/', import.meta.url);
  const html = readFileSync(new URL('index.html', root), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path);
  const sizes = scripts.map((path) => ({ name: path, bytes: gzipSync(readFileSync(new URL(path, root)), { level: 9 }).length }));
  return { sizes, total: sizes.reduce((sum, { bytes }) => sum + bytes, 0) };
}

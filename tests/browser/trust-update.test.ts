// A newer Caseway: the page that is open goes on with the one it was loaded with, says that another is ready, and takes it
// up when asked, never before. Two builds served one after the other at one address.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { PATIENCE } from './browser.ts';

const built = fileURLToPath(new URL('../../dist/app', import.meta.url));
const newer = mkdtempSync(join(tmpdir(), 'caseway-newer-'));
afterAll(() => rmSync(newer, { recursive: true, force: true }));

/** The same build under another name, marked in its page. */
function layNewer(): void {
  cpSync(built, newer, { recursive: true });
  const worker = join(newer, 'service-worker.js');
  writeFileSync(worker, readFileSync(worker, 'utf8').replace(/'caseway-[0-9a-f]{16}'/, "'caseway-00000000000000ff'"));
  const page = join(newer, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<html lang="en-GB">', '<html lang="en-GB" data-build="newer">'));
}

test('a newer Caseway waits until it is asked for, and nothing typed is lost', async () => {
  layNewer();
  let server = await serve({ folder: built, port: 0, version: 'old' });
  const address = server.url;
  const browser = await chromium.launch({ executablePath: findBrowser({ platform: process.platform, env: process.env }) ?? chromium.executablePath(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await (await browser.newContext({ timezoneId: 'Europe/London' })).newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(address);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.goto(`${address}cases/open?procedure=tower-hamlets`);
    await page.getByLabel('An incident is reported').check();
    await page.getByLabel('Your initials').fill('A.B.');

    const { port } = new URL(address);
    await server.close();
    server = await serve({ folder: newer, port: Number(port), version: 'new' });
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => one?.update()).then(() => undefined));

    await page.getByText('A newer Caseway is ready').waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset['build'] ?? 'old')).toBe('old');
    expect(await page.getByLabel('Your initials').inputValue()).toBe('A.B.');
    await page.getByText(/^Kept \d/).waitFor();
    await page.getByRole('button', { name: 'Use it now' }).click();
    await page.waitForFunction(() => document.documentElement.dataset['build'] === 'newer');
    await expect.poll(() => page.getByLabel('Your initials').inputValue()).toBe('A.B.');
  } finally { await browser.close(); await server.close(); }
});

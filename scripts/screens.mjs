// `npm run screens`: takes the pictures of docs/screens again, from the built app (`npm run build:app` first) and with
// invented cases. With a pattern only those: `npm run screens -- ^case`. The pictures that show a story of several people
// (merging, signing, rehearsing) are not among them; they are taken by hand.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { needBrowser } from './find-browser.mjs';
import { screens, wanted } from './screens-list.mjs';
import { seeding } from './seeding.mjs';
import { serve } from './serve.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const NOON = '2026-12-31T10:42';
const sizeOf = ({ name, size }) => size ?? (name.endsWith('-360') ? [360, 740] : [1280, 800]);

/** A page of its own for a picture, its clock standing still, with the invented cases in it or with the app's own start. */
async function pageFor(browser, url, screen, { seed, putSeed }) {
  const [width, height] = sizeOf(screen);
  const context = await browser.newContext({ serviceWorkers: 'block', timezoneId: 'Europe/London', locale: 'en-GB', viewport: { width, height } });
  if (!screen.practice) await context.clock.setFixedTime(new Date(`${screen.at ?? NOON}:00Z`));
  const page = await context.newPage();
  await page.goto(new URL('start', url).href);
  await page.locator('h1').first().waitFor();
  if (screen.who === undefined) return page;
  await putSeed(page, seed);
  await page.evaluate((who) => {
    localStorage.setItem('caseway-who', JSON.stringify({ live: who }));
    localStorage.setItem('caseway-seen', String(Date.now() + 1e11));
    localStorage.setItem('caseway-backup-later', '4000000000000');
    sessionStorage.setItem('caseway-here', '1');
  }, screen.who);
  return page;
}

async function take(page, url, screen) {
  await page.goto(new URL(screen.path, url).href);
  await page.locator('h1').first().waitFor();
  await screen.act?.(page);
  // Fonts, pictures of the diagram and what is worked out behind the page come after the heading.
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500);
  await page.screenshot({ path: at(`docs/screens/${screen.name}.png`), fullPage: screen.whole === true });
}

const only = new RegExp(process.argv[2] ?? '');
const { seedOf, putSeed } = await seeding();
const seed = seedOf(wanted);
const server = await serve({ folder: at('dist/app'), port: 0, version: 'screens' });
const browser = await chromium.launch({ executablePath: await needBrowser(), args: ['--no-sandbox'] });
for (const screen of screens.filter(({ name }) => only.test(name))) {
  const page = await pageFor(browser, server.url, screen, { seed, putSeed });
  await take(page, server.url, screen);
  await page.context().close();
  console.log(screen.name);
}
await browser.close();
await server.close();

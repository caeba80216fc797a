// The staff's day with 2,000 cases of 60 events: from a cold page to Today, and from a click to a case. The cases are
// invented ones that the engine makes from the shipped walkthroughs; they are put into the page's own database.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { needBrowser } from '../scripts/find-browser.mjs';
import { seeding } from '../scripts/seeding.mjs';
import { serve } from '../scripts/serve.mjs';
import { searching } from './search.mjs';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'];
const root = fileURLToPath(new URL('..', import.meta.url));
const now = '2026-12-31T10:42:00Z';

/** The walkthroughs up to a moment each, over and over, filled with notes to so many events. */
function wanted(total, events) {
  const kinds = [['tower-hamlets/walkthrough', 18], ['tower-hamlets/walkthrough', 30], ['kscp/local-review-at-christmas', 3], ['kscp/local-review-at-christmas', 14], ['trafford/walkthrough', 9]];
  return Array.from({ length: total }, (_, n) => { const [walkthrough, steps] = kinds[n % kinds.length]; return { walkthrough, steps, notes: Math.max(0, events - steps) }; });
}
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Puts the cases into the database of a page of its own, in a fresh profile. */
async function filled(context, url, cases, events) {
  const { seedOf, putSeed } = await seeding();
  const seed = seedOf(wanted(cases, events));
  const page = await context.newPage();
  await page.goto(new URL('start', url).href);
  await page.locator('h1').waitFor();
  await putSeed(page, seed);
  await context.close();
}
/**
 * Median milliseconds from navigation to the first task of Today, and from a click on a case to its page. `folder`: the
 * built app. `kept`: a profile to fill once and to measure on again later, since filling takes longer than measuring; the
 * port is part of a page's origin, so it is fixed then.
 */
export async function benchToday({ cases = 2000, events = 60, rounds = 5, folder = join(root, 'dist/app'), kept } = {}) {
  const profile = kept ?? mkdtempSync(join(tmpdir(), 'caseway-bench-today-'));
  const isFilled = kept !== undefined && existsSync(kept);
  const server = await serve({ folder, port: kept === undefined ? 0 : 4917, version: 'bench' });
  const launch = async () => chromium.launchPersistentContext(profile, { executablePath: await needBrowser(), args: flags, timezoneId: 'Europe/London', serviceWorkers: 'block' }); // a kept profile would answer with the files it was filled with
  const open = async () => {
    const context = await launch();
    await context.clock.setFixedTime(now);
    return context;
  };
  const [toToday, toCase] = [[], []];
  let found = [];
  try {
    if (!isFilled) await filled(await open(), server.url, cases, events);
    if (kept !== undefined && !isFilled) return [];
    for (let round = 0; round < rounds; round += 1) {
      const context = await open();
      const tab = await context.newPage();
      const began = performance.now();
      await tab.goto(new URL('today?who=all', server.url).href, { waitUntil: 'commit' });
      await tab.locator('.today-tasks li').first().waitFor();
      toToday.push(performance.now() - began);
      await tab.locator('.today-case').nth(round).evaluate((link) => {
        const clicked = performance.now();
        const seen = new MutationObserver(() => { if (document.querySelector('.case-grid') !== null) { Reflect.set(window, 'opened', performance.now() - clicked); seen.disconnect(); } });
        seen.observe(document.body, { childList: true, subtree: true });
        link.click();
      });
      await tab.locator('.case-grid').waitFor();
      toCase.push(await tab.evaluate(() => Reflect.get(window, 'opened')));
      await context.close();
    }
    const timed = await launch(); // with the computer's own clock: a clock that stands still tells no durations
    const tab = await timed.newPage();
    await tab.goto(new URL('cases', server.url).href);
    found = await searching(tab, cases);
    await timed.close();
  } finally {
    await server.close();
    if (kept === undefined) rmSync(profile, { recursive: true, force: true });
  }
  return [{ name: `cold open to Today over ${cases.toLocaleString('en-GB')} cases of ${events} events`, median: median(toToday), rounds: toToday }, { name: 'opening one of them', median: median(toCase), rounds: toCase }, ...found];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // node bench/today.mjs [FOLDER OF THE APP] [PROFILE TO KEEP]: with a profile, the first run fills it and the next ones measure.
  const [, , folder, kept] = process.argv;
  for (const { name, median: middle, rounds } of await benchToday({ ...(folder === undefined ? {} : { folder }), ...(kept === undefined ? {} : { kept }) })) console.log(`${name.padEnd(64)} ${middle.toFixed(0).padStart(6)} ms   (${rounds.map((one) => one.toFixed(0)).join(', ')})`);
}

// A browser that ends abruptly, over and over, while it writes: what was acknowledged must be there at its next start, once
// and whole, in the database or brought back from the second journal. How it ends is told by whoever asks.
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { findBrowser } from '../../scripts/find-browser.mjs';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'];

/** A computer with one profile of a browser. `end` ends that browser in the middle of what it does; afterwards the profile can be opened again. */
export interface Computer {
  readonly profile: string;
  /** Time for the system to bring to the disk what nobody asked it to, as it does within half a minute. */ settle?(): void;
  end(): Promise<void>;
  remove(): Promise<void>;
}
export interface Found { readonly acknowledged: number; readonly lost: readonly string[]; readonly doubled: number; readonly wiped: number; readonly brokenAt: readonly string[] }
/** Faults planted to show that a loss is seen: in the browser before its page is there, and in the page before it is looked at. */
export interface Sabotage { browser?(context: BrowserContext): Promise<void>; page?(page: Page): Promise<void> }

/** The browser of that computer ended `times` times, each time while two cases are written to; everything found at the starts in between and at the last. */
export async function endings(url: string, computer: Computer, times: number, random: () => number, sabotage: Sabotage = {}): Promise<Found> {
  const campaign = { acknowledged: [] as string[], lost: new Set<string>(), doubled: 0, wiped: 0, brokenAt: [] as string[] };
  try {
    for (let n = 0; n < times; n += 1) {
      const { page } = await launch(url, computer.profile, sabotage);
      await look(page, campaign, sabotage);
      await writing(page, n, campaign);
      computer.settle?.();
      await new Promise((done) => setTimeout(done, 40 + random() * 400));
      await computer.end();
    }
    const { context, page } = await launch(url, computer.profile, sabotage);
    await look(page, campaign, sabotage);
    await repeated(page, campaign);
    await context.close();
  } finally { await computer.remove(); }
  return { ...campaign, acknowledged: campaign.acknowledged.length, lost: [...campaign.lost] };
}
interface Campaign { readonly acknowledged: string[]; readonly lost: Set<string>; doubled: number; wiped: number; readonly brokenAt: string[] }

async function launch(url: string, profile: string, sabotage: Sabotage): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await chromium.launchPersistentContext(profile, { executablePath: findBrowser({ platform: process.platform, env: process.env }) ?? chromium.executablePath(), args: flags, serviceWorkers: 'block' });
  await sabotage.browser?.(context);
  const page = await context.newPage();
  await page.goto(url);
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

async function look(page: Page, campaign: Campaign, sabotage: Sabotage): Promise<void> {
  if (await recovered(page)) campaign.wiped += 1;
  await sabotage.page?.(page);
  const kept = await page.evaluate(() => window.trust.kept());
  const there = new Set(kept);
  for (const id of campaign.acknowledged) if (!there.has(id)) campaign.lost.add(id);
  campaign.doubled += kept.length - there.size;
  const checked = await page.evaluate(() => window.trust.check());
  if (!checked.well) campaign.brokenAt.push(...checked.words);
}

/** Two cases written to until the browser ends; resolves at the first entry that was acknowledged. */
async function writing(page: Page, round: number, { acknowledged, brokenAt }: Campaign): Promise<void> {
  let first: () => void = () => undefined;
  const begun = new Promise<void>((done) => { first = done; });
  await page.exposeFunction('acknowledged', (id: string) => { if (id.startsWith('?')) brokenAt.push(id); else acknowledged.push(id); first(); });
  const cases = [`${round}a`, `${round}b`];
  for (const id of cases) if (await page.evaluate((one) => window.trust.begin(one), id) === 'saved') acknowledged.push(`${id} open-${id}`);
  void page.evaluate(([ids, name]) => window.trust.keepWriting(ids, name, (id) => window.acknowledged(id)), [cases, `w${round}`] as const).catch(() => undefined);
  await begun;
}

/** A person repeats what was not acknowledged: the same command again is kept once. */
async function repeated(page: Page, campaign: Campaign): Promise<void> {
  const before = await page.evaluate(() => window.trust.kept());
  for (const line of before.slice(-3)) {
    const [owner = '', id = ''] = line.split(' ');
    await page.evaluate(([one, again]) => window.trust.note(one, again), [owner, id] as const);
  }
  campaign.doubled += (await page.evaluate(() => window.trust.kept())).length - before.length;
}

/** What several computers found, added up. */
export const nothingFound = { acknowledged: 0, lost: 0, doubled: 0, wiped: 0, broken: 0 };
export const added = (sum: typeof nothingFound, { acknowledged, lost, doubled, wiped, brokenAt }: Found): typeof nothingFound =>
  ({ acknowledged: sum.acknowledged + acknowledged, lost: sum.lost + lost.length, doubled: sum.doubled + doubled, wiped: sum.wiped + wiped, broken: sum.broken + brokenAt.length });

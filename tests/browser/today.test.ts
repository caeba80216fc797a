// The first page of the day, over many cases at once: late first, each date with how it was counted; filters in the
// address; the board and the month say the same; an empty store teaches.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { appBrowser } from './browser.ts';
import type { WatchedContext } from './browser.ts';
import { putSeed, seedOf } from './seeding.ts';
import type { Seed } from './seeding.ts';

const app = appBrowser();
const NOW = '2026-12-31T10:42:00Z';

async function nothingForAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

describe('with cases of three procedures', () => {
  let seed: Seed;
  beforeAll(() => {
    seed = seedOf([
      { walkthrough: 'tower-hamlets/walkthrough', steps: 18, initials: 'W.Q.' }, { walkthrough: 'tower-hamlets/walkthrough', steps: 30, initials: 'X.J.' }, { walkthrough: 'tower-hamlets/walkthrough', steps: 200, initials: 'Y.Z.' },
      { walkthrough: 'kscp/local-review-at-christmas', steps: 3, initials: 'K.L.' }, { walkthrough: 'kscp/local-review-at-christmas', steps: 14, initials: 'N.O.' }, { walkthrough: 'bath-and-north-east-somerset/walkthrough', steps: 16, initials: 'B.N.' },
    ]);
  });
  async function seeded(who: Readonly<Record<string, string>>): Promise<{ readonly page: Page; readonly context: WatchedContext }> {
    const context = await app.context();
    await context.context.clock.setFixedTime(NOW);
    const page = await context.tab('start');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate((kept) => localStorage.setItem('caseway-who', kept), JSON.stringify({ live: { person: 'Z.B.', roles: who } }));
    await putSeed(page, seed);
    await page.goto(new URL('/', app.url()).href);
    await page.waitForURL('**/today');
    return { page, context };
  }

  test('the start page gives way to Today, which says what is late by how much and how that was counted, and whose it is', async () => {
    const { page } = await seeded({ kscp: 'business-unit' });
    await page.getByRole('heading', { level: 1, name: 'Today, Thursday 31 December 2026' }).waitFor();
    await page.getByRole('navigation', { name: 'Whose tasks' }).getByRole('link', { name: /^Everyone/ }).click();
    const late = page.getByRole('region', { name: /^Late/ });
    await late.waitFor();
    const first = late.getByRole('listitem').first();
    expect(await first.innerText()).toMatch(/Give the triage opinion[\s\S]*KS-2026-0004, K\.L\.[\s\S]*10 working days late[\s\S]*Tue 15 Dec[\s\S]*1 working day after Mon 14 Dec 2026[\s\S]*day 11, limit 1/);
    const days = await late.getByRole('listitem').locator('.cw-tag').allInnerTexts();
    expect(days.length).toBe(3);
    await nothingForAxe(page);

    await first.getByRole('link', { name: /^Give the triage opinion/ }).click();
    await page.getByRole('heading', { level: 1, name: /^Give the triage opinion/ }).waitFor();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click();
    await page.getByRole('navigation', { name: 'Whose tasks' }).getByRole('link', { name: /^My roles/ }).waitFor();
  });

  test('only my roles’ tasks are mine; what others have to do is beside them with who and by when', async () => {
    const { page } = await seeded({ kscp: 'rapid-review-panel' });
    const mine = page.getByRole('main').getByRole('listitem').filter({ hasText: 'KS-2026-0005' });
    await mine.first().waitFor();
    expect(await page.getByRole('region', { name: /^Late/ }).getByRole('listitem').count()).toBe(1);
    await page.getByRole('region', { name: /^Waiting for others/ }).getByText('Give the triage opinion, K.L.').waitFor();
    await page.getByRole('button', { name: /Change whom you act as/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Whom do you act as?' });
    await dialog.getByLabel('KSCP').selectOption('business-manager');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('region', { name: /^Late/ }).getByText('Give the triage opinion').waitFor();
  });

  test('a filter stands in the address, is told as a chip and can be dropped', async () => {
    const { page } = await seeded({ kscp: 'business-unit' });
    await page.getByText('Show only').click();
    await page.getByLabel('Procedure').selectOption('kscp');
    await page.getByLabel('Role').selectOption('rapid-review-panel');
    await page.getByLabel('When', { exact: true }).selectOption('late');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.waitForURL(/\/today\?procedure=kscp&role=rapid-review-panel&when=late$/);
    expect(await page.getByRole('region', { name: /^Late/ }).getByRole('listitem').count()).toBe(1);
    await page.reload();
    await page.getByText('Shown only').waitFor();
    await page.getByRole('link', { name: /Remove the filter Late/ }).click();
    await page.waitForURL(/\/today\?procedure=kscp&role=rapid-review-panel$/);
    await nothingForAxe(page);
  });

  test('the board shows each open case in its stage; the month shows each date, and gives them as a file without a child', async () => {
    const { page } = await seeded({ kscp: 'business-unit' });
    await page.getByRole('link', { name: 'Board', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Cases by stage' }).waitFor();
    await page.getByLabel('Procedure').selectOption({ label: 'KSCP' });
    await page.getByRole('region', { name: /^Rapid Review Panel/ }).getByRole('link', { name: /KS-2026-0005, N\.O\./ }).waitFor();
    await nothingForAxe(page);

    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Calendar' }).click();
    await page.getByRole('heading', { level: 1, name: 'December 2026' }).waitFor();
    await page.getByRole('cell', { name: /^15 Give the triage opinion/ }).waitFor();
    await nothingForAxe(page);
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Take these dates/ }).click();
    const file = readFileSync(await (await coming).path(), 'utf8').replaceAll(/\r\n /g, '');
    expect(file).toContain('SUMMARY:KS-2026-0004: Give the triage opinion');
    expect(file).toContain('DTSTART;VALUE=DATE:20261215');
    for (const initials of ['K.L.', 'N.O.', 'W.Q.']) expect(file).not.toContain(initials);
    await page.getByRole('link', { name: 'Next month' }).click();
    await page.getByRole('heading', { level: 1, name: 'January 2027' }).waitFor();
  });

  test('a case whose dates ran out since its line was written is told anew after the page is shown', async () => {
    const { page, context } = await seeded({});
    await page.getByRole('region', { name: /^Late/ }).waitFor();
    await context.context.clock.setFixedTime('2027-02-20T09:00:00Z');
    await page.reload();
    await page.getByRole('heading', { name: 'Today, Saturday 20 February 2027' }).waitFor();
    const madeFor = () => page.evaluate(() => new Promise<number>((resolve) => { const request = indexedDB.open('caseway-live'); request.onsuccess = () => { const all = request.result.transaction('rows').objectStore('rows').getAll(); all.onsuccess = () => { request.result.close(); resolve(Math.min(...(all.result as { asOf: number }[]).map((row) => row.asOf))); }; }; }));
    await expect.poll(madeFor).toBe(Date.parse('2027-02-20T09:00:00Z'));
  });
  test('on a phone the page is one column with nothing cut off', async () => {
    const { page } = await seeded({ kscp: 'business-unit' });
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of ['today?who=all', 'board', 'calendar']) {
      await page.goto(new URL(path, app.url()).href);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
      await nothingForAxe(page);
    }
  });
});

test('an empty store teaches what will stand here, and what to press', async () => {
  const page = await app.open('today');
  await page.getByText('No case is open here yet.').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Open a case' }).waitFor();
  await nothingForAxe(page);
});

test('practice has a Today of its own', async () => {
  const page = await app.open('practice');
  await page.waitForURL('**/practice/cases/practice-*');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click();
  await page.waitForURL('**/practice/today');
  await page.getByRole('region', { name: /^Late/ }).getByRole('listitem').first().waitFor();
  await nothingForAxe(page);
});

// The register in the built app: filled by the cases, searched, sorted and filtered, its columns chosen; its copies leave
// the page free, also for two thousand rows.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { unzip } from '../app/unzip.ts';
import { appBrowser } from './browser.ts';
import { putSeed, seedOf } from './seeding.ts';
import type { Seed } from './seeding.ts';

const app = appBrowser();
let seed: Seed;
beforeAll(() => {
  seed = seedOf([{ walkthrough: 'tower-hamlets/walkthrough', steps: 18, initials: 'W.Q.' }, { walkthrough: 'tower-hamlets/walkthrough', steps: 30, initials: 'X.J.' }, { walkthrough: 'tower-hamlets/walkthrough', steps: 200, initials: 'Y.Z.' }, { walkthrough: 'kscp/local-review-at-christmas', steps: 3, initials: 'K.L.' }]);
});
async function seeded(path: string, cases: Seed = seed): Promise<Page> {
  const { tab, context } = await app.context();
  await context.clock.setFixedTime('2026-12-31T10:42:00Z');
  const page = await tab('start');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await putSeed(page, cases);
  await page.goto(new URL(path, app.url()).href);
  await page.getByRole('table').waitFor();
  return page;
}
const references = (page: Page): Promise<readonly string[]> => page.getByRole('table').locator('tbody th').allInnerTexts();
async function nothingForAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
async function copy(page: Page, name: string): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  return readFileSync(await (await coming).path());
}
const sheetIn = (book: Buffer): string => unzip(book).get('xl/worksheets/sheet1.xml') ?? '';

test('the register of a procedure is filled by its cases, searched, sorted, filtered and copied', async () => {
  const page = await seeded('register?of=tower-hamlets/alerts');
  await page.getByRole('heading', { level: 1, name: 'Serious incident alerts' }).waitFor();
  expect((await references(page)).toSorted()).toEqual(['TH-2026-0001', 'TH-2026-0002', 'TH-2026-0003']);
  await page.getByRole('status').filter({ hasText: '3 of 3: 2 open, 1 late.' }).waitFor();
  await nothingForAxe(page);

  await page.getByRole('button', { name: /^Child/ }).click();
  expect(await page.getByRole('columnheader', { name: /^Child/ }).getAttribute('aria-sort')).toBe('ascending');
  expect(await references(page)).toEqual(['TH-2026-0001', 'TH-2026-0002', 'TH-2026-0003']);
  await page.getByRole('button', { name: /^Child/ }).click();
  expect(await references(page)).toEqual(['TH-2026-0003', 'TH-2026-0002', 'TH-2026-0001']);

  await page.getByLabel('Find').fill('x.j.');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  expect(await references(page)).toEqual(['TH-2026-0002']);
  expect(page.url()).not.toContain('x.j');
  const sheet = sheetIn(await copy(page, 'Excel'));
  expect(sheet).toContain('TH-2026-0002');
  expect(sheet).not.toContain('TH-2026-0001');
  const dates = (await copy(page, 'Dates (.ics)')).toString();
  expect(dates).toContain('SUMMARY:TH-2026-0002');
  expect(dates).not.toContain('X.J.');
  await page.getByRole('button', { name: /Remove the filter “x\.j\.”/ }).click();
  expect((await references(page)).length).toBe(3);

  await page.getByText(/^Columns \(9 of 16\)/).click();
  await page.getByRole('checkbox', { name: 'Final decision' }).check();
  await page.getByRole('checkbox', { name: 'Reason for alert' }).uncheck();
  await page.getByRole('button', { name: 'Show these columns' }).click();
  await page.getByRole('columnheader', { name: /^Final decision/ }).waitFor();
  expect(await page.getByRole('columnheader', { name: /^Reason for alert/ }).count()).toBe(0);
  await nothingForAxe(page);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('two thousand rows are copied while the page stays free, and it says how far it is', async () => {
  const [one] = seed.cases;
  if (one === undefined) throw new Error('No case was made.');
  const many: Seed = { versions: seed.versions, cases: Array.from({ length: 2000 }, (_, n) => ({ events: [], row: { ...one.row, case: `many-${n}`, content: { ...one.row.content, reference: `TH-2026-${n + 1000}` } } })) };
  const page = await seeded('register?of=tower-hamlets/alerts', many);
  await page.getByRole('status').filter({ hasText: '2000 of 2000' }).waitFor();
  // A task of the page's own that has its turn between the batches of rows; a frozen page would give it none.
  await page.evaluate(() => { const turn = () => { if (document.querySelector('progress') !== null) Reflect.set(window, 'turns', Number(Reflect.get(window, 'turns') ?? 0) + 1); setTimeout(turn, 0); }; turn(); });
  const said = page.getByText(/^Writing \d+ of 2000 rows/).waitFor();
  const sheet = sheetIn(await copy(page, 'Excel'));
  await said;
  expect(sheet.match(/<row /g)).toHaveLength(2001);
  expect(await page.evaluate(() => Number(Reflect.get(window, 'turns')))).toBeGreaterThan(4);
});

test('the register is printed across; what is looked at after it is printed as its own page wants it', async () => {
  const paper = async (page: Page): Promise<string> => {
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec((await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')) ?? [];
    return Number(width) > Number(height) ? 'across' : 'upright';
  };
  const page = await seeded('register?of=tower-hamlets/alerts');
  expect(await paper(page)).toBe('across');
  await page.evaluate(() => { history.pushState(null, '', '/procedures/shipped/tower-hamlets/document'); dispatchEvent(new PopStateEvent('popstate')); });
  await page.getByRole('heading', { name: 'Stage by stage' }).waitFor();
  expect(await paper(page)).toBe('upright');
});

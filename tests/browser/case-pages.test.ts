// The pages around a case's tasks in the built app: every clock explained, seats filled and barred, related processes,
// late agencies chased in one act, one chronology, letters and minutes as files, and a second child of one incident.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { appBrowser } from './browser.ts';
import { putSeed, seedOf } from './seeding.ts';
import type { Seed } from './seeding.ts';

const app = appBrowser();
let seed: Seed;
beforeAll(() => {
  seed = seedOf([{ walkthrough: 'tower-hamlets/walkthrough', steps: 34, initials: 'Q.X.' }, { walkthrough: 'stockport/walkthrough', steps: 80, initials: 'S.S.' }, { walkthrough: 'kscp/walkthrough', steps: 29, initials: 'K.L.' }, { walkthrough: 'bath-and-north-east-somerset/walkthrough', steps: 16, initials: 'B.N.' }]);
});
const [CHECKS, REVIEW, MET, RELATED] = [0, 1, 2, 3];

async function seeded(which: number, path: string, now = '2026-12-31T10:42:00Z'): Promise<Page> {
  const { tab, context } = await app.context();
  await context.clock.setFixedTime(now);
  const page = await tab('start');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate((kept) => localStorage.setItem('caseway-who', kept), JSON.stringify({ live: { person: 'Z.B.', roles: { 'tower-hamlets': 'business-unit', stockport: 'business-manager', kscp: 'business-unit', 'bath-and-north-east-somerset': 'lscb' } } }));
  await putSeed(page, seed);
  await page.goto(new URL(`cases/${seed.cases[which]?.row.case ?? ''}${path}`, app.url()).href);
  await page.getByRole('navigation', { name: 'This case' }).waitFor();
  const still = page.getByRole('button', { name: 'Yes, I am Z.B.' });
  if (await still.count() > 0) await still.click();
  return page;
}
async function nothingForAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
async function saved(page: Page, name: string): Promise<{ readonly file: string; readonly bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  const file = await coming;
  return { file: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}
async function date(page: Page, id: string, day: string, month: string, year: string): Promise<void> {
  for (const [suffix, value] of [['', day], ['-month', month], ['-year', year]] as const) await page.locator(`#${id}${suffix}`).fill(value);
}

/** What the access log was told of exports, in the order of the alphabet. */
function exportsTold(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => new Promise<readonly string[]>((resolve, reject) => {
    const request = indexedDB.open('caseway-live');
    request.onerror = () => reject(request.error ?? new Error('not opened'));
    request.onsuccess = () => {
      const all = request.result.transaction('access').objectStore('access').getAll();
      all.onsuccess = () => { request.result.close(); resolve((all.result as readonly { readonly what: string; readonly words: string }[]).filter(({ what }) => what === 'exported').map(({ words }) => words).toSorted()); };
    };
  }));
}

describe('the case page', () => {
  test('every clock in every state says how it was counted or what it waits for', async () => {
    const page = await seeded(CHECKS, '/dates');
    await page.getByRole('heading', { level: 2, name: /^Running/ }).waitFor();
    await page.getByRole('heading', { level: 2, name: /^Waiting, stopped or without a date/ }).waitFor();
    await page.getByRole('heading', { level: 2, name: /^Met/ }).waitFor();
    const rows = await page.getByRole('main').locator('tbody tr').allInnerTexts();
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(row).toMatch(/after|before|by|Waits for|Agreed|gives none|Held|on /i);
    await nothingForAxe(page);
    const { bytes } = await saved(page, 'Take these dates to your calendar (.ics)');
    expect(bytes.toString()).toContain('SUMMARY:TH-2026-0001: ');
    expect(bytes.toString()).not.toContain('Q.X.');
    expect(bytes.toString().replaceAll('\r\n ', '')).toMatch(/X-WR-CALDESC:Case TH-2026-0001\\, made .* ends with [0-9a-f]{64}\. Installation ([0-9A-F]{4} ){7}[0-9A-F]{4}\./);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect.poll(() => exportsTold(page)).toEqual(['Dates: dates for a calendar (.ics)', 'Dates: printed']);
  });
  test('a seat is filled with what was declared, and the appointment ended', async () => {
    const page = await seeded(CHECKS, '/people');
    await page.getByRole('button', { name: 'Appoint', exact: true }).click();
    await page.getByRole('link', { name: 'Choose the seat' }).click();
    await page.getByLabel('Seat', { exact: true }).selectOption({ index: 1 });
    await page.getByLabel('Initials or staff number').fill('P.C.');
    await date(page, 'f-appoint-from', '4', '1', '2027');
    await page.getByLabel(/^Involvement or interest/).fill('Supervised the social worker');
    await page.getByRole('button', { name: 'Appoint', exact: true }).click();
    const row = page.getByRole('table', { name: 'Seats of this case' }).getByRole('row').filter({ hasText: 'P.C.' });
    await row.waitFor();
    expect(await row.innerText()).toContain('Declared: Supervised the social worker');
    await nothingForAxe(page);
    await row.getByRole('button', { name: 'End P.C.' }).click();
    await date(page, 'f-end-last', '8', '1', '2027');
    await page.getByRole('button', { name: 'End the appointment' }).click();
    await row.getByText('to Fri 8 Jan 2027').waitFor();
  });
  test('a related process is recorded as open, and says what it does while it is', async () => {
    const page = await seeded(RELATED, '/related');
    await page.getByLabel('Which process?').selectOption({ label: 'Inquest or other legal proceedings' });
    await page.getByRole('radio', { name: 'It is open' }).check();
    await page.getByLabel('Its own reference (optional)').fill('INQ-7');
    await page.getByRole('button', { name: 'Record it' }).click();
    const row = page.getByRole('row').filter({ hasText: 'Inquest or other legal proceedings' });
    await row.getByText(/^Open since/).waitFor();
    expect(await row.innerText()).toContain('INQ-7');
    await nothingForAxe(page);
  });
  test('the entries are checked where they are read, and paper shows what is folded', async () => {
    const page = await seeded(CHECKS, '/history');
    await page.getByText(/The chain of \d+ entries was checked and is whole\./).waitFor();
    await page.goto(page.url().replace(/\/history$/, ''));
    await page.getByRole('region', { name: 'Deadlines' }).or(page.getByRole('heading', { name: 'Deadlines' })).first().waitFor();
    const asked = page.locator('details.case-ahead'); // worked out only once it is opened: not on paper
    const folded = page.locator('details:not([open]):not(.case-ahead)');
    expect(await folded.count()).toBeGreaterThan(0);
    await asked.first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await asked.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(0);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await folded.count()).toBe(0);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await folded.count()).toBeGreaterThan(0);
  });
  test('any answer is corrected from what is known, and every date is worked out again', async () => {
    const page = await seeded(CHECKS, '/facts');
    await nothingForAxe(page);
    await page.getByRole('button', { name: /^Correct When did the authority become aware/ }).click();
    await date(page, 'f-aware-on', '17', '12', '2026');
    await page.getByRole('radio', { name: 'It was wrong from the start' }).check();
    await page.getByLabel('Why', { exact: true }).fill('The log of the duty desk.');
    await page.getByRole('button', { name: 'Record the correction' }).click();
    await page.getByText('Every date was worked out again').waitFor();
    await page.getByRole('navigation', { name: 'This case' }).getByRole('link', { name: 'Facts' }).click();
    await page.getByText('Thu 17 Dec 2026').waitFor();
  });
});

describe('agencies', () => {
  test('all who are late are chased in one act, each with an entry of its own, and not again before the next chase is due', async () => {
    const page = await seeded(CHECKS, '/tasks/request-checks');
    const panel = page.getByRole('region', { name: /^Chase Police/ });
    await panel.getByText('Please return it by 12:00 on Tue 5 Jan, or tell us who can.').waitFor();
    await nothingForAxe(page);
    await panel.getByRole('button', { name: /^Record as chased: all/ }).click();
    await panel.waitFor({ state: 'detached' });
    await page.getByRole('navigation', { name: 'This case' }).getByRole('link', { name: 'History' }).click();
    expect(await page.getByRole('listitem').filter({ hasText: 'Chase 1. ' }).count()).toBe(5);
    await page.goto(new URL('today?who=all', app.url()).href);
    await page.getByRole('listitem').filter({ hasText: 'Chase again: ' }).getByText('Tue 5 Jan, 12:00', { exact: true }).waitFor();
    await page.goto(new URL('calendar?month=2027-01', app.url()).href);
    await page.getByRole('cell').filter({ hasText: 'Chase again: ' }).first().waitFor();
  });
  test('what they told stands in one line of time, with gaps, filtered by who told it, and as a Word file', async () => {
    const page = await seeded(REVIEW, '/chronology', '2028-02-01T10:00:00Z');
    await page.getByRole('heading', { level: 1, name: 'Merged chronology' }).waitFor();
    await page.getByText(/^No entry from anybody: \d+ days$/).first().waitFor();
    await nothingForAxe(page);
    const all = await page.locator('.case-chronology li:not(.gap)').count();
    await page.getByLabel('From', { exact: true }).selectOption({ index: 1 });
    expect(await page.locator('.case-chronology li').count()).toBeLessThan(all);
    const { file, bytes } = await saved(page, 'Word');
    expect(file).toMatch(/-chronology\.docx$/);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('letters', () => {
  test('a letter is drafted for each who is told, as e-mail draft and Word file, with the reference alone in the subject', async () => {
    const page = await seeded(CHECKS, '/tasks/tell-partners/letter');
    await page.getByRole('article').getByText(/^To: /).waitFor();
    await nothingForAxe(page);
    const mail = await saved(page, 'E-mail draft');
    expect(mail.bytes.toString()).toMatch(/^Subject: Case TH-2026-0001\r\n/);
    expect(mail.bytes.toString().split('\r\n\r\n')[0]).not.toContain('Q.X.');
    await page.getByRole('article').getByText(/Its record of \d+ entries ends with [0-9a-f]{64}\. Installation [0-9A-F]{4} /).waitFor();
    expect((await saved(page, 'Word')).bytes.subarray(0, 2).toString()).toBe('PK');
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
  test('a document with a template is filled from the case, and what is missing in it is named', async () => {
    const page = await seeded(MET, '/documents', '2027-03-01T10:00:00Z');
    await page.getByRole('link', { name: /^Draft it from the case/ }).first().click();
    await page.getByRole('article').waitFor();
    await nothingForAxe(page);
    await page.getByRole('navigation', { name: 'This case' }).getByRole('link', { name: 'Decisions' }).click();
    await page.getByRole('main').getByRole('link', { name: /recommend/i }).first().click();
    await page.getByRole('link', { name: 'Minutes', exact: true }).click();
    await page.getByRole('article', { name: /^Minutes: / }).getByText('Present', { exact: true }).first().waitFor();
  });
});

test('a second child of the same incident: the incident is copied, both cases name each other, and the likeness is pointed out', async () => {
  const page = await seeded(CHECKS, '/related');
  await page.getByRole('link', { name: 'Open a case for another child in this incident' }).click();
  await page.getByText(/^Copied from TH-2026-0001/).waitFor();
  expect(await page.locator('#f-incident-at').inputValue()).toBe('18');
  expect(await page.getByLabel('Child’s initials', { exact: true }).inputValue()).toBe('');
  await page.getByRole('button', { name: 'Open the case' }).click();
  const summary = page.getByRole('alert', { name: 'There is a problem' });
  await summary.getByText(/Child’s initials/).waitFor();
  await page.getByLabel('Child’s initials', { exact: true }).fill('s. s.');
  await page.getByLabel('You act as').selectOption({ label: 'Team manager' });
  await page.getByLabel('Your initials').fill('A.B.');
  await page.getByRole('status').filter({ hasText: 'This may be open already' }).getByText(/ST-2026-0002, S\.S\./).waitFor();
  await nothingForAxe(page);
  await page.getByRole('button', { name: 'Open the case' }).click();
  await page.getByText(/^Case .* is open\.$/).waitFor();
  await page.getByRole('navigation', { name: 'This case' }).getByRole('link', { name: 'Notes' }).click();
  await page.getByText('Opened together with TH-2026-0001: the same incident.').waitFor();
});

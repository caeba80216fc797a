// Scenarios as trainers make them: on the storyboard, by mouse and by keys; out of a closed real case, of which nothing
// but acts and moved dates comes along; and on a procedure of one's own. And the times of closed cases.
import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appBrowser } from './browser.ts';
import { putSeed, seedOf, walkthroughAt } from './seeding.ts';
import { everythingIn } from './training.ts';

const app = appBrowser();

const line = (page: Page, words: string) => page.locator('.sb-line', { hasText: words });
const kept = (page: Page) => page.getByText('Kept as a draft on this computer', { exact: true });
const eventsIn = (all: string) => all.split('\n').find((store) => store.startsWith('caseway-live events'));
async function nothingForAxe(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([]);
}

test('a copy of a scenario is changed on the storyboard, by mouse and by keys, tried from the middle, saved and opened again', async () => {
  const page = await app.open('training');
  await page.getByRole('button', { name: /^Make a copy ?: Challenged by the National Panel$/ }).click();
  await page.getByText('It can be played: nothing to mend.').waitFor();
  await page.getByLabel('Title', { exact: true }).fill('Challenged in May');
  await page.getByRole('heading', { level: 1, name: 'Challenged in May' }).waitFor();

  await line(page, 'Recommend whether the criteria are met').click();
  await page.getByRole('heading', { name: /^Where it stands on Mon 28 Dec/ }).waitFor();
  await page.getByLabel('What to add').selectOption({ label: 'Media interest' });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByLabel('Title', { exact: true }).fill('A blog names the street');
  await line(page, 'A blog names the street').click();
  await page.keyboard.press('Alt+ArrowDown');
  await page.locator('.sb-day', { hasText: 'Tue 29 Dec' }).waitFor();
  await page.keyboard.press('Control+d');
  await expect.poll(() => line(page, 'A blog names the street').count()).toBe(2);
  await line(page, 'A blog names the street').first().click();
  await page.keyboard.press('Delete');
  await expect.poll(() => line(page, 'A blog names the street').count()).toBe(1);

  await line(page, 'The case is opened').click();
  await page.keyboard.press('Delete');
  await page.getByText('No case has been opened before this.', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('It can be played: nothing to mend.').waitFor();

  await line(page, 'Say when the sub group discusses it').click();
  await page.getByLabel('Everything after it moves too').check();
  await page.getByRole('button', { name: 'A day later', exact: true }).click();
  await page.getByRole('heading', { name: /^Where it stands on Sat 19 Dec/ }).waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('heading', { name: /^Where it stands on Fri 18 Dec/ }).waitFor();
  await kept(page).waitFor();
  await nothingForAxe(page, 'storyboard');
  // The name of each stage lies within its box.
  expect(await page.locator('.sb-map .tr-stage').evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).map((one) => one.textContent))).toEqual([]);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file', exact: true }).click();
  const file = readFileSync(await (await downloading).path(), 'utf8');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Challenged in May' }).waitFor();
  await line(page, 'Recommend whether the criteria are met').click();
  await page.getByRole('button', { name: 'Try it from here', exact: true }).click();
  await page.getByText('What would you do?').waitFor();
  await page.locator('.tr-now', { hasText: 'Mon 28 Dec 2026' }).waitFor();

  await page.goto(`${app.url()}training`);
  await page.getByRole('link', { name: 'Start Challenged in May', exact: true }).waitFor();
  await page.getByLabel('Open a scenario file').setInputFiles({ name: 'again.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await page.getByText('A scenario of the same name is here already', { exact: false }).waitFor();
  expect(await page.getByRole('link', { name: 'Start Challenged in May', exact: true }).count()).toBe(1);
  await page.getByRole('button', { name: 'Keep both', exact: true }).click();
  await expect.poll(() => page.getByRole('link', { name: 'Start Challenged in May', exact: true }).count()).toBe(2);
});

test('of a closed case a scenario and the times of its acts cross into rehearsal, and nothing else; an own procedure is rehearsed', async () => {
  const { tab, context } = await app.context();
  await context.clock.setFixedTime('2028-06-01T10:00:00Z');
  const page = await tab('start');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const walked = walkthroughAt('kscp/walkthrough');
  await putSeed(page, seedOf([{ walkthrough: 'kscp/walkthrough', steps: walked.steps.length, notes: 1, initials: 'X.Y.' }, { walkthrough: 'kscp/no-rapid-review', steps: walkthroughAt('kscp/no-rapid-review').steps.length, initials: 'P.R.' }]));
  await page.goto(`${app.url()}cases/seed-1/history`);
  await page.getByRole('link', { name: 'Make a rehearsal of this case', exact: true }).click();
  await page.getByRole('button', { name: 'Show what it would be', exact: true }).click();
  await page.locator('summary', { hasText: 'What was replaced' }).click();
  await page.getByText('spoke to the school', { exact: false }).waitFor();
  await nothingForAxe(page, 'make a rehearsal of a case');
  const before = await everythingIn(page, 'caseway-live');
  await page.getByLabel('I have read what was replaced and what was not').check();
  await page.getByRole('button', { name: 'Open it on the storyboard', exact: true }).click();
  await page.getByText('It can be played: nothing to mend.').waitFor();

  const crossed = await everythingIn(page, 'caseway-rehearsal');
  for (const told of ['spoke to the school', 'X.Y.', 'seed-1', '-2026-0001', '"hash"', '"salt"']) expect(crossed, told).not.toContain(told);
  expect(before).toContain('spoke to the school');
  expect(eventsIn(await everythingIn(page, 'caseway-live')) === eventsIn(before), 'the events of the cases are what they were').toBe(true);

  await page.goto(`${app.url()}training/durations/kscp`);
  await page.getByRole('link', { name: 'Take them from closed cases', exact: true }).click();
  await page.getByRole('button', { name: 'Take the times', exact: true }).click();
  await page.getByText('2 cases', { exact: true }).first().waitFor();
  await nothingForAxe(page, 'times of closed cases');
  await page.getByRole('button', { name: 'Use these in rehearsal', exact: true }).click();
  await page.getByLabel(/^2 closed cases, taken/).waitFor();
  expect(await page.getByLabel(/^2 closed cases, taken/).isChecked()).toBe(true);
  await page.locator('summary', { hasText: 'How long each act takes' }).click();
  await page.getByRole('cell', { name: /^[12] cases?$/ }).first().waitFor();
  await page.getByRole('spinbutton').first().fill('3');
  await page.getByLabel('Yours, as you changed them last').waitFor();
  await page.getByRole('button', { name: 'Run it 10,000 times', exact: true }).click();
  await page.getByRole('heading', { name: 'The chance of meeting each date' }).waitFor();

  await page.goto(`${app.url()}procedures`);
  await page.getByRole('button', { name: /^Make your own copy KSCP/ }).click();
  await page.waitForURL(/procedures\/copy\//);
  await page.goto(`${app.url()}procedures`);
  await page.getByRole('button', { name: /^Rehearse / }).click();
  await page.getByText('Your own procedure: draft 1', { exact: false }).waitFor();
  await page.locator('.tr-procedure', { hasText: 'Your own procedure' }).getByRole('link', { name: /^Start / }).first().click();
  await page.getByText('What would you do?').waitFor();
});

// A procedure as a document, in Chromium: it opens from the diagram, goes back to it, and its picture is saved as SVG
// and as PNG without anything leaving the browser. What it proves of itself: findings with their dated cases, versions
// beside each other, cases tried before publishing, two authorities compared.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appBrowser } from './browser.ts';

const app = appBrowser();

test('a procedure is read, printed and saved as a picture', async () => {
  const page = await app.open('procedures/shipped/tower-hamlets', { viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  await page.getByRole('button', { name: 'Document' }).click();
  await page.getByRole('heading', { name: 'Stage by stage' }).waitFor();

  expect(await page.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(13);
  expect((await new AxeBuilder({ page }).analyze()).violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html ?? ''}`)).toEqual([]);

  const saved = async (name: string): Promise<Buffer> => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return readFileSync(await file.path());
  };
  const svg = (await saved('Save the picture (SVG)')).toString('utf8');
  expect(svg).toContain('Joint criteria decision');
  expect(svg).toMatch(/^<svg xmlns=/);
  const png = await saved('Save the picture (PNG)');
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.length).toBeGreaterThan(20_000);

  await page.getByRole('button', { name: 'Back to the diagram' }).click();
  await page.locator('.react-flow__node').first().waitFor();
});

test('clocks of one stage that are for different things say what each is for', async () => {
  const page = await app.open('procedures/shipped/tower-hamlets', { viewport: { width: 1280, height: 800 } });
  await page.getByRole('button', { name: /^Notify the DfE, notify/ }).click();
  await page.getByRole('button', { name: /^5 days from/ }).click();
  const tasks = ['Notify the DfE online', 'Notify the DfE online', 'Tell the safeguarding partners'];
  const each = (all: readonly string[]): readonly boolean[] => all.map((words, index) => words.includes(tasks[index] ?? ''));
  expect(each(await page.getByRole('tab').allInnerTexts())).toEqual([true, true, true]);
  expect(each(await page.locator('.ed-days tbody th').allInnerTexts())).toEqual([true, true, true]);
});

const violations = async (page: Page): Promise<readonly string[]> => (await new AxeBuilder({ page }).analyze()).violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html ?? ''}`);

/** Publishes the copy in hand; gives the dialog as it says so. */
async function publish(page: Page, version: number): Promise<Locator> {
  await page.getByRole('button', { name: 'Publish…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish this procedure' });
  await dialog.getByRole('textbox', { name: 'Your initials', exact: true }).fill('M.N.');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await dialog.getByText(`Published as version ${version}.`).first().waitFor();
  return dialog;
}

async function openCase(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^An incident is reported/ }).check();
  await page.getByRole('combobox', { name: 'Where did the information come from?' }).selectOption({ label: 'MASH' });
  await page.getByRole('combobox', { name: 'You act as' }).selectOption({ label: 'Team manager' });
  await page.getByRole('textbox', { name: 'Your initials', exact: true }).fill('A.B.');
  await page.getByRole('textbox', { name: 'Child’s initials', exact: true }).fill('Z.Z.');
  const date = async (question: RegExp, words: readonly string[], time?: string): Promise<void> => {
    const parts = page.getByRole('group', { name: question });
    for (const [at, name] of ['Day', 'Month', 'Year'].entries()) await parts.getByRole('textbox', { name, exact: true }).fill(words[at] ?? '');
    if (time !== undefined) await parts.getByRole('textbox', { name: 'Time (24-hour)', exact: true }).fill(time);
  };
  await date(/^When did the incident happen/, ['9', '11', '2026'], '08:20');
  await date(/^When did the authority become aware/, ['9', '11', '2026']);
  await page.getByRole('button', { name: 'Open the case', exact: true }).click();
  await page.getByText(/^Case .* is open\.$/).waitFor();
}

const MOMENT = Date.parse('2026-11-10T10:00:00Z');

test('a procedure proves itself before anyone runs it: findings played, settled or left; versions beside each other; cases tried before publishing', async () => {
  const page = await app.open('procedures/shipped/tower-hamlets');
  await page.clock.setFixedTime(MOMENT);
  await page.getByRole('button', { name: 'Make your own copy', exact: true }).click();
  await page.getByRole('application', { name: /your copy/ }).waitFor();
  await page.getByRole('button', { name: /^Notify the DfE, notify/ }).click();
  await page.getByRole('button', { name: /^5 days from.*Local/ }).click();
  await page.getByRole('textbox', { name: 'Amount', exact: true }).fill('6');
  await page.getByRole('button', { name: 'Close the clocks', exact: true }).click();
  await page.getByRole('button', { name: /^6 days from.*Local/ }).waitFor();
  const dialog = await publish(page, 1);
  await dialog.getByRole('link', { name: 'Open a case on it', exact: true }).click();
  await openCase(page);
  await page.goto(`${app.url()}procedures/copy/tower-hamlets-copy`);
  await page.getByRole('application', { name: /your copy/ }).waitFor();
  // Several chosen stages are part of the address.
  const pressed = page.locator('.react-flow__node[aria-pressed="true"]');
  await page.getByRole('button', { name: /^Notify the DfE, notify/ }).click();
  await page.getByRole('button', { name: /^Tell the outcome, / }).click({ modifiers: ['Shift'] });
  await expect.poll(() => new URL(page.url()).searchParams.get('also')?.split(',').length).toBe(2);
  await page.reload();
  await expect.poll(() => pressed.count()).toBe(2);
  await page.getByRole('button', { name: /^Notify the DfE, notify/ }).click();
  await expect.poll(() => new URL(page.url()).searchParams.has('also')).toBe(false);

  await page.getByRole('button', { name: 'Check dates and people', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Dates and people', exact: true });
  const rows = panel.getByRole('list', { name: 'Findings', exact: true });
  await rows.getByRole('button', { name: /^A clock can end before anyone knows/ }).first().waitFor();
  const found = await rows.getByRole('button').count();
  await rows.getByRole('button', { name: /^A clock can end before anyone knows/ }).first().click();
  // The counter-example on the canvas: the stage of the claim is ringed, and a step back takes its day from it.
  await panel.getByText(/^Step \d+ of \d+$/).waitFor();
  await page.locator('.ed-claim-ring').waitFor();
  const days = await page.locator('.ed-pill-day').count();
  expect(days).toBeGreaterThan(0);
  const back = panel.getByRole('button', { name: 'Step back', exact: true });
  while (await back.getAttribute('aria-disabled') === 'false') await back.click();
  await panel.getByText(/^Step 1 of \d+$/).waitFor();
  expect(await page.locator('.ed-pill-claim').count()).toBe(0);
  expect(await violations(page)).toEqual([]);

  await rows.getByRole('button', { name: /^A clock is not as its words say/ }).click();
  await panel.getByText('The clock on “Notify the DfE online” becomes 5 calendar days.').waitFor();
  await panel.getByRole('button', { name: 'Apply this change', exact: true }).click();
  await expect.poll(() => rows.getByRole('button').count(), { timeout: 60_000 }).toBe(found - 1);
  await rows.getByRole('button', { name: /^Nobody may act for/ }).first().click();
  await panel.getByRole('button', { name: 'Leave it, and say why', exact: true }).click();
  await panel.getByRole('button', { name: 'Leave it', exact: true }).click();
  await panel.getByText('Write why it is left.', { exact: true }).waitFor();
  await panel.getByRole('textbox', { name: 'Why is it left as it is?', exact: true }).fill('The council’s scheme of delegation covers absence.');
  await panel.getByRole('button', { name: 'Leave it', exact: true }).click();
  await panel.getByText('Left with a reason (1)', { exact: true }).waitFor();
  expect(await rows.getByRole('button').count()).toBe(found - 2);
  await panel.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'Check dates and people', exact: true }).click();
  await panel.getByRole('button', { name: 'Beside the national guidance', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /^Beside the national guidance: Tower Hamlets/ }).waitFor();
  await page.goBack();
  await page.getByRole('application', { name: /your copy/ }).waitFor();

  // Before publishing: the case kept here, tried on the draft.
  await page.getByRole('button', { name: 'Publish…', exact: true }).click();
  const asking = page.getByRole('dialog', { name: 'Publish this procedure' });
  await asking.getByRole('button', { name: 'Try it on the cases kept here', exact: true }).click();
  await asking.getByText(/^(1 case: none would differ|0 of 1 case would not differ)\./).waitFor();
  await asking.getByRole('button', { name: 'Cancel', exact: true }).click();

  await page.getByRole('button', { name: 'Document', exact: true }).click();
  await page.getByRole('heading', { name: 'Findings left as they are', exact: true }).waitFor();
  await page.getByText(/Why it is left: The council’s scheme of delegation covers absence\./).waitFor();

  await page.goto(`${app.url()}procedures/compare?a=tower-hamlets-copy.1&b=copy.tower-hamlets-copy`);
  const changes = page.locator('.cmp-change');
  await changes.first().waitFor();
  await page.getByText(/^Change 1 of 2$/).waitFor();
  const drawing = page.getByRole('region', { name: 'The changes on the diagram', exact: true });
  await drawing.getByText('✎ clock changed', { exact: true }).waitFor();
  expect(await drawing.locator('rect[stroke="#00525b"]').count()).toBe(1);
  await changes.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.getByText(/^Change 2 of 2$/).waitFor();
  expect(await changes.nth(1).evaluate((button) => button === document.activeElement)).toBe(true);
  await drawing.getByText('✎ clock changed', { exact: true }).click();
  await page.getByText(/^Change 1 of 2$/).waitFor();
  expect(await violations(page)).toEqual([]);
}, 240_000);

test('two authorities are held side by side, and a clock is taken over into a draft', async () => {
  const page = await app.open('procedures/shipped/trafford');
  await page.getByRole('button', { name: 'Make your own copy', exact: true }).click();
  await page.getByRole('application', { name: /your copy/ }).waitFor();
  await page.goto(`${app.url()}procedures/compare?a=bath-and-north-east-somerset&b=copy.trafford-copy`);
  await page.getByRole('table').waitFor({ timeout: 60_000 });
  expect(await page.getByRole('row').count()).toBeGreaterThan(8);
  expect(await violations(page)).toEqual([]);
  const takes = page.getByRole('button', { name: /^Take over/ });
  const offered = await takes.count();
  expect(offered).toBeGreaterThan(0);
  await takes.first().click();
  await page.getByText(/^The clock on .* was added to/).first().waitFor({ timeout: 60_000 });
  await page.goto(`${app.url()}procedures/compare?a=trafford&b=copy.trafford-copy`);
  await page.getByRole('table').waitFor({ timeout: 60_000 });
  await page.getByText(/^Only .* sets a time: /).first().waitFor();
}, 240_000);

// The editor in a browser: two tabs on one draft, of which the later one is told that it is not kept, and Back and Forward.
import { expect, test } from 'vitest';
import { appBrowser } from './browser.ts';

const app = appBrowser();

test('a draft that changed in another tab is not written over: it is said, with what to do, and nothing is pushed out of the bar', async () => {
  const page = await app.open('procedures', { viewport: { width: 1280, height: 800 } });
  await page.getByRole('button', { name: 'Make your own copy Tower Hamlets: serious incident alert', exact: true }).click();
  const field = (of: typeof page) => of.getByLabel('Procedure', { exact: true });
  await field(page).waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await field(other).waitFor();
  await field(page).fill('Tower Hamlets: as the first tab has it');
  await page.keyboard.press('Tab');
  await page.getByRole('heading', { level: 1, name: 'Tower Hamlets: as the first tab has it', exact: true }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  await field(other).fill('Tower Hamlets: as the second tab has it, at such length that the bar has no room for it');
  await other.keyboard.press('Tab');
  await other.getByRole('alert').filter({ hasText: 'Not saved: this draft changed in another tab. Download yours, then open this page again.' }).waitFor();
  const cut = other.locator('.ed-bar').locator('button, [role="alert"]');
  expect(await cut.evaluateAll((all) => all.filter((each) => { const { left, right, top, bottom } = each.getBoundingClientRect(); return left < 0 || right > innerWidth || top < 0 || bottom > 52; }).map((each) => each.textContent))).toEqual([]);
  await other.reload();
  await other.getByRole('heading', { level: 1, name: 'Tower Hamlets: as the first tab has it', exact: true }).waitFor();
});

test('Back and Forward lead through the views, and out of the procedure only from the first', async () => {
  const page = await app.open('procedures', { viewport: { width: 1280, height: 800 } });
  await page.getByRole('link', { name: 'View KSCP: notifiable incidents and rapid review', exact: true }).click();
  const view = (name: string) => page.getByRole('button', { name, exact: true });
  const on = (): Promise<readonly string[]> => page.locator('.ed-views button[aria-pressed="true"]').allInnerTexts();
  await page.locator('.react-flow__node').first().waitFor();
  const stage = page.locator('.react-flow__node-stage').first();
  await stage.click();
  await expect.poll(() => new URL(page.url()).searchParams.get('stage')).not.toBeNull();
  await view('Outline').click();
  await view('Table').click();
  await expect.poll(on).toEqual(['Table']);
  await page.goBack();
  await expect.poll(on).toEqual(['Outline']);
  await page.goBack();
  await expect.poll(on).toEqual(['Canvas']);
  await page.goForward();
  await expect.poll(on).toEqual(['Outline']);
  expect(new URL(page.url()).searchParams.get('stage')).not.toBeNull();
  await page.goBack();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Procedures', exact: true }).waitFor();
});

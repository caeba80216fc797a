// A diagram of two hundred stages, of which only what is in sight is drawn: keys, finding and a drag come to every
// stage, and the focus never falls to the page.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Given } from '../fixtures/editor/page/main.tsx';
import { appBrowser } from './browser.ts';
import { editorPage } from './editor-page.ts';

const app = appBrowser(editorPage);
const box = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('data-id') ?? document.activeElement?.tagName ?? '');
/** Whether a box lies wholly on the diagram's surface. */
const inSight = (page: Page, id: string): Promise<boolean> => box(page, id).evaluate((each) => {
  const [a, b] = [each.getBoundingClientRect(), each.closest('.react-flow')?.getBoundingClientRect()];
  return b !== undefined && a.left >= b.left && a.top >= b.top && a.right <= b.right && a.bottom <= b.bottom;
});

test('of a large diagram what is in sight is drawn, and keys, finding and the pointer come to every stage', async () => {
  const page = await app.open('?large&stage=stage-101', { viewport: { width: 1280, height: 800 } });
  await box(page, 'stage-101').waitFor();
  await expect.poll(() => inSight(page, 'stage-101')).toBe(true);
  expect(await page.locator('.react-flow__node').count()).toBeLessThan(80);
  expect(await box(page, 'stage-0').count()).toBe(0);
  expect(Number.parseInt(await page.locator('.ed-zoom').innerText(), 10)).toBeGreaterThanOrEqual(70);

  await box(page, 'stage-101').focus();
  for (const id of ['stage-102', 'stage-103', 'stage-104', 'stage-105', 'stage-106']) {
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focused(page)).toBe(id);
    await expect.poll(() => inSight(page, id)).toBe(true);
  }
  // However far the view goes, what Tab enters is there.
  await page.getByRole('button', { name: 'Show the whole procedure', exact: true }).click();
  await expect.poll(() => inSight(page, 'stage-106')).toBe(false);
  expect(await page.locator('.react-flow__node[tabindex="0"]').getAttribute('data-id')).toBe('stage-106');
  await box(page, 'stage-106').focus();
  // Far away, and on at once without waiting for the box to be drawn.
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focused(page)).toBe('stage-1');
  await expect.poll(() => inSight(page, 'stage-1')).toBe(true);
  await page.keyboard.press('/');
  await page.keyboard.type('Stage 190');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('stage-189');
  await expect.poll(() => inSight(page, 'stage-189')).toBe(true);

  const was = await box(page, 'stage-189').boundingBox();
  if (was === null) throw new Error('The stage is out of sight.');
  await page.mouse.move(was.x + 20, was.y + 10);
  await page.mouse.down();
  await page.mouse.move(was.x + 60, was.y + 34, { steps: 4 });
  await expect.poll(async () => Math.round(((await box(page, 'stage-189').boundingBox())?.x ?? 0) - was.x)).toBeGreaterThan(20);
  await page.mouse.up();
  await expect.poll(() => page.evaluate(() => Object.keys((Reflect.get(window, 'given') as Given).procedure.layout ?? {}))).toEqual(['stage-189']);
  await expect.poll(() => focused(page)).toBe('stage-189');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => Math.round((await box(page, 'stage-189').boundingBox())?.x ?? 0)).toBe(Math.round(was.x));
});

test('while a large diagram is drawn for the first time the empty ground says so', async () => {
  const { context, tab } = await app.context({ viewport: { width: 1280, height: 800 } });
  // What is said to workers waits until the test lets it go.
  await context.addInitScript(() => {
    const post = Reflect.get(Worker.prototype, 'postMessage') as (...said: readonly unknown[]) => void;
    let held: (() => void)[] | null = [];
    Reflect.set(Worker.prototype, 'postMessage', function postLater(this: Worker, ...said: readonly unknown[]) { if (held) held.push(() => Reflect.apply(post, this, said)); else Reflect.apply(post, this, said); });
    Reflect.set(window, 'letGo', () => { const all = held ?? []; held = null; for (const one of all) one(); });
  });
  const page = await tab('?large');
  const said = page.getByText('The diagram is being drawn…', { exact: true });
  await said.waitFor();
  expect(await page.locator('.react-flow__node').count()).toBe(0);
  await page.evaluate(() => (Reflect.get(window, 'letGo') as () => void)());
  await box(page, 'stage-0').waitFor();
  await said.waitFor({ state: 'detached' });
});

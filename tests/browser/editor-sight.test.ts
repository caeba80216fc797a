// What the editor offers can be seen: nothing of it is cut off by its own frame or lies under something else.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appBrowser } from './browser.ts';
import { editorPage } from './editor-page.ts';

const app = appBrowser(editorPage);
const open = async (query = '', viewport = { width: 1280, height: 800 }): Promise<Page> => {
  const page = await app.open(query, { viewport });
  await page.waitForSelector('.react-flow__node, .ed-narrow');
  return page;
};
/** Of these, the words of those that something covers or cuts off at the upper or lower edge. */
const hidden = (all: Locator): Promise<readonly string[]> => all.evaluateAll((each) => each.flatMap((one) => {
  const { left, top, bottom, width } = one.getBoundingClientRect();
  const shows = [top + 3, bottom - 3].every((y) => one.contains(document.elementFromPoint(left + width / 2, y)));
  return shows ? [] : [one.textContent];
}));

describe('in sight', () => {
  test('is all that was found on the diagram, with the field and the way out', async () => {
    const page = await open('?stage=notify');
    await page.locator('.react-flow__node[data-id="notify"]').focus();
    await page.keyboard.press('/');
    const finder = page.getByRole('region', { name: 'Find on the diagram' });
    await page.keyboard.type('panel');
    await expect.poll(() => finder.getByRole('option').count()).toBeGreaterThan(1);
    expect(await hidden(finder.locator('[role="option"], input, button'))).toEqual([]);
  });
});

test('going to a problem shows where it is put right, whatever lay over it', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByRole('region', { name: 'Try it on an invented case' }).waitFor();
  await page.getByRole('button', { name: 'Go to it' }).click();
  await expect.poll(() => page.getByRole('region', { name: 'Try it on an invented case' }).count()).toBe(0);
  expect(await hidden(page.getByRole('combobox', { name: 'Who does it' }))).toEqual([]);
});

test('what belongs together in a part stands behind one line, under its heading', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'All parts' }).click();
  const group = page.locator('.ed-details-mid > .ed-part > fieldset').first();
  await group.waitFor();
  const [legend, field] = await Promise.all(['legend', '.ed-in'].map((part) => group.locator(part).first().evaluate((each) => each.getBoundingClientRect().left)));
  const left = await group.evaluate((each) => each.getBoundingClientRect().left);
  expect((legend ?? 0) >= left && (field ?? 0) >= left + 12).toBe(true);
});

describe('on a screen of 1280 by 800', () => {
  const focused = (page: Page): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.getAttribute('data-row') ?? document.activeElement?.getAttribute('aria-label'));

  test('the outline is folded to a button, and not drawn; opened by key it has the focus at the stage that is chosen, and Escape gives it back', async () => {
    const page = await open('?stage=notify');
    const tree = page.getByRole('tree', { name: 'Stages in order' });
    expect(await page.locator('[role="treeitem"]').count()).toBe(0);
    await page.getByRole('button', { name: 'Open the outline' }).focus();
    await page.keyboard.press('Enter');
    expect([await tree.isVisible(), await focused(page)]).toEqual([true, 'notify']);
    await page.keyboard.press('Escape');
    expect([await tree.count(), await focused(page)]).toEqual([0, 'Open the outline']);
  });

  test('what was looked for and closed in it is as it was when it is opened again', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Open the outline' }).click();
    await page.getByRole('searchbox', { name: 'Find' }).fill('panel');
    const rows = await page.locator('[role="treeitem"]').allInnerTexts();
    await page.getByRole('button', { name: 'Close the outline' }).click();
    expect(await focused(page)).toBe('Open the outline');
    await page.getByRole('button', { name: 'Open the outline' }).click();
    expect(await page.locator('[role="treeitem"]').allInnerTexts()).toEqual(rows);
    expect(await page.getByRole('searchbox', { name: 'Find' }).inputValue()).toBe('panel');
  });
});

describe('at 320 pixels, as at four times the size', () => {
  const narrow = { width: 320, height: 640 };

  test('the parts of a rule stand one below the other, each of its own height', async () => {
    const page = await open('?stage=notify', narrow);
    await page.locator('summary', { hasText: 'Rules about this' }).click();
    await page.locator('.ed-rule button').first().click();
    await page.locator('.ed-rule-page').waitFor();
    const [left, right] = await page.locator('.ed-rule-page > div').evaluateAll((all) => all.map((each) => ({ top: each.getBoundingClientRect().top, bottom: each.getBoundingClientRect().bottom, over: each.scrollHeight - each.clientHeight })));
    expect(left?.over).toBe(0);
    expect(right?.top).toBeGreaterThanOrEqual(left?.bottom ?? Infinity);
  });

  test('the clocks of a stage and what they are counted from are not cut off', async () => {
    const page = await open('?stage=notify', narrow);
    await page.locator('[data-part="clock"] .ed-list-button').first().click();
    await page.locator('.ed-tab').nth(1).waitFor();
    expect(await page.locator('.ed-tab, .ed-sentence-line > *').evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth + 1 || each.getBoundingClientRect().right > 320).length)).toBe(0);
    expect(await page.getByRole('combobox', { name: 'Counted from' }).evaluate((each) => each.clientWidth)).toBeGreaterThan(200);
  });
});

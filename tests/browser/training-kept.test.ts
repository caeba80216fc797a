// What the storyboard says about what is kept is so: also after everything was undone, where the browser refuses at the
// last moment, and where another window has written into the same scenario.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appBrowser } from './browser.ts';

const app = appBrowser();
const kept = (page: Page) => page.getByText('Kept as a draft on this computer', { exact: true });
const title = (page: Page) => page.getByLabel('Title', { exact: true });
const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();

/** A copy of a scenario, open on the storyboard. */
async function copied(): Promise<Page> {
  const page = await app.open('training');
  await page.getByRole('button', { name: /^Make a copy ?: Challenged by the National Panel$/ }).click();
  await page.getByText('It can be played: nothing to mend.').waitFor();
  return page;
}
async function retitled(page: Page, words: string): Promise<void> {
  await title(page).fill(words);
  await page.getByRole('heading', { level: 1, name: words, exact: true }).waitFor();
}

/** The same copy in two windows, of which the first has written another title. */
async function inTwoWindows(): Promise<readonly [Page, Page]> {
  const page = await copied();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByText('It can be played: nothing to mend.').waitFor();
  await retitled(page, 'As the first window has it');
  await kept(page).waitFor();
  return [page, other];
}

describe('on the storyboard', () => {
  test('what was undone to the very beginning stays undone', async () => {
    const page = await copied();
    const first = await heading(page);
    await retitled(page, 'Challenged in May');
    await kept(page).waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: first, exact: true }).waitFor();
    await kept(page).waitFor();
    await page.reload();
    await page.getByText('It can be played: nothing to mend.').waitFor();
    expect(await heading(page)).toBe(first);
  });

  test('nothing is called kept that the browser took back at the last moment; the next change is kept with it', async () => {
    const page = await copied();
    await page.evaluate(() => {
      const put = Reflect.get(IDBObjectStore.prototype, 'put');
      IDBObjectStore.prototype.put = function full(this: IDBObjectStore, ...given: Parameters<typeof put>) {
        const request = put.apply(this, given);
        request.addEventListener('success', () => this.transaction.abort());
        return request;
      };
      Reflect.set(window, 'roomAgain', () => { IDBObjectStore.prototype.put = put; });
    });
    await retitled(page, 'Without room');
    await page.getByText('Not kept: the browser refused. Save it as a file before you leave.', { exact: true }).waitFor();
    await page.evaluate(() => { (Reflect.get(window, 'roomAgain') as () => void)(); });
    await retitled(page, 'With room');
    await kept(page).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'With room', exact: true }).waitFor();
  });

  test('of two windows on one scenario the later writes over nothing: it is told, and can keep its own beside the other', async () => {
    const [page, other] = await inTwoWindows();
    await retitled(other, 'As the second has it');
    const told = other.getByRole('alert').filter({ hasText: 'another window' });
    await told.waitFor();
    await retitled(other, 'As the second has it now');
    expect(await told.isVisible()).toBe(true);
    await other.getByRole('button', { name: 'Keep mine as a scenario of its own', exact: true }).click();
    await other.getByRole('heading', { level: 1, name: 'As the second has it now (copy)', exact: true }).waitFor();
    expect(await told.count()).toBe(0);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'As the first window has it', exact: true }).waitFor();
  });

  test('what the other window has kept can be shown instead', async () => {
    const [, other] = await inTwoWindows();
    await retitled(other, 'As the second has it');
    await other.getByRole('button', { name: 'Show what is kept', exact: true }).click();
    await other.getByRole('heading', { level: 1, name: 'As the first window has it', exact: true }).waitFor();
    await retitled(other, 'Gone on with');
    await kept(other).waitFor();
  });
});

describe('of two windows on one rehearsal', () => {
  const day = (page: Page): Promise<string> => page.locator('.tr-now b').first().innerText();
  const later = async (page: Page): Promise<string> => { const before = await day(page); await page.getByRole('button', { name: '+1 day', exact: true }).click(); await expect.poll(() => day(page)).not.toBe(before); return day(page); };
  const told = (page: Page) => page.getByRole('alert').filter({ hasText: 'another window' });
  /** Two windows, of which the first has played on by a day; the day it shows. */
  async function inTwo(): Promise<{ readonly first: Page; readonly second: Page; readonly shown: string }> {
    const first = await app.open('training/start/bn-challenged');
    await first.locator('.tr-now').waitFor();
    const second = await first.context().newPage();
    await second.goto(first.url());
    await second.locator('.tr-now').waitFor();
    return { first, second, shown: await later(first) };
  }

  test('the second is told that the first has gone on, and shows what is kept', async () => {
    const { first, second, shown } = await inTwo();
    await later(second);
    expect(await later(second)).not.toBe(shown);
    await told(second).waitFor();
    await second.getByRole('button', { name: 'Show what is kept', exact: true }).click();
    await expect.poll(() => day(second)).toBe(shown);
    expect(await told(first).count()).toBe(0);
  });

  test('what is on the screen is kept instead when somebody says so, and the other window is told in its turn', async () => {
    const { first, second } = await inTwo();
    await later(second);
    const shown = await later(second);
    await told(second).waitFor();
    await second.getByRole('button', { name: 'Keep what is here instead', exact: true }).click();
    await expect.poll(() => told(second).count()).toBe(0);
    expect(await day(second)).toBe(shown);
    await later(first);
    await told(first).waitFor();
  });
});

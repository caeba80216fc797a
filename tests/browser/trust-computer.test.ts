// What surrounds the cases on a computer: a folder for backups that may go away, and a clock that may be wrong.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appBrowser } from './browser.ts';
import { reportIncident } from './opening.ts';

const app = appBrowser();
const DAY = 86_400_000;

/** The question for a folder is the system's own; here a folder of the private file system is chosen each time it is asked. */
async function givesFolders(page: Page, ...names: readonly string[]): Promise<void> {
  await page.evaluate((left) => {
    const ask = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(left.shift() ?? '', { create: true });
    Object.defineProperty(window, 'showDirectoryPicker', { value: ask });
  }, [...names]);
}
/** The backup files in a folder: name, and what each says it holds. */
const backupsIn = (page: Page, folder: string) => page.evaluate(async (name) => {
  const found: string[] = [];
  for await (const [file, handle] of (await (await navigator.storage.getDirectory()).getDirectoryHandle(name)).entries()) {
    const { caseway, scope } = JSON.parse(await (await (handle as FileSystemFileHandle).getFile()).text()) as { caseway: string; scope: string };
    found.push(`${file.replace(/\d{4}-\d\d-\d\d/, 'DAY')}: ${caseway} of ${scope}`);
  }
  return found;
}, folder);

test('backups go into a folder that was chosen once; where it is gone or closed that is said, and another can be chosen', async () => {
  const page = await app.open('where-is-my-data');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await givesFolders(page, 'papers', 'elsewhere');
  await button('Choose a folder for backups').click();
  await button('Save into the folder papers').click();
  await page.getByRole('main').getByText(/^Saved as caseway-backup-.*, in the folder papers\./).waitFor();
  expect(await backupsIn(page, 'papers')).toEqual(['caseway-backup-DAY.json: backup of store']);

  await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('papers', { recursive: true }));
  await button('Save into the folder papers').click();
  await page.getByRole('main').getByText('Nothing was saved: the folder papers could not be written to.').waitFor();
  await button('Choose another folder').click();
  await button('Save into the folder elsewhere').click();
  await page.getByRole('main').getByText(/^Saved as caseway-backup-.*, in the folder elsewhere\./).waitFor();

  await page.evaluate(() => { Object.defineProperty(FileSystemHandle.prototype, 'requestPermission', { value: async () => 'denied' }); });
  await button('Save into the folder elsewhere').click();
  await page.getByRole('main').getByText('Nothing was saved: the folder elsewhere could not be written to.').waitFor();
  await page.reload();
  await button('Save into the folder elsewhere').waitFor();
});

test('a clock set back or far forward and a zone elsewhere are told, and no date that was counted moves', async () => {
  const { tab, context } = await app.context({ timezoneId: 'Pacific/Auckland' });
  const now = Date.now();
  await context.clock.setFixedTime(now);
  const page = await tab('cases/open?procedure=tower-hamlets');
  await page.getByRole('complementary').getByText('Pacific/Auckland').waitFor();
  const place = await reportIncident(page);
  /** What each clock of the case is due by and how that was counted, whatever state it is in now. */
  const dates = async () => {
    await page.getByRole('heading', { name: 'Dates', level: 1 }).waitFor();
    return (await page.getByRole('main').locator('tbody td:last-child').allInnerTexts()).map((text) => text.split(' Say why it is late')[0]).toSorted();
  };
  const notices = page.getByRole('region', { name: 'About this computer' });
  await page.goto(`${place}/dates`);
  const counted = await dates();
  expect(counted.join()).toMatch(/24 hours after 09:40 on \w+ \d+ \w+ \d+: 09:40 on/);
  for (const [days, words] of [[-1, 'clock was set back'], [500, 'clock was set forward a long way']] as const) {
    await context.clock.setFixedTime(now + days * DAY);
    await page.goto(`${place}/dates`);
    await notices.getByText(words).waitFor();
    expect(await dates()).toEqual(counted);
  }
});

test('a reminder stands from page to page, so that nothing moves under what is about to be pressed', async () => {
  const page = await app.open('cases/open?procedure=tower-hamlets');
  const place = await reportIncident(page);
  await page.goto(place);
  const reminder = page.getByRole('region', { name: 'About this computer' }).getByText('No backup was ever saved');
  await reminder.waitFor();
  const told = await page.getByRole('navigation', { name: 'This case' }).getByRole('link', { name: 'Notes' }).evaluate(async (link: HTMLElement) => {
    link.click();
    await Promise.resolve();
    return [document.querySelector('h1')?.textContent, document.querySelector('.trust-notices')?.textContent.includes('No backup was ever saved')];
  });

  expect(told, 'as soon as the page stands').toEqual(['Notes', true]);
  await page.getByRole('button', { name: 'Remind me tomorrow' }).click();
  await reminder.waitFor({ state: 'detached' });
});

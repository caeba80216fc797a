// One case in two tabs, and what the foot of a page says of saving: a second tab is told of a change on whichever page
// it shows, and keeps what is typed there.
import { expect, test } from 'vitest';
import { appBrowser } from './browser.ts';

const app = appBrowser();

test.each([['the notes', 'notes', 'Add a note'], ['a form', 'tasks/convene-panel', 'Who has been asked to come?']])('a second tab at %s is told that the case changed and keeps what is typed', async (_, path, label) => {
  const { tab } = await app.context();
  const first = await tab('practice');
  await first.waitForURL('**/practice/cases/practice-*');
  const address = new URL(first.url()).pathname;
  const second = await tab(`${address}/${path}`);
  await second.getByRole('textbox', { name: label }).fill('Typed in the second tab');

  await first.goto(new URL(`${address}/notes`, first.url()).href);
  await first.getByLabel('Add a note').fill('From the first tab');
  await first.getByRole('button', { name: 'Add the note' }).click();

  await second.getByRole('status').filter({ hasText: 'This case changed in another tab.' }).waitFor();
  expect(await second.getByRole('textbox', { name: label }).inputValue()).toBe('Typed in the second tab');
  expect(await first.getByText('This case changed in another tab.').count()).toBe(0);
});

test('the foot of the page says when this computer last saved, and still after a reload', async () => {
  const { tab, context } = await app.context();
  await context.clock.setFixedTime('2026-12-09T10:42Z');
  const page = await tab('cases/open?procedure=kscp');
  expect(await page.getByRole('contentinfo').innerText()).not.toContain('aved on this computer');
  await page.goto(new URL('/procedures', page.url()).href);
  await page.getByRole('button', { name: 'Make your own copy' }).first().click();
  await page.getByRole('application').waitFor();
  await page.goto(new URL('/cases', page.url()).href);
  await page.getByRole('contentinfo').getByText('Saved on this computer at 10:42').waitFor();
  await context.clock.setFixedTime('2026-12-10T09:00Z');
  await page.reload();
  await page.getByRole('contentinfo').getByText('Last saved on this computer Wed 9 Dec, 10:42').waitFor();
});

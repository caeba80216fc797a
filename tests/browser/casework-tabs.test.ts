// One case in two tabs: whichever page the second shows, it is told of a change, and keeps what is typed there.
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

// A case's whole life, in the built app: two cases opened for one child merged and parted again; a case handed to another
// computer as a file, taken in there, and a second copy shown beside ours.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { WalkthroughAct } from '../../engine/case/walkthrough-types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { appBrowser } from './browser.ts';
import { joined, putSeed, seedOn } from './seeding.ts';
import type { Seed } from './seeding.ts';

const app = appBrowser();
const seawick = JSON.parse(readFileSync(new URL('../fixtures/casework/seawick.json', import.meta.url), 'utf8')) as Procedure;
const at = (time: string, command: WalkthroughAct['do']): WalkthroughAct => ({ at: `2026-12-07T${time}`, as: 'manager', person: 'A.B.', do: command });
const opening = (reference: string, harmed: boolean): WalkthroughAct => at('09:00', { type: 'openCase', reference, door: 'referral', answers: { initials: 'Q.X.', told: '2026-12-04', harmed, strands: ['Practice', 'Systems'] } });

let seed: Seed;
beforeAll(() => {
  seed = joined(
    seedOn('one', [seawick], [opening('SW-2026-001', false)]),
    seedOn('two', [seawick], [opening('SW-2026-002', true), at('09:10', { type: 'completeTask', task: 'terms', answers: { scope: 'All of 2026.' } }), at('09:20', { type: 'addNote', words: 'The school rang.' })]),
  );
});

/** A computer of its own, at work as the manager; without `cases` it has none. */
async function computer(cases: boolean): Promise<Page> {
  const { tab, context } = await app.context();
  await context.clock.setFixedTime('2026-12-08T10:00:00Z');
  const page = await tab('start');
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (cases) await putSeed(page, seed);
  await page.evaluate(() => { localStorage.setItem('caseway-who', JSON.stringify({ live: { person: 'Z.B.', roles: { seawick: 'manager' } } })); localStorage.setItem('caseway-seen', String(Date.now())); sessionStorage.setItem('caseway-here', '1'); });
  return page;
}
async function goTo(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(new URL(path, app.url()).href);
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
async function nothingForAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
async function noted(page: Page, words: string): Promise<void> {
  await goTo(page, 'cases/one/notes', 'Notes');
  await field(page, 'Add a note').fill(words);
  await button(page, 'Add the note').click();
  await page.getByRole('listitem').filter({ hasText: words }).waitFor();
}

test('a case opened twice is merged into the other, with what is chosen, and parted again', async () => {
  const page = await computer(true);
  await goTo(page, 'cases/two/history', 'What has happened');
  await page.getByRole('link', { name: 'Merge this case into another', exact: true }).click();
  await field(page, 'Which case goes on?').selectOption({ index: 1 });
  await page.getByText('SW-2026-001 goes on', { exact: true }).waitFor();
  expect(await page.getByRole('checkbox', { name: /^What the review looks at/ }).isChecked()).toBe(true);
  expect(await page.getByRole('checkbox', { name: /^Was the child seriously harmed/ }).isChecked()).toBe(false);
  await nothingForAxe(page);
  await button(page, 'Merge into SW-2026-001').click();
  await page.getByRole('alert', { name: 'There is a problem' }).getByRole('link').click();
  await page.keyboard.type('Two people rang about one child.');
  await button(page, 'Merge into SW-2026-001').click();
  await page.getByText('Recorded: SW-2026-002 was merged into SW-2026-001.').first().waitFor();

  await goTo(page, 'cases/one/notes', 'Notes');
  await page.getByRole('listitem').filter({ hasText: 'Note, carried over from SW-2026-002' }).getByText('The school rang.').waitFor();
  await goTo(page, 'cases/two/notes', 'Notes');
  await page.getByRole('region', { name: 'Merged into SW-2026-001' }).getByRole('link', { name: 'Go to SW-2026-001', exact: true }).waitFor();
  await page.getByRole('region', { name: 'Merged into SW-2026-001' }).getByRole('link', { name: 'Undo the merge', exact: true }).click();
  await field(page, 'Why are they parted again?').fill('Two children after all.');
  await nothingForAxe(page);
  await button(page, 'Undo the merge').click();
  await page.getByText('Recorded: the merge is undone.').first().waitFor();
  await goTo(page, 'cases/one/notes', 'Notes');
  await page.getByText('No note yet.', { exact: true }).waitFor();
});

test('a case goes to another computer as a file; a second copy that was edited elsewhere stands beside ours and is kept as a case of its own', async () => {
  const south = await computer(true);
  const file = await transferred(south, 'the North partnership', true);
  await goTo(south, 'cases/one', /./);
  await south.getByRole('region', { name: 'Transferred to the North partnership' }).waitFor();

  const north = await computer(false);
  await taken(north, file);
  await north.getByText('This case is not here yet.', { exact: true }).waitFor();
  await nothingForAxe(north);
  await field(north, 'Who sent it?').fill('the South partnership');
  await button(north, 'Take the case in').click();
  await north.getByText('SW-2026-001 was taken in.').first().waitFor();
  await noted(north, 'Entered in the North.');
  const back = await transferred(north, 'the South partnership');

  await goTo(south, 'cases/one/transfer', 'Transferred to the North partnership');
  await field(south, 'Why is it taken back?').fill('No answer from the North.');
  await button(south, 'Take it back').click();
  await south.getByText('Recorded: the case is worked on here again.').first().waitFor();
  await noted(south, 'Entered in the South.');
  await taken(south, back);
  await south.getByText('Two copies of this case went different ways after entry 2.', { exact: true }).waitFor();
  await south.getByRole('region', { name: 'Ours has' }).getByText('Entered in the South.').waitFor();
  await south.getByRole('region', { name: 'Theirs has' }).getByText('Entered in the North.').waitFor();
  await nothingForAxe(south);
  await field(south, 'Who sent it?').fill('the North partnership');
  await button(south, 'Take theirs in as a separate case').click();
  await south.getByText('SW-2026-001-B was taken in.').first().waitFor();
  await goTo(south, 'cases/one/notes', 'Notes');
  await south.getByRole('listitem').filter({ hasText: 'as SW-2026-001-B.' }).waitFor();
  await south.getByRole('listitem').filter({ hasText: 'Entered in the South.' }).waitFor();
});

/** Transfers the case and gives the path of the file that was saved. */
async function transferred(page: Page, to: string, look = false): Promise<string> {
  await goTo(page, 'cases/one/transfer', 'Transfer this case');
  await field(page, 'Who gets it?').fill(to);
  await field(page, 'Why is it transferred?').fill('The family moved.');
  if (look) await nothingForAxe(page);
  const coming = page.waitForEvent('download');
  await button(page, 'Record the transfer and save the file').click();
  const saved = await coming;
  expect(saved.suggestedFilename()).toBe('caseway-case-SW-2026-001.json');
  await page.getByRole('heading', { level: 1, name: `Transferred to ${to}`, exact: true }).waitFor();
  return saved.path();
}
async function taken(page: Page, file: string): Promise<void> {
  await goTo(page, 'cases', 'Cases');
  await page.getByRole('link', { name: 'Take in a case file', exact: true }).click();
  await field(page, 'Case file').setInputFiles(file);
}

// Rehearsal as a trainer meets it: one scenario of each procedure from its start to the debrief, with a step back and a
// second way; the first ten minutes from the front page; and real cases, which no rehearsal reaches.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { verdictWords } from '../../app/training/debrief/verdicts.ts';
import { debriefOf, reopened } from '../../engine/case/rehearsal/index.ts';
import type { Debrief } from '../../engine/case/rehearsal/index.ts';
import { bookOf, filesIn, scenarioIn, slugs } from '../engine/case/rehearsal/shipped.ts';
import { appBrowser } from './browser.ts';
import { openUnknown } from './opening.ts';
import { answerRightly, everythingIn, keptOn, next, openFacilitator, playAsWritten } from './training.ts';

const app = appBrowser();
const scenarios = slugs.map((slug) => filesIn(`examples/${slug}/scenarios/`).map((path) => scenarioIn(path)).find(({ guided }) => guided === 'facilitated'));

/** What the debrief on the page says, in the order in which it says it. */
async function debriefOn(page: Page): Promise<readonly string[]> {
  await page.getByText('The same as a table').click();
  const tiles = await page.locator('.tr-tiles b').allInnerTexts();
  const rows = await page.locator('.tr-debrief tbody tr').evaluateAll((all) => all.map((row) => `${row.querySelector('th')?.textContent}: ${row.querySelector('td:last-child')?.textContent}`));
  return [await page.getByRole('heading', { level: 1 }).innerText(), ...tiles, ...rows];
}
function told({ score, lines }: Debrief): readonly string[] {
  return [`Debrief: ${score.well} of ${score.duties} duties done well`, ...[score.well, score.late, score.missed, score.wrongRole, score.unneeded].map(String), ...lines.map((line) => `${line.label}: ${verdictWords(line)}`)];
}

describe('one scenario of each procedure', () => {
  test.each(scenarios)('$procedure: “$title”, from its start to the debrief', async (scenario) => {
    if (!scenario) throw new Error('a procedure has no facilitated scenario');
    const page = await app.open(`training/start/${scenario.id}`);
    await page.getByText('What would you do?').waitFor();
    await playAsWritten(page, scenario);
    await page.getByText('Nothing more is expected.').waitFor();

    await page.getByRole('link', { name: 'Debrief' }).click();
    await page.getByRole('heading', { level: 1, name: /^Debrief/ }).waitFor();
    const book = bookOf(scenario);
    const inNode = debriefOf(book, reopened(book, await keptOn(page)));
    expect(await debriefOn(page)).toEqual(told(inNode));
    expect(inNode.lines.filter(({ verdict }) => verdict !== 'well')).toEqual([]);

    await page.getByRole('link', { name: 'Back to the case' }).click();
    await page.getByRole('button', { name: /^Step back to/ }).click();
    await page.locator('.tr-happened li').nth(4).getByRole('button').click();
    await page.getByRole('button', { name: 'Try another way from here' }).click();
    await page.getByRole('button', { name: '+1 day' }).click();
    await page.getByRole('button', { name: 'Compare the ways' }).click();
    await page.getByRole('columnheader', { name: 'Way B' }).waitFor();
    expect(await page.locator('.tr-below tbody tr').count()).toBeGreaterThan(0);
    await expect.poll(async () => (await keptOn(page)).ways.length).toBe(2);
    await page.reload();
    await page.getByRole('button', { name: 'Compare the ways' }).waitFor();
    await page.getByRole('link', { name: 'Debrief' }).click();
    await page.getByText(/^Way B,/).waitFor();
    expect(await debriefOn(page)).toEqual(told(debriefOf(book, reopened(book, await keptOn(page)))));
  });
});

describe('the first ten minutes', () => {
  test('start with one click on the front page; an act is done by its form, another’s act is refused and explained', async () => {
    const page = await app.open('');
    await page.getByRole('link', { name: 'Rehearse for ten minutes' }).click();
    await page.getByRole('heading', { name: 'An alert on a Friday' }).waitFor({ state: 'attached' });
    const path = filesIn('examples/tower-hamlets/scenarios/').find((file) => file.endsWith('first-ten-minutes.json')) ?? '';
    await next(page).click();
    await answerRightly(page, scenarioIn(path));
    await next(page).click();

    await page.getByRole('button', { name: 'What if? Receive the alert' }).click();
    await page.getByText('It goes on to', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Receive the alert' }).click();
    await page.getByRole('heading', { level: 1, name: 'Receive the alert' }).waitFor();
    for (const group of [/note only/, /Has the child died/, /looked after/]) await page.getByRole('group', { name: group }).getByLabel('No', { exact: true }).check();
    await page.getByRole('button', { name: 'Record as done' }).click();
    await page.getByText('Recorded: Receive the alert.').waitFor();

    await page.getByText('For others', { exact: false }).click();
    await page.locator('details', { hasText: 'For others' }).getByRole('link').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('button', { name: /^Record/ }).first().click();
    await page.getByRole('alert').filter({ hasText: /./ }).first().waitFor();
    await page.getByRole('link', { name: 'Back to the case' }).first().click();
    await page.getByRole('heading', { name: 'Not accepted' }).waitFor();
    const book = bookOf(scenarioIn(path));
    await expect.poll(async () => debriefOf(book, reopened(book, await keptOn(page))).refused.map(({ code }) => code)).toEqual(['wrong-role']);
  });

  test('the screen is covered while it is handed over, and the clock is moved by the keys alone', async () => {
    const page = await app.open('training/first');
    await page.getByText('What would you do?').waitFor();
    await page.getByRole('button', { name: 'Hand over' }).click();
    await page.getByRole('radio', { name: /Director/ }).first().check();
    await page.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click();
    await page.getByRole('heading', { name: 'Hand over the screen' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^I play Director/ }).click();
    await page.locator('.tr-who', { hasText: 'Director' }).waitFor();
    await page.getByRole('slider', { name: 'Day' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('Sat 19 Dec 2026').first().waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('Fri 18 Dec 2026').first().waitFor();
    await page.locator('.tr-now').focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });
});

describe('real cases', () => {
  test('are not opened, taken in or given out by a rehearsal, and stay as they are', async () => {
    const { tab } = await app.context();
    const page = await tab('cases/open?procedure=kscp');
    const live = (await openUnknown(page, 'R.L.')).split('/cases/')[1]?.split(/[/?]/)[0] ?? '';
    const before = await everythingIn(page, 'caseway-live');
    expect(before.length).toBeGreaterThan(200);

    await page.goto(`${app.url()}training/play/${live}`);
    await page.getByRole('heading', { name: 'This rehearsal is not on this computer' }).waitFor();
    await page.goto(`${app.url()}training/cases/${live}`);
    await page.getByText('Real cases are never opened in a rehearsal.').waitFor();
    await page.goto(`${app.url()}training/start/${live}`);
    await page.getByRole('heading', { name: 'This file cannot be played' }).waitFor();
    await page.goto(`${app.url()}training/storyboard/${live}`);
    await page.getByRole('heading', { name: 'This scenario is not on this computer' }).waitFor();
    await page.goto(`${app.url()}training/durations/${live}`);
    await page.getByText('Real cases are never opened in a rehearsal.').waitFor();
    await page.goto(`${app.url()}training/start/th-first-ten-minutes?on=${live}`);
    await page.getByRole('heading', { name: 'This file cannot be played' }).waitFor();
    await page.goto(`${app.url()}training/first`);
    await page.getByText('What would you do?').waitFor();
    await page.goto(`${page.url()}/cases/${live}`);
    await page.getByText('Real cases are never opened in a rehearsal.').waitFor();

    await page.goto(`${app.url()}training`);
    const book = bookOf(scenarioIn(filesIn('examples/kscp/scenarios/')[0] ?? ''));
    for (const [name, text] of [['events.json', JSON.stringify(book.opening.events)], ['case.json', JSON.stringify(book.opening)], ['backup.json', before]] as const) {
      await page.getByLabel('Open a scenario file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
      await page.getByText('This file cannot be played').waitFor();
    }
    expect(await everythingIn(page, 'caseway-rehearsal')).not.toContain(live);
    expect(await everythingIn(page, 'caseway-live')).toBe(before);
    expect(await everythingIn(page, 'caseway-rehearsal')).not.toMatch(/"(hash|digest)":/);
  });
});

test('axe finds nothing on the screens of rehearsal', async () => {
  const scenario = scenarios.find((one) => one?.procedure === 'tower-hamlets');
  const page = await app.open('training');
  const check = async (where: string): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([]);
  };
  await page.getByRole('heading', { name: 'Rehearse' }).waitFor();
  await page.getByRole('link', { name: 'Start the first rehearsal' }).waitFor();
  await check('list');
  await page.goto(`${app.url()}training/start/${scenario?.id}`);
  await page.getByText('What would you do?').waitFor();
  await openFacilitator(page);
  for (let act = 0; act < 6; act += 1) await page.getByRole('button', { name: 'Do it as written' }).click();
  await page.getByRole('button', { name: 'Try another way from here' }).click();
  await page.getByRole('button', { name: 'Compare the ways' }).click();
  await check('player');
  await page.getByRole('link', { name: 'Debrief' }).click();
  await page.getByRole('heading', { level: 1, name: /^Debrief/ }).waitFor();
  await check('debrief');
  await page.goto(`${app.url()}training/durations/tower-hamlets`);
  await page.getByRole('button', { name: 'Run it 10,000 times' }).click();
  await page.getByRole('heading', { name: 'The chance of meeting each date' }).waitFor();
  await check('durations');
  await page.goto(`${app.url()}training/coverage/tower-hamlets`);
  await page.getByRole('button', { name: 'Make the pack' }).click();
  await page.getByText('They visit', { exact: false }).waitFor();
  await check('coverage');
});

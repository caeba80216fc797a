// Acts that are nobody's task, in the built app: a running case moved to another version, signatures and what they send
// back, a signed part opened again, an act that a correction left without support. Each with its reason.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { WalkthroughAct } from '../../engine/case/walkthrough-types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { appBrowser } from './browser.ts';
import { joined, putSeed, seedOn } from './seeding.ts';
import type { Seed } from './seeding.ts';

const app = appBrowser();
const NOW = '2026-12-08T10:00:00Z';
const first = JSON.parse(readFileSync(new URL('../fixtures/casework/seawick.json', import.meta.url), 'utf8')) as Procedure;
/** The panel is called something else, the chair has longer to sign, and a plan is asked for. */
const second = changed(first, (text) => text.replaceAll('"panel"', '"meeting"').replace('"within","amount":3', '"within","amount":6')
  .replace('"report":{"shape"', '"plan":{"shape":"record","label":"Plan the review","in":["gather"],"by":["manager"]},"report":{"shape"'));
function changed(procedure: Procedure, how: (text: string) => string): Procedure { return JSON.parse(how(JSON.stringify(procedure))) as Procedure; }

const at = (time: string, as: string, command: WalkthroughAct['do']): WalkthroughAct => ({ at: `2026-12-07T${time}`, as, person: 'A.B.', do: command });
const opening = (initials: string, reference: string, harmed = false): WalkthroughAct => at('09:00', 'manager', { type: 'openCase', reference, door: 'referral', answers: { initials, told: '2026-12-04', harmed, strands: ['Practice', 'Systems'] } });
const toPanel = at('09:30', 'manager', { type: 'takeTransition', transition: 'to-panel' });

let seed: Seed;
beforeAll(() => {
  seed = joined(
    seedOn('gathering', [first, second], [opening('Q.X.', 'SW-2026-001'), at('09:10', 'manager', { type: 'completeTask', task: 'terms', answers: { scope: 'All of 2026.' } })]),
    seedOn('panel', [first, second], [opening('V.W.', 'SW-2026-002'), toPanel]),
    seedOn('report', [first, second], [opening('T.T.', 'SW-2026-003'), at('09:15', 'author', { type: 'recordAnswers', mode: 'change', task: 'report', answers: { facts: 'As told on Friday.', 'facts-signed': 'A.B.' } }), at('09:20', 'manager', { type: 'sendExchange', task: 'returns' }), at('09:50', 'manager', { type: 'recordReply', task: 'returns', recipient: 'police', state: 'received', answers: { known: 'One visit in March.' } })]),
    seedOn('decided', [first, second], [opening('U.U.', 'SW-2026-004', true), at('09:10', 'manager', { type: 'completeTask', task: 'visit' }), at('09:20', 'manager', { type: 'recordAnswers', mode: 'correct', answers: { harmed: false }, reason: 'The hospital wrote.' }), toPanel, at('09:40', 'chair', { type: 'decide', task: 'decide', options: ['keep'], reasons: 'No harm was done.' })]),
  );
});

/** The page of a case in a browser of its own, as somebody who acts in a role. */
async function seeded(path: string, role: string, now = NOW): Promise<Page> {
  const { tab, context } = await app.context();
  await context.clock.setFixedTime(now);
  const page = await tab('start');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await putSeed(page, seed);
  await actAs(page, role, path);
  return page;
}
/** Goes to a page as another person would who has chosen a role there before. */
async function actAs(page: Page, role: string, path: string): Promise<void> {
  await page.evaluate(([kept, seen]) => { localStorage.setItem('caseway-who', kept ?? ''); localStorage.setItem('caseway-seen', seen ?? ''); sessionStorage.setItem('caseway-here', '1'); }, [JSON.stringify({ live: { person: 'Z.B.', roles: { seawick: role } } }), await page.evaluate(() => String(Date.now()))]);
  await page.goto(new URL(path, app.url()).href);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}
async function nothingForAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

describe('another version of the procedure', () => {
  test('a running case is moved: first what changes for its stages, tasks and dates, then the reason, and it can be taken back', async () => {
    const page = await seeded('cases/gathering/version', 'manager');
    await page.getByRole('heading', { level: 2, name: 'What would change on version 2', exact: true }).waitFor();
    const row = (table: string, name: string) => page.getByRole('table', { name: table, exact: true }).getByRole('row').filter({ hasText: name });
    expect(await row('Stages', 'Gathering').innerText()).toContain('Stays');
    expect(await row('Tasks', 'Plan the review').innerText()).toContain('Comes up');
    const date = await row('Dates', 'Terms signed by the chair').innerText();
    expect(date).toMatch(/Thu 10 Dec 2026\s+3 working days after .*Tue 15 Dec 2026\s+6 working days after /s);
    await nothingForAxe(page);

    await page.getByRole('button', { name: 'Move the case to version 2', exact: true }).click();
    await page.getByRole('alert', { name: 'There is a problem' }).getByRole('link').click();
    await page.getByLabel('Why is it moved?', { exact: true }).fill('The chair has longer now.');
    await page.getByRole('button', { name: 'Move the case to version 2', exact: true }).click();
    await page.getByText('Recorded: the case runs on version 2 now.').first().waitFor();
    await nothingForAxe(page);
    await page.goto(new URL('cases/gathering/history', app.url()).href);
    await page.getByRole('listitem').filter({ hasText: 'Moved to version 2 of the procedure' }).getByText('The chair has longer now.').waitFor();
    await page.goto(new URL('cases/gathering', app.url()).href);
    await page.getByRole('link', { name: 'Plan the review', exact: true }).first().waitFor();

    await page.getByRole('link', { name: 'Seawick, version 2', exact: true }).click();
    await page.getByLabel('Why is it taken back?', { exact: true }).fill('Not agreed yet.');
    await page.getByRole('button', { name: 'Go back to version 1', exact: true }).click();
    await page.getByText('Recorded: the case runs on version 1 again.').first().waitFor();
    await page.getByRole('link', { name: 'Seawick, version 1', exact: true }).waitFor();
  });
  test('several cases are tried first and moved together; one whose stage is gone waits for a person', async () => {
    const page = await seeded('cases/versions/seawick', 'manager');
    for (const reference of ['SW-2026-001', 'SW-2026-002']) await page.getByRole('checkbox', { name: `Choose ${reference}` }).check();
    await page.getByLabel('Move the chosen cases to', { exact: true }).selectOption({ label: 'version 2: Changed by hand' });
    await page.getByRole('button', { name: 'See what would change', exact: true }).click();
    const row = (reference: string) => page.getByRole('table', { name: 'What would change for 2 cases' }).getByRole('row').filter({ hasText: reference });
    await row('SW-2026-001').getByText('Every stage stays, 1 task changes, 1 date changes').waitFor();
    await row('SW-2026-002').getByText('“Panel”: not in that version.').waitFor();
    const place = page.getByLabel('“Panel” is not in version 2. Where does the case in it go on?', { exact: true });
    await place.selectOption({ label: 'Panel' });
    await page.getByRole('button', { name: 'Move 2 cases', exact: true }).waitFor();
    await nothingForAxe(page);
    await place.selectOption('');
    await page.getByLabel('Why is it moved?', { exact: true }).fill('Agreed by the board.');
    await page.getByRole('button', { name: 'Move 1 case', exact: true }).click();
    await page.getByRole('heading', { name: 'Version 2: 1 running case', exact: true }).waitFor();

    await page.getByRole('link', { name: 'SW-2026-002, V.W.', exact: true }).first().click();
    await page.getByRole('link', { name: 'Seawick, version 1', exact: true }).click();
    await page.getByLabel('“Panel” is not in that version. Where does the case go on?').selectOption({ label: 'Panel' });
    await page.getByRole('row').filter({ hasText: 'Goes on in: Panel' }).waitFor();
    await page.getByLabel('Why is it moved?', { exact: true }).fill('The panel is called meeting now.');
    await page.getByRole('button', { name: 'Move the case to version 2', exact: true }).click();
    await page.getByText('Recorded: the case runs on version 2 now.').first().waitFor();
  });
});

const problem = (page: Page) => page.getByRole('alert', { name: 'There is a problem' });
/** The frame of what is signed next. */
const signature = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

describe('signatures', () => {
  test('the next signer is shown what to sign; it goes back with a reason, comes again in a second round, and the last may amend it', async () => {
    const page = await seeded('cases/gathering', 'chair');
    await page.getByRole('region', { name: 'Sign off: Agree the terms of reference', exact: true }).getByRole('link', { name: 'Read it and sign', exact: true }).click();
    const sign = signature(page, 'You sign next');
    await sign.getByText('Signature 1 of 2', { exact: true }).waitFor();
    await sign.getByRole('radio', { name: 'Sent back for more', exact: true }).check();
    await sign.getByRole('button', { name: 'Record the signature', exact: true }).click();
    await problem(page).getByRole('link').waitFor();
    await nothingForAxe(page);
    await sign.getByLabel('Reasons', { exact: true }).fill('Say which agencies.');
    await sign.getByRole('button', { name: 'Record the signature', exact: true }).click();
    await page.getByText(/^Sent back by Z\.B\., Review Chair, .* Say which agencies\./).waitFor();

    await actAs(page, 'manager', 'cases/gathering/tasks/terms');
    await page.getByLabel('What the review looks at', { exact: true }).fill('All of 2026: police, health.');
    await page.getByRole('button', { name: 'Record as done', exact: true }).click();
    await page.getByText('Recorded: Agree the terms of reference.').waitFor();

    await actAs(page, 'chair', 'cases/gathering/tasks/terms');
    await sign.getByText('Signature 1 of 2, round 2', { exact: true }).waitFor();
    await sign.getByRole('radio', { name: 'Signed off', exact: true }).check();
    await sign.getByRole('button', { name: 'Record the signature', exact: true }).click();
    await signature(page, 'Director signs next').getByText('Only Director', { exact: true }).waitFor();

    await actAs(page, 'director', 'cases/gathering/tasks/terms');
    await sign.getByRole('radio', { name: 'Amended and signed off', exact: true }).check();
    await page.getByLabel('What the review looks at', { exact: true }).fill('All of 2026: police, health, school.');
    await sign.getByLabel('Reasons', { exact: true }).fill('The school knew the child.');
    await nothingForAxe(page);
    await sign.getByRole('button', { name: 'Record the signature', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /^Agree the terms of reference\s*Done$/ }).waitFor();
    await page.getByText('All of 2026: police, health, school.', { exact: true }).waitFor();
    expect(await page.getByRole('table', { name: 'Signatures so far' }).getByRole('row').count()).toBe(4);
  });
  test('a reply waits for whoever signs it; a signed part of a form is locked, and opened again by its author with a reason', async () => {
    const page = await seeded('cases/report/tasks/returns', 'manager');
    const reply = signature(page, 'You sign next');
    await reply.getByText('One visit in March.', { exact: true }).waitFor();
    await reply.getByRole('radio', { name: 'Signed off', exact: true }).check();
    await reply.getByRole('button', { name: 'Record the signature', exact: true }).click();
    await page.getByRole('row').filter({ hasText: 'Police' }).getByText('In and accepted', { exact: true }).waitFor();

    await page.goto(new URL('cases/report/tasks/report', app.url()).href);
    await page.getByText('Report form, form v2, Tue 1 Sep 2026', { exact: true }).waitFor();
    expect(await page.getByLabel('What happened', { exact: true }).count()).toBe(0);
    const unlock = async (): Promise<void> => {
      await page.getByText('Open this part again').first().click();
      await page.getByLabel('Why is it opened again?', { exact: true }).fill('The date was wrong.');
      await page.getByRole('button', { name: 'Open it again', exact: true }).click();
    };
    await unlock();
    await page.getByRole('alert', { name: 'This was not recorded' }).waitFor();
    await nothingForAxe(page);
    await actAs(page, 'author', 'cases/report/tasks/report');
    await unlock();
    await page.getByText(/^Opened again by Z\.B\., Report author, .*The date was wrong\.$/).waitFor();
    await page.getByLabel('What happened', { exact: true }).waitFor();
  });
  test('an act that a correction left without support is flagged, and stands once somebody says why; an outside body’s answer is entered by staff', async () => {
    const page = await seeded('cases/decided', 'manager');
    await page.getByText('It stands all the same').click();
    await page.getByRole('button', { name: 'It stands', exact: true }).click();
    await problem(page).getByRole('link').waitFor();
    await page.getByLabel('Why does it stand?', { exact: true }).fill('It was right to go and look.');
    await nothingForAxe(page);
    await page.getByRole('button', { name: 'It stands', exact: true }).click();
    await page.getByText('Recorded: what was done stands.').first().waitFor();
    await page.getByText('It stands all the same').waitFor({ state: 'detached' });

    await actAs(page, 'director', 'cases/decided/tasks/tell');
    const letter = signature(page, 'You sign next');
    await letter.getByText('The document: Letter of the panel', { exact: true }).waitFor();
    await letter.getByRole('radio', { name: 'Signed off', exact: true }).check();
    await letter.getByRole('button', { name: 'Record the signature', exact: true }).click();
    await letter.waitFor({ state: 'detached' });

    await actAs(page, 'manager', 'cases/decided/tasks/decide');
    const sign = signature(page, 'Inspectors signs next');
    await sign.getByText('You enter the answer of Inspectors, who has no account here.', { exact: true }).waitFor();
    await sign.getByRole('radio', { name: 'Overturned: something else holds', exact: true }).check();
    await sign.getByRole('radio', { name: 'Publish', exact: true }).check();
    await sign.getByLabel('Reasons', { exact: true }).fill('The harm is serious.');
    await sign.getByRole('button', { name: 'Record the signature', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: 'Publish', exact: true }).waitFor();
    await page.getByRole('region', { name: 'Case', exact: true }).getByText('Practice: Work on it, Systems: Work on it', { exact: true }).waitFor();
    await nothingForAxe(page);
  });
});

test('a duty that belongs to no case is kept here, stands on Today when it is owed, is recorded by those who owe it, and may be explained or withdrawn', async () => {
  const page = await seeded('duties', 'chair', '2027-03-20T10:00:00Z');
  await page.getByRole('link', { name: 'Seawick: learning reviews: keep them here', exact: true }).click();
  for (const [suffix, value] of [['', '1'], ['-month', '4'], ['-year', '2025']] as const) await page.locator(`#f-keep-from${suffix}`).fill(value);
  await page.getByRole('button', { name: 'Keep them from this day', exact: true }).click();
  const duty = page.getByRole('region', { name: 'Check the list of cases', exact: true });
  const round = (first: string) => duty.getByRole('row').filter({ hasText: first });
  await round('Tue 1 Apr 2025 to Tue 31 Mar 2026').getByText('Late', { exact: true }).waitFor();
  await nothingForAxe(page);

  await page.goto(new URL('today', app.url()).href);
  const today = page.getByRole('region', { name: 'Duties of the procedure', exact: true });
  await today.getByText(/owed by Tue 31 Mar 2026, and not recorded/).waitFor();
  await nothingForAxe(page);
  await today.getByRole('link', { name: 'Check the list of cases', exact: true }).click();

  await duty.getByLabel('For which round?', { exact: true }).selectOption({ label: 'Wed 1 Apr 2026 to Wed 31 Mar 2027' });
  await duty.getByLabel('Proof (optional)', { exact: true }).fill('Minute 7 of the board');
  await duty.getByRole('button', { name: 'Record as done', exact: true }).click();
  await duty.getByRole('alert', { name: 'This was not recorded' }).getByRole('button', { name: 'Act as Review Manager', exact: true }).click();
  await duty.getByRole('button', { name: 'Record as done', exact: true }).click();
  await round('Wed 1 Apr 2026 to Wed 31 Mar 2027').getByText('Proof: Minute 7 of the board', { exact: true }).waitFor();

  await duty.getByText('Say why a round went by without it').click();
  await duty.getByRole('button', { name: 'Record the reason', exact: true }).click();
  await problem(page).getByRole('link').waitFor();
  await duty.getByLabel('Why?', { exact: true }).fill('Nobody was in post.');
  await duty.getByRole('button', { name: 'Record the reason', exact: true }).click();
  await duty.getByText('Not done: Nobody was in post.', { exact: true }).waitFor();
  await nothingForAxe(page);

  await duty.getByText('This entry is wrong').click();
  await duty.getByLabel('What is wrong with it?', { exact: true }).fill('It was another list.');
  await duty.getByRole('button', { name: 'Withdraw the entry', exact: true }).click();
  await round('Wed 1 Apr 2026 to Wed 31 Mar 2027').getByText('Nothing yet', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'All duties', exact: true }).click();
  await page.getByRole('table', { name: 'Seawick: learning reviews' }).getByText('11 days left', { exact: true }).waitFor();
  await nothingForAxe(page);
});

test('a case chooses how its own clock runs, is put on hold, is asked whether the hold still stands, and runs on', async () => {
  const page = await seeded('cases/report/dates', 'manager');
  const clock = page.getByRole('row').filter({ hasText: 'Report written' });
  await clock.getByText(/^20 working days after Fri 4 Dec 2026/).waitFor();
  await page.getByText('Choose something else').click();
  await page.getByRole('radio', { name: '10 working days, for an urgent case', exact: true }).check();
  await page.getByRole('button', { name: 'Choose this', exact: true }).click();
  await clock.getByText(/^10 working days after Fri 4 Dec 2026/).waitFor();

  await page.getByText('Put on hold: Criminal trial', { exact: true }).click();
  await page.getByLabel('Why', { exact: true }).fill('The trial begins.');
  await page.getByRole('button', { name: 'Put on hold', exact: true }).click();
  await page.getByRole('region', { name: 'Holds', exact: true }).getByText(/On hold since/).waitFor();
  await clock.getByText('Stopped', { exact: true }).waitFor();
  await nothingForAxe(page);

  await page.clock.setFixedTime('2026-12-23T10:00:00Z');
  await actAs(page, 'manager', 'cases/report');
  await page.getByText(/^“Criminal trial” has held the case since Tue 8 Dec/).waitFor();
  await page.goto(new URL('today', app.url()).href);
  await page.getByRole('region', { name: 'Does it still stand?', exact: true }).getByRole('link', { name: 'SW-2026-003, T.T.', exact: true }).click();
  await page.getByText(/^“Criminal trial” has held the case since Tue 8 Dec/).waitFor();
  await nothingForAxe(page);
  await page.getByRole('link', { name: 'Go to the hold', exact: true }).click();
  await page.getByRole('button', { name: 'It still stands', exact: true }).click();
  await page.getByText(/^Last said to stand Wed 23 Dec/).waitFor();
  await page.getByRole('button', { name: 'Release', exact: true }).click();
  await clock.getByText(/held from/i).waitFor();
});

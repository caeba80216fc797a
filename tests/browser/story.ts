// What a person does in the story, chapter by chapter; which hand does it is not known here.
import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Hand } from './hands.ts';

/** A page, the hand that works it, and the moment its clock shows. */
export interface Person { readonly page: Page; readonly hand: Hand; readonly at: (moment: string) => Promise<void> }

const link = ({ page }: Person, name: string | RegExp): Locator => page.getByRole('link', { name, exact: typeof name === 'string' });
export const button = ({ page }: Person, name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' });
const group = ({ page }: Person, name: RegExp): Locator => page.getByRole('group', { name });
const radio = (within: Page | Locator, name: string | RegExp): Locator => within.getByRole('radio', { name, exact: typeof name === 'string' });
const field = (within: Page | Locator, name: string): Locator => within.getByRole('textbox', { name, exact: true });
const places = ({ page }: Person): Locator => page.getByRole('navigation', { name: 'This case' });
const stageNow = ({ page }: Person): Locator => page.getByRole('region', { name: 'Case', exact: true });

/** Draws: the copy, the clock, the version. */
async function publishOwnCopy(person: Person): Promise<void> {
  const { page, hand } = person;
  await hand.press(link(person, 'View Tower Hamlets: serious incident alert'));
  await page.getByRole('application', { name: 'Diagram of Tower Hamlets: serious incident alert', exact: true }).waitFor();
  expect(await button(person, /^Notify the DfE, notify, stage 5 of 13, Head of Service SQA, 3 clocks/).isVisible()).toBe(true);
  await hand.press(button(person, 'Make your own copy'));
  await page.getByRole('application', { name: /your copy/ }).waitFor();
  await hand.select(button(person, /^Notify the DfE, notify/));
  await hand.press(button(person, /^5 days from.*Local/));
  await hand.write(field(page, 'Amount'), '6');
  await hand.press(button(person, 'Close the clocks'));
  await button(person, /^6 days from.*Local/).waitFor();
  await hand.press(button(person, 'Publish…'));
  const dialog = page.getByRole('dialog', { name: 'Publish this procedure' });
  await hand.write(field(dialog, 'Your initials'), 'M.N.');
  await hand.write(field(dialog, 'What changed, in a sentence (optional)'), 'The DfE is notified within 6 days.');
  await hand.press(dialog.getByRole('button', { name: 'Publish', exact: true }));
  await dialog.getByText('Published as version 1.').first().waitFor();
  await hand.press(dialog.getByRole('link', { name: 'Open a case on it' }));
}

async function openCase(person: Person): Promise<void> {
  const { page, hand } = person;
  await hand.choose(radio(page, /^An incident is reported/));
  await hand.pick(page.getByRole('combobox', { name: 'Where did the information come from?' }), 'MASH');
  await hand.pick(page.getByRole('combobox', { name: 'You act as' }), 'Team manager');
  await hand.write(field(page, 'Your initials'), 'A.B.');
  await hand.write(field(page, 'Child’s initials'), 'Z.Z.');
  await date(person, /^When did the incident happen/, '9 12 2026', '08:20');
  await date(person, /^When did the authority become aware/, '9 12 2026');
  await hand.press(button(person, 'Open the case'));
  await page.getByText(/^Case .* is open\.$/).waitFor();
}

async function date(person: Person, question: RegExp, day: string, time?: string): Promise<void> {
  const parts = group(person, question);
  const words = day.split(' ');
  for (const [at, name] of ['Day', 'Month', 'Year'].entries()) await person.hand.write(field(parts, name), words[at] ?? '');
  if (time !== undefined) await person.hand.write(field(parts, 'Time (24-hour)'), time);
}

async function actAs(person: Person, role: string, initials: string): Promise<void> {
  const { page, hand } = person;
  await hand.press(button(person, /Change whom you act as/));
  const dialog = page.getByRole('dialog', { name: 'Whom do you act as?' });
  await hand.choose(radio(dialog, new RegExp(`^${role}`)));
  await hand.write(field(dialog, 'Your initials'), initials);
  await hand.press(dialog.getByRole('button', { name: 'Act in this role' }));
  await button(person, new RegExp(`${initials}.*${role}`)).waitFor();
}

/** From the page of the case to the task of that name, wherever the page offers it. */
async function goTo(person: Person, place: RegExp, name: string): Promise<void> {
  await person.hand.press(places(person).getByRole('link', { name: place }));
  await person.hand.press(person.page.getByRole('main').getByRole('link', { name, exact: true }));
}

async function recorded(person: Person, words: string): Promise<void> {
  await person.page.getByText(`Recorded: ${words}`).waitFor();
}

async function escalateAndAlert(person: Person): Promise<void> {
  const { page, hand } = person;
  await hand.press(link(person, 'Escalate'));
  await hand.press(button(person, 'Go on'));
  await recorded(person, 'Escalate.');
  await goTo(person, /^Sent and returned/, 'Send the Serious Incident Alert Form');
  await part(person, 'About you', async () => {
    await hand.write(field(page, 'Name of the person completing the form'), 'A.B.');
    await hand.write(field(page, 'Agency'), 'Children’s social care');
    await hand.write(field(page, 'Team'), 'Assessment');
    await date(person, /^Date of alert/, '9 12 2026');
  });
  await part(person, 'Reason and purpose', async () => {
    await hand.tick(page.getByRole('checkbox', { name: 'Serious injury' }));
    await hand.tick(page.getByRole('checkbox', { name: 'For action' }));
    await hand.tick(page.getByRole('checkbox', { name: 'Early Help' }));
  });
  await part(person, 'Child and family', async () => {
    for (const name of ['Mosaic number', 'Legal status']) await hand.tick(notKnown(person, name));
  });
  await part(person, 'The incident', async () => {
    await hand.write(field(page, 'Incident details'), 'Brought to hospital at 08:20.');
    await hand.write(field(page, 'What is the injury?'), 'A broken arm.');
    await hand.write(field(page, 'What was the reason for the injury?'), 'The account given changed twice.');
    await hand.tick(notKnown(person, 'What is the impact of the injury?'));
  });
  await hand.press(page.getByRole('navigation', { name: /^Parts of/ }).getByRole('link', { name: /Action taken/ }));
  await part(person, 'Action taken', () => hand.write(field(page, 'Action taken'), 'Stays in hospital.'));
  await hand.press(page.getByRole('navigation', { name: /^Parts of/ }).getByRole('link', { name: /Check and finish/ }));
  await hand.press(button(person, 'Record as sent'));
  await recorded(person, 'Send the Serious Incident Alert Form.');
}
const notKnown = ({ page }: Person, question: string): Locator => page.getByRole('checkbox', { name: `Not known yet : ${question}` });

/** Fills one part of a long form and goes on to the next. */
async function part(person: Person, heading: string, fill: () => Promise<void>): Promise<void> {
  await person.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await fill();
  await person.hand.press(button(person, 'Save and continue'));
}

/** The head of service receives; who may not decide is told so; then the two decide, each in their own role. */
async function decideTogether(person: Person): Promise<void> {
  const { page, hand } = person;
  const decision = 'Decide whether the notifiable incident criteria are met';
  await actAs(person, 'Head of Service SQA', 'S.Q.');
  await goTo(person, /^Forms/, 'Receive the alert');
  await hand.choose(radio(group(person, /^Has the child died/), 'No'));
  await hand.choose(radio(group(person, /looked after by the authority/), 'No'));
  await hand.press(button(person, 'Record as done'));
  await recorded(person, 'Receive the alert.');
  await actAs(person, 'Team manager', 'A.B.');
  await goTo(person, /^Decisions/, decision);
  await view(person);
  const refusal = page.getByRole('alert', { name: 'You cannot record this decision' });
  await refusal.waitFor();
  expect(await refusal.innerText()).toContain('You are here as Team manager');
  expect(await refusal.innerText()).toContain('Nothing was recorded; what you typed is kept.');
  await hand.press(refusal.getByRole('button', { name: 'Act as Head of Service SQA' }));
  await hand.press(button(person, 'Record this view'));
  await recorded(person, `${decision}.`);
  await actAs(person, 'Director, Supporting Families', 'G.H.');
  await goTo(person, /^Decisions/, decision);
  await view(person);
  await stageNow(person).getByText('Statutory Review case').waitFor();
}
async function view(person: Person): Promise<void> {
  const { page, hand } = person;
  await hand.choose(radio(page, /^Criteria met/));
  await hand.choose(radio(group(person, /abused or neglected/), 'Suspected'));
  await hand.choose(radio(group(person, /seriously harmed/), 'Yes'));
  await hand.choose(radio(group(person, /authority’s area\?$/).first(), 'Yes'));
  await hand.write(field(page, 'Reasons'), 'Abuse is suspected and the harm is serious.');
  await hand.press(button(person, 'Record this view'));
}

/** What is due stands on the page of the case as the copy has it: six days, where five were drawn. */
async function seeTheChangedDate(person: Person): Promise<void> {
  const row = person.page.getByRole('row', { name: /^DfE notified, local 5 days/ });
  await row.getByText('6 calendar days after Wed 9 Dec 2026: Tue 15 Dec 2026.').waitFor();
}

async function notifyAndSetUp(person: Person): Promise<void> {
  const { page, hand } = person;
  await actAs(person, 'Head of Service SQA', 'S.Q.');
  await goTo(person, /^Sent and returned/, 'Notify the DfE online');
  await hand.write(field(page, 'Reference given by the online system'), 'STORY-0001');
  await hand.press(button(person, /^Record as sent/));
  await recorded(person, 'Notify the DfE online.');
  await actAs(person, 'THSCP Business Unit', 'Z.B.');
  await goTo(person, /^Forms/, 'Convene the panel');
  await date(person, /^When does the panel meet/, '21 12 2026', '10:00');
  await hand.press(button(person, 'Record as done'));
  await recorded(person, 'Convene the panel.');
  await goTo(person, /^Sent and returned/, 'Ask for the agency checks');
  await hand.tick(page.getByRole('checkbox', { name: 'Police', exact: true }));
  await date(person, /^Date required/, '16 12 2026');
  await hand.press(button(person, /^Record as sent/));
  await recorded(person, 'Ask for the agency checks.');
  await goTo(person, /^Sent and returned/, 'Ask for the agency checks');
  await hand.press(link(person, 'Record Police'));
  await hand.choose(radio(page, 'In'));
  await hand.choose(radio(group(person, /known to the agency/), 'No'));
  await hand.write(field(page, 'The agency’s check'), 'Nothing known.');
  await hand.press(button(person, 'Record it'));
  await recorded(person, 'Police, in.');
}

/** The panel advises; the business unit may not decide for the Executive; the Executive decides. */
async function panelAndExecutive(person: Person): Promise<void> {
  const { page, hand } = person;
  await actAs(person, 'Rapid Review Panel', 'P.P.');
  await goTo(person, /^Decisions/, 'Recommend whether the CSPR criteria are met');
  await hand.choose(radio(page, /Practice Review are met/));
  for (const name of ['Police', 'Hospital']) await hand.tick(group(person, /^Who was there/).getByRole('checkbox', { name, exact: true }));
  await hand.write(field(page, 'Reasons'), 'How agencies worked together is at stake.');
  await hand.press(button(person, 'Record the advice'));
  await recorded(person, 'Recommend whether the CSPR criteria are met.');
  await actAs(person, 'THSCP Business Unit', 'Z.B.');
  await goTo(person, /^Decisions/, 'Decide: start a CSPR or agree an alternative approach');
  await hand.choose(radio(page, /^Start a Child Safeguarding Practice Review/));
  await hand.write(field(page, 'Reasons'), 'As the panel advised.');
  await hand.press(button(person, 'Record the decision'));
  const refusal = page.getByRole('alert', { name: 'You cannot record this decision' });
  expect(await refusal.innerText()).toContain('You are here as THSCP Business Unit');
  await hand.press(refusal.getByRole('button', { name: 'Act as THSCP Executive Group' }));
  await hand.press(button(person, 'Record the decision'));
  await stageNow(person).getByText('Tell the outcome').waitFor();
}

/** The page of the case says that this is the stage the case is in. */
const inStage = (person: Person, words: string): Promise<void> => stageNow(person).getByRole('definition').nth(1).and(person.page.getByText(words, { exact: true })).waitFor();

/** Everything up to the Executive’s decision; after each chapter the page names the stage the case has come to. */
export async function live(person: Person): Promise<void> {
  const chapter = async (moment: string, act: (person: Person) => Promise<void>, comesTo: string): Promise<void> => {
    await person.at(moment);
    await act(person);
    await inStage(person, comesTo);
  };
  await person.at('2026-12-09T09:40Z');
  await publishOwnCopy(person);
  await chapter('2026-12-09T10:00Z', openCase, 'Incident reported');
  await chapter('2026-12-09T11:30Z', escalateAndAlert, 'Alert form to SQA');
  await chapter('2026-12-10T09:30Z', decideTogether, 'Notify the DfE');
  await seeTheChangedDate(person);
  await chapter('2026-12-11T14:00Z', notifyAndSetUp, 'Rapid Review Panel');
  await chapter('2026-12-21T12:30Z', panelAndExecutive, 'Tell the outcome');
}

/** Another day, the browser opened again: the case, its dates and the drawing are as they were left. */
export async function findItAgain(person: Person): Promise<void> {
  const { page, hand } = person;
  await person.at('2027-01-04T09:00Z');
  await page.waitForURL('**/today');
  await hand.press(link(person, 'Cases'));
  await hand.press(link(person, /Z\.Z\./));
  await places(person).waitFor();
  await inStage(person, 'Tell the outcome');
  expect(await stageNow(person).innerText()).toContain('Statutory Review case');
  await hand.press(page.getByText(/^Show \d that were met$/).first());
  await seeTheChangedDate(person);
  await hand.press(places(person).getByRole('link', { name: 'History', exact: true }));
  await page.getByRole('listitem').filter({ hasText: 'Start a Child Safeguarding Practice Review' }).waitFor();
  await hand.press(link(person, 'Procedures'));
  await hand.press(link(person, /^View .*your copy/));
  await hand.select(button(person, /^Notify the DfE, notify/));
  await button(person, /^6 days from.*Local/).waitFor();
}

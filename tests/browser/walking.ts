// A dated walkthrough run through the screens: each act is done by the person and in the role it names, on the page that
// offers it, at its moment. What to type is read from the walkthrough and the procedure; nothing of one authority is
// known here. Acts that are to be refused are the engine's tests and are passed over.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { commandOf, perform, versionsFor } from '../../engine/index.ts';
import type { Versions } from '../../engine/case/compile.ts';
import type { Case, CaseEvent } from '../../engine/case/types.ts';
import type { RawAnswer, Walkthrough, WalkthroughAct } from '../../engine/case/walkthrough-types.ts';
import type { Meeting } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { parseDateTime } from '../../engine/time/london.ts';
import { boxes, date, fill, list } from './filling.ts';

export interface Act { readonly step: number; readonly act: WalkthroughAct; /** Events in the log once it is done. */ readonly events: number }
export interface Planned { readonly acts: readonly Act[]; readonly events: readonly CaseEvent[]; readonly versions: Versions }

/** The acts that the engine accepts, with the log it makes of them. */
export function planned(walkthrough: Walkthrough, procedure: Procedure, only: (act: WalkthroughAct) => boolean = () => true): Planned {
  const versions = versionsFor(walkthrough, procedure);
  const acts: Act[] = [];
  let held: Case | undefined;
  for (const [index, step] of walkthrough.steps.entries()) {
    if (!('do' in step) || step.expect?.refused !== undefined || !only(step)) continue;
    const by = { now: parseDateTime(step.at) ?? 0, role: step.as, person: step.person, procedure: walkthrough.procedure, ...(step.onBehalfOf === undefined ? {} : { onBehalfOf: step.onBehalfOf }) };
    const outcome = perform(versions, held ?? [], commandOf(step, walkthrough.id, index), by);
    if (!outcome.ok) throw new Error(`Step ${index + 1} is refused on the engine: ${outcome.refusal.words}`);
    held = outcome.case;
    acts.push({ step: index + 1, act: step, events: held.events.length });
  }
  return { acts, events: held?.events ?? [], versions };
}

/** Who walks: the page, its clock, and what the procedure says. */
export interface Walker { readonly page: Page; readonly at: (moment: number) => Promise<void>; readonly procedure: Procedure; /** Events of the one case that the page keeps. */ readonly log: () => Promise<readonly CaseEvent[]> }
type Fields = Readonly<Record<string, unknown>>;

/** Does every act through the screens; stops with what the page said at the first that is not recorded. */
export async function walkThrough(walker: Walker, { acts }: Planned): Promise<void> {
  let as = '';
  for (const { step, act, events } of acts) {
    await walker.at(parseDateTime(act.at) ?? 0);
    if (act.do.type !== 'openCase' && as !== `${act.as} ${act.person}`) await actAs(walker, act.as, act.person);
    as = `${act.as} ${act.person}`;
    try {
      const does = screens[act.do.type];
      if (does === undefined) throw new Error('No screen is known for this act.');
      await does(walker, act.do, act);
      await kept(walker, act.do.type, events);
    } catch (error) {
      const said = await walker.page.locator('.cw-error').allInnerTexts();
      throw new Error(`Step ${step} (${act.do.type} ${String(act.do['task'] ?? '')}) was not recorded. ${said.join(' ')}\n${String(error)}`, { cause: error });
    }
  }
}
/** Acts after which the page goes elsewhere and says there what was recorded; after the others it stays. */
const leaving: ReadonlySet<string> = new Set(['completeTask', 'sendExchange', 'recordReply', 'decide', 'takeTransition', 'recordAnswers', 'explainLapse', 'extendTimescale']);
async function kept({ page, log }: Walker, type: string, events: number): Promise<void> {
  if (leaving.has(type)) await page.locator('.case-said, .cw-error').first().waitFor();
  await expect.poll(async () => (await log()).length >= events || await page.locator('.cw-error').count() > 0).toBe(true);
  if ((await log()).length < events) throw new Error('The log did not grow.');
}
async function actAs({ page }: Walker, role: string, person: string): Promise<void> {
  await page.locator('.app-who').click();
  const radio = page.locator(`dialog input[type="radio"][value="${role}"]`);
  if (!(await radio.isVisible())) await page.getByText('Somebody from outside sits here').click();
  await radio.check();
  await page.locator('#who-person').fill(person);
  await page.getByRole('button', { name: 'Act in this role' }).click();
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}
async function place(page: Page, path: string): Promise<void> {
  await page.getByRole('navigation', { name: 'This case' }).locator(`a[href$="${path}"]`).click();
  await page.waitForURL((url) => url.pathname.endsWith(path));
}
const press = (page: Page, name: string | RegExp): Promise<void> => page.locator('main').getByRole('button', { name, exact: typeof name === 'string' }).click();

async function toTask({ page, procedure }: Walker, task: string): Promise<void> {
  const definition = procedure.tasks[task];
  await place(page, definition?.shape === 'decide' ? '/decisions' : definition?.shape === 'exchange' ? '/sent' : definition?.meeting === undefined ? '/forms' : '/meetings');
  await page.locator(`main a[href$="/tasks/${task}"]`).first().click();
  await page.waitForURL((url) => url.pathname.endsWith(`/tasks/${task}`));
  await page.locator('main form, main table, main .cw-panel').first().waitFor();
}
const text = (fields: Fields, key: string): string => (typeof fields[key] === 'string' ? fields[key] : '');

/** Fills what is asked on this page, goes on to the next part of a long form, and so to its last page. */
async function fillForm(walker: Walker, answers: Readonly<Record<string, RawAnswer>>): Promise<void> {
  const { page } = walker;
  const left = new Set(Object.keys(answers));
  const fields = [...left].map((id) => `main [id="f-${id}"], main [id^="f-${id}-"]`).join(', ');
  const next = page.getByRole('button', { name: 'Save and continue', exact: true });
  // The button can be pressed once what was typed before is read back and the questions stand.
  if (left.size > 0) await page.locator('main form button[type="submit"]:enabled').filter({ hasText: 'Save and continue' }).or(page.locator(fields)).first().waitFor();
  for (let part = 0; part < 40; part += 1) {
    for (const id of left) if (await fill(walker, id, answers[id])) left.delete(id);
    if (await next.count() === 0) break;
    const before = page.url();
    await next.click();
    await page.waitForURL((url) => url.href !== before);
  }
  if (left.size > 0) throw new Error(`Not asked on the screen: ${[...left].join(', ')}`);
}
/** What stands beside the answers: an earlier moment, proof, a meeting. */
async function beside({ page }: Walker, fields: Fields, { occurred }: Pick<WalkthroughAct, 'occurred'>): Promise<void> {
  const meeting = fields['meeting'] as Meeting | undefined;
  if (meeting !== undefined) await meetingFields(page, meeting);
  if (text(fields, 'evidence') !== '') await page.locator('#f-evidence').fill(text(fields, 'evidence'));
  if (occurred === undefined) return;
  await page.locator('#f-earlier').check();
  await date(page, 'f-happened', occurred);
}
async function meetingFields(page: Page, { present, apologies = [], place: where = '', interests = [] }: Meeting): Promise<void> {
  await page.locator('input[name="f-present"]').first().waitFor({ state: 'attached' });
  const seats = await page.locator('input[name="f-present"]').evaluateAll((all) => all.map((box) => (box instanceof HTMLInputElement ? box.value : '')));
  await boxes(page, 'f-present', present.filter((id) => seats.includes(id)));
  const others = present.filter((id) => !seats.includes(id));
  const away = apologies.filter((id) => !seats.includes(id));
  if (others.length + away.length > 0) {
    await page.getByText('Others who were there', { exact: true }).click();
    await boxes(page, 'f-guests', others);
    await boxes(page, 'f-guests-away', away);
  }
  if (apologies.length > away.length) {
    const folded = page.getByText('Record apologies', { exact: true });
    if (await folded.count() > 0 && !(await page.locator('input[name="f-apologies"]').first().isVisible())) await folded.click();
    await boxes(page, 'f-apologies', apologies.filter((id) => seats.includes(id)));
  }
  for (const [index, one] of interests.entries()) {
    await page.getByRole('button', { name: 'Add a declared interest' }).click();
    await page.locator(`#f-seat-${index}`).selectOption(one.seat);
    await page.locator(`#f-interest-${index}`).fill(one.words);
  }
  if (where !== '') await page.locator('#f-place').fill(where);
}

/** One of those that a rule asks for, else in words. */
async function channel(page: Page, words: string): Promise<void> {
  await page.locator('input[type="radio"][name="f-channel"], #f-channel').first().waitFor({ state: 'attached' });
  if (await page.locator('input[type="radio"][name="f-channel"]').count() === 0) await page.locator('#f-channel').fill(words);
  else if (words !== '') await page.locator(`input[name="f-channel"][value="${words}"]`).check();
}
/** One of the procedure's agencies, else in words. */
async function organisation(page: Page, value: string): Promise<void> {
  const list = page.locator('#f-appoint-organisation');
  await list.waitFor({ state: 'attached' });
  const known = await list.locator(`option[value="${value}"]`).count() > 0;
  await list.selectOption(known ? value : '#other');
  if (!known) await page.locator('#f-appoint-otherwise').fill(value);
}
type Does = (walker: Walker, fields: Fields, act: WalkthroughAct) => Promise<void>;
const answersOf = (fields: Fields): Readonly<Record<string, RawAnswer>> => (fields['answers'] ?? {}) as Readonly<Record<string, RawAnswer>>;

const screens: Readonly<Record<string, Does>> = {
  openCase: async (walker, fields, act) => {
    const { page, procedure } = walker;
    await page.getByRole('link', { name: 'Open a case' }).first().click();
    await page.locator(`input[value="procedure=${procedure.id}"]`).check();
    await press(page, 'Continue');
    await page.locator(`input[name="f-door"][value="${text(fields, 'door')}"]`).check();
    if (text(fields, 'source') !== '') await page.locator('#f-source').selectOption(text(fields, 'source'));
    await page.locator('#f-role').selectOption(act.as);
    await page.locator('#f-person').fill(act.person);
    await fillForm(walker, answersOf(fields));
    await beside(walker, fields, act);
    await press(page, 'Open the case');
    await page.getByText(/^Case .* is open\.$/).waitFor();
  },
  completeTask: async (walker, fields, act) => {
    await toTask(walker, text(fields, 'task'));
    await fillForm(walker, answersOf(fields));
    await beside(walker, fields, act);
    await press(walker.page, 'Record as done');
  },
  sendExchange: async (walker, fields, act) => {
    const { page } = walker;
    await toTask(walker, text(fields, 'task'));
    const again = page.locator('summary', { hasText: 'Send again or to somebody new' });
    if (await again.count() > 0) { await again.click(); await page.getByRole('button', { name: 'Send again or to somebody new' }).click(); }
    await fillForm(walker, answersOf(fields));
    if (Array.isArray(fields['recipients'])) await boxes(page, 'f-recipients', list(fields['recipients']));
    await channel(page, text(fields, 'channel'));
    await beside(walker, fields, act);
    await press(page, /^Record as sent/);
  },
  recordReply: async (walker, fields, act) => {
    const { page } = walker;
    await toTask(walker, text(fields, 'task'));
    await page.locator(`main a[href$="/replies/${text(fields, 'recipient')}"]`).click();
    await page.locator(`input[name="f-state"][value="${text(fields, 'state')}"]`).check();
    await fillForm(walker, answersOf(fields));
    if (text(fields, 'reason') !== '') await page.locator('#f-reason').fill(text(fields, 'reason'));
    await beside(walker, fields, act);
    await press(page, 'Record it');
  },
  addRecipient: async (walker, fields) => {
    const { page } = walker;
    await toTask(walker, text(fields, 'task'));
    await page.getByText('Add one', { exact: true }).click();
    await page.locator('#add-who').selectOption(text(fields, 'recipient'));
    if (text(fields, 'reason') !== '') await page.locator('#add-why').fill(text(fields, 'reason'));
    await press(page, 'Add');
  },
  decide: async (walker, fields, act) => {
    const { page } = walker;
    await toTask(walker, text(fields, 'task'));
    const options = list(fields['options']);
    await page.locator('input[name="f-options"]').first().waitFor({ state: 'attached' });
    if (await page.locator('input[type="checkbox"][name="f-options"]').count() > 0) await boxes(page, 'f-options', options);
    else await page.locator(`input[name="f-options"][value="${options[0] ?? ''}"]`).check();
    await fillForm(walker, answersOf(fields));
    await page.locator('#f-reason').fill(text(fields, 'reasons'));
    await beside(walker, fields, act);
    await press(page, /^Record (the decision|the advice|this view)$/);
  },
  planTask: async (walker, fields) => {
    await toTask(walker, text(fields, 'task'));
    await walker.page.locator('#plan').or(walker.page.locator('summary', { hasText: 'Set the date' })).first().waitFor();
    if (!(await walker.page.locator('#plan').isVisible())) await walker.page.locator('summary', { hasText: 'Set the date' }).click();
    await date(walker.page, 'plan', text(fields, 'on'));
    await press(walker.page, 'Set this date');
  },
  takeTransition: async ({ page }, fields, act) => {
    await place(page, page.url().replace(/.*\/cases\/([^/?]+).*/, '/cases/$1'));
    await page.locator(`main a[href$="/ways/${text(fields, 'transition')}"]`).click();
    if (text(fields, 'reason') !== '') await page.locator('#f-reason').fill(text(fields, 'reason'));
    if (act.occurred !== undefined) { await page.locator('#f-earlier').check(); await date(page, 'f-happened', act.occurred); }
    await press(page, 'Go on');
  },
  recordAnswers: async (walker, fields) => {
    const { page } = walker;
    const [wanted = ''] = Object.keys(answersOf(fields));
    await place(page, '/facts');
    await page.locator(`[data-question="${wanted}"]`).click();
    await fillForm(walker, answersOf(fields));
    await page.locator(`input[name="f-mode"][value="${text(fields, 'mode')}"]`).check();
    await page.locator('#f-why').fill(text(fields, 'reason'));
    await press(page, 'Record the correction');
  },
  recordAbsence: async ({ page }, fields) => {
    await place(page, '/people');
    await page.locator('#f-who').selectOption(text(fields, 'party'));
    await date(page, 'f-from', text(fields, 'from'));
    if (text(fields, 'until') !== '') await date(page, 'f-until', text(fields, 'until'));
    await press(page, 'Record the absence');
  },
  appoint: async ({ page }, fields) => {
    await place(page, '/people');
    await page.locator('#f-appoint-seat').selectOption(text(fields, 'seat'));
    await page.locator('#f-appoint-person').fill(text(fields, 'person'));
    await page.locator('#f-appoint-capacity').selectOption(text(fields, 'capacity'));
    await date(page, 'f-appoint-from', text(fields, 'from'));
    if (text(fields, 'organisation') !== '') await organisation(page, text(fields, 'organisation'));
    await press(page, 'Appoint');
  },
  recordRelation: async ({ page }, fields) => {
    await place(page, '/related');
    await page.locator('#f-relation-which').selectOption(text(fields, 'relation'));
    await page.locator(`input[name="f-relation-state"][value="${text(fields, 'state')}"]`).check();
    for (const [key, field] of [['lead', 'lead'], ['reference', 'reference'], ['words', 'note']] as const) await page.locator(`#f-relation-${field}`).fill(text(fields, key));
    await press(page, 'Record it');
  },
  addNote: async ({ page }, fields) => {
    await place(page, '/notes');
    await page.locator('#f-note').fill(text(fields, 'words'));
    await press(page, 'Add the note');
  },
  explainLapse: async ({ page }, fields) => {
    await place(page, '/dates');
    await page.locator(`main a[href$="/deadlines/${text(fields, 'timescale')}"]`).first().click();
    await page.locator('#f-late').fill(text(fields, 'reason'));
    await press(page, 'Record the reason');
  },
  extendTimescale: async ({ page }, fields) => {
    await place(page, '/dates');
    await page.locator(`main a[href$="/deadlines/${text(fields, 'timescale')}"]`).first().click();
    await date(page, 'f-to', text(fields, 'to'));
    await page.locator('#f-why').fill(text(fields, 'reason'));
    if (Array.isArray(fields['agreedBy'])) await boxes(page, 'f-agreed', list(fields['agreedBy']));
    await press(page, 'Record the new date');
  },
};

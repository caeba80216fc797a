// The story of the editor in Chromium under the app's security policy: change a clock by drawing, add a stage,
// connect, delete, undo, redo; once by mouse and once from the keyboard alone, ending in the same bytes.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { Given } from '../fixtures/editor/page/main.tsx';
import { appBrowser } from './browser.ts';
import { editorPage } from './editor-page.ts';

const app = appBrowser(editorPage);

const given = (page: Page): Promise<Given> => page.evaluate(() => Reflect.get(window, 'given') as Given);
const procedure = async (page: Page): Promise<Procedure> => (await given(page)).procedure;
const box = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
const said = (page: Page): Promise<string> => page.locator('[role="status"][aria-live="polite"]').innerText().then((words) => words.trim());
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('data-id') ?? document.activeElement?.tagName ?? '');
/** The row and the column that have the focus. */
const cell = (page: Page): Promise<readonly (string | null | undefined)[]> => page.evaluate(() => [document.activeElement?.closest('[data-row]')?.getAttribute('data-row'), document.activeElement?.getAttribute('data-cell')]);
const open = async (query = '', size = { width: 1440, height: 900 }): Promise<Page> => {
  const page = await app.open(query, { viewport: size });
  await page.waitForSelector('.react-flow__node, .ed-narrow, .ed-grid');
  return page;
};

async function byMouse(page: Page): Promise<void> {
  await box(page, 'notify').click();
  await page.getByRole('button', { name: /^5 days from/ }).click();
  await page.getByLabel('Amount').fill('7');
  await page.getByLabel('Amount').blur();
  await page.getByRole('button', { name: 'Close the clocks' }).click();
  await box(page, 'panel-meets').click();
  await page.getByRole('button', { name: 'Next stage' }).click();
  await page.getByRole('region', { name: 'What comes after Rapid Review Panel?' }).getByRole('button', { name: 'Publish' }).click();
  await page.getByLabel('Name', { exact: true }).first().fill('Publish the report');
  await page.keyboard.press('Enter');
  await drag(page, 'new-publish', 'tell-outcome');
  await box(page, 'checks').click();
  await page.getByRole('button', { name: 'Delete Agency checks' }).click();
}

async function drag(page: Page, from: string, to: string): Promise<void> {
  await box(page, from).click();
  const dot = await box(page, from).locator('.react-flow__handle-bottom').boundingBox();
  const target = await box(page, to).boundingBox();
  if (dot === null || target === null) throw new Error('A stage is out of sight.');
  await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 8 });
  await page.mouse.up();
}

async function byKeyboard(page: Page): Promise<void> {
  const press = async (...keys: readonly string[]): Promise<void> => { for (const key of keys) await page.keyboard.press(key); };
  await tabTo(page, () => document.activeElement?.classList.contains('react-flow__node') === true);
  await follow(page, 'notify', 'ArrowDown');
  await tabTo(page, () => document.activeElement?.textContent?.startsWith('5 days from') === true);
  await press('Enter');
  await tabTo(page, () => document.activeElement?.getAttribute('aria-label') === 'Amount');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('7');
  await press('Enter', 'Escape');
  await follow(page, 'panel-meets', 'ArrowDown');
  await press('n');
  for (let at = 0; at < 7; at++) await press('ArrowDown');
  await press('Enter');
  await page.keyboard.type('Publish the report');
  await press('Enter', 'c');
  await page.keyboard.type('outcome');
  await press('Enter');
  await follow(page, 'checks', 'ArrowUp');
  await press('Delete');
}

/** Presses Tab until the focus is where it is wanted. */
async function tabTo(page: Page, there: () => boolean): Promise<void> {
  for (let turn = 0; turn < 80; turn++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(there)) return;
  }
  throw new Error('Tab never came there.');
}

/** Presses an arrow until the focus is on a stage. */
async function follow(page: Page, id: string, key: string): Promise<void> {
  for (let turn = 0; turn < 30; turn++) {
    await expect.poll(() => focused(page)).not.toBe('BODY');
    if (await focused(page) === id) return;
    const before = await focused(page);
    await page.keyboard.press(key);
    await expect.poll(() => focused(page)).not.toBe(before);
  }
  throw new Error(`The arrows never came to ${id}.`);
}

describe('the editor', () => {
  test('does the whole story by mouse and by keyboard alone, ending in the same bytes', async () => {
    const [mouse, keys] = [await open(), await open()];
    await byMouse(mouse);
    await byKeyboard(keys);
    const made = await procedure(mouse);
    expect(made.timescales?.['notify-local']?.amount).toBe(7);
    expect(made.stages['new-publish']).toMatchObject({ kind: 'publish', label: 'Publish the report', within: 'statutory-case' });
    expect(made.transitions.some((route) => route.from[0] === 'new-publish' && route.to === 'tell-outcome')).toBe(true);
    expect(made.stages).not.toHaveProperty('checks');
    expect(JSON.stringify(await procedure(keys))).toBe(JSON.stringify(made));
    expect((await given(keys)).changes).toBe((await given(mouse)).changes);
  });

  test('takes every step of the story back and does it again, saying each once', async () => {
    const page = await open();
    await byMouse(page);
    const { procedure: after, changes } = await given(page);
    for (let turn = 0; turn < changes; turn++) await page.keyboard.press('Control+z');
    expect(await said(page)).toBe('Undone: change clock of Notify the DfE online');
    const before = await open();
    await before.keyboard.press('Control+z');
    expect(JSON.stringify(await procedure(page))).toBe(JSON.stringify(await procedure(before)));
    for (let turn = 0; turn < changes; turn++) await page.keyboard.press('Control+Shift+z');
    expect(JSON.stringify(await procedure(page))).toBe(JSON.stringify(after));
  });

  test('moves a stage by drag and by Alt with arrows, both kept and undoable', async () => {
    const page = await open();
    await box(page, 'learning').click();
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.press('Alt+Shift+ArrowDown');
    const at = (await procedure(page)).layout?.['learning'];
    await page.keyboard.press('Control+z');
    expect((await procedure(page)).layout?.['learning']).toEqual({ x: at?.x, y: (at?.y ?? 0) - 40 });
    const place = await box(page, 'learning').boundingBox();
    if (place === null) throw new Error('The stage is out of sight.');
    await page.mouse.move(place.x + 60, place.y + 50);
    await page.mouse.down();
    await page.mouse.move(place.x + 60, place.y + 110, { steps: 6 });
    await page.mouse.up();
    expect((await procedure(page)).layout?.['learning']?.y).toBeGreaterThan((at?.y ?? 0) - 40);
    expect(await said(page)).toBe('Move Share the learning');
  });

  test('puts the focus on the stage before when one is deleted, by Delete and by Backspace', async () => {
    const page = await open();
    await box(page, 'panel-meets').click();
    await page.keyboard.press('Delete');
    await expect.poll(() => focused(page)).toBe('set-up');
    expect(await said(page)).toBe('Delete Rapid Review Panel');
    await box(page, 'learning').click();
    await page.keyboard.press('Backspace');
    await expect.poll(() => focused(page)).not.toBe('BODY');
    expect((await procedure(page)).stages).not.toHaveProperty('learning');
  });

  test('refuses to publish while a problem stops it, saying which; publishes when none does', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Publish…' }).click();
    expect(await said(page)).toContain('Not published. First put this right: “Share the learning”');
    expect((await given(page)).published).toBe(0);
    await expect.poll(() => page.getByRole('region', { name: 'Problems found' }).isVisible()).toBe(true);
    const clean = await open('?clean');
    await clean.getByRole('button', { name: 'Publish…' }).click();
    expect((await given(clean)).published).toBe(1);
  });

  test('walks through the problems with F8 and selects the stage each is about', async () => {
    const page = await open();
    await box(page, 'alert-form').click();
    await page.keyboard.press('F8');
    await expect.poll(() => focused(page)).toBe('learning');
    await page.keyboard.press('F8');
    await expect.poll(() => focused(page)).not.toBe('learning');
  });

  test('shows what can only be read, changes nothing, and offers a copy', async () => {
    const page = await open('?read-only');
    await box(page, 'notify').click();
    await page.keyboard.press('Delete');
    expect(await said(page)).toContain('Make your own copy to change it');
    expect((await given(page)).changes).toBe(0);
    await page.getByRole('button', { name: 'Make your own copy' }).click();
    expect((await given(page)).copied).toBe(1);
  });

  test('names the diagram, its stages and its routes in words', async () => {
    const page = await open();
    expect(await page.getByRole('application').getAttribute('aria-label')).toBe('Diagram of Invented partnership: serious incident alert');
    expect(await box(page, 'notify').getAttribute('aria-label')).toBe('Notify the DfE, notify, stage 5 of 13, Head of Service SQA, 2 clocks; 1 route out');
    expect(await page.locator('.react-flow__edge[data-id="met/joint-decision/statutory-case"]').getAttribute('aria-label')).toBe('Route from Joint criteria decision to Statutory Review case: Decide on the criteria: Criteria met');
    expect(await page.locator('.react-flow__node[tabindex="0"]').count()).toBe(1);
  });

  test('shows under 900 pixels the outline and the stage only', async () => {
    const page = await open('?stage=notify', { width: 640, height: 900 });
    expect(await page.getByRole('application').count()).toBe(0);
    expect(await page.getByRole('tree', { name: 'Stages in order' }).isVisible()).toBe(true);
    expect(await page.getByLabel('Who does it').isVisible()).toBe(true);
    expect(await page.getByRole('main').count()).toBe(1);
  });

  test('gives up a typed amount on Escape before it closes the clocks', async () => {
    const page = await open('?stage=notify');
    await page.getByRole('button', { name: /^5 days from/ }).click();
    await page.getByLabel('Amount').fill('9');
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('Amount').inputValue()).toBe('5');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Close the clocks' }).waitFor({ state: 'detached' });
    expect((await given(page)).changes).toBe(0);
  });

  test('is changed in the outline by keys alone: owner, where a route leads, a new stage by name, into a group and back', async () => {
    const page = await open('?view=outline&stage=notify');
    const press = async (...keys: readonly string[]): Promise<void> => { for (const key of keys) await page.keyboard.press(key); };
    const choosing = () => expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
    await tabTo(page, () => document.activeElement?.getAttribute('role') === 'gridcell');
    await press('ArrowRight', 'Enter');
    await choosing();
    await page.keyboard.type('director');
    await press('Enter');
    await expect.poll(async () => (await procedure(page)).stages['notify']?.owner).toBe('director');
    await expect.poll(() => cell(page)).toEqual(['notify', 'owner']);
    await press('End', 'Enter');
    await choosing();
    await page.keyboard.type('Rapid Review');
    await press('ArrowDown', 'Enter');
    await expect.poll(async () => (await procedure(page)).transitions.find((route) => route.id === 'notified')?.to).toBe('panel-meets');
    await expect.poll(() => cell(page)).toEqual(['notify', 'goes']);
    await press('Enter');
    await choosing();
    await page.keyboard.type('Ask the police');
    await press('Enter');
    await expect.poll(async () => (await procedure(page)).stages['ask-the-police']).toMatchObject({ label: 'Ask the police', within: 'statutory-case', owner: 'director' });
    expect((await given(page)).changes).toBe(3);
    await press('Control+z', 'Control+z', 'Control+z');
    const before = await open('?view=outline');
    await before.keyboard.press('Control+z');
    expect(JSON.stringify(await procedure(page))).toBe(JSON.stringify(await procedure(before)));
  });

  test('moves a stage into a group and out by Alt and arrows in the outline, and says why when it cannot', async () => {
    const page = await open('?view=outline&stage=learning');
    await page.locator('[data-row="learning"] [data-cell="name"]').focus();
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(async () => (await procedure(page)).stages['learning']?.within).toBe('need-to-know');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(async () => (await procedure(page)).stages['learning']?.within).toBe(undefined);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => said(page)).toContain('Change a route to move it');
  });

  test('adds what people do by its sort, names it, and says who does it, each one step', async () => {
    const page = await open('?stage=notify');
    const before = Object.keys((await procedure(page)).tasks);
    await page.getByRole('button', { name: 'Add what people do' }).press('Enter');
    await page.getByRole('button', { name: 'Meeting', exact: true }).press('Enter');
    await page.keyboard.type('Meet the family');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add: who does it' }).press('Enter');
    await page.keyboard.type('direc');
    await page.keyboard.press('Enter');
    await page.getByLabel('Guidance').fill('At home.');
    await page.getByLabel('Guidance').press('Enter');
    await expect.poll(async () => Object.entries((await procedure(page)).tasks).find(([id]) => !before.includes(id))?.[1]).toEqual({ shape: 'record', label: 'Meet the family', in: ['notify'], preset: 'meeting', by: ['director'], guidance: 'At home.' });
    expect((await given(page)).changes).toBe(4);
    await page.getByRole('button', { name: 'Remove Meet the family' }).press('Enter');
    expect(Object.keys((await procedure(page)).tasks)).toEqual(before);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Add what people do');
  });

  test('changes a route: its words, its turn, where it leads', async () => {
    const page = await open('?stage=not-met/joint-decision/need-to-know');
    await page.getByLabel('Words on it').fill('Criteria not met, in their view');
    await page.getByLabel('Words on it').press('Enter');
    await page.getByRole('button', { name: 'Sooner' }).press('Enter');
    await page.getByLabel('To', { exact: true }).selectOption('learning');
    const first = (await procedure(page)).transitions.find((route) => route.from.includes('joint-decision'));
    expect(first).toMatchObject({ id: 'not-met', label: 'Criteria not met, in their view', to: 'learning' });
    expect((await given(page)).changes).toBe(3);
    expect(await page.getByLabel('Words on it').isVisible()).toBe(true);
  });

  test('makes a form for a task by keys: a question of a sort, its words, one more choice, seen as staff will see it', async () => {
    const page = await open('?stage=notify');
    await page.getByRole('button', { name: 'Notify the DfE online', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Make a form' }).press('Enter');
    await page.getByRole('button', { name: 'Choose one from a list' }).press('Enter');
    await page.keyboard.type('Who was told?');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add a choice' }).press('Enter');
    await page.getByRole('textbox', { name: 'Choice 3' }).fill('Ofsted');
    await page.getByRole('textbox', { name: 'Choice 3' }).press('Enter');
    expect(await page.getByRole('group', { name: 'Who was told?' }).getByRole('radio').count()).toBe(3);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((each) => each.id)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('notify');
    const made = await procedure(page);
    const form = made.forms?.[made.tasks['notify-online']?.form ?? ''];
    expect(form).toMatchObject({ label: 'Notify the DfE online' });
    expect(made.questions[form?.sections[0]?.questions[0] ?? '']).toMatchObject({ type: 'choice', label: 'Who was told?', options: [{ label: 'Choice 1' }, { label: 'Choice 2' }, { label: 'Ofsted' }] });
    expect((await given(page)).changes).toBe(5);
  });

  test('counts the days of a clock side by side, one row for each clock', async () => {
    const page = await open('?stage=notify');
    await page.getByRole('button', { name: '5 days from' }).first().click();
    const rows = await page.locator('.ed-days tbody tr').evaluateAll((all) => all.map((row) => new Set([...row.querySelectorAll('td')].map((day) => Math.round(day.getBoundingClientRect().top))).size));
    expect(rows).toEqual([1, 1]);
  });

  test('keeps the selection from view to view', async () => {
    const page = await open('?stage=notify');
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    expect(await page.locator('[role="row"][aria-selected="true"]').getAttribute('data-row')).toBe('notify');
    await page.getByRole('button', { name: 'Canvas', exact: true }).click();
    expect(await page.getByLabel('Who does it').isVisible()).toBe(true);
    await expect.poll(() => box(page, 'notify').getAttribute('aria-pressed')).toBe('true');
  });

  test.each([['the diagram', '?stage=notify', ''], ['a clock', '?stage=notify', '5 days from'], ['reading only', '?read-only&stage=notify', ''], ['the outline', '?view=outline&stage=notify', ''], ['the table', '?view=table&stage=notify', ''], ['a task', '?stage=notify', 'Notify the DfE online'], ['a route', '?stage=not-met/joint-decision/need-to-know', ''], ['the ways in', '?stage=ways.in', ''], ['the whole procedure', '', '']])('axe finds nothing on %s', async (_, query, button) => {
    const page = await open(query);
    if (button !== '') await page.getByRole('button', { name: button }).first().click();
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  });
});

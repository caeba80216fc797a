// Several stages at once, in Chromium: chosen by pointer and by keys, lined up, grouped, closed, dragged into a group,
// copied into another procedure; each one undo step and one announcement.
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { Given } from '../fixtures/editor/page/main.tsx';
import { appBrowser } from './browser.ts';
import { editorPage } from './editor-page.ts';

const app = appBrowser(editorPage);

const given = (page: Page): Promise<Given> => page.evaluate(() => Reflect.get(window, 'given') as Given);
const procedure = async (page: Page): Promise<Procedure> => (await given(page)).procedure;
const box = (page: Page, id: string): Locator => page.locator(`.react-flow__node[data-id="${id}"]`);
const said = (page: Page): Promise<string> => page.locator('[role="status"][aria-live="polite"]').innerText().then((words) => words.trim());
const focused = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.closest('[data-id], [data-row]')?.getAttribute('data-id') ?? document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? null);
const chosen = async (page: Page): Promise<readonly string[]> => (await page.locator('.react-flow__node[aria-pressed="true"]').evaluateAll((all) => all.map((each) => each.getAttribute('data-id') ?? ''))).toSorted();
const open = async (query = ''): Promise<Page> => {
  const page = await app.open(query, { viewport: { width: 1440, height: 900 } });
  await page.waitForSelector('.react-flow__node, .ed-grid, .ed-empty');
  return page;
};
const middle = async (of: Locator): Promise<{ readonly x: number; readonly y: number }> => {
  const place = await of.boundingBox();
  if (place === null) throw new Error('A stage is out of sight.');
  return { x: place.x + place.width / 2, y: place.y + place.height / 2 };
};
async function drag(page: Page, from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }, held?: 'Shift'): Promise<void> {
  if (held !== undefined) await page.keyboard.down(held);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
  if (held !== undefined) await page.keyboard.up(held);
}
/** What several edits came to, and that each was one: as many undos lead back to the beginning. */
async function undone(page: Page, steps: number): Promise<string> {
  for (let turn = 0; turn < steps; turn++) await page.keyboard.press('Control+z');
  return JSON.stringify(await procedure(page));
}

/** A small procedure from an empty page, by one way of working: people, stages one after another, two at the same time, an end, a route. */
interface Worker {
  readonly person: (name: string) => Promise<void>;
  /** The first stage, then each after the one selected. */
  readonly stage: (kind: string, name: string) => Promise<void>;
  readonly owner: (name: string) => Promise<void>;
  readonly select: (id: string) => Promise<void>;
  /** The selected stage and the one after it. */
  readonly together: (other: string, name: string) => Promise<void>;
  readonly route: (to: string, name: string) => Promise<void>;
}
async function drawn(page: Page, by: Worker): Promise<Procedure> {
  const made = async (count: number): Promise<void> => { await expect.poll(async () => Object.keys((await procedure(page)).stages).length).toBe(count); };
  await by.person('Business unit');
  await by.person('Panel chair');
  await by.stage('Alert', 'Referral');
  await by.owner('Business unit');
  await expect.poll(async () => (await procedure(page)).stages['new-alert']?.owner).toBe('business-unit');
  await by.stage('Triage', 'Triage');
  await by.stage('Agency checks', 'Case summaries');
  await by.stage('Panel', 'Rapid review meeting');
  await by.owner('Panel chair');
  await expect.poll(async () => (await procedure(page)).stages['new-panel']?.owner).toBe('panel-chair');
  await by.stage('Decision', 'Decision');
  await by.stage('End', 'Closed');
  await made(6);
  await by.select('new-agency-checks');
  await by.together('new-panel', 'Rapid review');
  await made(7);
  await by.select('new-triage');
  await by.route('new-decision', 'Decision');
  await expect.poll(async () => (await procedure(page)).transitions.filter((route) => route.from[0] === 'new-triage').length).toBe(2);
  return procedure(page);
}
async function named(page: Page, name: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('INPUT');
}
function byMouse(page: Page): Worker {
  const tools = page.getByRole('toolbar', { name: 'Drawing tools' });
  return {
    person: async (name) => { await page.getByLabel('Add a person or body, by name').fill(name); await page.getByLabel('Add a person or body, by name').blur(); },
    stage: async (kind, name) => {
      await tools.getByRole('button', { name: 'Stage', exact: true }).click();
      await page.locator('.ed-palette').getByRole('button', { name: kind, exact: true }).click();
      await named(page, name);
    },
    owner: async (name) => { await page.getByLabel('Who does it').selectOption({ label: name }); },
    select: (id) => box(page, id).click(),
    together: async (other, name) => {
      await box(page, other).click({ modifiers: ['Shift'] });
      await page.getByRole('toolbar', { name: 'Actions for 2 stages' }).getByRole('button', { name: 'Put in a group, at the same time', exact: true }).click();
      await named(page, name);
    },
    route: async (to) => {
      const dot = await middle(box(page, 'new-triage').locator('.react-flow__handle-bottom'));
      await drag(page, dot, await middle(box(page, to)));
    },
  };
}
/** Key presses alone, on the canvas or in the outline: what each means there is the same. */
function byKeys(page: Page): Worker {
  const key = (name: string): Promise<void> => page.keyboard.press(name);
  const tab = async (there: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 90; turn++) { if (await page.evaluate(there)) return; await key('Tab'); }
    throw new Error('Tab never came there.');
  };
  const kinds = ['Alert', 'Triage', 'Notify', 'Agency checks', 'Panel', 'Decision', 'Review', 'Publish', 'Action plan', 'Learning', 'Stage', 'End'];
  const back = (): Promise<void> => tab(() => document.activeElement?.matches('.react-flow__node, [role="gridcell"]') === true);
  return {
    person: async (name) => {
      await tab(() => document.activeElement instanceof HTMLTextAreaElement && document.activeElement.labels?.[0]?.textContent === 'Add a person or body, by name');
      await page.keyboard.type(name);
      await key('Enter');
      await expect.poll(async () => Object.values((await procedure(page)).parties).map((party) => party.title)).toContain(name);
      await tab(() => document.activeElement?.tagName !== 'TEXTAREA');
    },
    stage: async (kind, name) => {
      if (Object.keys((await procedure(page)).stages).length === 0) { await tab(() => /^(Stage|Add the first stage)$/.test(document.activeElement?.textContent ?? '')); await key('Enter'); } else { await back(); await key('n'); }
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Alert');
      for (let turn = 0; turn < kinds.indexOf(kind); turn++) await key('ArrowDown');
      await key('Enter');
      await named(page, name);
    },
    owner: async (name) => {
      await tab(() => document.activeElement instanceof HTMLSelectElement && document.activeElement.labels[0]?.textContent === 'Who does it');
      // One letter: a slow machine would take the next for the beginning of another name.
      await key(name.charAt(0));
    },
    select: async (id) => {
      await back();
      for (let turn = 0; turn < 30 && await focused(page) !== id; turn++) { const before = await focused(page); await key('ArrowUp'); await expect.poll(() => focused(page)).not.toBe(before); }
      expect(await focused(page)).toBe(id);
    },
    together: async (other, name) => {
      for (let turn = 0; turn < 4 && !(await focused(page) ?? '').startsWith(other); turn++) { const before = await focused(page); await key('Shift+ArrowDown'); await expect.poll(() => focused(page)).not.toBe(before); }
      await key('Shift+g');
      await named(page, name);
    },
    route: async (_, name) => {
      await key('c');
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
      await page.keyboard.type(name);
      await key('Enter');
    },
  };
}

describe('a small procedure from an empty page', () => {
  test('is the same file, whether drawn by mouse, by keys on the canvas or by keys in the outline', async () => {
    const mouse = await open('?blank');
    const made = await drawn(mouse, byMouse(mouse));
    expect(made.stages['new-group']).toMatchObject({ label: 'Rapid review', parallel: true });
    expect(Object.values(made.stages).map((stage) => stage.label)).toEqual(['Referral', 'Triage', 'Rapid review', 'Case summaries', 'Rapid review meeting', 'Decision', 'Closed']);
    for (const query of ['?blank', '?blank&view=outline']) {
      const page = await open(query);
      expect(JSON.stringify(await drawn(page, byKeys(page)))).toBe(JSON.stringify(made));
    }
  });
});

describe('several stages at once', () => {
  test('are chosen by Shift and a click, by a frame drawn over them, and by keys, and said', async () => {
    const page = await open();
    await box(page, 'notify').click();
    await box(page, 'panel-meets').click({ modifiers: ['Shift'] });
    await expect.poll(() => chosen(page)).toEqual(['notify', 'panel-meets']);
    expect(await page.getByRole('toolbar', { name: 'Actions for 2 stages' }).isVisible()).toBe(true);
    await box(page, 'panel-meets').click({ modifiers: ['Shift'] });
    await expect.poll(() => chosen(page)).toEqual(['notify']);

    const frame = await box(page, 'learning').boundingBox();
    if (frame === null) throw new Error('A stage is out of sight.');
    await drag(page, { x: frame.x - 4, y: frame.y - 4 }, { x: frame.x + frame.width + 4, y: frame.y + frame.height + 4 }, 'Shift');
    await expect.poll(() => chosen(page)).toEqual(['learning']);

    await box(page, 'notify').click();
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => said(page)).toBe('2 stages chosen');
    const two = await chosen(page);
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Space');
    await expect.poll(async () => (await chosen(page)).length).toBe(3);
    expect(await chosen(page)).toEqual(expect.arrayContaining([...two]));
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await chosen(page)).length).toBe(1);
    expect((await given(page)).changes).toBe(0);
  });

  test('are moved, lined up, spread out and tidied together, by pointer and by keys alike', async () => {
    const [mouse, keys] = [await open(), await open()];
    const before = JSON.stringify(await procedure(mouse));
    for (const page of [mouse, keys]) {
      await box(page, 'notify').click();
      await box(page, 'learning').click({ modifiers: ['Shift'] });
    }
    await mouse.getByRole('toolbar', { name: 'Drawing tools' }).getByRole('button', { name: 'Arrange…' }).click();
    await mouse.getByRole('button', { name: 'Line up at the top', exact: true }).click();
    await keys.keyboard.press('a');
    for (let turn = 0; turn < 3; turn++) await keys.keyboard.press('ArrowDown');
    await keys.keyboard.press('Enter');
    await expect.poll(() => said(keys)).toBe('Line up 2 stages at the top');
    await expect.poll(() => focused(keys)).toBe('learning');
    expect(JSON.stringify(await procedure(keys))).toBe(JSON.stringify(await procedure(mouse)));
    expect((await procedure(mouse)).layout?.['notify']?.y).toBeDefined();
    await keys.keyboard.press('Alt+ArrowRight');
    expect(await said(keys)).toBe('Move 2 stages');
    await keys.keyboard.press('a');
    await keys.getByRole('button', { name: 'Tidy only these', exact: true }).press('Enter');
    expect((await procedure(keys)).layout ?? {}).toEqual({});
    expect(await undone(keys, (await given(keys)).changes)).toBe(before);
  });

  test('are grouped one after another and at the same time, closed, opened, and dragged into a group and out', async () => {
    const page = await open();
    const before = JSON.stringify(await procedure(page));
    await box(page, 'first-review').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Shift+g');
    await page.keyboard.type('Both reviews');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await procedure(page)).stages['new-group']).toMatchObject({ label: 'Both reviews', parallel: true, within: 'need-to-know' });
    await expect.poll(() => focused(page)).toBe('new-group');
    await page.keyboard.press('f');
    await expect.poll(() => box(page, 'first-review').count()).toBe(0);
    await expect.poll(() => box(page, 'new-group').getAttribute('aria-label')).toContain('closed');
    await page.keyboard.press('f');
    await box(page, 'first-review').waitFor();

    await drag(page, await middle(box(page, 'learning')), await middle(box(page, 'new-group')));
    await expect.poll(async () => (await procedure(page)).stages['learning']?.within).toBe('new-group');
    await page.keyboard.press('Control+z');
    expect((await procedure(page)).stages['learning']?.within).toBe(undefined);
    await box(page, 'learning').click();
    await page.keyboard.press('a');
    await page.getByLabel('Group to put into').selectOption({ label: 'Statutory Review case' });
    await expect.poll(async () => (await procedure(page)).stages['learning']?.within).toBe('statutory-case');
    expect(await undone(page, 3)).toBe(before);
  });

  test('are copied, cut and put into another procedure, and what cannot come along is said', async () => {
    const from = await open();
    const context = from.context();
    await box(from, 'notify').click();
    await box(from, 'panel-meets').click({ modifiers: ['Shift'] });
    await from.keyboard.press('Control+c');
    expect(await said(from)).toBe('Copied 2 stages');
    await from.keyboard.press('Control+v');
    await expect.poll(async () => (await procedure(from)).stages['notify-2']).toMatchObject({ label: 'Notify the DfE (copy)' });
    expect(await said(from)).toBe('Paste 2 stages');
    await expect.poll(() => chosen(from)).toEqual(['notify-2', 'panel-meets-2']);

    const to = await context.newPage();
    await to.goto(`${app.url()}?everything&view=outline`);
    await to.waitForSelector('.ed-grid');
    await to.locator('[role="gridcell"][tabindex="0"]').focus();
    const before = Object.keys((await procedure(to)).stages);
    await to.keyboard.press('Control+v');
    await expect.poll(async () => Object.keys((await procedure(to)).stages).length).toBe(before.length + 2);
    await to.getByRole('region', { name: 'What did not come along' }).waitFor();
    expect(await said(to)).toMatch(/^Paste 2 stages\. \d+ things? did not come along$/);
    await to.keyboard.press('Escape');
    await expect.poll(() => focused(to)).not.toBe(null);

    await from.bringToFront();
    await from.keyboard.press('Control+x');
    await expect.poll(async () => (await procedure(from)).stages['notify-2']).toBe(undefined);
    await from.keyboard.press('Control+z');
    expect((await procedure(from)).stages['notify-2']).toBeDefined();
  });

  test('a kind is dragged onto the diagram, a route’s end to another stage, and a stage is found by part of its name', async () => {
    const page = await open('?stage=not-met/joint-decision/need-to-know');
    await page.locator('.ed-grip[data-end="to"]').waitFor();
    await drag(page, await middle(page.locator('.ed-grip[data-end="to"]')), await middle(box(page, 'learning')));
    await expect.poll(async () => (await procedure(page)).transitions.find((route) => route.id === 'not-met')?.to).toBe('learning');
    await page.getByRole('button', { name: 'Add stage: Panel' }).dragTo(page.locator('.react-flow__pane'), { targetPosition: { x: 60, y: 700 } });
    await page.keyboard.type('Ask the board');
    await page.keyboard.press('Enter');
    await expect.poll(async () => Object.values((await procedure(page)).stages).find((stage) => stage.label === 'Ask the board')?.kind).toBe('panel');
    await expect.poll(() => focused(page)).toBe('new-panel');
    await page.keyboard.press('/');
    await page.keyboard.type('share the');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('learning');
  });

  test('axe finds nothing on what is chosen, asked and closed', async () => {
    const page = await open('?stage=need-to-know');
    const faults = async (): Promise<readonly string[]> => (await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()).violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
    await box(page, 'need-to-know').focus();
    await page.keyboard.press('f');
    await expect.poll(() => box(page, 'need-to-know').getAttribute('aria-label')).toContain('closed');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('a');
    await page.getByRole('region', { name: 'Arrange 2 stages' }).waitFor();
    expect(await faults()).toEqual([]);
  });
});

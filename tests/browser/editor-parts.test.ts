// The schema walked through the screen: for every property of the format there is a control on the page of all parts,
// and changing it changes the procedure that is given out. What is excused says why.
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import schema from '../../engine/procedure/procedure.schema.json';
import type { Given } from '../fixtures/editor/page/main.tsx';
import { appBrowser } from './browser.ts';
import { editorPage } from './editor-page.ts';

const app = appBrowser(editorPage);

/** Properties without a control here, and why. */
const excused: Readonly<Record<string, string>> = {
  'Cited.*': 'Each element has these as its own.', 'Criterion.*': 'Drawn line by line; tests/browser/editor-rule.test.ts.', 'Place.*': 'Moved by hand on the diagram.',
  'Conventions.timeZone': 'Times are those of London.', 'Transition.id': 'An id stays when its words change.', 'ProcedureGap.id': 'An id stays when its words change.', 'Text.*': 'Words have no parts.',
  'FindingLeft.*': 'Left, and taken back, on the panel of findings; tests/browser/document.test.ts.', 'Procedure.findingsLeft': 'The same.',
};

/** The procedure as the page gives it out now, kept on the page to be compared with later: it is too long to be sent each time. */
const keep = (page: Page): Promise<void> => page.evaluate(() => { Reflect.set(window, 'kept', JSON.stringify((Reflect.get(window, 'given') as Given).procedure)); });
const isOther = (page: Page): Promise<boolean> => page.evaluate(() => JSON.stringify((Reflect.get(window, 'given') as Given).procedure) !== Reflect.get(window, 'kept'));

class Walk {
  readonly changed = new Set<string>();
  /** Places looked at: one that changed is not looked at again, wherever it stands. */
  readonly walked = new Set<string>();
  readonly page: Page;
  constructor(page: Page) { this.page = page; }

  /** Does it, and notes the place when the procedure is another afterwards. */
  async change(place: string, part: Locator, act: () => Promise<void>): Promise<boolean> {
    await keep(this.page);
    const around = await this.around(part);
    await act();
    const other = await isOther(this.page);
    if (other) for (const each of [place, ...around]) this.changed.add(each);
    return other;
  }

  /** The places that this one stands within: they are other when it is. */
  around(part: Locator): Promise<readonly string[]> {
    return part.evaluate((own) => {
      const found: string[] = [];
      for (let each = own.closest<HTMLElement>('.ed-part'); each !== null; each = each.parentElement?.closest<HTMLElement>('.ed-part') ?? null) found.push(each.dataset['place'] ?? '');
      return found;
    });
  }

  /** Every part inside this one that lies directly below it. */
  async parts(within: Locator): Promise<readonly { readonly path: string; readonly place: string }[]> {
    return within.evaluate((root) => [...root.querySelectorAll<HTMLElement>('.ed-part')].filter((part) => part.parentElement?.closest('.ed-part') === (root.matches('.ed-part') ? root : null)).map((part) => ({ path: part.dataset['path'] ?? '', place: part.dataset['place'] ?? '' })));
  }

  /** `around`: the place these parts stand in, itself to be changed by changing one of them. */
  async walk(within: Locator, depth = 0, around = ''): Promise<void> {
    if (depth > 8) return;
    for (const { path, place } of await this.parts(within)) await this.part(path, place, depth, around !== '' && this.fresh(around));
  }

  /** Whether this place, or anything that may stand below it, is still to be changed. */
  fresh(place: string): boolean { return !this.changed.has(place); }

  async part(path: string, place: string, depth: number, again = false): Promise<void> {
    const part = this.page.locator(`.ed-details-mid .ed-part[data-path="${path}"][data-place="${place}"]`).first();
    if ((this.walked.has(place) && !this.fresh(place) && !again) || await part.count() === 0) return;
    this.walked.add(place);
    const own = await part.evaluate((root) => {
      const mine = (selector: string): HTMLElement | undefined => [...root.querySelectorAll<HTMLElement>(selector)].find((each) => each.closest('.ed-part') === root);
      const field = mine('input:not([type=search]), textarea, select');
      const kind = field instanceof HTMLInputElement ? field.type : field?.tagName.toLowerCase() ?? '';
      return { kind, which: kind === 'select' && field?.closest('fieldset')?.closest('.ed-part') === root && mine('.ed-crit') === undefined, set: mine('button.ed-link')?.getAttribute('aria-label') ?? '', chips: mine('.ed-chips') !== undefined, criterion: mine('.ed-crit') !== undefined };
    });
    if (own.criterion) { this.changed.add(place); return; }
    if (own.chips) { if (this.fresh(place) || again) await this.chips(part, place); return; }
    if (own.set.startsWith('Set: ')) { await this.change(place, part, () => part.getByRole('button', { name: own.set, exact: true }).click()); if (await part.count() > 0 && depth < 8) await this.part2(path, depth); return; }
    if (own.set.startsWith('Add: ') && this.fresh(place)) await this.change(place, part, () => part.getByRole('button', { name: own.set, exact: true }).last().click());
    if (own.which) { await this.alternatives(part, place, depth); return; }
    if (own.kind !== '' && (this.fresh(place) || again)) await this.leaf(part, place, own.kind);
    await this.open();
    if (await part.count() > 0) await this.walk(part, depth + 1, place);
  }

  /** A part just set is looked at anew: it may now be of another sort. */
  async part2(path: string, depth: number): Promise<void> {
    await this.open();
    const part = this.page.locator(`.ed-details-mid .ed-part[data-path="${path}"]`).first();
    const place = await part.getAttribute('data-place');
    if (place !== null && !(await part.locator(':scope > button', { hasText: 'Set' }).count())) await this.part(path, place, depth + 1, true);
  }

  async alternatives(part: Locator, place: string, depth: number): Promise<void> {
    const which = part.locator('select').first();
    const values = (): Promise<readonly string[]> => which.locator('option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    for (const value of await values()) {
      if (!(await values()).includes(value)) continue;
      const now = await which.inputValue();
      if (value !== now) await this.change(place, part, async () => { await which.selectOption(value); });
      await this.open();
      for (const each of await this.parts(part)) { if (value !== now) this.changed.add(each.place); await this.part(each.path, each.place, depth + 1); }
    }
  }

  async leaf(part: Locator, place: string, kind: string): Promise<void> {
    const field = part.locator('input:not([type=search]), textarea, select').first();
    await this.change(place, part, async () => {
      if (kind === 'checkbox') { await field.click(); return; }
      if (kind === 'select') { await this.another(field); return; }
      const value = await field.inputValue();
      await field.fill(kind === 'date' ? '2027-02-03' : kind === 'time' ? '16:45' : replacement(place, value));
      await field.blur();
    });
  }

  async another(field: Locator): Promise<void> {
    const now = await field.inputValue();
    const values = await field.locator('option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    for (const value of values.filter((each) => each !== now).toSorted((one, other) => other.length - one.length)) {
      await field.selectOption(value);
      if (await isOther(this.page)) return;
    }
  }

  async chips(part: Locator, place: string): Promise<void> {
    const add = part.locator('.ed-chips > button.ed-link');
    if (await add.count() === 0) { await this.change(place, part, () => part.locator('.ed-who-out').first().click()); return; }
    await this.change(place, part, async () => {
      await add.click();
      await this.page.keyboard.press('Enter');
    });
    if (this.fresh(place)) {
      await this.page.keyboard.press('Escape');
      if (await part.locator('.ed-who-out').count() > 0) await this.change(place, part, () => part.locator('.ed-who-out').first().click());
    }
  }

  async open(): Promise<void> {
    await this.page.locator('.ed-details-mid').evaluate((root) => { for (const each of root.querySelectorAll('details')) each.open = true; });
  }
}

/** Other words of the sort that the place takes. */
function replacement(place: string, value: string): string {
  if (/^-?\d+(\.\d+)?$/.test(value)) return String(Number(value) + 1);
  if (place === 'Procedure.casePrefix') return 'ZZ';
  if (/lines|Lines/.test(place) || /^\d+-\d+$/.test(value)) return '8';
  if (/cites|passages/.test(place)) return '8';
  if (value === '' && /(min|max|until|limit|maxLength|months|least|most|week|day|amount)( item)?$/i.test(place)) return '3';
  return 'other words';
}

/** Elements of a sort that are walked: they have the same properties. */
const MOST = 12;

test('every property of the format is changed on the page of all parts', async () => {
  const page = await app.open('?everything', { viewport: { width: 1280, height: 900 } });
  await page.waitForSelector('.react-flow__node');
  await page.getByRole('button', { name: 'All parts' }).click();
  const walk = new Walk(page);
  const sorts = page.locator('.ed-details-sort');
  // One more of each, so that wherever one is named there is another to choose.
  for (let sort = 1; sort < await sorts.count(); sort++) {
    await sorts.nth(sort).click();
    await page.locator('.ed-details-add').click();
  }
  for (let sort = 0; sort < await sorts.count(); sort++) {
    await sorts.nth(sort).click();
    const names = await page.locator('.ed-details-names button').count();
    for (let element = 0; element < Math.max(1, Math.min(names, MOST)); element++) {
      if (names > 0) { const row = page.locator('.ed-details-names button').nth(element); if (await row.count() === 0) continue; await row.click(); }
      await walk.open();
      await walk.walk(page.locator('.ed-details-mid'));
    }
  }
  const properties = [['Procedure', schema], ...Object.entries(schema.$defs)].flatMap(([name, each]) => Object.keys((each as { readonly properties?: object }).properties ?? {}).map((key) => `${name as string}.${key}`));
  const collections = new Set(['$schema', 'format', 'id', 'layout', ...(await page.locator('.ed-details-sort').allInnerTexts()).length > 0 ? Object.entries(schema.properties).filter(([, each]) => 'additionalProperties' in each || ('items' in each && 'type' in each && each.type === 'array' && '$ref' in (each.items as object) && /Transition|ProcedureGap/.test(String(Reflect.get(each.items as object, '$ref'))))).map(([key]) => key) : []]);
  const wanted = properties.filter((place) => !(place in excused) && !(`${place.split('.')[0]}.*` in excused) && !(place.startsWith('Procedure.') && collections.has(place.slice(10))));

  expect(wanted.length).toBeGreaterThan(300);
  expect(wanted.filter((place) => !walk.changed.has(place))).toEqual([]);
  expect((await new AxeBuilder({ page }).analyze()).violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html ?? ''}`)).toEqual([]);
});

test('keys go from the list to the part and to what uses it, and what is added is named at once', async () => {
  const page = await app.open('?everything', { viewport: { width: 1280, height: 900 } });
  await page.getByRole('button', { name: 'All parts' }).press('Enter');
  const focus = page.locator(':focus');
  const add = page.getByRole('button', { name: 'Add a question', exact: true });
  await page.getByRole('button', { name: /^Questions/ }).press('Enter');
  await add.press('Enter');
  await expect.poll(() => focus.inputValue()).toBe('New question');
  await page.keyboard.type('Was a doctor told?');
  await page.keyboard.press('Enter');
  const row = page.getByRole('button', { name: 'Was a doctor told?', exact: true });
  await row.waitFor();
  // Half typed when the person goes to another tab, or closes this one: kept, and the focus stays where it was.
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Was a doctor told at once?');
  const hide = (state: string): Promise<boolean> => page.evaluate((now) => { Object.defineProperty(document, 'visibilityState', { value: now, configurable: true }); return document.dispatchEvent(new Event('visibilitychange')); }, state);
  await hide('hidden');
  const renamed = page.getByRole('button', { name: 'Was a doctor told at once?', exact: true });
  await renamed.waitFor();
  await hide('visible');
  expect(await focus.inputValue()).toBe('Was a doctor told at once?');
  await page.keyboard.press('Shift+F6');
  expect(await renamed.and(focus).count()).toBe(1);
  await page.keyboard.press('F6');
  expect(await page.locator('.ed-details-mid :focus').count()).toBe(1);
  // Nothing names it yet, so there is nothing to do in the third pane: on from the second comes the first.
  await page.keyboard.press('F6');
  expect(await renamed.and(focus).count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'All parts', exact: true }).waitFor({ state: 'detached' });
});

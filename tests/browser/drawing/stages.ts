// Draws the stages, groups and routes of a procedure: each stage after one that leads to it, so that its first route comes
// with it; groups once all that lies in them is drawn. How a thing is done is the worker's: by mouse, or by keys.
import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Id, Procedure, Stage, Transition } from '../../../engine/procedure/types.ts';
import { words as arranging } from '../../../editor/arrange/words.ts';
import { words } from '../../../editor/words.ts';
import { entries, entryNames, keyHand, mouseHand, reach, type DrawingHand } from './hand.ts';

export interface Drawer {
  readonly hand: DrawingHand;
  /** A stage after the one of this name, with the route to it; the first one after none. */
  readonly stage: (after: string | null, kind: string, name: string) => Promise<void>;
  readonly group: (members: readonly string[], together: boolean, name: string) => Promise<void>;
  readonly route: (from: string, to: string) => Promise<void>;
}

const wordsOf = (text: Stage['label']): string => (typeof text === 'string' ? text : text.en ?? '');
const kindWords = (stage: Stage): string => words.kinds[stage.final === true ? 'end' : stage.kind];

/** The order in which stages and routes are drawn: as the routes are written, and every stage once. */
export async function drawStages(procedure: Procedure, drawer: Drawer, done: () => void): Promise<void> {
  const drawn = new Set<Id>();
  const { stages } = procedure;
  const name = (id: Id): string => wordsOf(stages[id]?.label ?? id);
  const childrenOf = (group: Id): readonly Id[] => Object.keys(stages).filter((id) => stages[id]?.within === group);
  const end = (): Id | undefined => [...drawn].findLast((id) => stages[id]?.final === true);
  const need = async (id: Id, after: Id | null): Promise<void> => {
    if (drawn.has(id)) return;
    const inner = childrenOf(id);
    for (const each of inner) await need(each, end() ?? null);
    if (inner.length > 0) await drawer.group(inner.map(name), stages[id]?.parallel === true, name(id));
    else await drawer.stage(after === null ? null : name(after), kindWords(stages[id] as Stage), name(id));
    drawn.add(id);
    done();
  };
  for (const { from: [from = ''], to } of procedure.transitions as readonly Transition[]) {
    const target = typeof to === 'string' ? to : null;
    await need(from, end() ?? null);
    if (target === null) continue;
    if (drawn.has(target)) await drawer.route(name(from), name(target));
    else await need(target, from);
    done();
  }
  for (const id of Object.keys(stages)) await need(id, end() ?? null);
}

/** Types a name over the one that stands in the field that has just opened. */
async function named(page: Page, name: string): Promise<void> {
  const field = page.locator('input.ed-name:focus, .ed-line input:focus');
  await field.waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await field.waitFor({ state: 'detached' });
}
const middleOf = async (of: Locator): Promise<{ readonly x: number; readonly y: number }> => {
  const place = await of.boundingBox();
  if (place === null) throw new Error(`${String(of)} is out of sight.`);
  return { x: place.x + place.width / 2, y: place.y + place.height / 2 };
};

/** A point of a box that nothing lies over, the top first: of a group all but its head is others'. */
async function bare(of: Locator): Promise<{ readonly x: number; readonly y: number }> {
  await of.waitFor();
  const found = await of.evaluate((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    for (const down of [0.08, 0.3, 0.5, 0.7, 0.9]) for (const across of [0.5, 0.2, 0.8, 0.05, 0.95]) {
      const [x, y] = [left + width * across, top + height * down];
      const hit = document.elementFromPoint(x, y);
      if (hit?.closest('.react-flow__node') === node && hit.closest('.react-flow__handle, button') === null) return { x, y };
    }
    return null;
  });
  if (found === null) throw new Error(`${String(of)} is covered.`);
  return found;
}

export function mouseDrawer(page: Page): Drawer {
  const tools = page.getByRole('toolbar', { name: words.canvas.tools });
  const fit = (): Promise<void> => tools.getByRole('button', { name: words.canvas.fit, exact: true }).click();
  const at = (name: string): Locator => page.locator('.react-flow__node').and(page.locator(`[aria-label^=${JSON.stringify(`${name}, `)}]`)).first();
  const pane = page.locator('.react-flow__pane');
  const choose = async (name: string, held = false): Promise<void> => {
    if (!held) { await pane.click({ position: { x: 4, y: 4 } }); await fit(); }
    const { x, y } = await bare(at(name));
    if (held) await page.keyboard.down('Shift');
    await page.mouse.click(x, y);
    if (held) await page.keyboard.up('Shift');
  };
  return {
    hand: mouseHand(page),
    stage: async (after, kind, name) => {
      if (after !== null) await choose(after);
      await (after === null ? page.getByRole('button', { name: words.canvas.emptyAdd, exact: true }) : tools.getByRole('button', { name: words.canvas.stage, exact: true })).click();
      await page.locator('.ed-palette').getByRole('button', { name: kind, exact: true }).click();
      await named(page, name);
    },
    group: async (members, together, name) => {
      for (const [index, each] of members.entries()) await choose(each, index > 0);
      await page.getByRole('toolbar', { name: arranging.forChosen(members.length) }).getByRole('button', { name: together ? arranging.together : arranging.group, exact: true }).click();
      await named(page, name);
    },
    route: async (from, to) => {
      await choose(from);
      await at(from).and(page.locator('[aria-pressed="true"]')).waitFor();
      const dot = await middleOf(at(from).locator('.react-flow__handle-bottom'));
      const target = await middleOf(at(to));
      await page.mouse.move(dot.x, dot.y);
      await page.mouse.down();
      await page.mouse.move(target.x, target.y, { steps: 8 });
      await page.mouse.up();
    },
  };
}

/** The button of the first stage: in the empty diagram, or above the outline. */
const first = (page: Page): Locator => page.getByRole('button', { name: words.canvas.emptyAdd, exact: true }).or(page.getByRole('toolbar', { name: words.grid.tools }).getByRole('button', { name: words.canvas.stage, exact: true })).first();

/** Going about a diagram or an outline by keys. */
interface Moves { readonly key: (name: string) => Promise<void>; /** Until this stage has the focus; false where the arrow leads no further. */ readonly walk: (name: string, arrow: string) => Promise<boolean>; readonly choose: (name: string) => Promise<void> }
function keyMoves(page: Page): Moves {
  const key = (name: string): Promise<void> => page.keyboard.press(name);
  const here = page.locator('.react-flow__node[tabindex="0"], [role="gridcell"][tabindex="0"]');
  const row = page.locator('[role="row"]:has(:focus), [role="row"]:focus');
  /** The name of what has the focus, and what tells it from another of that name. */
  const on = async (): Promise<string> => {
    if (await row.count() > 0) return `${await row.locator('.ed-line-title').textContent()}, ${await row.getAttribute('data-row')}`;
    const now = page.locator(':focus');
    return await now.count() > 0 ? await now.getAttribute('aria-label') ?? '' : '';
  };
  const isOn = async (name: string): Promise<boolean> => (await on()).startsWith(`${name}, `);
  const press = async (arrow: string): Promise<boolean> => {
    const before = await on();
    await key(arrow);
    return expect.poll(on, { timeout: 3000, interval: 15 }).not.toBe(before).then(() => true, () => false);
  };
  const walk = async (name: string, arrow: string): Promise<boolean> => {
    while (!(await isOn(name))) if (!(await press(arrow))) return false;
    return true;
  };
  /** In the outline by as many arrows as there are rows between; on the canvas by its name, for that is what “/” is for. */
  const choose = async (name: string): Promise<void> => {
    await reach(page, here.first());
    if (await isOn(name)) return;
    const rows = await page.locator('[role="row"] .ed-line-title').allTextContents();
    if (rows.length > 0) {
      const now = (await on()).split(', ').slice(0, -1).join(', ');
      if (!(await walk(name, rows.indexOf(name) > rows.indexOf(now) ? 'ArrowDown' : 'ArrowUp'))) throw new Error(`The arrows never come to ${name}.`);
      return;
    }
    await key('/');
    await page.locator('input[role="combobox"]:focus').waitFor();
    await page.keyboard.type(name);
    const found = await entryNames(page);
    for (let left = found.findIndex((each) => each === name || each.startsWith(`${name}, `)); left > 0; left--) await key('ArrowDown');
    await key('Enter');
    await expect.poll(() => isOn(name), { interval: 15 }).toBe(true);
  };
  return { key, walk, choose };
}

/** Key presses alone, on the canvas or in the outline: what each means there is the same. */
export function keyDrawer(page: Page): Drawer {
  const { key, walk, choose } = keyMoves(page);
  return {
    hand: keyHand(page),
    stage: async (after, kind, name) => {
      if (after === null) { await reach(page, first(page)); await key('Enter'); } else { await choose(after); await key('n'); }
      const kinds = page.locator('.ed-palette-list button');
      await kinds.first().and(page.locator(':focus')).waitFor();
      for (let left = (await kinds.allTextContents()).indexOf(kind); left > 0; left--) await key('ArrowDown');
      await key('Enter');
      await named(page, name);
    },
    group: async (members, together, name) => {
      const numbers = await namesInOrder(page);
      for (const [index, each] of members.toSorted((one, other) => numbers.indexOf(one) - numbers.indexOf(other)).entries()) {
        if (index === 0) await choose(each);
        else if (!(await walk(each, 'Control+ArrowDown')) && !(await walk(each, 'Control+ArrowUp'))) throw new Error(`The arrows never come to ${each}.`);
        await key('Space');
      }
      await key(together ? 'Shift+g' : 'g');
      await named(page, name);
    },
    route: async (from, to) => {
      await choose(from);
      await key('c');
      const field = page.locator('input[role="combobox"]:focus');
      await field.waitFor();
      await page.keyboard.type(to);
      await expect.poll(() => entries(page).count()).toBeGreaterThan(0);
      const names = await entryNames(page);
      for (let left = names.indexOf(to); left > 0; left--) await key('ArrowDown');
      await key('Enter');
      await field.waitFor({ state: 'detached' });
    },
  };
}

/** The names of stages as they are numbered, on the canvas or in the outline. */
async function namesInOrder(page: Page): Promise<readonly string[]> {
  const rows = await page.locator('[role="row"] .ed-line-title').allTextContents();
  if (rows.length > 0) return rows;
  const boxes = page.locator('.react-flow__node');
  const labels: string[] = [];
  for (let at = await boxes.count() - 1; at >= 0; at--) labels.push(await boxes.nth(at).getAttribute('aria-label') ?? '');
  const numberOf = (label: string): number => Number(/, stage (\d+) of /.exec(label)?.[1] ?? 0);
  return labels.toSorted((one, other) => numberOf(one) - numberOf(other)).map((label) => label.split(', ')[0] ?? '');
}

// Fills the page “All parts” with what a procedure file says, place by place as the format's schema lists them. It knows
// no procedure: the words to choose by are those that the file itself gives to what it names.
import type { Locator, Page } from 'playwright-core';
import type { Criterion, Id, Procedure } from '../../../engine/procedure/types.ts';
import { choicesOf, type Around } from '../../../editor/details/choices.ts';
import { elementAt, elementsIn, partsOf } from '../../../editor/details/elements.ts';
import { chosenOf } from '../../../editor/details/start.ts';
import type { Field, Shape } from '../../../editor/details/shape.ts';
import { collections, words, type Collection } from '../../../editor/details/words.ts';
import { chipsOf, group, isChips, pickNamed, pickValue, setChips, setCite, setText, wordsOf } from './controls.ts';
import { drawCriterion } from './criterion.ts';
import type { DrawingHand } from './hand.ts';

export interface Drawing { readonly page: Page; readonly hand: DrawingHand; readonly wanted: Procedure; /** What could not be set, with why. */ readonly left: Left[]; /** Places set so far. */ count: number; readonly tell: (words: string) => void }
export interface Left { readonly collection: Collection; readonly id: Id | null; readonly field: Field; readonly why: string }
interface Place { readonly field: Field; readonly value: unknown; readonly around: Around; readonly part: Locator; readonly path: string }

const middle = (page: Page): Locator => page.locator('.ed-details-mid');
const partIn = (within: Locator, path: string, place: string): Locator => within.locator(`.ed-part[data-path=${JSON.stringify(path)}][data-place=${JSON.stringify(place)}]`);

/** Opens the page of all parts from wherever one is. */
export async function openParts({ page, hand }: Drawing): Promise<void> {
  if (await page.getByRole('heading', { name: words.title, exact: true }).count() === 0) await hand.press(page.getByRole('button', { name: words.open, exact: true }));
  await page.getByRole('heading', { name: words.title, exact: true }).waitFor();
}
export async function closeParts({ page, hand }: Drawing): Promise<void> {
  await hand.press(page.getByRole('button', { name: words.close, exact: true }));
  await page.getByRole('heading', { name: words.title, exact: true }).waitFor({ state: 'detached' });
}

const topPart = (page: Page, field: Field): Locator => partIn(middle(page), field.key, field.place);
const sortButton = (page: Page, collection: Collection): Locator => page.locator('.ed-details-sort').nth(Object.keys(collections).indexOf(collection));
const names = (page: Page): Locator => page.locator('.ed-details-names button');

async function openSort(drawing: Drawing, collection: Collection): Promise<void> {
  const button = sortButton(drawing.page, collection);
  if (await button.getAttribute('aria-expanded') !== 'true') await drawing.hand.press(button);
}

/** As many elements of a collection as are wanted, each with its name and no more. */
export async function nameElements(drawing: Drawing, collection: Collection, nameless: (at: number) => boolean = () => true): Promise<void> {
  const { page, hand, wanted } = drawing;
  const all = elementsIn(wanted, collection);
  await openSort(drawing, collection);
  for (const [at, { id }] of all.entries()) {
    if (at >= await names(page).count()) {
      await hand.press(page.locator('.ed-details-add'));
      await names(page).nth(at).waitFor();
    } else if (!nameless(at)) continue;
    await openElement(drawing, collection, at);
    for (const field of partsOf(collection).filter(({ key }) => ['label', 'title', 'words'].includes(key)).slice(0, 1)) await setTop(drawing, collection, id, field);
  }
}

/** Stages are written in the order in which the editor keeps them, so a stage is known by its name; all else stands in the order in which it was made. */
async function placeIn({ page, wanted }: Drawing, collection: Collection, at: number): Promise<number> {
  if (collection !== 'stages') return at;
  const titles = elementsIn(wanted, collection).map(({ title }) => title);
  const title = titles[at] ?? '';
  const places = (await names(page).allTextContents()).flatMap((each, place) => (each === title ? [place] : []));
  const found = places[titles.slice(0, at).filter((each) => each === title).length];
  if (found === undefined) throw new Error(`No stage “${title}” was drawn.`);
  return found;
}

async function openElement(drawing: Drawing, collection: Collection, wantedAt: number): Promise<void> {
  const { page, hand } = drawing;
  const row = names(page).nth(await placeIn(drawing, collection, wantedAt));
  if (await row.getAttribute('aria-current') !== 'true') await hand.press(row);
}

/** Fills each element of a collection with all that the file says of it. */
export async function fillElements(drawing: Drawing, collection: Collection): Promise<void> {
  await openSort(drawing, collection);
  if (collection === 'procedure') { await openWhole(drawing); await fillElement(drawing, collection, null); return; }
  for (const [at, { id }] of elementsIn(drawing.wanted, collection).entries()) {
    await openElement(drawing, collection, at);
    await fillElement(drawing, collection, id);
  }
}
const openWhole = (drawing: Drawing): Promise<void> => drawing.hand.press(sortButton(drawing.page, 'procedure'));

/** How a place looks that says something already. */
const said = ['> textarea:not(:empty)', '> input:not([value=""])', '> select > option:checked:not([value=""])', '> label > input:checked', '> .ed-chips > .ed-who', '> fieldset'].map((each) => `:has(${each})`).join(', ');

/** Of places that are to say nothing, those that say something, and so must be cleared. */
async function saying(page: Page, fields: readonly Field[]): Promise<readonly Field[]> {
  const places = (of: readonly Field[]): Locator => middle(page).locator(of.map(({ key }) => `.ed-part[data-path=${JSON.stringify(key)}]:is(${said})`).join(', '));
  if (fields.length === 0 || await places(fields).count() === 0) return [];
  const found: Field[] = [];
  for (const field of fields) if (await places([field]).count() > 0) found.push(field);
  return found;
}

async function fillElement(drawing: Drawing, collection: Collection, id: Id | null): Promise<void> {
  const { page, wanted } = drawing;
  const element = elementAt(wanted, collection, id) as Readonly<Record<string, unknown>>;
  await openFold(drawing);
  let again: readonly Field[] = partsOf(collection);
  // What the format lets stand only beside something else is set in the next round.
  for (let round = 0; round < 2 && again.length > 0; round++) {
    const failed: Field[] = [];
    const unwanted = await saying(page, again.filter((field) => element[field.key] === undefined));
    for (const field of again.filter((each) => element[each.key] !== undefined || unwanted.includes(each))) {
      const before = drawing.left.length;
      await setTop(drawing, collection, id, field);
      if (drawing.left.length > before) { failed.push(field); if (round < 1) drawing.left.length = before; }
    }
    again = failed;
  }
}

/** What could not be set at its turn, now that all else stands there. */
export async function fillLeft(drawing: Drawing): Promise<void> {
  for (const { collection, id, field } of drawing.left.splice(0)) {
    await openSort(drawing, collection);
    if (collection === 'procedure') await openWhole(drawing);
    else await openElement(drawing, collection, elementsIn(drawing.wanted, collection).findIndex((each) => each.id === id));
    await openFold(drawing);
    await setTop(drawing, collection, id, field);
  }
}

async function openFold({ page, hand }: Drawing): Promise<void> {
  const fold = middle(page).locator('details.ed-fold-row');
  if (await fold.count() > 0 && await fold.getAttribute('open') === null) await hand.fold(fold.locator(':scope > summary'));
}

async function setTop(drawing: Drawing, collection: Collection, id: Id | null, field: Field): Promise<void> {
  const element = elementAt(drawing.wanted, collection, id);
  const value: unknown = Reflect.get(element as object, field.key);
  const where = `${collection}/${id ?? ''}/${field.key}`;
  try {
    await setPart(drawing, { field, value, around: { element, id }, part: topPart(drawing.page, field), path: field.key });
  } catch (error) {
    const why = `${where}: ${(error as Error).message.split('\n').slice(0, 3).join(' ')}`;
    drawing.left.push({ collection, id, field, why });
    drawing.tell(`not yet: ${why}`);
  }
}

/** Makes one place say what is wanted; what is wanted of it may be nothing. */
async function setPart(drawing: Drawing, place: Place): Promise<void> {
  const { field, value, part } = place;
  const { hand } = drawing;
  if (await part.count() === 0) { if (value === undefined) return; throw new Error(`There is no place for ${field.place}.`); }
  const shape = field.shape();
  if (value === undefined) { await clear(drawing, place, shape); return; }
  drawing.count += 1;
  const set = part.locator(':scope > button.ed-link', { hasText: new RegExp(`^${words.set}$`) });
  if (await set.count() > 0) {
    await hand.press(set);
    await set.waitFor({ state: 'detached' });
  } else if (shape.kind === 'criterion' && await takeOut(part).count() > 0) {
    // One that was drawn in part is drawn anew.
    await hand.press(takeOut(part));
    await hand.press(set);
    await set.waitFor({ state: 'detached' });
  }
  await setShape(drawing, place, shape);
}

const takeOut = (part: Locator): Locator => part.locator(':scope > button.ed-link', { hasText: new RegExp(`^${words.takeOut}$`) });

async function clear(drawing: Drawing, { part, field }: Place, shape: Shape): Promise<void> {
  const { hand } = drawing;
  if (await takeOut(part).count() > 0) { await hand.press(takeOut(part)); return; }
  const text = part.locator(':scope > textarea, :scope > input');
  const select = part.locator(':scope > select');
  const box = part.locator(':scope > label > input');
  if (await text.count() > 0) { if (await text.inputValue() !== '') await hand.write(text, ''); } else if (await select.count() > 0) { if (await select.inputValue() !== '') await pickValue(drawing, select, ''); } else if (await box.count() > 0) { if (await box.isChecked()) await hand.press(box); } else if (isChips(shape)) await setChips(drawing, part, []);
  else if (field.required) throw new Error(`${field.place} cannot be taken out.`);
}

async function setShape(drawing: Drawing, place: Place, shape: Shape): Promise<void> {
  const { hand, wanted } = drawing;
  const { part, value, path, around } = place;
  switch (shape.kind) {
    case 'words': case 'line': case 'value': case 'number': case 'day': case 'time': await setText(drawing, part.locator(':scope > textarea, :scope > input'), wordsOf(shape.kind === 'words' ? value : String(value))); return;
    case 'yes': { const box = part.locator(':scope > label > input'); if (await box.isChecked() !== value) await hand.press(box); return; }
    case 'one-of': await pickValue(drawing, part.locator(':scope > select'), String(value)); return;
    case 'named': if (shape.names === 'own') await setText(drawing, part.locator(':scope > textarea'), String(value)); else await pickNamed(drawing, part.locator(':scope > select'), choicesOf(wanted, shape.names, around), String(value)); return;
    case 'cite': await setCite(drawing, part, String(value)); return;
    case 'fixed': return;
    case 'criterion': await drawCriterion(drawing, part, value as Criterion); return;
    case 'list': if (isChips(shape)) await setChips(drawing, part, chipsOf(drawing, shape.item, around, value as readonly string[])); else await setItems(drawing, place, shape.item); return;
    case 'pair': for (const [index, item] of shape.items.entries()) await setPart(drawing, { field: item, value: (value as readonly unknown[])[index], path: `${path}/${index}`, part: partIn(group(part), `${path}/${index}`, item.place), around: { ...around, before: (value as readonly unknown[]).slice(0, index) } }); return;
    case 'map': await setKeyed(drawing, place, shape); return;
    case 'either': await setEither(drawing, place, shape.choices); return;
    case 'parts': await setParts(drawing, place, shape.fields, shape.heads);
  }
}

async function opened({ hand }: Drawing, item: Locator): Promise<void> {
  await item.waitFor();
  if (await item.getAttribute('open') === null) await hand.fold(item.locator(':scope > summary'));
}

async function setItems(drawing: Drawing, { part, value, path, around }: Place, item: Field): Promise<void> {
  const { hand } = drawing;
  const wanted = value as readonly unknown[];
  const items = group(part).locator(':scope > details');
  const add = group(part).locator(':scope > button.ed-link');
  while (await items.count() > wanted.length) await hand.press(items.last().locator(':scope > .ed-part-acts button').last());
  for (const [index, each] of wanted.entries()) {
    if (await items.count() <= index) { await hand.press(add); await items.nth(index).waitFor(); }
    await opened(drawing, items.nth(index));
    await setPart(drawing, { field: item, value: each, around, path: `${path}/${index}`, part: partIn(items.nth(index), `${path}/${index}`, item.place) });
  }
}

async function setKeyed(drawing: Drawing, { part, value, path, around }: Place, shape: Extract<Shape, { readonly kind: 'map' }>): Promise<void> {
  const { hand } = drawing;
  const wanted = Object.entries(value as Readonly<Record<string, unknown>>);
  const items = group(part).locator(':scope > details');
  const add = group(part).locator(':scope > button.ed-link');
  while (await items.count() > wanted.length) await hand.press(items.last().locator(':scope > .ed-part-acts button').last());
  for (const [index, [key, each]] of wanted.entries()) {
    const known = items.filter({ has: drawing.page.locator(`:scope > .ed-part[data-path=${JSON.stringify(`${path}/${key}`)}]`) });
    if (await known.count() === 0 && await items.count() <= index) {
      const before = await items.count();
      await hand.press(add);
      await items.nth(before).waitFor();
    }
    if (await known.count() === 0) {
      const fresh = items.nth(await freshAt(items, path, wanted.slice(0, index).map(([name]) => name)));
      await opened(drawing, fresh);
      if (shape.names === 'own' || shape.names === 'lines') await hand.write(fresh.locator(':scope > textarea'), key);
      else await pickNamed(drawing, fresh.locator(':scope > select'), choicesOf(drawing.wanted, shape.names, around), key);
      await known.waitFor();
    }
    await opened(drawing, known);
    await setPart(drawing, { field: shape.item, value: each, around, path: `${path}/${key}`, part: partIn(known, `${path}/${key}`, shape.item.place) });
  }
}

/** The first item that stands under none of the names that are there to stay. */
async function freshAt(items: Locator, path: string, wanted: readonly string[]): Promise<number> {
  // What was added last stands last, so that is where one looks first.
  for (let at = await items.count() - 1; at >= 0; at--) {
    const place = await items.nth(at).locator(':scope > .ed-part').first().getAttribute('data-path') ?? '';
    if (!wanted.includes(place.slice(path.length + 1))) return at;
  }
  return -1;
}

async function setEither(drawing: Drawing, place: Place, choices: readonly Field[]): Promise<void> {
  const { part, value, path } = place;
  const at = chosenOf(choices, value);
  const chosen = choices[at];
  if (chosen === undefined) throw new Error(`${place.field.place} has no such sort of value.`);
  await pickValue(drawing, group(part).locator(':scope > select'), String(at));
  await setPart(drawing, { ...place, field: chosen, part: group(part).locator(`:scope > .ed-part[data-path=${JSON.stringify(path)}]`) });
}

async function setParts(drawing: Drawing, { part, value, path, around }: Place, fields: readonly Field[], heads: ReadonlyMap<string, readonly string[]> | null): Promise<void> {
  const object = value as Readonly<Record<string, unknown>>;
  const within: Around = { ...around, within: object };
  const head = heads === null ? undefined : [...heads.keys()].find((key) => Object.hasOwn(object, key));
  if (head !== undefined) await pickValue(drawing, group(part).locator(':scope > select'), head);
  const shown = head === undefined ? fields : fields.filter(({ key }) => key === head || heads?.get(head)?.includes(key));
  for (const field of shown) {
    const inner = group(part).locator(`:scope > .ed-part[data-path=${JSON.stringify(`${path}/${field.key}`)}]`);
    await setPart(drawing, { field, value: object[field.key], around: within, path: `${path}/${field.key}`, part: inner });
  }
}

// The controls of the page “All parts” that hold one thing or several by name: words, one of a list, a passage of a source,
// chips. Each says at once when what was asked for does not stand there afterwards.
import type { Locator } from 'playwright-core';
import type { Text } from '../../../engine/procedure/types.ts';
import { choicesOf, type Around } from '../../../editor/details/choices.ts';
import type { Field, Shape } from '../../../editor/details/shape.ts';
import { valueWords } from '../../../editor/details/words.ts';
import { chosenAt } from './hand.ts';
import type { Drawing } from './parts.ts';

export const wordsOf = (text: unknown): string => (typeof text === 'string' ? text : String((text as Exclude<Text, string> | undefined)?.en ?? ''));
export const group = (part: Locator): Locator => part.locator(':scope > fieldset');

export function isChips(shape: Shape): boolean {
  const item = shape.kind === 'list' ? shape.item.shape() : null;
  return item !== null && (item.kind === 'one-of' || (item.kind === 'named' && item.names !== 'own'));
}

export async function setText({ hand }: Drawing, field: Locator, typed: string): Promise<void> {
  if (await field.inputValue() === typed) return;
  await hand.write(field, typed);
  const now = await field.inputValue();
  if (now !== typed) throw new Error(`Typed “${typed.slice(0, 60)}”, and there stands “${now.slice(0, 60)}”.`);
}

/** The options of a list by their words. */
export const labelsOf = (list: Locator): Promise<readonly string[]> => list.locator('option').allTextContents();

async function pickAt({ hand }: Drawing, list: Locator, labels: readonly string[], at: number, said: string): Promise<void> {
  if (at < 0) throw new Error(`“${said}” is not offered; offered are ${labels.join(', ').slice(0, 300)}.`);
  if (await chosenAt(list) === at && await list.locator('option:checked').count() > 0) return;
  await hand.pick(list, at);
}
export async function pickValue(drawing: Drawing, list: Locator, value: string): Promise<void> {
  if (await list.inputValue() === value) return;
  const option = `option[value=${JSON.stringify(value)}]`;
  const at = await list.locator(option).count() === 0 ? -1 : await list.locator(`option:has(~ ${option})`).count();
  await pickAt(drawing, list, await labelsOf(list), at, value);
  const now = await list.inputValue();
  if (now !== value) throw new Error(`Chose “${value}”, and there stands “${now}”.`);
}

/** Chooses what the file names by its words; of several with the same words, the one at the same place among them. */
export async function pickNamed(drawing: Drawing, list: Locator, choices: readonly { readonly value: string; readonly words: string }[], value: string): Promise<void> {
  const said = choices.find((each) => each.value === value)?.words ?? value;
  const nth = choices.filter((each) => each.words === said).findIndex((each) => each.value === value);
  const labels = await labelsOf(list);
  const at = labels.flatMap((each, index) => (each === said ? [index] : []))[Math.max(0, nth)] ?? -1;
  const wanted = at < 0 ? '' : await list.locator('option').nth(at).getAttribute('value');
  await pickAt(drawing, list, labels, at, said);
  // What was chosen may have brought other options; it stays by its value.
  if (await list.inputValue() !== wanted) throw new Error(`Chose “${said}”, and it did not stay.`);
}

export async function setCite(drawing: Drawing, part: Locator, cite: string): Promise<void> {
  const [source = '', lines = ''] = cite.split('#');
  const sources = Object.entries(drawing.wanted.sources).map(([value, { title }]) => ({ value, words: wordsOf(title) }));
  await pickNamed(drawing, group(part).locator(':scope > select'), sources, source);
  await setText(drawing, group(part).locator(':scope > textarea'), lines);
}

export function chipsOf({ wanted }: Drawing, item: Field, around: Around, value: readonly string[]): readonly { readonly words: string; readonly nth: number }[] {
  const shape = item.shape();
  if (shape.kind !== 'named') return value.map((each) => ({ words: shape.kind === 'one-of' ? valueWords(shape.of, each) : each, nth: 0 }));
  const choices = choicesOf(wanted, shape.names, around);
  return value.map((each) => { const said = choices.find((choice) => choice.value === each)?.words ?? each; return { words: said, nth: choices.filter((choice) => choice.words === said).findIndex((choice) => choice.value === each) }; });
}

/** The chips that are wanted, in order; one that is there too early goes and comes again. */
export async function setChips(drawing: Drawing, part: Locator, chosen: readonly { readonly words: string; readonly nth: number }[]): Promise<void> {
  const { hand } = drawing;
  const chips = part.locator(':scope > .ed-chips');
  const now = (): Promise<readonly string[]> => chips.locator('.ed-who').allTextContents().then((all) => all.map((each) => each.trim()));
  const same = (one: string, other: string): boolean => one === other;
  const add = async (at: number): Promise<void> => {
    const each = chosen[at];
    if (each !== undefined) await hand.seek(chips.locator(':scope > button.ed-link'), each.words, Math.max(0, each.nth));
  };
  const takeOut = (at: number): Promise<void> => hand.press(chips.locator('.ed-who').nth(at).locator('.ed-who-out'));
  let right = (await now()).findIndex((each, at) => !same(each, chosen[at]?.words ?? ''));
  if (right < 0) right = (await now()).length;
  let extra = (await now()).length - right;
  // A list that may not be empty keeps its last until another is there.
  if (right === 0 && extra > 0 && chosen.length > 0 && !(await now()).some((each) => same(each, chosen[0]?.words ?? ''))) { await add(0); for (; extra > 0; extra--) await takeOut(0); right = 1; }
  for (; extra > 0; extra--) await takeOut(right);
  for (let at = right; at < chosen.length; at++) await add(at);
  const left = await now();
  if (left.length !== chosen.length || !left.every((each, at) => same(each, chosen[at]?.words ?? ''))) throw new Error(`Wanted ${chosen.map((each) => each.words).join(', ')}, and there stands ${left.join(', ')}.`);
}

// Draws a whole procedure from an empty page with one hand, and brings away the file that is saved.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { collections, type Collection } from '../../../editor/details/words.ts';
import { closeParts, fillElements, fillLeft, nameElements, openParts, type Drawing } from './parts.ts';
import { drawStages, type Drawer } from './stages.ts';

/** What must be there before stages are drawn, what can be named once they are, and what needs those names. */
const before: readonly Collection[] = ['parties'];
const drawn: readonly Collection[] = ['stages', 'transitions'];
const after: readonly Collection[] = ['sources', 'disclosure', 'settings', 'calendars', 'questions', 'forms', 'documents', 'tasks', 'doors', 'meetings', 'holds', 'relations', 'rules', 'timescales', 'tables', 'fragments', 'registers', 'duties', 'gaps'];
const late: readonly Collection[] = ['doors', 'rules', 'timescales', 'tables', 'fragments', 'registers', 'duties', 'gaps'];
const has = (procedure: Procedure, collection: Collection): boolean => collection === 'procedure' || Object.keys((procedure as unknown as Record<string, object | undefined>)[collection] ?? {}).length > 0;

/** `only`: what is filled; all is named and drawn in any case, for what is filled names it. */
export async function drawProcedure(page: Page, drawer: Drawer, wanted: Procedure, tell: (words: string) => void, only: readonly Collection[] = Object.keys(collections) as Collection[]): Promise<Drawing> {
  const started = Date.now();
  const say = (words: string): void => tell(`${Math.round((Date.now() - started) / 1000)} s: ${words}`);
  const drawing: Drawing = { page, hand: drawer.hand, wanted, left: [], count: 0, tell: say };
  const each = async (all: readonly Collection[], what: string, make: (drawing: Drawing, collection: Collection) => Promise<void>): Promise<void> => {
    for (const collection of all.filter((one) => has(wanted, one))) { await make(drawing, collection); say(`${what} ${collection}: ${drawing.count} places, ${drawing.left.length} left over`); }
  };
  await openParts(drawing);
  await each(before, 'named', nameElements);
  await closeParts(drawing);
  await drawStages(wanted, drawer, () => { drawing.count += 1; if (drawing.count % 10 === 0) say(`drawn ${drawing.count}`); });
  say('drawn the stages, groups and routes');
  await openParts(drawing);
  await each(after, 'named', nameElements);
  // A route waits for an option of a decision, so what people do comes before the routes.
  await each([...before, ...after.filter((one) => !late.includes(one)), ...drawn, ...late, 'procedure' as const].filter((one) => only.includes(one)), 'filled', fillElements);
  await fillLeft(drawing);
  say(`filled what was left: ${drawing.left.length} left over`);
  await closeParts(drawing);
  return drawing;
}

/** Saves the procedure as a file and reads it. */
export async function savedFile(page: Page, save: () => Promise<void>): Promise<string> {
  const downloading = page.waitForEvent('download');
  await save();
  return readFileSync(await (await downloading).path(), 'utf8');
}

// The whole KSCP procedure from an empty page, by mouse and by keys alone, in the built app: three ways, one file, which
// does what the shipped one does. It takes long, by keys longest: `npm run kscp`, or one way of it, `npm run kscp -- mouse`.
// CASEWAY_PROCEDURE draws another file; CASEWAY_ONLY fills only some of its collections, to mend one of them without
// waiting for all; CASEWAY_HURRY gives up sooner, in milliseconds, on what fails.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { versionsFor, walk } from '../../engine/case/walkthrough.ts';
import type { Walkthrough } from '../../engine/case/walkthrough-types.ts';
import { contentHash } from '../../engine/index.ts';
import { differences } from '../../engine/procedure/differences/index.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { collections, type Collection } from '../../editor/details/words.ts';
import { words as editor } from '../../editor/words.ts';
import { appBrowser } from './browser.ts';
import { drawProcedure, savedFile } from './drawing/draw.ts';
import { keysOnly } from './drawing/keysOnly.ts';
import { coverage, underNames } from './drawing/same.ts';
import { keyDrawer, mouseDrawer, type Drawer } from './drawing/stages.ts';

const app = appBrowser();
const wanted = JSON.parse(readFileSync(process.env['CASEWAY_PROCEDURE'] ?? 'procedures/kscp/procedure.json', 'utf8')) as Procedure;
interface Way { readonly hand: (page: Page) => Drawer; /** What the drawing is given of the page: who has keys alone can do nothing else to it. */ readonly has: (page: Page) => Page; readonly view: 'canvas' | 'outline' }
const ways: Readonly<Record<string, Way>> = {
  mouse: { hand: mouseDrawer, has: (page) => page, view: 'canvas' }, canvas: { hand: keyDrawer, has: keysOnly, view: 'canvas' }, outline: { hand: keyDrawer, has: keysOnly, view: 'outline' },
};
const asked = (process.env['CASEWAY_WAYS'] ?? '').split(/[ ,]+/).filter((way) => way in ways);
const chosen = asked.length === 0 ? Object.keys(ways) : asked;
const only = (process.env['CASEWAY_ONLY'] || undefined)?.split(',').map((each): Collection => { if (each in collections) return each as Collection; throw new Error(`“${each}” is no collection; there are ${Object.keys(collections).join(', ')}.`); });
/** Whether a place, "/stages/triage/label: …", is in what was asked for. */
const isAsked = (place: string): boolean => { const [, key = ''] = /^\/([^/:]+)/.exec(place) ?? []; return only === undefined || only.includes(key in collections ? key as Collection : 'procedure'); };
const folder = process.env['CASEWAY_DRAWN'] ?? 'dist/drawn';
const files = new Map<string, Procedure>();

async function drawn(way: string): Promise<Procedure> {
  const { hand, has, view } = ways[way] as Way;
  const page = has(await app.open('procedures', { viewport: { width: 1920, height: 1080 } }));
  if (process.env['CASEWAY_HURRY']) page.setDefaultTimeout(Number(process.env['CASEWAY_HURRY'])); // to find what cannot be set sooner
  const drawer = hand(page);
  await drawer.hand.press(page.getByRole('button', { name: 'Start from an empty page', exact: true }));
  await page.getByRole('button', { name: editor.bar.parts, exact: true }).waitFor();
  if (view === 'outline') await drawer.hand.press(page.getByRole('button', { name: editor.bar.views.outline, exact: true }));
  const drawing = await drawProcedure(page, drawer, wanted, (words) => { console.log(`${way}: ${words}`); }, only);
  for (const each of drawing.left) console.log(`${way}: left over: ${each.why}`);
  await page.getByText(editor.bar.saved, { exact: true }).waitFor();
  await drawer.hand.press(page.getByRole('button', { name: editor.bar.procedures, exact: true }));
  const made = await savedFile(page, () => drawer.hand.press(page.getByRole('button', { name: /^Download/ }).first()));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${way}.json`, made);
  return JSON.parse(made) as Procedure;
}

const walkthroughs = (): readonly (readonly [string, Walkthrough])[] => readdirSync(`examples/${wanted.id}`).filter((name) => name.endsWith('.json')).map((name) => [name, JSON.parse(readFileSync(`examples/${wanted.id}/${name}`, 'utf8')) as Walkthrough]);

describe.each(chosen)('the whole procedure, by %s', (way) => {
  test('is drawn from an empty page: every value is there, and no more', async () => {
    const made = await drawn(way);
    files.set(way, made);
    const { there, all, differing: found } = coverage(made, wanted);
    const differing = found.filter(isAsked);
    console.log(`${way}: ${there} of ${all} values, ${differing.length} differing`);
    for (const each of differing) console.log(`${way}: differs: ${each}`);
    expect(differing).toEqual([]);
  }, 0);

  // What is filled only in part cannot be walked through.
  if (only === undefined) test('differs from the shipped one in no words, and every walkthrough holds on it', () => {
    const made = underNames(fileOf(way), wanted);
    expect(differences(wanted, made).filter((each) => each.weight !== 'layout').map((each) => each.words)).toEqual([]);
    const all = existsSync(`examples/${wanted.id}`) ? walkthroughs() : [];
    expect(all.length).toBeGreaterThan(0);
    for (const [name, walkthrough] of all) expect(walk(walkthrough, versionsFor(walkthrough, made)).failures, name).toEqual([]);
  }, 0);
});

// With one way there is nothing to hold it against. What is the same is for the hash by which a version is known to say:
// in which order the stages are written means nothing, and the outline writes one elsewhere than the canvas.
if (chosen.length > 1) test('the files are the same but for the layout, whichever way they were drawn', () => {
  const [first = '', ...others] = chosen.map((way) => contentHash(fileOf(way)));
  for (const other of others) expect(other).toBe(first);
});

function fileOf(way: string): Procedure {
  const made = files.get(way);
  if (made === undefined) throw new Error(`Nothing was drawn by ${way}.`);
  return made;
}

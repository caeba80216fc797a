// Rehearsal stands apart: no file of it names a store that keeps cases, opens a database other than its own, or asks for
// the live world. A planted line shows that the look can fail.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../app/training/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path)).map((path) => ({ path, text: readFileSync(new URL(path.replaceAll('\\', '/'), folder), 'utf8') }));

/** Ways to real cases that a text of rehearsal must not have. */
const FORBIDDEN = [/openLive/, /openDexieStore/, /engine\/store\/(dexie|opfs|journal)/, /world\/(practice|live|journal|witness)/, /caseway-live/, /\.cases\.(append|import|exportAll|events|page)\b/, /downloadEverything/];
const ways = ({ path, text }: { readonly path: string; readonly text: string }): readonly string[] => FORBIDDEN.flatMap((pattern) => (pattern.test(text) ? [`${path}: ${pattern.source}`] : []));

test(`no way leads from rehearsal to real cases (${files.length} files)`, () => {
  expect(files.length).toBeGreaterThan(25);
  expect(files.flatMap(ways)).toEqual([]);
});

test('a planted way is found', () => {
  expect(ways({ path: 'planted.ts', text: "import { openLive } from '../world/world.ts'; store.cases.exportAll();" }).length).toBe(2);
});

test('only the shelf opens a database, and it is rehearsal’s own', () => {
  expect(files.filter(({ text }) => text.includes('indexedDB')).map(({ path }) => path)).toEqual(['shelf.ts']);
  expect(files.find(({ path }) => path === 'shelf.ts')?.text).toContain("SHELF = 'caseway-rehearsal'");
});

test('into rehearsal cross a scenario, a procedure and ranges of times, through three functions and from one folder', () => {
  const app = new URL('../../app/', import.meta.url);
  const outside = readdirSync(app, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/')).filter((path) => /\.tsx?$/.test(path) && !path.startsWith('training/'));
  const crossing = outside.flatMap((path) => [...readFileSync(new URL(path, app), 'utf8').matchAll(/import (?:type )?\{([^}]*)\} from '[^']*training\/shelf\.ts'/g)].map(([, names = '']) => ({ path, names: names.split(',').map((name) => name.trim()) })));
  expect(crossing.map(({ path }) => path.split('/')[0])).toEqual(crossing.map(() => 'lending'));
  expect(crossing.flatMap(({ names }) => names).toSorted()).toEqual(['keepRanges', 'keepScenario', 'lendProcedure']);
});

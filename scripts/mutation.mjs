// Mutation scores of the engine with Stryker: `npm run mutation` for time, criteria and case one after the other,
// `npm run mutation -- time` for one, `npm run mutation -- time --mutate engine/time/day.ts` for one file of it, and
// `npm run mutation -- case --sample 400 --seed 7` for 400 changes drawn at random from the whole of it. Takes hours
// (docs/trust-figures.md), so never part of `npm test`; what it found out is kept, and not tried again while neither the
// code nor its tests changed. A sample keeps nothing: each is drawn from everything. What came of each change is told in
// dist/mutation/PART-told.txt as it comes.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawn } from '../tests/mutation/judging.mjs';
import { filesOf, keyOf, placesOf } from '../tests/mutation/places.mjs';

/** `engine/time` is judged by `tests/engine/time`, and so on; `case` by what drives it too (tests/mutation/judges.mjs). */
export const parts = ['time', 'criteria', 'case'];
/** Why a change was not tried: it lies outside the sample. */
export const NOT_DRAWN = 'not drawn';

/** Changes that a test saw, in per cent of all that were made; those that do not load or were left out do not count. */
export function score(files) {
  const count = {};
  for (const { status } of changesOf(files)) count[status] = (count[status] ?? 0) + 1;
  const { Killed: killed = 0, Timeout: endless = 0, Survived: survived = 0, NoCoverage: unreached = 0 } = count;
  const all = killed + endless + survived + unreached;
  return { killed: killed + endless, survived, unreached, all, percent: all === 0 ? 0 : (100 * (killed + endless)) / all };
}

/**
 * The score of everything by a sample that was drawn from everything, `all` changes: of what is told of a run only the
 * `drawn` count, by their names. What no test reaches counts as not seen; what runs only as a module is loaded counts not.
 * `give`: per cent either way within which 95 of 100 such samples lie around what a whole run would give.
 */
export function estimate(files, drawn, all) {
  const told = Object.entries(files).map(([file, { mutants }]) => [file, { mutants: mutants.filter((mutant) => drawn.has(keyOf(file, mutant, 1))) }]);
  const { killed, survived, unreached, all: tried, percent } = score(Object.fromEntries(told));
  const left = all > 1 ? (all - tried) / (all - 1) : 0;
  return { tried, killed, survived, unreached, percent, give: tried === 0 ? 100 : 1.96 * Math.sqrt((percent * (100 - percent) * left) / tried) };
}
const changesOf = (files) => Object.values(files).flatMap(({ mutants }) => mutants);

/** `--sample N` and `--seed S`, taken out of what is for Stryker. Without a seed, one by chance. */
export function sampleOf(words) {
  const rest = [...words];
  const take = (name) => { const at = rest.indexOf(name); return at < 0 ? undefined : rest.splice(at, 2)[1] ?? ''; };
  const [sample, seed = String(randomInt(1_000_000))] = [take('--sample'), take('--seed')];
  if (sample !== undefined && !(Number(sample) > 0)) throw new Error('--sample N: how many changes to draw.');
  return { sample: Number(sample ?? 0), seed, rest };
}

const root = fileURLToPath(new URL('..', import.meta.url));
/** Draws a sample and keeps the names of what was drawn in a file; of everything there is nothing to draw. */
async function drawnFrom(part, { sample, seed }) {
  if (sample === 0) return undefined;
  const all = await placesOf(filesOf(part, root), root);
  const some = drawn(all, sample, seed);
  const kept = `${root}dist/mutation/${part}-drawn.json`;
  writeFileSync(kept, JSON.stringify(some));
  return { kept, some: new Set(some), all: all.length };
}
async function measure(part, { sample, seed, rest }) {
  mkdirSync(`${root}dist/mutation`, { recursive: true });
  const stryker = `${root}node_modules/@stryker-mutator/core/bin/stryker.js`;
  const draw = await drawnFrom(part, { sample, seed });
  const told = `${root}dist/mutation/${part}-told.txt`;
  writeFileSync(told, '');
  const env = { ...process.env, CASEWAY_MUTATED: part, CASEWAY_TOLD: told, ...(draw === undefined ? {} : { CASEWAY_DRAWN: draw.kept }) };
  const ended = spawnSync(process.execPath, [stryker, 'run', 'tests/mutation/stryker.config.mjs', ...rest], { cwd: root, stdio: 'inherit', env });
  if (ended.status !== 0) return ended.status ?? 1;
  const { files } = JSON.parse(readFileSync(`${root}dist/mutation/${part}.json`, 'utf8'));
  console.log(`engine/${part}: ${draw === undefined ? scoreWords(score(files)) : sampleWords(estimate(files, draw.some, draw.all), draw.all, seed)}`);
  return 0;
}
const scoreWords = ({ killed, survived, unreached, all, percent }) => `${percent.toFixed(1)}% (${killed} of ${all} changes seen, ${survived} not, ${unreached} in code that no test reaches)`;
const sampleWords = ({ tried, killed, survived, unreached, percent, give }, all, seed) => `a sample of ${tried} of ${all} changes, seed ${seed}: ${percent.toFixed(1)}% (± ${give.toFixed(1)}; ${killed} of them seen, ${survived} not, ${unreached} in code that no test reaches)`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [asked, ...words] = process.argv.slice(2);
  if (asked !== undefined && !parts.includes(asked)) throw new Error(`npm run mutation -- [${parts.join(' | ')}]`);
  const sampled = sampleOf(words);
  for (const part of asked === undefined ? parts : [asked]) process.exitCode = await measure(part, sampled) || process.exitCode;
}

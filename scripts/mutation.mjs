// Mutation scores of the engine with Stryker: `npm run mutation` for time, criteria and case one after the other,
// `npm run mutation -- time` for one, `npm run mutation -- time --mutate engine/time/day.ts` for one file of it, and
// `npm run mutation -- case --sample 400 --seed 7` for 400 changes drawn at random from the whole of it. Takes hours
// (docs/trust-figures.md), so never part of `npm test`; what it found out is kept, and not tried again while neither the
// code nor its tests changed. A sample keeps nothing: each is drawn from everything.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `engine/time` is judged by `tests/engine/time`, and so on: a score says what the tests beside the code hold. */
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
 * The score of everything by a sample of the changes that tests reach; those that none reaches are known without trying.
 * `give`: per cent either way within which 95 of 100 such samples lie around what a whole run would give.
 */
export function estimate(files) {
  const { killed, survived, unreached } = score(files);
  const tried = killed + survived;
  const reached = tried + changesOf(files).filter(({ statusReason = '' }) => statusReason.includes(NOT_DRAWN)).length;
  const seen = tried === 0 ? 0 : killed / tried;
  const left = reached > 1 ? (reached - tried) / (reached - 1) : 0;
  const whole = reached + unreached === 0 ? 0 : (100 * reached) / (reached + unreached);
  return { tried, killed, reached, unreached, percent: seen * whole, give: tried === 0 ? 100 : 1.96 * Math.sqrt((seen * (1 - seen) * left) / tried) * whole };
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
function measure(part, { sample, seed, rest }) {
  mkdirSync(`${root}dist/mutation`, { recursive: true });
  const stryker = `${root}node_modules/@stryker-mutator/core/bin/stryker.js`;
  const env = { ...process.env, CASEWAY_MUTATED: part, CASEWAY_SAMPLE: String(sample), CASEWAY_DRAW: seed };
  const ended = spawnSync(process.execPath, [stryker, 'run', 'tests/mutation/stryker.config.mjs', ...rest], { cwd: root, stdio: 'inherit', env });
  if (ended.status !== 0) return ended.status ?? 1;
  const { files } = JSON.parse(readFileSync(`${root}dist/mutation/${part}.json`, 'utf8'));
  console.log(`engine/${part}: ${sample > 0 ? sampleWords(estimate(files), seed) : scoreWords(score(files))}`);
  return 0;
}
const scoreWords = ({ killed, survived, unreached, all, percent }) => `${percent.toFixed(1)}% (${killed} of ${all} changes seen, ${survived} not, ${unreached} in code that no test reaches)`;
const sampleWords = ({ tried, killed, reached, unreached, percent, give }, seed) => `a sample of ${tried} of ${reached + unreached} changes, seed ${seed}: ${percent.toFixed(1)}% (± ${give.toFixed(1)}; ${killed} of the ${tried} seen, and ${unreached} of all in code that no test reaches)`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [asked, ...words] = process.argv.slice(2);
  if (asked !== undefined && !parts.includes(asked)) throw new Error(`npm run mutation -- [${parts.join(' | ')}]`);
  const sampled = sampleOf(words);
  for (const part of asked === undefined ? parts : [asked]) process.exitCode = measure(part, sampled) || process.exitCode;
}

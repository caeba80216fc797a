// Mutation scores of the engine with Stryker: `npm run mutation` for time, criteria and case one after the other,
// `npm run mutation -- time` for one, `npm run mutation -- time --mutate engine/time/day.ts` for one file of it. Takes
// hours (docs/trust-figures.md), so never part of `npm test`; what it found out is kept, and not tried again while neither
// the code nor its tests changed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `engine/time` is judged by `tests/engine/time`, and so on: a score says what the tests beside the code hold. */
export const parts = ['time', 'criteria', 'case'];

/** Changes that a test saw, in per cent of all that were made; those that do not load or were left out do not count. */
export function score(files) {
  const count = {};
  for (const { status } of Object.values(files).flatMap(({ mutants }) => mutants)) count[status] = (count[status] ?? 0) + 1;
  const { Killed: killed = 0, Timeout: endless = 0, Survived: survived = 0, NoCoverage: unreached = 0 } = count;
  const all = killed + endless + survived + unreached;
  return { killed: killed + endless, survived, unreached, all, percent: all === 0 ? 0 : (100 * (killed + endless)) / all };
}

const root = fileURLToPath(new URL('..', import.meta.url));
function measure(part, rest) {
  mkdirSync(`${root}dist/mutation`, { recursive: true });
  const stryker = `${root}node_modules/@stryker-mutator/core/bin/stryker.js`;
  const ended = spawnSync(process.execPath, [stryker, 'run', 'tests/mutation/stryker.config.mjs', ...rest], { cwd: root, stdio: 'inherit', env: { ...process.env, CASEWAY_MUTATED: part } });
  if (ended.status !== 0) return ended.status ?? 1;
  const { killed, survived, unreached, all, percent } = score(JSON.parse(readFileSync(`${root}dist/mutation/${part}.json`, 'utf8')).files);
  console.log(`engine/${part}: ${percent.toFixed(1)}% (${killed} of ${all} changes seen, ${survived} not, ${unreached} in code that no test reaches)`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [asked, ...rest] = process.argv.slice(2);
  if (asked !== undefined && !parts.includes(asked)) throw new Error(`npm run mutation -- [${parts.join(' | ')}]`);
  for (const part of asked === undefined ? parts : [asked]) process.exitCode = measure(part, rest) || process.exitCode;
}

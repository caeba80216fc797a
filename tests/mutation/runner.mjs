// Stryker's runner for vitest with two things that it lacks. A test file that does not load ends the run: Stryker leaves it
// out without a word, and the score is then too low. And of a sample (CASEWAY_SAMPLE changes, drawn by CASEWAY_DRAW) only
// what was drawn is tried; the rest is told to Stryker as not run, and scripts/mutation.mjs counts from there.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { strykerPlugins as runners, strykerValidationSchema } from '@stryker-mutator/vitest-runner';
import { NOT_DRAWN } from '../../scripts/mutation.mjs';
import { drawn, reached, silent } from './judging.mjs';

export { strykerValidationSchema };
/** In Stryker's copy of the checkout: its runner is begun anew after a change that never ends. */
const KEPT = 'drawn.json';

class Judging {
  constructor(inner, { part, sample, seed }) { Object.assign(this, { inner, part, sample, seed }); }
  capabilities() { return this.inner.capabilities(); }
  init() { return this.inner.init(); }
  dispose() { return this.inner.dispose(); }

  async dryRun(options) {
    const result = await this.inner.dryRun(options);
    if (result.status !== 'complete') return result;
    const folder = `tests/engine/${this.part}`;
    const files = readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`.replaceAll('\\', '/')).filter((name) => name.endsWith('.test.ts'));
    const missing = silent(files, result.tests);
    if (missing.length > 0) return { status: 'error', errorMessage: `No test ran in ${missing.join(', ')}: does it load? node_modules must be a folder, not a link.` };
    if (this.sample > 0) writeFileSync(KEPT, JSON.stringify(drawn(reached(result.mutantCoverage), this.sample, this.seed)));
    return result;
  }

  async mutantRun(options) {
    if (this.sample > 0) {
      this.tried ??= new Set(JSON.parse(readFileSync(KEPT, 'utf8')));
      if (!this.tried.has(options.activeMutant.id)) return { status: 'error', errorMessage: NOT_DRAWN };
    }
    return this.inner.mutantRun(options);
  }
}

function judging(injector) {
  const { CASEWAY_MUTATED: part, CASEWAY_SAMPLE: sample = '0', CASEWAY_DRAW: seed = '' } = process.env;
  return new Judging(injector.injectFunction(runners[0].factory), { part, sample: Number(sample), seed });
}
judging.inject = ['$injector'];

export const strykerPlugins = [{ kind: 'TestRunner', name: 'judging', factory: judging }];

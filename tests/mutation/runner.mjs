// Stryker's runner for vitest with three things that it lacks. A test file that does not load ends the run: Stryker leaves it
// out without a word, and the score is then too low. And of a sample (drawn beforehand: places.mjs) only what was drawn is
// tried; what else lies within the same places is told to Stryker as not run, and scripts/mutation.mjs leaves it out. What came
// of each is written down as it comes, since a run takes hours and Stryker speaks at its end.
import { appendFileSync, readFileSync } from 'node:fs';
import { strykerPlugins as runners, strykerValidationSchema } from '@stryker-mutator/vitest-runner';
import { NOT_DRAWN } from '../../scripts/mutation.mjs';
import { judgingFiles } from './judges.mjs';
import { silent } from './judging.mjs';
import { keyOf } from './places.mjs';

export { strykerValidationSchema };

class Judging {
  constructor(inner, { part, drawn, told }) { Object.assign(this, { inner, part, drawn, told }); }
  capabilities() { return this.inner.capabilities(); }
  init() { return this.inner.init(); }
  dispose() { return this.inner.dispose(); }

  async dryRun(options) {
    const result = await this.inner.dryRun(options);
    if (result.status !== 'complete') return result;
    const missing = silent(judgingFiles(this.part), result.tests);
    return missing.length === 0 ? result : { status: 'error', errorMessage: `No test ran in ${missing.join(', ')}: does it load? node_modules must be a folder, not a link.` };
  }

  async mutantRun(options) {
    const { activeMutant } = options;
    const file = activeMutant.fileName.replaceAll('\\', '/');
    const key = keyOf(file.slice(file.lastIndexOf('/engine/') + 1), activeMutant);
    if (this.drawn !== undefined && !this.drawn.has(key)) return { status: 'error', errorMessage: NOT_DRAWN };
    const result = await this.inner.mutantRun(options);
    if (this.told !== undefined) appendFileSync(this.told, `${result.status} ${key}\n`);
    return result;
  }
}

function judging(injector) {
  const { CASEWAY_MUTATED: part, CASEWAY_DRAWN: kept, CASEWAY_TOLD: told } = process.env;
  return new Judging(injector.injectFunction(runners[0].factory), { part, told, drawn: kept === undefined ? undefined : new Set(JSON.parse(readFileSync(kept, 'utf8'))) });
}
judging.inject = ['$injector'];

export const strykerPlugins = [{ kind: 'TestRunner', name: 'judging', factory: judging }];

// Stryker 9.6 (10 needs Node 22) for one part of the engine, named by CASEWAY_MUTATED; called by scripts/mutation.mjs.
// Copies nothing but what a run needs; reports and what is already known lie under dist/, which git leaves out.
import { readFileSync } from 'node:fs';
import { rangeOf } from './places.mjs';

const { CASEWAY_MUTATED: part = 'time', CASEWAY_DRAWN: kept } = process.env;

export default {
  mutate: kept === undefined ? [`engine/${part}/**/*.ts`] : [...new Set(JSON.parse(readFileSync(kept, 'utf8')).map(rangeOf))],
  // Vitest, watched: see there.
  testRunner: 'judging',
  plugins: ['./tests/mutation/runner.mjs'],
  vitest: { configFile: 'tests/mutation/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  // One at a time: a developer goes on working beside it.
  concurrency: 1,
  // What runs once, as a module is loaded (tables of words and of bank holidays), would cost all tests for each change.
  ignoreStatic: true,
  // A sample is tried anew each time: what is known of one says nothing of the next.
  incremental: kept === undefined,
  incrementalFile: `dist/mutation/${part}-known.json`,
  tempDirName: 'dist/mutation/sandbox',
  reporters: ['json', 'clear-text', 'progress-append-only'],
  jsonReporter: { fileName: `dist/mutation/${part}.json` },
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  // A busy machine is not an endless loop, and the first run of all tests is a long one.
  timeoutMS: 120_000,
  dryRunTimeoutMinutes: 60,
  // The compiler's settings stay behind: Stryker rewrites them with an interface that TypeScript 7 no longer has.
  ignorePatterns: ['dist', 'docs', 'app', 'editor', 'ui', 'cli', 'bench', 'tests/browser', 'tests/canaries', 'tsconfig*.json'],
  allowConsoleColors: false,
};

// The long harnesses of docs/trust-figures.md, one by one: `node scripts/trust.mjs kills 1000`. Each is a test that runs a
// sample within `npm test`; here it runs as often as asked and prints its figure.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const harnesses = {
  mutations: ['unit', 'tests/trust/mutations.test.ts', 10_000],
  files: ['unit', 'tests/trust/files.test.ts', 10_000],
  failures: ['unit', 'tests/trust/failures.test.ts', 1],
  interleavings: ['unit', 'tests/trust/interleavings.test.ts', 1000],
  matrix: ['unit', 'tests/trust/matrix.test.ts', 100_000],
  steps: ['unit', 'tests/trust/steps.test.ts', 1_000_000],
  kills: ['browser', 'tests/browser/trust-kills.test.ts', 1000],
  powercuts: ['long', 'tests/browser/powercuts.long.ts', 100],
  tabs: ['browser', 'tests/browser/trust-tabs.test.ts', 1000],
  canaries: ['browser', 'tests/browser/trust-canaries.test.ts', 50],
  injections: ['browser', 'tests/browser/trust-injections.test.ts', 200],
};
const [name, asked] = process.argv.slice(2);
const harness = harnesses[name];
if (!harness) {
  console.error(`node scripts/trust.mjs NAME [RUNS]\n${Object.entries(harnesses).map(([known, [, , runs]]) => `  ${known} ${runs}`).join('\n')}`);
  process.exit(1);
}
const [project, path, usual] = harness;
const root = fileURLToPath(new URL('..', import.meta.url));
const ended = spawnSync(process.execPath, [`${root}node_modules/vitest/vitest.mjs`, 'run', '--project', project, '--testTimeout=0', '--hookTimeout=0', '--silent=false', path], { cwd: root, stdio: 'inherit', env: { ...process.env, CASEWAY_RUNS: String(Number(asked) || usual) } });
process.exitCode = ended.status ?? 1;

// `npm test`: everything, and nothing skipped or tried twice. `npm run check` is this with --fast: types, lint, architecture
// and the tests that belong to what changed, for the save loop.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { needBrowser } from './find-browser.mjs';
import { nodeProblem } from './node-version.mjs';
import { slowest, tally } from './tally.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = fileURLToPath(new URL('../dist/test/', import.meta.url));
const own = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const fast = process.argv.includes('--fast');

// Run by path, not through npx or a shell, so that each step is this checkout's tool on every system.
const tsc = ['node_modules/typescript/bin/tsc', '-p', '.'];
const lint = ['node_modules/oxlint/bin/oxlint', '--deny-warnings'];
const steps = fast
  ? [['types', tsc], ['lint', lint]]
  : [
      ['types', tsc],
      ['lint', lint],
      ['package build', ['scripts/build-package.mjs']],
      ['app build', ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error']],
    ];
const suites = fast
  ? [['architecture', ['--project', 'unit', 'tests/architecture']], ['changed', ['--project', 'unit', '--changed', '--passWithNoTests']]]
  : [['unit', ['--project', 'unit', '--maxWorkers=100%']], ['browser', ['--project', 'browser']]];

function runStep([name, [script, ...args]]) {
  const started = performance.now();
  const ended = spawnSync(process.execPath, [own(script), ...args], { cwd: root, encoding: 'utf8' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const passed = ended.status === 0;
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`);
  if (!passed) console.log(`${ended.stdout}${ended.stderr}`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, remarks: [], tests: [] };
}

function runSuite([name, args], env) {
  const outputFile = `${reports}${name}.json`;
  const ended = spawnSync(process.execPath, [own('node_modules/vitest/vitest.mjs'), 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`], { cwd: root, stdio: 'inherit', env });
  const report = readReport(outputFile);
  const nothingChanged = args.includes('--passWithNoTests') && ended.status === 0 && !report?.testResults.length;
  return nothingChanged ? { passed: 0, failed: 0, remarks: [], tests: [] } : tally(report, ended.status ?? 1);
}

function readReport(path) {
  try { return JSON.parse(readFileSync(path, 'utf8')); } catch { return undefined; }
}

async function environment() {
  return { ...process.env, CASEWAY_BUILT: '1', CASEWAY_BROWSER: fast ? '' : await needBrowser() };
}

async function main() {
  const problem = nodeProblem(process.version);
  if (problem) throw new Error(problem);
  const env = await environment();
  for (const folder of fast ? ['test'] : ['test', 'app', 'package']) rmSync(own(`dist/${folder}`), { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const results = [...steps.map(runStep), ...suites.map((suite) => runSuite(suite, env))];
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log('\nThe slowest ten tests');
  for (const line of slowest(results.flatMap((result) => result.tests), 10)) console.log(line);
  for (const remark of results.flatMap((result) => result.remarks)) console.log(remark);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

main().then(
  (code) => { process.exitCode = code; },
  (error) => { console.error(error.message); console.log('\n0 passed, 1 failed'); process.exitCode = 1; },
);

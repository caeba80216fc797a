// Each architecture rule caught doing its work: violations planted in tests/canaries, which nothing else reads, and beside
// them files that come close and are allowed.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importViolations } from './imports.ts';
import { licenceViolations, unlocked } from './licences.ts';
import { impurities } from './purity.ts';
import { anyViolations, longFiles, longFunctions } from './shape.ts';
import { sources } from './sources.ts';
import type { Source, Violation } from './sources.ts';
import { authorityViolations, contactViolations, setAsideTests } from './words.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const planted = (canary: string): readonly Source[] => sources(`${root}tests/canaries/${canary}`, ['.'], ['.ts', '.md']);
const found = (violations: readonly Violation[]): readonly string[] => violations.map(({ path, words }) => `${path} ${words}`);

test('an import against the arrows is caught in each of its forms', () => {
  expect(found(importViolations(planted('imports'))).toSorted()).toEqual([
    'editor/reads-the-store.ts imports engine/store/dexie.ts',
    'engine/case/computed.ts imports the package (computed)',
    'engine/case/later.ts imports app/shell.ts',
    'engine/case/later.ts imports engine/store/types.ts',
    'engine/case/later.ts imports engine/verify/findings.ts',
    'engine/time/looks-right.ts imports engine/case/types.ts',
    'engine/time/looks-right.ts imports the package react',
    'engine/time/runs-the-procedure.ts imports engine/procedure/types.ts',
    'helpers/somewhere.ts lies in a folder without a rule',
    'ui/takes-all.ts imports procedures/*/procedure.json',
  ]);
});

test('an engine that asks the world is caught, and one that is handed everything is not', () => {
  expect(found(impurities(planted('purity'))).toSorted()).toEqual([
    ...['Date', 'Intl.DateTimeFormat', 'Math.random', 'Response', 'console', 'crypto', 'fetch', 'import.meta', 'require', 'setTimeout', 'window'].map((name) => `engine/case/asks-the-world.ts uses ${name}`),
    'engine/store/dexie-host.ts uses Date',
  ]);
});

test('any as a type is caught; as a word it is not', () => {
  expect(found(anyViolations(planted('any')))).toEqual(['engine/loose.ts says any on line 1']);
});

test('a long file and a long function are caught; long remarks are not', () => {
  expect(found(longFiles(planted('length')))).toEqual(['engine/long-file.ts has 301 lines of code; the bound is 300']);
  expect(found(longFunctions(planted('length')))).toEqual(['engine/long-function.ts wanders on line 1 has 52 lines; the bound is 50']);
});

test('code that names an authority is caught, also one that came later', () => {
  const code = planted('words').filter((file) => file.path.startsWith('engine/'));
  expect(found(authorityViolations(code, ['anywhere-shire']))).toEqual([
    'engine/treats-one-differently.ts names an authority on line 1: Tower Hamlets',
    'engine/treats-one-differently.ts names an authority on line 2: tower-hamlets',
    'engine/treats-one-differently.ts names an authority on line 4: anywhere-shire',
  ]);
});

test('an e-mail address and a telephone number are caught; dates and citations are not', () => {
  expect(found(contactViolations(planted('words')))).toEqual([
    'docs/contacts.md holds a way to reach a person on line 1: chair@partnership.gov.uk',
    'docs/contacts.md holds a way to reach a person on line 2: 0161 496 0000',
  ]);
});

test('a test set aside is caught, and a list of which only some are asked is not', () => {
  // Put together here: written out, they would be found in this tree by whoever looks for tests set aside.
  const calls = [['test', 'skip'], ['describe', 'only'], ['it', 'todo']].map((parts) => parts.join('.'));
  const text = [...calls, 'list.only'].map((call) => `${call}('later', () => {});`).join('\n');
  expect(found(setAsideTests([{ path: 'tests/set-aside.ts', text }]))).toEqual(calls.map((call, index) => `tests/set-aside.ts sets a test aside on line ${index + 1}: ${call}`));
});

test('a licence that is not on the list is caught, in production only', () => {
  const packages = { '': { license: 'MIT' }, 'node_modules/a': { license: 'MIT' }, 'node_modules/b': { license: 'GPL-3.0' }, 'node_modules/c': {}, 'node_modules/d': { license: 'MPL-2.0', dev: true } };
  expect(found(licenceViolations(packages))).toEqual(['node_modules/b is under GPL-3.0', 'node_modules/c is under no licence that is named']);
});

test('a lock file without a package for another system is caught', () => {
  const packages = { 'node_modules/a': { optionalDependencies: { 'a-mac': '1.0.0', 'a-linux': '1.0.0' } }, 'node_modules/a-linux': {} };
  expect(found(unlocked(packages))).toEqual(['node_modules/a may need a-mac, which is not in the lock file']);
});

test('the linter catches what it is set to catch', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'caseway-lint-'));
  cpSync(`${root}tests/canaries/lint`, elsewhere, { recursive: true });
  cpSync(`${root}.oxlintrc.json`, join(elsewhere, '.oxlintrc.json'));
  const run = spawnSync(process.execPath, [`${root}node_modules/oxlint/bin/oxlint`, '--format', 'json', '.'], { cwd: elsewhere, encoding: 'utf8' });
  rmSync(elsewhere, { recursive: true });
  const report: { diagnostics: { code: string }[] } = JSON.parse(run.stdout);
  expect(run.status).toBe(1);
  expect([...new Set(report.diagnostics.map(({ code }) => code))].toSorted()).toEqual(expect.arrayContaining(['eslint(eqeqeq)', 'eslint(no-debugger)', 'eslint(no-eval)', 'eslint(no-restricted-globals)', 'eslint(no-restricted-imports)', 'typescript(no-explicit-any)']));
});

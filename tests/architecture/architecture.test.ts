// The rules of design section 2 and of the style, over the whole repository. Each says how many files it looked at, for a
// rule that looks at none holds always; tests/architecture/canaries.test.ts shows that each of them can fail.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importViolations } from './imports.ts';
import { licenceViolations, production, unlocked } from './licences.ts';
import type { LockedPackage } from './licences.ts';
import { impurities } from './purity.ts';
import { anyViolations, longFiles, longFunctions, longestFile, longestFunction } from './shape.ts';
import { sources } from './sources.ts';
import { authorityViolations, contactViolations, setAsideTests } from './words.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const code = ['.ts', '.tsx', '.js', '.mjs'];
const layers = sources(root, ['engine', 'editor', 'app', 'cli', 'ui'], code);
const engine = layers.filter((file) => file.path.startsWith('engine/'));
const everything = [...layers, ...sources(root, ['scripts', 'tests', 'bench'], code)];
const tests = everything.filter((file) => file.path.startsWith('tests/'));
const readable = [...everything, ...sources(root, ['procedures', 'examples', 'docs', 'app', 'engine', 'editor', 'ui'], ['.json', '.md', '.css', '.html'])];
const written = everything.filter((file) => !file.path.startsWith('tests/architecture/'));
const slugs = readdirSync(`${root}procedures`, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const lock: { readonly packages: Record<string, LockedPackage> } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'));

test(`imports go one way, by the allow-list (${layers.length} files)`, () => {
  expect(layers.length).toBeGreaterThan(60);
  expect(importViolations(layers)).toEqual([]);
});

test(`the engine knows no clock, chance, network, screen or timer (${engine.length} files)`, () => {
  expect(engine.length).toBeGreaterThan(25);
  expect(impurities(engine)).toEqual([]);
});

test(`no code names an authority; ${slugs.length} procedures are data (${layers.length} files)`, () => {
  expect(slugs.length).toBeGreaterThan(1);
  expect(authorityViolations(layers, slugs)).toEqual([]);
});

test(`nothing is any (${everything.length} files)`, () => {
  expect(everything.length).toBeGreaterThan(120);
  expect(anyViolations(everything)).toEqual([]);
});

test(`no file is over ${longestFile} lines (${everything.length} files)`, () => {
  expect(longFiles(everything)).toEqual([]);
});

test(`no function is over ${longestFunction} lines (${written.length} files)`, () => {
  expect(longFunctions(written.filter((file) => !file.path.endsWith('.test.ts') && !file.path.endsWith('.test.tsx')))).toEqual([]);
});

test(`no file holds a way to reach a person (${readable.length} files)`, () => {
  expect(readable.length).toBeGreaterThan(130);
  expect(contactViolations(readable.filter((file) => !file.path.startsWith('tests/architecture/')))).toEqual([]);
});

test(`no test is set aside (${tests.length} files)`, () => {
  expect(tests.length).toBeGreaterThan(40);
  expect(setAsideTests(tests.filter((file) => !file.path.startsWith('tests/architecture/')))).toEqual([]);
});

test(`what production installs may be given on (${production(lock.packages).length} packages)`, () => {
  expect(production(lock.packages).length).toBeGreaterThan(20);
  expect(licenceViolations(lock.packages)).toEqual([]);
});

test(`npm ci finds every package in the lock file (${Object.keys(lock.packages).length} packages)`, () => {
  expect(Object.keys(lock.packages).length).toBeGreaterThan(150);
  expect(unlocked(lock.packages)).toEqual([]);
});

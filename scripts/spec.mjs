// `node scripts/spec.mjs`: whether docs/SPEC.md, docs/abilities.md and the tests hold together. A rule without a test, a named test that does
// not exist and a test tagged with an unknown rule are told, a line each, and the exit code is 1. `--titles FILE` lists
// the titles of the test files whose path contains FILE, for whoever writes a rule.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { faultsOf, rulesIn, titlesIn } from './spec-rules.mjs';

const top = new URL('../', import.meta.url);
const left = ['tests/canaries/', 'tests/browser/'];

/** Titles of the tests by file, `engine/case/holds` for tests/engine/case/holds.test.ts. */
export function testTitles() {
  const paths = readdirSync(new URL('tests/', top), { recursive: true }).map((path) => `tests/${String(path).replaceAll('\\', '/')}`);
  const files = paths.filter((path) => /\.test\.tsx?$/.test(path) && !left.some((folder) => path.startsWith(folder)));
  return new Map(files.toSorted().map((path) => [path.slice('tests/'.length).replace(/\.test\.tsx?$/, ''), titlesIn(path, readFileSync(new URL(path, top), 'utf8'))]));
}

/** Every line of a source that an element of a shipped procedure cites. */
export function citedLines() {
  const texts = readdirSync(new URL('procedures/', top)).map((slug) => readFileSync(new URL(`procedures/${slug}/procedure.json`, top), 'utf8'));
  return new Set(texts.flatMap((text) => text.match(/[a-z]{2}#\d+(-\d+)?/g) ?? []));
}

export const pages = ['SPEC', 'abilities'];
export const pageText = (page) => readFileSync(new URL(`docs/${page}.md`, top), 'utf8');

function main([option, part = '']) {
  const tests = testTitles();
  if (option === '--titles') {
    for (const [file, titles] of tests) if (file.includes(part)) for (const title of titles) console.log(`\`${file}\` ${title}`);
    return 0;
  }
  const counted = pages.map((page) => ({ page, rows: rulesIn(pageText(page)), faults: faultsOf(pageText(page), tests, citedLines()) }));
  for (const { faults } of counted) for (const fault of faults) console.log(fault);
  for (const { page, rows, faults } of counted) console.log(`docs/${page}.md: ${rows.length} rows, ${rows.filter(({ open }) => open).length} open, ${faults.length} faults`);
  return counted.every(({ faults }) => faults.length === 0) ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href || fileURLToPath(import.meta.url) === process.argv[1]) process.exitCode = main(process.argv.slice(2));

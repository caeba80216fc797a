// docs/traps.md and the tests hold together: every trap of the specification is listed, with tests that exist or the
// reason why it is open, and every test of a trap is listed.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('./', import.meta.url);
const shipped = {
  table: readFileSync(new URL('../../docs/traps.md', folder), 'utf8'),
  tests: readdirSync(folder).filter((name) => name.endsWith('.test.ts') && name !== 'complete.test.ts').map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n'),
};
const count = 38;

/** Titles of tests as they are written, those of a table with their placeholders; a heading over tests is none. */
const titlesIn = (source: string): readonly string[] => [...source.matchAll(/(describe\()?'(\[trap \d+\] [^']+)'/g)].flatMap(([, heading, title]) => (heading || !title ? [] : [title]));

interface Row { readonly trap: number; readonly tests: readonly string[]; readonly open: string }
function rowsOf(table: string): readonly Row[] {
  return table.split('\n').flatMap((line) => {
    const [, trap = '', , tests = '–', open = '–'] = line.split('|').map((cell) => cell.trim());
    if (!/^\d+$/.test(trap)) return [];
    return [{ trap: Number(trap), tests: tests === '–' ? [] : tests.split('<br>').map((title) => `[trap ${trap}] ${title}`), open: open === '–' ? '' : open }];
  });
}

/** What does not hold between a table and its tests, in words. */
function faultsOf({ table, tests }: typeof shipped): readonly string[] {
  const rows = rowsOf(table);
  const titles = titlesIn(tests);
  const listed = rows.flatMap((row) => row.tests);
  return [
    ...Array.from({ length: count }, (_, index) => index + 1).filter((trap) => rows.filter((row) => row.trap === trap).length !== 1).map((trap) => `trap ${trap} is not listed once`),
    ...rows.filter((row) => row.tests.length === 0 && row.open.split(' ').length < 5).map(({ trap }) => `trap ${trap} has neither a test nor a reason`),
    ...listed.filter((title) => !titles.includes(title)).map((title) => `no test “${title}”`),
    ...titles.filter((title) => !listed.includes(title)).map((title) => `not listed: “${title}”`),
  ];
}

test('every trap is listed once, with tests that exist or the reason why it is open', () => {
  expect(rowsOf(shipped.table)).toHaveLength(count);
  expect(faultsOf(shipped)).toEqual([]);
});

const row = /^\| 34 \|.*$/m;
const title = '[trap 6] the two clocks on the DfE notification stay two';
test.each([
  ['a trap left out', { ...shipped, table: shipped.table.replace(row, '') }, 'trap 34 is not listed once'],
  ['a trap listed twice', { ...shipped, table: shipped.table.replace(row, (line) => `${line}\n${line}`) }, 'trap 34 is not listed once'],
  ['a trap with nothing to it', { ...shipped, table: shipped.table.replace(row, '| 34 | Independence | – | – |') }, 'trap 34 has neither a test nor a reason'],
  ['a reason that is none', { ...shipped, table: shipped.table.replace(row, '| 34 | Independence | – | Later. |') }, 'trap 34 has neither a test nor a reason'],
  ['a test renamed', { ...shipped, tests: shipped.tests.replace(title, `${title} things`) }, `no test “${title}”`],
  ['a test not listed', { ...shipped, tests: `${shipped.tests}\ntest('[trap 6] another', () => {});` }, 'not listed: “[trap 6] another”'],
])('%s is found', (_, changed, fault) => {
  expect(faultsOf(changed)).toContain(fault);
});

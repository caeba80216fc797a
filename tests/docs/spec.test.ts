// docs/SPEC.md, docs/abilities.md and the tests hold together, and the script that says so can say otherwise.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { faultsOf, rulesIn, titlesIn } from '../../scripts/spec-rules.mjs';
import { citedLines, pageText, testTitles } from '../../scripts/spec.mjs';

const spec = pageText('SPEC') as string;
const abilities = pageText('abilities') as string;
const tests = testTitles() as ReadonlyMap<string, readonly string[]>;
const cites = citedLines() as ReadonlySet<string>;
const faults = (text: string, titles = tests): readonly string[] => faultsOf(text, titles, cites) as readonly string[];

it('every rule of the engine has a source and a test that exists, and every tag of a test names a rule', () => {
  expect(faults(spec)).toEqual([]);
  expect(rulesIn(spec).length).toBeGreaterThan(150);
});

it('every clause of the general abilities has a test on an invented procedure, or is open with a reason', () => {
  expect(faults(abilities)).toEqual([]);
  expect(rulesIn(abilities).length).toBeGreaterThan(45);
});

it('the chapters stand in order, each with rules that are numbered from one', () => {
  const numbers = (rulesIn(spec) as readonly { readonly id: string }[]).map(({ id }) => id.slice(1).split('.').map(Number));
  const chapters = [...new Set(numbers.map(([chapter]) => chapter))];
  expect(chapters).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  for (const chapter of chapters) {
    const own = numbers.filter(([one]) => one === chapter).map(([, number]) => number);
    expect(own, `chapter ${chapter}`).toEqual(own.map((_, index) => index + 1));
  }
});

describe('what is wrong is told', () => {
  const row = spec.split('\n').find((line) => line.startsWith('| S4.7 |')) ?? '';
  const planted = new Map([...tests, ['engine/case/planted', ['[S99.1] nothing of the kind']]]);
  it.each<[string, string, ReadonlyMap<string, readonly string[]>, string]>([
    ['a test that was renamed', spec.replace('goes back', 'goes').replace('returns to the one it came from', 'returns somewhere'), tests, 'S4.7 names a test that there is not: engine/case/course: a challenge comes from either of two stages and returns somewhere'],
    ['a test file that is gone', spec, new Map([...tests].filter(([file]) => file !== 'engine/case/alone')), 'S8.1 names a test that there is not: engine/case/alone: nothing is not chosen beside something'],
    ['a rule without a test', spec.replace(row, row.replace(/`engine.*$/, ' |')), tests, 'S4.7 has no test'],
    ['a rule without a source', spec.replace(row, row.replace('design 3 (transition)', '')), tests, 'S4.7 has no words or no source'],
    ['a rule written twice', spec.replace(row, `${row}\n${row}`), tests, 'S4.7 stands twice'],
    ['a tag of no rule', spec, planted, 'engine/case/planted is tagged with a rule that there is not: [S99.1] nothing of the kind'],
    ['a clause that is open without a reason', abilities.replace(/^(\| A7\.4 \|[^`]*`shares`[^`]*)`engine.*$/m, '$1Open. |'), tests, 'A7.4 has no test'],
    ['a clause whose test is gone', abilities, new Map([...tests].filter(([file]) => file !== 'abilities/sign-off')), 'A4.5 names a test that there is not: abilities/sign-off: a step that belongs to an outside body is entered by staff on its behalf, and by nobody else in its name'],
    ['a rule that is open', spec.replace(row, row.replace(/`engine.*$/, 'Open. It is not there yet, and nobody has said when it will be. |')), tests, 'S4.7 has no test'],
    ['a line of a source that nobody cites', spec.replace('th#84-86', 'th#9999'), tests, 'S6.10 comes from th#9999, which no shipped procedure cites'],
  ])('%s', (_, text, titles, fault) => {
    expect(faults(text, titles)).toContain(fault);
  });

  it('titles are those of tests, row by row, and none of a group or a remark', () => {
    const source = "describe('group', () => { test('one', f); it.each([['first', 1], ['second', 2]])('%s of %i', f); test.each(rows)('$name', f); });\nconst rows = [{ name: 'third' }];\n// test('four', f)";
    expect(titlesIn('a.test.ts', source)).toEqual(['one', '%s of %i', 'first of %i', 'second of %i', '$name', 'third']);
  });

  it('the command ends with 0 while all holds', () => {
    const { status, stdout } = spawnSync(process.execPath, ['scripts/spec.mjs'], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^docs\/SPEC\.md: \d+ rows, 0 open, 0 faults\ndocs\/abilities\.md: \d+ rows, \d+ open, 0 faults\n$/)]);
  });
});

// How a mutation score is counted and estimated from a sample, that each part it is measured for has code and tests, and
// that a test file which does not load is told.
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimate, parts, sampleOf, score } from '../../scripts/mutation.mjs';
import { judgesOf, judgingFiles } from '../mutation/judges.mjs';
import { drawn, silent } from '../mutation/judging.mjs';
import { filesOf, keyOf, placesOf, rangeOf } from '../mutation/places.mjs';

const file = (...statuses: readonly string[]) => ({ mutants: statuses.map((status) => ({ status })) });
const many = (count: number, status: string): readonly string[] => Array.from({ length: count }, () => status);

test('a change that a test saw or that never ended counts as seen; one that no test reaches does not', () => {
  const counted = score({ one: file('Killed', 'Survived', 'Timeout'), two: file('NoCoverage') });
  expect(counted).toEqual({ killed: 2, survived: 1, unreached: 1, all: 4, percent: 50 });
});

test('what does not compile and what was left out is not counted, and nothing is no score', () => {
  expect(score({ one: file('Killed', 'CompileError', 'RuntimeError', 'Ignored') }).percent).toBe(100);
  expect(score({ one: file('Ignored') })).toMatchObject({ all: 0, percent: 0 });
});

describe('a sample', () => {
  const told = (...statuses: readonly string[]) => ({ mutants: statuses.map((status, column) => ({ status, location: { start: { line: 1, column: column + 1 }, end: { line: 1, column: column + 2 } }, mutatorName: 'M', replacement: 'x' })) });
  const names = (count: number) => new Set(Array.from({ length: count }, (_, column) => `one:1:${column}-1:${column + 1} M x`));

  test('speaks for everything it was drawn from, within a margin; what no test reaches is not seen', () => {
    const counted = estimate({ one: told(...many(80, 'Killed'), ...many(15, 'Survived'), ...many(5, 'NoCoverage')) }, names(100), 1000);
    expect(counted).toMatchObject({ tried: 100, killed: 80, survived: 15, unreached: 5, percent: 80 });
    expect(counted.give).toBeCloseTo(1.96 * Math.sqrt(0.16 / 100 * (900 / 999)) * 100, 10);
  });

  test('leaves out what lies beside the drawn and was not drawn, and what runs only as a module is loaded', () => {
    expect(estimate({ one: told('Killed', 'Survived', 'RuntimeError', 'NoCoverage') }, names(1), 50)).toMatchObject({ tried: 1, killed: 1, percent: 100 });
    expect(estimate({ one: told('Killed', 'Ignored') }, names(2), 50)).toMatchObject({ tried: 1, percent: 100 });
  });

  test('of everything is the score itself, give or take nothing; of nothing it says nothing', () => {
    expect(estimate({ one: told('Killed', 'Survived', 'Survived', 'NoCoverage') }, names(4), 4)).toMatchObject({ percent: 25, give: 0 });
    expect(estimate({ one: told('Killed') }, new Set(), 10)).toMatchObject({ tried: 0, percent: 0, give: 100 });
  });

  test('is so many of all, no one twice, and the same by the same seed', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string()), fc.nat(50), fc.string(), (ids, count, seed) => {
      const some = drawn(ids, count, seed);
      expect(some).toHaveLength(Math.min(count, ids.length));
      expect(new Set(some).size).toBe(some.length);
      expect(ids).toEqual(expect.arrayContaining(some));
      expect(drawn([...ids].reverse(), count, seed)).toEqual(some);
    }));
  });

  test('takes each change as often as any other', () => {
    const times = new Map<string, number>();
    const ids = Array.from({ length: 20 }, (_, index) => String(index));
    for (let seed = 0; seed < 1000; seed += 1) for (const id of drawn(ids, 5, String(seed))) times.set(id, (times.get(id) ?? 0) + 1);
    for (const [id, count] of times) expect(Math.abs(count - 250), id).toBeLessThan(55); // four deviations
    expect(times.size).toBe(20);
  });

  test('is drawn from every change of a part, each with a name of its own and a place that Stryker finds again', async () => {
    const all = await placesOf(filesOf('criteria', ''), '');
    expect(all.length).toBeGreaterThan(400);
    expect(new Set(all).size).toBe(all.length);
    for (const key of all.slice(0, 50)) expect(rangeOf(key)).toMatch(/^engine\/criteria\/[\w/-]+\.ts:\d+:\d+-\d+:\d+$/);
    const location = { start: { line: 4, column: 7 }, end: { line: 5, column: 0 } };
    const reported = { start: { line: 5, column: 8 }, end: { line: 6, column: 1 } };
    expect(keyOf('a.ts', { location: reported, mutatorName: 'M', replacement: '' }, 1)).toBe(keyOf('a.ts', { location, mutatorName: 'M', replacement: '' }));
  });

  test('is asked for by two words that Stryker does not see', () => {
    expect(sampleOf(['--sample', '40', '--mutate', 'engine/time/day.ts', '--seed', '7'])).toEqual({ sample: 40, seed: '7', rest: ['--mutate', 'engine/time/day.ts'] });
    expect(sampleOf([])).toMatchObject({ sample: 0, rest: [] });
    expect(sampleOf(['--sample', '3']).seed).toMatch(/^\d+$/);
    expect(() => sampleOf(['--sample', 'some'])).toThrow('how many');
  });
});

test('a test file of which no test ran is named, wherever the others lie', () => {
  const wanted = ['tests/engine/time/day.test.ts', 'tests/engine/time/yesterday.test.ts', 'tests/engine/time/london.test.ts'];
  const ran = ['/sandbox/tests/engine/time/yesterday.test.ts', 'C:\\sandbox\\tests\\engine\\time\\london.test.ts'].map((fileName) => ({ fileName }));
  expect(silent(wanted, ran)).toEqual(['tests/engine/time/day.test.ts']);
  expect(silent(wanted, [])).toEqual(wanted);
  expect(silent(wanted, wanted.map((fileName) => ({ fileName })))).toEqual([]);
});

test('each part has code to change and tests that judge it', () => {
  const files = (folder: string) => readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true }).map(String);
  expect(parts.length).toBe(3);
  for (const part of parts) {
    expect(files(`engine/${part}`).filter((name) => name.endsWith('.ts')).length, part).toBeGreaterThan(5);
    expect(files(`tests/engine/${part}`).filter((name) => name.endsWith('.test.ts')).length, part).toBeGreaterThan(2);
  }
});

test('what stands beside the code judges first; a case is judged by what drives it too, and by nothing that reads documents', () => {
  expect(judgesOf('time')).toEqual(['tests/engine/time']);
  expect(judgesOf('case')[0]).toBe('tests/engine/case');
  const files = judgingFiles('case', '.');
  expect(files).toEqual(expect.arrayContaining(['tests/engine/case/perform.test.ts', 'tests/capabilities/time.test.ts', 'tests/traps/outcomes.test.ts', 'tests/abilities/sign-off.test.ts', 'tests/procedures/stockport.test.ts']));
  expect(files.filter((name) => /complete|sixth|source-coverage/.test(name))).toEqual([]);
  expect(files.findIndex((name) => !name.startsWith('tests/engine/case/'))).toBe(files.filter((name) => name.startsWith('tests/engine/case/')).length);
});

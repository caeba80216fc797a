// How a mutation score is counted, and that each part it is measured for has code and tests.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parts, score } from '../../scripts/mutation.mjs';

const file = (...statuses: readonly string[]) => ({ mutants: statuses.map((status) => ({ status })) });

test('a change that a test saw or that never ended counts as seen; one that no test reaches does not', () => {
  const counted = score({ one: file('Killed', 'Survived', 'Timeout'), two: file('NoCoverage') });
  expect(counted).toEqual({ killed: 2, survived: 1, unreached: 1, all: 4, percent: 50 });
});

test('what does not compile and what was left out is not counted, and nothing is no score', () => {
  expect(score({ one: file('Killed', 'CompileError', 'RuntimeError', 'Ignored') }).percent).toBe(100);
  expect(score({ one: file('Ignored') })).toMatchObject({ all: 0, percent: 0 });
});

test('each part has code to change and tests that judge it', () => {
  const files = (folder: string) => readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true }).map(String);
  expect(parts.length).toBe(3);
  for (const part of parts) {
    expect(files(`engine/${part}`).filter((name) => name.endsWith('.ts')).length, part).toBeGreaterThan(5);
    expect(files(`tests/engine/${part}`).filter((name) => name.endsWith('.test.ts')).length, part).toBeGreaterThan(2);
  }
});

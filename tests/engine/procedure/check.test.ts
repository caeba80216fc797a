import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '../../../engine/procedure/check.ts';
import { problemLine } from '../../../engine/procedure/problems.ts';
import { readProcedure } from '../../../engine/procedure/read.ts';

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/procedures/${name}.json`, import.meta.url), 'utf8');

test('a sound procedure has nothing to look at', () => {
  const read = readProcedure(fixture('small'));

  expect(read.ok && check(read.procedure).map(problemLine)).toEqual([]);
});

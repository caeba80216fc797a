// What a command loads before it answers: a date must not wait for the validator or the statechart to be read.
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { imported } from '../architecture/imports.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every file that runs once this one is imported, itself included. */
function loaded(path: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const needed = imported({ path, text: readFileSync(root + path, 'utf8') }).filter(({ typeOnly, lazy }) => !typeOnly && !lazy);
  for (const { target } of needed) {
    if (target.startsWith('.')) loaded(posix.join(posix.dirname(path), target), seen);
    else seen.add(target);
  }
  return seen;
}

test('the command line itself loads no engine at all', () => {
  const files = [...loaded('cli/main.ts')];
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter((file) => !file.startsWith('cli/') && !file.startsWith('node:'))).toEqual([]);
});

test('a date loads the engine\'s time and nothing else of it', () => {
  const files = [...loaded('cli/date.ts')];
  expect(files.some((file) => file.startsWith('engine/time/'))).toBe(true);
  expect(files.filter((file) => !/^(cli|engine\/time)\//.test(file))).toEqual([]);
});

test('a check loads no statechart', () => {
  const files = [...loaded('cli/check.ts')];
  expect(files).toContain('engine/procedure/validate.generated.js');
  expect(files.filter((file) => file.includes('statechart') || file === 'xstate')).toEqual([]);
});

// The validator is large: only reading a file may pull it in, so that a page can leave it until then.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../../engine/procedure/', import.meta.url);

/** Every file of ours that a file imports, directly or through others; imports of types only do not count. */
function imports(file: URL, found = new Set<string>()): Set<string> {
  if (found.has(file.pathname)) return found;
  found.add(file.pathname);
  const code = readFileSync(file, 'utf8');
  for (const [, path] of code.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)';/gm)) imports(new URL(path ?? '', file), found);
  return found;
}
const reaches = (name: string): boolean => [...imports(new URL(name, folder))].some((path) => path.endsWith('/validate.generated.js'));

test('checking, editing and hashing a procedure do not pull in the validator; reading one does', () => {
  expect(imports(new URL('index.ts', folder)).size).toBeGreaterThan(25);
  expect(['index.ts', 'check.ts', 'version.ts', 'edits/apply.ts'].filter(reaches)).toEqual([]);
  expect(reaches('read.ts')).toBe(true);
});

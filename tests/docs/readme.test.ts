// What the README shows is run: its sample, and the first example of the command line, word for word.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const run = (args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } => spawnSync(process.execPath, args, { encoding: 'utf8' });

beforeAll(() => {
  expect(run(['scripts/build-package.mjs']).status).toBe(0);
});

it('the sample program opens a case and prints its tasks and dates', () => {
  const sample = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';

  const { status, stdout, stderr } = run(['--input-type=module', '--eval', sample]);

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('5 working days after Tue 29 Dec 2026');
});

it('the first example of the command line prints what the README prints', () => {
  const shown = /\$ caseway date (.+)\n([\s\S]*?)\n\n/.exec(readme);

  const { stdout } = run(['dist/package/cli/main.js', 'date', ...(shown?.[1] ?? '').split(' ')]);

  expect(stdout.trim()).toBe(shown?.[2]);
});

it('both commands that set everything up are given as they are to be typed', () => {
  expect(readme).toContain('npm ci && npm start');
  expect(readme).toContain('npm ci && npm test');
});

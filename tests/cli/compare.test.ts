// `caseway compare`: two authorities in words, and as one document for programs.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../../cli/run.ts';
import { terminalWith } from './terminal.ts';

const text = (id: string): string => readFileSync(new URL(`../../procedures/${id}/procedure.json`, import.meta.url), 'utf8');
const files = { 'a.json': text('tower-hamlets'), 'b.json': text('kscp') };

test('each step of the one stands beside the other’s, with who, by when and the difference', async () => {
  const terminal = terminalWith(files);
  expect(await run(['compare', 'a.json', 'b.json'], terminal)).toBe(1);
  expect(terminal.told().out).toMatch(/\nAgency checks\n {4}TH {2}Agency checks; THSCP Business Unit; .+\n {4}KS {2}Case summaries; .+\n {4}\S/);
});

test('the same file twice does not differ', async () => {
  expect(await run(['compare', 'a.json', 'a.json'], terminalWith(files))).toBe(0);
});

test('a program gets rows', async () => {
  const terminal = terminalWith(files);
  await run(['compare', 'a.json', 'b.json', '--json'], terminal);
  expect(JSON.parse(terminal.told().out).rows.length).toBeGreaterThan(10);
});

test('two files are asked for, and both must be procedures', async () => {
  expect(await run(['compare', 'a.json'], terminalWith(files))).toBe(2);
  expect(await run(['compare', 'a.json', 'c.json'], terminalWith({ ...files, 'c.json': '{}' }))).toBe(2);
});

// `caseway walk`: where the procedure comes from, what is printed, and the exit codes. (That the shipped walkthroughs hold:
// tests/engine/case/walkthrough.test.ts, and once more from the packed package.)
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { run } from '../../cli/run.ts';
import type { Told } from './terminal.ts';
import { terminalWith } from './terminal.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const procedure = read('tests/fixtures/cli/procedure.json');
const walkthrough = read('tests/fixtures/cli/walkthrough.json');
const shipped = { 'examples/walkthrough.schema.json': read('examples/walkthrough.schema.json'), 'procedures/small/procedure.json': procedure };

async function walked(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Told & { readonly code: number }> {
  const terminal = terminalWith({ ...shipped, ...files }, ['small']);
  const code = await run(['walk', ...args], terminal);
  return { code, ...terminal.told() };
}

describe('a walkthrough that holds', () => {
  test('on the shipped procedure that it names', async () => {
    expect(await walked({ 'w.json': walkthrough }, 'w.json')).toEqual({ code: 0, out: 'w.json: 4 steps, every expectation holds', err: '' });
  });

  test('on a procedure of one\'s own, which goes before the shipped one', async () => {
    const own = procedure.replace('"amount": 5', '"amount": 6');
    const { code, out } = await walked({ 'w.json': walkthrough, 'own.json': own }, 'w.json', '--procedure', 'own.json');
    expect(code).toBe(1);
    expect(out).toContain('Expected: 2026-12-31. Found: 2027-01-04.');
  });

  test('from standard input', async () => {
    expect(await walked({ '-': walkthrough }, '-')).toMatchObject({ code: 0, out: 'standard input: 4 steps, every expectation holds' });
  });
});

describe('a walkthrough that does not hold ends with 1', () => {
  test('a wrong date is told with step, place, what was expected, what came and how it was counted', async () => {
    const { code, out } = await walked({ 'w.json': walkthrough.replace('2026-12-31"', '2026-12-30"') }, 'w.json');
    expect(code).toBe(1);
    expect(out).toMatch(/^w\.json: \/steps\/0\/expect\/due\/tell-in-time\/date: step 1\n {4}The deadline tell-in-time falls on another date\. .*5 working days after .*Tue 22 Dec 2026.*\n {4}Expected: 2026-12-30\. Found: 2026-12-31\./m);
    expect(out).toContain('w.json: 4 steps, 1 expectation not held');
  });

  test('a wrong stage', async () => {
    expect(await walked({ 'w.json': walkthrough.replace('"stages": ["closed"]', '"stages": ["alert"]') }, 'w.json')).toMatchObject({ code: 1, out: expect.stringContaining('Expected: alert. Found: closed.') });
  });

  test('one of several files', async () => {
    const { code, out } = await walked({ 'a.json': walkthrough, 'b.json': walkthrough.replace('"stages": ["closed"]', '"stages": ["alert"]') }, 'a.json', 'b.json');
    expect(code).toBe(1);
    expect(out).toContain('a.json: 4 steps, every expectation holds');
  });
});

describe('what cannot be run ends with 2', () => {
  test.each([
    ['a walkthrough that is no JSON', '{', procedure, 'cannot be read'],
    ['a walkthrough with a misspelt part', walkthrough.replace('"person"', '"persona"'), procedure, '/steps/0'],
    ['a procedure nobody ships', walkthrough.replace('"procedure": "small"', '"procedure": "large"'), procedure, 'Give its file with --procedure'],
    ['a name that leads out of the folder', walkthrough.replace('"procedure": "small"', '"procedure": "../small"'), procedure, '/procedure'],
    ['a procedure that is not sound', walkthrough, procedure.replace('"to": "closed"', '"to": "elsewhere"'), 'caseway check procedures/small/procedure.json'],
  ])('%s', async (_, text, shippedText, words) => {
    const { code, out } = await walked({ 'w.json': text, 'procedures/small/procedure.json': shippedText }, 'w.json');
    expect(code).toBe(2);
    expect(out).toContain(words);
    expect(out).toContain('w.json: not run');
  });

  test('a procedure file that is not there', async () => {
    expect(await walked({ 'w.json': walkthrough }, 'w.json', '--procedure', 'gone.json')).toEqual({ code: 2, out: '', err: 'gone.json: There is no such file.' });
  });
});

test('programs get one JSON document', async () => {
  const { code, out } = await walked({ 'w.json': walkthrough.replace('2026-12-31"', '2026-12-30"') }, 'w.json', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ walkthroughs: [{ file: 'w.json', outcome: 'findings', steps: 4, failures: [{ step: 1, pointer: '/steps/0/expect/due/tell-in-time/date', expected: '2026-12-30', found: '2026-12-31' }] }] });
});

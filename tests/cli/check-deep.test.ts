// `caseway check --deep`: what verification says, printed as everything else is, and as one document for programs.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../../cli/run.ts';
import { terminalWith } from './terminal.ts';

const sound = readFileSync(new URL('../fixtures/cli/procedure.json', import.meta.url), 'utf8');
const frame = readFileSync(new URL('../../frames/england.json', import.meta.url), 'utf8');
const bath = readFileSync(new URL('../../procedures/bath-and-north-east-somerset/procedure.json', import.meta.url), 'utf8');

const told = new Map<string, Promise<{ readonly code: number; readonly out: string }>>();

/** Each is run once for all tests that ask. */
function checked(text: string, ...options: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  const key = `${text.length} ${options.join(' ')}`;
  const known = told.get(key) ?? ran(text, ...options);
  told.set(key, known);
  return known;
}

async function ran(text: string, ...options: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  const terminal = terminalWith({ 'a.json': text, 'frames/england.json': frame });
  const code = await run(['check', 'a.json', '--deep', ...options], terminal);
  return { code, out: terminal.told().out };
}

test('a finding is told with its place, what to try, and that a dated case shows it', async () => {
  const { code, out } = await checked(bath);
  expect(code).toBe(1);
  expect(out).toMatch(/a\.json: \/timescales\/copy-seven-working-days: problem V-202 in .+: One act, two clocks that disagree\n {4}“Send copies of the report” is due at least 1 week before .+\n {4}Try: .+\n {4}Shown by a dated case of \d+ steps/);
});

test('how much time each clock leaves, what was looked at and what was not are told', async () => {
  const { out } = await checked(bath);
  expect(out).toContain('scr-told-5-working-days: 5 working days');
  expect(out).toMatch(/a\.json: looked at\n {4}[\d,]+ situations/);
  expect(out).toMatch(/a\.json: not looked at\n {4}Pairs of readings/);
});

test('where the procedure stands to the national frame is told', async () => {
  expect((await checked(bath)).out).toContain('The frame holds Working Together 2018 and Working Together 2023, so nothing was compared.');
});

test('a program gets the whole, with the case that shows each finding', async () => {
  const { out } = await checked(bath, '--json');
  const [file] = JSON.parse(out).files;
  expect(file.verified.findings.find(({ code }: { code: string }) => code === 'V-202').example.steps.length).toBeGreaterThan(3);
});

test('without --deep nothing is verified', async () => {
  const terminal = terminalWith({ 'a.json': bath });
  await run(['check', 'a.json'], terminal);
  expect(terminal.told().out).not.toContain('V-202');
});

test('a procedure with problems is not verified: they come first', async () => {
  const { code, out } = await checked(sound.replace('"to": "closed"', '"to": "close"'));
  expect(code).toBe(1);
  expect(out).not.toContain('looked at');
});

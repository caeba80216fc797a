// `caseway check` on the shipped procedures and on copies with one thing wrong.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { run } from '../../cli/run.ts';
import { terminalWith } from './terminal.ts';

const sound = readFileSync(new URL('../fixtures/cli/procedure.json', import.meta.url), 'utf8');

async function checked(files: Readonly<Record<string, string>>, ...options: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const terminal = terminalWith(files);
  const code = await run(['check', ...Object.keys(files), ...options], terminal);
  return { code, ...terminal.told() };
}

describe('exit codes', () => {
  test('a sound procedure is clean', async () => {
    expect(await checked({ 'a.json': sound })).toEqual({ code: 0, out: 'a.json: clean', err: '' });
  });

  test('a gap that the source leaves is listed and does not count', async () => {
    const { code, out } = await checked({ 'a.json': sound.replace('"gaps": []', '"gaps": [{ "id": "no-form", "words": "The form is not in the source." }]') });
    expect(code).toBe(0);
    expect(out).toContain('gap P-');
    expect(out).toContain('a.json: clean; 1 gap that the source leaves');
  });

  test('a transition to nowhere is told as a compiler tells it: file, place, label, words, what to try', async () => {
    const { code, out } = await checked({ 'a.json': sound.replace('"to": "closed"', '"to": "close"') });
    expect(code).toBe(1);
    expect(out).toMatch(/^a\.json: \/transitions\/0\/to: problem P-\d+ in “.+”\n {4}\S.*\n {4}Expected: .+ Found: close\.\n {4}Try: Did you mean “closed”\?/m);
    expect(out).toMatch(/a\.json: \d+ problems?, \d+ findings?/);
  });

  test('a part the format does not know is a finding, at its place', async () => {
    const { code, out } = await checked({ 'a.json': sound.replace('"kind": "triage"', '"kind": "triage", "colour": "red"') });
    expect(code).toBe(1);
    expect(out).toContain('a.json: /stages/alert');
  });

  test.each([['no JSON at all', '{'], ['a list', '[]'], ['a dangerous key', sound.replace('"format": 1', '"format": 1, "__proto__": {}')], ['a format of tomorrow', sound.replace('"format": 1', '"format": 99')]])('%s cannot be read', async (_, text) => {
    const { code, out } = await checked({ 'a.json': text });
    expect(code).toBe(2);
    expect(out).toContain('Try: ');
  });

  test('a missing file cannot be read, and the others are checked all the same', async () => {
    const terminal = terminalWith({ 'a.json': sound });
    expect(await run(['check', 'gone.json', 'a.json'], terminal)).toBe(2);
    expect(terminal.told()).toEqual({ out: 'a.json: clean', err: 'gone.json: There is no such file.' });
  });

  test('no file at all is a misunderstanding', async () => {
    expect(await checked({})).toEqual({ code: 2, out: '', err: 'Name at least one file.\nTry: caseway check --help' });
  });
});

test('standard input is read for -', async () => {
  expect(await checked({ '-': sound })).toEqual({ code: 0, out: 'standard input: clean', err: '' });
});

test('programs get one JSON document, whatever was found', async () => {
  const { code, out } = await checked({ 'a.json': sound, 'b.json': '{' }, '--json');
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ files: [{ file: 'a.json', outcome: 'clean', problems: [] }, { file: 'b.json', outcome: 'unreadable', problems: [{ code: 'P-002', severity: 'problem' }] }] });
});

test('words are plain when nobody looks on and bold at a terminal', async () => {
  expect((await checked({ 'a.json': '{' })).out).not.toContain('\u001B');
  const terminal = { ...terminalWith({ 'a.json': '{' }), colour: true };
  await run(['check', 'a.json'], terminal);
  expect(terminal.told().out).toContain('\u001B[1ma.json\u001B[0m');
});

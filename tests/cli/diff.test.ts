// `caseway diff` on a sound procedure and on copies with something changed.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { run } from '../../cli/run.ts';
import { terminalWith } from './terminal.ts';

const older = readFileSync(new URL('../fixtures/procedures/small.json', import.meta.url), 'utf8');
const small = (): Record<string, Record<string, Record<string, unknown>>> => JSON.parse(older);

interface Told { readonly code: number; readonly out: string; readonly err: string }
async function compared(files: Readonly<Record<string, string>>, ...options: readonly string[]): Promise<Told> {
  const terminal = terminalWith(files);
  const code = await run(['diff', ...Object.keys(files), ...options], terminal);
  return { code, ...terminal.told() };
}

/** The small procedure with some parts replaced: `{ tasks: { notify: { … } } }`. */
function changed(parts: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>): string {
  const now = small();
  for (const [collection, elements] of Object.entries(parts)) for (const [id, change] of Object.entries(elements)) now[collection] = { ...now[collection], [id]: { ...now[collection]?.[id], ...change } };
  return JSON.stringify(now);
}

describe('exit codes', () => {
  test('a file compared with itself, written in another way, is the same', async () => {
    expect(await compared({ 'a.json': older, 'b.json': JSON.stringify(JSON.parse(older)) })).toEqual({ code: 0, out: 'a.json and b.json: the same', err: '' });
  });

  test('another version is different', async () => {
    expect((await compared({ 'a.json': older, 'b.json': older.replace('"Business Manager"', '"Business Lead"') })).code).toBe(1);
  });

  test('a file that is missing, or no procedure, cannot be compared, and the reason is told', async () => {
    const terminal = terminalWith({ 'a.json': older });
    expect(await run(['diff', 'a.json', 'gone.json'], terminal)).toBe(2);
    expect(terminal.told()).toEqual({ out: '', err: 'gone.json: There is no such file.' });
    const { code, out, err } = await compared({ 'a.json': '{', 'b.json': older });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^a\.json: This is no procedure that can be read: \S.*\n {4}See: caseway check a\.json$/);
  });

  test.each([[['a.json']], [['a.json', 'b.json', 'c.json']]])('%j is a misunderstanding', async (names) => {
    const { code, out, err } = await compared(Object.fromEntries(names.map((name) => [name, older])));
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: 'Name two files: the older version, then the newer.\nTry: caseway diff --help' });
  });
});

test('a stranger reads who, by when and what, under headings, and long texts beside their line', async () => {
  const newer = changed({
    stages: { second: { kind: 'review', label: 'Second review', owner: 'chair' } },
    questions: { 'child-died': { label: 'Did the child die?', hint: 'Answer as far as it is known on the day on which the form is filled in; it can be corrected at any later time.' } },
    layout: { second: { x: 1, y: 1 } },
    parties: { manager: { title: 'Business Lead', outside: true } },
  });
  const { code, out, err } = await compared({ 'v1.json': older, 'v2.json': newer });
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out.split('\n')).toEqual([
    'v1.json → v2.json: 5 differences',
    '', 'Who', '  Business Lead: staff enter what it says: no → yes',
    '', 'What happens and what follows', '  Stage added: Second review, review, Partnership Chair',
    '', 'Words and sources', '  Party renamed: “Business Manager” → “Business Lead”', '  Question reworded: “Has the child died?” → “Did the child die?”', '  “Did the child die?”: help below the question reworded',
    '      was: none', '      now: “Answer as far as it is known on the day on which the form is filled in; it can be corrected at any later time.”',
  ]);
});

test('two procedures of different authorities are said to be two', async () => {
  const { out } = await compared({ 'a.json': older, 'b.json': older.replace('"id": "inventedshire"', '"id": "otherton"') });
  expect(out).toContain('These are two procedures, inventedshire and otherton.');
});

test('the older version may come from standard input', async () => {
  expect(await compared({ '-': older, 'b.json': older })).toEqual({ code: 0, out: 'standard input and b.json: the same', err: '' });
});

test('programs get one JSON document, whatever was found', async () => {
  const same = await compared({ 'a.json': older, 'b.json': older }, '--json');
  expect(JSON.parse(same.out)).toEqual({ was: { file: 'a.json', procedure: 'inventedshire' }, now: { file: 'b.json', procedure: 'inventedshire' }, outcome: 'same', differences: [] });
  const different = await compared({ 'a.json': older, 'b.json': changed({ stages: { second: { kind: 'review', label: 'Second review' } } }) }, '--json');
  expect(JSON.parse(different.out)).toMatchObject({ outcome: 'different', differences: [{ kind: 'added', weight: 'route', element: { collection: 'stages', id: 'second', pointer: '/stages/second' }, stage: 'second', label: 'Second review' }] });
  const unread = await compared({ 'a.json': older, 'b.json': '{' }, '--json');
  expect(unread.code).toBe(2);
  expect(JSON.parse(unread.out)).toMatchObject({ outcome: 'unreadable', now: { file: 'b.json', problems: [{ code: 'P-002' }] }, differences: [] });
});

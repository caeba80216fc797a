// A signed case file: a stranger verifies it from the file alone; every change of it is found.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeCaseFile, verifyCaseFile } from '../../../app/trust/caseFile.ts';
import { freshKeys, sign } from '../../../app/trust/signing.ts';
import { seal } from '../../../engine/case/hash.ts';
import { createMemoryStore } from '../../../engine/store/memory.ts';
import { fill } from './files.ts';

const store = createMemoryStore();
const [id = ''] = await fill(store, 1);
const pair = await freshKeys();
const file = await makeCaseFile(store, id, 5, pair);
if (file === undefined) throw new Error('no file');
const text = JSON.stringify(file);

test('the file verifies from its text alone, and names the key that signed it', async () => {
  const read = await verifyCaseFile(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  expect(read.verified.fingerprint).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/);
  expect(read.verified.file.events).toHaveLength(file.events.length);
});

test('one letter changed anywhere is found', async () => {
  await fc.assert(fc.asyncProperty(fc.nat({ max: text.length - 1 }), async (at) => {
    const changed = text.slice(0, at) + (text[at] === 'e' ? 'f' : 'e') + text.slice(at + 1);
    expect((await verifyCaseFile(changed)).ok).toBe(false);
  }), { numRuns: 80 });
});

test('a last letter of the signature that says nothing is found too', async () => {
  const value = file.signature.value.replace(/(.)(=+)$/, (_, last: string, end: string) => `${String.fromCharCode(last.charCodeAt(0) + 1)}${end}`);
  expect(value).not.toBe(file.signature.value);
  expect((await verifyCaseFile(JSON.stringify({ ...file, signature: { ...file.signature, value } }))).ok).toBe(false);
});

test('the last entries cut off, and sealed anew by somebody else, verify under another key only', async () => {
  const { signature: _, ...body } = file;
  const shorter = { ...body, events: body.events.slice(0, -2), head: body.events.at(-3)?.hash ?? '' };
  expect(await verifyCaseFile(JSON.stringify({ ...shorter, signature: file.signature }))).toMatchObject({ ok: false, problem: { pointer: '/signature' } });

  const forged = await verifyCaseFile(JSON.stringify({ ...shorter, signature: await sign(shorter, await freshKeys()) }));
  const own = await verifyCaseFile(text);
  expect(forged.ok && own.ok && forged.verified.fingerprint !== own.verified.fingerprint).toBe(true);
});

test('an entry written anew with a fitting hash breaks the entry after it', async () => {
  const [first, second, ...rest] = file.events;
  if (!first || !second) throw new Error('too short');
  const { digest: _d, hash: _h, ...bare } = second;
  const events = [first, seal({ ...bare, payload: { words: 'other' } }), ...rest];
  expect(await verifyCaseFile(JSON.stringify({ ...file, events }))).toMatchObject({ ok: false, problem: { pointer: '/events/2' } });
});

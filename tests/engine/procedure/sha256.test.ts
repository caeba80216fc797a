// The hash, with its buffer and hasher used again, is held to the standard's own examples and, on any text, to Node's.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../../engine/procedure/sha256.ts';

const oracle = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

test('the examples of the standard', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe('248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1');
  expect(sha256('a'.repeat(1_000_000))).toBe('cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
});

test('every length about the ends of blocks, and texts longer than any before', () => {
  for (let length = 0; length < 200; length += 1) expect(sha256('x'.repeat(length)), String(length)).toBe(oracle('x'.repeat(length)));
  for (const length of [16_383, 16_384, 100_000]) expect(sha256('é'.repeat(length)), String(length)).toBe(oracle('é'.repeat(length)));
});

test('any text, one after the other', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 })), (texts) => {
    expect(texts.map(sha256)).toEqual(texts.map(oracle));
  }), { numRuns: 300 });
});

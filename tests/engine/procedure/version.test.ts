// Content hash, canonical text and publishing.
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../../engine/procedure/canonical.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { contentHash, publishable } from '../../../engine/procedure/version.ts';

const small = JSON.parse(readFileSync(new URL('../../fixtures/procedures/small.json', import.meta.url), 'utf8')) as Procedure;

/** The same value with the keys of every object in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([key, part]) => [key, reversed(part)])) : value;
}

describe('a version is pinned by its content', () => {
  test('the hash is SHA-256 of the canonical text without the layout', () => {
    const { layout: _layout, ...content } = small;

    expect(contentHash(small)).toBe(createHash('sha256').update(canonical(content), 'utf8').digest('hex'));
  });

  test('moving boxes and reordering keys keep the hash; one word more changes it', () => {
    const moved: Procedure = { ...small, layout: { checks: { x: 900, y: 1 } } };
    const reworded: Procedure = { ...small, summary: 'An invented procedure for testing.' };

    expect(contentHash(moved)).toBe(contentHash(small));
    expect(contentHash(reversed(small) as Procedure)).toBe(contentHash(small));
    expect(contentHash(reworded)).not.toBe(contentHash(small));
  });

  test('the order of routes is content', () => {
    expect(contentHash({ ...small, transitions: small.transitions.toReversed() })).not.toBe(contentHash(small));
  });
});

describe('canonical text (RFC 8785)', () => {
  test.each([
    ['keys in order of their UTF-16 units', { '\u20ac': 1, '\r': 2, 1: 3, '\ud83d\ude00': 4, '\u0080': 5, '\ufb33': 6 }, '{"\\r":2,"1":3,"\u0080":5,"€":1,"😀":4,"\ufb33":6}'],
    ['numbers as JavaScript writes them', [333333333.33333329, 1e30, 4.5, 0.002, 1e-27, -0], '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]'],
    ['control characters escaped', '€$\u000f\nA\'B"\\\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
    ['absent parts left out', { a: undefined, b: null }, '{"b":null}'],
  ])('%s', (_title, value, expected) => {
    expect(canonical(value)).toBe(expected);
  });

  test('reads back to the same value, whatever the value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonical(reversed(value))).toBe(canonical(value));
    }));
  });

  test('what a file cannot hold is not written', () => {
    expect(() => canonical({ a: Number.NaN })).toThrow('A number has no canonical text.');
  });
});

describe('publishing', () => {
  test('a sound procedure may be published, findings and gaps notwithstanding', () => {
    const withGap: Procedure = { ...small, gaps: [{ id: 'appendix', words: 'The appendix is missing.' }] };

    expect(publishable(withGap)).toEqual({ ok: true, hash: contentHash(withGap) });
  });

  test('a procedure that cannot be run may not', () => {
    const doorless: Procedure = { ...small, doors: {} };
    const { problems } = publishable(doorless) as Extract<ReturnType<typeof publishable>, { readonly ok: false }>;

    expect([publishable(doorless).ok, problems.map(({ code }) => code)]).toEqual([false, expect.arrayContaining(['P-069'])]);
  });
});

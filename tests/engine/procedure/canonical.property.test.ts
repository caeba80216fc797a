// The canonical text against JSON itself: read back it is the same value, and a text is written as JSON writes it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, quoted } from '../../../engine/procedure/canonical.ts';

const awkward = fc.constantFrom('"', '\\', '\n', '\u0000', '\u007f', '\ud800', 'é', ' ', '~', '!', '[', ']', 'a');
const texts = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: awkward }));

test('a text is quoted as JSON quotes it, whatever it holds', () => {
  fc.assert(fc.property(texts, (text) => { expect(quoted(text)).toBe(JSON.stringify(text)); }), { numRuns: 2_000 });
});

test('the canonical text of a value reads back as the value, and the order of its keys does not matter', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.dictionary(texts, fc.jsonValue()), (value, record) => {
    expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    expect(canonical(Object.fromEntries(Object.entries(record).toReversed()))).toBe(canonical(record));
  }));
});

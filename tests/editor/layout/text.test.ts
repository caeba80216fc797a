import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth, wrap } from '../../../editor/layout/text.ts';

describe('words broken into lines', () => {
  test('every letter is kept, in order, and no line is wider than the room', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[A-Za-z0-9’-]{1,30}$/), { minLength: 1, maxLength: 8 }), fc.integer({ min: 40, max: 300 }), (parts, most) => {
      const lines = wrap(parts.join(' '), most, 14, 'bold');
      expect(lines.join('').replaceAll(' ', '')).toBe(parts.join(''));
      expect(lines.filter((line) => textWidth(line, 14, 'bold') > most && line.length > 1)).toEqual([]);
    }));
  });
  test('a name that fits stays on one line', () => { expect(wrap('Notify the DfE', 160, 14, 'bold')).toEqual(['Notify the DfE']); });
  test('bold words are wider', () => { expect(textWidth('Panel', 14, 'bold')).toBeGreaterThan(textWidth('Panel', 14, 'regular')); });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilOf, isEmptyDate, partsOf } from '../../ui/DateField.tsx';

describe('a date in three boxes', () => {
  test('every day of 200 years comes back as it was shown', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2149-12-31'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(civilOf(partsOf(day), false)).toBe(day);
    }));
  });
  test('three numbers are a date exactly when the calendar has it', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 33 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1900, max: 2200 }), (day, month, year) => {
      const oracle = new Date(Date.UTC(year, month - 1, day));
      const exists = oracle.getUTCFullYear() === year && oracle.getUTCMonth() === month - 1 && oracle.getUTCDate() === day;
      expect(civilOf({ day: String(day), month: String(month), year: String(year) }, false) !== undefined).toBe(exists);
    }));
  });
  test.each([['14:30', 'T14:30'], ['1430', 'T14:30'], ['9.05', 'T09:05']])('the time %s is read', (time, read) => {
    expect(civilOf({ day: '27', month: '3', year: '2026', time }, true)).toBe(`2026-03-27${read}`);
  });
  test.each(['24:00', '12:60', '', 'noon'])('the time "%s" is no time', (time) => {
    expect(civilOf({ day: '27', month: '3', year: '2026', time }, true)).toBeUndefined();
  });
  test.each([['31', '2', '2026'], ['1.5', '2', '2026'], ['-1', '2', '2026'], ['', '2', '2026'], ['1', '2', '26']])('%s %s %s is no date', (day, month, year) => {
    expect(civilOf({ day, month, year }, false)).toBeUndefined();
  });
  test('a single letter in any box is something typed', () => {
    expect(isEmptyDate({ day: '', month: ' ', year: '' })).toBe(true);
    expect(isEmptyDate({ day: '', month: 'x', year: '' })).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { addMonths, civilDate, civilOf, dayOf, parseDay, weekday } from '../../../engine/time/index.ts';

const anyDay = fc.integer({ min: -25_000, max: 60_000 }); // 1901 to 2134
const plainDate = (day: number) => Temporal.PlainDate.from('1970-01-01').add({ days: day });
const on = (text: string): number => parseDay(text) ?? NaN;

describe('a civil day', () => {
  test('counts from 1 January 1970, a Thursday', () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(weekday(0)).toBe(3);
  });

  test('is the same day in Temporal, with the same weekday and spelling', () => {
    fc.assert(fc.property(anyDay, (day) => {
      const oracle = plainDate(day);
      expect(civilOf(day)).toEqual({ year: oracle.year, month: oracle.month, date: oracle.day });
      expect(weekday(day)).toBe(oracle.dayOfWeek - 1);
      expect(civilDate(day)).toBe(oracle.toString());
      expect(parseDay(oracle.toString())).toBe(day);
    }));
  });

  test.each(['2026-02-30', '2026-02-29', '2100-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-06-00', '0000-01-01', '26-01-01', '2026-1-1', '2026/12-10', '2026-12/10', '2026-01-01T10:00', 'today', ''])(
    '%s is no date', (text) => { expect(parseDay(text)).toBeUndefined(); },
  );

  it('takes 29 February in leap years only', () => {
    expect(civilDate(on('2028-02-29'))).toBe('2028-02-29');
    expect(civilDate(on('2000-02-29'))).toBe('2000-02-29');
  });
});

describe('months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-22', 1, '2027-01-22'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(civilDate(addMonths(on(from), months))).toBe(expected);
  });

  test('are added as Temporal adds them', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -200, max: 200 }), (day, months) => {
      expect(civilDate(addMonths(day, months))).toBe(plainDate(day).add({ months }).toString());
    }));
  });
});

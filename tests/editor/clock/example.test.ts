import { describe, expect, test } from 'vitest';
import type { Timescale } from '../../../engine/procedure/types.ts';
import { exampleOf, type Example } from '../../../editor/clock/example.ts';
import { stripOf } from '../../../editor/clock/strip.ts';
import { thirteen } from '../../fixtures/editor/thirteen.ts';

const law: Timescale = { for: 'tell', direction: 'within', amount: 5, unit: 'working-days', from: { var: 'aware' }, basis: 'statutory' };
const example = (change: Partial<Timescale>, from = '2026-12-22'): Example | null => exampleOf(thirteen, { ...law, ...change }, from);

describe('a worked example', () => {
  test('five working days from Tuesday 22 December 2026 leave out two bank holidays and the weekend', () => {
    expect(example({})).toMatchObject({ due: 'Thu 31 Dec 2026', sentence: '5 working days after Tue 22 Dec 2026, leaving out the bank holidays Fri 25 and Mon 28 Dec: Thu 31 Dec 2026.' });
  });
  test('five calendar days from Monday 21 December 2026 end on the Saturday', () => {
    expect(example({ unit: 'calendar-days' }, '2026-12-21')?.due).toBe('Sat 26 Dec 2026');
  });
  test('hours are told to the minute', () => { expect(example({ unit: 'hours', amount: 24 }, '2026-12-21T09:00')?.due).toContain('22 Dec 2026'); });
  test('a clock without amount is not counted', () => { expect(example({ amount: { gap: 'not given' } })).toBeNull(); });
  test('a date that is none is not counted', () => { expect(example({}, '2026-02-31')).toBeNull(); });
});

describe('the strip of days', () => {
  const cells = (strip: ReturnType<typeof stripOf>): readonly string[] => (strip?.rows[0] ?? []).map((cell) => `${cell.kind}${cell.number ?? ''}`);
  test('numbers each counted day and leaves the others out', () => {
    const found = example({});
    expect(cells(stripOf(found === null ? [] : [found])).slice(0, 11)).toEqual(['start', 'counted1', 'counted2', 'left-out', 'left-out', 'left-out', 'left-out', 'counted3', 'counted4', 'due5', 'outside']);
  });
  test('marks weekend and bank holiday by name', () => {
    const found = example({});
    const strip = stripOf(found === null ? [] : [found]);
    expect(strip?.columns[3]).toMatchObject({ weekday: 'Fri', date: 25, off: 'holiday', holiday: 'Christmas Day' });
    expect(strip?.columns[4]).toMatchObject({ weekday: 'Sat', off: 'weekend' });
  });
  test('goes by weeks when it is long, and is left out when it is very long', () => {
    const weeks = example({ unit: 'weeks', amount: 6 });
    const years = example({ unit: 'years', amount: 2 });
    expect(stripOf(weeks === null ? [] : [weeks])?.step).toBe(7);
    expect(stripOf(years === null ? [] : [years])).toBeNull();
  });
});

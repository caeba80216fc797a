import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { bankHolidays, certaintyOfYear, civilDate, civilOf, weekday } from '../../../engine/time/index.ts';
import type { NationId } from '../../../engine/time/index.ts';

const NATIONS: readonly (readonly [NationId, string])[] = [['england-and-wales', 'ENG'], ['scotland', 'SCT'], ['northern-ireland', 'NIR']];
const FOOTBALL = '2026-06-15'; // proclaimed for Scotland; date-holidays 3.37 does not have it

/** Weekday public holidays of a year by the independent package; it also lists weekend days, which GOV.UK does not. */
function oracle(state: string, year: number): readonly string[] {
  const days = new Holidays('GB', state).getHolidays(year)
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date }) => date.slice(0, 10))
    .filter((date) => weekday(Math.floor(Date.parse(`${date}T00:00Z`) / 86_400_000)) < 5);
  return [...new Set(days)].sort();
}

function ours(nation: NationId, year: number): readonly string[] {
  return bankHolidays(nation).filter(({ day }) => civilOf(day).year === year).map(({ day }) => civilDate(day));
}

describe.each(NATIONS)('bank holidays of %s', (nation, state) => {
  for (let year = 2019; year <= 2030; year++) {
    test(`${year} as the independent calendar has them`, () => {
      const expected = oracle(state, year);
      expect(expected.length).toBeGreaterThanOrEqual(8);
      expect(ours(nation, year).filter((date) => nation !== 'scotland' || date !== FOOTBALL)).toEqual(expected);
    });
  }

  test('are weekdays, in order, each once', () => {
    const days = bankHolidays(nation).map(({ day }) => day);
    expect(days.every((day) => weekday(day) < 5)).toBe(true);
    expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
  });
});

describe('one-off and moved days', () => {
  test.each([
    ['england-and-wales', '2020-05-08', 'Early May bank holiday (VE day)'],
    ['england-and-wales', '2022-06-02', 'Spring bank holiday'],
    ['england-and-wales', '2022-06-03', 'Platinum Jubilee bank holiday'],
    ['england-and-wales', '2022-09-19', 'Bank Holiday for the State Funeral of Queen Elizabeth II'],
    ['england-and-wales', '2023-05-08', 'Bank holiday for the coronation of King Charles III'],
    ['england-and-wales', '2026-12-28', 'Boxing Day (substitute day)'],
    ['scotland', FOOTBALL, 'World Cup bank holiday'],
    ['scotland', '2022-01-04', '2nd January (substitute day)'],
    ['northern-ireland', '2024-03-18', 'St Patrick’s Day (substitute day)'],
    ['northern-ireland', '2026-07-13', 'Battle of the Boyne (Orangemen’s Day) (substitute day)'],
  ] as const)('%s keeps %s as %s', (nation, date, title) => {
    expect(bankHolidays(nation).find(({ day }) => civilDate(day) === date)?.title).toBe(title);
  });

  test('the first Monday of May 2020 was worked', () => {
    expect(ours('england-and-wales', 2020)).not.toContain('2020-05-04');
  });
});

test('2019 to 2028 are published, 2029 and 2030 expected, other years unknown', () => {
  expect([2018, 2019, 2028, 2029, 2030, 2031].map(certaintyOfYear)).toEqual(['unknown', 'published', 'published', 'expected', 'expected', 'unknown']);
  expect(bankHolidays('scotland').filter(({ expected }) => expected).map(({ day }) => civilOf(day).year)).toContain(2029);
  expect(bankHolidays('scotland').some(({ day, expected }) => expected !== civilOf(day).year > 2028)).toBe(false);
});

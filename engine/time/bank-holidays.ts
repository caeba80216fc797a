// Bank holidays of the three nations as data: 2019-2028 as published by GOV.UK (www.gov.uk/bank-holidays), with
// its titles and only the days it lists, which are weekdays; 2029-2030 as the Banking and Financial Dealings Act
// 1971 and custom lead one to expect them, and marked so. A year that is missing here is not known, not free of
// holidays. One-off days a manager learns of before this file does go into a calendar's `additional` list.
import { dayOf } from './day.ts';
import type { Day } from './types.ts';

/** Years GOV.UK has published, and the last year that is only expected; all inclusive. */
export const FIRST_PUBLISHED = 2019;
export const LAST_PUBLISHED = 2028;
export const LAST_EXPECTED = 2030;

export type NationId = 'england-and-wales' | 'scotland' | 'northern-ireland';
export interface BankHoliday {
  readonly day: Day;
  readonly title: string;
  /** Not published yet. */
  readonly expected: boolean;
}
/** Year, then `MM-DD` to title. */
type Nation = Readonly<Record<number, Readonly<Record<string, string>>>>;

const newYear = 'New Year’s Day';
const second = '2nd January';
const patrick = 'St Patrick’s Day';
const goodFriday = 'Good Friday';
const easterMonday = 'Easter Monday';
const earlyMay = 'Early May bank holiday';
const earlyMayVe = 'Early May bank holiday (VE day)';
const spring = 'Spring bank holiday';
const boyne = 'Battle of the Boyne (Orangemen’s Day)';
const summer = 'Summer bank holiday';
const andrew = 'St Andrew’s Day';
const christmas = 'Christmas Day';
const boxing = 'Boxing Day';
const jubilee = 'Platinum Jubilee bank holiday';
const funeral = 'Bank Holiday for the State Funeral of Queen Elizabeth II';
const coronation = 'Bank holiday for the coronation of King Charles III';
const worldCup = 'World Cup bank holiday';
const substitute = (title: string): string => `${title} (substitute day)`;

const englandAndWales: Nation = {
  2019: { '01-01': newYear, '04-19': goodFriday, '04-22': easterMonday, '05-06': earlyMay, '05-27': spring, '08-26': summer, '12-25': christmas, '12-26': boxing },
  2020: { '01-01': newYear, '04-10': goodFriday, '04-13': easterMonday, '05-08': earlyMayVe, '05-25': spring, '08-31': summer, '12-25': christmas, '12-28': substitute(boxing) },
  2021: { '01-01': newYear, '04-02': goodFriday, '04-05': easterMonday, '05-03': earlyMay, '05-31': spring, '08-30': summer, '12-27': substitute(christmas), '12-28': substitute(boxing) },
  2022: { '01-03': substitute(newYear), '04-15': goodFriday, '04-18': easterMonday, '05-02': earlyMay, '06-02': spring, '06-03': jubilee, '08-29': summer, '09-19': funeral, '12-26': boxing, '12-27': substitute(christmas) },
  2023: { '01-02': substitute(newYear), '04-07': goodFriday, '04-10': easterMonday, '05-01': earlyMay, '05-08': coronation, '05-29': spring, '08-28': summer, '12-25': christmas, '12-26': boxing },
  2024: { '01-01': newYear, '03-29': goodFriday, '04-01': easterMonday, '05-06': earlyMay, '05-27': spring, '08-26': summer, '12-25': christmas, '12-26': boxing },
  2025: { '01-01': newYear, '04-18': goodFriday, '04-21': easterMonday, '05-05': earlyMay, '05-26': spring, '08-25': summer, '12-25': christmas, '12-26': boxing },
  2026: { '01-01': newYear, '04-03': goodFriday, '04-06': easterMonday, '05-04': earlyMay, '05-25': spring, '08-31': summer, '12-25': christmas, '12-28': substitute(boxing) },
  2027: { '01-01': newYear, '03-26': goodFriday, '03-29': easterMonday, '05-03': earlyMay, '05-31': spring, '08-30': summer, '12-27': substitute(christmas), '12-28': substitute(boxing) },
  2028: { '01-03': substitute(newYear), '04-14': goodFriday, '04-17': easterMonday, '05-01': earlyMay, '05-29': spring, '08-28': summer, '12-25': christmas, '12-26': boxing },
  2029: { '01-01': newYear, '03-30': goodFriday, '04-02': easterMonday, '05-07': earlyMay, '05-28': spring, '08-27': summer, '12-25': christmas, '12-26': boxing },
  2030: { '01-01': newYear, '04-19': goodFriday, '04-22': easterMonday, '05-06': earlyMay, '05-27': spring, '08-26': summer, '12-25': christmas, '12-26': boxing },
};
const scotland: Nation = {
  2019: { '01-01': newYear, '01-02': second, '04-19': goodFriday, '05-06': earlyMay, '05-27': spring, '08-05': summer, '12-02': substitute(andrew), '12-25': christmas, '12-26': boxing },
  2020: { '01-01': newYear, '01-02': second, '04-10': goodFriday, '05-08': earlyMayVe, '05-25': spring, '08-03': summer, '11-30': andrew, '12-25': christmas, '12-28': substitute(boxing) },
  2021: { '01-01': newYear, '01-04': substitute(second), '04-02': goodFriday, '05-03': earlyMay, '05-31': spring, '08-02': summer, '11-30': andrew, '12-27': substitute(christmas), '12-28': substitute(boxing) },
  2022: { '01-03': substitute(newYear), '01-04': substitute(second), '04-15': goodFriday, '05-02': earlyMay, '06-02': spring, '06-03': jubilee, '08-01': summer, '09-19': funeral, '11-30': andrew, '12-26': boxing, '12-27': substitute(christmas) },
  2023: { '01-02': substitute(newYear), '01-03': substitute(second), '04-07': goodFriday, '05-01': earlyMay, '05-08': coronation, '05-29': spring, '08-07': summer, '11-30': andrew, '12-25': christmas, '12-26': boxing },
  2024: { '01-01': newYear, '01-02': second, '03-29': goodFriday, '05-06': earlyMay, '05-27': spring, '08-05': summer, '12-02': substitute(andrew), '12-25': christmas, '12-26': boxing },
  2025: { '01-01': newYear, '01-02': second, '04-18': goodFriday, '05-05': earlyMay, '05-26': spring, '08-04': summer, '12-01': substitute(andrew), '12-25': christmas, '12-26': boxing },
  2026: { '01-01': newYear, '01-02': second, '04-03': goodFriday, '05-04': earlyMay, '05-25': spring, '06-15': worldCup, '08-03': summer, '11-30': andrew, '12-25': christmas, '12-28': substitute(boxing) },
  2027: { '01-01': newYear, '01-04': substitute(second), '03-26': goodFriday, '05-03': earlyMay, '05-31': spring, '08-02': summer, '11-30': andrew, '12-27': substitute(christmas), '12-28': substitute(boxing) },
  2028: { '01-03': substitute(newYear), '01-04': substitute(second), '04-14': goodFriday, '05-01': earlyMay, '05-29': spring, '08-07': summer, '11-30': andrew, '12-25': christmas, '12-26': boxing },
  2029: { '01-01': newYear, '01-02': second, '03-30': goodFriday, '05-07': earlyMay, '05-28': spring, '08-06': summer, '11-30': andrew, '12-25': christmas, '12-26': boxing },
  2030: { '01-01': newYear, '01-02': second, '04-19': goodFriday, '05-06': earlyMay, '05-27': spring, '08-05': summer, '12-02': substitute(andrew), '12-25': christmas, '12-26': boxing },
};
const northernIreland: Nation = {
  2019: { '01-01': newYear, '03-18': substitute(patrick), '04-19': goodFriday, '04-22': easterMonday, '05-06': earlyMay, '05-27': spring, '07-12': boyne, '08-26': summer, '12-25': christmas, '12-26': boxing },
  2020: { '01-01': newYear, '03-17': patrick, '04-10': goodFriday, '04-13': easterMonday, '05-08': earlyMayVe, '05-25': spring, '07-13': substitute(boyne), '08-31': summer, '12-25': christmas, '12-28': substitute(boxing) },
  2021: { '01-01': newYear, '03-17': patrick, '04-02': goodFriday, '04-05': easterMonday, '05-03': earlyMay, '05-31': spring, '07-12': boyne, '08-30': summer, '12-27': substitute(christmas), '12-28': substitute(boxing) },
  2022: { '01-03': substitute(newYear), '03-17': patrick, '04-15': goodFriday, '04-18': easterMonday, '05-02': earlyMay, '06-02': spring, '06-03': jubilee, '07-12': boyne, '08-29': summer, '09-19': funeral, '12-26': boxing, '12-27': substitute(christmas) },
  2023: { '01-02': substitute(newYear), '03-17': patrick, '04-07': goodFriday, '04-10': easterMonday, '05-01': earlyMay, '05-08': coronation, '05-29': spring, '07-12': boyne, '08-28': summer, '12-25': christmas, '12-26': boxing },
  2024: { '01-01': newYear, '03-18': substitute(patrick), '03-29': goodFriday, '04-01': easterMonday, '05-06': earlyMay, '05-27': spring, '07-12': boyne, '08-26': summer, '12-25': christmas, '12-26': boxing },
  2025: { '01-01': newYear, '03-17': patrick, '04-18': goodFriday, '04-21': easterMonday, '05-05': earlyMay, '05-26': spring, '07-14': substitute(boyne), '08-25': summer, '12-25': christmas, '12-26': boxing },
  2026: { '01-01': newYear, '03-17': patrick, '04-03': goodFriday, '04-06': easterMonday, '05-04': earlyMay, '05-25': spring, '07-13': substitute(boyne), '08-31': summer, '12-25': christmas, '12-28': substitute(boxing) },
  2027: { '01-01': newYear, '03-17': patrick, '03-26': goodFriday, '03-29': easterMonday, '05-03': earlyMay, '05-31': spring, '07-12': boyne, '08-30': summer, '12-27': substitute(christmas), '12-28': substitute(boxing) },
  2028: { '01-03': substitute(newYear), '03-17': patrick, '04-14': goodFriday, '04-17': easterMonday, '05-01': earlyMay, '05-29': spring, '07-12': boyne, '08-28': summer, '12-25': christmas, '12-26': boxing },
  2029: { '01-01': newYear, '03-19': substitute(patrick), '03-30': goodFriday, '04-02': easterMonday, '05-07': earlyMay, '05-28': spring, '07-12': boyne, '08-27': summer, '12-25': christmas, '12-26': boxing },
  2030: { '01-01': newYear, '03-18': substitute(patrick), '04-19': goodFriday, '04-22': easterMonday, '05-06': earlyMay, '05-27': spring, '07-12': boyne, '08-26': summer, '12-25': christmas, '12-26': boxing },
};

const NATIONS: Readonly<Record<NationId, Nation>> = {
  'england-and-wales': englandAndWales,
  scotland,
  'northern-ireland': northernIreland,
};

/** The bank holidays of a nation from 2019 to 2030, in order of day. */
export function bankHolidays(nation: NationId): readonly BankHoliday[] {
  return Object.entries(NATIONS[nation]).flatMap(([written, days]) => {
    const year = Number(written);
    return Object.entries(days).map(([date, title]) => ({
      day: dayOf(year, Number(date.slice(0, 2)), Number(date.slice(3))),
      title,
      expected: year > LAST_PUBLISHED,
    }));
  });
}

/** Whether a year's bank holidays are published, expected, or not in the data at all. */
export function certaintyOfYear(year: number): 'published' | 'expected' | 'unknown' {
  if (year < FIRST_PUBLISHED || year > LAST_EXPECTED) return 'unknown';
  return year <= LAST_PUBLISHED ? 'published' : 'expected';
}

// Days of a case moved together: the day of the week stays, working days keep their distance, days off are drawn in
// where there are fewer.
import { expect, test } from 'vitest';
import { movingDates } from '../../../../engine/case/rehearsal/index.ts';
import { compile } from '../../../../engine/case/compile.ts';
import { civilDate, parseDay } from '../../../../engine/time/index.ts';
import { instant, procedureWith } from '../clockwork.ts';

const calendar = compile(procedureWith({}), { version: 1 }).calendars.get('office');
if (!calendar) throw new Error('no calendar');
const day = (text: string): number => parseDay(text) ?? Number.NaN;

test.each<[from: string, to: string, one: string, working: string, days: string]>([
  ['2026-12-07', '2028-09-04', '2026-12-07', '2028-09-04', '2028-09-04'],
  ['2026-12-07', '2028-09-05', '2026-12-07', '2028-09-11', '2028-09-11'],
  ['2026-12-09', '2028-09-04', '2026-12-09', '2028-09-06', '2028-09-06'],
  ['2026-12-07', '2027-12-27', '2026-12-08', '2028-01-11', '2028-01-11'],
  ['2026-12-28', '2028-08-21', '2026-12-29', '2028-08-29', '2028-08-29'],
  ['2026-12-12', '2028-09-04', '2026-12-14', '2028-09-11', '2028-09-11'],
  ['2026-12-21', '2028-09-04', '2026-12-25', '2028-09-07', '2028-09-08'],
  ['2026-12-21', '2028-09-04', '2026-12-29', '2028-09-08', '2028-09-12'],
  ['2027-12-20', '2028-09-04', '2027-12-25', '2028-09-09', '2028-09-09'],
  ['2027-12-20', '2028-09-04', '2027-12-26', '2028-09-09', '2028-09-10'],
  ['2027-12-20', '2028-09-04', '2027-12-27', '2028-09-10', '2028-09-11'],
  ['2027-12-20', '2028-09-04', '2027-12-29', '2028-09-11', '2028-09-13'],
  ['2026-12-07', '2027-12-20', '2026-12-12', '2027-12-25', '2027-12-25'],
  ['2026-12-07', '2027-12-20', '2026-12-13', '2027-12-26', '2027-12-26'],
  ['2026-12-07', '2028-09-04', '2026-12-04', '2028-09-01', '2028-09-01'],
])('what began on %s, moved to %s or after: %s becomes %s, or by whole weeks %s', (from, to, one, working, days) => {
  const moved = (keeping: 'working-days' | 'calendar-days'): string => civilDate(movingDates(calendar, day(from), day(to), keeping).day(day(one)));
  expect([moved('working-days'), moved('calendar-days')]).toEqual([working, days]);
});

test('the time of day stays, also over a change of the clocks, and of texts only those that are a date and nothing else are moved', () => {
  const { instant: move, written } = movingDates(calendar, day('2026-12-07'), day('2028-09-04'), 'working-days');
  expect(move(instant('2026-12-08T16:30'))).toBe(instant('2028-09-05T16:30'));
  expect(['2026-12-08', '2026-12-08T16:30', '2026-12-08T16:30:00', 'On 2026-12-08', '2026-12-08 late', '2026-02-30', '2026-12-8', 'Words'].map(written)).toEqual(['2028-09-05', '2028-09-05T16:30', '2026-12-08T16:30:00', 'On 2026-12-08', '2026-12-08 late', '2026-02-30', '2026-12-8', 'Words']);
});

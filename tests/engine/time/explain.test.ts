import { describe, expect, test } from 'vitest';
import { count, dayWords, daysWords, earliness, explain, lateness, parseDay, parseDateTime, parseMoment, workingCalendar } from '../../../engine/time/index.ts';
import { clock, office } from './calendars.ts';
import type { Count } from '../../../engine/time/index.ts';

const on = (text: string): number => parseDay(text) ?? NaN;
function sentence(from: string, changes: Partial<Count> = {}): string {
  const moment = parseMoment(from) ?? expect.fail(from);
  return explain(clock(changes), moment, count(clock(changes), moment));
}

describe('a date says how it was counted', () => {
  test.each<[string, Partial<Count>, string]>([
    ['2026-12-22', {}, '5 working days after Tue 22 Dec 2026, leaving out the bank holidays Fri 25 and Mon 28 Dec: Thu 31 Dec 2026.'],
    ['2026-09-07', {}, '5 working days after Mon 7 Sep 2026: Mon 14 Sep 2026.'],
    ['2026-09-07', { amount: 1 }, '1 working day after Mon 7 Sep 2026: Tue 8 Sep 2026.'],
    ['2026-12-03', { direction: 'at-least-before', amount: 7 }, 'At least 7 working days before Thu 3 Dec 2026: Tue 24 Nov 2026 at the latest.'],
    ['2026-12-22', { direction: 'not-before', amount: 12, unit: 'months' }, 'At least 12 months after Tue 22 Dec 2026: Wed 22 Dec 2027 at the earliest.'],
    ['2026-12-22', { direction: 'on', amount: 8, unit: 'calendar-days' }, '8 calendar days after Tue 22 Dec 2026: Wed 30 Dec 2026.'],
    ['2026-09-07', { direction: 'window', amount: 2, until: 4 }, '2 to 4 working days after Mon 7 Sep 2026: Wed 9 Sep 2026 to Fri 11 Sep 2026.'],
    ['2026-09-07', { direction: 'window', amount: 2 }, '2 working days after Mon 7 Sep 2026: Wed 9 Sep 2026.'],
    ['2026-09-07', { until: 8 }, '5 working days after Mon 7 Sep 2026: Mon 14 Sep 2026.'],
    ['2026-12-01', { triggerDay: 1 }, '5 working days on, counting Tue 1 Dec 2026 as day 1: Mon 7 Dec 2026.'],
    ['2026-12-22', { amount: 0 }, 'The day itself: Tue 22 Dec 2026.'],
    ['2026-12-26', { amount: 0, roll: 'forward' }, 'The day itself, Sat 26 Dec 2026, moved on from Sat 26 Dec to a working day, leaving out the bank holiday Mon 28 Dec: Tue 29 Dec 2026.'],
    ['2026-12-01T17:01', { cutOff: 1020 }, '5 working days after Wed 2 Dec 2026 (it came after 17:00 on Tue 1 Dec): Wed 9 Dec 2026.'],
    ['2026-11-27', { amount: 28, unit: 'calendar-days', roll: 'forward' }, '28 calendar days after Fri 27 Nov 2026, moved on from Fri 25 Dec to a working day, leaving out the bank holidays Fri 25 and Mon 28 Dec: Tue 29 Dec 2026.'],
    ['2026-01-31', { amount: 1, unit: 'months' }, '1 month after Sat 31 Jan 2026, the last day of that month: Sat 28 Feb 2026.'],
    ['2026-12-10T14:20', { amount: 48, unit: 'hours' }, '48 hours after 14:20 on Thu 10 Dec 2026: 14:20 on Sat 12 Dec 2026.'],
    ['2026-10-24T12:00', { amount: 24, unit: 'hours' }, '24 hours after 12:00 on Sat 24 Oct 2026, the clocks going back an hour between: 11:00 on Sun 25 Oct 2026.'],
    ['2026-03-29T13:00', { amount: 24, unit: 'hours', direction: 'at-least-before' }, 'At least 24 hours before 13:00 on Sun 29 Mar 2026, the clocks going forward an hour between: 12:00 on Sat 28 Mar 2026 at the latest.'],
    ['2026-12-11T15:00', { amount: 4, unit: 'business-hours' }, '4 office hours after 15:00 on Fri 11 Dec 2026: 11:00 on Mon 14 Dec 2026.'],
    ['2026-12-01', { amount: 1, unit: 'next-meeting', meetings: [on('2026-12-08')] }, 'The next meeting after Tue 1 Dec 2026: Tue 8 Dec 2026.'],
    ['2026-12-08', { amount: 1, unit: 'next-meeting', meetings: [on('2026-12-08')] }, 'No meeting is listed after Tue 8 Dec 2026.'],
    ['2028-12-28', {}, '5 working days after Thu 28 Dec 2028, leaving out the bank holiday Mon 1 Jan: Fri 5 Jan 2029. The bank holidays of 2029 are expected, not yet published.'],
    ['2030-12-30', {}, '5 working days after Mon 30 Dec 2030: Mon 6 Jan 2031. The bank holidays of 2030 are expected, not yet published. The bank holidays of 2031 are not known, so none is left out.'],
  ])('from %s %o', (from, changes, words) => { expect(sentence(from, changes)).toBe(words); });

  test('local closures are named apart from bank holidays', () => {
    const calendar = workingCalendar({ ...office, closures: [{ date: '2026-12-29', label: 'Office closed' }] });
    expect(sentence('2026-12-22', { calendar })).toBe('5 working days after Tue 22 Dec 2026, leaving out the bank holidays Fri 25, Mon 28 Dec 2026 and Fri 1 Jan 2027 and the closure Tue 29 Dec: Mon 4 Jan 2027.');
  });

  test('many days are counted instead of named', () => {
    expect(sentence('2026-01-01', { amount: 400 })).toContain('leaving out 12 bank holidays:');
  });
});

describe('lateness is told in the clock’s own unit', () => {
  const late = (from: string, changes: Partial<Count>, act: string): string | undefined => {
    const moment = parseMoment(from) ?? expect.fail(from);
    return lateness(clock(changes), count(clock(changes), moment), parseDateTime(act) ?? NaN);
  };
  test.each<[string, string, Partial<Count>, string, string | undefined]>([
    ['done on the last day', '2026-12-22', {}, '2026-12-31T23:59', undefined],
    ['two working days late over New Year', '2026-12-22', {}, '2027-01-05T09:00', '2 working days late'],
    ['the Saturday after a Friday', '2026-12-04', {}, '2026-12-12T10:00', '1 day late'],
    ['hours and minutes', '2026-12-10T14:20', { amount: 24, unit: 'hours' }, '2026-12-13T02:05', '35 hours 45 minutes late'],
    ['hours across a clock change', '2026-10-24T12:00', { amount: 24, unit: 'hours' }, '2026-10-25T12:00', '1 hour late'],
    ['office hours', '2026-12-11T15:00', { amount: 1, unit: 'business-hours' }, '2026-12-14T10:30', '2 office hours 30 minutes late'],
    ['calendar days', '2026-12-10', { amount: 28, unit: 'calendar-days' }, '2027-01-10T10:00', '3 calendar days late'],
    ['weeks and days', '2026-12-10', { amount: 1, unit: 'weeks' }, '2026-12-27T10:00', '1 week 3 days late'],
    ['at the last moment is in time', '2026-12-10T10:00', { amount: 24, unit: 'hours' }, '2026-12-11T10:00', undefined],
    ['a minute after it is a minute', '2026-12-10T10:00', { amount: 24, unit: 'hours' }, '2026-12-11T10:01', '1 minute late'],
    ['months to the day, over a new year', '2026-10-10', { amount: 1, unit: 'months' }, '2028-01-10T10:00', '14 months late'],
    ['a day short of a month', '2026-10-10', { amount: 1, unit: 'months' }, '2026-12-09T10:00', '29 days late'],
    ['a month and a day', '2026-10-10', { amount: 1, unit: 'months' }, '2026-12-11T10:00', '1 month 1 day late'],
    ['years are told in months', '2025-10-10', { amount: 1, unit: 'years' }, '2026-12-10T10:00', '2 months late'],
    ['whole weeks', '2026-12-10', { amount: 1, unit: 'weeks' }, '2026-12-31T10:00', '2 weeks late'],
    ['less than a week', '2026-12-10', { amount: 1, unit: 'weeks' }, '2026-12-20T10:00', '3 days late'],
    ['after a meeting', '2026-12-01', { amount: 1, unit: 'next-meeting', meetings: [on('2026-12-08')] }, '2026-12-10T10:00', '2 days late'],
    ['months and days', '2026-01-10', { amount: 6, unit: 'months' }, '2026-09-12T10:00', '2 months 2 days late'],
  ])('%s', (_, from, changes, act, words) => { expect(late(from, changes, act)).toBe(words); });

  test('an act that came too early says by how much', () => {
    const retention = clock({ direction: 'not-before', amount: 12, unit: 'months' });
    const counted = count(retention, parseMoment('2026-12-22') ?? expect.fail());
    expect(earliness(retention, counted, parseDateTime('2027-12-20T10:00') ?? NaN)).toBe('2 days too early');
    expect(earliness(retention, counted, parseDateTime('2027-12-22T00:00') ?? NaN)).toBeUndefined();
  });
});

test('days are named with their weekday, the month once', () => {
  expect(dayWords(on('2026-12-31'))).toBe('Thu 31 Dec 2026');
  expect(dayWords(on('2026-12-31'), { year: false })).toBe('Thu 31 Dec');
  expect(daysWords(['2026-12-25', '2026-12-28', '2027-01-01'].map(on))).toBe('Fri 25, Mon 28 Dec 2026 and Fri 1 Jan 2027');
});

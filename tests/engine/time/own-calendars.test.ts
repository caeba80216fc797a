// Calendars unlike the usual one, and the sentences that only some counts need. Found by changing the code and seeing
// which changes no test noticed.
import { describe, expect, test } from 'vitest';
import { amountWords, civilDate, count, dayOf, explain, listWords, minutesWords, momentWords, parseDateTime, parseDay, parseMoment, weekday, workingCalendar } from '../../../engine/time/index.ts';
import { clock, england, nation, office } from './calendars.ts';
import type { Count } from '../../../engine/time/index.ts';

const on = (text: string): number => parseDay(text) ?? NaN;
const sentence = (from: string, changes: Partial<Count> = {}): string => {
  const moment = parseMoment(from) ?? expect.fail(from);
  return explain(clock(changes), moment, count(clock(changes), moment));
};

describe('a calendar of other weekdays', () => {
  const days = ['mon', 'wed', 'sat'] as const;
  const calendar = workingCalendar({ ...office, days: [...days], holidays: 'none' });
  test.each([1985, 2026, 2055])('works on them and on no others in %i', (year) => {
    let worked = dayOf(year, 1, 1) - 1;
    for (let day = dayOf(year, 1, 1); day <= dayOf(year, 3, 1); day += 1) {
      const works = [0, 2, 5].includes(weekday(day));
      expect(calendar.isWorking(day), civilDate(day)).toBe(works);
      if (!works) continue;
      if (day > dayOf(year, 1, 10)) expect([calendar.add(worked, 1), calendar.add(day, -1), calendar.distance(worked, day)]).toEqual([day, worked, 1]);
      worked = day;
    }
  });
  test('an office that is shut on Thursdays counts its hours from Wednesday to Friday', () => {
    const shut = workingCalendar({ ...office, days: ['mon', 'tue', 'wed', 'fri'], holidays: 'none' });
    const told = (changes: Partial<Count>, from: string) => count(clock({ unit: 'business-hours', calendar: shut, ...changes }), parseMoment(from) ?? expect.fail(from)).date;
    expect(told({ amount: 2 }, '2026-12-09T16:00')).toBe('2026-12-11T10:00');
    expect(told({ amount: 2, direction: 'at-least-before' }, '2026-12-11T10:00')).toBe('2026-12-09T16:00');
  });
  test('names what closes it on its own days only', () => {
    const closing = workingCalendar({ ...office, days: [...days], closures: [{ date: '2026-12-29', label: 'Tuesday' }, { date: '2026-12-30', label: 'Wednesday' }, { date: 'soon', label: 'Never' }] });
    expect([closing.closedOn(on('2026-12-29')), closing.closedOn(on('2026-12-30'))]).toEqual([undefined, { name: 'Wednesday', expected: false, closure: true }]);
  });
});

describe('days of one’s own', () => {
  const extra = (date: string) => workingCalendar({ ...office, additional: [{ date, label: 'Extra' }] });
  test.each(['1970-06-01', '2017-06-01', '2032-06-01', '2100-06-01'])('%s is not worked once it was entered, and the days around it are', (date) => {
    const day = on(date);
    expect([day - 1, day, day + 1].map((one) => extra(date).isWorking(one))).toEqual([day - 1, day, day + 1].map((one) => one !== day && weekday(one) < 5));
    expect(extra(date).closedOn(day)).toEqual({ name: 'Extra', expected: false });
  });
  test('one that lies out of all reason is named, and nothing is counted anew for it', () => {
    expect(extra('2101-06-01').isWorking(on('2101-06-01'))).toBe(true);
    expect(extra('1969-06-02').isWorking(on('1969-06-02'))).toBe(true);
  });
  test('a year of the data keeps its own certainty', () => {
    expect([extra('2026-06-02').certainty(on('2026-03-01')), extra('2029-06-01').certainty(on('2029-03-01')), extra('2032-06-01').certainty(on('2033-03-01'))]).toEqual(['published', 'expected', 'unknown']);
  });
  test('bank holidays are named as they are published, or expected', () => {
    expect([england.closedOn(on('2028-12-25')), england.closedOn(on('2029-12-25')), nation('none').closedOn(on('2028-12-25'))]).toEqual([{ name: 'Christmas Day', expected: false }, { name: 'Christmas Day', expected: true }, undefined]);
  });
});

describe('opening hours and names', () => {
  const hours = (opens: string, closes: string) => { const made = workingCalendar({ ...office, hours: { opens, closes } }); return [made.opens, made.closes]; };
  test('are minutes after midnight; what opens after it closes, or cannot be read, is open all day', () => {
    expect(hours('09:00', '17:30')).toEqual([540, 1050]);
    for (const [opens, closes] of [['17:00', '09:00'], ['09:00', '09:00'], ['25:00', '17:00'], ['09:00', 'five'], ['0900', '17:00']] as const) expect(hours(opens, closes)).toEqual([undefined, undefined]);
    const { hours: _left, ...always } = office;
    expect(workingCalendar(always)).not.toHaveProperty('opens');
  });
  test('a name is the English one where there is one', () => {
    const label = (text: Parameters<typeof workingCalendar>[0]['label']) => workingCalendar({ ...office, label: text }).label;
    expect([label('Office'), label({ cy: 'Swyddfa', en: 'Office' }), label({ cy: 'Swyddfa' }), label({})]).toEqual(['Office', 'Office', 'Swyddfa', '']);
  });
});

describe('sentences', () => {
  const meetings = ['2026-11-10', '2026-12-08', '2027-01-12'].map(on);
  const closing = workingCalendar({ ...office, closures: ['2026-12-29', '2026-12-30'].map((date) => ({ date, label: 'Closed' })) });
  test.each<[string, Partial<Count>, string]>([
    ['2026-11-10', { amount: 1, unit: 'next-meeting', meetings, direction: 'at-least-before' }, 'No meeting is listed before Tue 10 Nov 2026.'],
    ['2026-12-08', { amount: 1, unit: 'next-meeting', meetings, direction: 'at-least-before' }, 'The last meeting before Tue 8 Dec 2026: Tue 10 Nov 2026 at the latest.'],
    ['2026-12-08', { amount: 1, unit: 'next-meeting', meetings, direction: 'at-least-before', triggerDay: 1 }, 'The last meeting on or before Tue 8 Dec 2026: Tue 8 Dec 2026 at the latest.'],
    ['2026-11-01', { amount: 2, unit: 'next-meeting', meetings }, 'The next meeting but 1 after Sun 1 Nov 2026: Tue 8 Dec 2026.'],
    ['2026-11-10', { amount: 1, unit: 'next-meeting', meetings, triggerDay: 1 }, 'The next meeting on or after Tue 10 Nov 2026: Tue 10 Nov 2026.'],
    ['2026-11-01', { amount: 0, unit: 'next-meeting', meetings }, 'The day itself: Sun 1 Nov 2026.'],
    ['2026-12-11', { direction: 'at-least-before', triggerDay: 1 }, 'At least 5 working days back, counting Fri 11 Dec 2026 as day 1: Mon 7 Dec 2026 at the latest.'],
    ['2026-12-11T15:00', { amount: 4, unit: 'business-hours', triggerDay: 1 }, '4 office hours after 15:00 on Fri 11 Dec 2026: 11:00 on Mon 14 Dec 2026.'],
    ['2026-11-28', { amount: 28, unit: 'calendar-days', roll: 'back' }, '28 calendar days after Sat 28 Nov 2026, moved back from Sat 26 Dec to a working day, leaving out the bank holiday Fri 25 Dec: Thu 24 Dec 2026.'],
    ['2028-02-29', { amount: 1, unit: 'years' }, '1 year after Tue 29 Feb 2028, the last day of that month: Wed 28 Feb 2029.'],
    ['2026-01-31', { amount: 1, unit: 'months', triggerDay: 1 }, '1 month on, counting Sat 31 Jan 2026 as day 1: Fri 27 Feb 2026.'],
    ['2026-01-30', { amount: 30, unit: 'calendar-days' }, '30 calendar days after Fri 30 Jan 2026: Sun 1 Mar 2026.'],
    ['2026-12-22', { direction: 'at-least-for', amount: 2, unit: 'weeks' }, 'At least 2 weeks after Tue 22 Dec 2026: Tue 5 Jan 2027 at the earliest.'],
    ['2026-12-22', { calendar: closing }, '5 working days after Tue 22 Dec 2026, leaving out the bank holidays Fri 25, Mon 28 Dec 2026 and Fri 1 Jan 2027 and the closures Tue 29 and Wed 30 Dec: Tue 5 Jan 2027.'],
    ['2026-12-10T14:20', { amount: 24, until: 48, direction: 'window', unit: 'hours' }, '24 to 48 hours after 14:20 on Thu 10 Dec 2026: 14:20 on Fri 11 Dec 2026 to 14:20 on Sat 12 Dec 2026.'],
    ['2026-12-10T14:20', { amount: 24, direction: 'not-before', unit: 'hours' }, 'At least 24 hours after 14:20 on Thu 10 Dec 2026: 14:20 on Fri 11 Dec 2026 at the earliest.'],
    ['2026-12-10T14:20', { amount: 0, unit: 'hours' }, '0 hours after 14:20 on Thu 10 Dec 2026: 14:20 on Thu 10 Dec 2026.'],
    ['2026-12-10', { amount: 0, until: 2, direction: 'window' }, '0 to 2 working days after Thu 10 Dec 2026: Thu 10 Dec 2026 to Mon 14 Dec 2026.'],
    ['2026-10-23T15:00', { amount: 4, unit: 'business-hours' }, '4 office hours after 15:00 on Fri 23 Oct 2026: 11:00 on Mon 26 Oct 2026.'],
    ['2026-12-12', { amount: 0, roll: 'back' }, 'The day itself, Sat 12 Dec 2026, moved back from Sat 12 Dec to a working day: Fri 11 Dec 2026.'],
    ['2028-12-20', { amount: 300 }, '300 working days after Wed 20 Dec 2028, leaving out 11 bank holidays: Thu 28 Feb 2030. The bank holidays of 2029 and 2030 are expected, not yet published.'],
    ['2031-05-01', {}, '5 working days after Thu 1 May 2031: Thu 8 May 2031. The bank holidays of 2031 are not known, so none is left out.'],
    ['2030-12-20', { direction: 'at-least-before', amount: 300 }, 'At least 300 working days before Fri 20 Dec 2030, leaving out the bank holidays Tue 25, Wed 26 Dec 2029, Tue 1 Jan, Fri 19, Mon 22 Apr, Mon 6, Mon 27 May and Mon 26 Aug 2030: Tue 16 Oct 2029 at the latest. The bank holidays of 2029 and 2030 are expected, not yet published.'],
    ['2026-11-20T18:00', { cutOff: 1020, amount: 1, unit: 'weeks' }, '1 week after Sat 21 Nov 2026 (it came after 17:00 on Fri 20 Nov): Sat 28 Nov 2026.'],
    ['2030-12-30', { unit: 'hours', amount: 72 }, '72 hours after 00:00 on Mon 30 Dec 2030: 00:00 on Thu 2 Jan 2031.'],
  ])('from %s %o', (from, changes, words) => { expect(sentence(from, changes)).toBe(words); });

  test('lengths, lists and moments', () => {
    expect([0, 1, 59, 60, 61, 120, 125].map((minutes) => minutesWords(minutes))).toEqual(['0 minutes', '1 minute', '59 minutes', '1 hour', '1 hour 1 minute', '2 hours', '2 hours 5 minutes']);
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => listWords(items, 'or'))).toEqual(['', 'a', 'a or b', 'a, b or c']);
    expect((['hours', 'business-hours', 'calendar-days', 'working-days', 'weeks', 'months', 'years', 'next-meeting'] as const).map((unit, n) => amountWords(n, unit))).toEqual(['0 hours', '1 office hour', '2 calendar days', '3 working days', '4 weeks', '5 months', '6 years', '7 meetings']);
    expect(momentWords(parseDateTime('2026-07-01T09:05') ?? NaN)).toBe('09:05 on Wed 1 Jul 2026');
  });
});

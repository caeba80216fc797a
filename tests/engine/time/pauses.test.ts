// What is left of a time when a pause begins is left of it when the pause is over.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterPause, bounds, civilDate, endOfDay, leftWords, londonDay, parseDateTime, parseDay, startOfDay, workingCalendar, type Count } from '../../../engine/time/index.ts';

const calendar = workingCalendar({ label: 'Office', days: ['mon', 'tue', 'wed', 'thu', 'fri'], holidays: 'england-and-wales', hours: { opens: '09:00', closes: '17:00' } });
const counting = (unit: Count['unit'], amount: number, more: Partial<Count> = {}): Count => ({ direction: 'within', amount, unit, calendar, triggerDay: 0, roll: 'none', ...more });
const day = (text: string): number => parseDay(text) ?? NaN;
const moment = (text: string): number => parseDateTime(text) ?? NaN;
const paused = (count: Count, due: string, from: string, to: string): string => civilDate(londonDay(afterPause(count, endOfDay(day(due)), { first: moment(from), after: moment(to) }, 'latest')));

describe('after a pause', () => {
  test('two working days left on Wednesday are two working days after the last day of the pause', () => {
    expect(paused(counting('working-days', 5), '2026-12-11', '2026-12-09T10:00', '2026-12-21T00:00')).toBe('2026-12-22');
  });

  test('bank holidays are left out of what is left', () => {
    expect(paused(counting('working-days', 5), '2026-12-11', '2026-12-09T10:00', '2026-12-24T00:00')).toBe('2026-12-29');
  });

  test('calendar days move by the days paused', () => {
    expect(paused(counting('calendar-days', 10), '2026-12-11', '2026-12-09T10:00', '2026-12-20T10:00')).toBe('2026-12-22');
  });

  test('a day that is not worked is left as it is, or rolled as the clock rolls', () => {
    const moved = (roll: Count['roll'], to: string) => paused(counting('calendar-days', 10, { roll }), '2026-12-11', '2026-12-09T10:00', to);
    expect([moved('none', '2026-12-17T10:00'), moved('forward', '2026-12-17T10:00'), moved('back', '2026-12-17T10:00')]).toEqual(['2026-12-19', '2026-12-21', '2026-12-18']);
    expect([moved('none', '2026-12-14T10:00'), moved('forward', '2026-12-14T10:00'), moved('back', '2026-12-14T10:00')]).toEqual(['2026-12-16', '2026-12-16', '2026-12-16']);
  });

  test('an earliest moment is the beginning of its day', () => {
    const pause = { first: moment('2026-12-09T10:00'), after: moment('2026-12-20T10:00') };
    expect(afterPause(counting('calendar-days', 10, { direction: 'not-before' }), startOfDay(day('2026-12-11')), pause, 'earliest')).toBe(startOfDay(day('2026-12-22')));
  });

  test('what was due on the day the pause began is due on the day it is over', () => {
    expect(paused(counting('working-days', 5), '2026-12-09', '2026-12-09T10:00', '2026-12-21T00:00')).toBe('2026-12-21');
  });

  test('a meeting missed is the next meeting; one still to come stays', () => {
    const meetings = [day('2026-12-10'), day('2027-01-14')];
    expect(paused(counting('next-meeting', 1, { meetings }), '2026-12-10', '2026-12-09T10:00', '2026-12-21T00:00')).toBe('2027-01-14');
    expect(paused(counting('next-meeting', 1, { meetings }), '2027-01-14', '2026-12-09T10:00', '2026-12-21T00:00')).toBe('2027-01-14');
    expect(paused(counting('next-meeting', 1, { meetings }), '2027-01-14', '2026-12-09T10:00', '2027-01-14T00:00')).toBe('2027-01-14');
    expect(paused(counting('next-meeting', 1, { meetings }), '2026-12-10', '2026-12-09T10:00', '2027-01-14T00:00')).toBe('2027-01-14');
    expect(paused(counting('next-meeting', 1), '2026-12-10', '2026-12-09T10:00', '2026-12-21T00:00')).toBe('2026-12-21');
  });

  test('hours are hours, office hours are office hours', () => {
    const pause = { first: moment('2026-12-09T10:00'), after: moment('2026-12-14T12:00') };
    expect(afterPause(counting('hours', 24), moment('2026-12-09T12:30'), pause, 'latest')).toBe(moment('2026-12-14T14:30'));
    expect(afterPause(counting('business-hours', 8), moment('2026-12-10T11:00'), pause, 'latest')).toBe(moment('2026-12-15T13:00'));
  });

  test('is said in the unit of the clock', () => {
    const at = moment('2026-12-09T10:00');
    expect(leftWords(counting('working-days', 5), at, endOfDay(day('2026-12-14')))).toBe('3 working days');
    expect(leftWords(counting('months', 1), at, endOfDay(day('2026-12-14')))).toBe('5 days');
    expect(leftWords(counting('hours', 24), at, moment('2026-12-09T12:30'))).toBe('2 hours 30 minutes');
    expect(leftWords(counting('business-hours', 8), at, moment('2026-12-10T10:00'))).toBe('8 office hours');
  });

  test('of whole days, as many working days are left after it as were left before', () => {
    fc.assert(fc.property(fc.integer({ min: 20_000, max: 21_000 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 90 }), (start, amount, into, length) => {
      const count = counting('working-days', amount);
      const { latest = 0 } = bounds(count, { day: start });
      const first = startOfDay(start + into) + 3_600_000;
      fc.pre(first < latest);
      const after = startOfDay(start + into + length + 1);
      const moved = afterPause(count, latest, { first, after }, 'latest');
      const left = calendar.distance(start + into, londonDay(latest));
      if (left > 0) expect(calendar.distance(start + into + length, londonDay(moved))).toBe(left);
      expect(moved).toBeGreaterThanOrEqual(latest);
      expect(moved).toBeGreaterThanOrEqual(after);
    }));
  });
});

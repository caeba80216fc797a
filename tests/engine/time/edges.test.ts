// What lies at the edges of counting: hours in every direction, rolling, amounts of nothing, windows without a close,
// meetings, and how late to the day. Found by changing the code and seeing which changes no test noticed.
import { describe, expect, test } from 'vitest';
import { bounds, civilDate, civilDateTime, count, earliness, lateness, londonDay, meetingDays, parseDateTime, parseDay, parseMoment } from '../../../engine/time/index.ts';
import { clock, england } from './calendars.ts';
import type { Count, Moment } from '../../../engine/time/index.ts';

const on = (text: string): number => parseDay(text) ?? NaN;
const at = (text: string): Moment => parseMoment(text) ?? expect.fail(text);
const moment = (text: string): number => parseDateTime(text) ?? expect.fail(text);
const days = (found: readonly number[]): readonly string[] => found.map(civilDate);

describe('hours bound an act as days do', () => {
  const told = (changes: Partial<Count>, from = '2026-12-10T10:00') => {
    const { earliest, latest } = bounds(clock({ amount: 24, unit: 'hours', ...changes }), at(from));
    return [earliest === undefined ? '' : civilDateTime(earliest), latest === undefined ? '' : civilDateTime(latest)];
  };
  test.each([
    ['at-least-after', ['2026-12-11T10:00', '']], ['not-before', ['2026-12-11T10:00', '']], ['at-least-for', ['2026-12-11T10:00', '']],
    ['within', ['', '2026-12-11T10:00']], ['at-least-before', ['', '2026-12-09T10:00']], ['on', ['2026-12-11T10:00', '2026-12-11T10:00']],
  ] as const)('%s', (direction, expected) => { expect(told({ direction })).toEqual(expected); });

  test('a window closes at its second amount, and at its first where it has no second', () => {
    expect(told({ direction: 'window', until: 48 })).toEqual(['2026-12-11T10:00', '2026-12-12T10:00']);
    expect(told({ direction: 'window' })).toEqual(['2026-12-11T10:00', '2026-12-11T10:00']);
  });

  test('no office hours after a moment is that moment, also in the evening', () => {
    expect(count(clock({ amount: 0, unit: 'business-hours' }), at('2026-12-10T18:30')).date).toBe('2026-12-10T18:30');
  });

  test('a whole office day before closing time begins at opening time', () => {
    expect(count(clock({ direction: 'at-least-before', amount: 8, unit: 'business-hours' }), at('2026-12-11T17:00')).date).toBe('2026-12-11T09:00');
  });

  test.each([
    ['1970-01-02', '1970-01-02T10:00', 1, '1970-01-02T09:00'], ['1970-01-01', '1970-01-02T10:00', 2, '1970-01-01T16:00'],
    ['the day before', '1970-01-02T10:00', 10, '1969-12-31T16:00'], ['and the one before that', '1970-01-02T10:00', 20, '1969-12-30T14:00'],
  ])('office hours are counted back across the first day of the calendar: %s', (_, from, amount, date) => {
    expect(count(clock({ direction: 'at-least-before', amount, unit: 'business-hours' }), at(from)).date).toBe(date);
  });
});

describe('days', () => {
  test.each<[string, string, Partial<Count>, string, string]>([
    ['on a day that is not worked rolls on, whole', '2026-11-27', { direction: 'on', amount: 28, unit: 'calendar-days', roll: 'forward' }, '2026-12-29', '2026-12-29'],
    ['both ends of a window roll', '2026-11-27', { direction: 'window', amount: 28, until: 30, unit: 'calendar-days', roll: 'forward' }, '2026-12-29', '2026-12-29'],
    ['a window without a second amount is one day', '2026-12-01', { direction: 'window', amount: 8 }, '2026-12-11', '2026-12-11'],
    ['rolled further back from a planned act', '2026-12-26', { direction: 'at-least-before', amount: 7, unit: 'calendar-days', roll: 'back' }, '', '2026-12-18'],
    ['weeks, the trigger day being day 1', '2026-12-01', { amount: 2, unit: 'weeks', triggerDay: 1 }, '', '2026-12-14'],
    ['years, the trigger day being day 1', '2026-12-01', { amount: 1, unit: 'years', triggerDay: 1 }, '', '2027-11-30'],
    ['no meeting on is the day itself', '2026-12-01', { amount: 0, unit: 'next-meeting', meetings: [on('2026-11-10'), on('2026-12-08')] }, '', '2026-12-01'],
    ['a meeting stays on a Saturday', '2026-12-01', { amount: 1, unit: 'next-meeting', roll: 'forward', meetings: [on('2026-12-12')] }, '', '2026-12-12'],
  ])('%s', (_, from, changes, earliest, latest) => {
    const found = bounds(clock(changes), at(from));
    expect([found.earliest, found.latest].map((instant) => (instant === undefined ? '' : civilDate(londonDay(instant))))).toEqual([earliest, latest]);
  });

  const left = (from: string, changes: Partial<Count>) => count(clock(changes), at(from)).leftOut.map(({ day }) => civilDate(day));
  test('the day that a date rolled back from is left out by name', () => {
    expect(left('2026-11-27', { amount: 28, unit: 'calendar-days', roll: 'back' })).toEqual(['2026-12-25']);
  });
  test('a meeting rests on no bank holiday, and neither do hours', () => {
    expect(left('2026-12-01', { amount: 1, unit: 'next-meeting', roll: 'forward', meetings: [on('2026-12-28')] })).toEqual([]);
    expect(left('2026-12-24T10:00', { amount: 48, unit: 'hours', roll: 'forward' })).toEqual([]);
  });
  test('office hours leave out a bank holiday that is the trigger day', () => {
    expect(left('2026-12-25T10:00', { amount: 1, unit: 'business-hours' })).toEqual(['2026-12-25', '2026-12-28']);
  });
});

describe('how late', () => {
  test('without a bound on that side nothing is late, and nothing too early', () => {
    expect(lateness(clock({ direction: 'not-before' }), {}, moment('2030-01-01T10:00'))).toBeUndefined();
    expect(earliness(clock(), {}, moment('2020-01-01T10:00'))).toBeUndefined();
  });
});

describe('the days a body meets', () => {
  const met = (calendar: Parameters<typeof meetingDays>[0], from: string, until: string) => days(meetingDays(calendar, england, on(from), on(until)));
  test('are those agreed, in order and once, from the first day asked to the last, both included', () => {
    const dates = ['2026-12-08', '2026-11-10', '2026-12-08', '2027-01-12'];
    expect(met({ label: 'Panel', dates }, '2026-11-10', '2027-01-12')).toEqual(['2026-11-10', '2026-12-08', '2027-01-12']);
    expect(met({ label: 'Panel', dates }, '2026-11-11', '2027-01-11')).toEqual(['2026-12-08']);
    expect(met({ label: 'Panel' }, '2026-11-11', '2027-01-11')).toEqual([]);
  });
  test('what is no date is no meeting', () => {
    expect(met({ label: 'Panel', dates: ['2026-12-08', 'in spring'] }, '2026-01-01', '2027-12-31')).toEqual(['2026-12-08']);
  });
  test.each<[string, NonNullable<Parameters<typeof meetingDays>[0]['monthly']>, readonly string[]]>([
    ['the second Tuesday', { week: 2, day: 'tue' }, ['2026-11-10', '2026-12-08', '2027-01-12', '2027-02-09']],
    ['the first Monday', { week: 1, day: 'mon' }, ['2026-11-02', '2026-12-07', '2027-01-04', '2027-02-01']],
    ['the last Friday', { week: -1, day: 'fri' }, ['2026-11-27', '2026-12-25', '2027-01-29', '2027-02-26']],
    ['the last working day', { lastWorkingDay: true }, ['2026-11-30', '2026-12-31', '2027-01-29', '2027-02-26']],
  ])('%s of every month, over a new year', (_, monthly, expected) => {
    expect(met({ label: 'Panel', monthly }, '2026-11-01', '2027-02-28')).toEqual(expected);
  });
  test('twelve a year, for as many years as are asked', () => {
    expect(met({ label: 'Panel', monthly: { week: 2, day: 'tue' } }, '2026-03-01', '2029-02-28')).toHaveLength(36);
    expect(met({ label: 'Panel', monthly: { week: 2, day: 'tue' } }, '2027-02-28', '2026-03-01')).toEqual([]);
  });
  test('none lies outside the time for which the calendar is in force', () => {
    const monthly = { week: 2, day: 'tue' } as const;
    expect(met({ label: 'Panel', monthly, inForce: { from: '2026-12-08', until: '2027-01-12' } }, '2026-11-01', '2027-02-28')).toEqual(['2026-12-08', '2027-01-12']);
    expect(met({ label: 'Panel', monthly, inForce: { from: '2026-12-09' } }, '2026-11-01', '2027-02-28')).toEqual(['2027-01-12', '2027-02-09']);
    expect(met({ label: 'Panel', monthly, inForce: { from: '2020-01-01', until: '2040-01-01' } }, '2026-11-01', '2026-11-30')).toEqual(['2026-11-10']);
  });
});

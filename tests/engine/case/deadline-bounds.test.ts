// From when and until when a deadline holds: for each direction of counting, with a date agreed in its place, on the days on
// which it is in force, by the calendar of those days, and for a task that cannot come up.
import { describe, expect, test } from 'vitest';
import type { DeadlineView } from '../../../engine/case/types.ts';
import type { Procedure, Task, Timescale } from '../../../engine/procedure/types.ts';
import { civilDateTime } from '../../../engine/time/index.ts';
import { answered, done, fiveDays, opened, procedureWith, sent, standing, type Entry } from './clockwork.ts';

const start = '2026-12-22T09:00';
const alerted: readonly Entry[] = [opened(start, { aware: '2026-12-22' }), sent(start, 'send-alert', 'health')];
const ended: Entry = ['2026-12-23T09:00', 'decisionTaken', { task: 'outcome', options: ['end'] }];
const agreed = (to: string, reason = 'Family away.', at = '2026-12-30T09:00'): Entry => [at, 'timescaleExtended', { timescale: 'clock', to, reason }];
const bound = (at: number | undefined): string => (at === undefined ? '' : civilDateTime(at));
const all = (clock: Timescale, log: readonly Entry[], asOf: string, fit = (bare: Procedure) => bare): readonly DeadlineView[] => standing(fit(procedureWith({ clock })), log, asOf);
const first = (clock: Timescale, log: readonly Entry[], asOf: string): DeadlineView => all(clock, log, asOf)[0] ?? expect.fail('no deadline');
const brief = ({ state, date, earliest, latest, lateWords, day, days, extendedFrom }: DeadlineView): string => [state, date, bound(earliest), bound(latest), lateWords, day === undefined ? undefined : `${day} of ${days}`, extendedFrom && `not ${extendedFrom}`].map((part) => part ?? '').join(' | ');

describe('by its direction a deadline is not yet, due, overdue, met or met late', () => {
  const [within, on, from, back] = ['2026-12-31 |  | 2026-12-31T23:59', '2026-12-31 | 2026-12-31T00:00 | 2026-12-31T23:59', '2026-12-31 | 2026-12-31T00:00 | ', '2026-12-15 |  | 2026-12-15T23:59'];
  test.each<[direction: Timescale['direction'], onTheNextDay: string, weeksAfter: string, early: string, late: string]>([
    ['within', `due | ${within} |  | 1 of 5 | `, `overdue | ${within} | 13 working days late | 18 of 5 | `, `met | ${within} |  |  | `, `met-late | ${within} | 7 working days late |  | `],
    ['on', `due | ${on} |  | 1 of 5 | `, `overdue | ${on} | 13 working days late | 18 of 5 | `, `met | ${on} | 3 working days too early |  | `, `met-late | ${on} | 7 working days late |  | `],
    ['not-before', `not-yet | ${from} |  |  | `, `due | ${from} |  |  | `, `met-late | ${from} | 3 working days too early |  | `, `met | ${from} |  |  | `],
    ['at-least-after', `not-yet | ${from} |  |  | `, `due | ${from} |  |  | `, `met-late | ${from} | 3 working days too early |  | `, `met | ${from} |  |  | `],
    ['at-least-for', `not-yet | ${from} |  |  | `, `met | ${from} |  |  | `, `met-late | ${from} | 3 working days too early |  | `, `met | ${from} |  |  | `],
    ['at-least-before', `overdue | ${back} | 6 working days late |  | `, `overdue | ${back} | 23 working days late |  | `, `met-late | ${back} | 7 working days late |  | `, `met-late | ${back} | 17 working days late |  | `],
  ])('%s', (direction, onTheNextDay, weeksAfter, early, late) => {
    const clock: Timescale = { ...fiveDays, direction };
    expect([brief(first(clock, alerted, '2026-12-23T09:00')), brief(first(clock, alerted, '2027-01-20T09:00'))]).toEqual([onTheNextDay, weeksAfter]);
    expect(['2026-12-24T09:00', '2027-01-12T09:00'].map((at) => brief(first(clock, [...alerted, done(at, 'write')], '2027-01-20T09:00')))).toEqual([early, late]);
  });

  test.each<[direction: Timescale['direction'], at: string, state: string]>([
    ['within', '2026-12-31T23:59', 'met'], ['within', '2027-01-01T00:00', 'met-late'], ['not-before', '2026-12-31T00:00', 'met'], ['not-before', '2026-12-30T23:59', 'met-late'], ['at-least-before', '2026-12-15T23:59', 'met'], ['at-least-before', '2026-12-16T00:00', 'met-late'],
  ])('%s, done at %s, is %s', (direction, at, state) => {
    const log: readonly Entry[] = [opened('2026-12-01T09:00', { aware: '2026-12-22' }), sent('2026-12-01T09:00', 'send-alert', 'health'), done(at, 'write')];
    expect(first({ ...fiveDays, direction }, log, '2027-01-20T09:00').state).toBe(state);
  });

  test.each([['2026-12-30T23:59', 'not-yet'], ['2026-12-31T00:00', 'due']])('not before a day, at %s it is %s', (asOf, state) => {
    expect(first({ ...fiveDays, direction: 'not-before' }, alerted, asOf).state).toBe(state);
  });
});

describe('a date agreed in place of the counted one', () => {
  test.each<[name: string, changes: Partial<Timescale>, log: readonly Entry[], told: string]>([
    ['is due to the end of its day', {}, [agreed('2027-01-08')], 'due | 2027-01-08 |  | 2027-01-08T23:59 |  | 4 of 10 | not 2026-12-31'],
    ['is due to its very minute where one is named', {}, [agreed('2027-01-08T12:00')], 'due | 2027-01-08T12:00 |  | 2027-01-08T12:00 |  | 4 of 10 | not 2026-12-31'],
    ['gives way to a later one', {}, [agreed('2027-01-08'), agreed('2027-01-11', 'Still.')], 'due | 2027-01-11 |  | 2027-01-11T23:59 |  | 4 of 11 | not 2026-12-31'],
    ['of another deadline changes nothing', {}, [['2026-12-30T09:00', 'timescaleExtended', { timescale: 'other', to: '2027-01-08', reason: 'So.' }]], 'due | 2026-12-31 |  | 2026-12-31T23:59 |  | 4 of 5 | '],
    ['is the only day where it is for a day', { direction: 'on' }, [agreed('2027-01-08')], 'due | 2027-01-08 |  | 2027-01-08T23:59 |  | 4 of 10 | not 2026-12-31'],
    ['is the first day where nothing may be before it', { direction: 'not-before' }, [agreed('2027-01-08')], 'not-yet | 2027-01-08 | 2027-01-08T00:00 |  |  |  | not 2026-12-31'],
    ['is the first minute where one is named', { direction: 'not-before' }, [agreed('2027-01-08T12:00')], 'not-yet | 2027-01-08T12:00 | 2027-01-08T12:00 |  |  |  | not 2026-12-31'],
    ['is the first day where so much must lie between', { direction: 'at-least-after' }, [agreed('2027-01-08')], 'not-yet | 2027-01-08 | 2027-01-08T00:00 |  |  |  | not 2026-12-31'],
    ['is the first day where it must last so long', { direction: 'at-least-for' }, [agreed('2027-01-08')], 'not-yet | 2027-01-08 | 2027-01-08T00:00 |  |  |  | not 2026-12-31'],
    ['is the last day where it must be so long before', { direction: 'at-least-before' }, [agreed('2027-01-08')], 'due | 2027-01-08 |  | 2027-01-08T23:59 |  |  | not 2026-12-15'],
    ['stands where the source gives none', { amount: { gap: 'No time.' } }, [agreed('2027-01-08')], 'due | 2027-01-08 |  | 2027-01-08T23:59 |  |  | '],
    ['stands while nothing starts the count', { from: { done: 'copy' } }, [agreed('2027-01-08')], 'due | 2027-01-08 |  | 2027-01-08T23:59 |  |  | '],
    ['is followed by no day of days where hours are counted', { amount: 24, unit: 'hours', from: { opened: true } }, [agreed('2027-01-08T10:00')], 'due | 2027-01-08T10:00 |  | 2027-01-08T10:00 |  |  | not 2026-12-23T09:00'],
  ])('%s', (_name, changes, log, told) => {
    expect(brief(first({ ...fiveDays, ...changes }, [...alerted, ...log], '2026-12-30T10:00'))).toBe(told);
  });

  test('says how the other was counted and who agreed it why', () => {
    expect(first(fiveDays, [...alerted, agreed('2027-01-08T12:00')], '2026-12-30T10:00')).toStrictEqual({
      timescale: 'clock', task: 'write', label: 'Write the report', state: 'due', date: '2027-01-08T12:00', latest: Date.UTC(2027, 0, 8, 12), extendedFrom: '2026-12-31', countedFrom: '“Became aware on”', day: 4, days: 10, basis: 'local', cites: [], needsReason: false, certainty: 'published',
      sentence: '5 working days after Tue 22 Dec 2026, leaving out the bank holidays Fri 25 and Mon 28 Dec: Thu 31 Dec 2026. Extended to 12:00 on Fri 8 Jan 2027: Family away.',
    });
  });
});

describe('the date of another deadline', () => {
  const dates = (timescales: Readonly<Record<string, Timescale>>, log: readonly Entry[], asOf = '2027-01-04T09:00') => standing(procedureWith(timescales), log, asOf).map(({ timescale, recipient, date }) => [timescale, recipient, date].filter((part) => part !== undefined).join(' '));
  const second: Timescale = { ...fiveDays, from: { due: 'first' } };

  test('is the last of its recipients’', () => {
    const log = [...alerted, sent('2026-12-29T10:00', 'checks', 'police'), sent('2026-12-30T10:00', 'checks', 'health')];
    expect(dates({ first: { ...fiveDays, for: 'checks', each: 'recipient', from: { sent: 'checks' } }, second }, log)).toEqual(['first police 2027-01-06', 'first health 2027-01-07', 'second 2027-01-14']);
  });

  test('is a minute where hours are counted, and a day where they are not', () => {
    const hours: Timescale = { ...fiveDays, amount: 24, unit: 'hours', from: { var: 'incident-at' } };
    const log = [opened(start, { 'incident-at': '2026-12-21T22:30' }), sent(start, 'send-alert', 'health')];
    expect(dates({ first: hours, second: { ...hours, amount: 2, from: { due: 'first' } }, third: second }, log)).toEqual(['first 2026-12-22T22:30', 'second 2026-12-23T00:30', 'third 2026-12-31']);
  });

  test('is the earliest where it has no latest, and none where two wait for one another', () => {
    expect(dates({ first: { ...fiveDays, direction: 'not-before' }, second }, alerted)).toEqual(['first 2026-12-31', 'second 2027-01-08']);
    expect(dates({ first: { ...fiveDays, from: { due: 'second' } }, second }, alerted)).toEqual(['first', 'second']);
  });
});

describe('a deadline that is in force for part of the time', () => {
  const later = '2027-02-22T10:00';
  test.each<[name: string, from: Timescale['from'], inForce: Timescale['inForce'], log: readonly Entry[], there: boolean]>([
    ['counted from the only day', { var: 'aware' }, { from: '2026-12-22', until: '2026-12-22' }, [], true], ['counted from a day before', { var: 'aware' }, { from: '2026-12-23' }, [], false], ['counted from a day after', { var: 'aware' }, { until: '2026-12-21' }, [], false],
    ['counted from a minute of the only day', { opened: true }, { from: '2026-12-22', until: '2026-12-22' }, [], true], ['counted from a minute of a day before', { opened: true }, { from: '2026-12-23' }, [], false],
    ['not counted yet, on its first day', { done: 'copy' }, { from: '2027-02-22' }, [], true], ['not counted yet, before its first day', { done: 'copy' }, { from: '2027-02-23' }, [], false],
    ['not counted, and agreed on its only day', { done: 'copy' }, { from: '2026-12-30', until: '2026-12-30' }, [agreed('2027-03-01')], true], ['not counted, and agreed before its first day', { done: 'copy' }, { from: '2026-12-31' }, [agreed('2027-03-01')], false],
  ])('%s', (_name, from, inForce, log, there) => {
    expect(all({ ...fiveDays, from, ...(inForce && { inForce }) }, [...alerted, ...log], later)).toHaveLength(there ? 1 : 0);
  });
});

test.each<[name: string, from: Timescale['from'], began: string, date: string]>([
  ['a day on which it is in force', { var: 'aware' }, '2026-12-22', '2026-12-30'], ['a minute of it', { opened: true }, '2026-12-22', '2026-12-30'], ['the day before', { var: 'aware' }, '2026-12-21', '2026-12-30'], ['a minute of the day after', { opened: true }, '2026-12-23', '2027-01-04'],
])('a calendar with Saturdays in it counts from %s, and the usual one from others', (_name, from, began, date) => {
  const at = `${began}T09:00`;
  const six = (bare: Procedure): Procedure => ({ ...bare, calendars: { ...bare.calendars, six: { label: 'Six days', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], holidays: 'england-and-wales', inForce: { from: '2026-12-22', until: '2026-12-22' } } } });
  expect(all({ ...fiveDays, calendar: 'six', from }, [opened(at, { aware: began }), sent(at, 'send-alert', 'health')], `${began}T10:00`, six)[0]?.date).toBe(date);
});

test.each<[name: string, more: Partial<Task>, log: readonly Entry[], states: readonly string[]]>([
  ['may come up', {}, [], ['overdue']], ['cannot come up in a case that closed', {}, [ended], []], ['may come up after that', { afterClosing: true }, [ended], ['overdue']],
  ['is not in force yet', { inForce: { from: '2027-01-06' } }, [], []], ['is in force on the day', { inForce: { from: '2027-01-05' } }, [], ['overdue']],
  ['is not asked, since a rule relieves of it', {}, [answered('2026-12-22T10:00', 'died', true)], []], ['is asked, since no rule relieves of it', {}, [answered('2026-12-22T10:00', 'died', false)], ['overdue']],
  ['belongs to a stage that may come', { in: ['ended'] }, [], ['overdue']], ['belongs to a stage that is over', { in: ['alert'] }, [], []],
])('the deadline of a task that %s', (_name, more, log, states) => {
  const keep = (bare: Procedure): Procedure => ({ ...bare, rules: { relieved: { label: 'Not after a death', if: { var: 'died' }, then: { relieve: { task: 'keep' } }, strength: 'may' } }, tasks: { ...bare.tasks, keep: { shape: 'record', label: 'Keep the file', by: ['manager'], raised: 'by-choice', ...more } } });
  expect(all({ ...fiveDays, for: 'keep' }, [...alerted, ...log], '2027-01-05T09:00', keep).map(({ state }) => state)).toEqual(states);
});

test('a deadline of a task that there is not is none', () => {
  expect(all({ ...fiveDays, for: 'dance' }, alerted, start)).toEqual([]);
});

describe('the very end', () => {
  const clock: Timescale = { ...fiveDays, amount: 1, unit: 'hours', from: { opened: true }, onLapse: 'reason' };
  test.each<[asOf: string, state: string, asked: boolean]>([['2026-12-22T10:00', 'due', false], ['2026-12-22T10:01', 'overdue', true]])('at %s a deadline of 10:00 is %s', (asOf, state, asked) => {
    const { state: found, needsReason } = first(clock, alerted, asOf);
    expect([found, needsReason]).toEqual([state, asked]);
  });

  test.each<[onLapse: Timescale['onLapse'], at: string, asked: boolean]>([['reason', '2026-12-22T09:30', false], ['reason', '2026-12-22T10:30', true], [undefined, '2026-12-22T10:30', false]])('where “%s” follows and it was done at %s, why is asked: %s', (onLapse, at, asked) => {
    const { onLapse: _onLapse, ...plain } = clock;
    expect(first({ ...plain, ...(onLapse && { onLapse }) }, [...alerted, done(at, 'write')], '2026-12-22T12:00').needsReason).toBe(asked);
  });
});

test.each<[name: string, changes: Partial<Timescale>, log: readonly Entry[], shown: string]>([
  ['is the day counted to of all of them', {}, [], '1 of 5'], ['is 0 on the day from which it is counted', {}, [opened('2026-12-22T09:00', { aware: '2026-12-23' }), sent(start, 'send-alert', 'health')], '0 of 5'],
  ['is none before that day', {}, [opened('2026-12-22T09:00', { aware: '2026-12-24' }), sent(start, 'send-alert', 'health')], ''], ['is none where no day is counted', { amount: 0 }, [], ''],
  ['counts each day where all days count', { unit: 'calendar-days' }, [], '1 of 5'], ['counts from 1 where the first day counts', { triggerDay: 1 }, [], '2 of 5'],
  ['is none to a meeting', { amount: 1, unit: 'next-meeting', meeting: 'group' }, [], ''], ['is none back from a day', { direction: 'at-least-before', amount: 0 }, [], ''],
])('the day of days %s', (_name, changes, log, shown) => {
  const { day, days } = first({ ...fiveDays, ...changes }, log.length === 0 ? alerted : log, '2026-12-23T09:00');
  expect(day === undefined ? '' : `${day} of ${days}`).toBe(shown);
});

test('there is no date beyond the meetings that are listed', () => {
  const late = '2041-06-03T09:00';
  expect(all({ ...fiveDays, amount: 1, unit: 'next-meeting', meeting: 'group' }, [opened(late, { aware: '2041-06-03' }), sent(late, 'send-alert', 'health')], late).map(({ state, date }) => [state, date])).toEqual([['no-date', undefined]]);
});

test('an amount that the table does not give is waited for', () => {
  const looked: Timescale = { ...fiveDays, amount: { lookup: { table: 'lengths', with: { var: 'size' } } } };
  expect(all(looked, [...alerted, answered(start, 'size', 'large')], start).map(({ state, sentence }) => [state, sentence])).toEqual([['pending', 'Waits for: the answer that sets how long it is.']]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { civilDate, civilDateTime, count, dayOf, endOfDay, explain, londonDay, parseDay, parseMoment, startOfDay, workingCalendar } from '../../../engine/time/index.ts';
import { clock, england, nation, office } from './calendars.ts';
import type { Count, Moment, Unit } from '../../../engine/time/index.ts';

const on = (text: string): number => parseDay(text) ?? NaN;
const at = (text: string): Moment => parseMoment(text) ?? expect.fail(text);
function expectDue(from: string, changes: Partial<Count>, date: string): void {
  const calendar = clock(changes);
  expect(count(calendar, at(from)).date, explain(calendar, at(from), count(calendar, at(from)))).toBe(date);
}

describe('within', () => {
  test.each([
    ['five working days over Christmas 2026', '2026-12-22', 5, 'working-days', '2026-12-31'],
    ['five working days from a Saturday', '2026-09-05', 5, 'working-days', '2026-09-11'],
    ['fifteen working days over Easter 2026', '2026-03-25', 15, 'working-days', '2026-04-17'],
    ['no working days: the day itself', '2026-12-22', 0, 'working-days', '2026-12-22'],
    ['28 calendar days', '2026-12-10', 28, 'calendar-days', '2027-01-07'],
    ['two weeks', '2026-12-10', 2, 'weeks', '2026-12-24'],
    ['one month from the 31st', '2026-01-31', 1, 'months', '2026-02-28'],
    ['six months from 31 August, into a leap year', '2027-08-31', 6, 'months', '2028-02-29'],
    ['one year from a leap day', '2028-02-29', 1, 'years', '2029-02-28'],
  ] as const)('%s', (_, from, amount, unit, date) => { expectDue(from, { amount, unit }, date); });

  test('ends with the last moment of the last day, in winter and in summer', () => {
    expect(count(clock(), at('2026-12-22')).latest).toBe(endOfDay(on('2026-12-31')));
    expect(count(clock(), at('2026-06-01')).latest).toBe(Temporal.Instant.from('2026-06-08T22:59:59.999Z').epochMilliseconds);
    expect(count(clock(), at('2026-12-22')).earliest).toBeUndefined();
  });

  test('a moment counts from its day in London, not in Greenwich', () => {
    expectDue('2026-06-30T00:30', { amount: 1, unit: 'calendar-days' }, '2026-07-01');
  });
});

describe('the other directions', () => {
  test('at least seven working days before a planned day: exactly seven complies', () => {
    const counted = count(clock({ direction: 'at-least-before', amount: 7 }), at('2026-12-03'));
    expect(counted).toMatchObject({ date: '2026-11-24', latest: endOfDay(on('2026-11-24')) });
    expect(counted.earliest).toBeUndefined();
    expect(england.distance(on('2026-11-24'), on('2026-12-03'))).toBe(7);
  });

  test('one month before the 31st is the end of the shorter month', () => {
    expectDue('2026-03-31', { direction: 'at-least-before', amount: 1, unit: 'months' }, '2026-02-28');
  });

  test.each(['at-least-after', 'not-before', 'at-least-for'] as const)('%s twelve months: from the start of that day on', (direction) => {
    const counted = count(clock({ direction, amount: 12, unit: 'months' }), at('2026-12-22'));
    expect(counted).toMatchObject({ date: '2027-12-22', earliest: startOfDay(on('2027-12-22')) });
    expect(counted.latest).toBeUndefined();
  });

  test('on the eighth working day: that day, whole', () => {
    expect(count(clock({ direction: 'on', amount: 8 }), at('2026-12-01'))).toMatchObject({ date: '2026-12-11', earliest: startOfDay(on('2026-12-11')), latest: endOfDay(on('2026-12-11')) });
  });

  test('a window opens and closes, both days included', () => {
    expect(count(clock({ direction: 'window', amount: 8, until: 10 }), at('2026-12-01'))).toMatchObject({ date: '2026-12-15', earliest: startOfDay(on('2026-12-11')), latest: endOfDay(on('2026-12-15')) });
  });
});

describe('hours', () => {
  test.each([
    ['24 hours when the clocks go back', '2026-10-24T12:00', '2026-10-25T11:00'],
    ['24 hours when the clocks go forward', '2026-03-28T12:00', '2026-03-29T13:00'],
    ['24 hours on an ordinary day', '2026-12-10T12:00', '2026-12-11T12:00'],
    ['24 hours from a date alone: from its start', '2026-12-10', '2026-12-11T00:00'],
  ])('%s', (_, from, date) => { expectDue(from, { amount: 24, unit: 'hours' }, date); });

  test('are elapsed time: Temporal agrees from any moment', () => {
    const moment = fc.integer({ min: Math.floor(startOfDay(on('2019-01-01')) / 60_000), max: Math.floor(startOfDay(on('2028-12-31')) / 60_000) });
    fc.assert(fc.property(moment, fc.integer({ min: 0, max: 200 }), (minute, amount) => {
      const due = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO('Europe/London').add({ hours: amount });
      const counted = count(clock({ amount, unit: 'hours' }), { instant: minute * 60_000 });
      expect(counted.latest).toBe(due.epochMilliseconds);
      expect(counted.date).toBe(due.toString().slice(0, 16));
    }));
  });

  test('48 hours before a meeting', () => {
    expectDue('2026-12-10T14:00', { direction: 'at-least-before', amount: 48, unit: 'hours' }, '2026-12-08T14:00');
  });
});

describe('office hours', () => {
  test.each([
    ['the same afternoon', '2026-12-10T10:00', 4, '2026-12-10T14:00'],
    ['over a night', '2026-12-10T15:00', 4, '2026-12-11T11:00'],
    ['a whole office day ends at closing time', '2026-12-10T09:00', 8, '2026-12-10T17:00'],
    ['over a weekend and its evening', '2026-12-11T18:30', 2, '2026-12-14T11:00'],
    ['from a bank holiday', '2026-12-25T10:00', 1, '2026-12-29T10:00'],
  ])('%s', (_, from, amount, date) => { expectDue(from, { amount, unit: 'business-hours' }, date); });

  test('two before opening time were yesterday afternoon', () => {
    expectDue('2026-12-11T10:00', { direction: 'at-least-before', amount: 2, unit: 'business-hours' }, '2026-12-10T16:00');
  });

  test('agree with a minute-by-minute count', () => {
    const minute = fc.integer({ min: 0, max: 14 * 1440 });
    fc.assert(fc.property(minute, fc.integer({ min: 1, max: 30 }), (start, hours) => {
      const base = startOfDay(on('2026-12-18')) / 60_000;
      let now = base + start;
      for (let left = hours * 60; left > 0; now++) {
        const [date, time] = civilDateTime(now * 60_000).split('T');
        if (england.isWorking(on(date ?? '')) && (time ?? '') >= '09:00' && (time ?? '') < '17:00') left -= 1;
      }
      expect(count(clock({ amount: hours, unit: 'business-hours' }), { instant: (base + start) * 60_000 }).latest).toBe(now * 60_000);
    }), { numRuns: 40 });
  });
});

describe('conventions', () => {
  test.each([
    ['the trigger day as day 1', '2026-12-01', { triggerDay: 1 }, '2026-12-07'],
    ['the trigger day as day 1, falling on a Sunday', '2026-12-06', { triggerDay: 1 }, '2026-12-11'],
    ['day 1 in calendar days', '2026-12-01', { triggerDay: 1, amount: 10, unit: 'calendar-days' }, '2026-12-10'],
    ['day 1 in months', '2026-12-01', { triggerDay: 1, amount: 1, unit: 'months' }, '2026-12-31'],
    ['day 1 counting back', '2026-12-11', { triggerDay: 1, direction: 'at-least-before' }, '2026-12-07'],
    ['before the cut-off', '2026-12-01T17:00', { cutOff: 1020 }, '2026-12-08'],
    ['after the cut-off', '2026-12-01T17:01', { cutOff: 1020 }, '2026-12-09'],
    ['no cut-off for a date alone', '2026-12-01', { cutOff: 0 }, '2026-12-08'],
    ['no cut-off counting back from a planned act', '2026-12-11T18:00', { cutOff: 1020, direction: 'at-least-before' }, '2026-12-04'],
    ['rolled on over Christmas', '2026-11-27', { amount: 28, unit: 'calendar-days', roll: 'forward' }, '2026-12-29'],
    ['rolled back', '2026-11-28', { amount: 28, unit: 'calendar-days', roll: 'back' }, '2026-12-24'],
    ['not rolled', '2026-11-27', { amount: 28, unit: 'calendar-days' }, '2026-12-25'],
    ['never rolled nearer to the planned act', '2026-12-26', { amount: 7, unit: 'calendar-days', direction: 'at-least-before', roll: 'forward' }, '2026-12-19'],
    ['an earliest date is not rolled', '2026-11-27', { amount: 28, unit: 'calendar-days', direction: 'not-before', roll: 'forward' }, '2026-12-25'],
  ] as const)('%s', (_, from, changes, date) => { expectDue(from, changes, date); });
});

describe('the next meeting', () => {
  const meetings = ['2026-11-10', '2026-12-08', '2027-01-12'].map(on);
  test.each([
    ['is after the trigger day', '2026-12-08', {}, '2027-01-12'],
    ['may be on it when that is day 1', '2026-12-08', { triggerDay: 1 }, '2026-12-08'],
    ['but one', '2026-11-09', { amount: 2 }, '2026-12-08'],
    ['before', '2026-12-08', { direction: 'at-least-before' }, '2026-11-10'],
  ] as const)('%s', (_, from, changes, date) => { expectDue(from, { amount: 1, unit: 'next-meeting', meetings, ...changes }, date); });

  test('has no date once the meetings end', () => {
    expect(count(clock({ amount: 1, unit: 'next-meeting', meetings }), at('2027-01-12'))).toEqual({ date: '', leftOut: [], certainty: 'unknown' });
  });

  test('gives no half of a window that the meetings do not fill', () => {
    expect(count(clock({ direction: 'window', amount: 1, until: 4, unit: 'next-meeting', meetings }), at('2026-11-01')).date).toBe('');
  });
});

describe('what a date rests on', () => {
  test('names the weekdays left out, in order', () => {
    expect(count(clock(), at('2026-12-22')).leftOut).toEqual([{ day: on('2026-12-25'), name: 'Christmas Day' }, { day: on('2026-12-28'), name: 'Boxing Day (substitute day)' }]);
  });

  test('a bank holiday that is the trigger day is left out only where it would have been day 1', () => {
    expect(count(clock(), at('2026-12-25')).leftOut.map(({ day }) => day)).toEqual([on('2026-12-28'), on('2027-01-01')]);
    expect(count(clock({ triggerDay: 1 }), at('2026-12-25')).leftOut.map(({ day }) => day)).toEqual([on('2026-12-25'), on('2026-12-28'), on('2027-01-01')]);
  });

  test.each([
    ['2028-12-01', 'published'], ['2028-12-28', 'expected'], ['2029-06-01', 'expected'], ['2030-12-30', 'unknown'], ['2018-12-28', 'unknown'],
  ])('five working days from %s are %s', (from, certainty) => { expect(count(clock(), at(from)).certainty).toBe(certainty); });

  test('calendar days that do not roll rest on no bank holiday', () => {
    expect(count(clock({ unit: 'calendar-days', amount: 900 }), at('2030-12-30')).certainty).toBe('published');
  });
});

describe('laws', () => {
  const units: readonly Unit[] = ['hours', 'business-hours', 'calendar-days', 'working-days', 'weeks', 'months', 'years', 'next-meeting'];
  const anyInstant = fc.integer({ min: startOfDay(on('2018-06-01')), max: startOfDay(on('2031-06-01')) });
  const meetings = Array.from({ length: 60 }, (_, index) => dayOf(2018, 1, 9) + index * 84);
  const anyClock = fc.record({
    direction: fc.constantFrom('within', 'at-least-before', 'at-least-after', 'not-before', 'at-least-for', 'on', 'window'),
    amount: fc.integer({ min: 0, max: 60 }), unit: fc.constantFrom(...units), triggerDay: fc.constantFrom(0 as const, 1 as const),
    roll: fc.constantFrom('none', 'forward', 'back'), cutOff: fc.integer({ min: 0, max: 1439 }),
  }).map((drawn): Count => ({ ...clock(), ...drawn, until: drawn.amount + 5, meetings }));

  test('a later start never gives an earlier due date', () => {
    fc.assert(fc.property(anyClock, anyInstant, fc.integer({ min: 0, max: 40 * 86_400_000 }), (drawn, start, later) => {
      const [first, second] = [count(drawn, { instant: start }), count(drawn, { instant: start + later })];
      fc.pre(first.date !== '' && second.date !== '');
      expect(second.latest ?? second.earliest).toBeGreaterThanOrEqual(first.latest ?? first.earliest ?? NaN);
      expect(second.earliest ?? 0).toBeGreaterThanOrEqual(first.earliest ?? 0);
    }), { numRuns: 2000 });
  });

  test('a window never closes before it opens', () => {
    fc.assert(fc.property(anyClock, anyInstant, (drawn, start) => {
      const { earliest, latest } = count(drawn, { instant: start });
      fc.pre(earliest !== undefined && latest !== undefined);
      expect(latest).toBeGreaterThanOrEqual(earliest ?? NaN);
    }), { numRuns: 1000 });
  });

  test('adding a bank holiday never moves a due date earlier', () => {
    const extra = fc.integer({ min: on('2019-01-01'), max: on('2030-12-31') });
    fc.assert(fc.property(anyClock, extra, fc.integer({ min: -90, max: 90 }), (drawn, holiday, offset) => {
      fc.pre(drawn.direction !== 'at-least-before' && drawn.roll !== 'back'); // those two turn away from the holiday
      const calendar = workingCalendar({ ...office, additional: [{ date: civilDate(holiday), label: 'Extra' }] });
      const from = { day: holiday + offset };
      const [before, after] = [count(drawn, from), count({ ...drawn, calendar }, from)];
      fc.pre(before.date !== '');
      expect(after.latest ?? after.earliest).toBeGreaterThanOrEqual(before.latest ?? before.earliest ?? NaN);
    }), { numRuns: 300 });
  });

  test('counting never lands outside the calendar of a nation on a day that is not worked', () => {
    fc.assert(fc.property(fc.constantFrom('england-and-wales', 'scotland', 'northern-ireland'), anyInstant, fc.integer({ min: 1, max: 60 }), (id, start, amount) => {
      const calendar = nation(id);
      expect(calendar.isWorking(londonDay(count(clock({ calendar, amount }), { instant: start }).latest ?? NaN))).toBe(true);
    }), { numRuns: 60 });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankHolidays, civilDate, dayOf, meetingDays, parseDay, weekday, workingCalendar } from '../../../engine/time/index.ts';
import { england, nation, office } from './calendars.ts';

const on = (text: string): number => parseDay(text) ?? NaN;
const english = new Set(bankHolidays('england-and-wales').map(({ day }) => day));
const anyDay = fc.integer({ min: dayOf(2016, 1, 1), max: dayOf(2033, 12, 31) });

/** The naive counter: walks one day at a time and asks of each whether it is a weekday outside the list of holidays. */
function stepping(holidays: ReadonlySet<number>, from: number, n: number): number {
  const way = n > 0 ? 1 : -1;
  let day = from;
  for (let left = Math.abs(n); left > 0; ) {
    day += way;
    if (weekday(day) < 5 && !holidays.has(day)) left -= 1;
  }
  return day;
}

describe('working days', () => {
  test('five working days skip the August bank holiday', () => {
    expect(civilDate(england.add(on('2026-08-26'), 5))).toBe('2026-09-03');
  });

  test('Scotland works on the last Monday of August and not on the first', () => {
    expect(nation('scotland').isWorking(on('2026-08-31'))).toBe(true);
    expect(nation('scotland').isWorking(on('2026-08-03'))).toBe(false);
  });

  test.each(['england-and-wales', 'scotland', 'northern-ireland'] as const)(
    'in %s agree with a day-by-day count for every start 2019-2028 and 0 to 60 units, forward and back', (id) => {
      const calendar = nation(id);
      const holidays = new Set(bankHolidays(id).map(({ day }) => day));
      let compared = 0;
      for (let day = dayOf(2019, 1, 1); day <= dayOf(2028, 12, 31); day++) {
        let [ahead, behind] = [day, day];
        if (calendar.add(day, 0) !== day) expect.fail(`0 from ${civilDate(day)}`);
        for (let n = 1; n <= 60; n++) {
          ahead = stepping(holidays, ahead, 1);
          behind = stepping(holidays, behind, -1);
          if (calendar.add(day, n) !== ahead) expect.fail(`${n} after ${civilDate(day)}: ${civilDate(calendar.add(day, n))}, by steps ${civilDate(ahead)}`);
          if (calendar.add(day, -n) !== behind) expect.fail(`${n} before ${civilDate(day)}: ${civilDate(calendar.add(day, -n))}, by steps ${civilDate(behind)}`);
          compared += 2;
        }
      }
      expect(compared).toBe(3653 * 120);
    },
  );

  test('outside the years of the data the weekdays go on, without holidays', () => {
    fc.assert(fc.property(fc.integer({ min: dayOf(1960, 1, 1), max: dayOf(2080, 1, 1) }), fc.integer({ min: 1, max: 40 }), (day, n) => {
      expect(england.add(day, n)).toBe(stepping(english, day, n));
      expect(england.add(day, -n)).toBe(stepping(english, day, -n));
    }));
  });

  test('the first and the last day of the data make no difference to a count across them', () => {
    for (const edge of [dayOf(2018, 1, 1), dayOf(2031, 12, 31)]) for (let day = edge - 8; day <= edge + 8; day++) for (let n = 1; n <= 12; n++) {
      expect(england.add(day, n), `${n} after ${civilDate(day)}`).toBe(stepping(english, day, n));
      expect(england.add(day, -n), `${n} before ${civilDate(day)}`).toBe(stepping(english, day, -n));
    }
  });

  test('the distance between two days is the number of working days in between, the last included', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (from, span) => {
      const worked = Array.from({ length: span }, (_, index) => from + 1 + index).filter((day) => england.isWorking(day)).length;
      expect(england.distance(from, from + span)).toBe(worked);
      expect(england.distance(from + span, from)).toBe(0 - worked);
    }));
  });
});

describe('a calendar of one’s own', () => {
  const closing = workingCalendar({ ...office, closures: [{ date: '2026-12-29', label: { en: 'Office closed' } }], additional: [{ date: '2032-06-01', label: 'Extra day' }] });

  test('keeps local closures apart from bank holidays', () => {
    expect(closing.closedOn(on('2026-12-29'))).toEqual({ name: 'Office closed', expected: false, closure: true });
    expect(closing.closedOn(on('2026-12-25'))).toEqual({ name: 'Christmas Day', expected: false });
    expect(closing.closedOn(on('2026-12-26'))).toBeUndefined(); // a Saturday is no working day to begin with
  });

  test('takes an extra day beyond the data, and that year is then expected instead of unknown', () => {
    expect(closing.isWorking(on('2032-06-01'))).toBe(false);
    expect(closing.certainty(on('2032-03-01'))).toBe('expected');
    expect(england.certainty(on('2032-03-01'))).toBe('unknown');
  });

  test('without bank holidays is sure of every year', () => {
    expect(nation('none').certainty(on('2040-01-01'))).toBe('published');
    expect(nation('none').isWorking(on('2026-12-25'))).toBe(true);
  });

  test('that never works is refused', () => {
    expect(() => workingCalendar({ ...office, days: [] })).toThrow('at least one weekday');
  });
});

describe('meeting days', () => {
  const year = (definition: Parameters<typeof meetingDays>[0]) => meetingDays(definition, england, on('2026-01-01'), on('2026-12-31')).map(civilDate);

  test('dates as agreed come in order, each once, within the span', () => {
    expect(year({ label: 'Group', dates: ['2026-06-09', '2026-03-10', '2026-03-10', '2027-01-12'] })).toEqual(['2026-03-10', '2026-06-09']);
  });

  test('the second Tuesday of each month', () => {
    expect(year({ label: 'Group', monthly: { week: 2, day: 'tue' } }).slice(0, 3)).toEqual(['2026-01-13', '2026-02-10', '2026-03-10']);
  });

  test('the last Thursday of each month', () => {
    expect(year({ label: 'Group', monthly: { week: -1, day: 'thu' } }).slice(-2)).toEqual(['2026-11-26', '2026-12-31']);
  });

  test('the last working day of each month steps over weekends and bank holidays', () => {
    expect(year({ label: 'Group', monthly: { lastWorkingDay: true } }).slice(4, 8)).toEqual(['2026-05-29', '2026-06-30', '2026-07-31', '2026-08-28']);
  });
});

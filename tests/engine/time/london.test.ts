import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { HOUR, civilDateTime, clockChanges, endOfDay, instantOf, londonDay, londonMinutes, offsetAt, parseDateTime, parseDay, parseMoment, startOfDay } from '../../../engine/time/index.ts';

const utc = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const inLondon = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Europe/London');
const anyInstant = fc.integer({ min: utc('1996-01-01T00:00Z'), max: utc('2099-12-31T00:00Z') });
const on = (text: string): number => parseDay(text) ?? NaN;

describe('the London clock', () => {
  test('agrees with Temporal at any instant', () => {
    fc.assert(fc.property(anyInstant, (instant) => {
      const oracle = inLondon(instant);
      expect(civilDateTime(instant)).toBe(oracle.toString().slice(0, 16));
      expect(offsetAt(instant)).toBe(oracle.offsetNanoseconds / 1e6);
      expect(londonMinutes(instant)).toBe(oracle.hour * 60 + oracle.minute);
    }), { numRuns: 300 });
  });

  test('agrees with Temporal on both sides of every change from 1996 to 2095', () => {
    for (let year = 1996; year <= 2095; year++) {
      for (const change of Object.values(clockChanges(year))) {
        expect(inLondon(change).offset).not.toBe(inLondon(change - 1).offset);
        expect(civilDateTime(change)).toBe(inLondon(change).toString().slice(0, 16));
        expect(civilDateTime(change - 1)).toBe(inLondon(change - 1).toString().slice(0, 16));
      }
    }
  });

  test('reads a wall time as Temporal does, skipped and repeated ones included', () => {
    const wall = fc.tuple(fc.integer({ min: on('1996-01-01'), max: on('2095-12-31') }), fc.integer({ min: 0, max: 1439 }));
    const nearChange = fc.tuple(fc.integer({ min: 1996, max: 2095 }), fc.constantFrom('forward' as const, 'back' as const), fc.integer({ min: 0, max: 240 }))
      .map(([year, change, minute]): [number, number] => [londonDay(clockChanges(year)[change]), minute]);
    fc.assert(fc.property(fc.oneof(wall, nearChange), ([day, minutes]) => {
      const oracle = Temporal.PlainDate.from('1970-01-01').add({ days: day })
        .toZonedDateTime({ timeZone: 'Europe/London', plainTime: Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 }) });
      expect(instantOf(day, minutes)).toBe(oracle.epochMilliseconds);
    }), { numRuns: 300 });
  });

  test('a skipped time means the hour after the clocks went forward', () => {
    expect(civilDateTime(instantOf(on('2026-03-29'), 90))).toBe('2026-03-29T02:30');
  });

  test('a repeated time means its first occurrence', () => {
    expect(instantOf(on('2026-10-25'), 90)).toBe(utc('2026-10-25T00:30Z'));
  });

  test('a day ends with the last millisecond before the next, 23 and 25 hours long at the changes', () => {
    const length = (day: number): number => (endOfDay(day) + 1 - startOfDay(day)) / HOUR;
    expect(length(on('2026-03-29'))).toBe(23);
    expect(length(on('2026-10-25'))).toBe(25);
    expect(length(on('2026-12-10'))).toBe(24);
    expect(londonDay(endOfDay(on('2026-07-01')))).toBe(on('2026-07-01'));
  });

  test.each(['2026-12-10T24:00', '2026-12-10T14:60', '2026-02-30T10:00', '2026-12-10 14:20', '2026-12-10T14:20Z', '2026-12-10T14.20', '2026-12-10T'])('%s is no moment', (text) => {
    expect(parseDateTime(text)).toBeUndefined();
    expect(parseMoment(text)).toBeUndefined();
  });

  test('a date is a whole day and a date-time a moment', () => {
    expect(parseMoment('2026-07-10')).toEqual({ day: on('2026-07-10') });
    expect(parseMoment('2026-07-10T14:20')).toEqual({ instant: utc('2026-07-10T13:20Z') });
  });
});

// A calendar file is read by programs that are strict: folded at 75 bytes, escaped, ended by CRLF, in UTC or whole days.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarFile } from '../../app/cases/exports/ics.ts';
import { dayOf } from '../../engine/time/day.ts';

const made = Date.UTC(2026, 11, 31, 10, 42);
/** What a reader does first: takes the folds out. */
const unfolded = (file: string): readonly string[] => file.replaceAll(/\r\n[ \t]/g, '').split('\r\n');

test('a due day is a whole day, and ends on the day after it', () => {
  const file = calendarFile([{ id: 'a/b', title: 'AB-2026-014: Tell the outcome', day: dayOf(2027, 1, 6), changed: made }], made);
  expect(unfolded(file)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Caseway//Casework//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'BEGIN:VEVENT', 'UID:caseway-a/b', 'DTSTAMP:20261231T104200Z', 'LAST-MODIFIED:20261231T104200Z', 'SEQUENCE:1798713720', 'DTSTART;VALUE=DATE:20270106', 'DTEND;VALUE=DATE:20270107', 'TRANSP:TRANSPARENT', 'SUMMARY:AB-2026-014: Tell the outcome', 'END:VEVENT', 'END:VCALENDAR', '']);
});
test('a meeting has a moment in UTC, in summer an hour before the clock on the wall', () => {
  const file = calendarFile([{ id: 'm', title: 'Panel', from: Date.UTC(2026, 6, 1, 9), until: Date.UTC(2026, 6, 1, 10), place: 'Room 1; first floor', changed: made }], made);
  expect(file).toContain('DTSTART:20260701T090000Z\r\nDTEND:20260701T100000Z\r\n');
  expect(file).toContain('LOCATION:Room 1\\; first floor\r\n');
});
test('any title comes back whole from lines of at most 75 bytes, no character cut in two', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
    const file = calendarFile([{ id: 'x', title, day: 1, changed: 0 }], 0);
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const summary = unfolded(file).find((line) => line.startsWith('SUMMARY:'))?.slice('SUMMARY:'.length) ?? '';
    const read = summary.replaceAll(/\\(.)/g, (_, kept: string) => (kept === 'n' ? '\n' : kept));
    expect(read).toBe(title.replaceAll(/\r\n|\r/g, '\n'));
  }));
});

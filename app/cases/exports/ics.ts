// Dates as a calendar file (RFC 5545): UTC instants or whole days, lines folded at 75 bytes, texts escaped. What a
// date says is its caller's; a calendar is read by others, so callers give references and tasks, never a child.
import { civilDate } from '../../../engine/time/day.ts';
import type { Day, Instant } from '../../../engine/time/types.ts';

/** A moment with its end, or a whole day. */
export type CalendarDate = { readonly id: string; readonly title: string; readonly words?: string; readonly place?: string; /** When it was last changed, so that a later file replaces an earlier one. */ readonly changed: Instant } & ({ readonly from: Instant; readonly until: Instant } | { readonly day: Day });

/** The text of an .ics file with one entry a date; `made`: when, `origin`: where it comes from. */
export function calendarFile(dates: readonly CalendarDate[], made: Instant, origin?: string): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Caseway//Casework//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', ...(origin === undefined ? [] : [`X-WR-CALDESC:${escaped(origin)}`]), ...dates.flatMap((one) => eventLines(one, made)), 'END:VCALENDAR'];
  return lines.flatMap(folded).join('\r\n') + '\r\n';
}
function eventLines(date: CalendarDate, made: Instant): readonly string[] {
  return [
    'BEGIN:VEVENT', `UID:caseway-${escaped(date.id)}`, `DTSTAMP:${utc(made)}`, `LAST-MODIFIED:${utc(date.changed)}`, `SEQUENCE:${Math.floor(date.changed / 1000) % 2_000_000_000}`,
    ...('day' in date ? [`DTSTART;VALUE=DATE:${basic(date.day)}`, `DTEND;VALUE=DATE:${basic(date.day + 1)}`, 'TRANSP:TRANSPARENT'] : [`DTSTART:${utc(date.from)}`, `DTEND:${utc(Math.max(date.until, date.from))}`]),
    `SUMMARY:${escaped(date.title)}`, ...(date.words === undefined || date.words === '' ? [] : [`DESCRIPTION:${escaped(date.words)}`]), ...(date.place === undefined ? [] : [`LOCATION:${escaped(date.place)}`]), 'END:VEVENT',
  ];
}
function basic(day: Day): string { return civilDate(day).replaceAll('-', ''); }
function utc(instant: Instant): string { return new Date(instant).toISOString().replaceAll(/[-:]|\.\d{3}/g, ''); }
function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r\n|\r|\n/g, '\\n');
}
const encoder = new TextEncoder();
/** At most 75 bytes a line, the lines after the first begun with a space, no character cut in two. */
function folded(line: string): readonly string[] {
  const lines: string[] = [];
  let [now, room] = ['', 75];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (size > room) { lines.push(now); [now, room] = [' ', 74]; }
    now += character;
    room -= size;
  }
  return [...lines, now];
}

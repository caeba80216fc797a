// Those who were asked: who is to be chased and when again, and one line of time out of what they told.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chaseSet, draftOf, isChaseDue, lateOf, nextChase } from '../../app/cases/agencies/chases.ts';
import { chronologyOf, chronologyQuestions, stillOut, withGaps } from '../../app/cases/agencies/chronology.ts';
import type { ChronologyEntry } from '../../app/cases/agencies/chronology.ts';
import { calendarOf } from '../../app/cases/today/calendarOf.ts';
import { compile, tasks, versionsOf, walk } from '../../engine/index.ts';
import type { Walkthrough } from '../../engine/index.ts';
import type { Case, TaskView } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { dayOf } from '../../engine/time/day.ts';
import { parseDateTime } from '../../engine/time/london.ts';

const json = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as T;
const at = (text: string): number => parseDateTime(text) ?? 0;
const england = calendarOf({ procedures: [] });
function walked(slug: string, steps: number): { readonly procedure: Procedure; readonly item: Case; readonly views: (now: number) => readonly TaskView[] } {
  const procedure = json<Procedure>(`procedures/${slug}/procedure.json`);
  const walkthrough = json<Walkthrough>(`examples/${slug}/walkthrough.json`);
  const versions = versionsOf([compile(procedure, { version: 1 })]);
  const item = walk({ ...walkthrough, steps: walkthrough.steps.slice(0, steps) }, versions).case;
  if (item === undefined) throw new Error('No case was opened.');
  return { procedure, item, views: (now) => tasks(versions, item, now) };
}

describe('the chase', () => {
  const { procedure, item, views } = walked('tower-hamlets', 30);
  const checks = (now: number) => views(now).find((view) => view.shape === 'exchange' && (view.record?.recipients.length ?? 0) > 3);
  test('goes to those whose own time ran out and who are not in', () => {
    const [before, after] = [checks(at('2026-12-29T12:00')), checks(at('2026-12-31T12:00'))];
    if (before === undefined || after === undefined) throw new Error('The walkthrough sends no checks.');
    expect(lateOf(procedure, before)).toEqual([]);
    const late = lateOf(procedure, after);
    expect(late.length).toBeGreaterThan(0);
    for (const party of late) expect(after.deadlines.some((one) => one.state === 'overdue' && one.recipient === party)).toBe(true);
  });
  test('is due again two working days after the last, over a bank holiday', () => {
    expect(nextChase(england, at('2026-12-31T09:00'))).toBe(dayOf(2027, 1, 5));
    expect(isChaseDue(england, { times: 1, last: at('2026-12-31T09:00') }, at('2027-01-04T09:00'))).toBe(false);
    expect(isChaseDue(england, { times: 1, last: at('2026-12-31T09:00') }, at('2027-01-05T00:00'))).toBe(true);
    expect(isChaseDue(england, undefined, 0)).toBe(true);
  });
  test('is due again on the day that was set with the last one', () => {
    const chased = { times: 1, last: at('2026-12-31T09:00'), next: '2027-01-04T12:00' };
    expect([3, 4].map((day) => isChaseDue(england, chased, at(`2027-01-0${day}T09:00`)))).toEqual([false, true]);
  });
  test('is set where all who are late were chased: the soonest day; one who never was is chased now', () => {
    const view = checks(at('2026-12-31T12:00'));
    if (view?.record === undefined) throw new Error('The walkthrough sends no checks.');
    const late = lateOf(procedure, view);
    const chased = (next: (party: string, index: number) => string | undefined): TaskView => ({ ...view, record: { ...view.record, recipients: view.record?.recipients.map((one) => { const day = late.includes(one.party) ? next(one.party, late.indexOf(one.party)) : undefined; return day === undefined ? one : { ...one, chased: { times: 1, last: 0, next: day } }; }) ?? [] } as TaskView['record'] & object });
    expect(chaseSet(procedure, chased((_, index) => `2027-01-0${5 + index % 2}T12:00`))).toBe('2027-01-05T12:00');
    expect(chaseSet(procedure, chased((_, index) => (index === 0 ? undefined : '2027-01-05')))).toBeUndefined();
  });
  test('says what was due when, what depends on it, and by when it is wanted, with no word about the child', () => {
    const view = checks(at('2026-12-31T12:00'));
    const words = view === undefined ? '' : draftOf(item.reference, view, { label: 'Rapid Review Panel', on: '2027-01-05T10:00' }, dayOf(2027, 1, 5));
    expect(words).toBe(`“${view?.label ?? ''}” for case ${item.reference} was due on Tue 29 Dec. Rapid Review Panel is set for Tue 5 Jan, 10:00. Please return it by 12:00 on Tue 5 Jan, or tell us who can.`);
  });
});
describe('the chronology', () => {
  const { procedure, item } = walked('stockport', 80);
  const entries = chronologyOf(procedure, item);
  test('holds every row of the replies once, by date, each with who told it', () => {
    expect(chronologyQuestions(procedure)).toContain('chronology');
    expect(entries.length).toBeGreaterThan(3);
    expect(entries.map(({ date }) => date)).toEqual(entries.map(({ date }) => date).toSorted());
    for (const { from, source } of entries) expect(procedure.parties[from]?.title).toBe(source);
  });
  test('points at days of which several told something, once a day', () => {
    const shared = entries.filter((entry) => entry.shared);
    expect(shared.length).toBeGreaterThan(0);
    expect(new Set(shared.map(({ date }) => date.slice(0, 10))).size).toBe(shared.length);
  });
  test('names those who were asked and are not in', () => {
    for (const party of stillOut(procedure, item)) expect(procedure.parties[party]).toBeDefined();
  });
  const entry = (date: string): ChronologyEntry => ({ id: date, date, words: '', more: '', from: 'a', source: 'A', task: 't', shared: false });
  test('a gap is a stretch of at least so many days between two entries', () => {
    const lines = withGaps([entry('2026-07-22'), entry('2026-10-08'), entry('2026-10-10')], 60);
    expect(lines.map((line) => (line.kind === 'gap' ? `gap ${line.days}` : line.entry.date))).toEqual(['2026-07-22', 'gap 77', '2026-10-08', '2026-10-10']);
    expect(withGaps([entry('2026-07-22'), entry('2026-10-08')], 78)).toHaveLength(2);
    expect(withGaps([entry('2026-07-22'), entry('')], 1)).toHaveLength(2);
  });
  test('gaps never lose or reorder an entry', () => {
    fc.assert(fc.property(fc.array(fc.date({ min: new Date('2020-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })), fc.integer({ min: 1, max: 400 }), (dates, least) => {
      const sorted = dates.map((date) => entry(date.toISOString().slice(0, 10))).toSorted((a, b) => (a.date < b.date ? -1 : 1));
      expect(withGaps(sorted, least).flatMap((line) => (line.kind === 'entry' ? [line.entry] : []))).toEqual(sorted);
    }));
  });
});

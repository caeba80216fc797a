// Today is made from the register's lines: what is late comes first, whose it is is asked of the procedure, and a line
// that time has overtaken is known as such.
import { describe, expect, test } from 'vitest';
import { coverBy, entriesOf, filterFrom, filtered, inGroups, isDoer, isStale, split } from '../../app/cases/today/overview.ts';
import { monthFrom, weeksOf } from '../../app/cases/today/month.ts';
import { calendarOf } from '../../app/cases/today/calendarOf.ts';
import { entryWords } from '../../app/cases/today/entryWords.ts';
import { filterHref } from '../../app/cases/today/Filters.tsx';
import { londonDay, parseDateTime } from '../../engine/time/london.ts';
import { dayOf } from '../../engine/time/day.ts';
import type { RegisterRow, RowTask } from '../../engine/store/types.ts';
import type { CompiledProcedure } from '../../engine/case/compile.ts';

const at = (text: string): number => parseDateTime(text) ?? 0;
const now = at('2026-12-31T10:42');
const england = calendarOf({ procedures: [] });
const parties = { unit: { kind: 'role', title: 'Unit' }, panel: { kind: 'body', title: 'Panel', seats: ['chair', 'police'] }, school: { kind: 'agency', title: 'School' }, housing: { kind: 'agency', title: 'Housing' } };
const compiled = { procedure: { id: 'p', parties, tasks: {} }, timescales: new Map() } as unknown as CompiledProcedure;
const compiledOf = () => compiled;

function row(reference: string, tasks: readonly RowTask[], more: Partial<RegisterRow> = {}): RegisterRow {
  return { case: reference, procedure: 'p', version: 1, seq: 1, head: 'h', stages: [], opened: 0, changed: now, closed: 0, nextDue: 0, asOf: now, content: { reference, initials: 'Q.X.', stage: 'Alert', tasks }, ...more };
}
function task(id: string, due: string | undefined, more: Partial<RowTask> = {}): RowTask {
  return { task: id, label: id, state: 'open', doers: ['unit'], clocks: due === undefined ? [] : [{ timescale: 't', state: 'due', date: due.slice(0, 10), latest: at(due), sentence: `counted to ${due}` }], ...more };
}
const entries = (rows: readonly RegisterRow[], role = 'unit') => entriesOf(rows, compiledOf, { p: role }, now, londonDay(at('2027-01-08T12:00')));

describe('what comes first', () => {
  test('late, today, the next five working days, later, without a date; within each by due moment, then by case', () => {
    const found = entries([row('B', [task('late', '2026-12-29T23:59'), task('undated', undefined)]), row('A', [task('soon', '2027-01-08T23:59'), task('today', '2026-12-31T23:59'), task('later', '2027-01-11T23:59'), task('late', '2026-12-29T23:59')])]);
    expect(found.map((one) => `${one.group} ${one.row.content.reference}`)).toEqual(['late A', 'late B', 'today A', 'soon A', 'later A', 'undated B']);
  });
  test('a moment passed today is late already', () => {
    expect(entries([row('A', [task('a', '2026-12-31T10:41')])])[0]?.group).toBe('late');
  });
  test('of several clocks the soonest counts; a meeting that is set counts where it comes before', () => {
    const [one] = entries([row('A', [task('panel', '2027-01-12T23:59', { meets: true, planned: '2027-01-05T10:00' })])]);
    expect([one?.booked, one?.group]).toEqual([true, 'soon']);
    const [two] = entries([row('A', [task('panel', '2027-01-04T23:59', { meets: true, planned: '2027-01-05T10:00' })])]);
    expect(two?.booked).toBe(false);
  });
});
describe('whose it is', () => {
  test('a seat of a body has what the body has to do', () => {
    expect(isDoer(compiled.procedure, ['panel'], 'police')).toBe(true);
    expect(isDoer(compiled.procedure, ['panel'], 'unit')).toBe(false);
  });
  test('what is sent and not late waits for others; once late it is to be chased', () => {
    const sent = (due: string) => task('checks', due, { state: 'waiting', out: ['school', 'housing'], clocks: [{ timescale: 't', state: 'due', date: due.slice(0, 10), latest: at(due), sentence: '', recipients: ['school', 'housing'] }] });
    const shown = entries([row('A', [sent('2027-01-04T23:59')]), row('B', [sent('2026-12-29T23:59')])]);
    const { todo, others } = split(shown, { who: 'mine' });
    expect([todo.map((one) => one.row.case), others.map((one) => one.row.case)]).toEqual([['B'], ['A']]);
    expect(todo[0] === undefined ? '' : entryWords(todo[0], compiled, now).title).toBe('Chase School and Housing: checks');
  });
  test('what is assigned to somebody who is away is mine while I cover, whatever my role, and says so', () => {
    const people = [{ initials: 'C.D.', name: '', role: '', email: '', phone: '', leave: { from: '2026-12-24', until: '2027-01-05', cover: 'A.B.' } }];
    const rows = [row('A', [task('a', '2027-01-04T23:59', { person: 'C.D.', doers: ['school'] }), task('b', '2027-01-04T23:59', { person: 'E.F.', doers: ['school'] })])];
    const seen = (me: string, when = now) => entriesOf(rows, compiledOf, {}, when, londonDay(at('2027-01-08T12:00')), coverBy(people, me, when)).map((one) => { const { who, cover } = entryWords(one, compiled, when); return [one.mine, who, cover]; });
    expect(seen('ab')).toEqual([[true, 'School', 'C.D. is away until Tue 5 Jan: you cover'], [false, 'E.F., School', undefined]]);
    expect(seen('X.Y.')[0]).toEqual([false, 'School', 'C.D. is away until Tue 5 Jan: A.B. covers']);
    expect(seen('ab', at('2027-01-06T09:00'))[0]).toEqual([false, 'C.D., School', undefined]);
    expect(seen('')[0]?.[0]).toBe(false);
  });
  test('without a role chosen everything is everyone’s', () => {
    expect(filterFrom(new URLSearchParams(), false).who).toBe('all');
    expect(filterFrom(new URLSearchParams(), true).who).toBe('mine');
    expect(filterFrom(new URLSearchParams('who=all'), true).who).toBe('all');
  });
});
describe('filters live in the address', () => {
  test('what is filtered comes back from its own address, and what is unknown is left out', () => {
    const filter = { who: 'all', when: 'week', procedure: 'p', role: 'unit', case: 'A', day: '2026-12-29' } as const;
    expect(filterFrom(new URL(filterHref('/today', filter), 'http://x').searchParams, true)).toEqual(filter);
    expect(filterFrom(new URLSearchParams('when=someday&who=nobody'), true)).toEqual({ who: 'mine' });
  });
  test('by when, role, case and day', () => {
    const all = entries([row('A', [task('late', '2026-12-29T23:59'), task('soon', '2027-01-05T23:59', { doers: ['panel'] })]), row('B', [task('today', '2026-12-31T23:59')])]);
    const names = (filter: object) => filtered(all, { who: 'all', ...filter }, compiledOf).map((one) => one.task.label);
    expect(names({ when: 'late' })).toEqual(['late']);
    expect(names({ when: 'today' })).toEqual(['late', 'today']);
    expect(names({ role: 'chair' })).toEqual(['soon']);
    expect(names({ case: 'B' })).toEqual(['today']);
    expect(names({ day: '2027-01-05' })).toEqual(['soon']);
  });
  test('groups hold each entry once', () => {
    expect([...inGroups(entries([row('A', [task('a', '2026-12-29T23:59'), task('b', undefined)])])).keys()]).toEqual(['late', 'undated']);
  });
});
describe('a line that time has overtaken', () => {
  const told = row('A', [task('a', '2026-12-31T12:00')]);
  test('is one with a moment passed since, of an earlier day, or without tasks', () => {
    expect(isStale(told, now)).toBe(false);
    expect(isStale(told, at('2026-12-31T12:01'))).toBe(true);
    expect(isStale(told, at('2027-01-01T00:01'))).toBe(true);
    expect(isStale({ ...told, content: { reference: 'A', initials: '', stage: '' } }, now)).toBe(true);
  });
});
describe('the month', () => {
  test('whole weeks from Monday, with bank holidays named and the entries on their day', () => {
    const [first] = entries([row('A', [task('a', '2026-12-29T23:59')])]);
    const month = monthFrom('2026-12', now);
    const days = weeksOf(month.first, month.last, first === undefined ? [] : [first], england, now, month.month).flat();
    expect([days.length, days[0]?.iso, days.at(-1)?.iso]).toEqual([35, '2026-11-30', '2027-01-03']);
    expect(days.filter((day) => day.holiday !== undefined).map((day) => day.iso)).toEqual(['2026-12-25', '2026-12-28', '2027-01-01']);
    expect(days.filter((day) => day.entries.length > 0).map((day) => [day.iso, day.state])).toEqual([['2026-12-29', 'late']]);
  });
  test('an address that is no month shows this one', () => {
    expect(monthFrom('2026-13', now).first).toBe(dayOf(2026, 12, 1));
    expect(monthFrom('2026-12', now).iso(1)).toBe('2027-01');
  });
});

// A register of a procedure as a table: lines kept with the cases, columns chosen, searched, filtered and sorted.
import type { CompiledProcedure } from '../../../engine/case/compile.ts';
import type { Id, Register } from '../../../engine/procedure/types.ts';
import type { RegisterRow } from '../../../engine/store/types.ts';
import { civilDateTime, londonDay } from '../../../engine/time/london.ts';
import type { Instant } from '../../../engine/time/types.ts';
import { civilWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { clockNow, entriesOf } from '../today/overview.ts';
import type { Entry } from '../today/overview.ts';
import { registerWords as w } from './words.ts';

/** A line of the table: one case, or one of its lines where the register has several of a case. */
export interface Line { readonly id: string; readonly row: RegisterRow; readonly cells: Readonly<Record<Id, string>>; readonly state: { readonly kind: 'late' | 'soon' | 'pending' | 'met' | 'held'; readonly words: string }; readonly next: string; readonly late: boolean; readonly entries: readonly Entry[] }
export interface ColumnOf { readonly id: string; readonly label: string }
export const STATE = '#state';
export const NEXT = '#next';
export const REFERENCE = '#reference';

/** Every line of the register over these cases, in the order of the store. */
export function linesOf(register: Id, compiled: CompiledProcedure, rows: readonly RegisterRow[], now: Instant): readonly Line[] {
  const own = rows.filter((row) => row.procedure === compiled.pin.id);
  const entries = new Map<string, Entry[]>();
  for (const entry of entriesOf(own, () => compiled, {}, now, londonDay(now))) entries.set(entry.row.case, [...(entries.get(entry.row.case) ?? []), entry]);
  return own.flatMap((row) => (row.content.registers?.[register] ?? []).map((cells, index) => lineOf(row, cells, `${row.case}/${index}`, entries.get(row.case) ?? [], compiled, now)));
}
function lineOf(row: RegisterRow, cells: Line['cells'], id: string, entries: readonly Entry[], compiled: CompiledProcedure, now: Instant): Line {
  const first = entries.find((one) => one.due !== undefined);
  const late = entries.filter((one) => one.group === 'late');
  const date = first === undefined ? '' : first.booked ? first.task.planned ?? '' : first.clock?.date ?? '';
  return { id, row, cells, entries, late: late.length > 0, next: date, state: stateOf(row, late, entries, compiled, now) };
}
function stateOf(row: RegisterRow, late: readonly Entry[], entries: readonly Entry[], compiled: CompiledProcedure, now: Instant): Line['state'] {
  if (row.closed === 1) return { kind: 'met', words: row.content.closedAt === undefined ? w.closed : w.closedOn(civilWords(civilDateTime(row.content.closedAt).slice(0, 10), false)) };
  const [first] = late;
  if (first !== undefined) return { kind: 'late', words: w.lateBy(clockNow(first, compiled, now)?.lateWords ?? w.late, late.length) };
  if (entries.some((one) => one.task.held !== undefined)) return { kind: 'held', words: w.held };
  return entries.some((one) => one.group === 'today') ? { kind: 'soon', words: row.content.stage } : { kind: 'pending', words: row.content.stage };
}
/** Columns of the register, then state and next date, which every register has. */
export function columnsOf(register: Register): readonly ColumnOf[] {
  return [...register.columns.map(({ id, label }) => ({ id, label: textOf(label) })), { id: STATE, label: w.stateColumn }, { id: NEXT, label: w.next }];
}
/** As many of the register's first columns as fit beside state and next date. */
export function firstColumns(columns: readonly ColumnOf[], most = 9): readonly string[] {
  const own = columns.filter(({ id }) => id !== STATE && id !== NEXT).slice(0, most - 2).map(({ id }) => id);
  return [...own, STATE, NEXT];
}
/** What stands in a cell, dates as `2026-12-10`. */
export function raw(line: Line, column: string): string {
  if (column === REFERENCE) return line.row.content.reference;
  return column === STATE ? line.state.words : column === NEXT ? line.next : line.cells[column] ?? '';
}
/** What people read there. */
export function shown(line: Line, column: string): string {
  const text = raw(line, column);
  return /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(text) ? civilWords(text.length > 10 && column !== NEXT ? text.slice(0, 10) : text) : text;
}

export interface Wanted { readonly find: string; readonly state: '' | 'open' | 'closed' | 'late'; readonly year: string; readonly values: Readonly<Record<string, string>>; readonly sort: string; readonly down: boolean }
export const nothingWanted: Wanted = { find: '', state: '', year: '', values: {}, sort: '', down: false };

/** Lines that match, sorted; where nothing stands the line comes last, whichever way it is sorted. */
export function matching(lines: readonly Line[], columns: readonly ColumnOf[], wanted: Wanted): readonly Line[] {
  const words = wanted.find.toLowerCase().split(/\s+/).filter(Boolean);
  const kept = lines.filter((line) => (wanted.state === '' || (wanted.state === 'late' ? line.late && line.row.closed === 0 : (line.row.closed === 1) === (wanted.state === 'closed')))
    && (wanted.year === '' || civilDateTime(line.row.opened).startsWith(wanted.year)) && Object.entries(wanted.values).every(([column, value]) => value === '' || raw(line, column) === value)
    && (words.length === 0 || has(line, columns, words)));
  return wanted.sort === '' ? kept : kept.toSorted((a, b) => compare(raw(a, wanted.sort), raw(b, wanted.sort), wanted.down));
}
function has(line: Line, columns: readonly ColumnOf[], words: readonly string[]): boolean {
  const text = [line.row.content.reference, line.row.content.initials, ...columns.map(({ id }) => shown(line, id))].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}
const byWords = new Intl.Collator('en-GB', { numeric: true });
function compare(a: string, b: string, down: boolean): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return down ? byWords.compare(b, a) : byWords.compare(a, b);
}
/** Columns worth a list to choose from: two to twelve different values among many lines, none of them a date. */
export function choicesIn(lines: readonly Line[], columns: readonly ColumnOf[]): readonly { readonly column: ColumnOf; readonly values: readonly string[] }[] {
  return columns.filter(({ id }) => id !== STATE && id !== NEXT).flatMap((column) => {
    const values = [...new Set(lines.map((line) => raw(line, column.id)))].filter((value) => value !== '');
    const few = values.length > 1 && values.length <= 12 && values.length * 2 <= lines.length && !values.some((value) => /^\d{4}-/.test(value) || /^.\..\.$/.test(value));
    return few ? [{ column, values: values.toSorted(byWords.compare) }] : [];
  }).slice(0, 2);
}
/** The table as rows of text, for files that leave the page. */
export function tableOf(lines: readonly Line[], columns: readonly ColumnOf[]): { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  return { heads: [w.case, ...columns.map(({ label }) => label)], rows: lines.map((line) => [line.row.content.reference, ...columns.map(({ id }) => raw(line, id))]) };
}

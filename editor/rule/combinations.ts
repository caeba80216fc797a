// Every combination of answers and what comes of it. The short form leaves out what no longer matters: a column is
// "any" where the result is settled whatever it is. Up to 64 combinations can also be shown one by one.
import type { Truth } from '../../engine/criteria/index.ts';
import type { Criterion, Procedure, Scalar } from '../../engine/procedure/types.ts';
import { saidOf } from './lines.ts';
import { subjectTitle, valuesOf, type Named } from './subjects.ts';
import { askOf, keyOf, linesOf, truthOf, yesNo, type Answers, type Ask } from './trial.ts';
import type { Group } from './tree.ts';
import { inWords, labelsOf } from '../../engine/criteria/index.ts';
import { words } from './words.ts';

/** A column: an answer with a few values, or a line that is true or false. */
export interface Column { readonly key: string; readonly title: string; readonly values: readonly Named[]; readonly line: Criterion | null }
export interface Row { readonly cells: readonly (Named | null)[]; readonly result: Truth; readonly count: number }
export interface Combinations { readonly columns: readonly Column[]; readonly all: number; readonly short: readonly Row[]; /** Each on its own; empty when there are too many. */ readonly each: readonly Row[] }

const MOST = 64;
const another = '\u0000another';

/** The combinations of what a tree asks; null when nothing is asked or even the short form is too long to read. */
export function combinationsOf(procedure: Procedure, tree: Group): Combinations | null {
  const columns = columnsOf(procedure, tree);
  const all = columns.reduce((product, column) => product * column.values.length, 1);
  if (columns.length === 0) return null;
  const short = rowsOf(procedure, tree, columns, true, MOST);
  if (short === null) return { columns, all, short: [], each: [] };
  return { columns, all, short, each: all > MOST ? [] : rowsOf(procedure, tree, columns, false, MOST) ?? [] };
}

function columnsOf(procedure: Procedure, tree: Group): readonly Column[] {
  const columns = linesOf(procedure, tree).map((line) => columnOf(procedure, '!' in line ? line['!'] : line, tree));
  return [...new Map(columns.map((column) => [column.key, column])).values()];
}

/** A choice asked about is a column of the choices that are named, and "another"; everything else is true or false. */
function columnOf(procedure: Procedure, line: Criterion, tree: Group): Column {
  const said = saidOf(line);
  const subject = said?.subject;
  if (said?.verb === 'yes' && subject !== undefined) return { key: `question:${subject.id}`, title: subjectTitle(procedure, subject), values: yesNo, line: null };
  if (subject !== undefined && said !== null && ['is', 'is-not', 'one-of', 'took'].includes(said.verb)) {
    const named = namedValues(procedure, tree, subject.kind, subject.id);
    const values = valuesOf(procedure, subject);
    const rest = values.filter((each) => !named.has(each.value));
    const others = rest.length > 1 ? [{ value: another, title: words.another }] : rest;
    if (values.length > 0 && subject.kind !== 'setting') return { key: `${subject.kind}:${subject.id}`, title: subjectTitle(procedure, subject), values: [...values.filter((each) => named.has(each.value)), ...others], line: null };
  }
  return { key: keyOf(line), title: inWords(line, labelsOf(procedure)).replace(/\.$/, ''), values: yesNo, line };
}

function namedValues(procedure: Procedure, tree: Group, kind: string, id: string): ReadonlySet<Scalar> {
  const about = linesOf(procedure, tree).map((line) => saidOf('!' in line ? line['!'] : line)).filter((said) => said?.subject.kind === kind && said.subject.id === id);
  return new Set(about.flatMap((said) => said?.value ?? []));
}

/** Rows column by column: the rest is "any" once the result is settled, if they may be merged. Null when there are more than `most`. */
function rowsOf(procedure: Procedure, tree: Group, columns: readonly Column[], merge: boolean, most: number): readonly Row[] | null {
  const rows: Row[] = [];
  const walk = (cells: readonly Named[]): boolean => {
    const rest = columns.slice(cells.length);
    const result = truthOf(procedure, tree, askCells(procedure, columns, cells));
    const next = rest[0];
    if (next !== undefined && (!merge || result === 'unknown')) return next.values.every((value) => walk([...cells, value]));
    rows.push({ cells: [...cells, ...rest.map(() => null)], result, count: rest.reduce((product, column) => product * column.values.length, 1) });
    return rows.length <= most;
  };
  return walk([]) ? rows : null;
}

function askCells(procedure: Procedure, columns: readonly Column[], cells: readonly Named[]): Ask {
  const answers: Answers = new Map(cells.map((cell, index) => [columns[index]?.key ?? '', cell.value]));
  const ask = askOf(procedure, answers);
  const lines = new Set(columns.flatMap((column) => (column.line === null ? [] : [column.key])));
  return (line) => {
    if (!lines.has(keyOf(line))) return ask(line);
    const known = answers.get(keyOf(line));
    return known === undefined ? 'unknown' : known === true;
  };
}

/** The row that the answers given fall in, by what each line comes to for them. */
export function rowOf(procedure: Procedure, { columns }: Combinations, rows: readonly Row[], answers: Answers): Row | null {
  const ask = askOf(procedure, answers);
  const fits = (column: Column, cell: Named | null): boolean => {
    if (cell === null) return true;
    if (column.line !== null) return ask(column.line) === cell.value;
    const given = answers.get(column.key);
    return cell.value === another ? given !== undefined && !column.values.some((each) => each.value === given) : given === cell.value;
  };
  return rows.find((row) => columns.every((column, index) => fits(column, row.cells[index] ?? null))) ?? null;
}


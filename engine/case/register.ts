// A register of a procedure: its query over cases, one line for each case that its filter lets through. It is given
// the cases; how they are kept and paged is the store's.
import { compileCriterion } from '../criteria/index.ts';
import type { Id, Procedure, Register, RegisterValue, Scalar } from '../procedure/types.ts';
import { civilDateTime, type Instant } from '../time/index.ts';
import type { CompiledProcedure } from './compile.ts';
import { deadlinesOf } from './deadlines.ts';
import { recordOf, type Folded } from './folded.ts';
import { standsAt } from './in-force.ts';
import { caseAt } from './replay.ts';
import { scopeOf } from './scope.ts';
import type { Case } from './types.ts';
import { innermostStages, optionLabel, rowWords, stageLabel, textOf, valueWords } from './words.ts';

export interface RegisterLine {
  readonly case: string;
  /** Words by column, '' where nothing is known. Dates are `2026-12-10` or `2026-12-10T14:20`. */
  readonly cells: Readonly<Record<Id, string>>;
}

/**
 * Lines of a register over these cases as of an instant, sorted by the register's column, else as given.
 * Cases of another procedure, and those its filter does not let through or does not know, are left out.
 * Throws RangeError for a register that the procedure does not have.
 */
export function register(compiled: CompiledProcedure, registerId: Id, cases: readonly Case[], asOf: Instant): readonly RegisterLine[] {
  const definition = compiled.procedure.registers?.[registerId];
  if (!definition) throw new RangeError(`The procedure has no register "${registerId}".`);
  if (!standsAt(definition, asOf)) return [];
  const versions = { get: () => compiled, latest: () => compiled };
  const own = cases.filter(({ procedure }) => procedure.id === compiled.pin.id).map((held) => caseAt(versions, held, asOf).folded);
  const test = definition.filter && compileCriterion(definition.filter);
  const lines = own.filter((folded) => !test || test(scopeOf(compiled, folded, asOf)) === true).flatMap((folded) => rowsOf(compiled, definition, folded, asOf).map((row) => lineOf(compiled, definition, folded, asOf, row)));
  const { sortBy } = definition;
  return sortBy === undefined ? lines : lines.toSorted((a, b) => compareWords(a.cells[sortBy] ?? '', b.cells[sortBy] ?? ''));
}

function compareWords(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Row = Readonly<Record<Id, Scalar>>;

/** What a case has lines for: itself, or each row of the table, or entry of the list, that the register is of. */
function rowsOf(compiled: CompiledProcedure, { rows }: Register, folded: Folded, asOf: Instant): readonly (Row | undefined)[] {
  if (rows === undefined) return [undefined];
  const value = scopeOf(compiled, folded, asOf).value(rows);
  return Array.isArray(value) ? value.map((row): Row => (typeof row === 'object' ? row : { [rows]: row })) : [];
}

function lineOf(compiled: CompiledProcedure, { columns, rows }: Register, folded: Folded, asOf: Instant, row: Row | undefined): RegisterLine {
  const words = row === undefined ? {} : rowWords(compiled.procedure.questions[rows ?? ''], row);
  const cell = (value: RegisterValue): string => ('row' in value ? (value.row === rows ? valueWords(compiled.procedure, rows, row?.[rows]) : (words[value.row] ?? '')) : registerCell(compiled, folded, value, asOf));
  return { case: folded.id, cells: Object.fromEntries(columns.map(({ id, value }) => [id, cell(value)])) };
}

/** One value of a register, or of a document, in words; '' where nothing is known. */
export function registerCell(compiled: CompiledProcedure, folded: Folded, value: RegisterValue, asOf: Instant): string {
  const { procedure } = compiled;
  if ('var' in value) return valueWords(procedure, value.var, scopeOf(compiled, folded, asOf).value(value.var));
  if ('case' in value) return caseCell(compiled, folded, value.case);
  if ('taken' in value) return (recordOf(folded, value.taken)?.options ?? []).map((option) => optionLabel(procedure, value.taken, option)).join(', ');
  if ('row' in value) return '';
  if ('done' in value) return moment(recordOf(folded, value.done)?.done);
  return deadlinesOf(compiled, folded, asOf).find(({ timescale }) => timescale === value.due)?.date ?? '';
}

const moment = (instant: Instant | undefined): string => (instant === undefined ? '' : civilDateTime(instant));

function caseCell({ procedure, tree }: CompiledProcedure, folded: Folded, what: Extract<RegisterValue, { readonly case: string }>['case']): string {
  switch (what) {
    case 'reference': return folded.reference;
    case 'opened': return moment(folded.opened);
    case 'closed': return moment(folded.closed);
    case 'stage': return innermostStages(tree, folded.stages).map((id) => stageLabel(procedure, id)).join(', ');
    case 'case-type': return folded.caseType ?? '';
    case 'door': return textOf(procedure.doors[folded.door]?.label) ?? folded.door;
    case 'source': return textOf(procedure.doors[folded.door]?.sources?.find(({ id }) => id === folded.source)?.label) ?? folded.source ?? '';
    case 'initials': return initials(procedure, folded);
  }
}

/** The answer to the question that asks for the initials of whom the case is about. */
function initials({ subject }: Procedure, { answers }: Folded): string {
  const answer = subject && answers[subject.initials];
  return answer && 'value' in answer && typeof answer.value === 'string' ? answer.value : '';
}

// A register as a CSV file: one line for each of its lines, headed by the labels of its columns. A cell that a
// spreadsheet would run as a formula is guarded, because what stands in a cell was typed by somebody.
import type { Id } from '../procedure/types.ts';
import type { CompiledProcedure } from './compile.ts';
import type { RegisterLine } from './register.ts';
import { textOf } from './words.ts';

export interface CsvOptions {
  /** A byte order mark at the start, by which some spreadsheets know the file for UTF-8. Default: none. */
  readonly mark?: boolean;
  /** Where the file comes from: a last line of as many cells as every other, so that what reads the file by its columns goes on doing so. Default: none. */
  readonly origin?: string;
}

/**
 * The lines of a register as CSV (RFC 4180): commas, lines ended by CR LF, cells in quotation marks where they hold a
 * comma, a quotation mark or a line break. A cell that begins with = + - @, a tab or a carriage return is led by an
 * apostrophe. Throws RangeError for a register that the procedure does not have.
 */
export function registerCsv({ procedure }: CompiledProcedure, registerId: Id, lines: readonly RegisterLine[], { mark = false, origin }: CsvOptions = {}): string {
  const definition = procedure.registers?.[registerId];
  if (!definition) throw new RangeError(`The procedure has no register "${registerId}".`);
  const head = definition.columns.map(({ id, label }) => textOf(label) ?? id);
  const rows = lines.map(({ cells }) => definition.columns.map(({ id }) => cells[id] ?? ''));
  const last = origin === undefined ? [] : [head.map((_, column) => (column === 0 ? origin : ''))];
  return `${mark ? '\uFEFF' : ''}${[head, ...rows, ...last].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

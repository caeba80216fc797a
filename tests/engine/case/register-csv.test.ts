// A register as a CSV file that a spreadsheet reads as it was written, and runs nothing of.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../../engine/case/compile.ts';
import { registerCsv } from '../../../engine/case/register-csv.ts';
import { procedureWith } from './clockwork.ts';

const column = (id: string, label: string) => ({ id, label, value: { case: 'reference' as const } });
const compiled = compile({ ...procedureWith({}), registers: { all: { label: 'All', columns: [column('reference', 'Reference'), column('words', 'Words, "as said"')] } } });
const csv = (cells: readonly (readonly [string, string])[], mark = false): string => registerCsv(compiled, 'all', cells.map(([reference, words], index) => ({ case: `c${index}`, cells: { reference, words } })), { mark });

/** Reads CSV by another way than it is written: character by character. */
function readBack(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let [cell, quoted] = ['', false];
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at] ?? '';
    if (quoted && one === '"' && text[at + 1] === '"') { cell += '"'; at += 1; }
    else if (one === '"') quoted = !quoted;
    else if (!quoted && one === ',') { rows.at(-1)?.push(cell); cell = ''; }
    else if (!quoted && one === '\r' && text[at + 1] === '\n') { rows.at(-1)?.push(cell); rows.push([]); cell = ''; at += 1; }
    else cell += one;
  }
  return rows.slice(0, -1);
}

test('has a line for the labels of its columns and one for each case, ended by CR LF', () => {
  expect(csv([['IN-1', 'One'], ['IN-2', '']])).toBe('Reference,"Words, ""as said"""\r\nIN-1,One\r\nIN-2,\r\n');
});

test('a cell with a comma, a quotation mark or a line break stands in quotation marks', () => {
  expect(csv([['a,b', 'say "so"\nthen']]).split('\r\n')[1]).toBe('"a,b","say ""so""\nthen"');
});

test('a cell that would be run as a formula is led by an apostrophe', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r']) expect(csv([[`${start}1+1`, 'x']]).split('\r\n')[1]).toMatch(/^"?'/);
  expect(csv([['1=1', 'a-b']]).split('\r\n')[1]).toBe('1=1,a-b');
});

test('a byte order mark stands in front only when it is asked for', () => {
  expect([csv([], true).charCodeAt(0), csv([]).charCodeAt(0)]).toEqual([0xfeff, 'R'.charCodeAt(0)]);
});

test('says where it comes from in a last line that is read as the others are', () => {
  const lines = [{ case: 'c', cells: { reference: 'IN-1', words: 'One' } }];
  const read = readBack(registerCsv(compiled, 'all', lines, { origin: '=Origin, "made"' }));
  expect(read).toEqual([['Reference', 'Words, "as said"'], ['IN-1', 'One'], ["'=Origin, \"made\"", '']]);
});

test('whatever was typed is read back, but for the apostrophe, and no cell begins as a formula', () => {
  const words = fc.stringMatching(/^[=+\-@\t",;\n a-z0-9]{0,8}$/);
  fc.assert(fc.property(fc.array(fc.tuple(words, words), { maxLength: 5 }), (cells) => {
    const read = readBack(csv(cells)).slice(1);
    expect(read.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(cells);
    expect(read.flat().some((cell) => /^[=+\-@\t\r]/.test(cell))).toBe(false);
  }));
});

test('a register that the procedure does not have is an error of the caller', () => {
  expect(() => registerCsv(compiled, 'none', [])).toThrow(RangeError);
});

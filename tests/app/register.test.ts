// The register's table: columns from the procedure, searched, filtered and sorted over what is kept with the cases;
// and its copy as a workbook, in which no cell can become a formula.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEXT, STATE, choicesIn, columnsOf, firstColumns, linesOf, matching, nothingWanted, raw, shown, tableOf } from '../../app/cases/register/model.ts';
import { sheetFile } from '../../app/cases/exports/sheet.ts';
import { unzip } from './unzip.ts';
import { parseDateTime } from '../../engine/time/london.ts';
import type { CompiledProcedure } from '../../engine/case/compile.ts';
import type { RegisterRow } from '../../engine/store/types.ts';

const at = (text: string): number => parseDateTime(text) ?? 0;
const now = at('2026-12-31T10:42');
const compiled = { pin: { id: 'p', version: 1, hash: 'h' }, procedure: { id: 'p', parties: {}, tasks: {} }, timescales: new Map() } as unknown as CompiledProcedure;
const columns = columnsOf({ label: 'Alerts', columns: [{ id: 'child', label: 'Child', value: { case: 'initials' } }, { id: 'sent', label: 'Sent', value: { done: 'send' } }, { id: 'outcome', label: 'Outcome', value: { taken: 'decide' } }] });

function row(reference: string, cells: Readonly<Record<string, string>>, due?: string, more: Partial<RegisterRow> = {}): RegisterRow {
  const tasks = due === undefined ? [] : [{ task: 't', label: 'Do it', state: 'open' as const, doers: ['unit'], clocks: [{ timescale: 'c', state: 'due' as const, date: due.slice(0, 10), latest: at(due), sentence: '' }] }];
  return { case: reference, procedure: 'p', version: 1, seq: 1, head: '', stages: [], opened: at('2026-12-01T09:00'), changed: now, closed: 0, nextDue: 0, content: { reference, initials: cells['child'] ?? '', stage: 'Panel', tasks, registers: { alerts: [cells] } }, ...more };
}
const rows = [
  row('AB-2026-002', { child: 'Q.X.', sent: '2026-12-11T10:00', outcome: 'Review' }, '2026-12-29T23:59'),
  row('AB-2026-010', { child: 'Z.W.', sent: '', outcome: 'Review' }, '2027-01-06T23:59'),
  row('AB-2026-001', { child: 'Y.Y.', sent: '2026-12-02', outcome: 'None' }, undefined, { closed: 1, opened: at('2025-12-01T09:00'), content: { reference: 'AB-2026-001', initials: 'Y.Y.', stage: 'Ended', closedAt: at('2026-12-09T12:00'), tasks: [], registers: { alerts: [{ child: 'Y.Y.', sent: '2026-12-02', outcome: 'None' }] } } }),
  row('AB-2026-003', {}, undefined, { content: { reference: 'AB-2026-003', initials: '', stage: 'Alert', tasks: [], registers: {} } }),
  { ...row('OTHER-1', { child: 'O.O.' }), procedure: 'another' },
];
const lines = linesOf('alerts', compiled, rows, now);
const references = (wanted: object) => matching(lines, columns, { ...nothingWanted, ...wanted }).map((line) => line.row.content.reference);

describe('the table', () => {
  test('holds the cases that the register lets through, each with its state and next date', () => {
    expect(lines.map((line) => [line.row.content.reference, line.state.words, shown(line, NEXT)])).toEqual([['AB-2026-002', 'Late', 'Tue 29 Dec 2026'], ['AB-2026-010', 'Panel', 'Wed 6 Jan 2027'], ['AB-2026-001', 'Closed Wed 9 Dec', '']]);
  });
  test('is searched by every word in any column, whatever its case', () => {
    expect(references({ find: 'review z.w' })).toEqual(['AB-2026-010']);
    expect(references({ find: 'fri 11 dec' })).toEqual(['AB-2026-002']);
    expect(references({ find: 'nobody' })).toEqual([]);
  });
  test('is filtered by state, year of opening and a column’s value', () => {
    expect(references({ state: 'late' })).toEqual(['AB-2026-002']);
    expect(references({ state: 'closed' })).toEqual(['AB-2026-001']);
    expect(references({ year: '2025' })).toEqual(['AB-2026-001']);
    expect(references({ values: { outcome: 'Review' } })).toEqual(['AB-2026-002', 'AB-2026-010']);
  });
  test('is sorted either way, and what is not set comes last either way', () => {
    expect(references({ sort: 'sent' })).toEqual(['AB-2026-001', 'AB-2026-002', 'AB-2026-010']);
    expect(references({ sort: 'sent', down: true })).toEqual(['AB-2026-002', 'AB-2026-001', 'AB-2026-010']);
    expect(references({ sort: '#reference' })).toEqual(['AB-2026-001', 'AB-2026-002', 'AB-2026-010']);
  });
  test('shows the first columns, always with state and next date, and lists to choose from where values are few', () => {
    expect(firstColumns(columns, 4)).toEqual(['child', 'sent', STATE, NEXT]);
    const many = [...lines, ...lines];
    expect(choicesIn(many, columns).map(({ column, values }) => [column.id, values])).toEqual([['outcome', ['None', 'Review']]]);
  });
  test('sorting and filtering lose and double nothing', () => {
    fc.assert(fc.property(fc.constantFrom('', 'child', 'sent', 'outcome', STATE, NEXT), fc.boolean(), (sort, down) => {
      expect(references({ sort, down }).toSorted()).toEqual(['AB-2026-001', 'AB-2026-002', 'AB-2026-010']);
    }));
  });
});

async function sheetOf(cells: readonly (readonly string[])[], progress: (n: number) => boolean = () => true): Promise<string> {
  const file = await sheetFile({ title: 'Alerts: [all]', heads: ['A', 'B'], rows: cells }, progress);
  return unzip(Buffer.from(await (file ?? new Blob()).arrayBuffer())).get('xl/worksheets/sheet1.xml') ?? '';
}
describe('the workbook', () => {
  test('dates are dates: days since the last day of 1899, times as parts of a day', async () => {
    const sheet = await sheetOf([['2026-12-31', '2026-12-31T12:00']]);
    expect(sheet).toContain('<c r="A2" s="2"><v>46387</v></c><c r="B2" s="3"><v>46387.5</v></c>');
  });
  test('what looks like a formula is text', async () => {
    const sheet = await sheetOf([['=HYPERLINK("x")', '+1'], ['-1', '@x']]);
    expect(sheet).not.toContain('<f>');
    expect(sheet.match(/t="inlineStr"/g)).toHaveLength(6);
  });
  test('where it comes from stands on a sheet of its own, and the rows stay as they are', async () => {
    const made = async (origin: string, title = 'Alerts') => unzip(Buffer.from(await (await sheetFile({ title, heads: ['A'], rows: [['=1']], origin }, () => true) ?? new Blob()).arrayBuffer()));
    const [marked, without] = [await made('=Origin <1>', 'about THIS file'), await made('')];
    expect(marked.get('xl/worksheets/sheet2.xml')).toContain('t="inlineStr"><is><t xml:space="preserve">=Origin &lt;1&gt;</t>');
    expect(marked.get('xl/workbook.xml')?.match(/<sheet name="[^"]*"/g)).toEqual(['<sheet name="Register"', '<sheet name="About this file"']);
    expect(marked.get('xl/_rels/workbook.xml.rels')).toContain('Id="rId3"');
    expect(marked.get('[Content_Types].xml')).toContain('/xl/worksheets/sheet2.xml');
    expect(marked.get('xl/worksheets/sheet1.xml')).toBe(without.get('xl/worksheets/sheet1.xml'));
    expect([...without.keys()]).not.toContain('xl/worksheets/sheet2.xml');
  });
  test('any text is kept, but for what XML cannot hold', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      const sheet = await sheetOf([[`.${text}`, 'end']]);
      const cell = /<c r="A2"[^>]*><is><t xml:space="preserve">(.*?)<\/t><\/is><\/c>/s.exec(sheet)?.[1] ?? '';
      const read = cell.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
      // oxlint-disable-next-line no-control-regex -- these are the characters that XML forbids
      expect(read).toBe(`.${text}`.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));
    }), { numRuns: 50 });
  });
  test('two thousand rows are told of on the way, and can be called off', async () => {
    const told: number[] = [];
    const table = Array.from({ length: 2000 }, (_, n) => [`AB-${n}`, 'x']);
    expect((await sheetOf(table, (n) => told.push(n) > 0)).match(/<row /g)).toHaveLength(2001);
    expect(told).toEqual([200, 400, 600, 800, 1000, 1200, 1400, 1600, 1800, 2000]);
    expect(await sheetFile({ title: 'x', heads: [], rows: table }, (n) => n < 600)).toBeUndefined();
  });
  test('the copy holds what is shown, dates as they are kept', () => {
    const [first] = lines;
    expect(tableOf(first === undefined ? [] : [first], columns)).toEqual({ heads: ['Case', 'Child', 'Sent', 'Outcome', 'State', 'Next date'], rows: [['AB-2026-002', 'Q.X.', '2026-12-11T10:00', 'Review', 'Late', '2026-12-29']] });
    expect(first === undefined ? '' : raw(first, 'sent')).toBe('2026-12-11T10:00');
  });
});

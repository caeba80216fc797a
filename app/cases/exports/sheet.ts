// A table as an Excel workbook: one sheet of rows, headings that stay in view, dates as dates. Every other cell is text and
// nothing else, so that no cell can become a formula. The rows are written a few hundred at a time, and the page
// breathes between them.
import { parseDay } from '../../../engine/time/day.ts';
import { zipOf } from './zip.ts';

export interface Sheet { readonly title: string; readonly heads: readonly string[]; /** Dates as `2026-12-10` or `2026-12-10T14:20`. */ readonly rows: readonly (readonly string[])[]; /** Where it comes from: on a sheet of its own, where it is in nobody's way who sorts or counts the rows, and among the properties of the file. */ readonly origin?: string }
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const AT_ONCE = 200;
const DAYS_TO_1970 = 25_569;
const [TEXT, HEAD, DATE, DATE_TIME] = [0, 1, 2, 3];

/** The workbook; `progress` hears how many rows are written, and may call it off by returning false. */
export async function sheetFile(sheet: Sheet, progress: (done: number) => boolean): Promise<Blob | undefined> {
  const parts = [rowXml(sheet.heads.map((head) => [head, HEAD] as const), 1)];
  for (let from = 0; from < sheet.rows.length; from += AT_ONCE) {
    parts.push(sheet.rows.slice(from, from + AT_ONCE).map((row, index) => rowXml(row.map((cell) => [cell, TEXT] as const), from + index + 2)).join(''));
    if (!progress(Math.min(sheet.rows.length, from + AT_ONCE))) return undefined;
    await new Promise((resolve) => { setTimeout(resolve, 0); });
  }
  return zipOf(filesOf(sheet, parts.join('')), SHEET_TYPE);
}
function rowXml(cells: readonly (readonly [text: string, style: number])[], row: number): string {
  return `<row r="${row}">${cells.map(([text, style], column) => cellXml(text, style, `${columnName(column)}${row}`)).join('')}</row>`;
}
function cellXml(text: string, style: number, place: string): string {
  if (text === '') return '';
  const moment = style === TEXT ? serial(text) : undefined;
  if (moment !== undefined) return `<c r="${place}" s="${text.length > 10 ? DATE_TIME : DATE}"><v>${moment}</v></c>`;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}
/** Days since the last day of 1899, as Excel counts; undefined for what is no date. */
function serial(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(text)) return undefined;
  const day = parseDay(text.slice(0, 10));
  return day === undefined ? undefined : day + DAYS_TO_1970 + (text.length > 10 ? (Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))) / 1440 : 0);
}
function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}
/** Text in XML; what XML cannot hold at all is left out. */
function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters that XML forbids
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function filesOf({ title, heads, rows, origin = '' }: Sheet, data: string) {
  const wanted = title.replaceAll(/[[\]:*?/\\']/g, ' ').trim().slice(0, 31) || 'Register';
  const name = escaped(wanted.toLowerCase() === ABOUT.toLowerCase() ? 'Register' : wanted); // no two sheets may have one name
  const [second, sheets, related, parts] = origin === '' ? ['', '', '', []] : aboutSheet(origin);
  const last = `${columnName(heads.length - 1)}${rows.length + 1}`;
  const widths = heads.map((head, index) => `<col min="${index + 1}" max="${index + 1}" width="${Math.min(40, Math.max(14, head.length + 4))}" customWidth="1"/>`).join('');
  return [
    { name: '[Content_Types].xml', text: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>${second}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>` },
    { name: '_rels/.rels', text: `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>` },
    { name: 'docProps/core.xml', text: `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>Caseway</dc:creator><dc:description>${escaped(origin)}</dc:description></cp:coreProperties>` },
    { name: 'xl/workbook.xml', text: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/>${sheets}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', text: `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/styles" Target="styles.xml"/>${related}</Relationships>` },
    { name: 'xl/styles.xml', text: `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="ddd d mmm yyyy"/><numFmt numFmtId="165" formatCode="ddd d mmm yyyy, hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/><xf numFmtId="164" applyNumberFormat="1" xfId="0"/><xf numFmtId="165" applyNumberFormat="1" xfId="0"/></cellXfs></styleSheet>` },
    { name: 'xl/worksheets/sheet1.xml', text: `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>${data}</sheetData><autoFilter ref="A1:${last}"/></worksheet>` },
    ...parts,
  ];
}
const ABOUT = 'About this file';
/** A second sheet that says where the file comes from: its type, its entry, its relation, its file. */
function aboutSheet(origin: string) {
  const text = `${XML}<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="110" customWidth="1"/></cols><sheetData>${rowXml([[origin, TEXT]], 1)}</sheetData></worksheet>`;
  return [`<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${WORKSHEET_TYPE}"/>`, `<sheet name="${ABOUT}" sheetId="2" r:id="rId3"/>`, `<Relationship Id="rId3" Type="${REL}/worksheet" Target="worksheets/sheet2.xml"/>`, [{ name: 'xl/worksheets/sheet2.xml', text }]] as const;
}

// Blocks of a document as a Word file. Loaded only when somebody asks for one.
import { Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { DocumentBlock, Run } from '../../../engine/case/document-types.ts';
import { own } from './blocks.ts';

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const FULL = { size: 100, type: WidthType.PERCENTAGE } as const;

/** A picture to stand above the table that holds its figures. */
export interface Picture { readonly png: Uint8Array; readonly width: number; readonly height: number; /** What it shows, for those who do not see it. */ readonly alt: string }
/** Pictures by the label of the table that each stands above. */
export type Pictures = ReadonlyMap<string, readonly Picture[]>;
/** What is free between the margins of a sheet. */
const PAPER_WIDTH = 600;

/** The file; what is missing stands highlighted, so that it is not sent by mistake. */
export async function wordFile(title: string, blocks: readonly DocumentBlock[], pictures: Pictures = new Map()): Promise<Blob> {
  const file = new Document({ title, creator: 'Caseway', styles: { default: { document: { run: { font: 'Arial', size: 22 } } } }, sections: [{ children: blocks.flatMap((one) => [...(one.kind === 'table' ? (pictures.get(one.label) ?? []).map(picture) : []), ...block(one)]) }] });
  return Packer.toBlob(file);
}
function block(one: DocumentBlock): readonly (Paragraph | Table)[] {
  switch (one.kind) {
    case 'heading': return [new Paragraph({ heading: LEVELS[one.level], children: runs(one.runs) })];
    case 'paragraph': return [new Paragraph({ spacing: { after: 160 }, children: runs(one.runs) })];
    case 'answers': return [table(one.lines.map((line) => [own(line.label), line.runs])), new Paragraph('')];
    case 'table': return [table([one.columns.map(own), ...one.rows], true), new Paragraph('')];
  }
}
function picture({ png, width, height, alt }: Picture): Paragraph {
  const transformation = { width: PAPER_WIDTH, height: Math.round((height / width) * PAPER_WIDTH) };
  return new Paragraph({ spacing: { after: 160 }, children: [new ImageRun({ type: 'png', data: png, transformation, altText: { name: alt, title: alt, description: alt } })] });
}
function table(rows: readonly (readonly (readonly Run[])[])[], headed = false): Table {
  return new Table({ width: FULL, rows: rows.map((cells, row) => new TableRow({ tableHeader: headed && row === 0, children: cells.map((cell, column) => new TableCell({ children: [new Paragraph({ children: runs(cell, (headed && row === 0) || (!headed && column === 0)) })] })) })) });
}
function runs(all: readonly Run[], bold = false): TextRun[] {
  return all.flatMap((run) => run.text.split('\n').map((text, index) => new TextRun({ text, bold, ...(index > 0 ? { break: 1 } : {}), ...(run.is === 'gap' ? { highlight: 'yellow' as const } : {}) })));
}

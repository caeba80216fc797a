// The debrief as a Word file: headed REHEARSAL on each page, the table of duties, what to talk about, and the note.
import { AlignmentType, Document, Footer, Header, HeadingLevel, PageNumber, Packer, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import type { Debrief, DutyLine, Playbook } from '../../../engine/case/rehearsal/index.ts';
import { partyLabel } from '../../cases/actors.ts';
import { trainingWords } from '../words.ts';
import { dayWordsOf, verdictWords } from './verdicts.ts';

const w = trainingWords.report;

/** A Word file of one debrief. */
export function debriefDocument({ scenario, compiled: { procedure } }: Playbook, debrief: Debrief, note: string): Promise<Blob> {
  const { score, talk, refused, unneeded } = debrief;
  const list = (items: readonly string[]): readonly Paragraph[] => items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
  const part = (title: string, items: readonly string[]): readonly Paragraph[] => (items.length === 0 ? [] : [heading(title), ...list(items)]);
  const document = new Document({
    title: `${scenario.title}: ${trainingWords.debrief}`, creator: 'Caseway', lastModifiedBy: 'Caseway', description: trainingWords.notReal,
    styles: { default: { document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } }, paragraph: { spacing: { after: 100 } } }, heading1: { run: { font: 'Arial', size: 34, bold: true, color: '000000' }, paragraph: { spacing: { after: 120 } } }, heading2: { run: { font: 'Arial', size: 26, bold: true, color: '000000' }, paragraph: { spacing: { before: 280, after: 120 }, keepNext: true } } } },
    sections: [{
      properties: { page: { size: { width: A4.width, height: A4.height }, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children: [w.page, ' ', PageNumber.CURRENT, ` ${w.ofPages} `, PageNumber.TOTAL_PAGES], size: 18 })] })] }) },
      headers: { default: new Header({ children: [new Paragraph({ children: [new TextRun({ text: `${trainingWords.mark}. ${trainingWords.notReal}.`, bold: true })] })] }) },
      children: [
        new Paragraph({ text: w.title(score.well, score.duties), heading: HeadingLevel.HEADING_1 }),
        new Paragraph(`${scenario.title}. ${w.wayOf(debrief.way)}, ${dayWordsOf(debrief.from)} ${w.to} ${dayWordsOf(debrief.to)}. ${w.by(debrief.acts, debrief.roles)}`),
        ...(score.asked === 0 ? [] : [new Paragraph(w.questions(score.right, score.asked))]),
        heading(w.line), dutyTable(debrief.lines, (role) => partyLabel(procedure, role)),
        ...(talk.length === 0 ? [] : [heading(w.talk), ...talk.map(({ ask, fact }) => new Paragraph({ bullet: { level: 0 }, children: [new TextRun({ text: ask, bold: true }), new TextRun({ text: ` ${fact}` })] }))]),
        ...part(w.refusedTitle, refused.map((one) => `${dayWordsOf(one.at)}, ${partyLabel(procedure, one.role)}: ${one.label}. ${one.words}`)),
        ...part(w.unneededTitle, unneeded.map((one) => `${dayWordsOf(one.at)}, ${partyLabel(procedure, one.role)}: ${one.label}`)),
        ...(note.trim() === '' ? [] : [heading(w.note), ...note.split('\n').map((text) => new Paragraph(text))]),
      ],
    }],
  });
  return Packer.toBlob(document);
}

/** In twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 } as const;
const MARGIN = 1080;
const WIDTHS = [3300, 2100, 1650, 1350, 1346] as const;

const heading = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_2 });

function dutyTable(lines: readonly DutyLine[], who: (role: string) => string): Table {
  const margins = { top: 50, bottom: 50, left: 90, right: 90 };
  const cell = (text: string, column: number, bold: boolean): TableCell => new TableCell({ margins, width: { size: WIDTHS[column] ?? 0, type: WidthType.DXA }, children: [new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text, bold, size: 19 })] })] });
  const row = (cells: readonly string[], bold: boolean, head = false): TableRow => new TableRow({ tableHeader: head, cantSplit: true, children: cells.map((text, column) => cell(text, column, head || (bold && (column === 0 || column === cells.length - 1)))) });
  return new Table({
    width: { size: WIDTHS.reduce((sum, one) => sum + one, 0), type: WidthType.DXA }, columnWidths: [...WIDTHS], layout: TableLayoutType.FIXED,
    rows: [row(Object.values(w.columns), true, true), ...lines.map((line) => row([line.label, who(line.by ?? line.role), line.latest === undefined ? w.expectedBy(dayWordsOf(line.expected)) : dayWordsOf(line.latest), line.done === undefined ? '' : dayWordsOf(line.done), verdictWords(line)], line.verdict === 'late' || line.verdict === 'missed'))],
  });
}

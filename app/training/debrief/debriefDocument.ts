// The debrief as a Word file: headed REHEARSAL on each page, the table of duties, what to talk about, and the note.
import { Document, Header, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
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
    sections: [{
      headers: { default: new Header({ children: [new Paragraph({ children: [new TextRun({ text: `${trainingWords.mark}. ${trainingWords.notReal}.`, bold: true })] })] }) },
      children: [
        new Paragraph({ text: w.title(score.well, score.duties), heading: HeadingLevel.HEADING_1 }),
        new Paragraph(`${scenario.title}. ${w.wayOf(debrief.way)}, ${dayWordsOf(debrief.from)} ${w.to} ${dayWordsOf(debrief.to)}. ${w.by(debrief.acts, debrief.roles)}`),
        ...(score.asked === 0 ? [] : [new Paragraph(w.questions(score.right, score.asked))]),
        heading(w.line), dutyTable(debrief.lines, (role) => partyLabel(procedure, role)),
        ...part(w.talk, talk.map(({ ask, fact }) => `${ask} ${fact}`)),
        ...part(w.refusedTitle, refused.map((one) => `${dayWordsOf(one.at)}, ${partyLabel(procedure, one.role)}: ${one.label}. ${one.words}`)),
        ...part(w.unneededTitle, unneeded.map((one) => `${dayWordsOf(one.at)}, ${partyLabel(procedure, one.role)}: ${one.label}`)),
        ...(note.trim() === '' ? [] : [heading(w.note), ...note.split('\n').map((text) => new Paragraph(text))]),
      ],
    }],
  });
  return Packer.toBlob(document);
}

const heading = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_2 });

function dutyTable(lines: readonly DutyLine[], who: (role: string) => string): Table {
  const row = (cells: readonly string[], bold = false): TableRow => new TableRow({ tableHeader: bold, children: cells.map((text) => new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold })] })] })) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(Object.values(w.columns), true), ...lines.map((line) => row([line.label, who(line.by ?? line.role), line.latest === undefined ? w.expectedBy(dayWordsOf(line.expected)) : dayWordsOf(line.latest), line.done === undefined ? '' : dayWordsOf(line.done), verdictWords(line)]))],
  });
}

// The figures of a year as parts of a document: for Word, for copying, and for the tables behind the pictures.
import type { DocumentBlock } from '../../engine/case/document-types.ts';
import { line, paragraph, table, title } from '../cases/letters/blocks.ts';
import { recordWords } from '../dates.ts';
import { reportWords as w } from './words.ts';
import type { Counted, YearFigures } from './year.ts';

const heading = (text: string): DocumentBlock => ({ kind: 'heading', level: 2, runs: [{ text, is: 'words' }] });
const words = (cells: readonly (string | number)[]): readonly string[] => cells.map(String);

export const countTable = (label: string, all: readonly Counted[]) => ({ label, columns: [label, w.number2], rows: all.map((one) => words([one.label, one.count])) });
export const stageTable = ({ stages }: YearFigures) => ({ label: w.stageTimes, columns: [w.stage, w.visits, w.median, w.longest, w.limit], rows: stages.map((one) => words([one.label, one.times, one.median, one.longest, one.limit ?? w.noLimit])) });
export const agencyTable = ({ agencies }: YearFigures) => ({ label: w.agencies, columns: [w.agency, w.asked, w.inTime, w.lateIn, w.out, w.overdue, w.other], rows: agencies.map((one) => words([one.label, one.asked, one.inTime, one.late, one.out, one.overdue, one.other])) });
export const limitTable = ({ limits }: YearFigures) => ({ label: w.limits, columns: [w.clock, w.met, w.metLate, w.lateNow, w.running], rows: limits.map((one) => words([one.label, one.met, one.metLate, one.late, one.running])) });
export const counts = (figures: YearFigures): readonly (readonly [string, number])[] => [[w.openedIn, figures.opened], [w.closedIn, figures.closed], [w.openAtEnd, figures.openAtEnd], [w.openNow, figures.openNow], [w.departures, figures.departures]];

export function yearBlocks(figures: YearFigures, year: string, now: number, unread: number): readonly DocumentBlock[] {
  const tables = [...Object.entries({ doors: figures.doors, types: figures.types, outcomes: figures.outcomes }).map(([id, all]) => countTable(w.kindsOf[id as keyof typeof w.kindsOf], all)), stageTable(figures), agencyTable(figures), limitTable(figures)];
  return [
    title(w.yearTitle(year)), paragraph(w.asOf(recordWords(now))), ...(unread === 0 ? [] : [paragraph(w.unread(unread))]), { kind: 'answers', lines: counts(figures).map(([label, count]) => line(label, String(count))) },
    ...tables.filter(({ rows }) => rows.length > 0).flatMap(({ label, columns, rows }): readonly DocumentBlock[] => [heading(label), table(label, columns, rows)]),
  ];
}

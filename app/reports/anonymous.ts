// A report without names: answers of a class that the procedure withholds from anybody are left out, the child and the
// people who acted stand there as what they are, and the names known in the case are looked for in every text. What
// looks like a name and is known to nobody is not found: whoever sends it has to read it.
import { spoken } from '../../engine/case/document-names.ts';
import type { DocumentBlock, Run } from '../../engine/case/document-types.ts';
import type { Answer, Answers } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { partyLabel } from '../cases/actors.ts';
import { bornOf, initialsOf } from '../cases/identity.ts';
import type { CaseModel } from '../cases/types.ts';
import { civilWords } from '../dates.ts';
import { reportWords as w } from './words.ts';

const gone: Answer = { status: 'not-applicable', reason: w.leftOut };

/** The same case, with the answers gone that say who somebody is. */
export function withoutIdentity(model: CaseModel): CaseModel {
  const { procedure, case: item } = model;
  const about = new Set([procedure.subject?.initials, procedure.subject?.born]);
  const hides = (id: string): boolean => about.has(id) || isClassed(procedure, id);
  const answers: Answers = Object.fromEntries(Object.entries(item.answers).map(([id, answer]) => [id, hides(id) ? gone : answer]));
  return { ...model, case: { ...item, answers } };
}
function isClassed({ questions, disclosure = {} }: Procedure, id: string): boolean {
  const asked = questions[id];
  const named = Object.values(disclosure).some(({ pseudonyms }) => pseudonyms?.question === id);
  return named || asked?.class !== undefined || Object.values(asked?.columns ?? {}).some((column) => column.class !== undefined);
}

/** The same parts, with every name that is known in the case replaced. */
export function withoutNames(blocks: readonly DocumentBlock[], model: CaseModel): readonly DocumentBlock[] {
  const names = namesKnown(model).toSorted(([a], [b]) => b.length - a.length);
  const { reference } = model.case;
  // The reference stays, also where its letters are somebody's initials.
  const runs = (all: readonly Run[]): readonly Run[] => all.flatMap((run) => run.text.split(reference).flatMap((piece, index) => [...(index > 0 ? [{ text: reference, is: run.is }] : []), ...spoken(piece, run.is, { hidden: [], maps: [], names })]));
  return blocks.map((block): DocumentBlock => {
    switch (block.kind) {
      case 'heading': case 'paragraph': return { ...block, runs: runs(block.runs) };
      case 'answers': return { ...block, lines: block.lines.map((line) => ({ ...line, runs: runs(line.runs) })) };
      case 'table': return { ...block, rows: block.rows.map((row) => row.map(runs)) };
    }
  });
}
type Known = readonly [name: string, instead: string];
function namesKnown({ case: item, procedure }: CaseModel): readonly Known[] {
  const born = bornOf(procedure, item.answers);
  const dates = born === undefined ? [] : [born, civilWords(born), civilWords(born, false)].map((date): Known => [date, w.leftOut]);
  const people = [...item.events.map(({ actor }): Known => [actor.person, w.somebody(partyLabel(procedure, actor.role))]), ...item.appointments.map(({ person, seat }): Known => [person, w.somebody(partyLabel(procedure, seat))])];
  const child = initialsOf(procedure, item.answers);
  const known = [...pseudonymsIn(procedure, item.answers), [child, w.theChild] as const, ...people].flatMap(([name, instead]): readonly Known[] => [[name, instead], [name.replaceAll('.', ''), instead]]);
  // The first that says what stands for a name holds; a single letter is no name.
  return [...new Map([...known, ...dates].toReversed()).entries()].filter(([name]) => name.replaceAll('.', '').length > 1);
}
function pseudonymsIn({ disclosure = {} }: Procedure, answers: Answers): readonly Known[] {
  return Object.values(disclosure).flatMap(({ pseudonyms }) => {
    const answer = pseudonyms === undefined ? undefined : answers[pseudonyms.question];
    const rows = pseudonyms !== undefined && answer !== undefined && 'value' in answer && Array.isArray(answer.value) ? (answer.value as readonly Readonly<Record<string, unknown>>[]) : [];
    return rows.map((row): Known => [String(row[pseudonyms?.name ?? ''] ?? ''), String(row[pseudonyms?.pseudonym ?? ''] ?? '')]);
  });
}

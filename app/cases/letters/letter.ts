// A letter for a sending that has no template of its own: what is told, to whom, what was decided, and the answers of
// its form that the reader may see. What a reader may not see is left out and named as left out.
import type { Answers, TaskView } from '../../../engine/case/types.ts';
import type { DocumentBlock } from '../../../engine/case/document-types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { listWords } from '../../../engine/time/words.ts';
import { civilDay, civilWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { partyLabel } from '../actors.ts';
import { answerWords } from '../form/answerWords.ts';
import { partsOfForm } from '../form/formParts.ts';
import type { CaseModel } from '../types.ts';
import { line, paragraph, title } from './blocks.ts';
import { letterWords as w } from './words.ts';

export interface Letter { readonly title: string; readonly blocks: readonly DocumentBlock[]; readonly gaps: readonly string[]; readonly withheld: readonly Id[] }

/** The draft for one of those who are told. */
export function letterFor(model: CaseModel, view: TaskView, party: Id, answers: Answers): Letter {
  const { case: item, procedure, now } = model;
  const asked = partsOfForm(procedure, procedure.forms?.[view.form?.id ?? '']).flatMap((part) => part.questions).filter((id) => answers[id] !== undefined);
  const seen = procedure.parties[party]?.maySee;
  const hidden = asked.filter((id) => isHidden(procedure, id, seen));
  const lines = asked.filter((id) => !hidden.includes(id)).flatMap((id) => { const question = procedure.questions[id]; return question === undefined ? [] : [line(textOf(question.label), answerWords(procedure, question, answers[id]))]; });
  const due = view.deadlines.find((one) => one.state === 'due' || one.state === 'overdue')?.date;
  const decided = decidedIn(model, seen === undefined);
  const empty = decided.length + lines.length === 0;
  return {
    title: view.label, gaps: empty ? [w.nothingHeld] : [], withheld: [...new Set(hidden.flatMap((id) => procedure.questions[id]?.class ?? []))],
    blocks: [
      paragraph(civilWords(civilDay(now))), paragraph(w.letterTo(partyLabel(procedure, party))), title(`${w.about(item.reference)}: ${view.label}`), paragraph(w.dear),
      ...(empty ? [{ kind: 'paragraph' as const, runs: [{ text: w.toWrite, is: 'gap' as const }] }] : decided), ...(lines.length === 0 ? [] : [{ kind: 'answers' as const, lines }]), ...(due === undefined || view.record?.sent !== undefined ? [] : [paragraph(w.due(civilWords(due)))]),
    ],
  };
}
function isHidden(procedure: Procedure, question: Id, seen: readonly Id[] | undefined): boolean {
  const of = procedure.questions[question]?.class;
  return of !== undefined && seen !== undefined && !seen.includes(of);
}
/** The last decision that was taken finally; its reasons only for those from whom nothing is withheld. */
function decidedIn({ case: item, procedure, tasks }: CaseModel, withReasons: boolean): readonly DocumentBlock[] {
  const decided = tasks.filter((view) => view.shape === 'decide' && view.record?.done !== undefined && procedure.tasks[view.id]?.advises === undefined).toSorted((a, b) => (b.record?.done ?? 0) - (a.record?.done ?? 0))[0];
  const record = decided === undefined ? undefined : item.tasks[decided.id]?.at(-1);
  if (decided === undefined || record?.options === undefined) return [];
  const options = listWords(record.options.map((id) => decided.options.find((one) => one.id === id)?.label ?? id));
  return [{ kind: 'answers', lines: [line(w.decided, `${decided.label}: ${options}`), ...(record.reasons === undefined || !withReasons ? [] : [line(w.reasons, record.reasons)])] }];
}

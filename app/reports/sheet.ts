// The sheet from which a national notification is typed into another body's own system: the questions of the sending's
// form in their order and wording, each with its answer as it is to be typed.
import type { TaskView } from '../../engine/case/types.ts';
import type { DocumentBlock } from '../../engine/case/document-types.ts';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import { answerWords } from '../cases/form/answerWords.ts';
import { heldFor } from '../cases/form/formParts.ts';
import { line, paragraph, title } from '../cases/letters/blocks.ts';
import type { CaseModel } from '../cases/types.ts';
import { instantWords } from '../dates.ts';
import { textOf } from '../procedures/catalogue.ts';
import { reportWords as w } from './words.ts';

export interface SheetField { readonly id: Id; readonly label: string; readonly hint: string; readonly answer: string; /** Nothing to type yet: not answered, or not known. */ readonly missing: boolean }
export interface SheetPart { readonly id: Id; readonly label: string; readonly fields: readonly SheetField[] }

/** Sendings with a form of their own that go outside the partnership: what somebody types into another system. */
export function sheetsOf({ procedure, tasks }: Pick<CaseModel, 'procedure' | 'tasks'>): readonly TaskView[] {
  return tasks.filter((view) => view.shape === 'exchange' && (view.form?.sections.flatMap(({ questions }) => questions).length ?? 0) > 1 && goesOutside(procedure, view.id));
}
function goesOutside({ tasks, parties }: Procedure, task: Id): boolean {
  return (tasks[task]?.to ?? []).some((to) => typeof to === 'string' && parties[to]?.outside === true);
}
export function sheetOf(model: CaseModel, view: TaskView): readonly SheetPart[] {
  const { procedure, case: item } = model;
  const answers = { ...item.answers, ...heldFor(procedure, item, view) };
  return (view.form?.sections ?? []).map((section): SheetPart => ({
    id: section.id, label: section.label,
    fields: section.questions.flatMap((id): readonly SheetField[] => {
      const question = procedure.questions[id];
      const answer = answers[id] ?? view.form?.prefilled[id];
      return question === undefined ? [] : [{ id, label: textOf(question.label), hint: textOf(question.hint), answer: answerWords(procedure, question, answer), missing: answer === undefined || 'status' in answer }];
    }),
  })).filter(({ fields }) => fields.length > 0);
}
export function sheetBlocks({ case: item, now }: CaseModel, view: TaskView, parts: readonly SheetPart[]): readonly DocumentBlock[] {
  return [title(`${w.sheet.title}: ${view.label}`), paragraph(w.made(instantWords(now), item.reference)), ...parts.flatMap((part): readonly DocumentBlock[] => [{ kind: 'heading', level: 2, runs: [{ text: part.label, is: 'words' }] }, { kind: 'answers', lines: part.fields.map((field) => line(field.label, field.answer)) }])];
}

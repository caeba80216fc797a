// The sheet from which a notification is typed into another body's own system: the questions of the sending's own form in
// their order and wording, then what else the case knows, form by form, each with its answer as it is to be typed. What
// the other body asks is in no shipped procedure, so nothing here claims to be its form.
import type { TaskView } from '../../engine/case/types.ts';
import type { DocumentBlock } from '../../engine/case/document-types.ts';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import { factsOf } from '../cases/around/facts.ts';
import { answerWords } from '../cases/form/answerWords.ts';
import { heldFor } from '../cases/form/formParts.ts';
import { line, paragraph, title } from '../cases/letters/blocks.ts';
import type { CaseModel } from '../cases/types.ts';
import { recordWords } from '../dates.ts';
import { textOf } from '../procedures/catalogue.ts';
import { reportWords as w } from './words.ts';

export interface SheetField { readonly id: Id; readonly label: string; readonly hint: string; readonly answer: string; /** Nothing to type yet: not answered, or not known. */ readonly missing: boolean }
export interface SheetPart { readonly id: Id; readonly label: string; readonly fields: readonly SheetField[] }

/** Sendings of a notifying stage to a body outside the partnership: what somebody types into another system. */
export function sheetsOf({ procedure, tasks }: Pick<CaseModel, 'procedure' | 'tasks'>): readonly TaskView[] {
  return tasks.filter((view) => view.shape === 'exchange' && isNotification(procedure, view.id));
}
function isNotification({ tasks, parties, stages }: Procedure, task: Id): boolean {
  const definition = tasks[task];
  return (definition?.in ?? []).some((stage) => stages[stage]?.kind === 'notify') && (definition?.to ?? []).some((to) => typeof to === 'string' && parties[to]?.outside === true && parties[to].kind === 'body');
}
export function sheetOf(model: CaseModel, view: TaskView): readonly SheetPart[] {
  const { procedure, case: item } = model;
  const answers = { ...item.answers, ...heldFor(procedure, item, view) };
  const fieldsOf = (ids: readonly Id[]) => ids.flatMap((id): readonly SheetField[] => {
    const question = procedure.questions[id];
    return question === undefined ? [] : [{ id, label: textOf(question.label), hint: textOf(question.hint), answer: answerWords(procedure, question, answers[id]), missing: answers[id] === undefined || 'status' in answers[id] }];
  });
  const own = (view.form?.sections ?? []).map((section): SheetPart => ({ id: section.id, label: section.label, fields: fieldsOf(section.questions) }));
  const asked = new Set(own.flatMap(({ fields }) => fields.map(({ id }) => id)));
  const known = factsOf(procedure, item.answers).map(({ label, questions }): SheetPart => ({ id: label, label, fields: fieldsOf(questions.filter((id) => !asked.has(id))).filter(({ missing }) => !missing) }));
  return [...own, ...known].filter(({ fields }) => fields.length > 0);
}
/** What the procedure says of the form that it does not have. */
export function sheetGap({ procedure }: Pick<CaseModel, 'procedure'>, view: TaskView): string { return textOf(procedure.forms?.[view.form?.id ?? '']?.gap); }
export function sheetBlocks({ case: item, now }: CaseModel, view: TaskView, parts: readonly SheetPart[]): readonly DocumentBlock[] {
  return [title(`${w.sheet.title}: ${view.label}`), paragraph(w.made(recordWords(now), item.reference)), ...parts.flatMap((part): readonly DocumentBlock[] => [{ kind: 'heading', level: 2, runs: [{ text: part.label, is: 'words' }] }, { kind: 'answers', lines: part.fields.map((field) => line(field.label, field.answer)) }])];
}

// A form as its parts: which questions, who fills them, how far each is.
import { answersFor } from '../../../engine/case/act-answers.ts';
import type { Answers, Case, TaskView } from '../../../engine/case/types.ts';
import type { Form, FormSection, Id, Procedure } from '../../../engine/procedure/types.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { isEmptyDate } from '../../../ui/DateField.tsx';
import { typedFrom } from './typedAnswers.ts';
import type { Typed, TypedAnswers } from './typedAnswers.ts';

export interface Part { readonly id: Id; readonly label: string; readonly hint?: string; readonly by?: Id; /** Signed: it is read until it is opened again. */ readonly locked?: true; readonly questions: readonly Id[]; readonly cites: readonly string[] }

/** Parts of a form with at least one question that is asked; only the one named, where a task fills no more. */
export function partsOfForm(procedure: Procedure, form: Form | undefined, only?: Id): readonly Part[] {
  return (form?.sections ?? []).filter(({ id }) => only === undefined || id === only).map((section) => part(procedure, section)).filter((one) => one.questions.length > 0);
}
/** The parts that a task fills now, of the form that it fills now. */
export function partsOfTask(procedure: Procedure, view: TaskView): readonly Part[] {
  const asked = new Map(view.form?.sections.filter((one) => one.asked).map((one) => [one.id, one]));
  const parts = view.form === undefined ? [] : partsOfForm(procedure, procedure.forms?.[view.form.id]).filter(({ id }) => asked.has(id));
  const now = parts.map((one) => ({ ...one, questions: one.questions.filter((id) => asked.get(one.id)?.questions.includes(id)) })).filter(({ questions }) => questions.length > 0);
  return now.map((one) => (asked.get(one.id)?.signed === undefined ? one : { ...one, locked: true }));
}
function part(procedure: Procedure, section: FormSection): Part {
  const questions = [...new Set([...section.questions, ...(section.signature === undefined ? [] : [section.signature])])].filter((id) => procedure.questions[id] !== undefined && procedure.questions[id]?.type !== 'computed');
  return { id: section.id, label: textOf(section.label), questions, cites: section.cites ?? [], ...(section.hint === undefined ? {} : { hint: textOf(section.hint) }), ...(section.by === undefined ? {} : { by: section.by }) };
}
/** True for a part that another role fills, or that is signed: the person at the screen reads it. What is said by somebody outside is entered here. */
export function isOthers(procedure: Procedure, { by, locked }: Part, role: Id): boolean {
  if (locked === true) return true;
  if (by === undefined || by === role) return false;
  const party = procedure.parties[by];
  return party?.outside !== true && party?.seats?.includes(role) !== true;
}
/** What a task's form is filled with at first: what the case holds for it, else what the procedure puts there. */
export function heldFor(procedure: Procedure, item: Case, view: TaskView): Answers {
  return { ...view.form?.prefilled, ...answersFor(procedure, item, view.id) };
}
/** What stands in the controls: what was typed here, else what the case holds. */
export function shownTyped(procedure: Procedure, id: Id, typed: TypedAnswers, answers: Answers): Typed {
  const question = procedure.questions[id];
  return typed[id] ?? (question === undefined ? {} : typedFrom(question, answers[id]));
}
export function shownAll(procedure: Procedure, ids: readonly Id[], typed: TypedAnswers, answers: Answers): TypedAnswers {
  return Object.fromEntries(ids.map((id) => [id, shownTyped(procedure, id, typed, answers)]));
}
/** How many of the questions have something in them. */
export function answeredCount(procedure: Procedure, ids: readonly Id[], typed: TypedAnswers, answers: Answers): number {
  return ids.filter((id) => hasContent(shownTyped(procedure, id, typed, answers))).length;
}
function hasContent(typed: Typed): boolean {
  return typed.status !== undefined || (typed.text ?? '').trim() !== '' || (typed.picked ?? []).length > 0 || (typed.date !== undefined && !isEmptyDate(typed.date)) || (typed.rows ?? []).some((row) => Object.values(row).some(hasContent));
}

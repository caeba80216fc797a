// A form as a person is to fill it now: which version it is, which parts are open to them, what is signed, and what
// stands in its fields before anybody types. Nothing here becomes an answer until somebody gives it.
import { compile } from '../criteria/compile.ts';
import { compileOperand } from '../criteria/operand.ts';
import type { Form, FormSection, Id, Procedure, Task } from '../procedure/types.ts';
import { answersFor } from './act-answers.ts';
import { answerFault } from './answers.ts';
import { formFor } from './chosen.ts';
import type { CompiledProcedure } from './compile.ts';
import type { Folded } from './folded.ts';
import { formVersion } from './form-versions.ts';
import { questionsOf, sectionsOf } from './form-sections.ts';
import { standsAt } from './in-force.ts';
import { signedNow } from './sections.ts';
import { scopeOf } from './scope.ts';
import type { Answer, Answers, FormView, TaskView } from './types.ts';
import { partyLabel, textOf } from './words.ts';

/** The forms of a task: its own, and the one that recipients fill. */
export function formsOf(compiled: CompiledProcedure, folded: Folded, id: Id, task: Task): Pick<TaskView, 'form' | 'replyForm'> {
  const filled = formFor(compiled, folded, id);
  const own = formView(compiled, folded, filled.form, sectionsOf(compiled.procedure, filled), answersFor(compiled.procedure, folded, id));
  const reply = formView(compiled, folded, task.reply?.form, sectionsOf(compiled.procedure, { ...(task.reply?.form !== undefined && { form: task.reply.form }) }), {});
  return { ...(own && { form: own }), ...(reply && { replyForm: reply }) };
}

function formView(compiled: CompiledProcedure, folded: Folded, id: Id | undefined, filled: readonly FormSection[], answers: Answers): FormView | undefined {
  const form: Form | undefined = compiled.procedure.forms?.[id ?? ''];
  if (!form || id === undefined || !standsAt(form, folded.asOf)) return undefined;
  const now = (section: FormSection): boolean => standsAt(section, folded.asOf);
  const version = formVersion(compiled.procedure, id);
  return {
    id, label: textOf(form.label) ?? id, ...(version !== undefined && { version }),
    sections: form.sections.filter(now).map((section) => sectionView(compiled.procedure, folded, id, section, filled.includes(section))),
    prefilled: prefilled(compiled, folded, filled.filter(now).flatMap(questionsOf).filter((question) => answers[question] === undefined)),
  };
}

function sectionView(procedure: Procedure, folded: Folded, form: Id, section: FormSection, asked: boolean): FormView['sections'][number] {
  const signed = signedNow(folded, form, section.id);
  return {
    id: section.id, label: textOf(section.label) ?? section.id, asked, questions: questionsOf(section).filter((question) => standsAt(procedure.questions[question], folded.asOf)),
    ...(section.by !== undefined && { by: { party: section.by, label: partyLabel(procedure, section.by) } }),
    ...(signed && { signed: { by: signed.by, at: signed.at } }),
  };
}

/** What stands at first in the fields of these questions; a value that its question cannot have stands nowhere. */
export function prefilled(compiled: CompiledProcedure, folded: Folded, questions: readonly Id[]): Answers {
  const found: Record<Id, Answer> = {};
  for (const id of questions) {
    const question = compiled.procedure.questions[id];
    if (question?.prefill === undefined) continue;
    const value = compileOperand(question.prefill, compile)(scopeOf(compiled, folded, folded.asOf));
    if (value !== undefined && answerFault(question, { value }, folded.asOf) === undefined) found[id] = { value };
  }
  return found;
}

// Edits of forms and of what is asked on them: a new form, what a question is made of, its place, off the form.
import { wordsOf } from '../pointer.ts';
import type { Form, Procedure, Question } from '../types.ts';
import type { Plan, Planner, QuestionParts } from './edit.ts';
import { freeId, isReadable, reworded } from './names.ts';
import { noLabel } from './stages.ts';

const noQuestion = { no: 'That question is not in the procedure any more.' } as const;

export const addForm: Planner<'addForm'> = ({ label }, procedure) => {
  if (!isReadable(label)) return noLabel;
  const id = freeId(label, 'form', Object.keys(procedure.forms ?? {}));
  return { id, words: `Add form ${wordsOf(label)}`, changes: [{ path: ['forms', id], value: { label, sections: [{ id: 'questions', label, questions: [] }] } satisfies Form }] };
};

export const renameForm: Planner<'renameForm'> = ({ form, label }, procedure) => {
  const old = procedure.forms?.[form];
  if (old === undefined) return { no: 'That form is not in the procedure any more.' };
  if (!isReadable(label)) return noLabel;
  return { words: `Rename ${wordsOf(old.label)} to ${wordsOf(label)}`, changes: [{ path: ['forms', form, 'label'], value: reworded(old.label, label) }] };
};

export const changeQuestion: Planner<'changeQuestion'> = ({ question, set }, procedure) => {
  const old = procedure.questions[question];
  if (old === undefined) return noQuestion;
  const texts = [...('hint' in set ? [set.hint] : []), ...(set.options ?? []).map((option) => option.label)];
  if (texts.some((text) => text !== undefined && !isReadable(text))) return noLabel;
  const parts = Object.keys(set) as (keyof QuestionParts)[];
  const value = (part: keyof QuestionParts): Question[keyof QuestionParts] => (part === 'hint' && set.hint !== undefined ? reworded(old.hint, set.hint) : set[part]);
  return { words: `Change “${wordsOf(old.label)}”`, changes: parts.map((part) => ({ path: ['questions', question, part], value: value(part) })) };
};

/** The sections of a form with one of them changed, or why not. */
function inSection(procedure: Procedure, form: string, question: string, words: (form: string) => string, change: (questions: readonly string[]) => readonly string[] | null): Plan {
  const own = procedure.forms?.[form];
  const index = own?.sections.findIndex((section) => section.questions.includes(question)) ?? -1;
  const section = own?.sections[index];
  if (own === undefined || section === undefined) return noQuestion;
  const questions = change(section.questions);
  if (questions === null) return { no: 'It stands at the end of its part already.' };
  return { words: words(wordsOf(own.label) ?? form), changes: [{ path: ['forms', form, 'sections'], value: own.sections.with(index, { ...section, questions }) }] };
}

/** One place up or down in its part of the form. */
export const orderQuestion: Planner<'orderQuestion'> = ({ form, question, by }, procedure) =>
  inSection(procedure, form, question, (name) => `Move “${wordsOf(procedure.questions[question]?.label)}” ${by < 0 ? 'up' : 'down'} in ${name}`, (questions) => {
    const at = questions.indexOf(question);
    const other = questions[at + by];
    return other === undefined ? null : questions.with(at + by, question).with(at, other);
  });

/** It is asked on this form no more. The procedure keeps it, for rules and other forms may stand on its answer. */
export const takeQuestion: Planner<'takeQuestion'> = ({ form, question }, procedure) =>
  inSection(procedure, form, question, (name) => `Take “${wordsOf(procedure.questions[question]?.label)}” off ${name}`, (questions) => questions.filter((each) => each !== question));

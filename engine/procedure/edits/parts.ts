// Edits of the procedure itself, its settings, parties and questions.
import { wordsOf } from '../pointer.ts';
import type { Party, Question } from '../types.ts';
import type { Planner } from './edit.ts';
import { freeId, isReadable, reworded } from './names.ts';
import { noLabel } from './stages.ts';

export const renameProcedure: Planner<'renameProcedure'> = (edit, procedure) =>
  (isReadable(edit.label) ? { words: `Rename the procedure to ${wordsOf(edit.label)}`, changes: [{ path: ['label'], value: reworded(procedure.label, edit.label) }] } : noLabel);

export const setSettingDefault: Planner<'setSettingDefault'> = (edit, procedure) => {
  const setting = procedure.settings?.[edit.setting];
  if (setting === undefined) return { no: 'That setting is not in the procedure any more.' };
  const choice = setting.choices.find(({ value }) => value === edit.value);
  if (choice === undefined) return { no: `Choose one of: ${setting.choices.map(({ label }) => wordsOf(label)).join(', ')}.` };
  return { words: `Set “${wordsOf(setting.label)}” to ${wordsOf(choice.label)}`, changes: [{ path: ['settings', edit.setting, 'default'], value: edit.value }] };
};

export const addParty: Planner<'addParty'> = (edit, procedure) => {
  if (!isReadable(edit.title)) return noLabel;
  const id = freeId(edit.title, 'party', Object.keys(procedure.parties));
  const party: Party = { kind: edit.kind, title: edit.title, ...(edit.outside === true ? { outside: true } : {}) };
  return { id, words: `Add ${wordsOf(edit.title)}`, changes: [{ path: ['parties', id], value: party }] };
};

export const renameParty: Planner<'renameParty'> = (edit, procedure) => {
  const party = procedure.parties[edit.party];
  if (party === undefined) return { no: 'That party is not in the procedure any more.' };
  if (!isReadable(edit.title)) return noLabel;
  return { words: `Rename ${wordsOf(party.title)} to ${wordsOf(edit.title)}`, changes: [{ path: ['parties', edit.party, 'title'], value: reworded(party.title, edit.title) }] };
};

export const addQuestion: Planner<'addQuestion'> = (edit, procedure) => {
  const form = procedure.forms?.[edit.form];
  const index = edit.section === undefined ? (form?.sections.length ?? 0) - 1 : (form?.sections.findIndex(({ id }) => id === edit.section) ?? -1);
  const section = form?.sections[index];
  if (form === undefined || section === undefined) return { no: 'That part of the form is not in the procedure any more.' };
  if (!isReadable(edit.label) || edit.options?.some(({ label }) => !isReadable(label))) return noLabel;
  const id = freeId(edit.label, 'question', Object.keys(procedure.questions));
  const question: Question = { type: edit.question, label: edit.label, ...(edit.options === undefined ? {} : { options: edit.options }) };
  const sections = form.sections.with(index, { ...section, questions: [...section.questions, id] });
  return { id, words: `Ask “${wordsOf(edit.label)}” in ${wordsOf(form.label)}`, changes: [{ path: ['questions', id], value: question }, { path: ['forms', edit.form, 'sections'], value: sections }] };
};

export const renameQuestion: Planner<'renameQuestion'> = (edit, procedure) => {
  const question = procedure.questions[edit.question];
  if (question === undefined) return { no: 'That question is not in the procedure any more.' };
  if (!isReadable(edit.label)) return noLabel;
  return { words: `Reword “${wordsOf(question.label)}”`, changes: [{ path: ['questions', edit.question, 'label'], value: reworded(question.label, edit.label) }] };
};

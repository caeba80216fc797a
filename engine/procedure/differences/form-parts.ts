// The parts of what is asked, recorded, written and listed: questions, forms, registers, documents, sources.
import type { Form, FormSection, Operand, Question, QuestionType, Register, RegisterColumn, RegisterValue, Row, Source } from '../types.ts';
import { choices, cited, optionParts } from './cited.ts';
import { criterion, day, flag, label, listed, named, one, plain, some, text, value, word, type Many, type Parts, type Said, type Value } from './parts.ts';
import type { Speaker } from './speaker.ts';
import type { Weight } from './types.ts';

const types: Readonly<Record<QuestionType, string>> = {
  'yes-no': 'yes or no', choice: 'a choice', number: 'a number', date: 'a date', 'date-time': 'a date and time', text: 'text', table: 'a table', matrix: 'a matrix', list: 'a list', file: 'a file', signature: 'a signature', party: 'a party', computed: 'worked out',
};

const operand = (title: string, weight: Weight, absent: string): Value<Operand> => value(title, weight, (one, speaker) => operandWords(one, speaker), absent);

function operandWords(one: Operand, speaker: Speaker): string {
  return speaker.exact && typeof one !== 'object' ? JSON.stringify(one) : speaker.operand(one);
}

function computeWords(compute: NonNullable<Question['compute']>, speaker: Speaker): string {
  if (typeof compute !== 'object' || !('union' in compute)) return operandWords(compute, speaker);
  const sorted = compute.sortBy === undefined ? '' : `, in order of ${speaker.name(compute.sortBy, 'questions')}`;
  const from = compute.recipient === undefined ? '' : `, with whom they came from as ${speaker.name(compute.recipient, 'questions')}`;
  return `all of ${speaker.name(compute.union.question, 'questions')} in ${listed([compute.union.task].flat().map((id) => speaker.name(id, 'tasks')))}${from}${sorted}`;
}

const columns: Many<Question> = { shape: 'map', title: 'Columns', noun: 'Column', weight: 'form', parts: () => questionParts, name: (column, id) => named(column.label, id) };

export const questionParts: Parts<Question> = {
  ...cited, type: word('Answered with', 'form', types),
  label: { ...label('Question'), line: ({ was, now }: Said) => `Question reworded: ${was} → ${now}` }, hint: text('Help below the question'),
  many: flag('Several answers', 'form'), options: choices('Answers', 'Answer', 'form', optionParts), long: flag('More than one line', 'form'),
  maxLength: plain('The most characters', 'form', 'no limit'), min: plain('The least', 'form', 'no limit'), max: plain('The most', 'form', 'no limit'), past: flag('Not later than the moment of answering', 'form'),
  columns, rows: choices<Row>('Rows', 'Row', 'form', { id: value('Id', 'form', String), label: label('Row') }), of: one('Lists', 'form', 'parties', 'free text'),
  compute: value('Worked out from', 'form', computeWords, 'nothing'), each: word('Answered', 'form', { case: 'once for the case', act: 'afresh for each act' }, 'once for the case'), class: one('Class of information', 'people', 'disclosure', 'none'), prefill: operand('Stands in the field at first', 'form', 'nothing'),
};

const sections: Many<FormSection> = {
  shape: 'list', title: 'Sections', noun: 'Section', weight: 'form', key: ({ id }) => id, name: (section, _, speaker) => speaker.text(section.label),
  parts: () => ({
    ...cited, id: value('Id', 'form', String), label: label('Section'), hint: text('Help below the heading'), by: one('Who fills it', 'people', 'parties', 'whoever does the task'),
    signature: one('Signed by', 'form', 'questions', 'nothing'), questions: some('Questions', 'form', 'questions', 'none'),
  }),
};

export const formParts: Parts<Form> = {
  ...cited, label: label('Form'), sections,
  version: value('Version of the form', 'wording', ({ words, date }, speaker) => `${speaker.text(words)}${date === undefined ? '' : ` of ${speaker.day(date)}`}`, 'none'),
};

const caseValues = { reference: 'the reference', opened: 'when it was opened', stage: 'the stage', 'case-type': 'the kind of case', source: 'where it came from', door: 'the way in', closed: 'when it was closed', initials: 'the initials' } as const;

function columnWords(shown: RegisterValue, speaker: Speaker): string {
  if ('var' in shown) return `the answer to ${speaker.name(shown.var, 'questions')}`;
  if ('case' in shown) return caseValues[shown.case];
  if ('taken' in shown) return `the option taken in ${speaker.name(shown.taken, 'tasks')}`;
  if ('row' in shown) return `${speaker.name(shown.row, 'questions')} of its row`;
  return 'done' in shown ? `when ${speaker.name(shown.done, 'tasks')} was done` : `when ${speaker.name(shown.due, 'timescales')} is due`;
}

const registerColumns: Many<RegisterColumn> = {
  shape: 'list', title: 'Columns', noun: 'Column', weight: 'form', key: ({ id }) => id, name: (column, _, speaker) => speaker.text(column.label),
  describe: (column, speaker) => columnWords(column.value, speaker),
  parts: () => ({ id: value('Id', 'form', String), label: label('Column'), value: value('Shows', 'form', columnWords) }),
};

export const registerParts: Parts<Register> = {
  ...cited, label: label('Register'), keeper: one('Who keeps it', 'people', 'parties', 'not said'), filter: criterion('Holds the cases for which', 'form', 'all cases'),
  rows: one('A line for each row of', 'form', 'questions', 'none: a line for each case'), columns: registerColumns, sortBy: plain('In order of the column', 'form', 'not said'),
};

export const sourceParts: Parts<Source> = {
  ...cited, title: label('Source'), words: text('Version words'), section: text('The part that was read'), supersededOn: day('Superseded on', 'wording', 'not superseded'),
  passages: value('Passages quoted', 'wording', (all, speaker) => listed(Object.entries(all).map(([lines, words]) => `${lines}: ${speaker.text(words)}`)), 'none'),
};

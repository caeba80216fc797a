// An answer as people read it.
import type { Answer } from '../../../engine/case/types.ts';
import type { Value } from '../../../engine/criteria/types.ts';
import type { Procedure, Question, Scalar } from '../../../engine/procedure/types.ts';
import { civilWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { formWords } from './words.ts';

/** "Yes", "Tue 5 Jan 2027", the labels chosen; "Not answered" when there is none. */
export function answerWords(procedure: Procedure, question: Question, answer: Answer | undefined): string {
  if (answer === undefined) return formWords.noAnswer;
  if ('status' in answer) return answer.reason === undefined ? formWords.status[answer.status] : `${formWords.status[answer.status]}: ${answer.reason}`;
  return valueWords(procedure, question, answer.value);
}
function valueWords(procedure: Procedure, question: Question, value: Value): string {
  if (!Array.isArray(value)) return scalarWords(procedure, question, value as Scalar);
  return (value as readonly (Scalar | Readonly<Record<string, Scalar>>)[]).map((one) => (typeof one === 'object' ? rowWords(procedure, question, one) : scalarWords(procedure, question, one))).join('\n');
}
function rowWords(procedure: Procedure, question: Question, row: Readonly<Record<string, Scalar>>): string {
  return Object.entries(question.columns ?? {}).filter(([id]) => row[id] !== undefined).map(([id, column]) => `${textOf(column.label)}: ${scalarWords(procedure, column, row[id] ?? '')}`).join('; ');
}
function scalarWords(procedure: Procedure, question: Question, value: Scalar): string {
  if (typeof value === 'boolean') return value ? formWords.yes : formWords.no;
  if (question.type === 'date' || question.type === 'date-time') return civilWords(String(value));
  const option = question.options?.find((one) => one.id === value);
  if (option !== undefined) return textOf(option.label);
  const party = question.type === 'list' || question.type === 'party' ? procedure.parties[String(value)] : undefined;
  return party === undefined ? String(value) : textOf(party.title);
}

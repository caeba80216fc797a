// From what is typed to an answer and back. What is typed stays as it was typed until it can be read.
import type { Answer, AnswerStatus, Answers } from '../../../engine/case/types.ts';
import type { Value } from '../../../engine/criteria/types.ts';
import type { Id, Procedure, Question, Scalar } from '../../../engine/procedure/types.ts';
import { parseDay } from '../../../engine/time/day.ts';
import { londonDay, parseDateTime } from '../../../engine/time/london.ts';
import type { Instant } from '../../../engine/time/types.ts';
import { civilOf, isEmptyDate, partsOf } from '../../../ui/DateField.tsx';
import type { DateParts } from '../../../ui/DateField.tsx';
import { textOf } from '../../procedures/catalogue.ts';
import { formWords } from './words.ts';

/** What stands in one question's controls. */
export interface Typed { readonly text?: string; readonly picked?: readonly string[]; readonly date?: DateParts; readonly rows?: readonly TypedRow[]; readonly status?: AnswerStatus; /** Why it has no value. */ readonly why?: string }
export type TypedRow = Readonly<Record<Id, Typed>>;
export type TypedAnswers = Readonly<Record<Id, Typed>>;
/** Nothing typed; an answer; or a problem in words. */
export type Reading = { readonly kind: 'empty' } | { readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'problem'; readonly words: string };

const EMPTY: Reading = { kind: 'empty' };
const value = (given: Value): Reading => ({ kind: 'answer', answer: { value: given } });
const problem = (words: string): Reading => ({ kind: 'problem', words });

/** Reads one question. */
export function readTyped(question: Question, typed: Typed | undefined, now: Instant): Reading {
  if (typed === undefined) return EMPTY;
  if (typed.status !== undefined) return { kind: 'answer', answer: { status: typed.status, ...((typed.why ?? '').trim() === '' ? {} : { reason: typed.why?.trim() ?? '' }) } };
  switch (question.type) {
    case 'yes-no': return typed.picked?.[0] === undefined ? EMPTY : value(typed.picked[0] === 'yes');
    case 'choice': return readChoice(question, typed);
    case 'party': return typed.picked?.[0] ? value(typed.picked[0]) : EMPTY;
    case 'number': return readNumber(question, typed.text ?? '');
    case 'date': case 'date-time': return readDate(question, typed.date, now);
    case 'table': case 'matrix': return readRows(question, typed.rows ?? [], now);
    case 'list': return readList(typed);
    case 'computed': return EMPTY;
    default: return readText(question, typed.text ?? '');
  }
}
function readChoice(question: Question, typed: Typed): Reading {
  const picked = typed.picked ?? [];
  if (picked.length === 0) return EMPTY;
  return value(question.many === true ? picked : picked[0] ?? '');
}
function readText(question: Question, text: string): Reading {
  const words = text.trim();
  if (words === '') return EMPTY;
  return question.maxLength !== undefined && words.length > question.maxLength ? problem(formWords.tooLong(textOf(question.label), question.maxLength)) : value(words);
}
function readNumber(question: Question, text: string): Reading {
  if (text.trim() === '') return EMPTY;
  const number = Number(text.trim().replaceAll(',', ''));
  const outside = (question.min !== undefined && number < question.min) || (question.max !== undefined && number > question.max);
  return !Number.isFinite(number) || outside ? problem(formWords.notANumber(textOf(question.label), question.min, question.max)) : value(number);
}
function readDate(question: Question, parts: DateParts | undefined, now: Instant): Reading {
  if (parts === undefined || isEmptyDate(parts)) return EMPTY;
  const withTime = question.type === 'date-time';
  const civil = civilOf(parts, withTime);
  if (civil === undefined) return problem(formWords.notADate(textOf(question.label), withTime));
  return question.past === true && isAfter(civil, now) ? problem(formWords.stillToCome(textOf(question.label), civil)) : value(civil);
}
/** True when a date is after today, or a date-time after the moment. */
export function isAfter(civil: string, now: Instant): boolean {
  if (civil.length > 10) return (parseDateTime(civil) ?? 0) > now;
  return (parseDay(civil) ?? 0) > londonDay(now);
}
function readList(typed: Typed): Reading {
  const typedRows = (typed.rows ?? []).map((row) => row['item']?.text?.trim() ?? '').filter((text) => text !== '');
  const all = [...(typed.picked ?? []), ...typedRows];
  return all.length === 0 ? EMPTY : value(all);
}
function readRows(question: Question, rows: readonly TypedRow[], now: Instant): Reading {
  const read: Record<string, Scalar>[] = [];
  for (const [index, row] of rows.entries()) {
    const one: Record<string, Scalar> = {};
    for (const [id, column] of Object.entries(question.columns ?? {})) {
      const cell = readTyped(column, row[id], now);
      if (cell.kind === 'problem') return cell;
      if (cell.kind === 'answer' && 'value' in cell.answer) one[id] = Array.isArray(cell.answer.value) ? cell.answer.value.join(', ') : (cell.answer.value as Scalar);
    }
    const fixed = question.type === 'matrix' ? question.rows?.[index]?.id : undefined;
    if (Object.keys(one).length > 0) read.push(fixed === undefined ? one : { row: fixed, ...one });
  }
  return read.length === 0 ? EMPTY : value(read);
}

/** Shows an answer in its controls, to be corrected or gone on with. */
export function typedFrom(question: Question, answer: Answer | undefined): Typed {
  if (answer === undefined) return question.type === 'table' ? { rows: [{}] } : {};
  if ('status' in answer) return { status: answer.status, ...(answer.reason === undefined ? {} : { why: answer.reason }) };
  const given = answer.value;
  switch (question.type) {
    case 'yes-no': return { picked: [given === true ? 'yes' : 'no'] };
    case 'choice': case 'party': return { picked: Array.isArray(given) ? given.map(String) : [String(given)] };
    case 'date': case 'date-time': return { date: partsOf(String(given)) };
    case 'list': return { picked: Array.isArray(given) ? given.map(String) : [] };
    case 'table': case 'matrix': return { rows: tableRows(question, given) };
    default: return { text: String(given) };
  }
}
function tableRows(question: Question, given: Value): readonly TypedRow[] {
  if (!Array.isArray(given)) return [];
  const lines = given as readonly Readonly<Record<string, Scalar>>[];
  const inOrder = question.type === 'matrix' ? (question.rows ?? []).map(({ id }) => lines.find((line) => line['row'] === id) ?? {}) : lines;
  return inOrder.map((row) => Object.fromEntries(Object.entries(question.columns ?? {}).map(([id, column]) => [id, row[id] === undefined ? {} : typedFrom(column, { value: row[id] })])));
}

/** Reads many questions: answers for those that can be read, problems by question for those that cannot. */
export function readAll(procedure: Procedure, ids: readonly Id[], typed: TypedAnswers, now: Instant): { readonly answers: Answers; readonly problems: Readonly<Record<Id, string>> } {
  const answers: Record<Id, Answer> = {};
  const problems: Record<Id, string> = {};
  for (const id of ids) {
    const question = procedure.questions[id];
    const reading = question === undefined ? EMPTY : readTyped(question, typed[id], now);
    if (reading.kind === 'answer') answers[id] = reading.answer;
    if (reading.kind === 'problem') problems[id] = reading.words;
  }
  return { answers, problems };
}

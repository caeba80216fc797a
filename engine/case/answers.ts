// Whether an answer is one that its question can have: dates exist, numbers lie within their bounds, options are
// those offered. Constraints are the procedure's data; no code is made from them.
import type { Id, Procedure, Question } from '../procedure/types.ts';
import { civilDate, listWords, londonDay, parseDateTime, parseDay, type Instant } from '../time/index.ts';
import type { Answer, Answers, AnswerStatus, Missing, Refusal } from './types.ts';
import { standsAt } from './in-force.ts';
import { refuse } from './refusals.ts';
import { anyOf, questionLabel, textOf } from './words.ts';

const statuses: readonly AnswerStatus[] = ['unknown', 'not-applicable', 'declined', 'to-be-supplied'];

/** Refuses answers that their questions cannot have, naming each; undefined when all will do. `now` bounds dates of the past. */
export function refuseAnswers(procedure: Procedure, answers: Answers | undefined, now: Instant): Refusal | undefined {
  if (!answers) return undefined;
  const faults: { readonly id: Id; readonly label: string; readonly fault: string }[] = [];
  for (const id of Object.keys(answers)) {
    const question = procedure.questions[id];
    const fault = question ? answerFault(question, answers[id] as Answer, now) : 'is not asked by this procedure';
    if (fault !== undefined) faults.push({ id, label: questionLabel(procedure, id), fault });
  }
  if (faults.length === 0) return undefined;
  const missing = faults.map(({ id, label }): Missing => ({ kind: 'field', id, label }));
  return refuse(procedure, 'bad-answer', { because: faults.map(({ label, fault }) => `“${label}” ${fault}.`).join(' '), missing });
}

/** True when the question is answered: with a value, or by saying that it is not known, follows later, was declined or, with a reason, does not apply. */
function isGiven(answer: Answer | undefined): boolean {
  if (!answer) return false;
  if ('value' in answer) return answer.value !== '' && !(Array.isArray(answer.value) && answer.value.length === 0);
  return answer.status !== 'not-applicable' || Boolean(answer.reason?.trim());
}

/** Questions among these that are not answered, as a refusal names them. */
export function missingFields(procedure: Procedure, answerTo: (question: Id) => Answer | undefined, questions: readonly Id[]): readonly Missing[] {
  return questions.filter((id) => !isGiven(answerTo(id))).map((id) => ({ kind: 'field', id, label: questionLabel(procedure, id) }));
}

/** Why the question cannot have this answer; undefined when it can. */
export function answerFault(question: Question, answer: Answer, now: Instant): string | undefined {
  if (!('value' in answer)) return statuses.includes(answer.status) ? undefined : 'has a status that is not known';
  if (question.type === 'computed') return 'is worked out and cannot be answered';
  return faults[question.type](question, answer.value, now);
}

type Fault = (question: Question, value: unknown, now: Instant) => string | undefined;

const isText = (value: unknown): value is string => typeof value === 'string';
const words: Fault = ({ maxLength }, value) => {
  if (!isText(value)) return 'must be text';
  return maxLength !== undefined && value.length > maxLength ? `must be ${maxLength} characters or fewer` : undefined;
};

const faults: Readonly<Record<Exclude<Question['type'], 'computed'>, Fault>> = {
  'yes-no': (_question, value) => (typeof value === 'boolean' ? undefined : 'must be yes or no'),
  choice: choiceFault,
  number: numberFault,
  date: (question, value, now) => {
    const day = isText(value) ? parseDay(value) : undefined;
    if (day === undefined) return 'must be a real date';
    return question.past && day > londonDay(now) ? `must be today (${civilDate(londonDay(now))}) or earlier` : undefined;
  },
  'date-time': (question, value, now) => {
    const instant = isText(value) ? parseDateTime(value) : undefined;
    if (instant === undefined) return 'must be a real date and time';
    return question.past && instant > now ? 'must not be in the future' : undefined;
  },
  text: words,
  table: rowsFault,
  matrix: matrixFault,
  list: (_question, value) => (Array.isArray(value) && value.every(isText) ? repeated(value) : 'must be a list'),
  file: words,
  signature: words,
  party: words,
};

const repeated = (items: readonly string[]): string | undefined => (new Set(items).size < items.length ? 'names one entry twice' : undefined);

function choiceFault({ options: all = [], many }: Question, value: unknown, now: Instant): string | undefined {
  const options = all.filter((option) => standsAt(option, now));
  const chosen: readonly unknown[] = many && Array.isArray(value) ? value : [value];
  if (many && !Array.isArray(value)) return 'must be a list of options';
  const known = chosen.every((one) => options.some(({ id }) => id === one));
  return known ? undefined : `must be ${anyOf(options.map(({ id, label }) => `“${textOf(label) ?? id}”`))}`;
}

function numberFault({ min = -Infinity, max = Infinity }: Question, value: unknown): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'must be a number';
  if (value < min) return `must be ${min} or more`;
  return value > max ? `must be ${max} or fewer` : undefined;
}

/** Each row is one of the fixed rows, named in `row`, and stands once; rows may be left out. */
function matrixFault(question: Question, value: unknown, now: Instant): string | undefined {
  if (!Array.isArray(value)) return 'must be a table';
  const { rows = [] } = question;
  const named = value.map((row: unknown) => (row as Readonly<Record<string, unknown>>)['row']);
  if (!named.every((id) => rows.some((row) => row.id === id))) return `must have the rows ${listWords(rows.map(({ id, label }) => `“${textOf(label) ?? id}”`))}, and no other`;
  return new Set(named).size < named.length ? 'has one row twice' : rowsFault(question, value, now);
}

/** Each cell must be an answer to its column; cells may be left out. */
function rowsFault({ columns = {} }: Question, value: unknown, now: Instant): string | undefined {
  if (!Array.isArray(value)) return 'must be a table';
  for (const [index, row] of value.entries()) {
    for (const [id, cell] of Object.entries(row as Readonly<Record<string, string>>)) {
      const column = columns[id];
      const fault = column ? answerFault(column, { value: cell }, now) : undefined;
      if (fault !== undefined) return `has a row (${index + 1}) whose “${textOf(column?.label) ?? id}” ${fault}`;
    }
  }
  return undefined;
}

// What is filled into a document: answers as people read them, facts of the case, decisions. Something not answered is
// a gap that says what is missing; something the reader may not see is said to be left out.
import type { Placeholder } from '../procedure/placeholders.ts';
import type { Id, Question, Scalar } from '../procedure/types.ts';
import { dayWords, londonDay, parseDateTime, parseDay, momentWords } from '../time/index.ts';
import type { CompiledProcedure } from './compile.ts';
import { hidesHolder, namesOf, spoken, veiled, type Veil } from './document-names.ts';
import type { Run } from './document-types.ts';
import type { Folded } from './folded.ts';
import { answerOf, recordOf } from './folded.ts';
import { registerCell } from './register.ts';
import { scopeOf } from './scope.ts';
import type { Answer, AnswerStatus, Answers } from './types.ts';
import { partyLabel, questionLabel, rowWords, taskLabel, textOf, valueWords } from './words.ts';

/** A document being put together. */
export interface Writing { readonly compiled: CompiledProcedure; readonly folded: Folded; readonly veil: Veil }

const statusWords: Readonly<Record<Exclude<AnswerStatus, 'not-applicable'>, string>> = { unknown: 'Not known', declined: 'Declined', 'to-be-supplied': 'To be supplied' };

const gap = (label: string): readonly Run[] => [{ text: `Missing: ${label}`, is: 'gap' }];

/** The answer to a question. `answers`: of a reply; absent, the case's. */
export function answerRuns({ compiled, folded, veil }: Writing, id: Id, answers?: Answers): readonly Run[] {
  const { procedure } = compiled;
  const question = procedure.questions[id];
  const answer = answers ? answers[id] : answerIn(compiled, folded, id);
  const label = questionLabel(procedure, id);
  if (veil.maps.includes(id)) return [{ text: `Kept in the case: ${label}`, is: 'withheld' }];
  if (answer === undefined) return gap(label);
  const hidden = question?.class !== undefined && veil.hidden.includes(question.class) ? question.class : undefined;
  if (hidden !== undefined) return [veiled(procedure, 'value' in answer ? answer.value : undefined, hidden, veil)];
  if ('status' in answer) return answer.status === 'to-be-supplied' ? gap(label) : spoken(saidOf(answer), 'answer', veil);
  const words = datedWords(question, answer.value) ?? valueWords(procedure, id, answer.value);
  return words === '' ? gap(label) : spoken(words, 'answer', veil);
}

/** The case's own answer, or what is worked out. */
function answerIn(compiled: CompiledProcedure, folded: Folded, id: Id): Answer | undefined {
  if (!compiled.computed.has(id)) return answerOf(folded, undefined, id);
  const value = scopeOf(compiled, folded, folded.asOf).value(id);
  return value === undefined ? undefined : { value };
}

function saidOf(answer: Extract<Answer, { readonly status: unknown }>): string {
  return answer.status === 'not-applicable' ? `Not applicable${answer.reason ? `: ${answer.reason}` : ''}` : statusWords[answer.status];
}

function datedWords(question: Question | undefined, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const day = question?.type === 'date' ? parseDay(value) : undefined;
  const instant = question?.type === 'date-time' ? parseDateTime(value) : undefined;
  return day !== undefined ? dayWords(day) : instant !== undefined ? momentWords(instant) : undefined;
}

export type Row = Readonly<Record<string, Scalar>>;

/** The rows of a table, a matrix or what gathers rows; undefined where there are none. */
export function rowsOf({ compiled, folded }: Writing, id: Id, answers?: Answers): readonly Row[] | undefined {
  const answer = answers ? answers[id] : answerIn(compiled, folded, id);
  const value = answer && 'value' in answer ? answer.value : undefined;
  return Array.isArray(value) && value.length > 0 && typeof value[0] === 'object' ? (value as readonly Row[]) : undefined;
}

/** One cell of a row, of the question that its column is. */
export function cellRuns({ compiled: { procedure }, veil }: Writing, question: Question, column: Id, row: Row): readonly Run[] {
  const own = question.columns?.[column];
  const hidden = own?.class !== undefined && veil.hidden.includes(own.class) ? own.class : undefined;
  const cell = row[column];
  if (cell === undefined || cell === '') return [];
  if (hidden !== undefined) return [veiled(procedure, cell, hidden, veil)];
  const words = datedWords(own, cell) ?? rowWords(question, { [column]: cell })[column] ?? '';
  return spoken(procedure.parties[words] ? partyLabel(procedure, words) : words, 'answer', veil);
}

/** What a placeholder stands for. */
export function placeholderRuns(writing: Writing, { kind, name, whole }: Placeholder): readonly Run[] {
  const { compiled, folded, veil } = writing;
  const { procedure } = compiled;
  const filled = (text: string, label: string): readonly Run[] => (text === '' ? gap(label) : spoken(text, 'answer', veil));
  switch (kind) {
    case 'answer': return answerRuns(writing, name);
    case 'today': return [{ text: dayWords(londonDay(folded.asOf)), is: 'answer' }];
    case 'party': return [{ text: partyLabel(procedure, name), is: 'answer' }];
    case 'holder': return holderRuns(writing, name);
    case 'done': return filled(dayOf(recordOf(folded, name)?.done), `when “${taskLabel(procedure, name)}” was done`);
    case 'taken': return filled(registerCell(compiled, folded, { taken: name }, folded.asOf), `what “${taskLabel(procedure, name)}” decided`);
    case 'due': return filled(dueOf(registerCell(compiled, folded, { due: name }, folded.asOf)), textOf(procedure.timescales?.[name]?.label) ?? name);
    case 'case': return caseRuns(writing, name, whole);
    default: return gap(whole);
  }
}

const caseFacts = ['reference', 'opened', 'stage', 'case-type', 'source', 'door', 'closed', 'initials'] as const;

function caseRuns({ compiled, folded, veil }: Writing, name: string, whole: string): readonly Run[] {
  const fact = caseFacts.find((one) => one === name);
  const text = fact === undefined ? '' : fact === 'opened' || fact === 'closed' ? dayOf(fact === 'opened' ? folded.opened : folded.closed) : registerCell(compiled, folded, { case: fact }, folded.asOf);
  const initials = compiled.procedure.subject?.initials;
  if (fact === 'initials' && initials !== undefined) return answerRuns({ compiled, folded, veil }, initials);
  return text === '' ? gap(whole) : spoken(text, 'answer', veil);
}

/** Who holds a seat; the name is left out where only those of other seats may stand. */
function holderRuns({ compiled: { procedure }, folded, veil }: Writing, party: Id): readonly Run[] {
  const hidden = hidesHolder(procedure, party, veil);
  const names = namesOf(procedure, folded, party);
  if (names.length === 0) return gap(`who is ${partyLabel(procedure, party)}`);
  return hidden === undefined ? [{ text: names.join(', '), is: 'answer' }] : names.flatMap((name, index) => [...(index > 0 ? [{ text: ', ', is: 'words' } as const] : []), veiled(procedure, name, hidden, veil)]);
}

const dayOf = (instant: number | undefined): string => (instant === undefined ? '' : dayWords(londonDay(instant)));
const dueOf = (civil: string): string => {
  const day = parseDay(civil.slice(0, 10));
  return day === undefined ? '' : civil.length > 10 ? `${dayWords(day)} ${civil.slice(11)}` : dayWords(day);
};

// Answers that belong to one act: asked afresh for each record of the task that asks them, and for each sending of an
// exchange. Rules on the task see the record's own answer or none; what was said at an earlier act lets nothing pass.
// Elsewhere in the case the answer of the last act is read. Procedures without such questions pay nothing.
import { remembered } from '../procedure/remembered.ts';
import type { Id, Procedure } from '../procedure/types.ts';
import { answerOf, recordOf, setAnswer, type Draft, type Holding, type OwnRecord } from './folded.ts';
import { questionsOf, sectionsOf } from './form-sections.ts';
import type { Held } from './scope.ts';
import type { Answer, Answers, Recipient, TaskRecord } from './types.ts';

/** Questions that belong to one act, by the tasks that ask them with a form or by a rule. */
const askedAfresh = remembered((procedure: Procedure): ReadonlyMap<Id, ReadonlySet<Id>> => {
  const { questions, rules = {}, disclosure = {}, tasks } = procedure;
  const found = new Map<Id, Set<Id>>();
  const add = (task: Id, asked: readonly Id[]): void => {
    const afresh = asked.filter((id) => questions[id]?.each === 'act');
    if (afresh.length > 0) found.set(task, new Set([...(found.get(task) ?? []), ...afresh]));
  };
  for (const [id, task] of Object.entries(tasks)) add(id, sectionsOf(procedure, task).flatMap(questionsOf));
  const gates = Object.values(disclosure).flatMap(({ gate }) => gate ?? []);
  if (gates.length > 0) for (const [id, { shape }] of Object.entries(tasks)) if (shape === 'exchange') add(id, gates);
  for (const { then } of Object.values(rules)) if ('require' in then && 'fields' in then.require) add(then.require.of, then.require.fields);
  return found;
});

const isAsked = (procedure: Procedure, task: Id, question: Id): boolean => askedAfresh(procedure).get(task)?.has(question) ?? false;

/** What an act on the task says, and what was said ahead of it, to be read before the case's answers (`answerOf`). Of those that it asks afresh nothing else is read: they are undefined here. */
export function saidFor(procedure: Procedure, folded: Holding<'answers' | 'tasks'>, task: Id, answers?: Answers): Answers | undefined {
  const afresh = askedAfresh(procedure).get(task);
  if (!afresh) return answers;
  const ahead = begun(recordOf(folded, task));
  const said: Answers = ahead === none ? (answers ?? none) : { ...ahead, ...answers };
  // Mostly the act says anew all that it asks, and its answers are handed on as they are.
  const unsaid = [...afresh].filter((question) => !Object.hasOwn(said, question) && answerOf(folded, undefined, question) !== undefined);
  return unsaid.length === 0 ? said : { ...said, ...Object.fromEntries(unsaid.map((question) => [question, undefined])) } as Answers;
}

/** The case's answers as an act on the task finds them. */
export function answersFor(procedure: Procedure, folded: Holding<'answers' | 'tasks'>, task: Id): Answers {
  const said = saidFor(procedure, folded, task);
  return said ? { ...folded.answers, ...said } : folded.answers;
}

/** What was said ahead of the act; a sending that has gone is over, and its answers with it. */
function begun(record: TaskRecord | undefined): Answers {
  return record?.state === 'open' && record.sent === undefined ? (record.answers ?? none) : none;
}

const none: Answers = {};

/** The answer that a clock of the task counts from, where it is one of the task's own, for one recipient the one given with its own sending; `elsewhere` when the case's is meant. */
export function ownAnswer(procedure: Procedure, held: Held, task: Id | undefined, question: Id, recipient: Recipient | undefined): Answer | 'elsewhere' | undefined {
  if (task === undefined || !isAsked(procedure, task, question)) return 'elsewhere';
  return recipient?.told?.[question] ?? recordOf(held, task)?.answers?.[question];
}

/** Gives the record of an act the answers that belong to it: those said ahead of it and its own. */
export function setOwnAnswers(procedure: Procedure, record: OwnRecord, answers: Answers | undefined): void {
  if (asksAfresh(procedure, record.task)) record.answers = { ...begun(record), ...ownOf(procedure, record.task, answers) };
}

/** Gives the record answers told without an act: ahead of it, or in place of what was said. */
export function addAnswers(procedure: Procedure, record: OwnRecord, answers: Answers | undefined): void {
  record.answers = { ...record.answers, ...ownOf(procedure, record.task, answers) };
}

/** Of these answers those to questions that the task asks afresh. */
export function ownOf(procedure: Procedure, task: Id, answers: Answers = {}): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([question]) => isAsked(procedure, task, question)));
}

export const asksAfresh = (procedure: Procedure, task: Id): boolean => askedAfresh(procedure).has(task);

/** Takes out of the case what an earlier act said and this one does not. */
export function forgetOthers(procedure: Procedure, draft: Draft, { task, answers = {} }: TaskRecord): void {
  for (const question of askedAfresh(procedure).get(task) ?? []) {
    if (answers[question] !== undefined || answerOf(draft, undefined, question) === undefined) continue;
    setAnswer(draft, question, undefined);
  }
}

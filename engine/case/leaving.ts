// What is asked before something leaves for a party outside: where a class of information has a gate, the sending says
// for itself that what goes does not carry it. Procedures without a gate pay nothing.
import { remembered } from '../procedure/remembered.ts';
import type { Id, Procedure, Task } from '../procedure/types.ts';
import { say, type Attempt, type Standing } from './attempt.ts';
import { saidFor } from './act-answers.ts';
import { answerOf } from './folded.ts';
import { maySee, partyOf } from './disclosure.ts';
import type { Instant } from '../time/index.ts';
import { standsAt } from './in-force.ts';
import type { Answer, Answers, Refusal } from './types.ts';
import { anyOf, partyLabel, questionLabel } from './words.ts';

interface Gate { readonly one: Id; readonly question: Id }
const gatesOf = remembered(({ disclosure = {} }: Procedure): readonly Gate[] => Object.entries(disclosure).flatMap(([one, { gate }]) => (gate === undefined ? [] : [{ one, question: gate }])));

/** Questions to be answered yes before the exchange goes to these recipients, each once. */
export function gatesBefore(procedure: Procedure, task: Task, recipients: readonly Id[], at: Instant): readonly Id[] {
  const gates = gatesOf(procedure).filter(({ one }) => standsAt(procedure.disclosure?.[one], at));
  if (gates.length === 0 || task.shape !== 'exchange') return [];
  return [...new Set(gates.filter(({ one }) => barred(procedure, task, recipients, one).length > 0).map(({ question }) => question))];
}

const barred = (procedure: Procedure, task: Task, recipients: readonly Id[], one: Id): readonly Id[] => recipients.filter((party) => partyOf(procedure, task, party)?.outside === true && !maySee(procedure, task, party, one));

export const saysYes = (answer: Answer | undefined): boolean => answer !== undefined && 'value' in answer && answer.value === true;

/** Refuses a sending whose gate was not answered, or not answered yes, for this act. */
export function refuseUngated(attempt: Attempt, { id, task, what }: Standing, recipients: readonly Id[], answers: Answers | undefined): Refusal | undefined {
  const { procedure } = attempt.compiled;
  const questions = gatesBefore(procedure, task, recipients, attempt.occurred);
  if (questions.length === 0) return undefined;
  const said = saidFor(procedure, attempt.folded, id, answers);
  const given = (question: Id): Answer | undefined => answerOf(attempt.folded, said, question);
  const unsaid = questions.filter((question) => given(question) === undefined);
  const missing = (asked: readonly Id[]) => asked.map((question) => ({ kind: 'field', id: question, label: questionLabel(procedure, question) }) as const);
  if (unsaid.length > 0) return say(attempt, 'missing-field', { what, because: anyOf(missing(unsaid).map(({ label }) => `“${label}”`)), missing: missing(unsaid) });
  const not = questions.filter((question) => !saysYes(given(question)));
  if (not.length === 0) return undefined;
  const named = anyOf(gatesOf(procedure).flatMap(({ one }) => barred(procedure, task, recipients, one)).filter((party, index, all) => all.indexOf(party) === index).map((party) => partyLabel(procedure, party)));
  return say(attempt, 'not-anonymised', { what, because: `what ${named} may not see: “${questionLabel(procedure, not[0] ?? '')}” is not answered yes`, missing: missing(not), remedy: 'Take out what may not leave, then answer yes.' });
}

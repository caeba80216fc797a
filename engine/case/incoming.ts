// What is asked of answers whichever act brings them: that each is one its question can have, that whoever gives
// them may, and that they do not contradict one another.
import type { Id } from '../procedure/types.ts';
import { refuseAnswers } from './answers.ts';
import type { Attempt } from './attempt.ts';
import { refuseContradiction } from './contradictions.ts';
import { refuseSections } from './sections.ts';
import type { Answers, Refusal } from './types.ts';

/** Refuses answers that may not come into the case; undefined when they may. `task`: the act they come with. */
export function refuseIncoming(attempt: Attempt, what: string, answers: Answers | undefined, task?: Id): Refusal | undefined {
  return refuseAnswers(attempt.compiled.procedure, answers, attempt.now) ?? refuseSections(attempt, what, answers, task) ?? refuseContradiction(attempt, what, answers);
}

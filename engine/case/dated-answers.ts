// An answer that holds from a day. One that has held since an earlier day is told on that day, so that what was
// derived since is derived with it; one that will hold from a later day waits for it. Of two answers to a question
// the one that was given later holds, from its day on, whichever day came first.
import { instantOfMoment, londonDay, parseMoment, type Instant } from '../time/index.ts';
import type { Id } from '../procedure/types.ts';
import { inside, ownMap, setAnswer, type Draft } from './folded.ts';
import { payloadAs } from './payloads.ts';
import { expectTurn } from './turns.ts';
import type { Answer, CaseEvent } from './types.ts';

/** An answer to come: it takes the place of what was said before it was given. */
export interface Coming { readonly question: Id; readonly answer: Answer; readonly given: Instant }

/** The instant from which the answers of an event hold; when it happened, unless it is a change from another day. */
export function holdsFrom(event: CaseEvent): Instant {
  if (event.type !== 'answersRecorded') return event.occurred;
  const { mode, from } = payloadAs(event, event.type);
  const moment = mode === 'change' && from !== undefined ? parseMoment(from) : undefined;
  if (!moment || ('day' in moment && moment.day === londonDay(event.occurred))) return event.occurred;
  return instantOfMoment(moment);
}

/** When an event is told: never later than it happened. */
export const toldAt = (event: CaseEvent): Instant => Math.min(event.occurred, holdsFrom(event));

/** Puts an answer into the case, or notes it for its day; one that a later statement has overtaken is passed over. */
export function putAnswer(draft: Draft, event: CaseEvent, from: Instant, question: Id, answer: Answer): void {
  const given = event.occurred;
  if ((draft[inside].dated[question] ?? given) > given) return;
  if (draft[inside].turns.length > 0) forgetComing(draft, question, given);
  if (from > given) return expectTurn(draft, { at: from, touch: ['answer', question], coming: { question, answer, given } });
  if (from < given) ownMap(draft, 'dated')[question] = given;
  setAnswer(draft, question, answer);
}

/** The day of an answer has come. */
export function takeComing(draft: Draft, { question, answer }: Coming): void {
  setAnswer(draft, question, answer);
}

function forgetComing(draft: Draft, question: Id, given: Instant): void {
  const overtaken = draft[inside].turns.some(({ coming }) => coming?.question === question && coming.given <= given);
  if (overtaken) draft[inside].turns = draft[inside].turns.filter(({ coming }) => coming?.question !== question || coming.given > given);
}

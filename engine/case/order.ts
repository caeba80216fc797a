// The order in which a log is told: by when things happened, or began to hold, then by when they were entered. And what a
// correction makes of earlier answers: they are told as if they had always been so.
import type { Id } from '../procedure/types.ts';
import type { Corrections } from './apply.ts';
import { toldAt } from './dated-answers.ts';
import { answersIn } from './payloads.ts';
import type { Answer, CaseEvent } from './types.ts';

/** Negative when the first event is told before the second. The opening of a case comes first, whatever happened earlier. */
export function compareEvents(a: CaseEvent, b: CaseEvent): number {
  const opening = Number(b.type === 'caseOpened') - Number(a.type === 'caseOpened');
  return opening || toldAt(a) - toldAt(b) || a.occurred - b.occurred || a.recorded - b.recorded || a.seq - b.seq;
}

/** The events in the order in which they are told; the log itself when it is in that order already. */
export function inOrder(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const ordered = events.every((event, index) => index === 0 || compareEvents(events[index - 1] as CaseEvent, event) <= 0);
  return ordered ? events : [...events].sort(compareEvents);
}

/** Of a log in which nothing was corrected. */
export const noCorrections: Corrections = { get: () => undefined, since: () => [] };

export const isCorrection = (event: CaseEvent): boolean => event.type === 'answersRecorded' && event.payload['mode'] === 'correct';

/**
 * For each event whose answers were corrected later, the answers as corrected; the last correction holds. What was first
 * said as a correction had been so all along: it is told with the opening, unless it belongs to its own entry (`isOwn`).
 */
export function correctionsIn(ordered: readonly CaseEvent[], isOwn: (question: Id) => boolean): Corrections {
  const made = ordered.filter(isCorrection).map((event) => ({ seq: event.seq, questions: Object.keys(answersIn(event) ?? {}) }));
  if (made.length === 0) return noCorrections;
  const corrected = new Map<string, Record<Id, Answer>>();
  const givenBy = new Map<Id, string>();
  for (const event of ordered) {
    for (const [question, answer] of Object.entries(answersIn(event) ?? {})) {
      const giver = givenBy.get(question) ?? (isOwn(question) ? undefined : ordered[0]?.id);
      if (isCorrection(event) && giver !== undefined) corrected.set(giver, { ...corrected.get(giver), [question]: answer });
      else givenBy.set(question, event.id);
    }
  }
  const since = ({ seq }: CaseEvent): readonly Id[] => {
    const questions = new Set<Id>();
    for (const one of made) if (one.seq > seq) for (const question of one.questions) questions.add(question);
    return [...questions];
  };
  return { get: (id) => corrected.get(id), since };
}

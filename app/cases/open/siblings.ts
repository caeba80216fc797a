// Several children in one incident: what a case says of the incident is put into the form of the next, and who the
// child is is asked anew. Each of the two gets a note that names the other.
import type { Answers, Case } from '../../../engine/case/types.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import type { World } from '../../world/types.ts';
import { typedFrom } from '../form/typedAnswers.ts';
import type { TypedAnswers } from '../form/typedAnswers.ts';
import { act, freshIds } from '../session.ts';
import { openingWords as w } from './words.ts';

/** Answers of the door's form as they were when the case was opened, those about the child left out. */
export function typedLike(procedure: Procedure, item: Case): TypedAnswers {
  const child = new Set([procedure.subject?.initials, procedure.subject?.born, procedure.subject?.age]);
  const given = (item.events[0]?.payload['answers'] ?? {}) as Answers;
  return Object.fromEntries(Object.keys(given).flatMap((id) => {
    const question = procedure.questions[id];
    return question === undefined || child.has(id) ? [] : [[id, typedFrom(question, item.answers[id])]];
  }));
}
/** Notes on both cases that they were opened together. */
export async function noteTogether(world: World, { person, role }: { readonly person: string; readonly role: string }, a: Pick<Case, 'id' | 'reference'>, b: Pick<Case, 'id' | 'reference'>): Promise<void> {
  for (const [on, other] of [[a, b], [b, a]] as const) await act(world, { case: on.id, body: { type: 'addNote', words: w.together(other.reference) }, person, role, ...freshIds() });
}

// What a case tells a related process while it is open: the answers that the two share.
import type { Id } from '../procedure/types.ts';
import type { Instant } from '../time/index.ts';
import type { Versions } from './compile.ts';
import { caseAt } from './replay.ts';
import type { Answers, Case, CaseEvent } from './types.ts';

/** Answers of the shared questions that are given, as of an instant; none while the relation is not open. */
export function sharedAnswers(versions: Versions, held: Case | readonly CaseEvent[], relation: Id, asOf: Instant): Answers {
  const { compiled, folded } = caseAt(versions, held, asOf);
  if (!folded.relations.some((one) => one.relation === relation && one.ended === undefined)) return {};
  const shares = compiled.procedure.relations?.[relation]?.shares ?? [];
  return Object.fromEntries(shares.flatMap((id) => (folded.answers[id] ? [[id, folded.answers[id]]] : [])));
}

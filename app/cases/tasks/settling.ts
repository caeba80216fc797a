// Which answers made a rule true: the clauses on the way that hold, and what they read.
import type { Clause } from '../../../engine/criteria/types.ts';
import type { Id } from '../../../engine/procedure/types.ts';

/** Questions read by the clauses that hold, in the order of the rule. */
export function settlingQuestions(clause: Clause): readonly Id[] {
  if (clause.result !== true) return [];
  // What a "not" turns is read whatever its own result: it is that result which settles it.
  if (clause.operator === '!') return allReads(clause);
  return [...clause.reads, ...clause.clauses.flatMap(settlingQuestions)];
}
function allReads(clause: Clause): readonly Id[] {
  return [...clause.reads, ...clause.clauses.flatMap(allReads)];
}

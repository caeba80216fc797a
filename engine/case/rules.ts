// What the rules of a procedure make of a case, each with the clauses that made it so, in words. Also why a
// transition may or may not be taken.
import { explainCriterion, inWords, labelsOf } from '../criteria/index.ts';
import type { Clause } from '../criteria/types.ts';
import type { Criterion, Id } from '../procedure/types.ts';
import type { CompiledProcedure, Versions } from './compile.ts';
import { inside, type Folded } from './folded.ts';
import { caseAt } from './replay.ts';
import { scopeOf } from './scope.ts';
import type { Case, RuleView } from './types.ts';
import { ruleLabel } from './words.ts';

/** Every rule with its result for the case as it stands, in the procedure's order. */
export function rules(versions: Versions, held: Case): readonly RuleView[] {
  const { compiled, folded } = caseAt(versions, held, held.asOf);
  return Object.keys(compiled.procedure.rules ?? {}).map((id) => ruleView(compiled, folded, id));
}

function ruleView(compiled: CompiledProcedure, folded: Folded, id: Id): RuleView {
  const rule = compiled.rules.get(id)?.rule;
  const clause = rule?.if && explainCriterion(rule.if, scopeOf(compiled, folded, folded.asOf));
  return {
    rule: id, result: folded[inside].truths.get(id) ?? 'unknown', strength: rule?.strength ?? 'may',
    ...(clause && { clause }), words: ruleLabel(compiled.procedure, id), cites: rule?.cites ?? [],
  };
}

/** A criterion with its result for a case, clause by clause, and read aloud. */
export interface Explanation { readonly clause: Clause; readonly words: string; readonly cites: readonly string[] }

/** Why a rule holds or a transition may be taken, for the case as it stands; undefined when it has no criterion. */
export function explain(versions: Versions, held: Case, of: { readonly rule: Id } | { readonly transition: Id }): Explanation | undefined {
  const { compiled, folded } = caseAt(versions, held, held.asOf);
  const element = 'rule' in of ? compiled.rules.get(of.rule)?.rule : compiled.transitions.get(of.transition)?.transition;
  const criterion: Criterion | undefined = element?.if;
  if (!criterion) return undefined;
  return {
    clause: explainCriterion(criterion, scopeOf(compiled, folded, folded.asOf)),
    words: inWords(criterion, labelsOf(compiled.procedure)), cites: element?.cites ?? [],
  };
}

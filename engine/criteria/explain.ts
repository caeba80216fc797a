// Which clauses of a criterion made its result so: the criterion's own tree, each part with its result.
// Lists are one clause: their rows are answers, not parts of the rule.
import { compile } from './compile.ts';
import { predicateOf } from '../procedure/predicate.ts';
import { readsOfCriterion } from './reads.ts';
import { allOf, anyOf, not } from './truth.ts';
import type { Criterion } from '../procedure/types.ts';
import type { Clause, Scope } from './types.ts';

/** The criterion with the result of every clause for this scope; the top result equals the compiled one's. */
export function explainCriterion(criterion: Criterion, scope: Scope): Clause {
  return explainAt(criterion, scope, '');
}

function explainAt(criterion: Criterion, scope: Scope, at: string): Clause {
  if ('and' in criterion) {
    const clauses = criterion.and.map((part, index) => explainAt(part, scope, `${at}/and/${index}`));
    return { result: allOf(clauses.map(({ result }) => result)), at, operator: 'and', reads: [], clauses };
  }
  if ('or' in criterion) {
    const clauses = criterion.or.map((part, index) => explainAt(part, scope, `${at}/or/${index}`));
    return { result: anyOf(clauses.map(({ result }) => result)), at, operator: 'or', reads: [], clauses };
  }
  if ('!' in criterion) {
    const clause = explainAt(criterion['!'], scope, `${at}/!`);
    return { result: not(clause.result), at, operator: '!', reads: [], clauses: [clause] };
  }
  return { result: compile(criterion)(scope), at, operator: operatorOf(criterion), reads: readsOfCriterion(criterion), clauses: [] };
}

function operatorOf(criterion: Criterion): string {
  return Object.keys(criterion)[0] ?? predicateOf(criterion)[0];
}

/**
 * The clauses that settle the result, innermost: for a false "and" those that are false, for a true "or" those
 * that are true, for an unknown whole those that are unknown.
 */
export function decisiveClauses(clause: Clause): readonly Clause[] {
  if (clause.clauses.length === 0) return [clause];
  if (clause.operator === '!') return clause.clauses.flatMap(decisiveClauses);
  return clause.clauses.filter(({ result }) => result === clause.result).flatMap(decisiveClauses);
}

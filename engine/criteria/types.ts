// The shapes of the criteria folder: three-valued results with the clauses that made them so.
import type { Scalar } from '../procedure/types.ts';

export type Truth = true | false | 'unknown';
/** An answered value; a list for several choices, rows for a table. */
export type Value = Scalar | readonly Scalar[] | readonly Readonly<Record<string, Scalar>>[];
/** What a criterion may ask of a case. Undefined and 'unknown' mean not known; never quietly false. */
export interface Scope {
  /** The value of a question, or undefined when it is not known. */
  value(question: string): Value | undefined;
  setting(id: string): Scalar | undefined;
  /** A predicate on the case: entered, at, done, taken, differs, met, lapsed, pending, absent, rule, answered … */
  predicate(name: string, argument: string | readonly string[]): Truth;
  /** Whole years, or days, between two date questions; undefined when either is not known. */
  distance(from: string, to: string, unit: 'years' | 'days' | 'working-days'): number | undefined;
  lookup(table: string, value: Scalar): Scalar | undefined;
}
/** One clause of a criterion with its result, as deep as the criterion. */
export interface Clause {
  readonly result: Truth;
  /** JSON pointer into the criterion: '' is the whole, '/and/0' its first clause. */
  readonly at: string;
  readonly operator: string;
  /** Questions or case facts this clause reads itself. */
  readonly reads: readonly string[];
  readonly clauses: readonly Clause[];
}
/** Compiled once, run many times. */
export interface CompiledCriterion {
  (scope: Scope): Truth;
  readonly reads: readonly string[];
}

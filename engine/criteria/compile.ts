// Turns a criterion into one closure that a case can ask again and again; no code is generated, so that it runs
// under a strict content security policy. What a case answers is behind `Scope`; this file knows no case.
// Follows JsonLogic where the two share an operator, an empty list included: `all` of nothing is false, so that
// "all agencies have replied" does not hold before anyone was asked.
import { isIn, isYes, ordered, same } from './compare.ts';
import { compileOperand } from './operand.ts';
import { predicateOf } from '../procedure/predicate.ts';
import { readsOfCriterion } from './reads.ts';
import { itemsOf } from './rows.ts';
import { allOf, anyOf, not } from './truth.ts';
import type { Criterion, Operand, Scalar } from '../procedure/types.ts';
import type { Order } from './compare.ts';
import type { Ask, Read } from './operand.ts';
import type { CompiledCriterion, Truth, Value } from './types.ts';

/** Compiles a criterion once; the result may be asked of any scope. Throws TypeError on an operator it does not know. */
export function compileCriterion(criterion: Criterion): CompiledCriterion {
  return Object.assign(compile(criterion), { reads: readsOfCriterion(criterion) });
}

/** The closure alone, for criteria inside others. */
export function compile(criterion: Criterion): Ask {
  if ('and' in criterion) return conjunction(criterion.and.map(compile));
  if ('or' in criterion) return disjunction(criterion.or.map(compile));
  if ('!' in criterion) {
    const ask = compile(criterion['!']);
    return (scope) => not(ask(scope));
  }
  return compileList(criterion) ?? compileComparison(criterion) ?? compilePredicate(criterion);
}

// Loops of their own rather than allOf over a mapped list: these two run on every command.
function conjunction(asks: readonly Ask[]): Ask {
  return (scope) => {
    let result: Truth = true;
    for (const ask of asks) {
      const truth = ask(scope);
      if (truth === false) return false;
      if (truth === 'unknown') result = truth;
    }
    return result;
  };
}

function disjunction(asks: readonly Ask[]): Ask {
  return (scope) => {
    let result: Truth = false;
    for (const ask of asks) {
      const truth = ask(scope);
      if (truth === true) return true;
      if (truth === 'unknown') result = truth;
    }
    return result;
  };
}

function compileList(criterion: Criterion): Ask | undefined {
  if ('some' in criterion) return overItems(criterion.some, anyOf);
  if ('all' in criterion) return overItems(criterion.all, (truths) => (truths.length === 0 ? false : allOf(truths)));
  if ('none' in criterion) return overItems(criterion.none, (truths) => not(anyOf(truths)));
  return undefined;
}

function overItems([list, criterion]: readonly [Operand, Criterion], join: (truths: readonly Truth[]) => Truth): Ask {
  const [read, ask] = [compileOperand(list, compile), compile(criterion)];
  return (scope) => {
    const value = read(scope);
    return value === undefined ? 'unknown' : join(itemsOf(value, scope).map(ask));
  };
}

function compileComparison(criterion: Criterion): Ask | undefined {
  if ('var' in criterion) {
    const read = compileOperand(criterion, compile);
    return (scope) => known(read(scope), isYes);
  }
  if ('==' in criterion) return comparing(criterion['=='], same);
  if ('!=' in criterion) return comparing(criterion['!='], (a, b) => !same(a, b));
  if ('in' in criterion) return comparing(criterion.in, isIn);
  if ('<' in criterion) return comparing(criterion['<'], inOrder('<'));
  if ('<=' in criterion) return comparing(criterion['<='], inOrder('<='));
  if ('>' in criterion) return comparing(criterion['>'], inOrder('>'));
  if ('>=' in criterion) return comparing(criterion['>='], inOrder('>='));
  return undefined;
}

const inOrder = (order: Order) => (a: Value, b: Value): Truth => ordered(order, a, b);

function known(value: Value | undefined, ask: (value: Value) => Truth): Truth {
  return value === undefined ? 'unknown' : ask(value);
}

function comparing([left, right]: readonly [Operand, Operand | readonly Scalar[]], compare: (a: Value, b: Value) => Truth): Ask {
  const [readLeft, readRight] = [compileOperand(left, compile), compileSide(right)];
  return (scope) => {
    const [a, b] = [readLeft(scope), readRight(scope)];
    return a === undefined || b === undefined ? 'unknown' : compare(a, b);
  };
}

function compileSide(side: Operand | readonly Scalar[]): Read {
  return typeof side === 'object' && isWrittenList(side) ? () => side : compileOperand(side, compile);
}

function isWrittenList(side: object): side is readonly Scalar[] {
  return Array.isArray(side);
}

/** Everything else is a fact of the case, asked by its name. */
function compilePredicate(criterion: Criterion): Ask {
  const [name, argument] = predicateOf(criterion);
  return (scope) => scope.predicate(name, argument);
}

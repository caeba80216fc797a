// The values a criterion compares: written out, answered, set, or worked out from those. Undefined is not known.
import { isList } from './compare.ts';
import { isPair } from '../procedure/predicate.ts';
import { itemsOf } from './rows.ts';
import type { Criterion, Operand } from '../procedure/types.ts';
import type { Scope, Truth, Value } from './types.ts';

export type Ask = (scope: Scope) => Truth;
export type Read = (scope: Scope) => Value | undefined;

/**
 * Compiles an operand once; the result gives its value, or undefined when something it needs is not known.
 * `compile` compiles the criterion inside a count.
 */
export function compileOperand(operand: Operand, compile: (criterion: Criterion) => Ask): Read {
  if (typeof operand !== 'object') return () => operand;
  if ('var' in operand) return (scope) => scope.value(operand.var);
  if ('setting' in operand) return (scope) => scope.setting(operand.setting);
  if ('age' in operand) return (scope) => scope.distance(operand.age.born, operand.age.at, 'years');
  if ('distance' in operand) return (scope) => scope.distance(operand.distance.from, operand.distance.to, operand.distance.unit);
  if ('lookup' in operand) return lookingUp(operand.lookup.table, compileOperand(operand.lookup.with, compile));
  if (!isPair(operand.count)) return counting(compileOperand(operand.count, compile));
  const [list, criterion] = operand.count;
  return countingWhere(compileOperand(list, compile), compile(criterion));
}

function lookingUp(table: string, read: Read): Read {
  return (scope) => {
    const value = read(scope);
    return value === undefined || isList(value) ? undefined : scope.lookup(table, value);
  };
}

function counting(read: Read): Read {
  return (scope) => {
    const value = read(scope);
    return value === undefined ? undefined : isList(value) ? value.length : 1;
  };
}

/** The number of items for which the criterion is true; not known as soon as it is unknown for one. */
function countingWhere(read: Read, ask: Ask): Read {
  return (scope) => {
    const value = read(scope);
    if (value === undefined) return undefined;
    const truths = itemsOf(value, scope).map(ask);
    return truths.includes('unknown') ? undefined : truths.filter((truth) => truth === true).length;
  };
}

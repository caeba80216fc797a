// What a criterion reads: questions by their id; facts of the case as `done:notify`, `taken:decide.met`;
// settings as `setting:days`, tables as `table:sizes`. Used to say which answers made a result so.
import { isPair, predicateOf } from '../procedure/predicate.ts';
import type { Criterion, Operand, Scalar } from '../procedure/types.ts';

/** Everything the criterion reads, at any depth, each once, in the order written. */
export function readsOfCriterion(criterion: Criterion): readonly string[] {
  return [...new Set(collect(criterion))];
}

function collect(criterion: Criterion): readonly string[] {
  if ('and' in criterion) return criterion.and.flatMap(collect);
  if ('or' in criterion) return criterion.or.flatMap(collect);
  if ('!' in criterion) return collect(criterion['!']);
  if ('some' in criterion) return collectItems(criterion.some);
  if ('all' in criterion) return collectItems(criterion.all);
  if ('none' in criterion) return collectItems(criterion.none);
  const sides = comparedBy(criterion);
  if (sides) return sides.flatMap(readsOfOperand);
  const [name, argument] = predicateOf(criterion);
  if (name === 'answered') return [String(argument)];
  return [`${name}:${typeof argument === 'string' ? argument : argument.join('.')}`];
}

/** The operands of a comparison; undefined for anything else. */
function comparedBy(criterion: Criterion): readonly (Operand | readonly Scalar[])[] | undefined {
  if ('var' in criterion) return [criterion];
  if ('in' in criterion) return criterion.in;
  if ('==' in criterion) return criterion['=='];
  if ('!=' in criterion) return criterion['!='];
  if ('<' in criterion) return criterion['<'];
  if ('<=' in criterion) return criterion['<='];
  if ('>' in criterion) return criterion['>'];
  if ('>=' in criterion) return criterion['>='];
  return undefined;
}

function collectItems([list, criterion]: readonly [Operand, Criterion]): readonly string[] {
  return [...readsOfOperand(list), ...collect(criterion)];
}

function readsOfOperand(operand: Operand | readonly Scalar[]): readonly string[] {
  if (typeof operand !== 'object' || !isOperandObject(operand)) return [];
  if ('var' in operand) return [operand.var];
  if ('setting' in operand) return [`setting:${operand.setting}`];
  if ('age' in operand) return [operand.age.born, operand.age.at];
  if ('distance' in operand) return [operand.distance.from, operand.distance.to];
  if ('lookup' in operand) return [...readsOfOperand(operand.lookup.with), `table:${operand.lookup.table}`];
  return isPair(operand.count) ? collectItems(operand.count) : readsOfOperand(operand.count);
}

function isOperandObject(operand: object): operand is Exclude<Operand, Scalar> {
  return !Array.isArray(operand);
}

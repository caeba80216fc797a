// The facts of a case that a criterion may ask by name: a stage entered, a task done, a clock run out.
// What they mean is the case's; here is only how they, and counts, are written.
import type { Criterion, Operand } from './types.ts';

/** A predicate's name and what it is about. */
export function predicateOf(criterion: Criterion): readonly [string, string | readonly string[]] {
  if ('appointed' in criterion) {
    const { of, ...likeness } = criterion.appointed;
    return ['appointed', [of, ...(Object.entries(likeness)[0] ?? [])]];
  }
  const [entry] = Object.entries(criterion);
  const [name, argument]: [string, unknown] = entry ?? ['', undefined];
  if (typeof argument === 'string' && PREDICATES.has(name)) return [name, argument];
  if (Array.isArray(argument) && PREDICATES.has(name)) return [name, argument.map(String)];
  throw new TypeError(`A criterion has one known operator; found ${name === '' ? 'none' : `"${name}"`}.`);
}

const PREDICATES: ReadonlySet<string> = new Set([
  'rule', 'answered', 'entered', 'at', 'done', 'taken', 'differs', 'met', 'lapsed', 'pending', 'extended', 'absent', 'vacant', 'open',
]);

/** Whether a count asks of each item, rather than only for how many there are. */
export function isPair(count: Operand | readonly [Operand, Criterion]): count is readonly [Operand, Criterion] {
  return Array.isArray(count);
}

// Rules that are in force for part of the time: outside it they do not hold, whatever the answers. The days on which
// that changes are moments at which a case changes though nobody acts. Procedures without such rules pay nothing.
import type { CompiledCriterion } from '../criteria/types.ts';
import type { Id, Procedure, Rule } from '../procedure/types.ts';
import { endOfDay, londonDay, parseDay, startOfDay, type Instant } from '../time/index.ts';
import { covers } from './titles.ts';
import type { Turn } from './turns.ts';

/** True at an instant within the rule's own time; both of its days are included. */
export const isInForce = ({ rules }: Procedure, rule: Id, at: Instant): boolean => covers(rules?.[rule]?.inForce ?? {}, londonDay(at));

/** The rule's criterion, false outside its time. */
export function whileInForce(id: Id, { inForce }: Rule, test: CompiledCriterion | undefined): { readonly test?: CompiledCriterion } {
  if (inForce === undefined) return test ? { test } : {};
  const dated: CompiledCriterion = Object.assign((scope: Parameters<CompiledCriterion>[0]) => (scope.predicate('in-force', id) === false ? false : (test?.(scope) ?? true)), { reads: test?.reads ?? [] });
  return { test: dated };
}

/** The key of `reads.ts` by which a rule hears that its time has begun or is over; none where it has no time of its own. */
export const inForceKeys = (id: Id, { inForce }: Rule): readonly string[] => (inForce === undefined ? [] : [`in-force:${id}`]);

/** The moments after `from` at which a rule comes into force or falls out of it, in order. */
export function inForceTurns({ rules = {} }: Procedure, from: Instant): readonly Turn[] {
  const turns = Object.entries(rules).flatMap(([id, { inForce }]): readonly Turn[] => {
    const [first, last] = [parseDay(inForce?.from ?? ''), parseDay(inForce?.until ?? '')];
    return [...(first === undefined ? [] : [startOfDay(first)]), ...(last === undefined ? [] : [endOfDay(last) + 1])].map((at) => ({ at, touch: `in-force:${id}` }));
  });
  return turns.filter(({ at }) => at > from).toSorted((a, b) => a.at - b.at);
}

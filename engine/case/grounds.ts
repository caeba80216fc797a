// Which rules count, and whether a task has a ground. An unknown result counts as true where the rule says force;
// a rule that only allows (may) is no ground.
import type { Id } from '../procedure/types.ts';
import type { CompiledProcedure } from './compile.ts';
import { inside } from './folded.ts';
import type { TaskPlan } from './plans.ts';
import type { Held } from './scope.ts';

/** True when the rule applies now. */
export function isCounted(rules: CompiledProcedure['rules'], held: Held, id: Id): boolean {
  const truth = held[inside].truths.get(id);
  return truth === true || (truth === 'unknown' && rules.get(id)?.rule.unknown === 'force');
}

/** True when a rule requires the task now and none relieves of it; a task raised otherwise needs no rule. */
export function hasGround({ rules }: CompiledProcedure, held: Held, plan: TaskPlan): boolean {
  if (plan.relievedBy.some((id) => isCounted(rules, held, id))) return false;
  if (plan.raised !== 'when-required') return true;
  return plan.requiredBy.some((id) => rules.get(id)?.rule.strength !== 'may' && isCounted(rules, held, id));
}

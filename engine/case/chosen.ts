// What rules choose: who does a task, the form it fills, how long a clock runs. Of several rules that choose the same
// thing the first of the procedure's that holds is followed; while none does, what the element itself says stands.
import type { Effect, Id, Procedure } from '../procedure/types.ts';
import { grouped } from '../procedure/grouped.ts';
import type { CompiledProcedure } from './compile.ts';
import { inside } from './folded.ts';
import { isCounted } from './grounds.ts';
import type { Held } from './scope.ts';

type Choice = Extract<Effect, { readonly choose: unknown }>['choose'];

/** A rule that chooses something for a task or a timescale. `besides`: what it chooses stands beside what was there. */
export interface Choosing { readonly rule: Id; readonly choice: Choice; readonly besides: boolean; readonly blocks: boolean }

/** The rules that choose, by the task or timescale that they choose for. */
export function choosingIn({ rules = {} }: Procedure): ReadonlyMap<Id, readonly Choosing[]> {
  const found = Object.entries(rules).flatMap(([rule, { then, strength, unknown }]): readonly Choosing[] => ('choose' in then ? [{ rule, choice: then.choose, besides: strength === 'may', blocks: unknown === 'block' }] : []));
  return grouped(found, ({ choice }) => choice.of);
}

/** The rule that chooses this part now; `waits` while one that blocks on an answer which is not known comes first. */
function chosen({ plans, rules }: CompiledProcedure, held: Held, of: Id, part: 'party' | 'form' | 'amount'): Choosing | 'waits' | undefined {
  for (const one of plans.choosing.get(of) ?? []) {
    if (one.choice[part] === undefined) continue;
    if (isCounted(rules, held, one.rule)) return one;
    if (one.blocks && held[inside].truths.get(one.rule) === 'unknown') return 'waits';
  }
  return undefined;
}

/** Those who do a task, with the party that a rule chooses in their place or, where the rule only allows, beside them. */
export function withChosenParty(compiled: CompiledProcedure, held: Held, task: Id, usual: readonly Id[]): readonly Id[] {
  const found = compiled.plans.choosing.size === 0 ? undefined : chosen(compiled, held, task, 'party');
  if (typeof found !== 'object' || found.choice.party === undefined) return usual;
  return found.besides ? [...new Set([...usual, found.choice.party])] : [found.choice.party];
}

/** The form that a task fills now: the one a rule chooses, whole, else its own and the part of it that the task names. */
export function formFor(compiled: CompiledProcedure, held: Held, task: Id): { readonly form?: Id; readonly section?: Id } {
  const own: { readonly form?: Id; readonly section?: Id } = compiled.procedure.tasks[task] ?? {};
  const found = compiled.plans.choosing.size === 0 ? undefined : chosen(compiled, held, task, 'form');
  return typeof found === 'object' && found.choice.form !== undefined && found.choice.form !== own.form ? { form: found.choice.form } : own;
}

/** Every form that a task may come to fill. */
export function formsFor(procedure: Procedure, task: Id): readonly Id[] {
  const own = procedure.tasks[task]?.form;
  const others = (choosingIn(procedure).get(task) ?? []).flatMap(({ choice }) => choice.form ?? []);
  return [...new Set([...(own === undefined ? [] : [own]), ...others])];
}

/** The amount that a rule chooses for a clock; undefined where none does. */
export function chosenAmount(compiled: CompiledProcedure, held: Held, timescale: Id): number | 'waits' | undefined {
  const found = compiled.plans.choosing.size === 0 ? undefined : chosen(compiled, held, timescale, 'amount');
  return typeof found === 'object' ? found.choice.amount : found;
}

/** The rule that blocks a task while an answer is not known that decides who does it or on which form. */
export function choiceThatWaits(compiled: CompiledProcedure, held: Held, task: Id): Id | undefined {
  const { plans } = compiled;
  if (!plans.choosing.has(task) || (chosen(compiled, held, task, 'party') !== 'waits' && chosen(compiled, held, task, 'form') !== 'waits')) return undefined;
  return plans.choosing.get(task)?.find((one) => one.blocks && held[inside].truths.get(one.rule) === 'unknown')?.rule;
}

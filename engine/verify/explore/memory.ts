// What a search has to remember beside where the chart is: only what something later asks about. Tasks done, options
// taken, stages entered, as far as a criterion, a must or a follow-on task reads them. How it is kept is in past.ts.
import { readsOfCriterion } from '../../criteria/index.ts';
import type { Criterion, Id, Procedure } from '../../procedure/types.ts';
import type { CompiledProcedure } from '../../case/index.ts';
import { withoutRules } from '../criteria/solve.ts';

const REMEMBERED = /^(done|taken|entered):/;

/** Facts that a criterion asks about, rules followed. */
export function factsIn(procedure: Procedure, criterion: Criterion | undefined): readonly string[] {
  return criterion === undefined ? [] : readsOfCriterion(withoutRules(procedure, criterion)).filter((key) => key.includes(':'));
}

/** What the ways through the procedure depend on, numbered. */
export function rememberedOf(compiled: CompiledProcedure): ReadonlyMap<string, number> {
  const { procedure, plans } = compiled;
  const asked = new Set<string>();
  const note = (criterion: Criterion | undefined): void => { for (const key of factsIn(procedure, criterion)) if (REMEMBERED.test(key)) asked.add(key); };
  for (const route of procedure.transitions) note(route.if);
  for (const [id, rule] of Object.entries(procedure.rules ?? {})) if (bearsOnWays(compiled, id)) note(rule.if);
  for (const { raised } of plans.tasks.values()) if (typeof raised === 'object' && 'done' in raised) asked.add(`done:${raised.done}`);
  for (const key of asked) if (key.startsWith('taken:')) asked.add(`done:${key.slice(6).split('.')[0]}`);
  // A task that something asks about and that only ends by hand may be done after its stages were left.
  for (const { id, task, withdrawn } of plans.tasks.values()) if (asked.has(`done:${id}`) && withdrawn !== 'with-stage') for (const stage of task.in ?? []) asked.add(`entered:${stage}`);
  // What may be done without leading on is done once in its stage: until that is left, it cannot be done again.
  for (const { id, task, raised } of plans.tasks.values()) if (task.in && raised !== 'by-choice' && leadsOn(procedure, id) && !alwaysLeadsOn(compiled, id)) asked.add(`spent:${id}`);
  return new Map([...asked].map((key, index) => [key, index]));
}

/** A rule that asks for a task, or that a must bars something with. */
function bearsOnWays({ procedure, plans }: CompiledProcedure, id: Id): boolean {
  const then = procedure.rules?.[id]?.then;
  if (!then) return false;
  if ('require' in then && 'task' in then.require) return plans.tasks.get(then.require.task)?.raised === 'when-required' && leadsOn(procedure, then.require.task);
  return 'forbid' in then && procedure.rules?.[id]?.strength === 'must' && ('transition' in then.forbid || ('task' in then.forbid && leadsOn(procedure, then.forbid.task)));
}

/** True when a route waits for the task. */
export const leadsOn = ({ transitions }: Procedure, task: Id): boolean => transitions.some(({ on }) => ('done' in on && on.done === task) || ('option' in on && on.option[0] === task));

/** True when a route out of each of its stages is taken whatever is chosen and answered: each option, or the task itself, has one that nothing stops. A route of another lane leads on there alone. */
function alwaysLeadsOn({ routes, procedure, tree }: CompiledProcedure, task: Id): boolean {
  const { options = [], in: stages = [] } = procedure.tasks[task] ?? {};
  const sure = (event: string, stage: Id): boolean => (routes.get(event) ?? []).some(({ from, guarded, transition }) => (from === stage || tree.ancestors.get(stage)?.includes(from) === true) && (!guarded || (transition.otherwise === true && transition.limit === undefined)));
  return stages.every((stage) => sure(`done.${task}`, stage) || (options.length > 0 && options.every(({ id }) => sure(`option.${task}.${id}`, stage))));
}

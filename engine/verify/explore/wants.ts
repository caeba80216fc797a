// What must come out how for a route to be taken: its own criterion, those of the routes asked before it, and the
// rules that bar it.
import type { CompiledProcedure } from '../../case/index.ts';
import type { Criterion, Id } from '../../procedure/types.ts';
import type { Route } from '../../statechart/index.ts';
import type { Want } from '../criteria/solve.ts';

export const always: Criterion = { and: [] };

/** A route's criterion; otherwise holds when the earlier ones, which are asked as well, do not. */
export function wantsOf({ transition }: Route, want: boolean): readonly Want[] {
  if (transition.if === undefined) return want || transition.limit !== undefined ? [] : [{ criterion: always, want }];
  return [{ criterion: transition.if, want }];
}

/** Everything that must come out how for the route at `index` of those asked in turn to be taken. */
export function wantsFor({ procedure: { rules = {} }, plans }: CompiledProcedure, routes: readonly Route[], index: number): readonly Want[] {
  const route = routes[index];
  if (!route) return [];
  const earlier = routes.slice(0, index).flatMap((other) => (other.back === undefined && other.transition.limit === undefined ? wantsOf(other, false) : []));
  const bars = (plans.onTransition.get(route.transition.id) ?? []).filter(({ effect, rule }) => effect === 'forbid' && rules[rule]?.strength === 'must');
  return [...wantsOf(route, true), ...earlier, ...bars.map(({ rule }): Want => ({ criterion: rules[rule]?.if ?? always, want: false }))];
}

/** The same for a transition by its id, out of one of these stages. */
export function wantsForTransition(compiled: CompiledProcedure, id: Id, stages: readonly Id[]): readonly Want[] {
  const routes = [...compiled.routes.values()].flat();
  const route = routes.find(({ transition, from }) => transition.id === id && stages.includes(from));
  if (!route) return [];
  const own = (compiled.routes.get(route.event) ?? []).filter(({ from }) => from === route.from);
  return wantsFor(compiled, own, own.indexOf(route));
}

/** What musts ask of the options of a decision when these are chosen. */
export function optionWants({ procedure: { rules = {} }, plans }: CompiledProcedure, task: Id, options: readonly Id[]): readonly Want[] {
  const bearings = plans.onOptions.filter(({ target }) => target.option[0] === task);
  return bearings.filter(({ effect, target }) => (effect === 'require') !== options.includes(target.option[1])).map(({ rule }): Want => ({ criterion: rules[rule]?.if ?? always, want: false }));
}

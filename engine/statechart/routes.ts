// Each transition taken apart: one route per stage it leaves and, for a return, per stage it may go back to.
// Also the order among routes out of one stage on one trigger, from which guards and waiting follow.
import type { Id, Procedure, Transition } from '../procedure/types.ts';
import { CompileError, type ChartFault } from './faults.ts';
import { endOf, eventOf, historyOf, ROOT } from './names.ts';
import { endsWith, isGroup, liesWithin, type StageTree } from './tree.ts';

/** One way out of one stage. */
export interface Route {
  readonly transition: Transition;
  readonly from: Id;
  readonly event: string;
  /** State ids without `#`. */
  readonly targets: readonly string[];
  /** For a return: the stage the case must have come from. */
  readonly back?: Id;
  /** Routes out of the same stage on the same event that are asked first. */
  readonly earlier: readonly Route[];
  /** False when nothing can stop it. */
  readonly guarded: boolean;
}

/** Transition ids that a rule may forbid; these are always guarded. */
function ruledTransitions(procedure: Procedure): ReadonlySet<Id> {
  const ids = new Set<Id>();
  for (const { then } of Object.values(procedure.rules ?? {})) {
    const target = 'require' in then ? then.require : 'forbid' in then ? then.forbid : 'relieve' in then ? then.relieve : undefined;
    if (target && 'transition' in target) ids.add(target.transition);
  }
  return ids;
}

/** All routes of the procedure, in the order of its transitions. Throws CompileError for a transition from or to nowhere. */
export function routesOf(procedure: Procedure, tree: StageTree): readonly Route[] {
  const faults = faultsOf(procedure, tree);
  if (faults.length > 0) throw new CompileError(faults);
  const ruled = ruledTransitions(procedure);
  // A route is closed on a day on which a stage that it leads to is not in force.
  const dated = Object.values(procedure.stages).some(({ inForce }) => inForce !== undefined);
  const peers = new Map<string, Route[]>();
  const routes: Route[] = [];
  for (const transition of procedure.transitions) {
    const event = eventOf(transition);
    const own = transition.if !== undefined || transition.otherwise === true || transition.limit !== undefined || ruled.has(transition.id) || transition.inForce !== undefined || dated;
    for (const from of transition.from) {
      const key = `${event} ${from}`;
      const before = peers.get(key) ?? [];
      const earlier = [...before];
      for (const way of waysOf(procedure, tree, transition, from)) {
        const guarded = own || way.back !== undefined || earlier.some((route) => route.guarded);
        const route: Route = { transition, from, event, earlier, guarded, ...way };
        routes.push(route);
        before.push(route);
      }
      peers.set(key, before);
    }
  }
  return routes;
}

type Way = Pick<Route, 'targets' | 'back'>;

function waysOf(procedure: Procedure, tree: StageTree, transition: Transition, from: Id): readonly Way[] {
  const { to } = transition;
  if (to === undefined) return [{ targets: [endOf(endsWith(tree, from))] }];
  if (typeof to === 'string') return [{ targets: [to] }];
  if ('history' in to) return [{ targets: [historyOf(to.history)] }];
  if ('return' in to) return originsOf(procedure, from).map((origin) => ({ targets: [wayBack(tree, from, origin)], back: origin }));
  return [{ targets: to }];
}

/** Stages from which a transition leads into this one. */
function originsOf(procedure: Procedure, stage: Id): readonly Id[] {
  const into = procedure.transitions.filter(({ to }) => to === stage || (Array.isArray(to) && to.includes(stage)));
  return [...new Set(into.flatMap(({ from }) => from))];
}

/** Going back into a group, or into lanes that were left together, goes to where the case was within them. */
function wayBack(tree: StageTree, stage: Id, origin: Id): string {
  const groups = (tree.ancestors.get(origin) ?? []).filter((id) => id !== ROOT && tree.stages[id]?.parallel && !liesWithin(tree, stage, id) && id !== stage);
  const outermost = groups.at(-1);
  if (outermost !== undefined) return historyOf(outermost);
  return isGroup(tree, origin) ? historyOf(origin) : origin;
}

function faultsOf(procedure: Procedure, tree: StageTree): readonly ChartFault[] {
  const faults: ChartFault[] = [];
  const seen = new Set<Id>();
  procedure.transitions.forEach((transition, index) => {
    const at = `/transitions/${index}`;
    if (seen.has(transition.id)) faults.push({ code: 'duplicate-transition', at: `${at}/id`, words: `Two transitions are called "${transition.id}".` });
    seen.add(transition.id);
    const named = [...transition.from, ...targetStages(transition)];
    for (const id of named.filter((stage) => !tree.stages[stage])) faults.push({ code: 'unknown-stage', at, words: `Transition "${transition.id}" names "${id}", which is no stage.` });
    const returns = typeof transition.to === 'object' && 'return' in transition.to;
    if (returns && transition.from.some((from) => originsOf(procedure, from).length === 0)) faults.push({ code: 'no-way-back', at, words: `Transition "${transition.id}" returns to where the case came from, and no transition leads into its stage.` });
  });
  return faults;
}

function targetStages({ to }: Transition): readonly Id[] {
  if (to === undefined) return [];
  if (typeof to === 'string') return [to];
  if ('history' in to) return [to.history];
  return 'return' in to ? [] : to;
}

// A procedure as an XState v5 machine config: plain data that survives JSON unchanged, with guards by name
// only. Stages are state nodes; the few states beside them (start, ends, history) carry names that no stage
// can have. It knows no case, no answer and no clock.
import type { Id, Procedure } from '../procedure/types.ts';
import { drawnIn } from '../procedure/fragments.ts';
import { reopensTo } from '../procedure/structure.ts';
import { CompileError } from './faults.ts';
import { atOf, endOf, guardOf, historyOf, openedBy, REOPENED, ROOT, START } from './names.ts';
import { routesOf, type Route } from './routes.ts';
import { isGroup, isLane, liesWithin, stageTree, type StageTree } from './tree.ts';

/** Names the guard, and which way out of which stage it is asked for. */
export interface GuardConfig { readonly type: string; readonly params: { readonly from: Id; readonly back?: Id } }
export interface RouteConfig { readonly target: readonly string[]; readonly guard?: GuardConfig; readonly reenter?: true; readonly meta: { readonly transition: Id } }
export interface StateConfig {
  readonly id: string;
  readonly type?: 'parallel' | 'final' | 'history';
  readonly history?: 'deep';
  readonly initial?: string;
  readonly states?: Readonly<Record<string, StateConfig>>;
  readonly on?: Readonly<Record<string, readonly RouteConfig[]>>;
  readonly onDone?: readonly RouteConfig[];
}
export interface ChartConfig extends StateConfig { readonly options: { readonly maxIterations: number } }

/** Steps that one event may lead to before it counts as an endless loop. */
export const MOST_STEPS = 500;

/**
 * The procedure's statechart as an XState v5 config, equal to itself after a JSON round trip.
 * Throws CompileError for stages or transitions that lead nowhere.
 */
export function toMachineConfig(file: Procedure): ChartConfig {
  const { procedure } = drawnIn(file);
  const tree = stageTree(procedure);
  const drawing: Drawing = { tree, ...sorted(routesOf(procedure, tree)) };
  const states: Record<string, StateConfig> = { [START]: startState(drawing, procedure) };
  for (const id of tree.children.get(ROOT) ?? []) states[id] = stageState(drawing, id);
  addEnd(drawing, states, ROOT);
  return { id: ROOT, initial: START, states, options: { maxIterations: MOST_STEPS } };
}

interface Drawing { readonly tree: StageTree; readonly out: ReadonlyMap<Id, readonly Route[]>; readonly aimed: ReadonlySet<string> }

function sorted(routes: readonly Route[]): Pick<Drawing, 'out' | 'aimed'> {
  const out = new Map<Id, Route[]>();
  const aimed = new Set<string>();
  for (const route of routes) {
    out.set(route.from, [...(out.get(route.from) ?? []), route]);
    for (const target of route.targets) aimed.add(target);
  }
  return { out, aimed };
}

function startState(drawing: Drawing, procedure: Procedure): StateConfig {
  const on: Record<string, readonly RouteConfig[]> = {};
  for (const [id, door] of Object.entries(procedure.doors)) on[openedBy(id)] = [entrance(openedBy(id), door.to)];
  const reopen = procedure.closing?.reopen;
  const back = reopensTo(procedure);
  if (reopen) on[REOPENED] = [entrance(REOPENED, reopen.beside === 'ended' ? [...back, ...endsBeside(drawing, back)] : back)];
  return { id: START, on };
}

/** Where the lanes end that run beside these stages, in every group of lanes around them. */
function endsBeside({ tree, aimed }: Drawing, stages: readonly Id[]): readonly string[] {
  const groups = new Set(stages.flatMap((stage) => (tree.ancestors.get(stage) ?? []).filter((group) => tree.stages[group]?.parallel)));
  const lanes = [...groups].flatMap((group) => tree.children.get(group) ?? []).filter((lane) => !stages.some((stage) => stage === lane || liesWithin(tree, stage, lane)));
  return lanes.flatMap((lane) => {
    const end = aimed.has(endOf(lane)) ? endOf(lane) : tree.children.get(lane)?.find((id) => tree.stages[id]?.final);
    return end === undefined || [...groups].some((group) => group !== lane && liesWithin(tree, group, lane)) ? [] : [end];
  });
}

const entrance = (name: string, to: readonly Id[]): RouteConfig => ({ target: to.map((id) => `#${id}`), meta: { transition: name } });

function stageState(drawing: Drawing, id: Id): StateConfig {
  const stage = drawing.tree.stages[id];
  if (stage?.final) return { id, type: 'final' };
  return { id, ...inner(drawing, id), ...ways(drawing.out.get(id) ?? []) };
}

/** What lies within: nothing, lanes, a sequence, or the two states of a lane that is one stage. */
function inner(drawing: Drawing, id: Id): Partial<StateConfig> {
  const { tree, aimed } = drawing;
  if (!isGroup(tree, id)) return isLane(tree, id) && aimed.has(endOf(id)) ? single(id) : {};
  const children = tree.children.get(id) ?? [];
  const states: Record<string, StateConfig> = {};
  for (const child of children) states[child] = stageState(drawing, child);
  if (aimed.has(historyOf(id))) states[historyOf(id)] = { id: historyOf(id), type: 'history', history: 'deep' };
  if (tree.stages[id]?.parallel) return { type: 'parallel', states: lanesOnly(drawing, id, states) };
  addEnd(drawing, states, id);
  return { initial: tree.stages[id]?.initial ?? children[0] ?? '', states };
}

function lanesOnly({ aimed }: Drawing, id: Id, states: Record<string, StateConfig>): Record<string, StateConfig> {
  if (!aimed.has(endOf(id))) return states;
  throw new CompileError([{ code: 'ill-nested', at: `/stages/${id}`, words: `Stages at the same time ("${id}") end when each of them has ended; a transition cannot end them at once. Let it lead to a stage.` }]);
}

const single = (lane: Id): Partial<StateConfig> => ({
  initial: atOf(lane),
  states: { [atOf(lane)]: { id: atOf(lane) }, [endOf(lane)]: { id: endOf(lane), type: 'final' } },
});

function addEnd({ aimed }: Drawing, states: Record<string, StateConfig>, group: Id): void {
  if (aimed.has(endOf(group))) states[endOf(group)] = { id: endOf(group), type: 'final' };
}

function ways(routes: readonly Route[]): Partial<StateConfig> {
  const on: Record<string, RouteConfig[]> = {};
  for (const route of routes) (on[route.event] ??= []).push(routeConfig(route));
  const ended = routes.filter((route) => 'ended' in route.transition.on && route.transition.on.ended === route.from);
  return { ...(routes.length > 0 && { on }), ...(ended.length > 0 && { onDone: ended.map(routeConfig) }) };
}

function routeConfig({ transition, from, targets, back, guarded }: Route): RouteConfig {
  const params = back === undefined ? { from } : { from, back };
  return {
    target: targets.map((id) => `#${id}`),
    ...(guarded && { guard: { type: guardOf(transition.id), params } }),
    ...(targets.includes(from) && { reenter: true as const }),
    meta: { transition: transition.id },
  };
}

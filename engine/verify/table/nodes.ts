// A chart's states as numbers: parent, children, kind and ways out in arrays, so that a step compares integers and
// no names. Made once from the same config that XState is given. It knows the chart only, no procedure and no case.
import type { ChartConfig, GuardParams, RouteConfig, StateConfig } from '../../statechart/index.ts';

/** A way out of a node: guard −1 for none, targets as nodes. */
export interface Way { readonly guard: number; readonly source: number; readonly targets: readonly number[]; readonly reenter: boolean; readonly transition: string; readonly inner: boolean }
/** What a guard is asked by, as the machine asks it. */
export interface AskedGuard { readonly guard: string; readonly params: GuardParams }
export type Kind = 'atomic' | 'compound' | 'parallel' | 'final' | 'history';

/** The chart in arrays; nodes are numbered in document order, so a parent comes before its children. */
export interface Nodes {
  readonly names: readonly string[];
  readonly kinds: readonly Kind[];
  /** −1 for the root. */
  readonly parents: readonly number[];
  readonly children: readonly (readonly number[])[];
  /** Where a compound node begins; −1 for others. */
  readonly initials: readonly number[];
  readonly ways: readonly ReadonlyMap<number, readonly Way[]>[];
  readonly events: readonly string[];
  readonly eventOf: ReadonlyMap<string, number>;
  readonly guards: readonly AskedGuard[];
  /** The event with which a node's own end is told; −1 where nothing waits for it. */
  readonly ended: readonly number[];
}

interface Drawn { readonly config: StateConfig; readonly parent: number; readonly index: number }

/** Numbers a chart. */
export function nodesOf(config: ChartConfig): Nodes {
  const drawn = inOrder(config);
  const byName = new Map(drawn.map(({ config: { id }, index }) => [id, index]));
  const events: string[] = [];
  const eventOf = new Map<string, number>();
  const guards: AskedGuard[] = [];
  const guardOf = new Map<string, number>();
  const numbers: Numbers = { event: (name) => numbered(name, name, events, eventOf), guard: (asked) => numbered(JSON.stringify(asked), asked, guards, guardOf), node: (name) => byName.get(name) ?? -1 };
  const children = drawn.map(({ index }) => drawn.filter(({ parent }) => parent === index).map((child) => child.index));
  return {
    names: drawn.map(({ config: { id } }) => id),
    kinds: drawn.map(({ config: one }, index) => one.type ?? ((children[index]?.length ?? 0) > 0 ? 'compound' : 'atomic')),
    parents: drawn.map(({ parent }) => parent),
    children,
    initials: drawn.map(({ config: { initial } }, index) => (initial === undefined ? -1 : (children[index] ?? []).find((child) => drawn[child]?.config.id === initial) ?? -1)),
    ways: drawn.map((one) => waysOf(one, numbers)),
    events, eventOf, guards,
    ended: drawn.map(({ config: { id, onDone } }) => (onDone ? numbers.event(endOfNode(id)) : -1)),
  };
}

interface Numbers { readonly event: (name: string) => number; readonly guard: (asked: AskedGuard) => number; readonly node: (name: string) => number }

const endOfNode = (id: string): string => `xstate.done.state.${id}`;

function numbered<T>(key: string, value: T, list: T[], known: Map<string, number>): number {
  const found = known.get(key);
  if (found !== undefined) return found;
  known.set(key, list.length);
  list.push(value);
  return list.length - 1;
}

function inOrder(root: ChartConfig): readonly Drawn[] {
  const found: Drawn[] = [];
  const walk = (config: StateConfig, parent: number): void => {
    const index = found.length;
    found.push({ config, parent, index });
    for (const child of Object.values(config.states ?? {})) walk(child, index);
  };
  walk(root, -1);
  return found;
}

function waysOf({ config, index }: Drawn, numbers: Numbers): ReadonlyMap<number, readonly Way[]> {
  const ways = new Map<number, readonly Way[]>();
  const add = (event: string, routes: readonly RouteConfig[], inner: boolean): void => {
    ways.set(numbers.event(event), routes.map(({ target, guard, reenter, meta }): Way => ({
      guard: guard ? numbers.guard({ guard: guard.type, params: guard.params }) : -1,
      source: index, targets: target.map((name) => numbers.node(name.slice(1))), reenter: reenter ?? false, transition: meta.transition, inner,
    })));
  };
  for (const [event, routes] of Object.entries(config.on ?? {})) add(event, routes, false);
  if (config.onDone) add(endOfNode(config.id), config.onDone, true);
  return ways;
}

// One microstep on numbered nodes, by the algorithm that XState follows: which ways out an event opens, which of them
// stand in each other's way, what is left and what is entered. A configuration is a sorted list of active nodes.
import type { Nodes, Way } from './nodes.ts';

/** Active nodes in document order, and for each history node what was active when its group was last left. */
export interface Config { readonly active: readonly number[]; readonly history: ReadonlyMap<number, readonly number[]> }
export type Open = (guard: number) => boolean;
export interface Micro { readonly config: Config; /** Ends told by what was entered, in order. */ readonly ends: readonly number[]; readonly done: boolean }

export function isBelow({ parents }: Nodes, node: number, ancestor: number): boolean {
  for (let at = parents[node] ?? -1; at >= 0; at = parents[at] ?? -1) if (at === ancestor) return true;
  return false;
}

/** Ways out that the event opens, inner before outer; a guard is not asked about the end of a group. */
export function select(nodes: Nodes, { active }: Config, event: number, open: Open): readonly Way[] {
  const on = new Set(active);
  const own = (node: number): readonly Way[] => {
    const way = nodes.ways[node]?.get(event)?.find(({ guard, inner }) => guard < 0 || (!inner && open(guard)));
    return way ? [way] : [];
  };
  const at = (node: number): readonly Way[] => {
    const inner = (nodes.children[node] ?? []).flatMap((child) => (on.has(child) ? at(child) : []));
    return inner.length > 0 ? inner : own(node);
  };
  return at(0);
}

/** Takes ways out together; those that would leave the same node give way to the inner one. */
export function microstep(nodes: Nodes, config: Config, ways: readonly Way[]): Micro {
  const taken = withoutConflicts(nodes, config, ways);
  const left = exitSet(nodes, config, taken);
  const history = remembered(nodes, config, left);
  const kept = config.active.filter((node) => !left.has(node));
  const entered = entrySet(nodes, taken, history);
  const active = [...new Set([...kept, ...entered])].sort((a, b) => a - b);
  return { config: { active, history }, ...endings(nodes, kept, entered) };
}

function withoutConflicts(nodes: Nodes, config: Config, ways: readonly Way[]): readonly Way[] {
  if (ways.length < 2) return ways;
  let kept: Way[] = [];
  for (const way of ways) {
    const leaves = exitSet(nodes, config, [way]);
    const clashing = kept.filter((other) => [...exitSet(nodes, config, [other])].some((node) => leaves.has(node)));
    if (clashing.some((other) => !isBelow(nodes, way.source, other.source))) continue;
    kept = [...kept.filter((other) => !clashing.includes(other)), way];
  }
  return kept;
}

function exitSet(nodes: Nodes, { active, history }: Config, ways: readonly Way[]): ReadonlySet<number> {
  const left = new Set<number>();
  for (const way of ways) {
    if (way.targets.length === 0) continue;
    const domain = domainOf(nodes, way, history);
    if (way.reenter && way.source === domain) left.add(domain);
    for (const node of active) if (isBelow(nodes, node, domain)) left.add(node);
  }
  return left;
}

function domainOf(nodes: Nodes, way: Way, history: Config['history']): number {
  const targets = effective(nodes, way.targets, history);
  if (!way.reenter && targets.every((target) => target === way.source || isBelow(nodes, target, way.source))) return way.source;
  const all = [...targets, way.source];
  let domain = nodes.parents[all[0] ?? 0] ?? -1;
  while (domain >= 0 && !all.slice(1).every((node) => isBelow(nodes, node, domain))) domain = nodes.parents[domain] ?? -1;
  return domain >= 0 ? domain : way.reenter ? -1 : 0;
}

function effective(nodes: Nodes, targets: readonly number[], history: Config['history']): readonly number[] {
  return [...new Set(targets.flatMap((target) => (nodes.kinds[target] === 'history' ? (history.get(target) ?? effective(nodes, defaultOf(nodes, target), history)) : [target])))];
}

/** Where a history leads that was never left: to where its group begins. */
function defaultOf(nodes: Nodes, node: number): readonly number[] {
  const group = nodes.parents[node] ?? 0;
  return nodes.kinds[group] === 'parallel' ? [group] : [nodes.initials[group] ?? group];
}

function remembered(nodes: Nodes, config: Config, left: ReadonlySet<number>): Config['history'] {
  let history: Map<number, readonly number[]> | undefined;
  for (const node of left) {
    for (const child of nodes.children[node] ?? []) {
      if (nodes.kinds[child] !== 'history') continue;
      history ??= new Map(config.history);
      history.set(child, config.active.filter((one) => isLeaf(nodes, one) && isBelow(nodes, one, node)));
    }
  }
  return history ?? config.history;
}

const isLeaf = (nodes: Nodes, node: number): boolean => nodes.kinds[node] === 'atomic' || nodes.kinds[node] === 'final';

/** What is entered is found by the history as it is after the exit, what is left by the one before it. */
function entrySet(nodes: Nodes, ways: readonly Way[], history: Config['history']): ReadonlySet<number> {
  const entering: Entering = { nodes, history, set: new Set() };
  for (const way of ways) {
    const domain = domainOf(nodes, way, history);
    for (const target of way.targets) {
      if (nodes.kinds[target] !== 'history' && (way.source !== target || way.source !== domain || way.reenter)) entering.set.add(target);
      enterBelow(entering, target);
    }
    const root = way.reenter && nodes.parents[way.source] === -1;
    for (const target of effective(nodes, way.targets, history)) {
      const ancestors = between(nodes, target, domain);
      if (nodes.kinds[domain] === 'parallel') ancestors.push(domain);
      enterAbove(entering, ancestors, root ? -1 : domain);
    }
  }
  return entering.set;
}

interface Entering { readonly nodes: Nodes; readonly history: Config['history']; readonly set: Set<number> }

function between({ parents }: Nodes, node: number, until: number): number[] {
  const found: number[] = [];
  if (node === until) return found;
  for (let at = parents[node] ?? -1; at >= 0 && at !== until; at = parents[at] ?? -1) found.push(at);
  return found;
}

function enterBelow(entering: Entering, node: number): void {
  const { nodes, set } = entering;
  if (nodes.kinds[node] === 'history') return enterHistory(entering, node);
  if (nodes.kinds[node] === 'parallel') return enterLanes(entering, node);
  if (nodes.kinds[node] !== 'compound') return;
  const first = nodes.initials[node] ?? node;
  if (nodes.kinds[first] !== 'history') set.add(first);
  enterBelow(entering, first);
  enterAbove(entering, between(nodes, first, node), -1);
}

function enterHistory(entering: Entering, node: number): void {
  const { nodes, history, set } = entering;
  const targets = history.get(node) ?? defaultOf(nodes, node);
  for (const target of targets) {
    set.add(target);
    enterBelow(entering, target);
  }
  for (const target of targets) enterAbove(entering, between(nodes, target, nodes.parents[node] ?? -1), -1);
}

function enterLanes(entering: Entering, group: number): void {
  const { nodes, set } = entering;
  for (const child of nodes.children[group] ?? []) {
    if (nodes.kinds[child] === 'history' || [...set].some((node) => isBelow(nodes, node, child))) continue;
    set.add(child);
    enterBelow(entering, child);
  }
}

/** `within`: only what lies below it is entered; −1 for no bound. */
function enterAbove(entering: Entering, ancestors: readonly number[], within: number): void {
  const { nodes, set } = entering;
  for (const node of ancestors) {
    if (within < 0 || isBelow(nodes, node, within)) set.add(node);
    if (nodes.kinds[node] === 'parallel') enterLanes(entering, node);
  }
}

function endings(nodes: Nodes, kept: readonly number[], entered: ReadonlySet<number>): Pick<Micro, 'ends' | 'done'> {
  const active = new Set(kept);
  const ended = new Set<number>();
  const ends: number[] = [];
  let done = false;
  for (const node of [...entered].sort((a, b) => a - b)) {
    active.add(node);
    if (nodes.kinds[node] !== 'final') continue;
    const parent = nodes.parents[node] ?? -1;
    let marker = nodes.kinds[parent] === 'parallel' ? parent : (nodes.parents[parent] ?? -1);
    if (nodes.kinds[parent] === 'compound') ends.push(parent);
    while (marker >= 0 && nodes.kinds[marker] === 'parallel' && !ended.has(marker) && hasEnded(nodes, active, marker)) {
      ended.add(marker);
      ends.push(marker);
      marker = nodes.parents[marker] ?? -1;
    }
    if (marker < 0) done = true;
  }
  return { ends, done };
}

/** True when a group is at its end: a final child, or every lane at its end. */
export function hasEnded(nodes: Nodes, active: ReadonlySet<number>, node: number): boolean {
  const children = (nodes.children[node] ?? []).filter((child) => nodes.kinds[child] !== 'history');
  if (nodes.kinds[node] === 'compound') return children.some((child) => nodes.kinds[child] === 'final' && active.has(child));
  if (nodes.kinds[node] === 'parallel') return children.every((child) => hasEnded(nodes, active, child));
  return nodes.kinds[node] === 'final';
}

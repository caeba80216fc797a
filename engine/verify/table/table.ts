// A chart as a table of integers: configurations are numbered as they are met, and a step once taken is a look-up by
// configuration, event and what its guards answer. Compiled from the config that XState is given and held equal to
// XState by a property test. For bulk work only: a command on a case goes through XState.
import { EndlessLoop, MOST_STEPS, type ChartConfig, type Taken } from '../../statechart/index.ts';
import { microstep, select, type Config, type Open } from './micro.ts';
import { nodesOf, type AskedGuard, type Nodes } from './nodes.ts';

export interface Table {
  readonly nodes: Nodes;
  /** Configuration before any door. */
  readonly start: number;
  /** Every event the chart knows, by number. */
  readonly events: readonly string[];
  /** Number of an event; −1 when nothing waits for it anywhere. */
  event(name: string): number;
  readonly guards: readonly AskedGuard[];
  /** The configuration after an event; the same number when nothing takes it. Throws EndlessLoop when it does not come to rest. */
  step(config: number, event: number, open: Open): number;
  /** Transitions taken by that step, in their order. */
  taken(config: number, event: number, open: Open): readonly Taken[];
  /** Guards that the step may ask about, by number. */
  asked(config: number, event: number): readonly number[];
  /** Names of the active nodes, outermost first, the root left out. */
  active(config: number): readonly string[];
  /** True when the whole is at its end. */
  isOver(config: number): boolean;
  /** Configurations met so far. */
  count(): number;
  /** The configuration with these nodes active, and for each history node what was active when its group was last left; over, when the whole is at its end. */
  at(active: readonly string[], history: ReadonlyMap<string, readonly string[]>, over: boolean): number;
}

interface Met { readonly config: Config; readonly cells: (Cell | undefined)[]; readonly done: boolean }
/** Steps from one configuration on one event, by what the guards asked answer, as bits. */
interface Cell { readonly guards: readonly number[]; readonly steps: Map<number, Gone> }
interface Gone { readonly to: number; readonly taken: readonly Taken[] }

/** A table over the chart; it fills as it is used. */
export function tableOf(config: ChartConfig): Table {
  const nodes = nodesOf(config);
  const met: Met[] = [];
  const known = new Map<string, number>();
  const intern = (one: Config, done: boolean): number => {
    const key = `${one.active.join(',')}|${[...one.history].map(([node, was]) => `${node}:${was.join(',')}`).sort().join(';')}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, met.length);
    met.push({ config: one, cells: [], done });
    return met.length - 1;
  };
  const start = intern({ active: [0, nodes.initials[0] ?? 0], history: new Map() }, false);
  const cellOf = (at: number, event: number): Cell => {
    const { cells, config: { active } } = met[at] as Met;
    return (cells[event] ??= { guards: guardsAsked(nodes, active, event), steps: new Map() });
  };
  const gone = (at: number, event: number, open: Open): Gone => {
    const cell = cellOf(at, event);
    let bits = 0;
    for (let index = 0; index < cell.guards.length; index++) bits = bits * 2 + (open(cell.guards[index] ?? 0) ? 1 : 0);
    const before = cell.steps.get(bits);
    if (before) return before;
    const after = macrostep(nodes, met[at] as Met, event, open);
    const step: Gone = { to: after ? intern(after.config, after.done) : at, taken: after?.taken ?? [] };
    cell.steps.set(bits, step);
    return step;
  };
  return {
    nodes, start, events: nodes.events, guards: nodes.guards,
    event: (name) => nodes.eventOf.get(name) ?? -1,
    step: (at, event, open) => gone(at, event, open).to,
    taken: (at, event, open) => gone(at, event, open).taken,
    asked: (at, event) => cellOf(at, event).guards,
    active: (at) => (met[at]?.config.active ?? []).slice(1).map((node) => nodes.names[node] ?? ''),
    isOver: (at) => met[at]?.done ?? false,
    count: () => met.length,
    at: (active, history, over) => intern({ active: numbersOf(nodes, active), history: new Map([...history].map(([name, was]) => [nodes.names.indexOf(name), numbersOf(nodes, was)])) }, over),
  };
}

const numbersOf = ({ names }: Nodes, some: readonly string[]): readonly number[] => some.map((name) => names.indexOf(name)).filter((node) => node >= 0).sort((a, b) => a - b);

function guardsAsked(nodes: Nodes, active: readonly number[], event: number): readonly number[] {
  const ways = active.flatMap((node) => nodes.ways[node]?.get(event) ?? []);
  return [...new Set(ways.filter(({ inner }) => !inner).map(({ guard }) => guard))].filter((guard) => guard >= 0);
}

interface After { readonly config: Config; readonly done: boolean; readonly taken: readonly Taken[] }

/** The event, then the ends of groups that it brought about, each in its turn; undefined when nothing takes it. */
function macrostep(nodes: Nodes, from: Met, event: number, open: Open): After | undefined {
  const first = select(nodes, from.config, event, open);
  if (first.length === 0) return undefined;
  const begun = microstep(nodes, from.config, first);
  let { config, done } = begun;
  const taken = first.map((way): Taken => ({ transition: way.transition, from: nodes.names[way.source] ?? '' }));
  const queue = [...begun.ends];
  for (let steps = 0; queue.length > 0 && !done; steps++) {
    if (steps > MOST_STEPS) throw new EndlessLoop(nodes.events[event] ?? '');
    const ended = nodes.ended[queue.shift() ?? -1] ?? -1;
    const ways = ended < 0 ? [] : select(nodes, config, ended, () => false);
    if (ways.length === 0) continue;
    const next = microstep(nodes, config, ways);
    taken.push(...ways.map((way): Taken => ({ transition: way.transition, from: nodes.names[way.source] ?? '' })));
    queue.push(...next.ends);
    ({ config, done } = next);
  }
  return { config, done, taken };
}

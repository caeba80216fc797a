// What lies ahead of a case as it stands: every situation that it may still come to, nearest first, found on the table
// of the chart from where the case is and from what has happened in it.
import { inside, recordOf, type Folded } from '../../case/folded.ts';
import type { CompiledProcedure } from '../../case/index.ts';
import { scopeOf } from '../../case/scope.ts';
import type { Id } from '../../procedure/types.ts';
import type { Instant } from '../../time/types.ts';
import type { Step } from '../explore/explore.ts';
import { walkerOf } from '../explore/follow.ts';
import { rememberedOf } from '../explore/memory.ts';
import { movesOf } from '../explore/moves.ts';
import { pastsOf } from '../explore/past.ts';
import { search, wayTo } from '../explore/search.ts';
import { waysOf } from '../explore/ways.ts';
import { tableOf, type Table } from '../table/table.ts';

export interface Ahead {
  /** Shortest ways to where one of these stages is entered, by each route that leads there; shortest first. */
  toStages(stages: ReadonlySet<Id>): readonly (readonly Step[])[];
  /** A shortest way to where a task may be done; empty where it may be at once. */
  toTask(task: Id): readonly Step[] | undefined;
  /** A shortest way out of a stage. */
  outOf(stage: Id): readonly Step[] | undefined;
  /** False when there was more than was looked at. */
  readonly whole: boolean;
}

/** Situations looked at: what is further away is not said on a page. */
const MOST = 20_000;

/** Looks ahead from a case. */
export function aheadOf(compiled: CompiledProcedure, held: Folded, now: Instant): Ahead {
  const [table, remembered] = [tableOf(compiled.config), rememberedOf(compiled)];
  const pasts = pastsOf(remembered);
  const ways = waysOf(movesOf(compiled), pasts, walkerOf(compiled, table, remembered));
  const happened = new Map([...remembered.keys()].map((fact) => [fact, hasHappened(compiled, held, now, fact)]));
  const found = search([standsIn(table, held), pasts.after(0, pasts.changed(happened))], ways.follow, { most: MOST, late: ways.late });
  const stagesAt = (state: number): readonly Id[] => ways.stagesOf(found.configs[state] ?? 0);
  const stepsTo = (state: number): readonly Step[] => wayTo(found, state).map((at) => ({ ...ways.made(found.moves[at] ?? 0), stages: stagesAt(at) }));
  const nearestWhere = (is: (state: number) => boolean): readonly Step[] | undefined => { const state = found.configs.findIndex((_, at) => is(at)); return state < 0 ? undefined : stepsTo(state); };
  return {
    whole: found.whole,
    toStages: (stages) => {
      const routes = [...ways.firsts].filter(([key]) => !key.includes('/') && ways.leadsTo(key).some((stage) => stages.has(stage)));
      return routes.map(([, { from, made, to }]) => [...stepsTo(from), { ...ways.made(made), stages: ways.stagesOf(to) }]).sort((a, b) => a.length - b.length);
    },
    toTask: (task) => nearestWhere((state) => ways.tasksAt(found.configs[state] ?? 0, found.memories[state] ?? 0, [task]).length > 0),
    outOf: (stage) => nearestWhere((state) => !stagesAt(state).includes(stage)),
  };
}

/** Where the case stands, on the table: the machine's active nodes, and what its groups remember. */
function standsIn(table: Table, held: Folded): number {
  const { _nodes: nodes, historyValue, status } = held[inside].snapshot as unknown as { readonly _nodes: readonly { readonly id: string }[]; readonly historyValue: Readonly<Record<string, readonly { readonly id: string }[]>>; readonly status: string };
  const names = (some: readonly { readonly id: string }[]): readonly string[] => some.map(({ id }) => id);
  return table.at(names(nodes), new Map(Object.entries(historyValue).map(([node, was]) => [node, names(was)])), status === 'done');
}

function hasHappened(compiled: CompiledProcedure, held: Folded, now: Instant, fact: string): boolean {
  const [name = '', argument = ''] = fact.split(/:(.*)/s, 2);
  if (name === 'spent') return recordOf(held, argument)?.state === 'done';
  return scopeOf(compiled, held, now).predicate(name, argument.includes('.') ? argument.split('.') : argument) === true;
}

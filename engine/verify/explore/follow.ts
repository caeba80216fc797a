// What follows from a situation: each move that people could make there, and each way the chart may take it. A route
// can be taken when some answers make its criterion hold and those of earlier routes fail; with what was done and
// decided as it is. Limits on how often a route may be taken are left out of account.
import type { CompiledProcedure } from '../../case/index.ts';
import type { TaskPlan } from '../../case/plans.ts';
import type { Id } from '../../procedure/types.ts';
import type { Route } from '../../statechart/index.ts';
import type { Want } from '../criteria/solve.ts';
import { hasEnded } from '../table/micro.ts';
import type { Table } from '../table/table.ts';
import { arrive, remember, targetsOf } from './arriving.ts';
import { criteriaOf, type Criteria } from './criteria.ts';
import type { Move } from './moves.ts';
import { pastOf, type Past } from './past.ts';
import { always, wantsFor, wantsOf } from './wants.ts';

/** Where a move leads: the configuration, the past with what the move adds to it, and the routes that were taken. */
export interface Situation { readonly config: number; readonly past: Past; readonly takes: readonly Id[] }
/** What a procedure allows on its table. It keeps nothing of where it was asked from. */
export interface Walker {
  /** Every way the chart may take a move from there; a way that changes nothing may be among them. */
  after(move: Move, config: number, past: Past): readonly Situation[];
  /** False when the move leads nowhere from there whatever has happened. */
  mayLead(move: Move, config: number): boolean;
  stagesOf(config: number): readonly Id[];
  /** The stages that a transition leads to by name. */
  leadsTo(transition: Id): readonly Id[];
  /** True when the task may be done there: its stage is active, what raises it can hold, and no must bars it. */
  isUp(task: Id, config: number, past: Past): boolean;
  /** Sentences on criteria that were too large to try in full. */
  readonly inexact: readonly string[];
}

/** What a compiled procedure allows, on its table. */
export function walkerOf(compiled: CompiledProcedure, table: Table, remembered: ReadonlyMap<string, number>): Walker {
  return new Walking(compiled, table, remembered);
}

/** For one stage: the route it takes, or none. */
type Choice = ReadonlyMap<Id, Route | undefined>;

/** No past: what does not depend on one may be asked with it. */
const NOTHING = pastOf(new Map(), () => false);

class Walking implements Walker {
  private readonly compiled: CompiledProcedure;
  private readonly table: Table;
  private readonly remembered: ReadonlyMap<string, number>;
  private readonly stageLists = new Map<number, readonly Id[]>();
  private readonly criteria: Criteria;
  private readonly inert = new Map<Move, boolean>();
  private readonly offers = new Map<string, boolean>();
  private readonly ends: readonly string[];

  constructor(compiled: CompiledProcedure, table: Table, remembered: ReadonlyMap<string, number>) {
    this.compiled = compiled;
    this.table = table;
    this.remembered = remembered;
    this.criteria = criteriaOf(compiled, remembered);
    this.ends = [...compiled.routes].filter(([event, routes]) => event.startsWith('ended.') && routes.some(({ guarded }) => guarded)).map(([event]) => event);
  }

  get inexact(): readonly string[] {
    return this.criteria.inexact;
  }

  mayLead(move: Move, config: number): boolean {
    if (move.kind === 'open' || move.kind === 'reopen') return this.isPossible(move, config, NOTHING);
    if (config === this.table.start || this.table.isOver(config) || this.isInert(move)) return false;
    if (move.kind === 'do' || move.kind === 'decide') return this.mayStand(this.compiled.plans.tasks.get(move.task), config);
    const active = this.table.active(config);
    return this.ends.some((event) => this.isOffered(event, config)) || move.events.some((event) => (this.compiled.routes.get(event) ?? []).some(({ from }) => active.includes(from)));
  }

  after(move: Move, config: number, past: Past): readonly Situation[] {
    return this.isInert(move) || !this.isPossible(move, config, past) ? [] : this.afterMove(move, config, past);
  }

  stagesOf(config: number): readonly Id[] {
    const known = this.stageLists.get(config);
    if (known) return known;
    const active = new Set(this.table.active(config));
    const stages = Object.keys(this.compiled.procedure.stages).filter((id) => active.has(id) && !active.has(`_end-${id}`));
    this.stageLists.set(config, stages);
    return stages;
  }

  leadsTo(transition: Id): readonly Id[] {
    return targetsOf(this.compiled, transition);
  }

  /** A move that nothing hears of and nothing asks about leads nowhere. */
  private isInert(move: Move): boolean {
    const known = this.inert.get(move) ?? this.leadsNowhere(move);
    this.inert.set(move, known);
    return known;
  }

  private leadsNowhere({ kind, events, ...move }: Move): boolean {
    if ((kind !== 'do' && kind !== 'decide') || !('task' in move) || events.some((event) => this.compiled.routes.has(event))) return false;
    const options = 'options' in move ? (this.compiled.procedure.tasks[move.task]?.options ?? []) : [];
    return ![`done:${move.task}`, `spent:${move.task}`, ...options.map(({ id }) => `taken:${move.task}.${id}`)].some((fact) => this.remembered.has(fact));
  }

  private isPossible(move: Move, config: number, past: Past): boolean {
    if (move.kind === 'open') return config === this.table.start;
    if (move.kind === 'reopen') return this.table.isOver(config);
    if (config === this.table.start || this.table.isOver(config)) return false;
    if (move.kind === 'choose' || move.kind === 'relate') return true;
    if (move.kind === 'lapse') return true;
    return this.isUp(move.task, config, past);
  }

  isUp(task: Id, config: number, past: Past): boolean {
    const plan = this.compiled.plans.tasks.get(task);
    if (!plan) return false;
    if (!this.stands(plan, config, past) || past.has(`spent:${task}`) === true) return false;
    const { raised, requiredBy } = plan;
    if (typeof raised === 'object' && 'done' in raised && past.has(`done:${raised.done}`) !== true) return false;
    const rules = this.compiled.procedure.rules ?? {};
    if (raised === 'when-required' && !requiredBy.some((id) => this.can(`r${id}`, () => [{ criterion: rules[id]?.if ?? always, want: true }], config, past))) return false;
    const bars = (this.compiled.plans.bearings.get(task) ?? []).filter(({ effect, target, rule }) => effect === 'forbid' && 'task' in target && rules[rule]?.strength === 'must');
    return bars.every(({ rule }) => this.can(`b${rule}`, () => [{ criterion: rules[rule]?.if ?? always, want: false }], config, past));
  }

  /** A task stands in its stages; one that only ends by hand is still there after they were left. */
  private stands(plan: TaskPlan, config: number, past: Past): boolean {
    const { in: stages } = plan.task;
    if (!stages || stages.some((stage) => this.stagesOf(config).includes(stage))) return true;
    return this.mayStand(plan, config) && stages.some((stage) => past.has(`entered:${stage}`) === true);
  }

  private mayStand(plan: TaskPlan | undefined, config: number): boolean {
    if (!plan) return false;
    const { task, withdrawn, raised } = plan;
    return !task.in || (withdrawn !== 'with-stage' && raised !== 'by-choice') || task.in.some((stage) => this.stagesOf(config).includes(stage));
  }

  /** Whether some answers make the criteria come out so, with what happened as it is. `name` stands for the criteria. */
  private can(name: string, wants: () => readonly Want[], config: number, past: Past): boolean {
    return this.criteria.can(name, wants, past, () => this.stagesOf(config));
  }

  private afterMove(move: Move, config: number, past: Past): readonly Situation[] {
    if (move.events.every((event) => !this.compiled.routes.has(event)) && (move.kind === 'do' || move.kind === 'decide')) return [{ config, past: remember(this.compiled, move, past), takes: [] }];
    let heard = new Set(this.stagesOf(config));
    let situations: readonly Situation[] = [{ config: move.kind === 'reopen' ? this.table.start : config, past: remember(this.compiled, move, past), takes: [] }];
    for (const event of move.events) {
      situations = situations.flatMap((one) => (one.takes.length === 0 || this.hears(event, one.config, heard) ? this.on(event, one) : [one]));
      heard = new Set([...heard].filter((stage) => situations.some((one) => this.stagesOf(one.config).includes(stage))));
    }
    for (let round = 0; round < (this.ends.length > 0 ? 3 : 0); round++) situations = this.ends.reduce((all, event) => all.flatMap((one) => (this.isOffered(event, one.config) ? this.on(event, one) : [one])), situations);
    return situations;
  }

  private hears(event: string, config: number, heard: ReadonlySet<Id>): boolean {
    const stages = this.stagesOf(config);
    return (this.compiled.routes.get(event) ?? []).some(({ from }) => stages.includes(from) && heard.has(from));
  }

  private isOffered(event: string, config: number): boolean {
    const key = `${config} ${event}`;
    const known = this.offers.get(key) ?? this.offersEnd(event, config);
    this.offers.set(key, known);
    return known;
  }

  /** The end of a group that has come about, where something may stop the route out of it. */
  private offersEnd(event: string, config: number): boolean {
    const group = event.slice('ended.'.length);
    const routes = (this.compiled.routes.get(event) ?? []).filter(({ guarded }) => guarded);
    const { nodes } = this.table;
    return routes.length > 0 && this.stagesOf(config).includes(group) && hasEnded(nodes, new Set(this.table.active(config).map((name) => nodes.names.indexOf(name))), nodes.names.indexOf(group));
  }

  /** Every way the chart may take an event: unchanged where nothing hears it. */
  private on(event: string, { config, past, takes }: Situation): readonly Situation[] {
    const number = this.table.event(event);
    if (number < 0) return [{ config, past, takes }];
    return this.choices(event, config, past).map((choice) => {
      const open = (guard: number): boolean => {
        const { guard: name, params } = this.table.guards[guard] ?? { guard: '', params: { from: '' } };
        const route = choice.get(params.from);
        return route !== undefined && `when-${route.transition.id}` === name && route.back === params.back;
      };
      const taken = this.table.taken(config, number, open).map(({ transition }) => transition);
      const to = this.table.step(config, number, open);
      return { config: to, past: arrive(this.compiled, { was: this.stagesOf(config), now: this.stagesOf(to), taken }, past), takes: [...takes, ...taken.filter((id) => this.compiled.transitions.has(id))] };
    });
  }

  private choices(event: string, config: number, past: Past): readonly Choice[] {
    const stages = this.stagesOf(config);
    const routes = (this.compiled.routes.get(event) ?? []).filter(({ from }) => stages.includes(from));
    const froms = [...new Set(routes.map(({ from }) => from))];
    return froms.reduce<readonly Choice[]>((all, from) => {
      const own = routes.filter((route) => route.from === from);
      const possible: (Route | undefined)[] = own.filter((_, index) => this.canTake(own, index, config, past));
      if (own.every(({ guarded }) => guarded) && this.can(`n${event} ${from}`, () => own.flatMap((one) => wantsOf(one, false)), config, past)) possible.push(undefined);
      return possible.length === 0 ? all : all.flatMap((choice) => possible.map((route) => new Map([...choice, [from, route]])));
    }, [new Map()]);
  }

  private canTake(routes: readonly Route[], index: number, config: number, past: Past): boolean {
    const route = routes[index];
    if (!route) return false;
    if (!route.guarded) return true;
    return this.can(`t${route.transition.id} ${route.from} ${index}`, () => wantsFor(this.compiled, routes, index), config, past);
  }
}

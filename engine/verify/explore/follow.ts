// What follows from a situation: each move that people could make there, and each way the chart may take it. A route
// can be taken when some answers make its criterion hold and those of earlier routes fail; with what was done and
// decided as it is. Limits on how often a route may be taken are left out of account.
import type { CompiledProcedure } from '../../case/index.ts';
import type { TaskPlan } from '../../case/plans.ts';
import type { Id } from '../../procedure/types.ts';
import type { Route } from '../../statechart/index.ts';
import { solve, type Want } from '../criteria/solve.ts';
import { hasEnded } from '../table/micro.ts';
import type { Table } from '../table/table.ts';
import { factsIn } from './memory.ts';
import type { Move } from './moves.ts';
import type { Past } from './past.ts';
import { always, wantsFor, wantsOf } from './wants.ts';

/** Where a move leads: the configuration, the past with what the move adds to it, and the routes that were taken. */
export interface Situation { readonly config: number; readonly past: Past; readonly takes: readonly Id[] }
/** What a procedure allows on its table. It keeps nothing of where it was asked from. */
export interface Walker {
  /** Every way the chart may take a move from there; a way that changes nothing may be among them. */
  after(move: Move, config: number, past: Past): readonly Situation[];
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

/** Criteria asked together, and what came of it by what had happened. */
interface Asked { readonly wants: readonly Want[]; readonly facts: readonly string[]; readonly places: readonly Id[]; readonly possible: Map<string, boolean>; always: boolean | undefined }
/** For one stage: the route it takes, or none. */
type Choice = ReadonlyMap<Id, Route | undefined>;

class Walking implements Walker {
  readonly inexact: string[] = [];
  private readonly compiled: CompiledProcedure;
  private readonly table: Table;
  private readonly remembered: ReadonlyMap<string, number>;
  private readonly stageLists = new Map<number, readonly Id[]>();
  private readonly asked = new Map<string, Asked>();
  private readonly ends: readonly string[];

  constructor(compiled: CompiledProcedure, table: Table, remembered: ReadonlyMap<string, number>) {
    this.compiled = compiled;
    this.table = table;
    this.remembered = remembered;
    this.ends = [...compiled.routes].filter(([event, routes]) => event.startsWith('ended.') && routes.some(({ guarded }) => guarded)).map(([event]) => event);
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
  private isInert({ kind, events, ...move }: Move): boolean {
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
  private stands({ task, withdrawn, raised }: TaskPlan, config: number, past: Past): boolean {
    const stages = this.stagesOf(config);
    if (!task.in || task.in.some((stage) => stages.includes(stage))) return true;
    return withdrawn !== 'with-stage' && raised !== 'by-choice' && task.in.some((stage) => past.has(`entered:${stage}`) === true);
  }

  /** Whether some answers make the criteria come out so, with what happened as it is. `name` stands for the criteria. */
  private can(name: string, wants: () => readonly Want[], config: number, past: Past): boolean {
    const asked = this.asked.get(name) ?? this.ask(name, wants());
    if (asked.always !== undefined) return asked.always;
    const stages = this.stagesOf(config);
    const known = new Map([...asked.facts.map((fact) => [fact, past.has(fact)] as const), ...asked.places.map((place) => [`at:${place}`, stages.includes(place)] as const)]);
    let key = '';
    for (const truth of known.values()) key += truth === true ? '1' : truth === false ? '0' : '-';
    const before = asked.possible.get(key);
    if (before !== undefined) return before;
    const solved = solve(this.compiled.procedure, asked.wants, { fact: (fact) => (fact.startsWith('at:') ? stages.includes(fact.slice(3)) : known.get(fact)), settings: this.compiled.settings });
    if (!solved.exact && this.inexact.length === 0) this.inexact.push('A criterion asks about so much that not every combination of answers was tried.');
    const can = solved.witness !== undefined || !solved.exact;
    asked.possible.set(key, can);
    if (known.size === 0) asked.always = can;
    return can;
  }

  private ask(name: string, wants: readonly Want[]): Asked {
    const facts = [...new Set(wants.flatMap(({ criterion }) => factsIn(this.compiled.procedure, criterion)))];
    const places = facts.filter((key) => key.startsWith('at:')).map((key) => key.slice(3));
    const asked: Asked = { wants, facts: facts.filter((key) => this.remembered.has(key)), places, possible: new Map(), always: undefined };
    this.asked.set(name, asked);
    return asked;
  }

  private afterMove(move: Move, config: number, past: Past): readonly Situation[] {
    if (move.events.every((event) => !this.compiled.routes.has(event)) && (move.kind === 'do' || move.kind === 'decide')) return [{ config, past: this.remember(move, past), takes: [] }];
    let heard = new Set(this.stagesOf(config));
    let situations: readonly Situation[] = [{ config: move.kind === 'reopen' ? this.table.start : config, past: this.remember(move, past), takes: [] }];
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

  /** The end of a group that has come about, where something may stop the route out of it. */
  private isOffered(event: string, config: number): boolean {
    const group = event.slice('ended.'.length);
    const routes = (this.compiled.routes.get(event) ?? []).filter(({ guarded }) => guarded);
    const { nodes } = this.table;
    return routes.length > 0 && this.stagesOf(config).includes(group) && hasEnded(nodes, new Set(this.table.active(config).map((name) => nodes.names.indexOf(name))), nodes.names.indexOf(group));
  }

  private remember(move: Move, past: Past): Past {
    if (move.kind === 'do') return past.after([`done:${move.task}`, `spent:${move.task}`], []);
    if (move.kind !== 'decide') return past;
    const others = (this.compiled.procedure.tasks[move.task]?.options ?? []).map(({ id }) => `taken:${move.task}.${id}`);
    return past.after([`done:${move.task}`, `spent:${move.task}`, ...move.options.map((option) => `taken:${move.task}.${option}`)], others);
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
      return { config: to, past: this.arrive(config, to, taken, past), takes: [...takes, ...taken.filter((id) => this.compiled.transitions.has(id))] };
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

  /** Tasks that may be done again, because their stages were left or are entered anew. */
  private freed(was: readonly Id[], now: readonly Id[], entered: readonly Id[]): readonly string[] {
    const left = was.filter((stage) => !now.includes(stage) || entered.includes(stage));
    return [...left, ...entered].flatMap((stage) => this.compiled.plans.standing.get(stage) ?? []).filter(({ task, again }) => !task.in?.some((stage) => now.includes(stage)) || (again === 'afresh' && task.in.some((stage) => entered.includes(stage)))).map(({ id }) => `spent:${id}`);
  }

  /** What is remembered on coming into stages: that they were entered, and that what is done afresh is not done yet. */
  private arrive(before: number, after: number, taken: readonly Id[], past: Past): Past {
    const was = this.stagesOf(before);
    const now = this.stagesOf(after);
    const led = new Set(taken.flatMap((id) => targetsOf(this.compiled, id)));
    const entered = now.filter((stage) => !was.includes(stage) || led.has(stage) || (this.compiled.tree.ancestors.get(stage) ?? []).some((group) => led.has(group)));
    const fresh = entered.flatMap((stage) => this.compiled.plans.standing.get(stage) ?? []).filter(({ again }) => again === 'afresh');
    const cleared = [...fresh.flatMap(({ id, task }) => [`done:${id}`, ...(task.options ?? []).map((option) => `taken:${id}.${option.id}`)]), ...this.freed(was, now, entered)];
    return past.after(entered.map((stage) => `entered:${stage}`), cleared);
  }
}

function targetsOf({ procedure }: CompiledProcedure, id: Id): readonly Id[] {
  const to = procedure.transitions.find((route) => route.id === id)?.to;
  return typeof to === 'string' ? [to] : Array.isArray(to) ? to : [];
}


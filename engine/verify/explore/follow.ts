// What follows from a situation: each move that people could make there, and each way the chart may take it. A route
// can be taken when some answers make its criterion hold and those of earlier routes fail; with what was done and
// decided as it is. Limits on how often a route may be taken are left out of account.
import type { CompiledProcedure } from '../../case/index.ts';
import type { TaskPlan } from '../../case/plans.ts';
import type { Id } from '../../procedure/types.ts';
import type { Route } from '../../statechart/index.ts';
import { solve, type Given, type Want } from '../criteria/solve.ts';
import { hasEnded } from '../table/micro.ts';
import type { Table } from '../table/table.ts';
import { factsIn, type Memory } from './memory.ts';
import type { Move } from './moves.ts';
import type { Follow } from './search.ts';
import { always, wantsFor, wantsOf } from './wants.ts';

/** A move together with the routes it took. */
export interface Made { readonly move: Move; readonly takes: readonly Id[] }
export interface Ways {
  readonly follow: Follow;
  /** Coming back to a case that was over. */
  readonly late: Follow;
  made(number: number): Made;
  stagesOf(config: number): readonly Id[];
  /** Those of these tasks that may be done there. */
  tasksAt(config: number, memory: number, among: Iterable<Id>): readonly Id[];
  /** The first situation from which a transition, or an option as `task/option`, was taken, and with what. */
  readonly firsts: ReadonlyMap<string, { readonly from: number; readonly made: number; readonly to: number; readonly memory: number }>;
  /** Sentences on criteria that were too large to try in full. */
  readonly inexact: readonly string[];
}

/** Ways of a procedure on its table. */
export function followOf(compiled: CompiledProcedure, table: Table, moves: readonly Move[], memory: Memory): Ways {
  return new Walker(compiled, table, moves, memory);
}

interface Situation { readonly config: number; readonly memory: number; readonly takes: readonly Id[] }
/** Criteria asked together, and what came of it by what had happened. */
interface Asked { readonly wants: readonly Want[]; readonly facts: readonly string[]; readonly atoms: readonly number[]; readonly places: readonly Id[]; readonly possible: Map<string, boolean>; always: boolean | undefined }
interface After { readonly config: number; readonly memory: number; readonly made: number }
/** For one stage: the route it takes, or none. */
type Choice = ReadonlyMap<Id, Route | undefined>;

class Walker implements Ways {
  readonly firsts = new Map<string, { from: number; made: number; to: number; memory: number }>();
  readonly inexact: string[] = [];
  private readonly compiled: CompiledProcedure;
  private readonly table: Table;
  private readonly moves: readonly Move[];
  private readonly memory: Memory;
  private readonly mades: Made[] = [];
  private readonly madeNumbers = new Map<string, number>();
  private readonly stageLists = new Map<number, readonly Id[]>();
  private readonly asked = new Map<string, Asked>();
  private readonly ends: readonly string[];
  /** Moves that nothing hears of and nothing asks about: they lead nowhere. */
  private readonly inert: readonly boolean[];

  constructor(compiled: CompiledProcedure, table: Table, moves: readonly Move[], memory: Memory) {
    this.compiled = compiled;
    this.table = table;
    this.moves = moves;
    this.memory = memory;
    this.inert = moves.map((move) => !move.events.some((event) => compiled.routes.has(event)) && (move.kind === 'do' || move.kind === 'decide') && !memory.atoms.has(`done:${move.task}`) && !memory.atoms.has(`spent:${move.task}`) && ![...memory.atoms.keys()].some((key) => key.startsWith(`taken:${move.task}.`)));
    this.ends = [...compiled.routes].filter(([event, routes]) => event.startsWith('ended.') && routes.some(({ guarded }) => guarded)).map(([event]) => event);
  }

  made(number: number): Made {
    return this.mades[number] ?? { move: { kind: 'open', door: '', events: [] }, takes: [] };
  }

  stagesOf(config: number): readonly Id[] {
    const known = this.stageLists.get(config);
    if (known) return known;
    const active = new Set(this.table.active(config));
    const stages = Object.keys(this.compiled.procedure.stages).filter((id) => active.has(id) && !active.has(`_end-${id}`));
    this.stageLists.set(config, stages);
    return stages;
  }

  tasksAt(config: number, memory: number, among: Iterable<Id>): readonly Id[] {
    return this.stagesOf(config).length === 0 ? [] : [...among].filter((task) => this.isUp(task, config, memory));
  }

  readonly follow: Follow = (config, memory, visit, state) => this.go(false, config, memory, visit, state);
  readonly late: Follow = (config, memory, visit, state) => this.go(true, config, memory, visit, state);

  private go(late: boolean, config: number, memory: number, visit: Parameters<Follow>[2], state: number): void {
    this.moves.forEach((move, index) => {
      if (this.inert[index] || (move.kind === 'reopen') !== late || !this.isPossible(move, config, memory)) return;
      for (const after of this.after(index, move, config, memory, state)) visit(after.config, after.memory, after.made);
    });
  }

  private note(move: Move, { takes, config, memory }: Situation, from: number, made: number): void {
    for (const key of [...takes, ...(move.kind === 'decide' ? move.options.map((option) => `${move.task}/${option}`) : [])]) {
      if (!this.firsts.has(key)) this.firsts.set(key, { from, made, to: config, memory });
    }
  }

  private number(index: number, made: Made): number {
    const key = `${index} ${made.takes.join(' ')}`;
    const known = this.madeNumbers.get(key);
    if (known !== undefined) return known;
    this.madeNumbers.set(key, this.mades.length);
    this.mades.push(made);
    return this.mades.length - 1;
  }

  private isPossible(move: Move, config: number, memory: number): boolean {
    if (move.kind === 'open') return config === this.table.start;
    if (move.kind === 'reopen') return this.table.isOver(config);
    if (config === this.table.start || this.table.isOver(config)) return false;
    if (move.kind === 'choose' || move.kind === 'relate') return true;
    if (move.kind === 'lapse') return true;
    return this.isUp(move.task, config, memory);
  }

  /** True when the task may be done there: its stage is active, what raises it can hold, and no must bars it. */
  private isUp(task: Id, config: number, memory: number): boolean {
    const plan = this.compiled.plans.tasks.get(task);
    if (!plan) return false;
    if (!this.stands(plan, config, memory) || this.memory.has(memory, `spent:${task}`) === true) return false;
    const { raised, requiredBy } = plan;
    if (typeof raised === 'object' && 'done' in raised && this.memory.has(memory, `done:${raised.done}`) !== true) return false;
    const rules = this.compiled.procedure.rules ?? {};
    if (raised === 'when-required' && !requiredBy.some((id) => this.can(`r${id}`, () => [{ criterion: rules[id]?.if ?? always, want: true }], config, memory))) return false;
    const bars = (this.compiled.plans.bearings.get(task) ?? []).filter(({ effect, target, rule }) => effect === 'forbid' && 'task' in target && rules[rule]?.strength === 'must');
    return bars.every(({ rule }) => this.can(`b${rule}`, () => [{ criterion: rules[rule]?.if ?? always, want: false }], config, memory));
  }

  /** A task stands in its stages; one that only ends by hand is still there after they were left. */
  private stands({ task, withdrawn, raised }: TaskPlan, config: number, memory: number): boolean {
    const stages = this.stagesOf(config);
    if (!task.in || task.in.some((stage) => stages.includes(stage))) return true;
    return withdrawn !== 'with-stage' && raised !== 'by-choice' && task.in.some((stage) => this.memory.has(memory, `entered:${stage}`) === true);
  }

  /** Whether some answers make the criteria come out so, with what happened as it is. `name` stands for the criteria. */
  private can(name: string, wants: () => readonly Want[], config: number, memory: number): boolean {
    const asked = this.asked.get(name) ?? this.ask(name, wants());
    if (asked.facts.length === 0 && asked.always !== undefined) return asked.always;
    const stages = this.stagesOf(config);
    let places = '';
    for (const place of asked.places) places += stages.includes(place) ? '1' : '0';
    const key = `${this.memory.shows(memory, asked.atoms)} ${places}`;
    const known = asked.possible.get(key);
    if (known !== undefined) return known;
    const given: Given = { fact: (fact) => (fact.startsWith('at:') ? stages.includes(fact.slice(3)) : this.memory.has(memory, fact)), settings: this.compiled.settings };
    const solved = solve(this.compiled.procedure, asked.wants, given);
    if (!solved.exact && this.inexact.length === 0) this.inexact.push('A criterion asks about so much that not every combination of answers was tried.');
    const can = solved.witness !== undefined || !solved.exact;
    asked.possible.set(key, can);
    if (asked.facts.length === 0) asked.always = can;
    return can;
  }

  private ask(name: string, wants: readonly Want[]): Asked {
    const facts = [...new Set(wants.flatMap(({ criterion }) => factsIn(this.compiled.procedure, criterion)))];
    const asked: Asked = { wants, facts, atoms: this.memory.numbers(facts), places: facts.filter((key) => key.startsWith('at:')).map((key) => key.slice(3)), possible: new Map(), always: undefined };
    this.asked.set(name, asked);
    return asked;
  }

  private after(index: number, move: Move, config: number, memory: number, from: number): readonly After[] {
    return this.afterMove(move, config, memory).map((situation) => {
      const made = this.number(index, { move, takes: situation.takes });
      this.note(move, situation, from, made);
      return { config: situation.config, memory: situation.memory, made };
    });
  }

  private afterMove(move: Move, config: number, memory: number): readonly Situation[] {
    if (move.events.every((event) => !this.compiled.routes.has(event)) && (move.kind === 'do' || move.kind === 'decide')) {
      const after = this.remember(move, memory);
      return after === memory ? [] : [{ config, memory: after, takes: [] }];
    }
    let heard = new Set(this.stagesOf(config));
    let situations: readonly Situation[] = [{ config: move.kind === 'reopen' ? this.table.start : config, memory: this.remember(move, memory), takes: [] }];
    for (const event of move.events) {
      situations = situations.flatMap((one) => (one.takes.length === 0 || this.hears(event, one.config, heard) ? this.on(event, one) : [one]));
      heard = new Set([...heard].filter((stage) => situations.some((one) => this.stagesOf(one.config).includes(stage))));
    }
    for (let round = 0; round < (this.ends.length > 0 ? 3 : 0); round++) situations = this.ends.reduce((all, event) => all.flatMap((one) => (this.isOffered(event, one.config) ? this.on(event, one) : [one])), situations);
    return situations.filter((one) => one.config !== config || one.memory !== memory || one.takes.length > 0);
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

  private remember(move: Move, memory: number): number {
    if (move.kind === 'do') return this.memory.change(memory, [`done:${move.task}`, `spent:${move.task}`], []);
    if (move.kind !== 'decide') return memory;
    const others = (this.compiled.procedure.tasks[move.task]?.options ?? []).map(({ id }) => `taken:${move.task}.${id}`);
    return this.memory.change(memory, [`done:${move.task}`, `spent:${move.task}`, ...move.options.map((option) => `taken:${move.task}.${option}`)], others);
  }

  /** Every way the chart may take an event: unchanged where nothing hears it. */
  private on(event: string, { config, memory, takes }: Situation): readonly Situation[] {
    const number = this.table.event(event);
    if (number < 0) return [{ config, memory, takes }];
    return this.choices(event, config, memory).map((choice) => {
      const open = (guard: number): boolean => {
        const { guard: name, params } = this.table.guards[guard] ?? { guard: '', params: { from: '' } };
        const route = choice.get(params.from);
        return route !== undefined && `when-${route.transition.id}` === name && route.back === params.back;
      };
      const taken = this.table.taken(config, number, open).map(({ transition }) => transition);
      const to = this.table.step(config, number, open);
      return { config: to, memory: this.arrive(config, to, taken, memory), takes: [...takes, ...taken.filter((id) => this.compiled.transitions.has(id))] };
    });
  }

  private choices(event: string, config: number, memory: number): readonly Choice[] {
    const stages = this.stagesOf(config);
    const routes = (this.compiled.routes.get(event) ?? []).filter(({ from }) => stages.includes(from));
    const froms = [...new Set(routes.map(({ from }) => from))];
    return froms.reduce<readonly Choice[]>((all, from) => {
      const own = routes.filter((route) => route.from === from);
      const possible: (Route | undefined)[] = own.filter((_, index) => this.canTake(own, index, config, memory));
      if (own.every(({ guarded }) => guarded) && this.can(`n${event} ${from}`, () => own.flatMap((one) => wantsOf(one, false)), config, memory)) possible.push(undefined);
      return possible.length === 0 ? all : all.flatMap((choice) => possible.map((route) => new Map([...choice, [from, route]])));
    }, [new Map()]);
  }

  private canTake(routes: readonly Route[], index: number, config: number, memory: number): boolean {
    const route = routes[index];
    if (!route) return false;
    if (!route.guarded) return true;
    return this.can(`t${route.transition.id} ${route.from} ${index}`, () => wantsFor(this.compiled, routes, index), config, memory);
  }

  /** Tasks that may be done again, because their stages were left or are entered anew. */
  private freed(was: readonly Id[], now: readonly Id[], entered: readonly Id[]): readonly string[] {
    const left = was.filter((stage) => !now.includes(stage) || entered.includes(stage));
    return [...left, ...entered].flatMap((stage) => this.compiled.plans.standing.get(stage) ?? []).filter(({ task, again }) => !task.in?.some((stage) => now.includes(stage)) || (again === 'afresh' && task.in.some((stage) => entered.includes(stage)))).map(({ id }) => `spent:${id}`);
  }

  /** What is remembered on coming into stages: that they were entered, and that what is done afresh is not done yet. */
  private arrive(before: number, after: number, taken: readonly Id[], memory: number): number {
    const was = this.stagesOf(before);
    const now = this.stagesOf(after);
    const led = new Set(taken.flatMap((id) => targetsOf(this.compiled, id)));
    const entered = now.filter((stage) => !was.includes(stage) || led.has(stage) || (this.compiled.tree.ancestors.get(stage) ?? []).some((group) => led.has(group)));
    const fresh = entered.flatMap((stage) => this.compiled.plans.standing.get(stage) ?? []).filter(({ again }) => again === 'afresh');
    const cleared = [...fresh.flatMap(({ id, task }) => [`done:${id}`, ...(task.options ?? []).map((option) => `taken:${id}.${option.id}`)]), ...this.freed(was, now, entered)];
    return this.memory.change(memory, entered.map((stage) => `entered:${stage}`), before === this.table.start && memory === 0 ? [] : cleared);
  }
}

function targetsOf({ procedure }: CompiledProcedure, id: Id): readonly Id[] {
  const to = procedure.transitions.find((route) => route.id === id)?.to;
  return typeof to === 'string' ? [to] : Array.isArray(to) ? to : [];
}


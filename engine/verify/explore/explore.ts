// Every way through a procedure, without dates: which stages, routes, options and tasks a case can come to, by a
// shortest witness each, and from where no way leads to an end. Answers may be anything at any time, so a criterion on
// answers holds whenever some answers make it hold; what was done and decided is remembered. Bounded, and says so.
import type { CompiledProcedure } from '../../case/index.ts';
import type { Id } from '../../procedure/types.ts';
import { tableOf, type Table } from '../table/table.ts';
import { walkerOf } from './follow.ts';
import { rememberedOf } from './memory.ts';
import { movesOf, type Move } from './moves.ts';
import { pastsOf } from './past.ts';
import { nearest, search, wayTo, type Found } from './search.ts';
import { keysOf, waysOf, type Ways } from './ways.ts';

/** One step of a way: what is done, and the routes it takes. */
export interface Step { readonly move: Move; readonly takes: readonly Id[]; /** Active stages after it. */ readonly stages: readonly Id[] }
export type Path = readonly Step[];
/** A place from which nothing leads to an end: `stuck` where nothing moves the case at all, `entered` where the last step of the way is the one after which no end can be come to. */
export interface DeadEnd { readonly stages: readonly Id[]; readonly path: Path; readonly stuck: boolean; readonly entered: boolean }
export interface Explored {
  readonly states: number;
  /** Stages, transitions, options (`task/option`) and tasks that can be come to, each with a shortest way. */
  readonly stages: ReadonlyMap<Id, Path>;
  readonly transitions: ReadonlyMap<Id, Path>;
  readonly options: ReadonlyMap<string, Path>;
  readonly tasks: ReadonlyMap<Id, Path>;
  /** Shortest ways to the end, one for each end and what was decided last. */
  readonly ends: ReadonlyMap<string, Path>;
  readonly deadEnds: readonly DeadEnd[];
  /** Ways from a door to an end that between them take every route and option from which an end can be come to. */
  readonly tours: () => readonly Path[];
  /** What was left out, in sentences; empty when everything was looked at. */
  readonly notLooked: readonly string[];
}
export interface ExploreOptions { /** States at most; 60,000 when left out. */ readonly most?: number; /** Readings other than the defaults are those of the compiled procedure. */ readonly deadEnds?: boolean }

/** Explores a compiled procedure from all its doors. */
export function explore(compiled: CompiledProcedure, { most = 60_000, deadEnds = true }: ExploreOptions = {}): Explored {
  const table = tableOf(compiled.config);
  const moves = movesOf(compiled);
  const remembered = rememberedOf(compiled);
  const walker = walkerOf(compiled, table, remembered);
  const ways = waysOf(moves, pastsOf(remembered), walker);
  const found = search([table.start, 0], ways.follow, { most, keepEdges: deadEnds, late: ways.late });
  const witnesses = new Witnesses(Object.keys(compiled.procedure.tasks), table, ways, found);
  const steps = deadEnds && found.whole ? nearest(found, (state) => table.isOver(found.configs[state] ?? 0)).steps : [];
  return {
    states: found.configs.length, ...witnesses.reached(),
    deadEnds: deadEndsIn(found, steps, witnesses),
    tours: () => (deadEnds ? toursIn(found, table, witnesses, ways) : []),
    notLooked: [...(found.whole ? [] : [`More than ${most.toLocaleString('en-GB')} situations: what comes after them was not looked at.`]), ...walker.inexact],
  };
}

/** Turns states back into ways. */
class Witnesses {
  private readonly table: Table;
  private readonly ways: Ways;
  private readonly found: Found;
  private readonly tasks: readonly Id[];
  constructor(tasks: readonly Id[], table: Table, ways: Ways, found: Found) {
    this.tasks = tasks;
    this.table = table;
    this.ways = ways;
    this.found = found;
  }
  path(state: number): Path {
    return wayTo(this.found, state).map((at) => {
      const { move, takes } = this.ways.made(this.found.moves[at] ?? 0);
      return { move, takes, stages: this.stages(at) };
    });
  }
  /** The way to a state by its last step. */
  pathBy(from: number, made: number, to: number): Path {
    return [...this.path(from), { ...this.ways.made(made), stages: this.stages(to) }];
  }
  /** What was decided last on the way to a state. */
  private lastDecision(state: number): string {
    for (let at = state; at > 0; at = this.found.before[at] ?? 0) {
      const { move } = this.ways.made(this.found.moves[at] ?? 0);
      if (move.kind === 'decide') return move.options.join('+');
    }
    return '';
  }
  stages(state: number): readonly Id[] {
    return this.ways.stagesOf(this.found.configs[state] ?? 0);
  }
  reached(): Pick<Explored, 'stages' | 'transitions' | 'options' | 'tasks' | 'ends'> {
    const [stages, transitions, options, tasks, ends] = [new Map<Id, Path>(), new Map<Id, Path>(), new Map<string, Path>(), new Map<Id, Path>(), new Map<string, Path>()];
    const first = <K>(map: Map<K, Path>, key: K, path: () => Path): void => { if (!map.has(key)) map.set(key, path()); };
    const unseen = new Set(this.tasks);
    const met = new Set<number>();
    this.found.configs.forEach((config, state) => {
      if (state === 0) return;
      const path = (): Path => this.path(state);
      if (!met.has(config)) for (const stage of this.stages(state)) first(stages, stage, path);
      met.add(config);
      for (const task of this.ways.tasksAt(config, this.found.memories[state] ?? 0, unseen)) { tasks.set(task, path()); unseen.delete(task); }
      if (this.table.isOver(config)) first(ends, `${this.stages(state).join(' ')} ${this.lastDecision(state)}`, path);
    });
    for (const [key, { from, made, to }] of this.ways.firsts) {
      const path = [...this.path(from), { ...this.ways.made(made), stages: this.ways.stagesOf(to) }];
      (key.includes('/') ? options : transitions).set(key, path);
      // A last stage of a group is passed through: the end of the group leads on at once, and no case rests there.
      if (!key.includes('/')) for (const stage of this.ways.leadsTo(key)) first(stages, stage, () => path);
    }
    return { stages, transitions, options, tasks, ends };
  }
}

/** Where each step leads after which no end can be come to, and where a case stands still further on: the first state of each set of stages. */
function deadEndsIn(found: Found, steps: ArrayLike<number>, witnesses: Witnesses): readonly DeadEnd[] {
  const isDead = (state: number): boolean => state !== 0 && steps[state] === -1;
  const [moving, entries] = [movingIn(found), new Map<number, readonly [from: number, to: number]>()];
  for (let at = 0; at < found.edges.length; at += 3) {
    const [from, to, made] = [found.edges[at] ?? 0, found.edges[at + 1] ?? 0, found.edges[at + 2] ?? 0];
    if (isDead(to) && !isDead(from) && !entries.has(made)) entries.set(made, [from, to]);
  }
  const further = new Map<string, DeadEnd>();
  found.configs.forEach((_, state) => {
    if (!isDead(state) || moving.has(state) || !isDead(found.before[state] ?? 0)) return;
    const stages = witnesses.stages(state);
    if (!further.has(stages.join(' '))) further.set(stages.join(' '), { stages, path: witnesses.path(state), stuck: true, entered: false });
  });
  const entered = [...entries].map(([made, [from, to]]): DeadEnd => ({ stages: witnesses.stages(to), path: witnesses.pathBy(from, made, to), stuck: !moving.has(to), entered: true }));
  return [...entered, ...further.values()];
}

/** States from which the chart can still move: at once, or after something that leaves it where it is. */
function movingIn({ configs, edges }: Found): ReadonlySet<number> {
  const moving = new Set<number>();
  for (let before = -1; before !== moving.size;) {
    before = moving.size;
    // Later states first: what follows from a state was mostly met after it.
    for (let at = edges.length - 3; at >= 0; at -= 3) {
      const [from, to] = [edges[at] ?? 0, edges[at + 1] ?? 0];
      if (configs[from] !== configs[to] || moving.has(to)) moving.add(from);
    }
  }
  return moving;
}

/** Ways from a door to an end that between them take every route and option there is a way to an end from; shortest first. */
function toursIn(found: Found, table: Table, witnesses: Witnesses, ways: Ways): readonly Path[] {
  const { steps, edge } = nearest(found, (state) => table.isOver(found.configs[state] ?? 0));
  const states = new Map(found.configs.map((config, state) => [`${config} ${found.memories[state]}`, state]));
  const tours: Path[] = [];
  const covered = new Set<string>();
  const wanted = [...ways.firsts].sort(([, a], [, b]) => a.from - b.from).reverse();
  for (const [key, { from, made, to, past }] of wanted) {
    let state = states.get(`${to} ${past}`) ?? -1;
    if (covered.has(key) || (steps[state] ?? -1) < 0) continue;
    const path: Step[] = [...witnesses.path(from), { ...ways.made(made), stages: ways.stagesOf(to) }];
    for (let at = edge[state] ?? -1; at >= 0; at = edge[state] ?? -1) {
      state = found.edges[at + 1] ?? 0;
      path.push({ ...ways.made(found.edges[at + 2] ?? 0), stages: witnesses.stages(state) });
    }
    tours.push(path);
    for (const step of path) for (const one of keysOf(step)) covered.add(one);
  }
  return tours.sort((a, b) => a.length - b.length);
}

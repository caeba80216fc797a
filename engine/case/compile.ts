// A procedure made ready to run cases: machine, criteria, calendars, settings and the indices by which an event
// finds what it can change. Compiled once for each version and shared by all its cases; it holds no case.
import type { CompiledCriterion } from '../criteria/types.ts';
import { compile as compileAsk } from '../criteria/compile.ts';
import { compileCriterion } from '../criteria/index.ts';
import { compileOperand, type Read } from '../criteria/operand.ts';
import { drawnFor } from '../procedure/fragments.ts';
import type { Instances, Repeated } from '../procedure/instances.ts';
import { inLanguage } from '../procedure/language.ts';
import { contentHash } from '../procedure/version.ts';
import type { Criterion, Id, Procedure, Question, Rule, Scalar, Transition } from '../procedure/types.ts';
import { routesOf, stageTree, stepperOf, toMachineConfig, type ChartConfig, type Route, type StageTree, type Stepper } from '../statechart/index.ts';
import { workingCalendar, type WorkingCalendar } from '../time/index.ts';
import { withImplied } from './contradictions.ts';
import { readClocks } from './deadlines.ts';
import type { ReadClocks } from './due.ts';
import { inForceKeys, whileInForce } from './in-force.ts';
import { grouped, plansOf, ruleOrder, type Plans } from './plans.ts';
import { reachOf, type Reach } from './reach.ts';
import { dependents, partsOf, readsOf, type Kind } from './reads.ts';
import { Marks, Places } from './slots.ts';
import { timescalePlansOf, type TimescalePlan } from './timescale-count.ts';
import type { ProcedurePin } from './types.ts';
import { moveBears, reachKey, type MoveBears } from './within-reach.ts';

export interface CompiledRule { readonly id: Id; /** In the order in which rules are asked. */ readonly place: number; readonly rule: Rule; readonly test?: CompiledCriterion }
export type Union = Extract<NonNullable<Question['compute']>, { readonly union: unknown }>;
export interface CompiledTransition { readonly transition: Transition; readonly test?: CompiledCriterion }

export interface CompiledProcedure {
  /** The same version with lanes for the entries of one case, and with the settings that it chose. */
  readonly redrawn: (instances: Instances, settings: Readonly<Record<Id, Scalar>>) => CompiledProcedure;
  /** Entries of lists that stages are repeated over, as drawn. */
  readonly instances: Instances;
  /** What it was drawn from for one case's entries; absent where it was drawn for none. */
  readonly base?: CompiledProcedure;
  /** Stages that are repeated over a list. */
  readonly repeated: readonly Repeated[];
  /** With every fragment drawn in where it is called. */
  readonly procedure: Procedure;
  readonly pin: ProcedurePin;
  readonly tree: StageTree;
  readonly config: ChartConfig;
  readonly stepper: Stepper;
  /** Ways out, by machine event. */
  readonly routes: ReadonlyMap<string, readonly Route[]>;
  /** Ways out, by the stage they leave. */
  readonly routesFrom: ReadonlyMap<Id, readonly Route[]>;
  /** Rules, each after those it reads; and by their places. */
  readonly rules: ReadonlyMap<Id, CompiledRule>;
  readonly ruleAt: readonly CompiledRule[];
  readonly transitions: ReadonlyMap<Id, CompiledTransition>;
  /** Deputies' conditions by `<party>/<deputy>`; `closing` for the closing rule, `edition` for the cases that the edition is for, `hold/<hold>` for what ends a hold. */
  readonly conditions: ReadonlyMap<string, CompiledCriterion>;
  /** Questions whose answer is worked out from others, or gathered from the replies to an exchange. */
  readonly computed: ReadonlyMap<Id, Read | Union>;
  readonly calendars: ReadonlyMap<Id, WorkingCalendar>;
  readonly settings: Readonly<Record<Id, Scalar>>;
  /** Timescales ready to count, in the procedure's order. */
  readonly timescales: ReadonlyMap<Id, TimescalePlan>;
  readonly plans: Plans;
  /** What reads something, by its kind and its name. */
  readonly readers: ReadonlyMap<Kind, ReadonlyMap<Id, Readers>>;
  /** Clocks whose running out moves the case, by their places. */
  readonly watched: readonly number[];
  /** Where a case keeps what it keeps of each of these. */
  readonly places: { readonly rules: Places; readonly clocks: Places; readonly routes: Places; readonly stages: Places; readonly questions: Places; readonly tasks: Places };
  readonly reach: Reach;
  /** Clocks that a move bears on. */
  readonly moveBears: MoveBears;
  readonly readClocks: ReadClocks;
}

export interface CompileOptions {
  /** 1 or more for a published version; 0, the default, for a draft. */
  readonly version?: number;
  /** Content hash, when already known. */
  readonly hash?: string;
  /** Entries of the lists that stages are repeated over, in one case. */
  readonly instances?: Instances;
  /** Readings that differ from the procedure's defaults. */
  readonly settings?: Readonly<Record<Id, Scalar>>;
  /** The language in which its texts are read, where they are given in several. Example: "cy". */
  readonly language?: string;
}

/**
 * Compiles a procedure. Throws CompileError, with the place of each fault, for stages, transitions or rules that
 * lead nowhere; what else is wrong with a procedure `check` says.
 */
export function compile(file: Procedure, { version = 0, hash, settings = {}, instances = {}, language }: CompileOptions = {}): CompiledProcedure {
  const { procedure, repeated } = drawnFor(language === undefined ? file : inLanguage(file, language), instances);
  const tree = stageTree(procedure);
  const config = toMachineConfig(procedure);
  const routes = routesOf(procedure, tree);
  const reach = reachOf(procedure, tree);
  const plans = plansOf(procedure);
  const pin: ProcedurePin = { id: procedure.id, version, hash: hash ?? contentHash(file) };
  const calendars = new Map(Object.entries(procedure.calendars).map(([id, calendar]) => [id, workingCalendar(calendar)]));
  const readings = { ...defaultsOf(procedure), ...settings };
  const rules = rulesOf(procedure);
  const places = placesIn(procedure, rules.ruleAt);
  return {
    instances, repeated, procedure, redrawn: (entries, chosen) => compile(file, { version, hash: pin.hash, settings: { ...settings, ...chosen }, instances: entries, ...(language !== undefined && { language }) }), pin, tree, config, calendars,
    stepper: stepperOf(procedure, config),
    routes: grouped(routes, ({ event }) => [event]),
    routesFrom: grouped(routes, ({ from }) => [from]),
    transitions: new Map(procedure.transitions.map((transition) => [transition.id, { transition, ...tested(transition.if) }])),
    conditions: conditionsOf(procedure),
    computed: computedOf(procedure),
    settings: readings,
    timescales: timescalePlansOf({ procedure, calendars, settings: readings }),
    plans,
    ...rules,
    readers: readersOf(procedure, plans, rules.reads, places),
    watched: [...watchedClocks(procedure, rules.reads)].flatMap((id) => places.clocks.of(id) ?? []),
    places,
    reach, moveBears: moveBears(procedure, reach),
    readClocks,
  };
}

const tested = (criterion: Criterion | undefined): { readonly test?: CompiledCriterion } => (criterion === undefined ? {} : { test: compileCriterion(criterion) });

function placesIn({ timescales = {}, transitions, stages, questions, tasks }: Procedure, rules: readonly CompiledRule[]): CompiledProcedure['places'] {
  return { rules: new Places(rules.map(({ id }) => id)), clocks: new Places(Object.keys(timescales)), routes: new Places(transitions.map(({ id }) => id)), stages: new Places(Object.keys(stages)), questions: new Places(Object.keys(questions)), tasks: new Places(Object.keys(tasks)) };
}

function defaultsOf({ settings = {} }: Procedure): Record<Id, Scalar> {
  return Object.fromEntries(Object.entries(settings).map(([id, setting]) => [id, setting.default]));
}

function conditionsOf(procedure: Procedure): ReadonlyMap<string, CompiledCriterion> {
  const found = new Map<string, CompiledCriterion>();
  for (const [id, party] of Object.entries(procedure.parties)) {
    for (const deputy of party.deputies ?? []) if (deputy.when !== 'absent') found.set(`${id}/${deputy.party}`, compileCriterion(deputy.when));
  }
  for (const [id, { until }] of Object.entries(procedure.holds ?? {})) if (until.if) found.set(`hold/${id}`, compileCriterion(until.if));
  if (procedure.edition.appliesWhen) found.set('edition', compileCriterion(procedure.edition.appliesWhen));
  if (procedure.closing?.if) found.set('closing', compileCriterion(procedure.closing.if));
  return found;
}

function computedOf({ questions }: Procedure): ReadonlyMap<Id, Read | Union> {
  const computed = new Map<Id, Read | Union>();
  for (const [id, { compute }] of Object.entries(questions)) {
    if (compute !== undefined) computed.set(id, typeof compute === 'object' && 'union' in compute ? compute : compileOperand(compute, compileAsk));
  }
  return computed;
}

/** What may change with one thing: rules, clocks, and the recipients of exchanges, by their places. */
export interface Readers { readonly rules: Marks; readonly clocks: Marks; readonly exchanges: Marks }

/** The rules, and what each of them reads. */
function rulesOf(procedure: Procedure): Pick<CompiledProcedure, 'rules' | 'ruleAt'> & { readonly reads: ReadonlyMap<Id, ReadonlySet<string>> } {
  const definitions = withImplied(procedure.rules ?? {});
  const reads = new Map(Object.entries(definitions).map(([id, rule]) => [id, new Set([...readsOf(procedure, rule.if), ...inForceKeys('rules', id, rule)])]));
  const ruleAt = ruleOrder(reads).flatMap((id): readonly Omit<CompiledRule, 'place'>[] => (definitions[id] ? [{ id, rule: definitions[id], ...whileInForce(id, definitions[id], tested(definitions[id].if).test) }] : [])).map((rule, place) => ({ ...rule, place }));
  return { rules: new Map(ruleAt.map((rule) => [rule.id, rule])), ruleAt, reads };
}

function readersOf(procedure: Procedure, plans: Plans, ruleReads: ReadonlyMap<Id, ReadonlySet<string>>, places: CompiledProcedure['places']): CompiledProcedure['readers'] {
  const exchanges = new Places(plans.exchanges.map(({ id }) => id));
  return joined(dependents(ruleReads, places.rules), dependents(clockReads(procedure, plans), places.clocks), dependents(exchangeReads(procedure, plans), exchanges));
}

type ByKey = ReadonlyMap<string, Marks>;
const nobody = new Marks();

function joined(rules: ByKey, clocks: ByKey, exchanges: ByKey): CompiledProcedure['readers'] {
  const found = new Map<Kind, Map<Id, Readers>>();
  for (const key of new Set([...rules.keys(), ...clocks.keys(), ...exchanges.keys()])) {
    const { kind, name } = partsOf(key);
    const named = found.get(kind) ?? new Map<Id, Readers>();
    found.set(kind, named.set(name, { rules: rules.get(key) ?? nobody, clocks: clocks.get(key) ?? nobody, exchanges: exchanges.get(key) ?? nobody }));
  }
  return found;
}

/** Whom an exchange goes to changes with its record, the rules that bear on it and the answers that name recipients. */
function exchangeReads(procedure: Procedure, { exchanges, bearings }: Plans): ReadonlyMap<Id, ReadonlySet<string>> {
  return new Map(exchanges.map(({ id, task: { to = [], per } }) => {
    const named = [...to.flatMap((one) => (typeof one === 'string' ? [] : [one.answer])), ...(typeof per?.over === 'string' ? [per.over] : [])];
    const answers = named.flatMap((question) => [...readsOf(procedure, { var: question })]);
    return [id, new Set([`task:${id}`, ...answers, ...(bearings.get(id) ?? []).map(({ rule }) => `rule:${rule}`)])];
  }));
}

/**
 * A clock changes with what it is counted from, its task, its own extensions and, while its task may still come,
 * the stages and the rules that ask for the task.
 */
function clockReads(procedure: Procedure, plans: Plans): ReadonlyMap<Id, ReadonlySet<string>> {
  return new Map(Object.entries(procedure.timescales ?? {}).map(([id, timescale]) => {
    const amount = typeof timescale.amount === 'object' && 'lookup' in timescale.amount ? timescale.amount.lookup.with : undefined;
    const keys = new Set([...readsOf(procedure, timescale.from), ...readsOf(procedure, { '==': [amount ?? 0, 0] })]);
    const task = plans.tasks.get(timescale.for);
    for (const { rule } of plans.choosing.get(id) ?? []) keys.add(`rule:${rule}`);
    for (const rule of [...(task?.requiredBy ?? []), ...(task?.relievedBy ?? [])]) keys.add(`rule:${rule}`);
    for (const [hold, { stops }] of Object.entries(procedure.holds ?? {})) if (stops.timescales?.includes(id) || timescale.holdable?.includes(hold)) keys.add(`hold:${hold}`);
    for (const key of [...inForceKeys('timescales', id, timescale), ...inForceKeys('tasks', timescale.for, task?.task)]) keys.add(key);
    return [id, keys.add(`task:${timescale.for}`).add(`adjusted:${id}`).add(reachKey(id))];
  }));
}

/** Timescales whose running out something waits for. */
function watchedClocks(procedure: Procedure, ruleReads: ReadonlyMap<Id, ReadonlySet<string>>): ReadonlySet<Id> {
  const watched = new Set<Id>();
  for (const [id, { onLapse }] of Object.entries(procedure.timescales ?? {})) if (onLapse && onLapse !== 'nothing') watched.add(id);
  for (const { on } of procedure.transitions) if ('lapsed' in on) watched.add(on.lapsed);
  const criteria = [...procedure.transitions.map((transition) => readsOf(procedure, transition.if)), readsOf(procedure, procedure.closing?.if), ...ruleReads.values()];
  for (const keys of criteria) for (const key of keys) if (key.startsWith('clock:')) watched.add(key.slice('clock:'.length));
  return watched;
}

/** Where the engine finds the version that a case is pinned to. */
export interface Versions {
  /** The version of this pin, by id, number and hash; undefined when it is not held. */
  get(pin: ProcedurePin): CompiledProcedure | undefined;
  /** The version that new cases open on: the last one given, of this procedure if named. */
  latest(procedure?: Id): CompiledProcedure | undefined;
}

/** Versions held in memory; of several with the same pin, the last one given. */
export function versionsOf(compiled: readonly CompiledProcedure[]): Versions {
  const held = grouped(compiled.toReversed(), ({ pin }) => [pin.hash]);
  return {
    get: ({ id, version, hash }) => held.get(hash)?.find(({ pin }) => pin.version === version && pin.id === id),
    latest: (procedure) => compiled.findLast((version) => procedure === undefined || version.pin.id === procedure),
  };
}

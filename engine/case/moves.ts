// Moving the machine: which way out of a stage a trigger opens, sending it, and noting what was entered and left.
// Before anything is sent it is asked whether a stage takes it, because XState ignores in silence; an unknown
// criterion waits and blocks what comes after it.
import type { Truth } from '../criteria/types.ts';
import type { Id } from '../procedure/types.ts';
import { NotTaken, openedBy, REOPENED, type Holds, type Route, type StepMove } from '../statechart/index.ts';
import type { Instant } from '../time/index.ts';
import type { CompiledProcedure } from './compile.ts';
import { inside, ownList, ownSlots, recordOf, touch, type Draft, type Waiting } from './folded.ts';
import { isCounted } from './grounds.ts';
import { mayEnter, standsAt } from './in-force.ts';
import { scopeOf, type Held } from './scope.ts';
import type { Visit } from './types.ts';
import { textOf } from './words.ts';

/** A trigger on its way: a machine event, and the stages that were active when it occurred and have not been left since. */
export interface Trigger { readonly event: string; stages: readonly Id[] }

/** What one move changed. */
export interface Move { readonly entered: readonly Id[]; readonly left: readonly Id[] }

/** The way a trigger opens out of one stage: a route, a wait for what is not known, or none. */
export type Way = Route | 'waits' | undefined;

/** First route whose criterion holds; an unknown one before it makes it wait. */
export function wayOut(compiled: CompiledProcedure, held: Held, routes: readonly Route[], at: Instant): Way {
  for (const route of routes) {
    const open = isOpen(compiled, held, route, at);
    if (open === true) return route;
    if (open === 'unknown') return 'waits';
  }
  return undefined;
}

function isOpen(compiled: CompiledProcedure, held: Held, { transition, from, back, guarded, targets }: Route, at: Instant): Truth {
  if (!guarded) return true;
  if (!standsAt(transition, at) || !mayEnter(compiled.procedure, held.stages, targets, at)) return false;
  if (back !== undefined && held[inside].cameFrom.get(from) !== back) return false;
  if (transition.limit !== undefined && (held[inside].taken.get(transition.id) ?? 0) >= transition.limit) return false;
  const barred = isBarred(compiled, held, transition.id);
  if (barred !== false) return barred === true ? false : 'unknown';
  return compiled.transitions.get(transition.id)?.test?.(scopeOf(compiled, held, at)) ?? true;
}

/** The rule with the strength must that forbids the transition now, and that none relieves of. */
export function ruleAgainst({ plans, rules }: CompiledProcedure, held: Held, transition: Id): Id | undefined {
  const counted = (plans.onTransition.get(transition) ?? []).filter(({ rule }) => isCounted(rules, held, rule));
  if (counted.some(({ effect }) => effect === 'relieve')) return undefined;
  return counted.find(({ rule, effect }) => effect === 'forbid' && rules.get(rule)?.rule.strength === 'must')?.rule;
}

/** Whether a rule with the strength must forbids the transition now. */
function isBarred(compiled: CompiledProcedure, held: Held, transition: Id): Truth {
  const { plans, rules } = compiled;
  const bearings = plans.onTransition.get(transition) ?? [];
  if (bearings.some(({ rule, effect }) => effect === 'relieve' && isCounted(rules, held, rule))) return false;
  if (ruleAgainst(compiled, held, transition) !== undefined) return true;
  const blocking = bearings.some(({ rule, effect }) => effect === 'forbid' && held[inside].truths.get(rule) === 'unknown' && rules.get(rule)?.rule.unknown === 'block');
  return blocking ? 'unknown' : false;
}

/** For each stage that the trigger concerns, the way it opens. */
export function waysOut(compiled: CompiledProcedure, held: Held, event: string, stages: readonly Id[], at: Instant): ReadonlyMap<Id, Way> {
  const ways = new Map<Id, Way>();
  const routes = compiled.routes.get(event) ?? [];
  for (const stage of held.stages) {
    if (!stages.includes(stage) || !routes.some(({ from }) => from === stage)) continue;
    ways.set(stage, wayOut(compiled, held, routes.filter(({ from }) => from === stage), at));
  }
  return ways;
}

/** Offers a trigger; sends it when a stage takes it, and remembers stages that wait. Gives what changed, move by move. */
export function offer(compiled: CompiledProcedure, draft: Draft, { event, stages }: Trigger, at: Instant): readonly Move[] {
  const ways = waysOut(compiled, draft, event, stages, at);
  if (ways.size === 0) return [];
  const taking = [...ways.values()].some((way) => typeof way === 'object');
  remember(draft, event, ways, at);
  if (!taking) return [];
  const holds: Holds = (guard, { from, back }) => {
    const way = ways.get(from);
    return typeof way === 'object' && way.back === back && guard === `when-${way.transition.id}`;
  };
  return moveAll(compiled, draft, event, compiled.stepper.step(draft[inside].snapshot, event, holds).moves, at);
}

function remember(draft: Draft, event: string, ways: ReadonlyMap<Id, Way>, at: Instant): void {
  const { waiting } = draft[inside];
  const isOf = (entry: Waiting): boolean => entry.event === event && ways.has(entry.stage);
  if (!waiting.some(isOf) && ![...ways.values()].includes('waits')) return;
  const kept = waiting.filter((entry) => !isOf(entry));
  const added = [...ways].flatMap(([stage, way]) => (way === 'waits' ? [waiting.find((entry) => isOf(entry) && entry.stage === stage) ?? { event, stage, since: at }] : []));
  draft[inside].waiting = [...kept, ...added];
}

/** Brings a new case in by a door. */
export function comeIn(compiled: CompiledProcedure, draft: Draft, door: Id, at: Instant): readonly Move[] {
  return begin(compiled, draft, openedBy(door), at);
}

/** Brings a closed case back to the stage that its procedure names; whatever stage it was in is left. */
export function comeBack(compiled: CompiledProcedure, draft: Draft, at: Instant): readonly Move[] {
  return begin(compiled, draft, REOPENED, at);
}

function begin(compiled: CompiledProcedure, draft: Draft, event: string, at: Instant): readonly Move[] {
  const [first, ...rest] = compiled.stepper.step(compiled.stepper.start, event, () => false).moves;
  const steps = first ? [{ ...first, again: new Set(draft.stages) }, ...rest] : [];
  return moveAll(compiled, draft, event, steps, at);
}

/** Notes each move that an event led to. */
function moveAll(compiled: CompiledProcedure, draft: Draft, event: string, steps: readonly StepMove[], at: Instant): readonly Move[] {
  if (steps.length === 0) throw new NotTaken(event);
  return steps.map((step) => move(compiled, draft, step, at));
}

function move(compiled: CompiledProcedure, draft: Draft, { snapshot, taken, again }: StepMove, at: Instant): Move {
  const before = draft.stages;
  const after = compiled.stepper.stages(snapshot);
  const left = before.filter((id) => again.has(id) || !after.includes(id));
  const entered = after.filter((id) => again.has(id) || !before.includes(id));
  draft[inside].snapshot = snapshot;
  draft.state = snapshot.value;
  draft.stages = after;
  const counts = ownSlots(draft, 'taken');
  for (const { transition } of taken) counts.set(transition, (counts.get(transition) ?? 0) + 1);
  const by = taken.find(({ transition }) => compiled.transitions.has(transition));
  noteVisits(draft, left, entered, at, by?.transition);
  if (by) for (const stage of entered) ownSlots(draft, 'cameFrom').set(stage, by.from);
  if (left.length > 0) draft[inside].waiting = draft[inside].waiting.filter(({ stage }) => !left.includes(stage));
  takeCaseType(compiled, draft, entered);
  for (const stage of left) touch(draft, 'stage', stage);
  for (const stage of entered) touch(draft, 'stage', stage);
  for (const { timescale, task } of compiled.moveBears(before, after)) if (recordOf(draft, task) === undefined) touch(draft, 'reach', timescale);
  return { entered, left };
}

export function noteVisits(draft: Draft, left: readonly Id[], entered: readonly Id[], at: Instant, by: Id | undefined): void {
  const visits: Visit[] = ownList(draft, 'visits');
  for (const stage of left) {
    const index = visits.findLastIndex((visit) => visit.stage === stage && visit.left === undefined);
    const visit = visits[index];
    if (visit) visits[index] = visit.by === undefined ? { stage, entered: visit.entered, left: at } : { stage, entered: visit.entered, by: visit.by, left: at };
  }
  for (const stage of entered) visits.push(by === undefined ? { stage, entered: at } : { stage, entered: at, by });
}

function takeCaseType({ procedure }: CompiledProcedure, draft: Draft, entered: readonly Id[]): void {
  for (const stage of entered) {
    const caseType = textOf(procedure.stages[stage]?.caseType);
    if (caseType !== undefined) draft.caseType = caseType;
  }
}

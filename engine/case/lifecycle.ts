// When a task is raised and when it is withdrawn. Leaving a stage never ends a task in silence: only those that
// say so end with it.
import type { Id, Task } from '../procedure/types.ts';
import type { Instant } from '../time/index.ts';
import type { CompiledProcedure } from './compile.ts';
import { addRecord, copyOfRecord, ownRecord, recordOf, recordsOf, type Draft, type OwnRecord } from './folded.ts';
import { hasGround, isCounted } from './grounds.ts';
import { standsAt } from './in-force.ts';
import type { Move } from './moves.ts';
import type { TaskPlan } from './plans.ts';
import type { Held } from './scope.ts';
import type { TaskRecord } from './types.ts';

/** A record of a task that nothing has happened to yet. */
export function freshRecord(held: Held, task: Id, raised: Instant): OwnRecord {
  return copyOfRecord({ task, raised, visit: (recordsOf(held, task)?.length ?? 0) + 1, state: 'open', views: [], recipients: [], departures: [] });
}

/** Raises a task, unless it is open, was there before and is not to be done again, or is not in force on the day. */
export function raise(draft: Draft, plan: TaskPlan, at: Instant): void {
  const last = recordOf(draft, plan.id);
  if ((last && (last.state === 'open' || !mayComeAgain(plan, last))) || !standsAt(plan.task, at)) return;
  addRecord(draft, freshRecord(draft, plan.id, at));
}

/** A duty whose ground fell away and returned is a duty again; one withdrawn by hand gives its reasons and stays so. */
function mayComeAgain(plan: TaskPlan, last: TaskRecord): boolean {
  if (plan.again === 'afresh') return true;
  return plan.raised === 'when-required' && last.state === 'withdrawn' && last.reasons === undefined;
}

function withdraw(draft: Draft, task: Id): void {
  const record = recordOf(draft, task)?.state === 'open' ? ownRecord(draft, task) : undefined;
  if (record) record.state = 'withdrawn';
}

const isActive = (held: Held, { in: stages }: Task): boolean => stages === undefined || stages.some((stage) => held.stages.includes(stage));
const wasEntered = (held: Held, { in: stages }: Task): boolean => stages === undefined || stages.some((stage) => held.visits.some((visit) => visit.stage === stage));

/** Raises what a newly entered stage asks for and withdraws what ends with the stages left. */
export function afterMove(compiled: CompiledProcedure, draft: Draft, { entered, left }: Move, at: Instant): void {
  const { standing } = compiled.plans;
  for (const stage of left) {
    for (const plan of standing.get(stage) ?? []) {
      const ended = plan.withdrawn === 'with-stage' && (!isActive(draft, plan.task) || entered.includes(stage));
      if (ended) withdraw(draft, plan.id);
    }
  }
  for (const stage of entered) {
    for (const plan of standing.get(stage) ?? []) if (isAskedOnEntry(compiled, draft, plan)) raise(draft, plan, at);
  }
}

function isAskedOnEntry(compiled: CompiledProcedure, draft: Draft, plan: TaskPlan): boolean {
  const { raised } = plan;
  if (raised === 'on-entry' || raised === 'when-required') return hasGround(compiled, draft, plan);
  return typeof raised === 'object' && 'done' in raised && recordOf(draft, raised.done)?.state === 'done' && recordOf(draft, plan.id) === undefined;
}

/** Raises what is asked where the case stands and never came up: it has come to another version. */
export function raiseNew(compiled: CompiledProcedure, draft: Draft, at: Instant): void {
  for (const plan of compiled.plans.tasks.values()) {
    if (recordOf(draft, plan.id) === undefined && isActive(draft, plan.task) && isAskedOnEntry(compiled, draft, plan)) raise(draft, plan, at);
  }
}

/** Raises what a new case asks for whatever its stage. */
export function atOpening(compiled: CompiledProcedure, draft: Draft, at: Instant): void {
  for (const plan of compiled.plans.onOpening) {
    const asked = plan.raised === 'on-entry' || plan.raised === 'when-required';
    if (asked && hasGround(compiled, draft, plan)) raise(draft, plan, at);
  }
}

/** Raises or withdraws the tasks whose ground a changed rule is. */
export function afterRule(compiled: CompiledProcedure, draft: Draft, rule: Id, at: Instant): void {
  for (const plan of compiled.plans.byRule.get(rule) ?? []) {
    if (!hasGround(compiled, draft, plan)) {
      if (plan.withdrawn === 'unless-required') withdraw(draft, plan.id);
    } else if (plan.raised === 'when-required' && mayStand(draft, plan)) raise(draft, plan, at);
  }
}

/** Raises the tasks that follow upon a task that is done. */
export function afterDone(compiled: CompiledProcedure, draft: Draft, task: Id, at: Instant): void {
  for (const plan of compiled.plans.afterTask.get(task) ?? []) if (mayStand(draft, plan)) raise(draft, plan, at);
}

/** A duty may arise after its stage was left; what ends with its stage may not. */
function mayStand(held: Held, plan: TaskPlan): boolean {
  return plan.withdrawn === 'with-stage' ? isActive(held, plan.task) : wasEntered(held, plan.task);
}

/** True when anybody may take the task up at an instant although nothing raised it. */
export function isOffered(compiled: CompiledProcedure, held: Held, plan: TaskPlan, at: Instant = held.asOf): boolean {
  if ((held.closed !== undefined && !plan.task.afterClosing) || !standsAt(plan.task, at)) return false;
  const last = recordOf(held, plan.id);
  const again = last === undefined || (last.state !== 'open' && plan.again !== 'once');
  return again && isActive(held, plan.task) && (plan.raised === 'by-choice' || isAllowed(compiled, held, plan));
}

/** A rule that only allows offers the task. */
function isAllowed({ rules }: CompiledProcedure, held: Held, { raised, requiredBy }: TaskPlan): boolean {
  return raised === 'when-required' && requiredBy.some((id) => rules.get(id)?.rule.strength === 'may' && isCounted(rules, held, id));
}

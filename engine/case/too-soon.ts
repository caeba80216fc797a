// A distance between two acts that must be kept binds what is done: too soon after the other act, or too late for
// the date that the other is planned for, an act is refused with the date that would do. A due date is another
// matter: what is late for it is done all the same, and is late. Procedures without such distances pay nothing.
import type { Id } from '../procedure/types.ts';
import { dayWords, isInHours, londonDay, momentWords, type Count, type Instant } from '../time/index.ts';
import type { Attempt } from './attempt.ts';
import { readClocks } from './clocks.ts';
import type { CompiledProcedure } from './compile.ts';
import { otherAct, otherEnd } from './distances.ts';
import { recordOf } from './folded.ts';
import { refuse } from './refusals.ts';
import type { TimescalePlan } from './timescale-count.ts';
import type { Refusal } from './types.ts';
import { taskLabel, textOf } from './words.ts';

const distances: ReadonlySet<string> = new Set(['at-least-before', 'at-least-after', 'not-before', 'at-least-for']);
const binding = new WeakMap<CompiledProcedure, readonly TimescalePlan[]>();

/** Distances with the strength must, one clock for the case each. */
function bindingPlans(compiled: CompiledProcedure): readonly TimescalePlan[] {
  const known = binding.get(compiled);
  if (known) return known;
  const found = [...compiled.timescales.values()].filter(({ timescale }) => timescale.strength === 'must' && distances.has(timescale.direction) && timescale.each !== 'recipient');
  binding.set(compiled, found);
  return found;
}

/** Refuses an act on a task that comes too early or too late for a distance that must be kept; `label` names it. */
export function refuseByDistance(attempt: Attempt, task: Id, label: string): Refusal | undefined {
  const plans = bindingPlans(attempt.compiled);
  if (plans.length === 0) return undefined;
  return ownDistance(attempt, plans, task, label) ?? farDistance(attempt, plans, task, label);
}

/** The distances that bound the task itself. */
function ownDistance(attempt: Attempt, plans: readonly TimescalePlan[], task: Id, label: string): Refusal | undefined {
  const { compiled, folded, occurred } = attempt;
  for (const plan of plans) {
    const { timescale, count } = plan;
    if (timescale.for !== task || !isItsAct(attempt, plan)) continue;
    const [clock] = readClocks(compiled, folded, plan.id);
    if (clock?.state !== 'running') continue;
    if (clock.earliest !== undefined && occurred < clock.earliest) return tooEarly(attempt, plan, label, clock.earliest, clock.count ?? count);
    const planned = otherAct(timescale.from);
    const open = 'planned' in timescale.from && planned !== undefined && recordOf(folded, planned)?.state === 'open';
    if (open && clock.latest !== undefined && occurred > clock.latest) return tooLate(attempt, plan, label, clock.latest, planned);
  }
  return undefined;
}

/** The distances that bound another task and are read from this end. */
function farDistance(attempt: Attempt, plans: readonly TimescalePlan[], task: Id, label: string): Refusal | undefined {
  const { compiled, folded, occurred } = attempt;
  for (const plan of plans) {
    // Only those that this task is the other end of are counted: nearly every act is the end of none.
    const end = otherAct(plan.timescale.from) === task ? otherEnd(compiled, folded, plan) : undefined;
    if (!end) continue;
    if (end.earliest !== undefined && occurred < end.earliest) return tooEarly(attempt, plan, label, end.earliest, end.count);
    if (end.latest !== undefined && occurred > end.latest) return tooLate(attempt, plan, label, end.latest, plan.timescale.for);
  }
  return undefined;
}

/** A sending does not meet a clock that waits for the reply, nor an act one that waits for a plan. */
function isItsAct({ compiled: { procedure } }: Attempt, { timescale }: TimescalePlan): boolean {
  const task = procedure.tasks[timescale.for];
  const act = timescale.act ?? 'done';
  return act === 'sent' || (act === 'done' && (task?.shape !== 'exchange' || (task.expects ?? 'nothing') === 'nothing'));
}

function tooEarly(attempt: Attempt, plan: TimescalePlan, what: string, earliest: Instant, count: Count): Refusal {
  const date = isInHours(count) ? momentWords(earliest) : dayWords(londonDay(earliest));
  const because = `comes too early: it may be done from ${date}${groundOf(plan)}`;
  return refuse(attempt.compiled.procedure, 'bad-date', { what, because, remedy: `Do it on ${date} or later, or correct the date of the other act.`, missing: [{ kind: 'date', id: plan.id, label: date }] });
}

function tooLate(attempt: Attempt, plan: TimescalePlan, what: string, latest: Instant, other: Id): Refusal {
  const date = isInHours(plan.count) ? momentWords(latest) : dayWords(londonDay(latest));
  const planned = `“${taskLabel(attempt.compiled.procedure, other)}”`;
  const because = `comes too late for the date that ${planned} is planned for: it could be done until ${date}${groundOf(plan)}`;
  return refuse(attempt.compiled.procedure, 'bad-date', { what, because, remedy: `Plan ${planned} for a later date first.`, missing: [{ kind: 'date', id: plan.id, label: date }] });
}

/** The clock's own name, so that people can look it up. */
function groundOf({ timescale }: TimescalePlan): string {
  const name = textOf(timescale.label) ?? textOf(timescale.words);
  return name === undefined ? '' : ` (${name})`;
}

// Where each clock of a case stands, in integers: what it counts from, its bounds, the act that meets it.
// Asked on every accepted command, so no words and no dates are made here (deadlines.ts does).
// Whether a clock has run out is asked of it together with an instant (due.ts).
import type { Id, Task, Timescale } from '../procedure/types.ts';
import { bounds, endOfDay, isInHours, londonDay, parseMoment, startOfDay, type Bounds, type Count, type Day, type Instant, type Moment } from '../time/index.ts';
import { anchorOf, type Anchoring } from './anchors.ts';
import { chosenAmount } from './chosen.ts';
import type { CompiledProcedure } from './compile.ts';
import type { Clock } from './due.ts';
import { inside, recordOf } from './folded.ts';
import { isCounted } from './grounds.ts';
import { standsAt, standsOn } from './in-force.ts';
import { pausedBy, type Paused } from './holds.ts';
import { completeStates } from './recipients.ts';
import { scopeOf, type Held } from './scope.ts';
import { stepSigned } from './sign-off.ts';
import type { TimescalePlan } from './timescale-count.ts';
import type { Case, Recipient, TaskRecord } from './types.ts';

export type Extension = Case['extensions'][number];

/** A clock together with how it was counted. */
export interface Reckoning extends Clock {
  /** What it counts, once its amount is known. */
  readonly count?: Count;
  /** What it is counted from, once known. */
  readonly from?: Moment;
  /** How holds have changed it. */
  readonly paused?: Paused;
  /** The date that was agreed in place of the counted one. */
  readonly extension?: Extension;
}

/** The clocks of one timescale; empty when it does not apply to the case. Never throws. */
export function readClocks(compiled: CompiledProcedure, held: Held, timescale: Id): readonly Reckoning[] {
  return reckon(compiled, held, timescale, []);
}

/** Every clock of the case, by timescale; those that do not apply are left out. */
export function dueInstants(compiled: CompiledProcedure, held: Held): readonly Reckoning[] {
  return [...compiled.timescales.keys()].flatMap((id) => readClocks(compiled, held, id));
}

/** `asking` holds the timescales that wait for this one's due date: one that waits for itself stays pending. */
function reckon(compiled: CompiledProcedure, held: Held, id: Id, asking: readonly Id[]): readonly Reckoning[] {
  const plan = compiled.timescales.get(id);
  if (!plan || !applies(compiled, held, plan.timescale)) return [];
  const record = recordOf(held, plan.timescale.for);
  const asked: Asked = { compiled, held, plan, record, asking: [...asking, id] };
  return inForce(held, plan.timescale, standing(asked));
}

/** A clock is in force, or not, on the day from which it is counted; while that is not known, today. */
function inForce(held: Held, timescale: Timescale, clocks: readonly Reckoning[]): readonly Reckoning[] {
  if (timescale.inForce === undefined) return clocks;
  const dayOf = ({ from, extension }: Reckoning): Day => (from === undefined ? londonDay(extension?.at ?? held.asOf) : 'day' in from ? from.day : londonDay(from.instant));
  return clocks.filter((clock) => standsOn(timescale, dayOf(clock)));
}

function standing(asked: Asked): readonly Reckoning[] {
  const { plan, record } = asked;
  if (plan.timescale.each !== 'recipient') return [stand(asked, begin(asked))];
  if (!record || record.recipients.length === 0) return [{ timescale: plan.id, state: record?.state === 'withdrawn' ? 'stopped' : 'pending' }];
  // A reply from one of ten counts ten clocks anew: what they have in common is counted once.
  const common = plan.ownStarts ? undefined : begin(asked);
  return record.recipients.map((recipient) => stand(asked, common ?? begin(asked, recipient), recipient));
}

/** A timescale of a task that never came up and cannot come any more is none of this case. */
function applies(compiled: CompiledProcedure, held: Held, timescale: Timescale): boolean {
  const plan = compiled.plans.tasks.get(timescale.for);
  if (!plan) return false;
  if (recordOf(held, plan.id)) return true;
  if (!standsAt(plan.task, held.asOf)) return false;
  if (plan.relievedBy.some((rule) => isCounted(compiled.rules, held, rule))) return false;
  if (plan.task.in) return compiled.reach(held.stages, plan.task.in);
  if (held.closed !== undefined && !plan.task.afterClosing) return false;
  return plan.raised !== 'when-required' || plan.requiredBy.some((rule) => held[inside].truths.get(rule) !== false);
}

interface Asked {
  readonly compiled: CompiledProcedure;
  readonly held: Held;
  readonly plan: TimescalePlan;
  readonly record: TaskRecord | undefined;
  readonly asking: readonly Id[];
}
/** How a clock begins and how far it runs, whatever has been done about it. */
interface Begun {
  readonly from: Moment | undefined;
  readonly count: Count | undefined;
  readonly extension: Extension | undefined;
  readonly limits: Bounds | undefined;
  readonly state: Clock['state'];
}

function begin(asked: Asked, recipient?: Recipient): Begun {
  const { compiled, held, plan } = asked;
  const from = startOf(asked, recipient);
  const count = countOf(compiled, held, plan, from);
  const extension = extensionOf(held, plan.id);
  const agreed = extension && agreedBounds(plan.count, extension.to);
  const gap = count === undefined && (plan.amount === 'agreed' || (typeof plan.amount === 'object' && 'gap' in plan.amount)) && chosenAmount(compiled, held, plan.id) !== 'waits';
  const limits = agreed ?? (from && count && !gap ? bounds(count, from) : undefined);
  const dated = limits && (limits.latest !== undefined || limits.earliest !== undefined);
  return { from, count, extension, limits, state: dated ? 'running' : limits || gap ? 'no-date' : 'pending' };
}

/** What is undefined in it reads as what it lacks. */
type Writing = { -readonly [K in keyof Required<Reckoning>]: Reckoning[K] | undefined };

/** One clock, written into one object of one make with all others: spreading its parts together took most of the time of a command, and clocks of many makes are slow to read. */
function stand({ compiled, held, plan, record }: Asked, { from, count, extension, limits, state }: Begun, recipient?: Recipient): Reckoning {
  const stopped = record?.state === 'withdrawn' || recipient?.state === 'withdrawn';
  const met = metBy(compiled, plan, record, recipient);
  const clock: Writing = {
    timescale: plan.id, state: stopped ? 'stopped' : state, recipient: recipient?.party, from, count, extension,
    latest: stopped ? undefined : limits?.latest, earliest: stopped ? undefined : limits?.earliest, met, held: undefined, paused: undefined,
  };
  if (held.holds.length > 0 && clock.state === 'running' && limits) pause(clock, pausedBy(compiled, held, plan.id, { count: count ?? plan.count, from, limits, met, since: extension?.at }));
  return clock as Reckoning;
}

/** Stops the clock, or moves its bounds over the holds that are over. */
function pause(clock: Writing, paused: Paused | undefined): void {
  if (!paused) return;
  clock.paused = paused;
  if (paused.by) {
    clock.state = 'stopped';
    clock.held = paused.by.hold;
  }
  clock.latest = paused.by ? undefined : paused.limits.latest;
  clock.earliest = paused.by ? undefined : paused.limits.earliest;
}

function extensionOf({ extensions }: Held, id: Id): Extension | undefined {
  return extensions.length === 0 ? undefined : extensions.findLast(({ timescale }) => timescale === id);
}

/** The amount in full; undefined while it is still to be agreed, or its table has not been answered. */
export function countOf(compiled: CompiledProcedure, held: Held, { id, count: usual, amount, besides }: TimescalePlan, from?: Moment): Count | undefined {
  const count = besides && from && !standsOn(besides.calendar, 'day' in from ? from.day : londonDay(from.instant)) ? { ...usual, calendar: besides.instead } : usual;
  const chosen = chosenAmount(compiled, held, id);
  if (chosen !== undefined) return chosen === 'waits' ? undefined : { ...count, amount: chosen };
  if (amount === 'fixed') return count;
  if (amount === 'agreed' || 'gap' in amount) return undefined;
  const scope = scopeOf(compiled, held, from === undefined ? held.asOf : 'day' in from ? startOfDay(from.day) : from.instant);
  const value = amount.read(scope);
  const found = typeof value === 'object' || value === undefined ? undefined : scope.lookup(amount.table, value);
  return typeof found === 'number' ? { ...count, amount: found } : undefined;
}

function startOf({ compiled, held, plan, asking }: Asked, recipient: Recipient | undefined): Moment | undefined {
  const first = plan.timescale.follows === 'first' ? firstStart(held, plan.id, recipient) : undefined;
  return first ?? anchorOf(plan.timescale.from, anchoringOf(compiled, held, plan, recipient, asking));
}

/** What the start of a timescale, or of one recipient's clock of it, is read for. */
export function anchoringOf(compiled: CompiledProcedure, held: Held, { id, timescale, count }: TimescalePlan, recipient?: Recipient, asking: readonly Id[] = [id]): Anchoring {
  const dueOf = (other: Id): Moment | undefined => (asking.includes(other) ? undefined : dueMoment(reckon(compiled, held, other, asking), count));
  return { compiled, held, task: timescale.for, recipient, dueOf };
}

/** A start that does not move is the one that the clock was first counted from. */
function firstStart(held: Held, timescale: Id, recipient: Recipient | undefined): Moment | undefined {
  // The fold keeps the clocks that readClocks gave it.
  const before = held[inside].clocks.get(timescale) as readonly Reckoning[] | undefined;
  return before?.find((clock) => clock.recipient === recipient?.party)?.from;
}

/** The due date of a timescale: of several clocks the last, as a day unless it is due by the hour. */
function dueMoment(clocks: readonly Reckoning[], fallback: Count): Moment | undefined {
  const ends = clocks.flatMap((clock) => {
    const due = clock.latest ?? clock.earliest;
    return due === undefined ? [] : [{ due, inHours: isInHours(clock.count ?? fallback) }];
  });
  const last = ends.toSorted((a, b) => a.due - b.due).at(-1);
  return last && (last.inHours ? { instant: last.due } : { day: londonDay(last.due) });
}

/** A date agreed by hand bounds on the same side as the counted one. */
function agreedBounds({ direction }: Count, to: string): Bounds | undefined {
  const moment = parseMoment(to);
  if (!moment) return undefined;
  const only = direction === 'at-least-after' || direction === 'not-before' || direction === 'at-least-for';
  if (only) return { earliest: 'day' in moment ? startOfDay(moment.day) : moment.instant };
  return { latest: 'day' in moment ? endOfDay(moment.day) : moment.instant };
}

/** When the act that meets the clock happened. */
function metBy({ procedure }: CompiledProcedure, { timescale, again }: TimescalePlan, record: TaskRecord | undefined, recipient: Recipient | undefined): Instant | undefined {
  const task = procedure.tasks[timescale.for];
  return record && task && actInstant(task, { timescale, again }, record, recipient);
}

function actInstant(task: Task, { timescale, again }: Pick<TimescalePlan, 'timescale' | 'again'>, record: TaskRecord, recipient: Recipient | undefined): Instant | undefined {
  switch (timescale.act) {
    case undefined:
    case 'done':
      return recipient ? repliedAt(task, recipient) : record.done;
    case 'sent':
      return recipient ? recipient.sent : record.sent;
    case 'planned':
      return plannedAt(record);
    case 'submitted':
      return (recipient ?? record).signing?.first;
    case 'signed':
      return stepSigned(task, timescale.step, (recipient ?? record).signing);
    case 'replied':
      return recipient ? replied(task, recipient, again) : lastReply(task, record, again);
  }
}

/** A reply that came in time was in time, whether it is accepted later or sent back. */
function replied(task: Task, recipient: Recipient, again: boolean): Instant | undefined {
  if (again && recipient.state === 'sent-back') return undefined;
  return (again ? recipient.resubmitted : undefined) ?? recipient.received ?? repliedAt(task, recipient);
}

function repliedAt(task: Task, recipient: Recipient): Instant | undefined {
  return completeStates(task).includes(recipient.state) ? recipient.changed : undefined;
}

function lastReply(task: Task, { recipients }: TaskRecord, again: boolean): Instant | undefined {
  const replies = recipients.map((recipient) => replied(task, recipient, again));
  return replies.length === 0 || replies.includes(undefined) ? undefined : Math.max(...replies.filter((at) => at !== undefined));
}

/** A planned day complies when it lies within the bounds, so it stands for its start. */
function plannedAt({ planned }: TaskRecord): Instant | undefined {
  const moment = planned === undefined ? undefined : parseMoment(planned);
  return moment && ('day' in moment ? startOfDay(moment.day) : moment.instant);
}

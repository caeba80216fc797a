// Where each clock of a case stands, in integers: what it counts from, its bounds, the act that meets it.
// Asked on every accepted command, so no words and no dates are made here (deadlines.ts does).
// Whether a clock has run out is asked of it together with an instant (due.ts).
import type { Id, Task, Timescale } from '../procedure/types.ts';
import { bounds, endOfDay, isInHours, londonDay, parseMoment, startOfDay, type Bounds, type Count, type Instant, type Moment } from '../time/index.ts';
import { anchorOf } from './anchors.ts';
import type { CompiledProcedure } from './compile.ts';
import type { Clock } from './due.ts';
import { inside, recordOf } from './folded.ts';
import { isCounted } from './grounds.ts';
import { completeStates } from './recipients.ts';
import { scopeOf, type Held } from './scope.ts';
import { timescalePlans, type TimescalePlan } from './timescale-count.ts';
import type { Case, Recipient, TaskRecord } from './types.ts';

export type Extension = Case['extensions'][number];

/** A clock together with how it was counted. */
export interface Reckoning extends Clock {
  /** What it counts, once its amount is known. */
  readonly count?: Count;
  /** What it is counted from, once known. */
  readonly from?: Moment;
  /** The date that was agreed in place of the counted one. */
  readonly extension?: Extension;
}

/** The clocks of one timescale; empty when it does not apply to the case. Never throws. */
export function readClocks(compiled: CompiledProcedure, held: Held, timescale: Id): readonly Reckoning[] {
  return reckon(compiled, held, timescale, []);
}

/** Every clock of the case, by timescale; those that do not apply are left out. */
export function dueInstants(compiled: CompiledProcedure, held: Held): readonly Reckoning[] {
  return [...timescalePlans(compiled).keys()].flatMap((id) => readClocks(compiled, held, id));
}

/** `asking` holds the timescales that wait for this one's due date: one that waits for itself stays pending. */
function reckon(compiled: CompiledProcedure, held: Held, id: Id, asking: readonly Id[]): readonly Reckoning[] {
  const plan = timescalePlans(compiled).get(id);
  if (!plan || !applies(compiled, held, plan.timescale)) return [];
  const record = recordOf(held, plan.timescale.for);
  const stand = (recipient?: Recipient): Reckoning => ({
    timescale: id,
    ...(recipient && { recipient: recipient.party }),
    ...standing(compiled, held, plan, record, recipient, [...asking, id]),
    ...metBy(compiled, plan.timescale, record, recipient),
  });
  if (plan.timescale.each !== 'recipient') return [stand()];
  if (!record || record.recipients.length === 0) return [{ timescale: id, state: record?.state === 'withdrawn' ? 'stopped' : 'pending' }];
  return record.recipients.map(stand);
}

/** A timescale of a task that never came up and cannot come any more is none of this case. */
function applies(compiled: CompiledProcedure, held: Held, timescale: Timescale): boolean {
  const plan = compiled.plans.tasks.get(timescale.for);
  if (!plan) return false;
  if (recordOf(held, plan.id)) return true;
  if (plan.task.in) return compiled.reach(held.stages, plan.task.in);
  if (held.closed !== undefined && !plan.task.afterClosing) return false;
  if (plan.relievedBy.some((rule) => isCounted(compiled.rules, held, rule))) return false;
  return plan.raised !== 'when-required' || plan.requiredBy.some((rule) => held[inside].truths[rule] !== false);
}

type Standing = Omit<Reckoning, 'timescale' | 'recipient' | 'met'>;

function standing(compiled: CompiledProcedure, held: Held, plan: TimescalePlan, record: TaskRecord | undefined, recipient: Recipient | undefined, asking: readonly Id[]): Standing {
  const from = startOf(compiled, held, plan, recipient, asking);
  const count = countOf(compiled, held, plan);
  const extension = held.extensions.findLast(({ timescale }) => timescale === plan.id);
  const known = { ...(from && { from }), ...(count && { count }), ...(extension && { extension }) };
  if (record?.state === 'withdrawn' || recipient?.state === 'withdrawn') return { ...known, state: 'stopped' };
  const agreed = extension && agreedBounds(plan.count, extension.to);
  if (agreed) return { ...known, state: 'running', ...agreed };
  if (typeof plan.amount === 'object' && 'gap' in plan.amount) return { ...known, state: 'no-date' };
  if (!from || !count) return { ...known, state: 'pending' };
  const limits = bounds(count, from);
  return { ...known, ...limits, state: limits.latest === undefined && limits.earliest === undefined ? 'no-date' : 'running' };
}

/** The amount in full; undefined while it is still to be agreed, or its table has not been answered. */
function countOf(compiled: CompiledProcedure, held: Held, { count, amount }: TimescalePlan): Count | undefined {
  if (amount === 'fixed') return count;
  if (amount === 'agreed' || 'gap' in amount) return undefined;
  const scope = scopeOf(compiled, held, held.asOf);
  const value = amount.read(scope);
  const found = typeof value === 'object' || value === undefined ? undefined : scope.lookup(amount.table, value);
  return typeof found === 'number' ? { ...count, amount: found } : undefined;
}

function startOf(compiled: CompiledProcedure, held: Held, { id, timescale, count }: TimescalePlan, recipient: Recipient | undefined, asking: readonly Id[]): Moment | undefined {
  const first = timescale.follows === 'first' ? firstStart(held, id, recipient) : undefined;
  return first ?? anchorOf(timescale.from, {
    compiled, held, task: timescale.for, ...(recipient && { recipient }),
    dueOf: (other) => (asking.includes(other) ? undefined : dueMoment(reckon(compiled, held, other, asking), count)),
  });
}

/** A start that does not move is the one that the clock was first counted from. */
function firstStart(held: Held, timescale: Id, recipient: Recipient | undefined): Moment | undefined {
  // The fold keeps the clocks that readClocks gave it.
  const before = held[inside].clocks[timescale] as readonly Reckoning[] | undefined;
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
function metBy({ procedure }: CompiledProcedure, timescale: Timescale, record: TaskRecord | undefined, recipient: Recipient | undefined): { readonly met?: Instant } {
  const task = procedure.tasks[timescale.for];
  const met = record && task && actInstant(task, timescale.act ?? 'done', record, recipient);
  return met === undefined ? {} : { met };
}

function actInstant(task: Task, act: NonNullable<Timescale['act']>, record: TaskRecord, recipient: Recipient | undefined): Instant | undefined {
  switch (act) {
    case 'done':
      return recipient ? repliedAt(task, recipient) : record.done;
    case 'sent':
      return recipient ? recipient.sent : record.sent;
    case 'planned':
      return plannedAt(record);
    case 'replied':
      return recipient ? repliedAt(task, recipient) : lastReply(task, record);
  }
}

function repliedAt(task: Task, recipient: Recipient): Instant | undefined {
  return completeStates(task).includes(recipient.state) ? recipient.changed : undefined;
}

function lastReply(task: Task, { recipients }: TaskRecord): Instant | undefined {
  const replies = recipients.map((recipient) => repliedAt(task, recipient));
  return replies.length === 0 || replies.includes(undefined) ? undefined : Math.max(...replies.filter((at) => at !== undefined));
}

/** A planned day complies when it lies within the bounds, so it stands for its start. */
function plannedAt({ planned }: TaskRecord): Instant | undefined {
  const moment = planned === undefined ? undefined : parseMoment(planned);
  return moment && ('day' in moment ? startOfDay(moment.day) : moment.instant);
}

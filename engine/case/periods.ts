// Tasks that come up each period of months: first when a period has passed since the case came to where the task
// stands, then again and again while it is there. A period whose task is still open adds none.
import { addMonths, londonDay, startOfDay, type Day, type Instant } from '../time/index.ts';
import type { Id } from '../procedure/types.ts';
import type { CompiledProcedure } from './compile.ts';
import { inside, type Draft } from './folded.ts';
import { raise } from './lifecycle.ts';
import type { Move } from './moves.ts';
import type { TaskPlan } from './plans.ts';
import { expectTurn, type Turn } from './turns.ts';

/** One coming-up of a task: the nth since the day from which its months are counted. */
export interface Period { readonly task: Id; readonly from: Day; readonly nth: number }

const stands = ({ stages }: Pick<Draft, 'stages'>, { task }: TaskPlan): boolean => task.in === undefined || task.in.some((stage) => stages.includes(stage));
const isOf = (turn: Turn, { id }: TaskPlan): boolean => turn.period?.task === id;

/** Begins the periods of the tasks that stand where the case has come, and ends those of tasks it has left. */
export function notePeriods(compiled: CompiledProcedure, draft: Draft, { entered, left }: Move, at: Instant): void {
  for (const plan of compiled.plans.periodic) {
    const { in: places = [] } = plan.task;
    if (places.some((stage) => left.includes(stage)) && !stands(draft, plan)) draft[inside].turns = draft[inside].turns.filter((turn) => !isOf(turn, plan));
    else if (places.some((stage) => entered.includes(stage)) && !draft[inside].turns.some((turn) => isOf(turn, plan))) expectPeriod(draft, plan, londonDay(at), 1);
  }
}

/** Begins the periods of tasks that stand in no stage, when the case opens. */
export function periodsAtOpening(compiled: CompiledProcedure, draft: Draft, at: Instant): void {
  for (const plan of compiled.plans.periodic) if (!plan.task.in) expectPeriod(draft, plan, londonDay(at), 1);
}

/** Begins the periods of tasks that have none, where the case has come to another version. */
export function periodsAnew(compiled: CompiledProcedure, draft: Draft, at: Instant): void {
  for (const plan of compiled.plans.periodic) if (stands(draft, plan) && !draft[inside].turns.some((turn) => isOf(turn, plan))) expectPeriod(draft, plan, londonDay(at), 1);
}

/** Brings the task up, and looks ahead to its next period. A closed case goes on with those that outlive it. */
export function comePeriod(compiled: CompiledProcedure, draft: Draft, { task, from, nth }: Period, at: Instant): void {
  const plan = compiled.plans.tasks.get(task);
  if (!plan) return;
  expectPeriod(draft, plan, from, nth + 1);
  if (draft.closed === undefined || plan.task.afterClosing) raise(draft, plan, at);
}

/** Counted from the first day each time, so that the 31st comes back after February. */
function expectPeriod(draft: Draft, { id, raised }: TaskPlan, from: Day, nth: number): void {
  if (typeof raised !== 'object' || !('every' in raised)) return;
  expectTurn(draft, { at: startOfDay(addMonths(from, raised.every.months * nth)), touch: ['task', id], period: { task: id, from, nth } });
}

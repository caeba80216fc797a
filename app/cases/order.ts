// What to do now: late before due, what the person at the screen can do before what waits for others.
import type { DeadlineView, TaskView } from '../../engine/case/types.ts';
import { londonDay } from '../../engine/time/london.ts';
import type { Instant } from '../../engine/time/types.ts';

const NEVER = Number.MAX_SAFE_INTEGER;

/** The clock of a task that matters first: the latest moment soonest to come or longest past. */
export function firstDeadline(view: TaskView): DeadlineView | undefined {
  return view.deadlines.filter((one) => one.state === 'due' || one.state === 'overdue').toSorted((a, b) => (a.latest ?? NEVER) - (b.latest ?? NEVER))[0]
    ?? view.deadlines.find((one) => one.state === 'no-date' || one.state === 'pending' || one.state === 'not-yet');
}
/** Open tasks in the order to do them in. */
export function inOrder(views: readonly TaskView[], mine: (view: TaskView) => boolean): readonly TaskView[] {
  return views.filter((view) => (view.state === 'open' || view.state === 'waiting') && mine(view)).toSorted((a, b) => rank(a) - rank(b) || due(a) - due(b));
}
function due(view: TaskView): number { return firstDeadline(view)?.latest ?? NEVER; }

const STRENGTHS = ['must', 'should-always', 'should', 'consider', 'may'];
/** Overdue, then dated, then undated; within undated, what waits for others last and the stronger duty first. */
function rank(view: TaskView): number {
  const first = firstDeadline(view);
  if (first?.state === 'overdue') return 0;
  if (first?.state === 'due') return 1;
  return (view.state === 'waiting' ? 20 : 10) + STRENGTHS.indexOf(view.strength);
}
/** True when the deadline falls on the day of `now`. */
export function isToday(deadline: DeadlineView, now: Instant): boolean {
  return deadline.latest !== undefined && londonDay(deadline.latest) === londonDay(now);
}

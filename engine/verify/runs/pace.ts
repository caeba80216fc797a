// When a run acts: at once, or on the last day that the clock of an act allows. What is due first is done first.
import type { CompiledProcedure } from '../../case/index.ts';
import { recordOf, type Folded } from '../../case/folded.ts';
import type { Id } from '../../procedure/types.ts';
import type { Instant } from '../../time/types.ts';
import type { Step } from '../explore/explore.ts';
import { lastFor } from './clocks.ts';
import { lastMoment, minuteAfter } from './moments.ts';
import { placesOf, taskOf } from './situation.ts';
import type { RunOptions } from './types.ts';

/** Where a run stands, and at what pace it goes; `held` is undefined before the case is opened. */
export interface Paced { readonly compiled: CompiledProcedure; readonly held: Folded | undefined; readonly now: Instant; readonly pace: RunOptions['pace'] }
/** What may be the last act of a task: its clock is kept by one of these. */
type Acts = readonly ('done' | 'sent' | 'planned' | 'replied')[];

/** The step that comes first: of those open in different stages, the one whose last day is first. `pending` is not empty. */
export function nextOf(paced: Paced, pending: readonly Step[]): Step {
  const { compiled, held, pace } = paced;
  const [first] = pending as [Step, ...Step[]];
  if (pace === 'prompt' || !held) return first;
  let [best, at] = [first, targetOf(paced, first)];
  const places = placesOf(compiled, first);
  for (const [index, step] of pending.entries()) {
    const task = taskOf(step);
    if (index === 0 || task === undefined || recordOf(held, task)?.state !== 'open') continue;
    if (pending.slice(0, index).some((earlier) => taskOf(earlier) === task) || placesOf(compiled, step).some((stage) => places.includes(stage))) continue;
    const other = targetOf(paced, step);
    if (other < at) [best, at] = [step, other];
  }
  return best;
}

function targetOf(paced: Paced, step: Step): Instant {
  const task = taskOf(step);
  return task === undefined ? minuteAfter(paced.now) : momentFor(paced, task, ['done', 'sent', 'planned']);
}

/** When one of these acts of a task is done: a minute later, or at the last moment that its clock allows. */
export function momentFor({ compiled, held, now, pace }: Paced, task: Id, acts: Acts): Instant {
  const latest = pace === 'latest' && held ? lastFor(compiled, held, task, acts) : undefined;
  return latest === undefined ? minuteAfter(now) : lastMoment(latest, now);
}

// Saying who does a task, or handing it over. It is asked of nobody and refused to no role: it is a note with an address.
import { say, type Attempt, type Body, type Verdict } from '../attempt.ts';
import { recordOf } from '../folded.ts';
import { taskLabel } from '../words.ts';

/** An open task only; an empty person gives it back to the role. */
export function assignTask(attempt: Attempt, body: Body<'assignTask'>): Verdict {
  const { compiled, folded } = attempt;
  const plan = compiled.plans.tasks.get(body.task);
  if (!plan) return say(attempt, 'unknown-task', { what: body.task });
  if (folded.closed !== undefined && !plan.task.afterClosing) return say(attempt, 'closed');
  if (recordOf(folded, body.task)?.state !== 'open') return say(attempt, 'not-open', { what: `“${taskLabel(compiled.procedure, body.task)}”` });
  return [{ type: 'taskAssigned', payload: body }];
}

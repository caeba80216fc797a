// Doing tasks, planning them, raising and withdrawing them.
import { parseMoment } from '../../time/index.ts';
import { judged, refuseWhileSigned, say, standing, withDepartures, type Attempt, type Body, type Verdict } from '../attempt.ts';
import { isOffered } from '../lifecycle.ts';
import { isRefusal } from '../refusals.ts';

export function completeTask(attempt: Attempt, body: Body<'completeTask'>): Verdict {
  const stands = standing(attempt, body.task);
  if (isRefusal(stands)) return stands;
  const { task, what } = stands;
  if (task.shape !== 'record') return say(attempt, 'not-due-here', { what, because: task.shape === 'decide' ? 'it is decided, not completed.' : 'it is sent and answered, not completed.' });
  if (task.evidence === 'required' && !body.evidence?.trim()) return say(attempt, 'missing-evidence', { what, missing: [{ kind: 'evidence', id: body.task, label: what }] });
  const signing = refuseWhileSigned(attempt, stands);
  if (signing) return signing;
  const departures = judged(attempt, stands, body.answers, { reason: body.reason, meeting: body.meeting });
  return isRefusal(departures) ? departures : [{ type: 'taskCompleted', payload: withDepartures(body, departures) }];
}

export function planTask(attempt: Attempt, body: Body<'planTask'>): Verdict {
  const stands = standing(attempt, body.task);
  if (isRefusal(stands)) return stands;
  if (parseMoment(body.on) === undefined) return say(attempt, 'bad-date', { what: `“${body.on}”`, missing: [{ kind: 'date', id: body.task, label: stands.what }] });
  return [{ type: 'taskPlanned', payload: body }];
}

export function raiseTask(attempt: Attempt, body: Body<'raiseTask'>): Verdict {
  const stands = standing(attempt, body.task);
  if (isRefusal(stands)) return stands;
  const plan = attempt.compiled.plans.tasks.get(body.task);
  if (stands.record?.state === 'open') return say(attempt, 'already-done', { what: stands.what });
  if (!plan || !isOffered(attempt.compiled, attempt.folded, plan, attempt.occurred)) return say(attempt, 'not-due-here', { what: stands.what });
  return [{ type: 'taskRaised', payload: body }];
}

export function withdrawTask(attempt: Attempt, body: Body<'withdrawTask'>): Verdict {
  const stands = standing(attempt, body.task);
  if (isRefusal(stands)) return stands;
  if (stands.record?.state !== 'open') return say(attempt, 'not-open', { what: stands.what });
  if (body.reason.trim() === '') return say(attempt, 'missing-reason', { what: `To withdraw ${stands.what}`, missing: [{ kind: 'reason', id: body.task, label: stands.what }] });
  return [{ type: 'taskWithdrawn', payload: body }];
}


// Placing a hold, where the procedure and the course of the case allow it, and releasing it.
import type { Hold, Id } from '../../procedure/types.ts';
import { londonDay, parseDay } from '../../time/index.ts';
import { say, wrongRole, type Attempt, type Body, type Verdict } from '../attempt.ts';
import { actingAs } from '../doers.ts';
import { activeHold, endingWords, hasHoldGround, holdGrounds } from '../holds.ts';
import { periodWords, standsAt } from '../in-force.ts';
import { scopeOf } from '../scope.ts';
import type { Refusal } from '../types.ts';
import { anyOf, ruleLabel, textOf } from '../words.ts';

export function startHold(attempt: Attempt, body: Body<'startHold'>): Verdict {
  const { compiled, folded, actor, occurred } = attempt;
  const hold = compiled.procedure.holds?.[body.hold];
  if (!hold) return say(attempt, 'unknown-task', { what: body.hold });
  const what = `“${textOf(hold.label) ?? body.hold}”`;
  if (actingAs(compiled, folded, actor, hold.by, occurred) === undefined) return wrongRole(attempt, what, hold.by);
  if (!standsAt(hold, occurred)) return say(attempt, 'not-due-here', { what, because: `it is ${periodWords(hold)}.` });
  if (activeHold(folded, body.hold, occurred)) return say(attempt, 'already-done', { what });
  if (body.reason.trim() === '') return say(attempt, 'missing-reason', { what, missing: [{ kind: 'reason', id: body.hold, label: what }] });
  return refuseUntil(attempt, hold, body, what) ?? refuseGround(attempt, body.hold, what) ?? refuseEnding(attempt, hold, body, what) ?? [{ type: 'holdStarted', payload: body }];
}

/** A last day is given where the hold ends by date, and only there. */
function refuseUntil(attempt: Attempt, { until }: Hold, body: Body<'startHold'>, what: string): Refusal | undefined {
  const missing = [{ kind: 'date', id: body.hold, label: what }] as const;
  if (body.until === undefined) return until.date && Object.keys(until).length === 1 ? say(attempt, 'missing-field', { what, because: 'its last day', missing }) : undefined;
  if (!until.date) return say(attempt, 'bad-date', { what: `${what} does not end on a date: it`, because: `ends ${endingWords(attempt.compiled, { hold: body.hold })}`, remedy: 'Leave the date out.', missing });
  const day = parseDay(body.until);
  if (day === undefined) return say(attempt, 'bad-date', { what: `“${body.until}”`, missing });
  return day < londonDay(attempt.occurred) ? say(attempt, 'bad-date', { what: `“${body.until}”`, because: 'comes before the day on which the hold begins', missing }) : undefined;
}

/** Where rules or related processes allow the hold, one of them has to, now. */
function refuseGround(attempt: Attempt, hold: Id, what: string): Refusal | undefined {
  const { compiled: { procedure }, compiled, folded } = attempt;
  if (hasHoldGround(compiled, folded, hold)) return undefined;
  const { relations: related, rules: allowing } = holdGrounds(compiled, hold);
  const grounds = [...related.map((id) => `“${textOf(procedure.relations?.[id]?.label) ?? id}” is not open`), ...allowing.map((id) => `this does not hold: ${ruleLabel(procedure, id)}`)];
  return say(attempt, 'forbidden', { what, because: `${anyOf(grounds)}.`, ...(allowing[0] !== undefined && { rule: allowing[0] }), remedy: related.length > 0 ? 'Record first that the process is open.' : 'Correct the answers on which the rule rests, if they are wrong.' });
}

/** A hold that would be over at once is none. */
function refuseEnding(attempt: Attempt, { until }: Hold, { hold }: Body<'startHold'>, what: string): Refusal | undefined {
  const { compiled, folded, now } = attempt;
  const open = folded.relations.some(({ relation, ended }) => relation === until.ended && ended === undefined);
  if (until.ended !== undefined && !open && Object.keys(until).length === 1) return say(attempt, 'waits', { what, because: `it ends ${endingWords(compiled, { hold })}, and that is not open.`, remedy: 'Record first that the process is open.' });
  const ended = compiled.conditions.get(`hold/${hold}`)?.(scopeOf(compiled, folded, now)) === true;
  return ended ? say(attempt, 'forbidden', { what, because: 'what would end it has come already.' }) : undefined;
}

/** By those who may place it. */
export function confirmHold(attempt: Attempt, body: Body<'confirmHold'>): Verdict {
  const { compiled, folded, actor, occurred } = attempt;
  const hold = compiled.procedure.holds?.[body.hold];
  if (!hold) return say(attempt, 'unknown-task', { what: body.hold });
  const what = `“${textOf(hold.label) ?? body.hold}”`;
  if (actingAs(compiled, folded, actor, hold.by, occurred) === undefined) return wrongRole(attempt, what, hold.by);
  return activeHold(folded, body.hold, occurred) ? [{ type: 'holdConfirmed', payload: body }] : say(attempt, 'not-open', { what });
}

export function releaseHold(attempt: Attempt, body: Body<'releaseHold'>): Verdict {
  const { compiled, folded, actor, occurred } = attempt;
  const hold = compiled.procedure.holds?.[body.hold];
  if (!hold) return say(attempt, 'unknown-task', { what: body.hold });
  const what = `“${textOf(hold.label) ?? body.hold}”`;
  if (actingAs(compiled, folded, actor, hold.by, occurred) === undefined) return wrongRole(attempt, what, hold.by);
  const active = activeHold(folded, body.hold, occurred);
  if (!active) return say(attempt, 'not-open', { what });
  if (!hold.until.released) return say(attempt, 'forbidden', { what: `Releasing ${what}`, because: `it ends ${endingWords(compiled, active)}.`, remedy: 'Wait until it ends.' });
  return [{ type: 'holdReleased', payload: body }];
}

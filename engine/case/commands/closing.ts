// Closing a case that has not come to an end of its own, and reopening one that is closed.
import { say, wrongRole, type Attempt, type Body, type Verdict } from '../attempt.ts';
import { actingAs } from '../doers.ts';
import { closingAt } from '../in-force.ts';
import { scopeOf } from '../scope.ts';

export function closeCase(attempt: Attempt, body: Body<'closeCase'>): Verdict {
  const { compiled, folded, actor, occurred, now } = attempt;
  const closing = closingAt(compiled.procedure, occurred);
  if (!closing?.by) return say(attempt, 'waits', { what: 'Closing', because: 'in this procedure a case closes when it comes to one of its ends.', remedy: 'Go on with the case; it closes when it has come to an end.' });
  if (actingAs(compiled, folded, actor, closing.by, occurred) === undefined) return wrongRole(attempt, 'Closing a case', closing.by);
  const holds = compiled.conditions.get('closing')?.(scopeOf(compiled, folded, now)) ?? true;
  if (holds === false) return say(attempt, 'waits', { what: 'Closing', because: 'something that must be done first is not done.', remedy: 'Do first what the procedure asks for before a case closes.' });
  if (holds === 'unknown') return say(attempt, 'waits', { what: 'Closing', because: 'an answer on which it rests is not known.', remedy: 'Answer what is still open in the case.' });
  return [{ type: 'caseClosed', payload: body }];
}

export function reopenCase(attempt: Attempt, body: Body<'reopenCase'>): Verdict {
  const { compiled, folded, actor, occurred } = attempt;
  const reopen = closingAt(compiled.procedure, occurred)?.reopen;
  if (folded.closed === undefined) return say(attempt, 'not-due-here', { what: 'Reopening', because: 'the case is not closed.' });
  if (!reopen) return say(attempt, 'forbidden', { what: 'Reopening', because: 'the procedure does not provide for it.' });
  if (actingAs(compiled, folded, actor, reopen.by, occurred) === undefined) return wrongRole(attempt, 'Reopening a case', reopen.by);
  if (reopen.reason && !body.reason.trim()) return say(attempt, 'missing-reason', { what: 'Reopening', missing: [{ kind: 'reason', id: 'reopen', label: 'Reason' }] });
  return [{ type: 'caseReopened', payload: body }];
}

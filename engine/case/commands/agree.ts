// Agreeing a date where the procedure leaves it to be agreed in the case. Changing it later is adjusting the time
// (transitions.ts), where the procedure provides for that; else those who agreed it agree another, with a reason.
import type { Id } from '../../procedure/types.ts';
import { listWords, parseMoment } from '../../time/index.ts';
import { say, wrongRole, type Attempt, type Body, type Verdict } from '../attempt.ts';
import { actingAs, partiesFor } from '../doers.ts';
import type { Refusal } from '../types.ts';
import { partyLabel, taskLabel } from '../words.ts';

/** By those who may adjust the time, else by those who do the task. */
export function agreeDate(attempt: Attempt, body: Body<'agreeDate'>): Verdict {
  const { compiled: { procedure }, compiled, folded, actor, occurred } = attempt;
  const timescale = procedure.timescales?.[body.timescale];
  const task = procedure.tasks[timescale?.for ?? ''];
  if (!timescale || !task) return say(attempt, 'unknown-task', { what: body.timescale });
  const what = `Agreeing a date for “${taskLabel(procedure, timescale.for)}”`;
  const missing = [{ kind: 'date', id: body.timescale, label: what }] as const;
  if (typeof timescale.amount !== 'object' || !('agreed' in timescale.amount)) return say(attempt, 'forbidden', { what, because: 'the procedure says how long it takes.' });
  const by = timescale.adjust?.by ?? partiesFor(compiled, folded, timescale.for);
  if (actingAs(compiled, folded, actor, by, occurred) === undefined) return wrongRole(attempt, what, by);
  if (parseMoment(body.on) === undefined) return say(attempt, 'bad-date', { what: `“${body.on}”`, missing });
  const lacking = (timescale.adjust?.agreedBy ?? []).filter((party) => !body.agreedBy?.includes(party));
  if (lacking.length > 0) return refuseUnagreed(attempt, what, lacking);
  const again = folded.extensions.some((one) => one.timescale === body.timescale);
  if (again && timescale.adjust) return say(attempt, 'already-done', { what });
  return again && !body.reason?.trim() ? say(attempt, 'missing-reason', { what, missing: [{ kind: 'reason', id: body.timescale, label: what }] }) : [{ type: 'dateAgreed', payload: body }];
}

/** A date that others have to agree waits for all of them. */
export function refuseUnagreed(attempt: Attempt, what: string, lacking: readonly Id[]): Refusal {
  const missing = lacking.map((id) => ({ kind: 'role', id, label: partyLabel(attempt.compiled.procedure, id) }) as const);
  return say(attempt, 'waits', { what, because: `${listWords(missing.map(({ label }) => label))} must agree.`, missing, remedy: 'Ask them, and say with the date who agreed.' });
}

// Confirming an act that a correction left without support: it stood, and somebody now says that it is to stand.
import type { Id } from '../../procedure/types.ts';
import { say, wrongRole, type Attempt, type Body, type Verdict } from '../attempt.ts';
import { isUnconfirmed } from '../confirmed.ts';
import { actingAs, partiesFor } from '../doers.ts';
import type { CaseEvent, Finding } from '../types.ts';

/** By the role that did the act; a decision also by those who decide it. */
export function confirmAct(attempt: Attempt, body: Body<'confirmAct'>): Verdict {
  const { compiled, folded, actor, occurred } = attempt;
  const what = 'Confirming that it stands';
  const event = folded.events.find(({ id }) => id === body.event);
  const flags = folded.findings.filter((one) => isUnconfirmed(one) && one.event === body.event);
  if (!event || flags.length === 0) return say(attempt, 'not-open', { what, because: 'Nothing about this act waits to be confirmed.' });
  const by = confirmers(attempt, event, flags);
  if (actingAs(compiled, folded, actor, by, occurred) === undefined) return wrongRole(attempt, what, by);
  if (body.reason.trim() === '') return say(attempt, 'missing-reason', { what, missing: [{ kind: 'reason', id: body.event, label: what }] });
  return [{ type: 'actConfirmed', payload: { ...body, rules: flags.flatMap(({ rule }) => rule ?? []) } }];
}

function confirmers({ compiled, folded }: Attempt, { actor }: CaseEvent, flags: readonly Finding[]): readonly Id[] {
  const decisions = flags.flatMap(({ task = '' }) => (compiled.procedure.tasks[task]?.shape === 'decide' ? [task] : []));
  return [...new Set([actor.role, ...decisions.flatMap((task) => partiesFor(compiled, folded, task))])];
}

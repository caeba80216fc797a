// Moving a case on by choice, and what is done about its clocks: extensions and reasons.
import { parseMoment } from '../../time/index.ts';
import { say, wrongRole, type Attempt, type Body, type Verdict } from '../attempt.ts';
import { actingAs } from '../doers.ts';
import { ruleAgainst, wayOut } from '../moves.ts';
import type { Refusal } from '../types.ts';
import { taskLabel, textOf } from '../words.ts';
import { refuseUnagreed } from './agree.ts';

export function takeTransition(attempt: Attempt, body: Body<'takeTransition'>): Verdict {
  const { compiled, folded, actor, occurred } = attempt;
  const transition = compiled.transitions.get(body.transition)?.transition;
  if (!transition) return say(attempt, 'unknown-task', { what: body.transition });
  const what = `“${textOf(transition.label) ?? transition.id}”`;
  if (!('chosen' in transition.on)) return say(attempt, 'not-due-here', { what, because: 'this route is not one that is chosen.' });
  const { by, reason } = transition.on.chosen;
  if (actingAs(compiled, folded, actor, by, occurred) === undefined) return wrongRole(attempt, what, by);
  if (!transition.from.some((stage) => folded.stages.includes(stage))) return say(attempt, 'not-due-here', { what });
  if (reason && !body.reason?.trim()) return say(attempt, 'missing-reason', { what, missing: [{ kind: 'reason', id: transition.id, label: what }] });
  return barred(attempt, body.transition, what) ?? [{ type: 'transitionChosen', payload: body }];
}

function barred(attempt: Attempt, transition: string, what: string): Refusal | undefined {
  const { compiled, folded, now } = attempt;
  const routes = (compiled.routes.get(`chosen.${transition}`) ?? []).filter(({ from }) => folded.stages.includes(from));
  const ways = routes.map(({ from }) => wayOut(compiled, folded, routes.filter((route) => route.from === from), now));
  if (ways.some((way) => typeof way === 'object')) return undefined;
  if (ways.includes('waits')) return say(attempt, 'waits', { what, because: 'an answer on which it rests is not known.', remedy: 'Answer what is still open in the case.' });
  const { limit } = compiled.transitions.get(transition)?.transition ?? {};
  const used = limit !== undefined && folded.visits.filter(({ by }) => by === transition).length >= limit;
  if (used) return say(attempt, 'limit', { what });
  const rule = ruleAgainst(compiled, folded, transition);
  return say(attempt, 'forbidden', { what, ...(rule === undefined ? { because: 'what it rests on does not hold.' } : { rule }) });
}

export function extendTimescale(attempt: Attempt, body: Body<'extendTimescale'>): Verdict {
  const { compiled: { procedure }, compiled, folded, actor, occurred } = attempt;
  const timescale = procedure.timescales?.[body.timescale];
  if (!timescale) return say(attempt, 'unknown-task', { what: body.timescale });
  const what = `Changing the time for “${taskLabel(procedure, timescale.for)}”`;
  const { adjust } = timescale;
  if (!adjust) return say(attempt, 'forbidden', { what, because: 'the procedure does not provide for it.' });
  if (actingAs(compiled, folded, actor, adjust.by, occurred) === undefined) return wrongRole(attempt, what, adjust.by);
  if (parseMoment(body.to) === undefined) return say(attempt, 'bad-date', { what: `“${body.to}”`, missing: [{ kind: 'date', id: body.timescale, label: what }] });
  if (adjust.reason && !body.reason.trim()) return say(attempt, 'missing-reason', { what, missing: [{ kind: 'reason', id: body.timescale, label: what }] });
  const lacking = (adjust.agreedBy ?? []).filter((party) => !body.agreedBy?.includes(party));
  if (lacking.length > 0) return refuseUnagreed(attempt, what, lacking);
  const times = folded.extensions.filter((extension) => extension.timescale === body.timescale && !extension.first).length;
  return adjust.limit !== undefined && times >= adjust.limit ? say(attempt, 'limit', { what }) : [{ type: 'timescaleExtended', payload: body }];
}

/** By those whom the clock names, else by any role of the procedure; who did is in the log. */
export function explainLapse(attempt: Attempt, body: Body<'explainLapse'>): Verdict {
  const { compiled, compiled: { procedure }, folded, actor, occurred } = attempt;
  const timescale = procedure.timescales?.[body.timescale];
  if (!timescale) return say(attempt, 'unknown-task', { what: body.timescale });
  const what = `The reason for the delay of “${taskLabel(procedure, timescale.for)}”`;
  const by = timescale.explainedBy;
  if (by && actingAs(compiled, folded, actor, by, occurred) === undefined) return wrongRole(attempt, what, by);
  if (!body.reason.trim()) return say(attempt, 'missing-reason', { what, missing: [{ kind: 'reason', id: body.timescale, label: what }] });
  return [{ type: 'lapseExplained', payload: body }];
}

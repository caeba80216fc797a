// Moving a running case to another version, and undoing that. Both count from the moment they are recorded: what was
// done before was done on the version that the case was on.
import { say, type Attempt, type Body, type Verdict } from '../attempt.ts';
import { inside } from '../folded.ts';
import { drawnAnew } from '../instances.ts';
import { lastMove, samePin } from '../migration/moves.ts';
import { placesOf } from '../migration/places.ts';
import { stageLabel, textOf } from '../words.ts';

/** Any role of the procedure may; who did is in the log. Refused while a stage has no place in the other version. */
export function moveCase(attempt: Attempt, body: Body<'moveCase'>): Verdict {
  const { compiled, folded, versions } = attempt;
  const held = versions.get(body.to);
  const to = held && drawnAnew(held, folded);
  const what = `Moving the case to version ${body.to.version}`;
  if (!to) return say(attempt, 'unknown-task', { what: `version ${body.to.version}`, remedy: 'Choose a version that is held here.' });
  if (samePin(to.pin, folded.procedure)) return say(attempt, 'already-done', { what });
  const bad = unreasoned(attempt, body.reason, what) ?? backdated(attempt, what);
  if (bad) return bad;
  const homeless = placesOf(compiled, to, folded, body.stages ?? {}).filter(({ state }) => state === undefined);
  if (homeless.length === 0) return [{ type: 'caseMoved', payload: body }];
  const missing = homeless.map(({ stage }) => ({ kind: 'field', id: stage, label: stageLabel(compiled.procedure, stage) }) as const);
  return say(attempt, 'missing-field', { what, because: `the stage in which it goes on for ${missing.map(({ label }) => `“${label}”`).join(' and ')}`, missing });
}

export function undoMove(attempt: Attempt, body: Body<'undoMove'>): Verdict {
  const { folded, versions, compiled } = attempt;
  const move = lastMove(folded.events);
  const what = 'Undoing the move to another version';
  if (!move) return say(attempt, 'not-due-here', { what, because: `the case is on the version it was opened on, of “${textOf(compiled.procedure.label) ?? compiled.procedure.id}”.` });
  if (!versions.get(move.procedure)) return say(attempt, 'unknown-task', { what: `version ${move.procedure.version}`, remedy: 'Put the version back where versions are kept, then try again.' });
  return unreasoned(attempt, body.reason, what) ?? backdated(attempt, what) ?? [{ type: 'moveUndone', payload: { ...body, event: move.id } }];
}

function unreasoned(attempt: Attempt, reason: string, what: string): ReturnType<typeof say> | undefined {
  return reason.trim() ? undefined : say(attempt, 'missing-reason', { what, missing: [{ kind: 'reason', id: 'move', label: 'Reason' }] });
}

/** Refuses what would be told before something the case knows already. */
export function backdated(attempt: Attempt, what: string): ReturnType<typeof say> | undefined {
  const { folded, occurred } = attempt;
  return occurred >= folded[inside].until ? undefined : say(attempt, 'bad-date', { what, because: 'comes before something the case has been told', missing: [{ kind: 'date', id: 'occurred', label: 'When it happened' }] });
}

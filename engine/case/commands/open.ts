// Opening a case: by a door, by somebody who may use it, with the answers that it asks for. A case whose clocks
// have run out already is opened all the same.
import { inWords, labelsOf } from '../../criteria/index.ts';
import { actingAs } from '../doers.ts';
import { refuseIncoming } from '../incoming.ts';
import { mayEnter, periodWords, standsAt } from '../in-force.ts';
import { judge } from '../judgement.ts';
import { isRefusal } from '../refusals.ts';
import { demandsOn } from '../requirements.ts';
import { say, wrongRole, type Attempt, type Body, type Verdict } from '../attempt.ts';
import { scopeOf } from '../scope.ts';
import type { Answers, Refusal } from '../types.ts';
import { textOf } from '../words.ts';

/** `attempt.folded` is the case before its door: without stages, answers or events. */
export function openCase(attempt: Attempt, body: Body<'openCase'>): Verdict {
  const { compiled: { procedure }, folded, actor, now, occurred } = attempt;
  const door = procedure.doors[body.door];
  if (!door) return say(attempt, 'unknown-task', { what: body.door });
  const what = `“${textOf(door.label) ?? body.door}”`;
  if (actingAs(attempt.compiled, folded, actor, door.by, now) === undefined) return wrongRole(attempt, what, door.by);
  const shut = [procedure, door, ...door.to.flatMap((id) => procedure.stages[id] ?? [])].find((one) => !standsAt(one, occurred));
  if (shut) return say(attempt, 'not-due-here', { what, because: `“${textOf(shut.label) ?? body.door}” is ${periodWords(shut)}.`, remedy: 'Open the case by another way in, or on another version of the procedure.' });
  if (!mayEnter(procedure, [], door.to, occurred)) return say(attempt, 'not-due-here', { what, because: 'a stage where it begins is not in force on the day.' });
  const unknownSource = body.source !== undefined && !door.sources?.some((one) => one.id === body.source && standsAt(one, occurred));
  if (unknownSource) return say(attempt, 'bad-answer', { because: 'The source of the information is not one that this way in has.', missing: [{ kind: 'field', id: 'source', label: 'Source' }] });
  if (body.reference.trim() === '') return say(attempt, 'missing-field', { what, because: 'a reference', missing: [{ kind: 'field', id: 'reference', label: 'Reference' }] });
  const bad = refuseIncoming(attempt, what, body.answers);
  if (bad) return bad;
  const other = refuseOtherEdition(attempt, what, body.answers);
  if (other) return other;
  const verdict = judge(procedure, demandsOn(attempt.compiled, folded, body.door, now, body.answers), { subject: body.door, label: what, answerTo: (question) => body.answers[question], ...(body.lateReason !== undefined && { reason: body.lateReason }) });
  return isRefusal(verdict) ? verdict : [{ type: 'caseOpened', payload: body }];
}


/** An edition is for the cases it says; one of which that is not known comes in all the same. */
function refuseOtherEdition(attempt: Attempt, what: string, answers: Answers): Refusal | undefined {
  const { compiled: { procedure, conditions }, compiled, folded, now } = attempt;
  const { appliesWhen, words } = procedure.edition;
  if (!appliesWhen || conditions.get('edition')?.(scopeOf(compiled, folded, now, false, answers)) !== false) return undefined;
  const because = `“${textOf(words) ?? procedure.id}” is for cases of which this is true: ${inWords(appliesWhen, labelsOf(procedure))}`;
  return say(attempt, 'forbidden', { what, because, remedy: 'Open the case on the edition that is for it, or correct the answers on which this rests.' });
}

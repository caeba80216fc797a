// Merging a case into another, handing one to somebody else, and the ways back. Each is written down with its reason
// and counts from the moment it is recorded. The procedure says nothing of them: who closes a case may, where it names
// somebody, and any role where it does not.
import { dayWords, londonDay } from '../../time/index.ts';
import { say, wrongRole, type Attempt, type Body, type Verdict } from '../attempt.ts';
import { actingAs } from '../doers.ts';
import { inside } from '../folded.ts';
import { closingAt } from '../in-force.ts';
import { mergesInto, partingOf, partingWords, type Received } from '../parting.ts';
import { readPayload } from '../payloads.ts';
import type { CommandType, Origin, Refusal } from '../types.ts';
import { taskLabel } from '../words.ts';
import { backdated } from './move.ts';

/** This case closes and points to the one that goes on; that one is told by `receiveMerge`. */
export function mergeCase(attempt: Attempt, body: Body<'mergeCase'>): Verdict {
  const what = `Merging the case into ${body.into.reference}`;
  if (body.into.case === attempt.folded.id) return say(attempt, 'forbidden', { what, because: 'it is the same case.', remedy: 'Choose another case.' });
  return refused(attempt, body.reason, what) ?? [{ type: 'caseMerged', payload: body }];
}

/** What is carried over follows as notes and answers that name this entry as their origin. */
export function receiveMerge(attempt: Attempt, body: Body<'receiveMerge'>): Verdict {
  const what = `Merging ${body.from.reference} into the case`;
  if (body.from.case === attempt.folded.id) return say(attempt, 'forbidden', { what, because: 'it is the same case.', remedy: 'Choose another case.' });
  if (receivedFrom(attempt, body.from.case)) return say(attempt, 'already-done', { what });
  return refused(attempt, body.reason, what) ?? [{ type: 'mergeReceived', payload: body }];
}

/** On either side. In the case that went on only while nothing was sent since: what left cannot be told apart again. */
export function undoMerge(attempt: Attempt, body: Body<'undoMerge'>): Verdict {
  const what = 'Undoing the merge';
  const parting = partingOf(attempt.folded.events);
  const ends = parting?.type === 'caseMerged' ? parting : receivedFrom(attempt, body.other);
  if (!ends) return say(attempt, 'not-due-here', { what, because: 'no case is merged that could be parted again.' });
  const left = ends.type === 'mergeReceived' ? leftSince(attempt, ends) : undefined;
  if (left !== undefined) return say(attempt, 'forbidden', { what, because: left, remedy: 'Leave the cases merged; say in a note what belonged to which.' });
  return refused(attempt, body.reason, what) ?? [{ type: 'mergeUndone', payload: { ...body, event: ends.id } }];
}

/** Nothing can be done here from then on, until it is taken back or comes back. */
export function transferCase(attempt: Attempt, body: Body<'transferCase'>): Verdict {
  const what = 'Transferring the case';
  if (!body.to.trim()) return say(attempt, 'missing-field', { what, because: 'whom it goes to', missing: [{ kind: 'field', id: 'to', label: 'Whom it goes to' }] });
  return refused(attempt, body.reason, what) ?? [{ type: 'caseTransferred', payload: body }];
}

export function takeBack(attempt: Attempt, body: Body<'takeBack'>): Verdict {
  const what = 'Taking the case back';
  const parting = partingOf(attempt.folded.events);
  if (parting?.type !== 'caseTransferred') return say(attempt, 'not-due-here', { what, because: 'it is not transferred.' });
  return refused(attempt, body.reason, what) ?? [{ type: 'transferTakenBack', payload: { ...body, event: parting.id } }];
}

/** Of a log that came as a file; any role may, since whoever receives it has it before them. */
export function takeIn(attempt: Attempt, body: Body<'takeIn'>): Verdict {
  const what = 'Taking the case in';
  if (!body.from.trim()) return say(attempt, 'missing-field', { what, because: 'where it comes from', missing: [{ kind: 'field', id: 'from', label: 'Where it comes from' }] });
  const parting = partingOf(attempt.folded.events);
  return [{ type: 'caseTakenIn', payload: { ...body, ...(parting?.type === 'caseTransferred' && { event: parting.id }) } }];
}

/** What a case that is set aside still takes. */
const still: Readonly<Record<'caseMerged' | 'caseTransferred', readonly CommandType[]>> = { caseMerged: ['undoMerge'], caseTransferred: ['takeBack', 'takeIn'] };

/** Refuses whatever is tried on a case that goes on elsewhere. */
export function refuseAside(attempt: Attempt, type: CommandType): Refusal | undefined {
  if (!attempt.folded[inside].aside) return undefined;
  const parting = partingOf(attempt.folded.events);
  if (!parting || still[parting.type].includes(type)) return undefined;
  const remedy = parting.type === 'caseMerged' ? 'Record it in the case it was merged into, or undo the merge.' : 'Ask those who have it now, or take it back.';
  return say(attempt, 'elsewhere', { because: partingWords(parting), remedy });
}

/** What is carried over belongs to a merge that stands. */
export function refuseOrigin(attempt: Attempt, origin: Origin | undefined): Refusal | undefined {
  if (origin === undefined || mergesInto(attempt.folded.events).some(({ id }) => id === origin.merge)) return undefined;
  return say(attempt, 'not-due-here', { what: `Carrying over from ${origin.reference}`, because: 'that case is not merged into this one.' });
}

function receivedFrom({ folded }: Attempt, other: string | undefined): Received | undefined {
  return mergesInto(folded.events).findLast((one) => other === undefined || readPayload(one).from.case === other);
}

/** What left since a case was merged into this one, in words. */
function leftSince({ folded, compiled: { procedure } }: Attempt, { seq }: Received): string | undefined {
  const left = folded.events.find((one) => one.seq > seq && (one.type === 'exchangeSent' || one.type === 'caseTransferred'));
  if (!left) return undefined;
  const what = left.type === 'exchangeSent' ? `“${taskLabel(procedure, readPayload({ ...left, type: left.type }).task)}” was sent` : 'the case was transferred';
  return `${what} on ${dayWords(londonDay(left.occurred))}, after the cases were merged.`;
}

/** Whoever closes a case, where the procedure names them; with a reason; not earlier than what the case was told. */
function refused(attempt: Attempt, reason: string, what: string): Refusal | undefined {
  const { compiled, folded, actor, occurred } = attempt;
  const by = closingAt(compiled.procedure, occurred)?.by;
  if (by && actingAs(compiled, folded, actor, by, occurred) === undefined) return wrongRole(attempt, what, by);
  if (!reason.trim()) return say(attempt, 'missing-reason', { what, missing: [{ kind: 'reason', id: 'parting', label: 'Reason' }] });
  return backdated(attempt, what);
}

// Sending something to parties and recording, for each, what came back.
import { londonDay, parseDay, parseMoment } from '../../time/index.ts';
import type { Id, ReplyState } from '../../procedure/types.ts';
import { judged, say, standing, withDepartures, type Attempt, type Body, type Standing, type Verdict } from '../attempt.ts';
import { saidFor } from '../act-answers.ts';
import { refuseAnswers } from '../answers.ts';
import { actingAs } from '../doers.ts';
import { recordOf } from '../folded.ts';
import { recipientsAsked } from '../recipients.ts';
import { judge } from '../judgement.ts';
import { refuseUngated } from '../leaving.ts';
import { isRefusal } from '../refusals.ts';
import type { Payloads } from '../payloads.ts';
import { refuseVariant, sentVariant } from '../sent-variant.ts';
import { refuseUnsigned } from './sign-off.ts';
import { demandsOn, splitByReply } from '../requirements.ts';
import type { Missing, Refusal } from '../types.ts';
import { anyOf, partyLabel } from '../words.ts';

/** Sends to the recipients named, else to everybody asked for who has not been sent it yet. Parties of the procedure may be named besides, unless it leaves to rules whom it goes to. */
export function sendExchange(attempt: Attempt, body: Body<'sendExchange'>): Verdict {
  const stands = standing(attempt, body.task, true);
  if (isRefusal(stands)) return stands;
  if (stands.task.shape !== 'exchange') return say(attempt, 'not-due-here', { what: stands.what, because: 'it is not something that is sent.' });
  const departures = judged(attempt, stands, body.answers, { reason: body.reason, channel: body.channel });
  if (isRefusal(departures)) return departures;
  const recipients = addressees(attempt, stands, body);
  if (isRefusal(recipients)) return recipients;
  const unsigned = refuseUnsigned(attempt, stands);
  if (unsigned) return unsigned;
  return refuseVariant(attempt, stands, body.variant, recipients) ?? refuseUngated(attempt, stands, recipients, body.answers) ?? [{ type: 'exchangeSent', payload: withDepartures(sending(attempt, stands, body, recipients), departures) }];
}

/** What is written of a sending; the variant is assigned, since a spread on condition is slow. */
function sending(attempt: Attempt, stands: Standing, body: Body<'sendExchange'>, recipients: readonly Id[]): Payloads['exchangeSent'] {
  const payload: Body<'sendExchange'> & { recipients: readonly Id[]; variant?: Id } = { ...body, recipients };
  const variant = sentVariant(attempt, stands, body.variant);
  if (variant !== undefined) payload.variant = variant;
  return payload;
}

function addressees(attempt: Attempt, { id, task, what, record }: Standing, body: Body<'sendExchange'>): readonly Id[] | Refusal {
  const { compiled, folded, now } = attempt;
  const said = saidFor(compiled.procedure, folded, id, body.answers);
  // Rules are asked anew, because an answer given with the sending may name a recipient.
  const namedByRules = compiled.plans.onRecipients.has(id);
  const ruled = namedByRules ? demandsOn(compiled, folded, id, now, said).flatMap(({ effect, target, waits }) => (effect === 'require' && 'recipients' in target && !waits ? target.recipients : [])) : [];
  const known = [...new Set([...recipientsAsked(compiled, folded, id, now, said), ...ruled, ...(record?.recipients ?? []).map(({ party }) => party)])];
  const unsent = known.filter((party) => record?.recipients.find((recipient) => recipient.party === party)?.sent === undefined);
  const besides = task.to === undefined && task.per === undefined ? {} : compiled.procedure.parties;
  const strangers = (body.recipients ?? []).filter((party) => !known.includes(party) && !besides[party]);
  if (strangers.length > 0) return say(attempt, 'unknown-recipient', { what, because: anyOf(named(attempt, strangers)), missing: missing(attempt, strangers) });
  const chosen = body.recipients ?? unsent;
  if (known.length === 0 && chosen.length === 0) return say(attempt, 'unknown-recipient', { what });
  return chosen.some((party) => unsent.includes(party) || !known.includes(party)) || (chosen.length > 0 && body.reason?.trim()) ? chosen : say(attempt, 'already-done', { what });
}

const named = ({ compiled }: Attempt, parties: readonly Id[]): readonly string[] => parties.map((id) => partyLabel(compiled.procedure, id));
const missing = ({ compiled }: Attempt, parties: readonly Id[]): readonly Missing[] => parties.map((id) => ({ kind: 'recipient', id, label: partyLabel(compiled.procedure, id) }));

const replyStates: readonly ReplyState[] = ['asked', 'acknowledged', 'received', 'accepted', 'sent-back', 'declined', 'no-answer', 'not-needed', 'withdrawn'];

/** Records a reply, by those who do the task, by the recipient, or on behalf of one outside. */
export function recordReply(attempt: Attempt, body: Body<'recordReply'>): Verdict {
  const { compiled, folded, now } = attempt;
  const stands = standing(attempt, body.task, true);
  const answering = isRefusal(stands) && stands.code === 'wrong-role' && mayAnswer(attempt, body);
  if (isRefusal(stands) && !answering) return stands;
  const record = recordOf(folded, body.task);
  const what = isRefusal(stands) ? 'This reply' : stands.what;
  if (compiled.procedure.tasks[body.task]?.shape !== 'exchange' || !record) return say(attempt, 'not-open', { what });
  const known = record.recipients.some(({ party }) => party === body.recipient) || recipientsAsked(compiled, folded, body.task, now).includes(body.recipient);
  if (!known) return say(attempt, 'unknown-recipient', { what, because: partyLabel(compiled.procedure, body.recipient), missing: missing(attempt, [body.recipient]) });
  if (body.state === 'accepted' && compiled.procedure.tasks[body.task]?.signOff) return say(attempt, 'not-due-here', { what, because: 'it is accepted by those who sign it off.', remedy: 'Record that it was received; those who sign it off accept it or send it back.' });
  if (!replyStates.includes(body.state)) return say(attempt, 'bad-answer', { because: 'A reply cannot be in that state.' });
  return refuseAnswers(compiled.procedure, body.answers, now) ?? refuseChase(attempt, body) ?? refuseReply(attempt, body, what) ?? [{ type: 'replyRecorded', payload: body }];
}

/** The next chase is a real day, not before the day of this one. */
function refuseChase(attempt: Attempt, { chaseNext }: Body<'recordReply'>): Refusal | undefined {
  const day = parseMoment(chaseNext ?? '') === undefined ? undefined : parseDay((chaseNext ?? '').slice(0, 10));
  if (chaseNext === undefined || (day !== undefined && day >= londonDay(attempt.occurred))) return undefined;
  return say(attempt, 'bad-date', { what: `“${chaseNext}”`, ...(day !== undefined && { because: 'comes before this chase' }), missing: [{ kind: 'date', id: 'chaseNext', label: 'Next chase' }] });
}

/** A reply that came gives what the rules ask of it, now or with an earlier part; they read its own answers first. */
function refuseReply({ compiled, folded, now }: Attempt, { task, recipient, state, answers, reason }: Body<'recordReply'>, label: string): Refusal | undefined {
  if ((state !== 'received' && state !== 'accepted') || !compiled.plans.onReplies.has(task)) return undefined;
  const earlier = recordOf(folded, task)?.recipients.find(({ party }) => party === recipient)?.answers;
  const own = earlier ? { ...earlier, ...answers } : answers;
  const { ofReply } = splitByReply(compiled, task, demandsOn(compiled, folded, task, now, own));
  const verdict = judge(compiled.procedure, ofReply, { subject: task, label, answerTo: (question) => own?.[question], reason });
  return isRefusal(verdict) ? verdict : undefined;
}

/** A recipient answers for itself; so does the author whom the task names. */
function mayAnswer({ compiled, folded, actor, occurred }: Attempt, { task, recipient }: Body<'recordReply'>): boolean {
  const { reply, afterClosing } = compiled.procedure.tasks[task] ?? {};
  const author = reply?.author;
  return (folded.closed === undefined || afterClosing === true) && actingAs(compiled, folded, actor, [recipient, ...(author === undefined ? [] : [author])], occurred) !== undefined;
}

export function addRecipient(attempt: Attempt, body: Body<'addRecipient'>): Verdict {
  const stands = standing(attempt, body.task, true);
  if (isRefusal(stands)) return stands;
  if (stands.task.shape !== 'exchange') return say(attempt, 'not-due-here', { what: stands.what, because: 'it is not something that is sent.' });
  if (body.recipient.trim() === '') return say(attempt, 'missing-field', { what: stands.what, because: 'a recipient' });
  if (stands.record?.recipients.some(({ party }) => party === body.recipient)) return say(attempt, 'already-done', { what: `${stands.what} for ${partyLabel(attempt.compiled.procedure, body.recipient)}` });
  return [{ type: 'recipientAdded', payload: body }];
}


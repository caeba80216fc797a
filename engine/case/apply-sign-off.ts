// What a signature does to a case: the record, reply or document goes to the next signer, is done, or goes back. What
// depends on a task hears of it when the last has signed.
import type { Id } from '../procedure/types.ts';
import type { Act, Apply } from './apply.ts';
import { ownRecord, type OwnRecord } from './folded.ts';
import { complete, type Settling } from './settle.ts';
import { afterStep, submitted } from './sign-off.ts';
import type { Recipient, SignOffAct, Signing } from './types.ts';
import { flagTask } from './unsupported.ts';

/** The act of a task is over: it is done, or goes to those who sign it off. */
export function finishAct(settling: Settling, record: OwnRecord): void {
  const steps = settling.compiled.procedure.tasks[record.task]?.signOff;
  if (steps) record.signing = submitted(record.signing, settling.at);
  else complete(settling, record);
}

/** `answers` are put into the case by `apply`, where those of every act are. */
export const signOff: Apply<'signedOff'> = (act, { task, recipient, document, options, ...body }) => {
  const { draft } = act.settling;
  const signed = actOf(act, body);
  if (document !== undefined) return signDocument(act, document, signed);
  const record = task === undefined ? undefined : ownRecord(draft, task);
  if (!record) return;
  if (recipient === undefined) signRecord(act, record, signed, options);
  else record.recipients = record.recipients.map((one) => (one.party === recipient ? signReply(act, record, one, signed) : one));
};

/** A document that goes back is drawn up anew outside; the first signer sees it next. */
function signDocument({ settling: { compiled: { procedure }, draft } }: Act, document: Id, signed: SignOffAct): void {
  const before = draft.documents?.[document] ?? submitted(undefined, signed.at);
  const after = afterStep(before, procedure.documents?.[document]?.signOff ?? [], { ...signed, round: before.round });
  const again = after.step === undefined && after.signed === undefined ? { ...after, step: 0, since: signed.at } : after;
  draft.documents = { ...draft.documents, [document]: again };
}

function actOf({ event }: Act, { step, does, reason }: Pick<SignOffAct, 'step' | 'does' | 'reason'>): SignOffAct {
  return { step, does, round: 0, by: event.actor, at: event.occurred, ...(reason !== undefined && { reason }) };
}

function stepped({ settling: { compiled: { procedure } } }: Act, task: string, before: Signing, signed: SignOffAct): Signing {
  return afterStep(before, procedure.tasks[task]?.signOff ?? [], { ...signed, round: before.round });
}

function signRecord(act: Act, record: OwnRecord, signed: SignOffAct, options: OwnRecord['options']): void {
  if (record.signing?.step !== signed.step) flagTask(act, record.task);
  if (!record.signing) return;
  record.signing = stepped(act, record.task, record.signing, signed);
  if (options && (signed.does === 'overturn' || signed.does === 'amend')) record.options = options;
  if (record.signing.signed !== undefined && record.state === 'open') complete(act.settling, record);
}

function signReply(act: Act, { task }: OwnRecord, reply: Recipient, signed: SignOffAct): Recipient {
  if (!reply.signing) return reply;
  const signing = stepped(act, task, reply.signing, signed);
  const state = signed.does === 'send-back' ? 'sent-back' : signing.signed === undefined ? reply.state : 'accepted';
  return { ...reply, signing, state, ...(state !== reply.state && { changed: signed.at }), ...(signed.reason !== undefined && { reason: signed.reason }) };
}

// What each event does to the records of a case: answers, tasks, recipients, absences. Acts stand whatever later
// came to light: one that nothing asked for at its time is kept and noted, never dropped and never refused here.
import type { Id } from '../procedure/types.ts';
import { addAnswers, asksAfresh, forgetOthers, ownOf, setOwnAnswers } from './act-answers.ts';
import { formFor } from './chosen.ts';
import { holdsFrom, putAnswer } from './dated-answers.ts';
import { addRecord, copyOfRecipient, inside, note, ownList, ownMap, ownRecord, recordOf, touch, type OwnRecord } from './folded.ts';
import { formDone, repliedOn } from './form-versions.ts';
import { freshRecord, isOffered } from './lifecycle.ts';
import { hasCome } from './recipients.ts';
import { trigger, type Settling } from './settle.ts';
import type { Answer, Answers, CaseEvent, EventType, Recipient, TaskRecord } from './types.ts';
import type { Instant } from '../time/types.ts';
import { readPayload, type Payloads } from './payloads.ts';
import { confirmHold, releaseHold, startHold } from './apply-holds.ts';
import { endAppointment, makeAppointment } from './apply-people.ts';
import { recordRelation, takeUpAgain } from './apply-relations.ts';
import { finishAct, signOff } from './apply-sign-off.ts';
import { withdrawLane } from './joins.ts';
import { submitted } from './sign-off.ts';
import { noteSignatures, unlock } from './sections.ts';
import { flagTask, flagUnsupported } from './unsupported.ts';
import { sentence, taskLabel } from './words.ts';

/** What corrections make of earlier answers. */
export interface Corrections {
  /** Answers in the place of those that an event brought, by the event's id. */
  readonly get: (event: string) => Answers | undefined;
  /** Questions corrected after an event was entered. */
  readonly since: (event: CaseEvent) => readonly Id[];
}

export interface Act { readonly settling: Settling; readonly event: CaseEvent; readonly corrections: Corrections }
export type Apply<T extends EventType> = (act: Act, payload: Payloads[T]) => void;

const appliers: { readonly [T in Exclude<EventType, 'caseOpened'>]: Apply<T> } = {
  answersRecorded: recordAnswers,
  taskCompleted: completeTask,
  exchangeSent: sendExchange,
  replyRecorded: recordReply,
  recipientAdded: (act, { task, recipient }) => putRecipient(recordToAct(act, task, true), { party: recipient, state: 'asked', changed: act.event.occurred }),
  taskPlanned: (act, { task, on }) => {
    recordToAct(act, task).planned = on;
  },
  viewRecorded: (act, { task, views, answers }) => {
    setAnswers(act, answers);
    const record = recordToAct(act, task);
    setOwnAnswers(act.settling.compiled.procedure, record, answers && corrected(act, answers));
    record.views = views;
  },
  decisionTaken: takeDecision,
  transitionChosen: chooseTransition,
  taskRaised: ({ settling: { draft }, event }, { task }) => {
    addRecord(draft, freshRecord(draft, task, event.occurred));
  },
  taskWithdrawn: withdrawTask,
  timescaleExtended: ({ settling: { draft }, event }, { timescale, to, reason }) => {
    ownList(draft, 'extensions').push({ timescale, to, reason, by: event.actor, at: event.occurred });
    touch(draft, 'adjusted', timescale);
  },
  dateAgreed: ({ settling: { draft }, event }, { timescale, on, reason = '' }) => {
    const first = draft.extensions.every((one) => one.timescale !== timescale);
    ownList(draft, 'extensions').push({ timescale, to: on, reason, by: event.actor, at: event.occurred, ...(first && { first }) });
    touch(draft, 'adjusted', timescale);
  },
  lapseExplained: ({ settling: { draft } }, { timescale, reason }) => {
    ownMap(draft, 'explained')[timescale] = reason;
  },
  absenceRecorded: ({ settling: { draft } }, { party, from, until }) => {
    ownList(draft, 'absences').push({ party, from, ...(until !== undefined && { until }) });
    touch(draft, 'absence');
  },
  appointmentMade: makeAppointment,
  appointmentEnded: endAppointment,
  relationRecorded: (act, payload) => {
    setAnswers(act, payload.answers);
    recordRelation(act, payload);
  },
  holdStarted: startHold,
  holdReleased: releaseHold,
  sectionUnlocked: ({ settling: { compiled, draft }, event }, { form, section, reason }) => unlock(compiled.procedure, draft, event, form, section, reason),
  // A confirmation changes nothing in the case; findings read it from the log.
  actConfirmed: () => undefined,
  noteAdded: () => undefined,
  // Who does a task changes nothing in the case; it is read from the log.
  taskAssigned: () => undefined,
  caseClosed: ({ settling: { draft }, event }) => {
    draft.closed = event.occurred;
  },
  caseReopened: ({ settling }) => takeUpAgain(settling),
  caseMerged: setAside,
  caseTransferred: setAside,
  // Told of in the log; what they end is left out when it is told (replay.ts).
  mergeReceived: () => undefined,
  mergeUndone: () => undefined,
  transferTakenBack: () => undefined,
  caseTakenIn: () => undefined,
  settingChosen: ({ settling: { draft } }, { setting, value }) => {
    draft.settings = { ...draft.settings, [setting]: value };
  },
  holdConfirmed: confirmHold,
  signedOff: (act, payload) => {
    setAnswers(act, payload.answers);
    signOff(act, payload);
  },
  // The log is told on from a move on the version it names (replay.ts), and as if it had never been where it is undone.
  caseMoved: () => undefined,
  moveUndone: () => undefined,
};

/** Applies an event to the draft; triggers are left for `settle`. The first event of a case is not applied but opens it. */
export function apply(settling: Settling, event: CaseEvent, corrections: Corrections): void {
  if (event.type === 'caseOpened') return;
  // One applier for each type, checked by the mapped type above; the payload is what its command checked.
  const applier = appliers[event.type] as (act: Act, payload: object) => void;
  const act = { settling, event, corrections };
  flagUnsupported(act, readPayload(event));
  applier(act, readPayload(event));
}

/** Puts answers into the case, in their corrected form where there is one. */
export function setAnswers(act: Act, answers: Answers | undefined): void {
  if (!answers) return;
  const { settling: { compiled: { procedure }, draft }, event } = act;
  const from = holdsFrom(event);
  const given = corrected(act, answers);
  for (const question of Object.keys(given)) putAnswer(draft, event, from, question, given[question] as Answer);
  noteSignatures(procedure, draft, event, given);
}

function recordAnswers(act: Act, { task, mode, answers }: Payloads['answersRecorded']): void {
  const { draft, compiled: { procedure } } = act.settling;
  setAnswers(act, answers);
  const record = task === undefined || mode === 'correct' || !asksAfresh(procedure, task) ? undefined : ownRecord(draft, task);
  if (record) addAnswers(procedure, record, answers && corrected(act, answers));
}

function corrected({ event, corrections }: Act, answers: Answers): Answers {
  const correction = corrections.get(event.id);
  return correction ? { ...answers, ...correction } : answers;
}

/** The record that an act is about: the open one, or a new one. `again`: a record that is done may be added to. */
function recordToAct(act: Act, task: Id, again = false): OwnRecord {
  const { compiled, draft, at } = act.settling;
  const state = recordOf(draft, task)?.state;
  const own = state === 'open' || (again && state === 'done') ? ownRecord(draft, task) : undefined;
  if (own) return own;
  const plan = compiled.plans.tasks.get(task);
  if (!plan || !isOffered(compiled, draft, plan)) flagTask(act, task);
  return addRecord(draft, freshRecord(draft, task, at));
}

/** The same with the answers that belong to this act; what an earlier one said is the case's no longer. */
function recordWithAnswers(act: Act, task: Id, answers: Answers | undefined, again = false): OwnRecord {
  const { draft, compiled, compiled: { procedure } } = act.settling;
  const record = recordToAct(act, task, again);
  setOwnAnswers(procedure, record, answers && corrected(act, answers));
  const form = formDone(procedure, formFor(compiled, draft, task).form);
  if (form) record.form = form;
  forgetOthers(procedure, draft, record);
  return record;
}

function completeTask(act: Act, { task, answers, evidence, meeting, departures = [] }: Payloads['taskCompleted']): void {
  setAnswers(act, answers);
  const record = recordWithAnswers(act, task, answers);
  noteDepartures(act, task, departures);
  record.by = act.event.actor;
  record.departures = departures;
  if (evidence !== undefined) record.evidence = evidence;
  if (meeting) record.meeting = meeting;
  finishAct(act.settling, record);
}

function takeDecision(act: Act, { task, options, answers, reasons, views = [], meeting, departures = [] }: Payloads['decisionTaken']): void {
  setAnswers(act, answers);
  const record = recordWithAnswers(act, task, answers);
  noteDepartures(act, task, departures);
  record.by = act.event.actor;
  record.options = options;
  record.views = views;
  record.departures = departures;
  if (reasons !== undefined) record.reasons = reasons;
  if (meeting) record.meeting = meeting;
  finishAct(act.settling, record);
}

function noteDepartures({ settling: { draft, compiled }, event }: Act, task: Id, departures: TaskRecord['departures']): void {
  for (const { rule, reason } of departures) {
    const words = `“${taskLabel(compiled.procedure, task)}” departs from a rule${reason === undefined ? ', without a recorded reason.' : `: ${sentence(reason)}`}`;
    note(draft, { code: 'departure', task, rule, event: event.id, words });
  }
}

function sendExchange(act: Act, { task, recipients, answers, evidence, departures = [] }: Payloads['exchangeSent']): void {
  const { settling: { at }, event } = act;
  setAnswers(act, answers);
  noteDepartures(act, task, departures);
  const record = recordWithAnswers(act, task, answers, true);
  const told = ownOf(act.settling.compiled.procedure, task, answers && corrected(act, answers));
  for (const party of recipients) putRecipient(record, sentTo(record, party, at, evidence, told));
  record.sent ??= at;
  record.by ??= event.actor;
  record.departures = [...record.departures, ...departures];
}

/** What was received before a sending does not answer it. */
function sentTo({ recipients }: TaskRecord, party: Id, at: Instant, evidence: string | undefined, told: Answers): Recipient {
  const sent = copyOfRecipient(recipients.find((one) => one.party === party) ?? { party, state: 'asked', changed: at });
  sent.state = 'asked';
  sent.sent = at;
  sent.changed = at;
  sent.received = undefined;
  sent.resubmitted = undefined;
  sent.chased = undefined;
  if (evidence !== undefined) sent.evidence = evidence;
  sent.told = Object.keys(told).length > 0 ? told : undefined;
  return sent as Recipient;
}

function recordReply(act: Act, { task, recipient, state, answers, reason, evidence, chaseNext }: Payloads['replyRecorded']): void {
  const record = recordToAct(act, task, true);
  const known = record.recipients.find(({ party }) => party === recipient);
  const reply = copyOfRecipient(known ?? { party: recipient, state, changed: act.event.occurred });
  reply.state = state;
  reply.changed = act.event.occurred;
  if (known?.received === undefined && hasCome(act.settling.compiled.procedure.tasks[task], state)) reply.received = act.event.occurred;
  if (known?.state === 'sent-back' && state !== 'sent-back' && hasCome(act.settling.compiled.procedure.tasks[task], state)) reply.resubmitted = act.event.occurred;
  if (state === 'received' && act.settling.compiled.procedure.tasks[task]?.signOff) reply.signing = submitted(known?.signing, act.event.occurred);
  if (answers) reply.answers = { ...known?.answers, ...answers, ...act.corrections.get(act.event.id) };
  if (reason !== undefined) reply.reason = reason;
  if (evidence !== undefined) reply.evidence = evidence;
  if (state === 'asked' && known?.sent !== undefined) reply.chased = { times: (known.chased?.times ?? 0) + 1, last: act.event.occurred, ...(chaseNext !== undefined && { next: chaseNext }) };
  const formVersion = repliedOn(act.settling.compiled.procedure, task);
  if (formVersion !== undefined) reply.formVersion = formVersion;
  putRecipient(record, reply as Recipient);
}

/** A further recipient, or one whose reply is sent back, opens a complete exchange again once the case settles. */
function putRecipient(record: OwnRecord, recipient: Recipient): void {
  const index = record.recipients.findIndex(({ party }) => party === recipient.party);
  record.recipients = index < 0 ? [...record.recipients, recipient] : record.recipients.with(index, recipient);
}

function chooseTransition(act: Act, { transition, reason }: Payloads['transitionChosen']): void {
  if (act.settling.compiled.repeated.length > 0) withdrawLane(act, transition, reason);
  trigger(act.settling, `chosen.${transition}`);
}

/** The case goes on elsewhere: here it is closed, unless it was before. */
function setAside({ settling: { draft }, event }: Act): void {
  draft.closed ??= event.occurred;
  draft[inside].aside = true;
}

function withdrawTask({ settling: { draft } }: Act, { task, reason }: Payloads['taskWithdrawn']): void {
  const record = recordOf(draft, task)?.state === 'open' ? ownRecord(draft, task) : undefined;
  if (!record) return;
  record.state = 'withdrawn';
  record.reasons = reason;
}

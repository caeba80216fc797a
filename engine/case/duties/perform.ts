// A command about the procedure's duties is tried on their log: accepted, it becomes one sealed event; refused, it becomes
// a refusal in words and the log is as it was. As with a case, the time and the ids are handed in.
import type { Duty } from '../../procedure/types.ts';
import { civilDate, londonDay, parseDay, type Instant } from '../../time/index.ts';
import type { CompiledProcedure } from '../compile.ts';
import { partyOf } from '../doers.ts';
import { seal } from '../hash.ts';
import { isRefusal, refuse, type RefusalDetail } from '../refusals.ts';
import type { Actor, Refusal, RefusalCode } from '../types.ts';
import { anyOf, partyLabel, textOf } from '../words.ts';
import type { DutyPayloads } from './log.ts';
import type { DutyBody, DutyCommand, DutyEvent, DutyEventType, DutyOutcome } from './types.ts';

/** Who tries it, in which role, and when it is entered. */
export interface DutyActing { readonly now: Instant; readonly role: string; readonly person: string; readonly onBehalfOf?: string }

type Writing = { readonly [T in DutyEventType]: { readonly type: T; readonly payload: DutyPayloads[T] } }[DutyEventType];
interface Attempt { readonly compiled: CompiledProcedure; readonly log: readonly DutyEvent[]; readonly actor: Actor; readonly now: Instant; readonly occurred: Instant }

/**
 * Tries a command on the log of the procedure's duties; `[]` before anything is recorded. It takes effect at `occurred`
 * (absent: now). A command whose id is in the log already is recognised: accepted, without events.
 */
export function performDuty(compiled: CompiledProcedure, log: readonly DutyEvent[], command: DutyCommand, { now, role, person, onBehalfOf }: DutyActing): DutyOutcome {
  if (log.some(({ id }) => id === command.id)) return { ok: true, events: [], log, repeated: true };
  const { id, salt, occurred = now, ...body } = command;
  const attempt: Attempt = { compiled, log, now, occurred, actor: { person, role, ...(onBehalfOf !== undefined && { onBehalfOf }) } };
  const written = unfit(attempt) ?? attemptBy(attempt, body);
  if (isRefusal(written)) return { ok: false, refusal: written };
  const event = seal({ id, case: compiled.procedure.id, seq: log.length + 1, type: written.type, procedure: compiled.pin, occurred, recorded: now, actor: attempt.actor, payload: { ...written.payload }, salt, previous: log.at(-1)?.hash ?? '' });
  return { ok: true, events: [event], log: [...log, event] };
}

const say = ({ compiled }: Attempt, code: RefusalCode, detail: RefusalDetail): Refusal => refuse(compiled.procedure, code, detail);

function unfit(attempt: Attempt): Refusal | undefined {
  const { compiled: { procedure }, actor, occurred, now } = attempt;
  if (!Number.isFinite(occurred)) return say(attempt, 'bad-date', { what: 'The time of the act' });
  if (occurred > now) return say(attempt, 'in-future', { missing: [{ kind: 'date', id: 'occurred', label: 'When it happened' }] });
  return procedure.parties[actor.role] ? undefined : say(attempt, 'wrong-role', { what: 'This', because: 'a role of this procedure' });
}

function attemptBy(attempt: Attempt, body: DutyBody): Writing | Refusal {
  switch (body.type) {
    case 'keepDuties': return keep(attempt, body);
    case 'performDuty': return done(attempt, body);
    case 'explainDuty': return explained(attempt, body);
    case 'withdrawDuty': return withdrawn(attempt, body);
  }
}

type Body<T extends DutyBody['type']> = Extract<DutyBody, { readonly type: T }>;

/** Any role of the procedure may say so; who did is in the log. */
function keep(attempt: Attempt, { from }: Body<'keepDuties'>): Writing | Refusal {
  const day = parseDay(from);
  if (day === undefined) return badDay(attempt, from);
  return day > londonDay(attempt.now) ? badDay(attempt, from, 'has not come yet') : { type: 'dutiesKept', payload: { from } };
}

function done(attempt: Attempt, { type: _type, ...body }: Body<'performDuty'>): Writing | Refusal {
  const duty = owed(attempt, body.duty);
  if (isRefusal(duty)) return duty;
  const wrong = badRound(attempt, body.round);
  if (wrong) return wrong;
  const { procedure } = attempt.compiled;
  const recipients = body.recipients ?? duty.to ?? [];
  const strangers = recipients.filter((party) => !procedure.parties[party]);
  if (strangers.length > 0) return say(attempt, 'unknown-recipient', { what: whatOf(duty, body.duty), because: anyOf(strangers), missing: strangers.map((id) => ({ kind: 'recipient', id, label: id })) });
  return { type: 'dutyPerformed', payload: { ...body, recipients } };
}

function explained(attempt: Attempt, { type: _type, ...body }: Body<'explainDuty'>): Writing | Refusal {
  const duty = owed(attempt, body.duty);
  if (isRefusal(duty)) return duty;
  if (!body.reason.trim()) return say(attempt, 'missing-reason', { what: whatOf(duty, body.duty), missing: [{ kind: 'reason', id: body.duty, label: whatOf(duty, body.duty) }] });
  return badRound(attempt, body.round) ?? { type: 'dutyExplained', payload: body };
}

/** By those whose duty it is: an entry that nobody may correct would stand for ever. */
function withdrawn(attempt: Attempt, { event, reason }: Body<'withdrawDuty'>): Writing | Refusal {
  const entry = attempt.log.find(({ id }) => id === event);
  const again = attempt.log.some(({ type, payload }) => type === 'dutyWithdrawn' && payload['event'] === event);
  if (!entry || entry.type === 'dutyWithdrawn') return say(attempt, 'unknown-task', { what: event });
  if (again) return say(attempt, 'already-done', { what: 'Withdrawing the entry' });
  const duty = typeof entry.payload['duty'] === 'string' ? owed(attempt, entry.payload['duty']) : undefined;
  if (duty && isRefusal(duty)) return duty;
  if (!reason.trim()) return say(attempt, 'missing-reason', { what: 'To withdraw an entry', missing: [{ kind: 'reason', id: event, label: 'Reason' }] });
  return { type: 'dutyWithdrawn', payload: { event, reason } };
}

/** The duty, where it falls to the actor. */
function owed(attempt: Attempt, id: string): Duty | Refusal {
  const { compiled: { procedure }, actor } = attempt;
  const duty = procedure.duties?.[id];
  if (!duty) return say(attempt, 'unknown-task', { what: id });
  if (partyOf(procedure, actor, duty.by) !== undefined) return duty;
  return say(attempt, 'wrong-role', { what: whatOf(duty, id), because: anyOf(duty.by.map((party) => partyLabel(procedure, party))), missing: duty.by.map((party) => ({ kind: 'role', id: party, label: partyLabel(procedure, party) })) });
}

const whatOf = ({ label }: Duty, id: string): string => `“${textOf(label) ?? id}”`;

function badRound(attempt: Attempt, round: string | undefined): Refusal | undefined {
  const day = round === undefined ? undefined : parseDay(round);
  if (round === undefined || (day !== undefined && day <= londonDay(attempt.now))) return undefined;
  return badDay(attempt, round, day === undefined ? undefined : `lies in a round that has not begun by ${civilDate(londonDay(attempt.now))}`);
}

const badDay = (attempt: Attempt, text: string, because?: string): Refusal => say(attempt, 'bad-date', { what: `“${text}”`, ...(because !== undefined && { because }), missing: [{ kind: 'date', id: 'date', label: 'Date' }] });

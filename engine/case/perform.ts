// A command is tried on a case: accepted, it becomes sealed events and the case after them; refused, it becomes a
// refusal in words and the case is as it was. Nothing here asks what time it is or makes an id: both are handed in.
import type { Id } from '../procedure/types.ts';
import type { Instant } from '../time/index.ts';
import { isWritten, say, type Attempt, type Try, type Verdict, type Writing } from './attempt.ts';
import { agreeDate } from './commands/agree.ts';
import { appoint, endAppointment } from './commands/appoint.ts';
import { closeCase, reopenCase } from './commands/closing.ts';
import { confirmAct } from './commands/confirm.ts';
import { decide } from './commands/decide.ts';
import { addRecipient, recordReply, sendExchange } from './commands/exchange.ts';
import { assignTask } from './commands/assign.ts';
import { addNote, recordAbsence, recordAnswers } from './commands/facts.ts';
import { confirmHold, releaseHold, startHold } from './commands/hold.ts';
import { moveCase, undoMove } from './commands/move.ts';
import { openCase } from './commands/open.ts';
import { mergeCase, receiveMerge, refuseAside, takeBack, takeIn, transferCase, undoMerge } from './commands/parting.ts';
import { completeTask, planTask, raiseTask, withdrawTask } from './commands/tasks.ts';
import { recordRelation } from './commands/relate.ts';
import { unlockSection } from './commands/unlock.ts';
import { chooseSetting } from './commands/settings.ts';
import { signOff } from './commands/sign-off.ts';
import { explainLapse, extendTimescale, takeTransition } from './commands/transitions.ts';
import type { CompiledProcedure, Versions } from './compile.ts';
import { openDraft } from './fold.ts';
import { finish, inside, type Folded } from './folded.ts';
import { seal, type Unsealed } from './hash.ts';
import { closingAt } from './in-force.ts';
import { caseAt, extend, replayWith, UnreadableLog } from './replay.ts';
import type { Case, CaseEvent, Command, CommandType, EventType, Outcome } from './types.ts';
import { textOf } from './words.ts';

/** Who tries it, in which role, and when it is entered. */
export interface Acting {
  readonly now: Instant;
  readonly role: Id;
  readonly person: string;
  readonly onBehalfOf?: Id;
  /** For `openCase` where versions of several procedures are held: on which to open. */
  readonly procedure?: Id;
  /** Only to see what would come of it: events come out without their hashes, so they can be told and not kept. */
  readonly unsealed?: boolean;
}

const tries: { readonly [T in CommandType]: Try<T> } = {
  openCase, recordAnswers, completeTask, sendExchange, recordReply, addRecipient, planTask, decide, takeTransition, raiseTask,
  withdrawTask, extendTimescale, explainLapse, recordAbsence, appoint, endAppointment, recordRelation, startHold, releaseHold, agreeDate, unlockSection, confirmAct, addNote, assignTask, closeCase, reopenCase, moveCase, undoMove, signOff, chooseSetting, confirmHold,
  mergeCase, receiveMerge, undoMerge, transferCase, takeBack, takeIn,
};

/**
 * Tries a command on a case, or on its log; `[]` for a case not opened yet. It is judged on the case as recorded at
 * `now`, and takes effect at `occurred` (absent: now). A command whose id is in the log already is recognised:
 * accepted, without events. Throws UnreadableLog for a version that is not held, EndlessLoop when the procedure does
 * not come to rest; in either case nothing has changed.
 */
export function perform(versions: Versions, held: Case | readonly CaseEvent[], command: Command, acting: Acting): Outcome {
  const events = 'events' in held ? held.events : held;
  if (events.length === 0) return open(versions, command, acting);
  const { compiled, folded } = caseAt(versions, held, acting.now);
  if (folded[inside].ids.isIn(events, command.id)) return { ok: true, events: [], case: folded, repeated: true };
  const attempt = attemptOf(versions, compiled, folded, command, acting);
  const verdict = lateEntry(versions, attempt, command, judgedBy(attempt, command));
  if (!isWritten(verdict)) return { ok: false, refusal: verdict };
  const written = write(attempt, command, verdict, events, acting.unsealed === true ? leaveOpen : seal);
  return { ok: true, events: written, case: extend(versions, compiled, folded, written, acting.now) };
}

const judgedBy = (attempt: Attempt, command: Command): Verdict => unfit(attempt, command) ?? attemptBy(attempt, command);

/** An act that is entered late and refused is judged once more without the clocks that ran out after it happened: they may have run out only because it was not entered yet. */
function lateEntry(versions: Versions, attempt: Attempt, command: Command, verdict: Verdict): Verdict {
  const { folded, occurred, now } = attempt;
  if (isWritten(verdict) || occurred >= now) return verdict;
  const then = caseAt(versions, folded, occurred).folded;
  if (then.visits.length === folded.visits.length && then.closed === folded.closed) return verdict;
  const again = judgedBy({ ...attempt, folded: then }, command);
  return isWritten(again) ? again : verdict;
}

function open(versions: Versions, command: Command, acting: Acting): Outcome {
  const compiled = versions.latest(acting.procedure);
  if (!compiled) throw new UnreadableLog('No version of the procedure is held here.');
  const attempt = attemptOf(versions, compiled, beforeDoor(compiled, command, acting), command, acting);
  if (command.type !== 'openCase') return { ok: false, refusal: say(attempt, 'not-open', { what: 'The case', because: 'Open the case first.' }) };
  const verdict = unfit(attempt, command) ?? openCase(attempt, bodyOf(command));
  if (!isWritten(verdict)) return { ok: false, refusal: verdict };
  const events = write(attempt, command, verdict, [], acting.unsealed === true ? leaveOpen : seal);
  return { ok: true, events, case: replayWith(versions, compiled, events, acting.now) };
}

/** A case that nobody has entered: what an opening is judged on. */
function beforeDoor(compiled: CompiledProcedure, command: Command, acting: Acting): Folded {
  const payload = { case: '', reference: '', door: '', answers: {} };
  const nobody = { person: acting.person, role: acting.role };
  return finish(openDraft(compiled, { id: command.id, case: '', seq: 0, type: 'caseOpened', procedure: compiled.pin, occurred: acting.now, recorded: acting.now, actor: nobody, payload, salt: '', digest: '', previous: '', hash: '' }));
}

function attemptOf(versions: Versions, compiled: CompiledProcedure, folded: Folded, { occurred }: Command, { now, role, person, onBehalfOf }: Acting): Attempt {
  return { versions, compiled, folded, now, occurred: occurred ?? now, actor: onBehalfOf === undefined ? { person, role } : { person, role, onBehalfOf } };
}

/** What no command may be: in the future, in a role that the procedure does not have, or on a case that is closed or goes on elsewhere. */
function unfit(attempt: Attempt, { type }: Command): ReturnType<typeof say> | undefined {
  const { compiled: { procedure }, actor, occurred, now, folded } = attempt;
  if (!Number.isFinite(occurred)) return say(attempt, 'bad-date', { what: 'The time of the act' });
  if (occurred > now) return say(attempt, 'in-future', { missing: [{ kind: 'date', id: 'occurred', label: 'When it happened' }] });
  if (!procedure.parties[actor.role]) return say(attempt, 'wrong-role', { what: 'This', because: 'a role of this procedure' });
  if (type === 'openCase' && folded.events.length > 0) return say(attempt, 'already-done', { what: 'Opening the case' });
  const aside = refuseAside(attempt, type);
  if (aside) return aside;
  return folded.closed !== undefined && !afterClosing.has(type) && !(type === 'undoMove' && closedByMove(folded)) ? closed(attempt) : undefined;
}

/** A case that came to its end by being moved: the move can be undone as if it had not. */
const closedByMove = ({ events }: Folded): boolean => events.at(-1)?.type === 'caseMoved';

/** Commands that a closed case may still take; those about a task only where it outlives the closing. */
const afterClosing: ReadonlySet<CommandType> = new Set(['addNote', 'assignTask', 'confirmAct', 'recordRelation', 'reopenCase', 'completeTask', 'sendExchange', 'recordReply', 'addRecipient', 'planTask', 'decide', 'raiseTask', 'withdrawTask', 'signOff', 'mergeCase', 'undoMerge', 'transferCase', 'takeBack', 'takeIn']);

function closed(attempt: Attempt): ReturnType<typeof say> {
  const { reopen } = closingAt(attempt.compiled.procedure, attempt.occurred) ?? {};
  const by = reopen?.by.map((id) => textOf(attempt.compiled.procedure.parties[id]?.title) ?? id).join(' or ');
  return say(attempt, 'closed', by === undefined ? {} : { because: `${by} may reopen it.` });
}

function attemptBy(attempt: Attempt, command: Command): ReturnType<Try<CommandType>> {
  // One try for each type, checked by the mapped type above.
  const tried = tries[command.type] as (attempt: Attempt, body: object) => ReturnType<Try<CommandType>>;
  return tried(attempt, bodyOf(command));
}

/** A command without its header: what its event keeps. */
function bodyOf<C extends Command>({ id: _id, salt: _salt, occurred: _occurred, type: _type, ...body }: C): Omit<C, 'id' | 'salt' | 'occurred' | 'type'> {
  return body;
}

function write({ compiled, folded, actor, now, occurred }: Attempt, { id, salt }: Command, writings: readonly Writing[], before: readonly CaseEvent[], finishing: typeof leaveOpen): readonly CaseEvent[] {
  let previous = before.at(-1)?.hash ?? '';
  const pin = before.length > 0 ? folded.procedure : compiled.pin;
  return writings.map(({ type, payload }, index) => {
    const owner = type === 'caseOpened' ? payload.case : folded.id;
    const event = finishing({ id: index === 0 ? id : `${id}.${index + 1}`, case: owner, seq: before.length + index + 1, type, procedure: pin, occurred, recorded: now, actor, payload: payload as CaseEvent['payload'], salt, previous });
    previous = event.hash;
    return event;
  });
}

const leaveOpen = (event: Unsealed<EventType>): CaseEvent => ({ ...event, digest: '', hash: '' }) as CaseEvent;

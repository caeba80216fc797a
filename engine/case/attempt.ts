// A command being tried: what each family of commands is handed, and what it may answer. A family decides only
// whether the act may be done and what is to be written; sealing and folding are done by `perform`.
import type { Id, Task } from '../procedure/types.ts';
import { dayWords, londonDay, type Instant } from '../time/index.ts';
import { saidFor } from './act-answers.ts';
import { choiceThatWaits } from './chosen.ts';
import type { CompiledProcedure, Versions } from './compile.ts';
import { actingAs, partiesFor } from './doers.ts';
import { answerOf, recordOf, type Folded } from './folded.ts';
import { endingWords, holdLabel, holdOnTask } from './holds.ts';
import { refuseIncoming } from './incoming.ts';
import { isOffered } from './lifecycle.ts';
import { standingOf } from './independence.ts';
import type { Payloads } from './payloads.ts';
import { isRefusal, refuse, type RefusalDetail } from './refusals.ts';
import { judge, type Deed, type Departures } from './judgement.ts';
import { asIfDone, demandsOn, splitByReply } from './requirements.ts';
import { refuseUnsigned } from './sections.ts';
import { standingFor } from './titles.ts';
import { refuseByDistance } from './too-soon.ts';
import type { Actor, Answer, Answers, CommandBody, CommandType, EventType, Meeting, Refusal, RefusalCode, TaskRecord } from './types.ts';
import { anyOf, partyLabel, ruleLabel, taskLabel } from './words.ts';

export interface Attempt {
  readonly compiled: CompiledProcedure;
  /** The case as recorded now. */
  readonly folded: Folded;
  readonly actor: Actor;
  readonly now: Instant;
  /** When the act happened; not later than now. */
  readonly occurred: Instant;
  readonly versions: Versions;
}
/** What an accepted command writes, in order. */
export type Writing = { readonly [T in EventType]: { readonly type: T; readonly payload: Payloads[T] } }[EventType];
export type Verdict = readonly Writing[] | Refusal;
/** A command without its header: what its event keeps. */
export type Body<T extends CommandType> = Omit<Extract<CommandBody, { readonly type: T }>, 'type'>;
export type Try<T extends CommandType> = (attempt: Attempt, body: Body<T>) => Verdict;

export const say = ({ compiled }: Attempt, code: RefusalCode, detail?: RefusalDetail): Refusal => refuse(compiled.procedure, code, detail);

/** A task that may be acted on: known, open to the actor, and open or offered. */
export interface Standing { readonly id: Id; readonly task: Task; readonly what: string; readonly record?: TaskRecord | undefined; readonly as: Id }

/** `again`: a record that is done may be added to. */
export function standing(attempt: Attempt, id: Id, again = false): Standing | Refusal {
  const { compiled, folded, actor, occurred } = attempt;
  const plan = compiled.plans.tasks.get(id);
  if (!plan) return say(attempt, 'unknown-task', { what: id });
  const what = `“${taskLabel(compiled.procedure, id)}”`;
  if (folded.closed !== undefined && !plan.task.afterClosing) return say(attempt, 'closed');
  const parties = partiesFor(compiled, folded, id);
  const as = actingAs(compiled, folded, actor, parties, occurred, id);
  if (as === undefined) return wrongRole(attempt, what, parties);
  const record = recordOf(folded, id);
  const open = record?.state === 'open' || (again && record?.state === 'done') || isOffered(compiled, folded, plan, occurred);
  if (!open) return say(attempt, record?.state === 'done' ? 'already-done' : 'not-open', { what });
  return { id, task: plan.task, what, as, record };
}

/** Refuses because the act falls to others; they are named. */
export function wrongRole(attempt: Attempt, what: string, named: readonly Id[]): Refusal {
  const { procedure } = attempt.compiled;
  const standing = standingFor(procedure, named, attempt.occurred);
  const parties = standing.length > 0 ? standing : named;
  return say(attempt, 'wrong-role', { what, because: anyOf(parties.map((id) => partyLabel(procedure, id))), missing: parties.map((id) => ({ kind: 'role', id, label: partyLabel(procedure, id) })) });
}

/** Judges the act by its answers and by the rules, on the case as it would be; a view without an outcome decides nothing yet. */
export function judged(attempt: Attempt, stands: Standing, answers: Answers | undefined, deed: Omit<Deed, 'subject' | 'label' | 'answerTo'>): Refusal | Departures {
  const { folded } = attempt;
  const { id, what } = stands;
  const bad = refuseIncoming(attempt, what, answers, id);
  if (bad) return bad;
  const held = folded.holds.length > 0 ? refuseByHold(attempt, id, what) : undefined;
  if (held) return held;
  const apart = refuseByDistance(attempt, id, what) ?? refuseUnchosen(attempt, id, what);
  if (apart) return apart;
  const verdict = byRules(attempt, stands, answers, deed);
  return isRefusal(verdict) ? verdict : (refuseUnsigned(attempt, id, what, answers) ?? verdict);
}

function byRules(attempt: Attempt, { id, task, what, as }: Standing, answers: Answers | undefined, deed: Omit<Deed, 'subject' | 'label' | 'answerTo'>): Refusal | Departures {
  const { compiled, folded, now } = attempt;
  if (!compiled.plans.bearings.has(id)) return [];
  const asIf = asIfDone(compiled, folded, id, now, deed.options ? { options: deed.options } : task.shape === 'decide' ? { state: 'open' } : {});
  const said = saidFor(compiled.procedure, folded, id, answers);
  const { ofTask } = splitByReply(compiled, id, demandsOn(compiled, asIf, id, now, said));
  if (ofTask.length === 0) return [];
  const answerTo = (question: Id): Answer | undefined => answerOf(folded, said, question);
  const { involved, isDoerOf } = standingOf(attempt, as);
  return judge(compiled.procedure, ofTask, { subject: id, label: what, answerTo, options: deed.options, meeting: deed.meeting, channel: deed.channel, reason: deed.reason, as, involved, isDoerOf });
}

/** What is with those who sign it off is not done anew until they send it back. */
export function refuseWhileSigned(attempt: Attempt, { id: task, what, record }: Standing): Refusal | undefined {
  const step = record?.signing?.step;
  const by = step === undefined ? undefined : attempt.compiled.procedure.tasks[task]?.signOff?.[step]?.by;
  return by === undefined ? undefined : say(attempt, 'waits', { what, because: `it is with ${partyLabel(attempt.compiled.procedure, by)} for sign-off.`, remedy: 'Wait until it is signed off or sent back.' });
}

/** What decides who does a task, or on which form, may rest on an answer that is not known. */
function refuseUnchosen(attempt: Attempt, task: Id, what: string): Refusal | undefined {
  const rule = choiceThatWaits(attempt.compiled, attempt.folded, task);
  return rule === undefined ? undefined : say(attempt, 'waits', { what, rule, because: `an answer on which “${ruleLabel(attempt.compiled.procedure, rule)}” rests is not known.`, remedy: 'Answer what is still open in the case.' });
}

export function refuseByHold(attempt: Attempt, task: Id, what: string): Refusal | undefined {
  const hold = holdOnTask(attempt.compiled, attempt.folded, task, attempt.occurred);
  if (!hold) return undefined;
  const because = `since ${dayWords(londonDay(hold.from))}: ${holdLabel(attempt.compiled, hold.hold)}`;
  return say(attempt, 'on-hold', { what, because, remedy: `It can be done when the hold ends: ${endingWords(attempt.compiled, hold)}.` });
}

export const isWritten = (verdict: Verdict): verdict is readonly Writing[] => Array.isArray(verdict);
/** A payload with its departures; without any it is as it was. */
export const withDepartures = <P extends object>(payload: P, departures: Departures): P & { readonly departures?: Departures } => (departures.length > 0 ? { ...payload, departures } : payload);

/** A task that a body does at a meeting needs a record of it. */
export const isMissingMeeting = ({ meeting: held }: Task, meeting: Meeting | undefined): boolean => held !== undefined && (meeting?.present.length ?? 0) === 0;

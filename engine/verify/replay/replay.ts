// What an edit would have done to cases: every accepted act of each case is tried again, in the order in which it was
// recorded, on the edited procedure. Told are acts that would be refused, cases that would stand elsewhere, and
// deadlines newly met or missed. The cases themselves are not touched.
import { dueInstants } from '../../case/clocks.ts';
import { clockKey } from '../../case/due.ts';
import type { Folded } from '../../case/folded.ts';
import { perform, replay, versionsOf, type CompiledProcedure, type Versions } from '../../case/index.ts';
import type { CaseEvent, Command, CommandType, EventType, Refusal, View } from '../../case/types.ts';
import { caseAt } from '../../case/replay.ts';
import { EndlessLoop, NotTaken } from '../../statechart/index.ts';
import type { Id } from '../../procedure/types.ts';
import type { Instant } from '../../time/types.ts';

/** A clock that comes out otherwise. */
export interface ClockChange { readonly timescale: Id; readonly recipient?: Id; readonly was: ClockState | 'none'; readonly now: ClockState | 'none' }
export type ClockState = 'met' | 'missed' | 'running' | 'waiting';
export interface CaseChange {
  readonly case: string;
  readonly reference: string;
  readonly refused: readonly { readonly event: string; readonly type: EventType; readonly words: string }[];
  /** Where the case would stand, and stands; absent where that is the same. */
  readonly stages?: { readonly was: readonly Id[]; readonly now: readonly Id[] };
  readonly clocks: readonly ClockChange[];
}
export interface Replayed {
  readonly cases: number;
  readonly same: number;
  readonly changes: readonly CaseChange[];
  /** Cases that could not be told at all, with the reason. */
  readonly unread: readonly { readonly case: string; readonly words: string }[];
}
export interface ReplayOptions { readonly asOf: Instant; /** Told after each case, from 0 to 1. */ readonly progress?: (done: number) => void }

/** Tries the logs of cases, which run on `was`, on `now`. */
export function replayThrough(was: CompiledProcedure, now: CompiledProcedure, logs: readonly (readonly CaseEvent[])[], { asOf, progress = () => undefined }: ReplayOptions): Replayed {
  const [before, after] = [versionsOf([was]), versionsOf([now])];
  const changes: CaseChange[] = [];
  const unread: { case: string; words: string }[] = [];
  logs.forEach((log, index) => {
    try {
      const change = changeOf(before, after, log, asOf, was, now);
      if (change) changes.push(change);
    } catch (error) {
      unread.push({ case: log[0]?.case ?? '', words: error instanceof Error ? error.message : 'The case could not be told.' });
    }
    progress((index + 1) / logs.length);
  });
  return { cases: logs.length, same: logs.length - changes.length - unread.length, changes, unread };
}

function changeOf(before: Versions, after: Versions, log: readonly CaseEvent[], asOf: Instant, was: CompiledProcedure, now: CompiledProcedure): CaseChange | undefined {
  // Versions hold what is pinned by one pin each; a log pinned to another version than `was` is told on `was` as well.
  const held = replay(versionsPinned(before, was, log), log, asOf) as Folded;
  const { events, refused, case: last } = again(after, now, log, true);
  if (!last || events.length === 0) return { case: held.id, reference: held.reference, refused, stages: { was: held.stages, now: [] }, clocks: [] };
  const edited = caseAt(after, last, asOf).folded;
  const clocks = clockChanges(clockStates(was, held, asOf), clockStates(now, edited, asOf));
  const moved = held.stages.join(' ') !== edited.stages.join(' ');
  if (refused.length === 0 && clocks.length === 0 && !moved) return undefined;
  return { case: held.id, reference: held.reference, refused, clocks, ...(moved && { stages: { was: held.stages, now: edited.stages } }) };
}

function versionsPinned(versions: Versions, compiled: CompiledProcedure, log: readonly CaseEvent[]): Versions {
  const pin = log[0]?.procedure;
  return pin && versions.get(pin) ? versions : { get: () => compiled, latest: () => compiled };
}

/** Every act of a log performed again on a procedure: the events it gives there, and what is refused. Unsealed, the events are without their hashes, and it is done sooner. */
export function again(versions: Versions, compiled: CompiledProcedure, log: readonly CaseEvent[], unsealed = false): { readonly events: readonly CaseEvent[]; readonly refused: CaseChange['refused']; readonly case?: Folded } {
  const refused: { event: string; type: EventType; words: string }[] = [];
  let held: Folded | readonly CaseEvent[] = [];
  for (const [event, next] of log.map((one, index) => [one, log[index + 1]] as const)) {
    if (event.id.endsWith('.2') && log.some(({ id }) => `${id}.2` === event.id)) continue;
    const tried = attempt(versions, compiled, held, event, next, unsealed);
    if (typeof tried === 'string') refused.push({ event: event.id, type: event.type, words: tried });
    else held = tried;
  }
  return 'events' in held ? { events: held.events, refused, case: held } : { events: held, refused };
}

function attempt(versions: Versions, compiled: CompiledProcedure, held: Folded | readonly CaseEvent[], event: CaseEvent, next: CaseEvent | undefined, unsealed: boolean): Folded | string {
  const { role, person, onBehalfOf } = event.actor;
  try {
    const outcome = perform(versions, held, commandOf(event, next), { now: event.recorded, role, person, procedure: compiled.procedure.id, unsealed, ...(onBehalfOf !== undefined && { onBehalfOf }) });
    // A case that perform gives is folded.
    return outcome.ok ? (outcome.case as Folded) : refusalWords(outcome.refusal);
  } catch (error) {
    if (error instanceof EndlessLoop || error instanceof NotTaken) return error.message;
    throw error;
  }
}

const refusalWords = ({ words, remedy }: Refusal): string => `${words} ${remedy}`;

const commands: Partial<Record<EventType, CommandType>> = {
  caseOpened: 'openCase', answersRecorded: 'recordAnswers', taskCompleted: 'completeTask', exchangeSent: 'sendExchange', replyRecorded: 'recordReply', recipientAdded: 'addRecipient',
  taskPlanned: 'planTask', decisionTaken: 'decide', viewRecorded: 'decide', transitionChosen: 'takeTransition', taskRaised: 'raiseTask', taskWithdrawn: 'withdrawTask', timescaleExtended: 'extendTimescale',
  lapseExplained: 'explainLapse', absenceRecorded: 'recordAbsence', appointmentMade: 'appoint', appointmentEnded: 'endAppointment', relationRecorded: 'recordRelation', holdStarted: 'startHold',
  holdReleased: 'releaseHold', dateAgreed: 'agreeDate', noteAdded: 'addNote', taskAssigned: 'assignTask', caseClosed: 'closeCase', caseReopened: 'reopenCase', sectionUnlocked: 'unlockSection', signedOff: 'signOff', caseMoved: 'moveCase', moveUndone: 'undoMove',
  caseMerged: 'mergeCase', mergeReceived: 'receiveMerge', mergeUndone: 'undoMerge', caseTransferred: 'transferCase', transferTakenBack: 'takeBack', caseTakenIn: 'takeIn',
};

/** The command that an event was accepted from. A view is its party's own; the decision that followed in the same act says the rest. */
function commandOf(event: CaseEvent, next: CaseEvent | undefined): Command {
  const { departures: _departures, views, ...body } = event.payload as { readonly views?: readonly View[]; readonly departures?: unknown };
  const decided = event.type === 'viewRecorded' && next?.id === `${event.id}.2` ? next.payload : undefined;
  const own = event.type === 'viewRecorded' ? views?.at(-1) : undefined;
  const viewed = decided ? withoutOutcome(decided, own) : own ? { options: own.options, ...(own.reasons !== undefined && { reasons: own.reasons }), ...(own.options.length === 0 && { abstains: true }) } : {};
  // The payload of an event is the body of its command.
  return { ...body, ...viewed, type: commands[event.type], id: event.id, salt: event.salt, occurred: event.occurred } as unknown as Command;
}

function withoutOutcome({ departures: _departures, views: _views, ...decision }: Readonly<Record<string, unknown>>, own: View | undefined): Readonly<Record<string, unknown>> {
  return own ? { ...decision, options: own.options } : decision;
}

type States = ReadonlyMap<string, { readonly timescale: Id; readonly recipient?: Id; readonly state: ClockState }>;

function clockStates(compiled: CompiledProcedure, held: Folded, asOf: Instant): States {
  return new Map(dueInstants(compiled, held).map((clock) => {
    const { timescale, recipient, state, latest, earliest, met } = clock;
    const missed = latest !== undefined && (met === undefined ? asOf > latest : met > latest);
    const early = met !== undefined && earliest !== undefined && latest === undefined && met < earliest;
    const stands: ClockState = state !== 'running' ? 'waiting' : missed || early ? 'missed' : met === undefined ? 'running' : 'met';
    return [clockKey(clock), { timescale, ...(recipient !== undefined && { recipient }), state: stands }];
  }));
}

function clockChanges(was: States, now: States): readonly ClockChange[] {
  const keys = new Set([...was.keys(), ...now.keys()]);
  return [...keys].flatMap((key) => {
    const [before, after] = [was.get(key), now.get(key)];
    const one = before ?? after;
    if (!one || before?.state === after?.state) return [];
    return [{ timescale: one.timescale, ...(one.recipient !== undefined && { recipient: one.recipient }), was: before?.state ?? 'none', now: after?.state ?? 'none' }];
  });
}

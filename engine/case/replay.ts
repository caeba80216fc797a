// A case from its log: told from the start in order of occurrence, or carried on by one event when that comes
// last. Both give the same case; a property test holds them equal.
import type { Id } from '../procedure/types.ts';
import type { Instant } from '../time/index.ts';
import type { CompiledProcedure, Versions } from './compile.ts';
import { EntryIds } from './entry-ids.ts';
import { findingsOf } from './findings.ts';
import { advance, foldEvent, openDraft } from './fold.ts';
import { asGiven, draftOf, finish, inside, isFolded, type Draft, type Folded } from './folded.ts';
import { compareEvents, correctionsIn, inOrder, isCorrection, noCorrections } from './order.ts';
import { carryOver } from './migration/carry.ts';
import { changesVersion, isMove, undoneMoves, type Move } from './migration/moves.ts';
import { drawnAnew, grown, ownOf, type Own } from './instances.ts';
import { isEnding, standingEvents } from './parting.ts';
import { readPayload } from './payloads.ts';
import type { Case, CaseEvent, ProcedurePin } from './types.ts';

/** Thrown when a log cannot be told: it has no opening, or names a version that is not held. */
export class UnreadableLog extends Error {
  override readonly name = 'UnreadableLog';
}

/**
 * The case that a log tells, as of an instant: events in order of occurrence, then of recording; clocks that ran
 * out by then derived between them. `asOf` before the last event is read as the last event.
 * Throws UnreadableLog, or EndlessLoop when the procedure does not come to rest.
 */
export function replay(versions: Versions, events: readonly CaseEvent[], asOf: Instant): Case {
  return replayWith(versions, openedOn(versions, events), events, asOf);
}

/** The version that a log began on. */
function openedOn(versions: Versions, events: readonly CaseEvent[]): CompiledProcedure {
  const pin = events[0]?.procedure;
  if (!pin || !events.some(({ type }) => type === 'caseOpened')) throw new UnreadableLog('The log does not begin with the opening of a case.');
  return versionHeld(versions, pin);
}

function versionHeld(versions: Versions, pin: ProcedurePin): CompiledProcedure {
  const compiled = versions.get(pin);
  if (!compiled) throw new UnreadableLog(`Version ${pin.version} of procedure "${pin.id}" is not held here, and the case runs on it.`);
  return compiled;
}

/** Answers that are told with the entry that first gave them, a correction too: those of one act, and signatures, which nobody gives before they sign. */
const isOwn = ({ procedure: { questions } }: CompiledProcedure) => (question: Id): boolean => questions[question]?.each === 'act' || questions[question]?.type === 'signature';

/** As `replay`, for a log that began on this version. */
export function replayWith(versions: Versions, openedOn: CompiledProcedure, events: readonly CaseEvent[], asOf: Instant): Folded {
  const ordered = inOrder(standingEvents(events));
  const corrections = correctionsIn(ordered, isOwn(openedOn));
  const [opening] = ordered;
  if (!opening) throw new UnreadableLog('The log is empty.');
  const draft = openDraft(openedOn, opening);
  const undone = undoneMoves(events);
  let compiled = openedOn;
  for (const event of ordered) {
    foldEvent(compiled, draft, event, corrections);
    if (isMove(event) && !undone.has(event.id)) compiled = moved(versions, compiled, draft, event);
    compiled = grown(compiled, draft);
  }
  draft[inside].ids = new EntryIds(events);
  return rest(compiled, draft, events, ordered.at(-1) ?? opening, asOf);
}

function moved(versions: Versions, from: CompiledProcedure, draft: Draft, event: Move): CompiledProcedure {
  const to = drawnAnew(versionHeld(versions, readPayload(event).to), ownOf(draft));
  carryOver(from, to, draft, event);
  return to;
}

/** The case with further events, as of an instant: carried on where they come last, else told anew. */
export function extend(versions: Versions, compiled: CompiledProcedure, before: Folded, added: readonly CaseEvent[], asOf: Instant): Folded {
  const events = before.events.toSpliced(before.events.length, 0, ...added); // of its exact length at once, and twice as fast as concat
  const { last } = before[inside];
  const inTurn = added.every((event, index) => isAfter(added[index - 1] ?? last, event) && !isCorrection(event) && !changesVersion(event) && !isEnding(event));
  const newest = added.at(-1);
  if (!inTurn || !newest) return replayWith(versions, openedOn(versions, events), events, asOf);
  const draft = draftOf(before[inside].settled ?? before);
  let drawn = compiled;
  for (const event of added) {
    foldEvent(drawn, draft, event, noCorrections);
    drawn = grown(drawn, draft);
    draft[inside].ids.add(event);
  }
  return rest(drawn, draft, events, newest, asOf);
}

const isAfter = (earlier: CaseEvent | undefined, event: CaseEvent): boolean => earlier !== undefined && compareEvents(earlier, event) < 0;

function rest(compiled: CompiledProcedure, draft: Draft, events: readonly CaseEvent[], last: CaseEvent, asOf: Instant): Folded {
  draft.events = events;
  draft.head = events.at(-1)?.hash ?? '';
  draft.findings = findingsOf(compiled, draft);
  draft[inside].last = last;
  draft[inside].settled = undefined;
  return advance(compiled, finish(draft), asOf);
}

/** The version that a case is on, as drawn for the lists it holds and the settings it chose. Throws UnreadableLog when it is not held. */
export const compiledOf = (versions: Versions, held: Own & Pick<Case, 'procedure'>): CompiledProcedure => drawnAnew(versionHeld(versions, held.procedure), held);

/** The case as of an instant, whatever it was handed in as: a case of this engine, a copy of one, or a log. */
export function caseAt(versions: Versions, held: Case | readonly CaseEvent[], asOf: Instant): { readonly compiled: CompiledProcedure; readonly folded: Folded } {
  const events = isLog(held) ? held : held.events;
  if (isLog(held) || !isFolded(held)) {
    const told = replayWith(versions, openedOn(versions, events), events, asOf);
    return { compiled: compiledOf(versions, told), folded: told };
  }
  const compiled = compiledOf(versions, held);
  const given = asGiven(held);
  return { compiled, folded: given.asOf === asOf ? given : advance(compiled, settledBy(given, asOf), asOf) };
}

/** What to count on from: the case itself for a later instant, for an earlier one the case at its last event. */
const settledBy = (held: Folded, asOf: Instant): Folded => (asOf > held.asOf && held[inside].settled === undefined ? held : (held[inside].settled ?? held));

const isLog = (held: Case | readonly CaseEvent[]): held is readonly CaseEvent[] => Array.isArray(held);

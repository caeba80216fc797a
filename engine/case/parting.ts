// Cases that part from where they are kept: merged into another, or handed to another partnership or computer. Each
// stands until a later entry ends it; what is ended is told as if it had never been, and stays in the log.
import { readPayload, type Payloads } from './payloads.ts';
import type { CaseEvent, Origin } from './types.ts';

/** What sets a case aside: nothing is done in it until that is ended. */
export type Parting = CaseEvent & { readonly type: 'caseMerged' | 'caseTransferred' };
/** In the case that goes on: that another one was merged into it. */
export type Received = CaseEvent & { readonly type: 'mergeReceived' };
type Ending = CaseEvent & { readonly type: 'mergeUndone' | 'transferTakenBack' | 'caseTakenIn' };

const isParting = (event: CaseEvent): event is Parting => event.type === 'caseMerged' || event.type === 'caseTransferred';
const isReceived = (event: CaseEvent): event is Received => event.type === 'mergeReceived';
/** True of what may end an earlier entry: the log is then told anew. */
export const isEnding = (event: CaseEvent): event is Ending => event.type === 'mergeUndone' || event.type === 'transferTakenBack' || event.type === 'caseTakenIn';

/** Where an entry was carried over from, if it was. */
export const originOf = ({ type, payload }: CaseEvent): Origin | undefined => (type === 'noteAdded' || type === 'answersRecorded' ? (payload['origin'] as Origin | undefined) : undefined);

const none: ReadonlySet<string> = new Set();
/** Ids of the entries that a later one ended: with a merge, what was carried over by it. */
export function endedEvents(events: readonly CaseEvent[]): ReadonlySet<string> {
  if (!events.some(isEnding)) return none;
  const ended = new Set(events.flatMap((event) => (isEnding(event) ? (readPayload(event) as { readonly event?: string }).event ?? [] : [])));
  const carried = events.filter((event) => ended.has(originOf(event)?.merge ?? ''));
  return new Set([...ended, ...carried.map(({ id }) => id)]);
}

/** The log without what was ended; the log itself where nothing was. */
export function standingEvents(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const ended = endedEvents(events);
  return ended.size === 0 ? events : events.filter(({ id }) => !ended.has(id));
}

/** Why the case is set aside; undefined while it is worked on here. */
export function partingOf(events: readonly CaseEvent[]): Parting | undefined {
  const last = events.findLast(isParting);
  if (!last) return undefined;
  const ended = endedEvents(events);
  return ended.has(last.id) ? undefined : last;
}

/** The cases that were merged into this one and still are, in the order of the log. */
export function mergesInto(events: readonly CaseEvent[]): readonly Received[] {
  const received = events.filter(isReceived);
  if (received.length === 0) return received;
  const ended = endedEvents(events);
  return received.filter(({ id }) => !ended.has(id));
}

/** "was merged into OR-2", "was transferred to the North partnership". */
export function partingWords(parting: Parting): string {
  if (parting.type === 'caseMerged') return `was merged into ${(readPayload(parting) as Payloads['caseMerged']).into.reference}`;
  return `was transferred to ${(readPayload(parting) as Payloads['caseTransferred']).to}`;
}

// Moves of a case between versions, as its log tells them: which there were, and which were undone.
import { readPayload } from '../payloads.ts';
import type { CaseEvent, ProcedurePin } from '../types.ts';

export type Move = CaseEvent & { readonly type: 'caseMoved' };

export const isMove = (event: CaseEvent): event is Move => event.type === 'caseMoved';
export const changesVersion = ({ type }: CaseEvent): boolean => type === 'caseMoved' || type === 'moveUndone';

/** Ids of the moves that a later event undid. */
export function undoneMoves(events: readonly CaseEvent[]): ReadonlySet<string> {
  return new Set(events.flatMap((event) => (event.type === 'moveUndone' ? [readPayload({ ...event, type: event.type }).event] : [])));
}

/** The move that stands and came last; undefined while the case is on the version it began on. */
export function lastMove(events: readonly CaseEvent[]): Move | undefined {
  const undone = undoneMoves(events);
  return events.findLast((event): event is Move => isMove(event) && !undone.has(event.id));
}

/** Every version that the log names, in order, each once. */
export function versionsOn(events: readonly CaseEvent[]): readonly ProcedurePin[] {
  const pins = events.flatMap((event) => [event.procedure, ...(isMove(event) ? [readPayload(event).to] : [])]);
  return [...new Map(pins.map((pin) => [`${pin.id} ${pin.version} ${pin.hash}`, pin])).values()];
}

/** Whether two name the same version of a procedure, with the same content. */
export const samePin = (one: ProcedurePin, other: ProcedurePin): boolean => one.id === other.id && one.version === other.version && one.hash === other.hash;

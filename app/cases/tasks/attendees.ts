import type { Id, Procedure } from '../../../engine/procedure/types.ts';

/** Who may be recorded as present when a body met: its seats, or any role or agency where the procedure names no seats. */
export function attendees(procedure: Pick<Procedure, 'parties'>, body: Id): readonly Id[] {
  const seats = procedure.parties[body]?.seats ?? [];
  return seats.length > 0 ? seats : Object.entries(procedure.parties).filter(([, party]) => party.kind === 'role' || party.kind === 'agency').map(([id]) => id);
}
/** Others who may have been there: roles and agencies that hold no seat of the body. */
export function guests(procedure: Pick<Procedure, 'parties'>, body: Id): readonly Id[] {
  const seats = attendees(procedure, body);
  return Object.entries(procedure.parties).filter(([id, party]) => (party.kind === 'role' || party.kind === 'agency') && !seats.includes(id)).map(([id]) => id);
}

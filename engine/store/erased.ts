// What is left of an event whose content was erased: everything that the chain is hashed by, and nothing that was said.
import type { CaseEvent } from '../case/types.ts';

/** The event without its payload and the salt of its digest; `isErased` of the hash chain knows it by that. */
export const erasedEvent = (event: CaseEvent): CaseEvent => ({ ...event, payload: {}, salt: '' });

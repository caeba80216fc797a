// What the history calls the entries of a case's life beside its procedure: merged, transferred, taken in, and back.
import type { CaseEvent } from '../../../engine/case/types.ts';
import type { Parting } from '../../../engine/case/parting.ts';
import { lifeWords } from './words.ts';

const w = lifeWords.entries;
/** A text in a payload, or in a group of it. */
function textIn(payload: CaseEvent['payload'], key: string, part?: string): string {
  const value = part === undefined ? payload[key] : (payload[key] as Readonly<Record<string, unknown>> | undefined)?.[part];
  return typeof value === 'string' ? value : '';
}

/** "Note", or where it was carried over from. */
export function carriedTitle(what: string, payload: CaseEvent['payload']): string {
  const reference = textIn(payload, 'origin', 'reference');
  return reference === '' ? what : w.carried(what, reference);
}
/** The title of an entry by which a case parts or comes back; the type itself for one this Caseway does not know. */
export function partingTitle(type: CaseEvent['type'], payload: CaseEvent['payload']): string {
  switch (type) {
    case 'caseMerged': return w.merged(textIn(payload, 'into', 'reference'));
    case 'mergeReceived': return w.received(textIn(payload, 'from', 'reference'));
    case 'mergeUndone': return w.undone;
    case 'caseTransferred': return w.transferred(textIn(payload, 'to'));
    case 'transferTakenBack': return w.takenBack;
    case 'caseTakenIn': return textIn(payload, 'copyOf', 'reference') === '' ? w.takenIn(textIn(payload, 'from')) : w.copied(textIn(payload, 'copyOf', 'reference'), textIn(payload, 'from'));
    default: return type;
  }
}
/** What stands in the place of the stage once a case goes on elsewhere. */
export function asideTitle(parting: Parting): string { return partingTitle(parting.type, parting.payload); }

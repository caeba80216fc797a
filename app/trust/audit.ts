// Whether the record of a case is what was written: its chain of hashes, and its end against the register row. Checked
// whenever a case is opened, and before it is written to; a record that does not fit is shown, and never added to.
import { verifyChain } from '../../engine/case/hash.ts';
import type { CaseEvent } from '../../engine/case/types.ts';
import type { Store } from '../../engine/store/types.ts';

/** Where a record stops fitting: place from 1, and in words for whoever reads the case. */
export interface Break { readonly position: number; readonly of: number; readonly words: string }
/** Thrown when somebody would add to a record that does not fit. */
export class BrokenRecord extends Error {
  override readonly name = 'BrokenRecord';
  readonly found: Break;
  constructor(found: Break) { super(found.words); this.found = found; }
}
/** Thrown for a case of which nothing is left but that it was. */
export class ErasedCase extends Error {
  override readonly name = 'ErasedCase';
  constructor(entries: number) { super(`This case was erased at the end of its time. Nothing that was entered in it is left. Its ${entries} entries still show when each was made and by whom, and their chain was checked and is whole.`); }
}
const WHAT = {
  order: 'is not in its place: an entry before it is missing, doubled or moved', link: 'does not follow on from the entry before it',
  payload: 'does not say what it said when it was written', header: 'does not carry the date, person or kind that it had when it was written',
  end: 'is missing: the register counts more entries than are here',
} as const;
const sound = new WeakMap<Store, Map<string, { readonly count: number; readonly head: string }>>();

/** The events of a case, and where they stop fitting. `anew`: checked from the first on, also when this tab just did. */
export async function checkedEvents(store: Store, caseId: string, anew = false): Promise<{ readonly events: readonly CaseEvent[]; readonly broken?: Break }> {
  const row = await store.cases.row(caseId); // before the events, so that another tab's write in between is no fault
  const events = await store.cases.events(caseId);
  const known = sound.get(store)?.get(caseId);
  // This tab checked just this record a moment ago: entries are only ever added.
  if (!anew && known?.count === events.length && known.head === (events.at(-1)?.hash ?? '')) return { events };
  const broken = breakIn(events, row);
  if (broken !== undefined) { sound.get(store)?.delete(caseId); return { events, broken }; }
  remember(store, caseId, events);
  return { events };
}
/** What this tab wrote itself follows on from what it checked. */
export function remember(store: Store, caseId: string, events: readonly CaseEvent[]): void {
  const checked = sound.get(store) ?? new Map<string, { readonly count: number; readonly head: string }>();
  sound.set(store, checked.set(caseId, { count: events.length, head: events.at(-1)?.hash ?? '' }));
}

/** Where a record stops fitting, or undefined while it fits. `row`: how far the register says it goes. */
export function breakIn(events: readonly CaseEvent[], row?: { readonly seq: number; readonly head: string }): Break | undefined {
  const checked = verifyChain(events);
  if (!checked.ok) return broken(checked.position, events.length, checked.what);
  if (row === undefined || row.seq === 0) return undefined;
  if (events.length < row.seq) return broken(events.length + 1, row.seq, 'end');
  return events[row.seq - 1]?.hash === row.head ? undefined : broken(row.seq, events.length, 'header');
}
function broken(position: number, of: number, what: keyof typeof WHAT): Break {
  return { position, of, words: `The record of this case does not fit together: entry ${position} of ${of} ${WHAT[what]}. It can be read, and nothing can be added to it. Restore the case from a backup, and tell whoever looks after Caseway.` };
}

// The one write path of a case, on IndexedDB's own transaction: reads and writes are asked for in one go, and the
// transaction is called off when the reads say that the case had moved or that this page's code is old. Asking first
// and writing after costs a second round trip; Dexie's promises around each request as much again. Nothing else goes
// past Dexie.
import { CONFLICT_WORDS } from './append.ts';
import { eventIdOf, type EventRecord, type Kept } from './codec.ts';
import { isOurs, type Database, type Mark, type StoreState } from './dexie-schema.ts';
import { StaleCode } from './failures.ts';
import type { AppendResult, RegisterRow } from './types.ts';

/** What is appended, sealed already where it is to be sealed; `id` is of the first event; `mark` says which store and key. */
interface Append { readonly caseId: string; readonly expected: number; readonly id: string | undefined; readonly events: readonly Kept<EventRecord>[]; readonly row: KeptRow; readonly mark: Mark }
interface Stores { readonly events: IDBObjectStore; readonly rows: IDBObjectStore; readonly meta: IDBObjectStore }
type KeptRow = Kept<RegisterRow>;
interface Found { readonly row: KeptRow | undefined; readonly state: StoreState | undefined }

/**
 * Appends as `CaseStore.append` promises; settles only when the transaction is complete on the disk, or called off.
 * Rejects with StaleCode, or with what the browser gave as the reason.
 */
export function strictAppend(db: Database, append: Append): Promise<AppendResult> {
  return new Promise((resolve, reject) => {
    const transaction = open(db);
    const stores = { events: transaction.objectStore('events'), rows: transaction.objectStore('rows'), meta: transaction.objectStore('meta') };
    const callOff = (settle: () => void): void => { transaction.onabort = settle; transaction.abort(); };
    transaction.oncomplete = () => resolve({ ok: true, seq: append.expected + append.events.length, repeated: false });
    transaction.onabort = () => reject(transaction.error);
    const refuse = (result: AppendResult): void => callOff(() => resolve(result));
    let moved = false;
    try {
      read(stores, append.caseId, (found) => {
        if (!isOurs(found.state, append.mark)) callOff(() => reject(new StaleCode()));
        else if ((found.row?.seq ?? 0) !== append.expected) { moved = true; explain(stores, append, found.row?.seq ?? 0, refuse); }
        else keepTally(stores, found.state, found.row, append.row);
      });
      write(stores, append, () => moved);
    } catch (error) {
      callOff(() => reject(error)); // what cannot be copied into the store throws here, before anything is asked for
    }
  });
}

function open(db: Database): IDBTransaction {
  if (!db.isOpen()) throw new StaleCode(); // another tab upgraded the store, and Dexie closed this one
  return db.backendDB().transaction(['events', 'rows', 'meta'], 'readwrite', { durability: 'strict' });
}

/** Requests are answered in order, so the second answer brings both. */
function read(stores: Stores, caseId: string, tell: (found: Found) => void): void {
  const row: IDBRequest<KeptRow | undefined> = stores.rows.get(caseId);
  const state: IDBRequest<StoreState | undefined> = stores.meta.get('state');
  state.onsuccess = () => tell({ row: row.result, state: state.result });
}

function write(stores: Stores, { events, row }: Append, moved: () => boolean): void {
  for (const event of events) {
    const added = stores.events.add(event);
    // A place already taken where the reads, answered before, said that the case had moved: they call the transaction off.
    // Taken though the register row said that it was free, it aborts the transaction: nothing is told as saved that is not.
    added.onerror = (error) => { if (moved() && added.error?.name === 'ConstraintError') { error.preventDefault(); error.stopPropagation(); } };
  }
  stores.rows.put(row);
}

/** Tells a command sent again from a case that another tab moved. */
function explain(stores: Stores, { caseId, expected, id }: Append, seq: number, refuse: (result: AppendResult) => void): void {
  const kept: IDBRequest<Kept<EventRecord> | undefined> = stores.events.get([caseId, expected + 1]);
  kept.onsuccess = () => refuse(id !== undefined && eventIdOf(kept.result) === id
    ? { ok: true, seq, repeated: true }
    : { ok: false, code: 'conflict', seq, words: CONFLICT_WORDS });
}

/** The numbers of open and closed cases are kept: counting 39,000 rows takes 209 ms, keeping a number nothing. */
function keepTally(stores: Stores, state: StoreState, before: KeptRow | undefined, row: KeptRow): void {
  if (before?.closed === row.closed) return;
  const tally = { open: state.open, closed: state.closed };
  if (before) tally[before.closed ? 'closed' : 'open'] -= 1;
  tally[row.closed ? 'closed' : 'open'] += 1;
  stores.meta.put({ ...state, ...tally });
}

// The one write path of a case, on IndexedDB's own transaction: reads and writes are asked for in one go, and the
// transaction is called off when the reads say that the case had moved or that this page's code is old. Asking first
// and writing after costs a second round trip; Dexie's promises around each request as much again. Nothing else goes
// past Dexie.
import type { CaseEvent } from '../case/types.ts';
import { CONFLICT_WORDS, isRetry } from './append.ts';
import { EPOCH, type Database, type EventRecord, type StoreState } from './dexie-schema.ts';
import { StaleCode } from './failures.ts';
import type { AppendResult, RegisterRow } from './types.ts';

interface Append { readonly caseId: string; readonly expected: number; readonly events: readonly CaseEvent[]; readonly row: RegisterRow }
interface Stores { readonly events: IDBObjectStore; readonly rows: IDBObjectStore; readonly meta: IDBObjectStore }
interface Kept { readonly row: RegisterRow | undefined; readonly state: StoreState | undefined }

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
    try {
      read(stores, append.caseId, (kept) => {
        if (kept.state?.epoch !== EPOCH) callOff(() => reject(new StaleCode()));
        else if ((kept.row?.seq ?? 0) !== append.expected) explain(stores, append, kept.row?.seq ?? 0, refuse);
        else keepTally(stores, kept.state, kept.row, append.row);
      });
      write(stores, append);
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
function read(stores: Stores, caseId: string, found: (kept: Kept) => void): void {
  const row: IDBRequest<RegisterRow | undefined> = stores.rows.get(caseId);
  const state: IDBRequest<StoreState | undefined> = stores.meta.get('state');
  state.onsuccess = () => found({ row: row.result, state: state.result });
}

function write(stores: Stores, { caseId, expected, events, row }: Append): void {
  for (const [index, event] of events.entries()) {
    const added = stores.events.add({ case: caseId, seq: expected + index + 1, event } satisfies EventRecord);
    // A place already taken means that the case had moved: the reads say so, and call the transaction off.
    added.onerror = (error) => { if (added.error?.name === 'ConstraintError') { error.preventDefault(); error.stopPropagation(); } };
  }
  stores.rows.put(row);
}

/** Tells a command sent again from a case that another tab moved. */
function explain(stores: Stores, { caseId, expected, events }: Append, seq: number, refuse: (result: AppendResult) => void): void {
  const kept: IDBRequest<EventRecord | undefined> = stores.events.get([caseId, expected + 1]);
  kept.onsuccess = () => refuse(isRetry(events, kept.result?.event)
    ? { ok: true, seq, repeated: true }
    : { ok: false, code: 'conflict', seq, words: CONFLICT_WORDS });
}

/** The numbers of open and closed cases are kept: counting 39,000 rows takes 209 ms, keeping a number nothing. */
function keepTally(stores: Stores, state: StoreState, before: RegisterRow | undefined, row: RegisterRow): void {
  if (before?.closed === row.closed) return;
  const tally = { open: state.open, closed: state.closed };
  if (before) tally[before.closed ? 'closed' : 'open'] -= 1;
  tally[row.closed ? 'closed' : 'open'] += 1;
  stores.meta.put({ ...state, ...tally });
}

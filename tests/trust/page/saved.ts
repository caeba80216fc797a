// How long a task takes to "Saved" (read, checked, decided, sealed where there is a vault, database and journal both on the
// disk) beside a raw strict IndexedDB transaction that writes one event and one row of the same bytes.
import { interleave, type Timed } from '../../../bench/browser/interleave.ts';

function openRaw(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('raw', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('events', { keyPath: ['case', 'seq'] });
      request.result.createObjectStore('rows', { keyPath: 'case' }).createIndex('due', ['closed', 'nextDue', 'case']);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('could not open'));
  });
}
function rawWrite(db: IDBDatabase, event: object, row: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(['events', 'rows'], 'readwrite', { durability: 'strict' });
    transaction.objectStore('events').add(event);
    transaction.objectStore('rows').put(row);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('could not write'));
  });
}

/** Medians over interleaved rounds; `act` records one task and resolves when the screen may say "Saved". */
export async function benchSaved(rounds: number, act: (id: string) => Promise<void>, sample: { readonly event: object; readonly row: object }): Promise<readonly Timed[]> {
  const raw = await openRaw();
  let n = 0;
  const round = Math.random().toString(36).slice(2);
  return interleave(rounds, {
    'raw IndexedDB, event and row, strict': () => rawWrite(raw, { case: round, seq: (n += 1), event: sample.event }, sample.row),
    'Caseway: an act to “Saved”, in both journals': () => act(`${round}-${n += 1}`),
  });
}

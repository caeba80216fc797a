// Where rehearsals are kept: a database of their own, in which no case can stand. A record is a scenario and the acts
// that were tried; it is played again when it is opened.
import type { KeptRehearsal, Scenario } from '../../engine/case/rehearsal/index.ts';

export const SHELF = 'caseway-rehearsal';
export interface ShelvedRehearsal { readonly id: string; readonly scenario: Scenario; readonly kept: KeptRehearsal; /** When it was last played, by the computer's clock. */ readonly changed: number; readonly note?: string }
interface Kept { readonly rehearsals: ShelvedRehearsal; readonly scenarios: Scenario }
type Table = keyof Kept;

let opened: Promise<IDBDatabase> | undefined;

function shelf(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(SHELF, 1);
    request.onupgradeneeded = () => { request.result.createObjectStore('rehearsals', { keyPath: 'id' }); request.result.createObjectStore('scenarios', { keyPath: 'id' }); };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser refused to keep rehearsals.'));
  });
  return opened;
}
async function asked<T>(table: Table, mode: IDBTransactionMode, ask: (objects: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const objects = (await shelf()).transaction(table, mode).objectStore(table);
  const request = ask(objects);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not kept'));
  });
}

/** Every rehearsal kept here, last played first. */
export async function rehearsalsKept(): Promise<readonly ShelvedRehearsal[]> {
  return (await asked<ShelvedRehearsal[]>('rehearsals', 'readonly', (objects) => objects.getAll())).toSorted((a, b) => b.changed - a.changed);
}
export function rehearsalKept(id: string): Promise<ShelvedRehearsal | undefined> { return asked('rehearsals', 'readonly', (objects) => objects.get(id) as IDBRequest<ShelvedRehearsal | undefined>); }
export async function keepRehearsal(one: ShelvedRehearsal): Promise<void> { await asked('rehearsals', 'readwrite', (objects) => objects.put(one)); }
export async function forgetRehearsal(id: string): Promise<void> { await asked('rehearsals', 'readwrite', (objects) => objects.delete(id)); }
/** Scenarios recorded or opened here. */
export function ownScenarios(): Promise<readonly Scenario[]> { return asked('scenarios', 'readonly', (objects) => objects.getAll() as IDBRequest<Scenario[]>); }
export async function keepScenario(scenario: Scenario): Promise<void> { await asked('scenarios', 'readwrite', (objects) => objects.put(scenario)); }
export async function forgetScenario(id: string): Promise<void> { await asked('scenarios', 'readwrite', (objects) => objects.delete(id)); }

// Where rehearsals are kept: a database of their own, in which no case can stand. A record is a scenario and the acts
// that were tried; it is played again when it is opened. What comes here from outside was lent: a copy of a procedure,
// or ranges of times without any case in them.
import { contentHash } from '../../engine/case/hash.ts';
import type { KeptRehearsal, Scenario } from '../../engine/case/rehearsal/index.ts';
import type { CaseRange, Range } from '../../engine/verify/durations/index.ts';
import type { Id, Procedure } from '../../engine/procedure/types.ts';

export const SHELF = 'caseway-rehearsal';
export interface ShelvedRehearsal { readonly id: string; readonly scenario: Scenario; readonly kept: KeptRehearsal; /** When it was last played, by the computer's clock. */ readonly changed: number; readonly note?: string; /** The lent procedure that it is played on; absent for one that comes with Caseway. */ readonly on?: string }
/** A copy of an own procedure as it was when it was lent; `key` names its content. */
export interface LentProcedure { readonly key: string; readonly procedure: Procedure; readonly lent: number; /** "Draft 3", "Version 2". */ readonly words: string }
/** How long acts of a procedure take: as closed cases had it, of which nothing else is here, or as the manager gave it. */
export interface KeptRanges { readonly key: string; readonly procedure: Id; readonly from: 'cases' | 'manager'; readonly lent: number; /** How many closed cases; 0 for those of the manager. */ readonly cases: number; readonly ranges: Readonly<Record<string, KeptRange>> }
/** `given`: by the manager. */
export interface KeptRange extends Range, Partial<Pick<CaseRange, 'cases'>> { readonly given?: true }
interface Kept { readonly rehearsals: ShelvedRehearsal; readonly scenarios: Scenario; readonly procedures: LentProcedure; readonly ranges: KeptRanges }
type Table = keyof Kept;

const TABLES: readonly (readonly [Table, string])[] = [['rehearsals', 'id'], ['scenarios', 'id'], ['procedures', 'key'], ['ranges', 'key']];
let opened: Promise<IDBDatabase> | undefined;

function shelf(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(SHELF, 2);
    request.onupgradeneeded = () => { for (const [name, keyPath] of TABLES) if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name, { keyPath }); };
    request.onsuccess = () => {
      // A newer Caseway in another tab may want to change the tables: it is let in, and the next question opens them anew.
      request.result.onversionchange = () => { request.result.close(); opened = undefined; };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('The browser refused to keep rehearsals.'));
  });
  return opened;
}
/** Asks a table, and answers when what it was asked is on the disk: what a request was granted the browser may still take back. */
async function asked<T>(table: Table, mode: IDBTransactionMode, ask: (objects: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await shelf()).transaction(table, mode, { durability: 'strict' });
  const request = ask(transaction.objectStore(table));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
  });
}
/** Puts one thing in the place of what is there as long as that is still `same`; whether it was. */
async function replaced<T extends Kept[Table] & { readonly id: string }>(table: Table, next: T, same: (held: T) => boolean): Promise<boolean> {
  let still = false;
  await asked(table, 'readwrite', (objects) => {
    const request = objects.get(next.id) as IDBRequest<T | undefined>;
    request.onsuccess = () => { still = request.result !== undefined && same(request.result); if (still) objects.put(next); };
    return request;
  });
  return still;
}

/** Every rehearsal kept here, last played first. */
export async function rehearsalsKept(): Promise<readonly ShelvedRehearsal[]> {
  return (await asked<ShelvedRehearsal[]>('rehearsals', 'readonly', (objects) => objects.getAll())).toSorted((a, b) => b.changed - a.changed);
}
export function rehearsalKept(id: string): Promise<ShelvedRehearsal | undefined> { return asked('rehearsals', 'readonly', (objects) => objects.get(id) as IDBRequest<ShelvedRehearsal | undefined>); }
export async function keepRehearsal(one: ShelvedRehearsal): Promise<void> { await asked('rehearsals', 'readwrite', (objects) => objects.put(one)); }
/** Keeps a rehearsal as played now, like `replaceScenario`. When it was last played is no change of another window. */
export const replaceRehearsal = (one: ShelvedRehearsal, mine: readonly ShelvedRehearsal[]): Promise<boolean> => replaced('rehearsals', { ...one, changed: Date.now() }, (held) => mine.some((other) => said(other) === said(held)));
const said = ({ kept, note }: ShelvedRehearsal): string => JSON.stringify([kept, note ?? '']);
export async function forgetRehearsal(id: string): Promise<void> { await asked('rehearsals', 'readwrite', (objects) => objects.delete(id)); }
/** Scenarios recorded or opened here. */
export function ownScenarios(): Promise<readonly Scenario[]> { return asked('scenarios', 'readonly', (objects) => objects.getAll() as IDBRequest<Scenario[]>); }
export async function keepScenario(scenario: Scenario): Promise<void> { await asked('scenarios', 'readwrite', (objects) => objects.put(scenario)); }
/** Keeps a scenario in place of one of those that a window knows of; false, and nothing is kept, where another window has changed or deleted it. */
export const replaceScenario = (scenario: Scenario, mine: readonly Scenario[]): Promise<boolean> => replaced('scenarios', scenario, (held) => mine.some((one) => JSON.stringify(one) === JSON.stringify(held)));
export async function forgetScenario(id: string): Promise<void> { await asked('scenarios', 'readwrite', (objects) => objects.delete(id)); }

/** Every procedure lent to rehearsal, the newest first. */
export async function lentProcedures(): Promise<readonly LentProcedure[]> {
  return (await asked<LentProcedure[]>('procedures', 'readonly', (objects) => objects.getAll())).toSorted((a, b) => b.lent - a.lent);
}
/** Keeps a copy of a procedure for rehearsal. Older copies of it go, save those that a rehearsal is played on. */
export async function lendProcedure(procedure: Procedure, words: string, lent: number): Promise<LentProcedure> {
  const one: LentProcedure = { key: `${procedure.id}.${contentHash(procedure).slice(0, 12)}`, procedure, lent, words };
  await asked('procedures', 'readwrite', (objects) => objects.put(one));
  const played = new Set((await rehearsalsKept()).map(({ on }) => on));
  for (const old of await lentProcedures()) if (old.procedure.id === procedure.id && old.key !== one.key && !played.has(old.key)) await asked('procedures', 'readwrite', (objects) => objects.delete(old.key));
  return one;
}
/** Takes a lent procedure away; its scenarios stay. */
export async function forgetProcedure(id: Id): Promise<void> {
  for (const { key, procedure } of await lentProcedures()) if (procedure.id === id) await asked('procedures', 'readwrite', (objects) => objects.delete(key));
}
/** Ranges of times kept for a procedure: at most one set that closed cases supplied, and one of the manager. */
export async function rangesKept(procedure: Id): Promise<readonly KeptRanges[]> {
  return (await asked<KeptRanges[]>('ranges', 'readonly', (objects) => objects.getAll())).filter((one) => one.procedure === procedure);
}
/** Keeps ranges, in place of those of the same origin. */
export async function keepRanges(one: Omit<KeptRanges, 'key'>): Promise<void> { await asked('ranges', 'readwrite', (objects) => objects.put({ ...one, key: `${one.procedure} ${one.from}` })); }

// Text typed and not yet saved, kept in this browser every half second so that nothing typed is lost.
// A small database beside the store, one for live cases and one for practice; it is not part of any case.
import { openCodec } from '../world/keyring.ts';
import { log } from '../world/log.ts';

const TABLE = 'typed';
/** Only live cases are sealed; practice is invented. */
const LIVE = 'caseway-live';
const open = new Map<string, Promise<IDBDatabase>>();

function database(store: string): Promise<IDBDatabase> {
  const name = `${store}-typed`;
  const known = open.get(name);
  if (known !== undefined) return known;
  const opening = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser refused to keep what is typed.'));
  });
  open.set(name, opening);
  return opening;
}
function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not kept'));
  });
}
async function table(store: string, mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await database(store)).transaction(TABLE, mode).objectStore(TABLE);
}
/** What was typed under a key, or undefined; sealed with the vault's key where there is a vault. */
export async function typedBefore<T>(store: string, key: string): Promise<T | undefined> {
  const kept = await table(store, 'readonly').then((objects) => finished(objects.get(key) as IDBRequest<unknown>)).catch(quietly);
  return (await unsealed(key, kept).catch(quietly)) as T | undefined;
}
export async function keepTyped(store: string, key: string, value: unknown): Promise<boolean> {
  try {
    const codec = store === LIVE ? openCodec() : undefined;
    const kept = codec === undefined ? value : { sealed: await codec.seal(`typed/${key}`, value) }; // before the transaction opens
    await finished((await table(store, 'readwrite')).put(kept, key));
    return true;
  } catch (error) { quietly(error); return false; }
}
const isSealed = (kept: unknown): kept is { readonly sealed: string } => typeof kept === 'object' && kept !== null && 'sealed' in kept && typeof kept.sealed === 'string';
async function unsealed(key: string, kept: unknown): Promise<unknown> {
  if (!isSealed(kept)) return kept;
  return openCodec()?.open(`typed/${key}`, kept.sealed);
}
export async function forgetTyped(store: string, key: string): Promise<void> {
  await table(store, 'readwrite').then((objects) => finished(objects.delete(key))).catch(quietly);
}
export async function forgetAllTyped(store: string): Promise<void> {
  await table(store, 'readwrite').then((objects) => finished(objects.clear())).catch(quietly);
}
/** What was typed in one case: everything under keys that begin with it. */
export async function forgetTypedOf(store: string, caseId: string): Promise<void> {
  if (typeof indexedDB === 'undefined') return; // a store in memory keeps nothing typed
  await table(store, 'readwrite').then((objects) => finished(objects.delete(IDBKeyRange.bound(`${caseId}/`, `${caseId}/\uffff`)))).catch(quietly);
}
function quietly(error: unknown): undefined { log(`Typed text: ${String(error)}`); return undefined; }

// A small database beside the stores for what belongs to this installation and to no case: the vault's header, the key
// that signs exports, the folder for backups. Nothing here opens a case.
const NAME = 'caseway-installation';
const TABLE = 'kept';
let opening: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    request.onsuccess = () => { request.result.onversionchange = () => { request.result.close(); opening = undefined; }; resolve(request.result); };
    request.onerror = () => reject(request.error ?? new Error('The browser refused to keep anything.'));
  });
  return opening;
}
function asked<T>(mode: IDBTransactionMode, ask: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return database().then((db) => new Promise((resolve, reject) => {
    const transaction = db.transaction(TABLE, mode, { durability: 'strict' });
    const request = ask(transaction.objectStore(TABLE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
  }));
}
/** What is kept under a name, or undefined. Whoever asks knows what was put there. */
export const onShelf = <T>(name: string): Promise<T | undefined> => asked('readonly', (table) => table.get(name) as IDBRequest<T | undefined>);
export const putOnShelf = (name: string, value: unknown): Promise<unknown> => asked('readwrite', (table) => table.put(value, name));
export const takeOffShelf = (name: string): Promise<unknown> => asked('readwrite', (table) => table.delete(name));

// The raw contestant of every bench of saving: one event and one row in a strict IndexedDB transaction, with nothing around it.

/** An empty database of that name, with the same two object stores and index as the real one. */
export function openRaw(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('events', { keyPath: ['case', 'seq'] });
      request.result.createObjectStore('rows', { keyPath: 'case' }).createIndex('due', ['closed', 'nextDue', 'case']);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('could not open'));
  });
}

/** Resolves once both are on the disk. */
export function rawWrite(db: IDBDatabase, event: object, row: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(['events', 'rows'], 'readwrite', { durability: 'strict' });
    transaction.objectStore('events').add(event);
    transaction.objectStore('rows').put(row);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('could not write'));
  });
}

// Takes everything of Caseway off this browser: databases, journals, what is remembered, what is kept for work offline.
import { liveJournal } from '../world/live.ts';

/** Resolves when nothing is left that this page can reach. What the browser itself has not tidied up on the disk it cannot. */
export async function wipeDevice(): Promise<void> {
  await liveJournal().ask('wipe', null).catch(() => undefined);
  const databases = await indexedDB.databases();
  await Promise.all(databases.flatMap(({ name }) => (name === undefined ? [] : [deleted(name)])));
  localStorage.clear();
  sessionStorage.clear();
  for (const name of await caches.keys()) await caches.delete(name);
  for (const one of await navigator.serviceWorker?.getRegistrations() ?? []) await one.unregister();
}
/** A database that another tab holds open goes when that tab lets go of it. */
function deleted(name: string): Promise<void> {
  return new Promise((done) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = request.onblocked = () => done();
  });
}

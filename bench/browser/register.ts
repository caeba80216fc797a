// The register's first page over 100,000 cases, beside a raw `getAll` of 50 on the same index of the same database.
import { openDatabase } from '../../engine/store/dexie-schema.ts';
import { openDexieStore } from '../../engine/store/dexie.ts';
import type { RegisterRow } from '../../engine/store/types.ts';
import { interleave, type Timed } from './interleave.ts';

const NAME = 'bench-register';
const PAGE = 50;

function row(n: number): RegisterRow {
  const id = `case-${String(n).padStart(6, '0')}`;
  return {
    case: id, procedure: 'bench', version: 1, seq: 14, head: 'f'.repeat(64), stages: ['rapid-review'],
    opened: n, changed: n, closed: n % 5 === 0 ? 1 : 0, nextDue: (n * 7919) % 1_000_003,
    content: { reference: `XX-2026-${n}`, initials: 'Q.X.', stage: 'Rapid review', next: 'Return the agency check', nextDate: '2026-12-29' },
  };
}

async function fill(total: number): Promise<void> {
  const db = await openDatabase(NAME);
  for (let from = 0; from < total; from += 10_000) {
    await db.rows.bulkAdd(Array.from({ length: Math.min(10_000, total - from) }, (_, i) => row(from + i)));
  }
  db.close();
}

function rawDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('could not open'));
  });
}

function rawPage(db: IDBDatabase): Promise<readonly RegisterRow[]> {
  return new Promise((resolve, reject) => {
    const index = db.transaction('rows').objectStore('rows').index('[closed+nextDue+case]');
    const request: IDBRequest<RegisterRow[]> = index.getAll(IDBKeyRange.bound([0], [0, []]), PAGE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('could not read'));
  });
}

/** Median milliseconds of each contestant over `rounds` interleaved reads, after checking that both read the same page. */
export async function benchRegister(total: number, rounds: number): Promise<readonly Timed[]> {
  await fill(total);
  const store = await openDexieStore(NAME);
  const raw = await rawDatabase();
  const ours = await store.cases.page({ closed: false, limit: PAGE });
  const theirs = await rawPage(raw);
  if (JSON.stringify(ours.rows) !== JSON.stringify(theirs)) throw new Error('the two contestants read different pages');
  return interleave(rounds, {
    'raw getAll of 50': async () => void (await rawPage(raw)),
    'first page of the register': async () => void (await store.cases.page({ closed: false, limit: PAGE })),
    'register counters': async () => void (await store.cases.counters()),
  });
}

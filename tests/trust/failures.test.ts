// Every call to IndexedDB that an act of the store makes is made to fail once, in its turn. Whatever fails: either the
// act is told as failed and nothing of it is kept, or it is told as saved and all of it is kept. Nothing is lost in silence.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openDexieStore } from '../../engine/store/dexie.ts';
import { canonical } from '../../engine/procedure/canonical.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { Store, StoreExport } from '../../engine/store/types.ts';
import { event, row } from '../contracts/store.ts';
import { figure } from './runs.ts';

const METHODS: readonly (readonly [object, readonly string[]])[] = [
  [IDBObjectStore.prototype, ['get', 'getAll', 'put', 'add', 'delete', 'clear', 'count', 'openCursor', 'openKeyCursor', 'getAllKeys']],
  [IDBIndex.prototype, ['get', 'getAll', 'count', 'openCursor', 'openKeyCursor', 'getAllKeys']],
  [IDBDatabase.prototype, ['transaction']],
];

/** Runs `act` with the `nth` call failing (1 for the first); answers how many calls there were. `how`: at once, or as an answer. */
async function withFailing(nth: number, how: 'thrown' | 'aborted', act: () => Promise<void>): Promise<number> {
  let calls = 0;
  const undo: (() => void)[] = [];
  for (const [prototype, names] of METHODS) for (const name of names) {
    const real: unknown = Reflect.get(prototype, name);
    if (typeof real !== 'function') continue;
    Reflect.set(prototype, name, function failing(this: IDBObjectStore, ...args: readonly unknown[]): unknown {
      calls += 1;
      if (calls === nth && (how === 'thrown' || name === 'transaction')) throw new DOMException('planted', 'UnknownError');
      const answer: unknown = Reflect.apply(real, this, args);
      if (calls === nth) ('transaction' in this ? this.transaction : (this as unknown as IDBIndex).objectStore.transaction).abort();
      return answer;
    });
    undo.push(() => { Reflect.set(prototype, name, real); });
  }
  try { await act(); } finally { for (const one of undo) one(); }
  return calls;
}

const invented = { format: 1, id: 'invented', label: 'Invented' } as unknown as Procedure;
type Act = (store: Store) => Promise<{ readonly ok: boolean } | void>;
const acts: Readonly<Record<string, Act>> = {
  'an act on a case': (store) => store.cases.append('a', 1, [event('a', 2), event('a', 3)], row('a', 3, { closed: 1 })),
  'the opening of a case': (store) => store.cases.append('b', 0, [event('b', 1)], row('b', 1)),
  'an entry of the access log': (store) => store.cases.record({ id: 'e', case: 'a', at: 1, person: 'A.B.', role: 'r', what: 'viewed', words: 'w' }),
  'a draft': (store) => store.procedures.saveDraft({ id: 'd', changed: 2, procedure: invented }, 1),
  'a version': (store) => store.procedures.publish({ id: 'invented', hash: 'h2', published: 1, by: 'A.B.', procedure: invented }),
  'a retiring': (store) => store.procedures.retire('invented', 1, '2027-01-01'),
  'an erased case': (store) => store.cases.erase('a', 1, row('a', 1, { closed: 1, content: { reference: 'A', initials: '', stage: '', erased: 1 } })),
  'a setting': (store) => store.settings.save({ id: 's', changed: 1, content: { name: 'x' } }, 0),
  'a duty': (store) => store.duties.append('invented', 0, [{ ...event('invented', 1), type: 'dutyPerformed' }]),
  'a restored backup': (store) => store.cases.importAll({ format: 1, cases: [{ id: 'c', events: [event('c', 1)], row: row('c', 1) }], drafts: [], versions: [], access: [] }, 'replace'),
  'a case put back': (store) => store.cases.importAll({ format: 1, cases: [{ id: 'a', events: [event('a', 1), event('a', 2)], row: row('a', 2) }], drafts: [], versions: [], access: [] }, 'add'),
};
let databases = 0;
async function prepared(): Promise<Store> {
  const store = await openDexieStore(`failing-${(databases += 1)}`);
  await store.cases.append('a', 0, [event('a', 1)], row('a', 1));
  await store.procedures.publish({ id: 'invented', hash: 'h1', published: 1, by: 'A.B.', procedure: invented });
  await store.procedures.saveDraft({ id: 'd', changed: 1, procedure: invented }, 0);
  return store;
}
const all = async (store: Store): Promise<string> => canonical(await store.cases.exportAll() satisfies StoreExport);

/** What failed in silence: told as saved and not kept, or told as failed and kept in part. */
async function silent(act: Act, how: 'thrown' | 'aborted', told: (ok: boolean) => boolean = (ok) => ok): Promise<{ readonly calls: number; readonly losses: readonly number[] }> {
  const reference = await prepared();
  const before = await all(reference);
  await act(reference);
  const after = await all(reference);
  reference.close();
  const losses: number[] = [];
  let total = 1;
  for (let nth = 1; nth <= total; nth += 1) {
    const store = await prepared();
    let ok = true;
    const calls = await withFailing(nth, how, async () => { ok = told(await act(store).then((answer) => answer?.ok ?? true, () => false)); });
    if (nth === 1) total = Math.max(1, await countCalls(act));
    const kept = await all(store);
    store.close();
    if (calls < nth) continue;
    if (ok ? kept !== after : kept !== before) losses.push(nth);
  }
  return { calls: total, losses };
}
async function countCalls(act: Act): Promise<number> {
  const store = await prepared();
  const calls = await withFailing(Number.POSITIVE_INFINITY, 'thrown', async () => { await act(store); });
  store.close();
  return calls;
}

test.each(Object.entries(acts))('%s: each call to the database failing once is told, or nothing is amiss', async (name, act) => {
  for (const how of ['thrown', 'aborted'] as const) {
    const { calls, losses } = await silent(act, how);
    figure(`${name}, ${how}: ${calls} calls made to fail, ${losses.length} silent losses`);
    expect(calls).toBeGreaterThan(1);
    expect(losses).toEqual([]);
  }
});

test('an entry whose place is taken, though the register says that it is free, is told as not saved', async () => {
  const store = await prepared();
  const raw = await new Promise<IDBDatabase>((done) => { const request = indexedDB.open(store.name); request.onsuccess = () => done(request.result); });
  await new Promise<void>((done) => { const adding = raw.transaction('events', 'readwrite'); adding.objectStore('events').add({ case: 'a', seq: 2, event: event('a', 2, 'of another') }); adding.oncomplete = () => done(); });
  raw.close();

  const said = await store.cases.append('a', 1, [event('a', 2)], row('a', 2));

  expect(said).toMatchObject({ ok: false, code: 'failed' });
  expect(await store.cases.row('a')).toMatchObject({ seq: 1 });
  expect((await store.cases.events('a')).map(({ id }) => id)).toEqual(['a-1', 'of another']);
  store.close();
});

test('a store that calls everything saved is caught by this harness', async () => {
  const { losses } = await silent(acts['an act on a case'] as Act, 'aborted', () => true);
  expect(losses.length).toBeGreaterThan(0);
});

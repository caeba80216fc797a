// Stores of every released schema open in the newest, whole; a store of newer code is read and never written.
import 'fake-indexeddb/auto';
import { readFileSync, readdirSync } from 'node:fs';
import Dexie from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { verifyAccess } from '../../../engine/case/access.ts';
import { openDexieStore } from '../../../engine/store/dexie.ts';
import { EPOCH } from '../../../engine/store/dexie-schema.ts';
import { event, row } from '../../contracts/store.ts';

interface Released { readonly schema: number; readonly released: string; readonly stores: Readonly<Record<string, string>>; readonly tables: Readonly<Record<string, readonly object[]>> }
const folder = new URL('../../fixtures/store/', import.meta.url);
const released = readdirSync(folder).filter((file) => /^schema-\d+\.json$/.test(file)).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Released);

async function lay(name: string, { schema, stores, tables }: Released): Promise<void> {
  const db = new Dexie(name);
  db.version(schema).stores(stores);
  await db.open();
  for (const [table, records] of Object.entries(tables)) await db.table(table).bulkAdd(records);
  db.close();
}

describe.each(released.map((one) => [one.schema, one] as const))('a store of schema %s', (schema, one) => {
  it('opens in the newest with every case, version, draft and entry', async () => {
    const name = `released-${schema}`;
    await lay(name, one);

    const store = await openDexieStore(name, { newId: () => 'named' });

    const all = await store.cases.exportAll();
    expect(all.cases.map(({ id, events }) => [id, events.length])).toEqual([['a', 2], ['b', 1]]);
    expect(all.cases.map((kept) => kept.row)).toEqual(one.tables['rows']);
    expect([all.drafts, all.versions]).toEqual([one.tables['drafts'], one.tables['versions']]);
    expect(await store.cases.counters()).toEqual({ open: 1, closed: 1 });
    expect(all.access.map(({ words }) => words)).toEqual(['earlier', 'later']);
    expect(verifyAccess(all.access)).toMatchObject({ ok: true, count: 2 });
    expect([all.settings, all.duties]).toEqual([[], []]);
    expect(await store.settings.save({ id: 'partnership', changed: 1, content: {} }, 0)).toEqual({ ok: true, revision: 1 });
    expect(await store.cases.append('a', 2, [event('a', 3)], row('a', 3))).toMatchObject({ ok: true });
    store.close();
  });

  it('is left as it was by an upgrade that was interrupted, and opens the next time', async () => {
    const name = `interrupted-${schema}`;
    await lay(name, one);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => { throw new DOMException('the power went', 'AbortError'); });

    await expect(openDexieStore(name)).rejects.toThrow();
    put.mockRestore();

    const before = new Dexie(name);
    before.version(schema).stores(one.stores);
    await before.open();
    expect(await before.table('rows').count()).toBe(2);
    expect((await before.table('meta').get('state')).epoch).toBe(schema);
    before.close();
    const store = await openDexieStore(name);
    expect(await store.identity()).toMatchObject({ epoch: EPOCH, pageEpoch: EPOCH });
    store.close();
  });
});

it('every schema before this one has its fixture', () => {
  expect(released.map(({ schema }) => schema).toSorted()).toEqual(Array.from({ length: EPOCH - 1 }, (_, index) => index + 1));
});

it('a page older than the store reads it, says so, and writes nothing', async () => {
  const store = await openDexieStore('downgrade');
  await store.cases.append('a', 0, [event('a', 1)], row('a', 1));
  const newer = await new Dexie('downgrade').open();
  const state = await newer.table('meta').get('state');
  await newer.table('meta').put({ ...state, epoch: EPOCH + 1 });
  newer.close();

  expect(await store.identity()).toMatchObject({ epoch: EPOCH + 1, pageEpoch: EPOCH });
  expect(await store.cases.append('a', 1, [event('a', 2)], row('a', 2))).toMatchObject({ ok: false, code: 'stale-code' });
  expect(await store.cases.importAll(await store.cases.exportAll(), 'replace')).toMatchObject({ ok: false, code: 'stale-code' });
  expect((await store.cases.events('a')).length).toBe(1);
  store.close();
});

it('a page without the key, or with another one, writes nothing into a sealed store', async () => {
  const codec = (id: string) => ({ id, seal: async (_place: string, content: unknown) => JSON.stringify(content), open: async (_place: string, sealed: string) => JSON.parse(sealed) as unknown });
  const sealed = await openDexieStore('keys', { codec: codec('one') });
  await sealed.cases.append('a', 0, [event('a', 1)], row('a', 1));
  for (const options of [{}, { codec: codec('two') }]) {
    const other = await openDexieStore('keys', options);
    expect(await other.cases.append('b', 0, [event('b', 1)], row('b', 1))).toMatchObject({ ok: false, code: 'stale-code' });
    other.close();
  }
  expect((await sealed.cases.heads()).map(({ case: id }) => id)).toEqual(['a']);
  sealed.close();
});

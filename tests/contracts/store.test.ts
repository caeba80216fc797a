// One contract, each host that runs in Node. The browser's own IndexedDB runs the same list in tests/browser.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { EPOCH, emptyState } from '../../engine/store/dexie-schema.ts';
import type { Codec } from '../../engine/store/codec.ts';
import { openDexieStore } from '../../engine/store/dexie.ts';
import { createMemoryTabs } from '../../engine/store/memory.ts';
import type { Store } from '../../engine/store/types.ts';
import { event, row, storeContract, type OpenTab } from './store.ts';

const opened: Store[] = [];
let databases = 0;

const hosts: Readonly<Record<string, () => OpenTab>> = {
  memory: () => {
    const open = createMemoryTabs();
    return async () => open();
  },
  'Dexie over fake-indexeddb': () => {
    const name = `contract-${(databases += 1)}`;
    return async () => keep(await openDexieStore(name));
  },
  'Dexie with a vault': () => {
    const name = `contract-${(databases += 1)}`;
    return async () => keep(await openDexieStore(name, { codec: reversing }));
  },
};

/** Stands for a vault: nothing it keeps can be read as it lies, and it opens only at the place it was sealed for. */
const reversing: Codec = {
  id: 'reversing',
  seal: async (place, content) => [...`${JSON.stringify(content)} ${place}`].reverse().join(''),
  open: async (place, sealed) => {
    const text = [...sealed].reverse().join('');
    if (!text.endsWith(` ${place}`)) throw new Error(`sealed for another place than ${place}`);
    return JSON.parse(text.slice(0, -place.length - 1));
  },
};

function keep(store: Store): Store {
  opened.push(store);
  return store;
}

afterEach(() => {
  for (const store of opened.splice(0)) store.close();
});

describe.each(Object.entries(hosts))('the store in %s', (_, host) => {
  it.each(storeContract.map((example) => [example.name, example] as const))('%s', async (_name, example) => {
    await expect(example.run(host())).resolves.toBeUndefined();
  });

  it('would notice a host that calls a lost update saved', async () => {
    const open = host();
    const careless: OpenTab = async () => {
      const store = await open();
      const append: Store['cases']['append'] = async (id, expected, events, next) => {
        const result = await store.cases.append(id, expected, events, next);
        return result.ok ? result : { ok: true, seq: expected + events.length, repeated: false };
      };
      return { ...store, cases: { ...store.cases, append } };
    };
    const failed = await Promise.allSettled(storeContract.map((example) => example.run(careless)));
    expect(failed.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
  });

  it('would notice a host that erases the line of a case and leaves what was said', async () => {
    const open = host();
    const careless: OpenTab = async () => {
      const store = await open();
      return { ...store, cases: { ...store.cases, erase: async (id, expected, line) => { await store.cases.renew([{ ...line, seq: expected, head: (await store.cases.row(id))?.head ?? '' }]); return { ok: true, seq: expected, repeated: false }; } } };
    };
    const erasing = storeContract.filter(({ name }) => name.startsWith('an erased case'));
    expect((await Promise.allSettled(erasing.map((example) => example.run(careless)))).map(({ status }) => status)).toEqual(['rejected']);
  });
});

describe('the store in IndexedDB', () => {
  it('refuses a write from a page with another epoch, and writes nothing', async () => {
    const store = keep(await openDexieStore('epoch'));
    const other = await new Dexie('epoch').open();
    await other.table('meta').put({ ...emptyState('epoch', ''), epoch: EPOCH + 1 });
    other.close();

    const result = await store.cases.append('a', 0, [event('a', 1)], row('a', 1));

    expect(result).toMatchObject({ ok: false, code: 'stale-code' });
    expect(await store.cases.events('a')).toEqual([]);
  });

  it('says that the storage is full when the quota is used up', async () => {
    const store = keep(await openDexieStore('quota'));
    const huge = { ...event('a', 1), payload: { get words(): string { throw new DOMException('over quota', 'QuotaExceededError'); } } };

    expect(await store.cases.append('a', 0, [huge], row('a', 1))).toMatchObject({ ok: false, code: 'full' });
    expect(await store.cases.row('a')).toBeUndefined();
  });

  it('keeps only ids, instants and stages in its indexes', async () => {
    const store = keep(await openDexieStore('indexes'));
    const db = await new Dexie('indexes').open();
    const indexed = db.tables.flatMap((table) => [table.schema.primKey, ...table.schema.indexes].map((index) => index.name));
    db.close();

    expect(new Set(indexed)).toEqual(new Set(['[case+seq]', 'case', '[closed+nextDue+case]', 'id', 'seq', '[id+version]', 'key']));
    expect(store.name).toBe('indexes');
  });
});

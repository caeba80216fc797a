// The store contract in a page: the test calls `runExample(name)` and gets what went wrong, or nothing.
import { openDexieStore } from '../../../engine/store/dexie.ts';
import type { Store } from '../../../engine/store/types.ts';
import { event, row, storeContract } from '../store.ts';

async function runExample(name: string): Promise<string | undefined> {
  const example = storeContract.find((one) => one.name === name);
  const opened: Store[] = [];
  const open = async (): Promise<Store> => {
    const store = await openDexieStore(`contract ${name}`);
    opened.push(store);
    return store;
  };
  try {
    await (example?.run(open) ?? Promise.reject(new Error(`no example is called ${name}`)));
    return undefined;
  } catch (thrown) {
    return String(thrown);
  } finally {
    for (const store of opened) store.close();
  }
}

/** One tab of the two-tab test: appends `total` commands of its own to one case, reading again on each conflict. */
async function workAsTab(tab: string, total: number): Promise<number> {
  const store = await openDexieStore('two tabs');
  let conflicts = 0;
  for (let n = 0; n < total;) {
    const seq = (await store.cases.row('a'))?.seq ?? 0;
    const result = await store.cases.append('a', seq, [event('a', seq + 1, `${tab}-${n}`)], row('a', seq + 1));
    if (result.ok) n += 1;
    else conflicts += 1;
  }
  return conflicts;
}

async function keptEvents(): Promise<readonly string[]> {
  return (await (await openDexieStore('two tabs')).cases.events('a')).map(({ id, seq }) => `${seq} ${id}`);
}

Object.assign(window, { runExample, workAsTab, keptEvents });

// Two tabs on one store, in every order that chance brings: each act of each tab is kept once, both read the same in the
// end, and the tallies are right. Chance lets either tab go on at each of its waits.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openDexieStore } from '../../engine/store/dexie.ts';
import { createMemoryTabs } from '../../engine/store/memory.ts';
import type { Store } from '../../engine/store/types.ts';
import { event, row } from '../contracts/store.ts';
import { chance, figure, runs, seed } from './runs.ts';

/** Lets chance decide who goes on: each call of the store waits for a random number of turns first. */
const wait = async (random: () => number): Promise<void> => { for (let turns = Math.floor(random() * 4); turns > 0; turns -= 1) await Promise.resolve(); };

type Write = (store: Store, caseId: string, seq: number, id: string) => Promise<boolean>;
const guarded: Write = async (store, caseId, seq, id) => {
  const result = await store.cases.append(caseId, seq, [event(caseId, seq + 1, id)], row(caseId, seq + 1));
  if (!result.ok && result.code !== 'conflict') throw new Error(result.words);
  return result.ok;
};

/** One tab: `total` acts on two cases, sometimes sent twice, as after a crash. */
async function work(store: Store, name: string, total: number, random: () => number, write: Write): Promise<void> {
  for (let n = 0; n < total;) {
    const caseId = random() < 0.7 ? 'a' : 'b';
    await wait(random);
    const seq = (await store.cases.row(caseId))?.seq ?? 0;
    await wait(random);
    if (!await write(store, caseId, seq, `${name}-${n}`)) continue;
    if (random() < 0.2) await write(store, caseId, seq, `${name}-${n}`);
    n += 1;
  }
}

interface Found { readonly lost: number; readonly doubled: number; readonly apart: number }
async function interleaved(open: () => Promise<Store>, random: () => number, acts: number, write: Write): Promise<Found> {
  const [left, right] = [await open(), await open()];
  await Promise.all([work(left, 'left', acts, random, write), work(right, 'right', acts, random, write)]);
  const ids = async (store: Store) => (await Promise.all(['a', 'b'].map((id) => store.cases.events(id)))).flat().map(({ id }) => id);
  const [one, two] = [await ids(left), await ids(right)];
  left.close(); right.close();
  return { lost: acts * 2 - new Set(one).size, doubled: one.length - new Set(one).size, apart: Number(one.join() !== two.join()) };
}

const hosts: readonly (readonly [string, (n: number) => () => Promise<Store>])[] = [
  ['memory', () => { const tab = createMemoryTabs(); return async () => tab(); }],
  ['IndexedDB', (n) => async () => openDexieStore(`interleaved-${n}`)],
];
test.each(hosts)('two tabs interleaved by chance on %s lose nothing, double nothing, and agree', async (name, host) => {
  const random = chance(seed);
  const total = runs(25);
  const sum = { lost: 0, doubled: 0, apart: 0 };
  for (let n = 0; n < total; n += 1) {
    const { lost, doubled, apart } = await interleaved(host(n), random, 6, guarded);
    sum.lost += lost; sum.doubled += doubled; sum.apart += apart;
  }
  figure(`${total} interleavings of two tabs on ${name} (seed ${seed}): ${JSON.stringify(sum)}`);
  expect(sum).toEqual({ lost: 0, doubled: 0, apart: 0 });
});

test('a store without the check of the version is caught by this harness', async () => {
  const log: string[] = [];
  const careless: Write = async (_store, _caseId, seq, id) => { log[seq] = id; return true; };
  const random = chance(seed);
  const tab = createMemoryTabs();
  const [left, right] = [tab(), tab()];
  const counting = (store: Store): Store => ({ ...store, cases: { ...store.cases, row: async () => row('a', log.length) } });
  await Promise.all([work(counting(left), 'left', 20, random, careless), work(counting(right), 'right', 20, random, careless)]);
  expect(new Set(log).size).toBeLessThan(40);
});

// Everything that can be found in one store, in memory only and never kept: made after unlocking, gone with the page.
// Lines of the register are read at once; the entries of the cases follow one by one between the page's own work. What
// other tabs change is heard; what this tab changed is noticed at the next look.
import type { Procedure } from '../../engine/procedure/types.ts';
import type { RegisterRow, Store } from '../../engine/store/types.ts';
import { everyRow } from '../cases/today/useOverview.ts';
import { log } from '../world/log.ts';
import type { World } from '../world/types.ts';
import { caseEntry, entriesIn } from './entries.ts';
import { find } from './find.ts';
import type { Entry, Group } from './find.ts';

export interface Progress { readonly read: number; readonly of: number; readonly failed: number }
export interface SearchIndex {
  find(query: string): readonly Group[];
  progress(): Progress;
  /** Calls back when there is more to find; returns how to stop. */
  listen(tell: () => void): () => void;
  /** Notices what this tab wrote, and what is gone. */
  refresh(): Promise<void>;
}
interface Known { readonly head: string; readonly entries: readonly Entry[]; readonly whole: boolean }
/** Work at one go before the page may draw, in milliseconds. */
const SLICE = 8;
const TOLD_EVERY = 50;
const made = new WeakMap<Store, SearchIndex>();

/** The index of this world's store, begun at the first call. */
export function searchIndexOf(world: World): SearchIndex {
  const known = made.get(world.store) ?? begin(world);
  made.set(world.store, known);
  return known;
}

function begin(world: World): SearchIndex {
  const { cases, procedures } = world.store;
  const known = new Map<string, Known>();
  const queue: string[] = [];
  const listeners = new Set<() => void>();
  const documents = new Map<string, Promise<Procedure | undefined>>();
  let [working, failed] = [false, 0];
  const tell = (): void => { for (const one of listeners) one(); };
  const take = (row: RegisterRow): void => { known.set(row.case, { head: row.head, entries: [caseEntry(row)], whole: false }); queue.push(row.case); };
  const documentOf = (pin: { readonly id: string; readonly version: number; readonly hash: string }): Promise<Procedure | undefined> => {
    const found = documents.get(pin.hash) ?? procedures.version(pin).then((version) => version?.procedure);
    documents.set(pin.hash, found);
    return found;
  };
  const read = async (id: string): Promise<void> => {
    const [row, events] = [await cases.row(id), await cases.events(id)];
    const last = events.at(-1);
    if (row === undefined) { known.delete(id); return; }
    known.set(id, { head: row.head, whole: true, entries: [caseEntry(row), ...entriesIn(row, events, last && await documentOf(last.procedure))] });
  };
  const work = async (): Promise<void> => {
    if (working) return;
    working = true;
    let [from, done] = [performance.now(), 0];
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      await read(id).catch((error: unknown) => { failed += 1; log(`Search: ${String(error)}`); });
      if ((done += 1) % TOLD_EVERY === 0) tell();
      if (performance.now() - from > SLICE) { await aPause(); from = performance.now(); }
    }
    working = false;
    tell();
  };
  const refresh = async (): Promise<void> => {
    const heads = new Map((await cases.heads()).map((head) => [head.case, head.head]));
    for (const id of known.keys()) if (!heads.has(id)) known.delete(id);
    for (const [id, head] of heads) if (known.get(id)?.head !== head && !queue.includes(id)) queue.unshift(id);
    await work();
  };
  cases.watch((id) => { queue.unshift(id); void work(); });
  void everyRow(world).then((rows) => { for (const row of rows.toSorted((a, b) => b.changed - a.changed)) take(row); tell(); return work(); }).catch((error: unknown) => log(`Search: ${String(error)}`));
  return {
    find: (query) => find([...known.values()].map(({ entries }) => entries), query), refresh,
    progress: () => ({ read: [...known.values()].filter(({ whole }) => whole).length + failed, of: known.size, failed }),
    listen: (one) => { listeners.add(one); return () => listeners.delete(one); },
  };
}
function aPause(): Promise<void> { return new Promise((resolve) => { setTimeout(resolve, 0); }); }

// Everything that can be found in one store, in memory only and never kept: made after unlocking, gone with the page,
// and the same for every screen until then. Lines of the register are read at once; the entries of the cases follow in
// pieces of several cases, each one read of the store and a few milliseconds' work, so that the page may draw between.
// What other tabs change is heard; what this tab changed is noticed at the next look.
import type { Procedure } from '../../engine/procedure/types.ts';
import type { CaseEvent, ProcedurePin } from '../../engine/case/types.ts';
import type { CaseStore, RegisterRow, Scanned, Store } from '../../engine/store/types.ts';
import { everyRow } from '../cases/today/useOverview.ts';
import { log } from '../world/log.ts';
import { whenNobodyWaits } from '../world/turns.ts';
import type { World } from '../world/types.ts';
import { caseEntry, entriesIn } from './entries.ts';
import { find, together } from './find.ts';
import type { Found, Group } from './find.ts';

export interface Progress { readonly read: number; readonly of: number; readonly failed: number }
export interface SearchIndex {
  find(query: string): readonly Group[];
  progress(): Progress;
  /** Calls back when there is more to find; returns how to stop. */
  listen(tell: () => void): () => void;
  /** Notices what this tab wrote, and what is gone. */
  refresh(): Promise<void>;
}
interface Known extends Found { readonly head: string; readonly changed: number }
/** Entries of cases read at one go: larger pieces are no faster and hold the page up. */
const PIECE = 300;
/** How often what listens is told that there is more, in milliseconds: each time what was typed is looked for again. */
const TOLD_EVERY = 300;
const made = new WeakMap<Store, SearchIndex>();

/** The index of this world's store, begun at the first call. */
export function searchIndexOf(world: World): SearchIndex {
  const known = made.get(world.store) ?? begin(world);
  made.set(world.store, known);
  return known;
}

function begin(world: World): SearchIndex {
  const { cases } = world.store;
  const index = reading(world.store);
  const { known, waiting, queue, work } = index;
  const refresh = async (): Promise<void> => {
    const heads = new Map((await cases.heads()).map((head) => [head.case, head.head]));
    for (const id of known.keys()) if (!heads.has(id)) { known.delete(id); waiting.delete(id); }
    for (const [id, head] of heads) if (known.get(id)?.head !== head) queue.add(id);
    await work();
  };
  cases.watch((id) => { queue.add(id); void work(); });
  void everyRow(world).then((rows) => {
    for (const row of rows) { known.set(row.case, { head: row.head, changed: row.changed, ...together([caseEntry(row)]) }); waiting.set(row.case, row); }
    index.tell();
    return work();
  }).catch((error: unknown) => log(`Search: ${String(error)}`));
  return {
    // So few are put in order in less than a millisecond.
    find: (query) => find([...known.values()].toSorted((a, b) => b.changed - a.changed), query), refresh,
    progress: () => ({ read: known.size - waiting.size, of: known.size, failed: index.failed() }),
    listen: index.listen,
  };
}
/** Takes in the cases that are known by their line alone (`waiting`), in pieces, and those that changed (`queue`), one by one. */
function reading({ cases, procedures }: Store) {
  const known = new Map<string, Known>();
  const waiting = new Map<string, RegisterRow>();
  const queue = new Set<string>();
  const { tell, listen } = telling();
  const documents = new Map<string, Promise<Procedure | undefined>>();
  let [working, failed] = [false, 0];
  const documentOf = (pin: ProcedurePin): Promise<Procedure | undefined> => {
    const found = documents.get(pin.hash) ?? procedures.version(pin).then((version) => version?.procedure);
    documents.set(pin.hash, found);
    return found;
  };
  const put = async (row: RegisterRow, events: readonly CaseEvent[]): Promise<void> => {
    const last = events.at(-1);
    known.set(row.case, { head: row.head, changed: row.changed, ...together([caseEntry(row), ...entriesIn(row, events, last && await documentOf(last.procedure))]) });
    waiting.delete(row.case);
  };
  const read = async (id: string): Promise<void> => {
    const [row, events] = [await cases.row(id), await cases.events(id)];
    if (row === undefined) { known.delete(id); waiting.delete(id); } else await put(row, events);
  };
  const readQueue = async (): Promise<void> => {
    for (const id of queue) {
      queue.delete(id);
      await read(id).catch((error: unknown) => { failed += waiting.delete(id) ? 1 : 0; log(`Search: ${String(error)}`); });
      tell(false);
    }
  };
  const takePiece = async (logs: Scanned['logs']): Promise<void> => {
    for (const { case: id, events } of logs) {
      const row = waiting.get(id);
      if (row?.seq === events.length) await put(row, events); else if (row !== undefined) queue.add(id); // changed since its line was read
    }
    await readQueue();
    tell(false);
  };
  return { known, waiting, queue, tell, listen, failed: () => failed, work: async (): Promise<void> => {
    if (working) return;
    working = true;
    // A piece that cannot be read says nothing of its other cases: those are read one by one.
    if (waiting.size > 0) await inPieces(cases, takePiece).catch((error: unknown) => log(`Search: ${String(error)}`));
    for (const id of waiting.keys()) queue.add(id);
    await readQueue();
    working = false;
    tell();
  } };
}
/** The next piece is on its way while one is taken in. */
async function inPieces(cases: CaseStore, take: (logs: Scanned['logs']) => Promise<void>): Promise<void> {
  for (let coming: Promise<Scanned> | undefined = cases.scan({ events: PIECE }); coming !== undefined;) {
    const { logs, next }: Scanned = await coming;
    await whenNobodyWaits();
    coming = next === undefined ? undefined : cases.scan({ events: PIECE, after: next });
    coming?.catch(() => undefined); // told where it is awaited
    await take(logs);
  }
}
/** Who is told that there is more to find; unless `always`, not more often than they can look. */
function telling(): Pick<SearchIndex, 'listen'> & { readonly tell: (always?: boolean) => void } {
  const listeners = new Set<() => void>();
  let told = 0;
  return {
    listen: (one) => { listeners.add(one); return () => listeners.delete(one); },
    tell: (always = true) => {
      if (!always && performance.now() - told < TOLD_EVERY) return;
      told = performance.now();
      for (const one of listeners) one();
    },
  };
}

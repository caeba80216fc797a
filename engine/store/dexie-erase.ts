// Erasing a case for retention. Its entries lose what they say and keep what they are hashed by, so that the chain still
// verifies; its line keeps what the caller gives. The store takes another name, so that no other tab goes on writing
// into a second journal that still holds what was erased; the journals under earlier names go as soon as nobody holds them.
import { CONFLICT_WORDS } from './append.ts';
import { keepEvents } from './codec.ts';
import type { Host } from './dexie.ts';
import { restartJournal } from './dexie-copies.ts';
import { isOurs } from './dexie-schema.ts';
import { erasedEvent } from './erased.ts';
import { failure, StaleCode } from './failures.ts';
import type { AppendResult, CaseStore, RegisterRow } from './types.ts';

/** As `CaseStore.erase` promises. */
export async function erase(host: Host, read: CaseStore['events'], caseId: string, expected: number, row: RegisterRow): Promise<AppendResult> {
  const { db, keep, mark, sealing, newId } = host;
  try {
    const events = (await read(caseId)).map(erasedEvent);
    const [records, kept] = await Promise.all([keepEvents(keep.events, caseId, 0, events, sealing), keep.rows.keep(row)]);
    const store = newId();
    const seq = await db.transaction('rw', db.events, db.rows, db.meta, async () => {
      const state = await db.meta.get('state');
      if (!isOurs(state, mark)) throw new StaleCode();
      const before = await db.rows.get(caseId);
      if (before?.seq !== expected || events.length !== expected || expected === 0) return before?.seq ?? 0;
      await Promise.all([db.events.bulkPut([...records]), db.rows.put(kept)]);
      const closing = (row.closed - (before.closed ?? 0)) as -1 | 0 | 1;
      await db.meta.put({ ...state, open: state.open - closing, closed: state.closed + closing, store, former: [...state.former ?? [], state.store] });
      return undefined;
    });
    if (seq !== undefined) return { ok: false, code: 'conflict', seq, words: CONFLICT_WORDS };
    mark.store = store;
    // The case is erased; what is left to do for the journals is done at the next start, if not now.
    await restartJournal(host).then(() => finishErasing(host)).catch(() => undefined);
    return { ok: true, seq: expected, repeated: false };
  } catch (error) {
    return failure(error);
  }
}

/** Removes second journals that may still hold what was erased; those that another tab holds are tried again at the next start. */
export async function finishErasing({ db, journal, mark }: Host): Promise<void> {
  const former = (await db.meta.get('state'))?.former ?? [];
  if (former.length === 0) return;
  const held: string[] = [];
  for (const name of former) if (journal !== undefined && name !== mark.store && !await journal.drop(name)) held.push(name);
  await db.transaction('rw', db.meta, async () => {
    const state = await db.meta.get('state');
    if (!isOurs(state, mark)) return;
    const { former: _done, ...rest } = state;
    await db.meta.put(held.length === 0 ? rest : { ...rest, former: held });
  });
}

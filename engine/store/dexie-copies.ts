// Whole copies of the store in IndexedDB: taken out in one reading transaction, put in in one writing one, so that a
// copy is never half of two moments and a restored store never half of two stores.
import type { Host } from './dexie.ts';
import { CONFLICT_WORDS } from './append.ts';
import { keepEvents, type DutyRecord, type EventRecord, type Kept } from './codec.ts';
import { emptyState, EPOCH, isOurs, state, type Database } from './dexie-schema.ts';
import { failure, StaleCode } from './failures.ts';
import type { JournalLine } from './journal.ts';
import type { CaseStore, RegisterRow, StoreExport } from './types.ts';

type Copies = Pick<CaseStore, 'clear' | 'exportAll' | 'importAll'>;

/** The three acts on everything at once. */
export function copies(host: Host): Copies {
  return {
    clear: () => clear(host),
    exportAll: () => exportAll(host),
    importAll: (content, how, holding) => importAll(host, content, how, holding).catch(failure),
  };
}

function clear({ db, mark }: Host): Promise<void> {
  return db.transaction('rw', [db.events, db.rows, db.access, db.settings, db.duties, db.meta], async () => {
    await state(db, mark);
    await Promise.all([db.events.clear(), db.rows.clear(), db.access.clear(), db.settings.clear(), db.duties.clear()]);
    await db.meta.put(emptyState(mark.store, mark.codec));
  });
}

async function exportAll({ db, keep }: Host): Promise<StoreExport> {
  const [rows, records, drafts, versions, access, settings, duties] = await db.transaction('r', db.tables, () => Promise.all([
    db.rows.toArray(), db.events.toArray(), db.drafts.toArray(), db.versions.toArray(), db.access.orderBy('seq').toArray(), db.settings.toArray(), db.duties.toArray(),
  ]));
  const logs = new Map<string, Kept<EventRecord>[]>(rows.map((row) => [row.case ?? '', []]));
  for (const record of records) logs.get(record.case ?? '')?.push(record); // records come in order of case and seq
  const read = async (row: Kept<RegisterRow>) => {
    const id = row.case ?? '';
    const log = await Promise.all((logs.get(id) ?? []).map(keep.events.read));
    return { id, events: log.map(({ event }) => event), row: await keep.rows.read(row) };
  };
  return {
    format: 1, cases: await Promise.all(rows.map(read)), drafts: await Promise.all(drafts.map(keep.drafts.read)),
    versions: await Promise.all(versions.map(keep.versions.read)), access: await Promise.all(access.map(keep.access.read)),
    settings: await Promise.all(settings.map(keep.settings.read)), duties: dutyLogs(await Promise.all(duties.map(keep.duties.read))),
  };
}
/** Entries come in order of procedure and place. */
export function dutyLogs(records: readonly DutyRecord[]): NonNullable<StoreExport['duties']> {
  const logs = new Map<string, DutyRecord['event'][]>();
  for (const { case: procedure, event } of records) logs.set(procedure, [...(logs.get(procedure) ?? []), event]);
  return [...logs].map(([procedure, events]) => ({ procedure, events }));
}

async function importAll(host: Host, content: StoreExport, how: 'replace' | 'add', holding?: number): ReturnType<CaseStore['importAll']> {
  const { db, keep, mark, sealing, newId } = host;
  const [rows, logs, drafts, versions, access, settings, duties] = await Promise.all([
    Promise.all(content.cases.map(({ row }) => keep.rows.keep(row))),
    Promise.all(content.cases.map(({ id, events }) => keepEvents(keep.events, id, 0, events, sealing))),
    Promise.all(content.drafts.map(keep.drafts.keep)), Promise.all(content.versions.map(keep.versions.keep)), Promise.all(content.access.map(keep.access.keep)),
    Promise.all((content.settings ?? []).map(keep.settings.keep)), Promise.all((content.duties ?? []).map(({ procedure, events }) => keepEvents(keep.duties, procedure, 0, events, sealing))),
  ]);
  const last = content.access.at(-1);
  const store = how === 'replace' ? newId() : mark.store;
  const count = await db.transaction('rw', db.tables, async () => {
    const held = await db.events.count();
    if (holding !== undefined && held !== holding) return held;
    const before = await db.meta.get('state');
    // Replacing everything may change the key too; adding goes on with the one there is.
    if (before?.epoch !== EPOCH || (how === 'add' && !isOurs(before, mark))) throw new StaleCode();
    if (how === 'replace') {
      await Promise.all([db.events.clear(), db.rows.clear(), db.drafts.clear(), db.versions.clear(), db.access.clear(), db.settings.clear(), db.duties.clear()]);
      await db.access.bulkAdd(access);
      await db.meta.put({ ...emptyState(store, mark.codec), accessSeq: last?.seq ?? 0, accessHead: last?.hash ?? '' });
    } else {
      for (const { id } of content.cases) await db.events.where('[case+seq]').between([id], [id, []]).delete();
      for (const { procedure } of content.duties ?? []) await db.duties.where('[case+seq]').between([procedure], [procedure, []]).delete();
    }
    await Promise.all([db.rows.bulkPut(rows), db.events.bulkPut(logs.flat()), db.drafts.bulkPut(drafts), db.versions.bulkPut(versions), db.settings.bulkPut(settings), db.duties.bulkPut(duties.flat())]);
    await recount(db);
    return undefined;
  });
  if (count !== undefined) return { ok: false, code: 'conflict', seq: count, words: CONFLICT_WORDS };
  const replaced = mark.store;
  mark.store = store;
  await restartJournal(host, replaced);
  return { ok: true, cases: content.cases.length };
}

/** Writes everything that is kept into the journal anew, in lines of a size that can be written at once. */
export async function restartJournal({ db, journal }: Host, replaces?: string): Promise<void> {
  if (journal === undefined) return;
  const [state, events, drafts, versions, access, settings, duties] = await db.transaction('r', db.tables, () => Promise.all([
    db.meta.get('state'), db.events.toArray(), db.drafts.toArray(), db.versions.toArray(), db.access.orderBy('seq').toArray(), db.settings.toArray(), db.duties.toArray(),
  ]));
  const lines = byCase(events).map((r): JournalLine => ({ t: 'events', r }));
  await journal.restart(state?.store ?? '', [{ t: 'versions', r: versions }, { t: 'drafts', r: drafts }, { t: 'access', r: access }, { t: 'settings', r: settings }, { t: 'duties', r: duties }, ...lines], replaces);
}
function append(groups: Map<string, Kept<EventRecord>[]>, key: string, record: Kept<EventRecord>): void {
  const group = groups.get(key);
  if (group) group.push(record);
  else groups.set(key, [record]);
}
/** Records come in order of case and place. */
function byCase(records: readonly Kept<EventRecord>[]): readonly Kept<EventRecord>[][] {
  const groups = new Map<string, Kept<EventRecord>[]>();
  for (const record of records) append(groups, record.case ?? '', record);
  return [...groups.values()];
}

async function recount(db: Database): Promise<void> {
  const [kept, all, closed] = await Promise.all([db.meta.get('state'), db.rows.count(), db.rows.where('[closed+nextDue+case]').between([1], [1, []]).count()]);
  if (kept) await db.meta.put({ ...kept, open: all - closed, closed });
}

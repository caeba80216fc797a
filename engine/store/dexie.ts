// The store in IndexedDB through Dexie. One write path: check the epoch and the case's version, then events and
// register row, in one strict transaction. Under the browser's default durability a power cut lost the whole
// database, so 'strict' is no option here. What a codec seals is sealed before the transaction opens; what the
// transaction wrote goes to the second journal before it counts as saved.
import Dexie from 'dexie';
import { linkAccess } from '../case/access.ts';
import type { CaseEvent } from '../case/types.ts';
import { cursor } from './append.ts';
import { keepEvents, keepings, type Codec, type EventRecord, type Keepings, type Kept } from './codec.ts';
import { dexieDuties, dexieSettings } from './dexie-beside.ts';
import { copies, restartJournal } from './dexie-copies.ts';
import { erase, finishErasing } from './dexie-erase.ts';
import { dexieProcedures } from './dexie-procedures.ts';
import { EPOCH, openDatabase, state, type Database } from './dexie-schema.ts';
import { failure } from './failures.ts';
import type { Journal } from './journal.ts';
import { strictAppend } from './strict-append.ts';
import type { AppendResult, CaseStore, RegisterRow, Scanned, Store, StoreIdentity } from './types.ts';

export interface StoreOptions {
  /** Seals what is kept; absent: nothing is sealed. */ readonly codec?: Codec | undefined;
  /** Told of each completed write, and waited for. */ readonly journal?: Journal | undefined;
  /** A new name for the store, when it is made or replaced; the name of the database where none is given. */ readonly newId?: () => string;
}
/** What each half of the host works with. */
export interface Host { readonly db: Database; readonly keep: Keepings; /** Changes when this page replaces the store. */ readonly mark: { store: string; readonly codec: string }; readonly sealing: boolean; readonly journal: Journal | undefined; readonly newId: () => string }

export interface DexieStore extends Store {
  /** Writes into the journal what it lacks of these cases. */
  fillJournal(cases: readonly string[]): Promise<void>;
  /** Writes the journal anew from what is kept. */
  restartJournal(): Promise<void>;
  /** Removes second journals that may still hold erased cases. */
  finishErasing(): Promise<void>;
}

/**
 * Opens (or makes) the store of that name in this browser.
 * @throws what IndexedDB throws when the browser refuses storage altogether.
 */
export async function openDexieStore(name: string, { codec, journal, newId = () => name }: StoreOptions = {}): Promise<DexieStore> {
  const db = await openDatabase(name, newId(), codec?.id ?? '');
  const { id: kept } = await identityOf(db);
  const host: Host = { db, keep: keepings(codec), mark: { store: kept, codec: codec?.id ?? '' }, sealing: codec !== undefined, journal, newId };
  const channel = new BroadcastChannel(`caseway:${name}`);
  const stale = new Set<() => void>();
  // Newer code wants the store: Dexie closes it under this page, which may read no more than it has shown already.
  db.on('versionchange', () => { for (const tell of stale) tell(); });
  return {
    name, cases: dexieCases(host, channel), procedures: dexieProcedures(host), settings: dexieSettings(host), duties: dexieDuties(host), identity: () => identityOf(db),
    stale: (listener) => { stale.add(listener); return () => stale.delete(listener); },
    fillJournal: (cases) => fillJournal(host, cases), restartJournal: () => restartJournal(host), finishErasing: () => finishErasing(host),
    close: () => { channel.close(); db.close(); },
  };
}

async function identityOf(db: Database): Promise<StoreIdentity> {
  const kept = await db.meta.get('state');
  return { id: kept?.store ?? '', codec: kept?.codec ?? '', epoch: kept?.epoch ?? 0, pageEpoch: EPOCH };
}

function dexieCases(host: Host, channel: BroadcastChannel): CaseStore {
  const { db, keep } = host;
  const events: CaseStore['events'] = async (caseId) => (await Promise.all((await logOf(db, caseId)).map(keep.events.read))).map(({ event }) => event);
  return {
    append: async (caseId, expected, events, row) => {
      const result = await append(host, caseId, expected, events, row);
      if (result.ok && !result.repeated) channel.postMessage(caseId);
      return result;
    },
    events,
    scan: (query) => scan(host, query),
    erase: (caseId, expected, row) => erase(host, events, caseId, expected, row),
    row: async (caseId) => db.rows.get(caseId).then((row) => row && keep.rows.read(row)),
    page: (query) => page(host, query),
    renew: (rows) => renew(host, rows),
    counters: async () => {
      const { open = 0, closed = 0 } = await db.meta.get('state') ?? {};
      return { open, closed };
    },
    record: (entry) => record(host, entry),
    accessLog: async (caseId) => Promise.all((await db.access.where('case').equals(caseId).sortBy('seq')).map(keep.access.read)),
    accessEntries: async () => Promise.all((await db.access.orderBy('seq').toArray()).map(keep.access.read)),
    heads: async () => (await db.rows.toArray()).map(({ case: id = '', seq = 0, head = '' }) => ({ case: id, seq, head })),
    watch: (listener) => {
      const hear = ({ data }: MessageEvent<string>): void => listener(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
    ...copies(host),
  };
}

async function append(host: Host, caseId: string, expected: number, events: readonly CaseEvent[], row: RegisterRow): Promise<AppendResult> {
  const { db, keep, mark, sealing, journal } = host;
  try {
    const [records, keptRow] = await Promise.all([keepEvents(keep.events, caseId, expected, events, sealing), keep.rows.keep(row)]);
    const result = await strictAppend(db, { caseId, expected, id: events[0]?.id, events: records, row: keptRow, mark });
    if (result.ok && journal) await tell(host, journal, caseId, expected, records, result.repeated);
    return result;
  } catch (error) {
    return failure(error);
  }
}

/** The journal is given what it may lack of the case too, so that what this tab acknowledges never hangs on a write of another. */
async function tell({ db }: Host, journal: Journal, caseId: string, expected: number, records: readonly Kept<EventRecord>[], repeated: boolean): Promise<void> {
  if (journal.covered(caseId) === expected && !repeated) return journal.events(caseId, records);
  const all = await db.events.where('[case+seq]').between([caseId, journal.covered(caseId) + 1], [caseId, Dexie.maxKey]).toArray();
  return journal.events(caseId, all);
}

async function fillJournal(host: Host, cases: readonly string[]): Promise<void> {
  if (host.journal) for (const id of cases) await tell(host, host.journal, id, 0, [], true);
}

async function page({ db, keep }: Host, query: { readonly closed: boolean; readonly limit: number; readonly after?: string }): ReturnType<CaseStore['page']> {
  const closed = query.closed ? 1 : 0;
  const from = query.after === undefined ? undefined : cursor.read(query.after);
  const lower = from ? [closed, from.nextDue, from.case] : [closed];
  const kept = await db.rows.where('[closed+nextDue+case]')
    .between(lower, [closed, Dexie.maxKey], !from, true).limit(query.limit + 1).toArray();
  const rows = await Promise.all(kept.slice(0, query.limit).map(keep.rows.read));
  const last = rows.at(-1);
  return last && kept.length > query.limit ? { rows, next: cursor.write(last) } : { rows };
}

/** One read of so many records in their order; a case that it cut through is left to the next, or read to its end where it is the only one. */
async function scan({ db, keep }: Host, { events: most, after = '' }: Parameters<CaseStore['scan']>[0]): Promise<Scanned> {
  const found = await db.events.where('[case+seq]').between([after, Dexie.maxKey], Dexie.maxKey, false).limit(most + 1).toArray();
  const [whole, cut] = [found.length <= most, found.at(-1)?.case ?? ''];
  const only = !whole && found[0]?.case === cut;
  const records = only ? await logOf(db, cut) : whole ? found : found.filter((record) => record.case !== cut);
  const logs = new Map<string, CaseEvent[]>();
  for (const { case: id, event } of await Promise.all(records.map(keep.events.read))) {
    const log = logs.get(id);
    if (log === undefined) logs.set(id, [event]); else log.push(event);
  }
  const next = records.at(-1)?.case;
  return { logs: [...logs].map(([id, log]) => ({ case: id, events: log })), ...(whole || next === undefined ? {} : { next }) };
}

/** A row that is not kept is made anew at the next look, so a failure is no loss. One transaction for many: each ends on the disk, and whoever reads a row waits for it. */
async function renew({ db, keep, mark }: Host, rows: readonly RegisterRow[]): Promise<readonly string[]> {
  const kept = await Promise.all(rows.map(keep.rows.keep));
  return db.transaction('rw', db.rows, db.meta, async () => {
    await state(db, mark);
    const before = await db.rows.bulkGet(rows.map((row) => row.case));
    const stands = rows.map(({ seq, head }, at) => before[at]?.seq === seq && before[at]?.head === head);
    await db.rows.bulkPut(kept.filter((_, at) => stands[at]));
    return rows.flatMap((row, at) => (stands[at] === true ? [row.case] : []));
  }).catch(() => []);
}

/** The entry's place is found inside the transaction, where no other tab can take it; its content was sealed before. */
async function record({ db, keep, mark, journal }: Host, entry: Parameters<CaseStore['record']>[0]): Promise<void> {
  const sealed = await keep.access.keep(entry);
  const placed = await db.transaction('rw', db.access, db.meta, async () => {
    const before = await state(db, mark);
    const link = linkAccess(entry, { seq: before.accessSeq, hash: before.accessHead });
    await db.access.add({ ...sealed, ...link });
    await db.meta.put({ ...before, accessSeq: link.seq, accessHead: link.hash });
    return { ...sealed, ...link };
  });
  await journal?.note({ t: 'access', r: [placed] });
}

function logOf(db: Database, caseId: string): Promise<Kept<EventRecord>[]> {
  return db.events.where('[case+seq]').between([caseId], [caseId, Dexie.maxKey]).toArray();
}


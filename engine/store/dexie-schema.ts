// The tables in IndexedDB and the epoch that guards them. Index only opaque ids, instants and stage ids: what is
// indexed stands in the clear on the disk. Every schema that was ever released is listed, so that its stores open here.
import Dexie, { type Table, type Transaction } from 'dexie';
import { linkAccess, type AccessLink } from '../case/access.ts';
import type { DutyRecord, EventRecord, Kept } from './codec.ts';
import { StaleCode } from './failures.ts';
import type { AccessEntry, Draft, PublishedVersion, RegisterRow, SettingRecord } from './types.ts';

/**
 * Raised whenever what is written changes meaning. Dexie lets a tab with old code go on writing after an upgrade,
 * so each write compares this number with the one the store carries. 1: no codec, an access log without a chain.
 * 2: no settings, no duties, no erased cases.
 */
export const EPOCH = 3;

export interface StoreState {
  readonly key: 'state'; readonly epoch: number; readonly open: number; readonly closed: number;
  /** Names this store; another after everything was replaced. */
  readonly store: string;
  /** Names the key that records are sealed with; '' while they are in the clear. */
  readonly codec: string;
  /** Where the chain of the access log ends. */
  readonly accessSeq: number; readonly accessHead: string;
  /** Names before cases were erased, while second journals under them may still hold what was erased. */
  readonly former?: readonly string[];
}
export interface Tables {
  readonly events: Table<Kept<EventRecord>, [string, number]>;
  readonly rows: Table<Kept<RegisterRow>, string>;
  readonly access: Table<Kept<AccessEntry>, string>;
  readonly drafts: Table<Kept<Draft>, string>;
  readonly versions: Table<Kept<PublishedVersion>, [string, number]>;
  readonly settings: Table<Kept<SettingRecord>, string>;
  readonly duties: Table<Kept<DutyRecord>, [string, number]>;
  readonly meta: Table<StoreState, string>;
}
export type Database = Dexie & Tables;

/** A store with nothing in it. */
export const emptyState = (store: string, codec: string): StoreState => ({ key: 'state', epoch: EPOCH, open: 0, closed: 0, store, codec, accessSeq: 0, accessHead: '' });

/**
 * Opens the database with strict durability: makes its tables when it is new, and brings an older one up to date in one
 * transaction, so that an interrupted upgrade leaves the older one whole.
 * @param fresh names the store when it is made, or when it comes from a schema that had no name for it.
 * @throws what IndexedDB throws when the browser refuses storage.
 */
export async function openDatabase(name: string, fresh = name, codec = ''): Promise<Database> {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Database; // typed by the schema that follows
  db.version(1).stores({
    events: '[case+seq]', rows: 'case, [closed+nextDue+case]', access: 'id, case',
    drafts: 'id', versions: '[id+version]', meta: 'key',
  });
  db.version(2).stores({ access: 'id, case, seq' }).upgrade((transaction) => upgradeTo2(transaction, fresh));
  db.version(3).stores({ settings: 'id', duties: '[case+seq]' }).upgrade(upgradeTo3);
  db.on('populate', (transaction) => transaction.table('meta').add(emptyState(fresh, codec)));
  await db.open();
  return db;
}

/** Schema 2 puts the access log into a chain and gives the store a name. */
async function upgradeTo2(transaction: Transaction, fresh: string): Promise<void> {
  const meta = transaction.table<StoreState, string>('meta');
  const before = await meta.get('state');
  if (before === undefined || before.epoch > 1) return; // kept by newer code: its epoch keeps this page from writing
  let last: AccessLink | undefined;
  for (const entry of await transaction.table<AccessEntry, string>('access').orderBy('id').toArray().then(byTime)) {
    last = linkAccess(entry, last);
    await transaction.table('access').put({ ...entry, ...last });
  }
  await meta.put({ ...emptyState(fresh, ''), epoch: 2, open: before.open, closed: before.closed, accessSeq: last?.seq ?? 0, accessHead: last?.hash ?? '' });
}
/** Schema 3 adds tables; what is kept stays as it is. */
async function upgradeTo3(transaction: Transaction): Promise<void> {
  const meta = transaction.table<StoreState, string>('meta');
  const before = await meta.get('state');
  if (before !== undefined && before.epoch < 3) await meta.put({ ...before, epoch: 3 });
}

const byTime = (entries: readonly AccessEntry[]): readonly AccessEntry[] => entries.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/** What a page knows of the store it opened: which one it is, and which key it is sealed with. */
export type Mark = Pick<StoreState, 'store' | 'codec'>;
/** Whether this page may write: same epoch, same key, and the store neither emptied nor replaced under it. */
export function isOurs(kept: StoreState | undefined, mark: Mark): kept is StoreState {
  return kept?.epoch === EPOCH && kept.codec === mark.codec && kept.store === mark.store;
}

/**
 * The store's own record, read inside a write transaction.
 * @throws StaleCode when this page may not write.
 */
export async function state(db: Database, mark: Mark): Promise<StoreState> {
  const kept = await db.meta.get('state');
  if (!isOurs(kept, mark)) throw new StaleCode();
  return kept;
}

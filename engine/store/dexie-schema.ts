// The tables in IndexedDB and the epoch that guards them. Index only opaque ids, instants and stage ids: what is
// indexed stands in the clear on the disk.
import Dexie, { type Table } from 'dexie';
import type { CaseEvent } from '../case/types.ts';
import { StaleCode } from './failures.ts';
import type { AccessEntry, Draft, PublishedVersion, RegisterRow } from './types.ts';

/**
 * Raised whenever what is written changes meaning. Dexie lets a tab with old code go on writing after an upgrade,
 * so each write compares this number with the one the store carries.
 */
export const EPOCH = 1;

export interface EventRecord { readonly case: string; readonly seq: number; readonly event: CaseEvent }
export interface StoreState { readonly key: 'state'; readonly epoch: number; readonly open: number; readonly closed: number }
export interface Tables {
  readonly events: Table<EventRecord, [string, number]>;
  readonly rows: Table<RegisterRow, string>;
  readonly access: Table<AccessEntry, string>;
  readonly drafts: Table<Draft, string>;
  readonly versions: Table<PublishedVersion, [string, number]>;
  readonly meta: Table<StoreState, string>;
}
export type Database = Dexie & Tables;

/**
 * Opens the database with strict durability, making its tables when it is new.
 * @throws what IndexedDB throws when the browser refuses storage.
 */
export async function openDatabase(name: string): Promise<Database> {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Database; // typed by the schema that follows
  db.version(1).stores({
    events: '[case+seq]', rows: 'case, [closed+nextDue+case]', access: 'id, case',
    drafts: 'id', versions: '[id+version]', meta: 'key',
  });
  db.on('populate', (transaction) => transaction.table('meta').add({ key: 'state', epoch: EPOCH, open: 0, closed: 0 }));
  await db.open();
  return db;
}

/**
 * The store's own record, read inside a write transaction.
 * @throws StaleCode when the epoch is another one, or when the database was emptied under the open page.
 */
export async function state(db: Database): Promise<StoreState> {
  const kept = await db.meta.get('state');
  if (kept?.epoch !== EPOCH) throw new StaleCode();
  return kept;
}

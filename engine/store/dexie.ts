// The store in IndexedDB through Dexie. One write path: check the epoch and the case's version, then events and
// register row, in one strict transaction. Under the browser's default durability a power cut lost the whole
// database, so 'strict' is no option here. In the clear stand only opaque ids, instants and stage ids.
import Dexie from 'dexie';
import type { CaseEvent } from '../case/types.ts';
import { cursor } from './append.ts';
import { dexieProcedures } from './dexie-procedures.ts';
import { openDatabase, state, type Database, type EventRecord } from './dexie-schema.ts';
import { failure } from './failures.ts';
import { strictAppend } from './strict-append.ts';
import type { CaseStore, Store } from './types.ts';

/**
 * Opens (or makes) the store of that name in this browser.
 * @throws what IndexedDB throws when the browser refuses storage altogether.
 */
export async function openDexieStore(name: string): Promise<Store> {
  const db = await openDatabase(name);
  const channel = new BroadcastChannel(`caseway:${name}`);
  return {
    name, cases: dexieCases(db, channel), procedures: dexieProcedures(db),
    close: () => { channel.close(); db.close(); },
  };
}

function dexieCases(db: Database, channel: BroadcastChannel): CaseStore {
  return {
    append: async (caseId, expected, events, row) => {
      const result = await strictAppend(db, { caseId, expected, events, row }).catch(failure);
      if (result.ok && !result.repeated) channel.postMessage(caseId);
      return result;
    },
    events: async (caseId) => (await logOf(db, caseId)).map(({ event }) => event),
    row: (caseId) => db.rows.get(caseId),
    page: (query) => page(db, query),
    counters: async () => {
      const { open, closed } = await state(db);
      return { open, closed };
    },
    record: async (entry) => void (await db.access.put(entry)),
    accessLog: (caseId) => db.access.where('case').equals(caseId).sortBy('at'),
    watch: (listener) => {
      const hear = ({ data }: MessageEvent<string>): void => listener(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
    clear: () => db.transaction('rw', db.events, db.rows, db.access, db.meta, async () => {
      await Promise.all([db.events.clear(), db.rows.clear(), db.access.clear()]);
      await db.meta.put({ ...(await state(db)), open: 0, closed: 0 });
    }),
    exportAll: () => db.transaction('r', db.tables, async () => {
      const [rows, records, drafts, versions, access] = await Promise.all([
        db.rows.toArray(), db.events.toArray(), db.drafts.toArray(), db.versions.toArray(), db.access.toArray(),
      ]);
      const logs = new Map<string, CaseEvent[]>(rows.map((row) => [row.case, []]));
      for (const record of records) logs.get(record.case)?.push(record.event); // records come in order of case and seq
      const cases = rows.map((row) => ({ id: row.case, events: logs.get(row.case) ?? [], row }));
      return { format: 1 as const, cases, drafts, versions, access };
    }),
  };
}

async function page(db: Database, query: { readonly closed: boolean; readonly limit: number; readonly after?: string }): ReturnType<CaseStore['page']> {
  const closed = query.closed ? 1 : 0;
  const from = query.after === undefined ? undefined : cursor.read(query.after);
  const lower = from ? [closed, from.nextDue, from.case] : [closed];
  const rows = await db.rows.where('[closed+nextDue+case]')
    .between(lower, [closed, Dexie.maxKey], !from, true).limit(query.limit + 1).toArray();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return last && rows.length > query.limit ? { rows: shown, next: cursor.write(last) } : { rows: shown };
}

function logOf(db: Database, caseId: string): Promise<EventRecord[]> {
  return db.events.where('[case+seq]').between([caseId], [caseId, Dexie.maxKey]).toArray();
}

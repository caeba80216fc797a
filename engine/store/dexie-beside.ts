// What IndexedDB keeps beside the cases and belongs to none of them: settings, each saved against the revision it was
// read at, and the logs of the procedures' duties, appended to as cases are.
import Dexie from 'dexie';
import { CONFLICT_WORDS } from './append.ts';
import { eventIdOf, keepEvents, type DutyRecord, type Kept } from './codec.ts';
import type { Host } from './dexie.ts';
import { state, type Database } from './dexie-schema.ts';
import { failure } from './failures.ts';
import type { AppendResult, DutyStore, SettingsStore } from './types.ts';

export function dexieSettings(host: Host): SettingsStore {
  const { db, keep } = host;
  return {
    read: async (id) => db.settings.get(id).then((kept) => kept && keep.settings.read(kept)),
    save: (record, expected) => save(host, record, expected).catch(failure),
  };
}

async function save({ db, keep, mark, journal }: Host, record: Parameters<SettingsStore['save']>[0], expected: number): ReturnType<SettingsStore['save']> {
  const kept = await keep.settings.keep({ ...record, revision: expected + 1 });
  const result = await db.transaction('rw', db.settings, db.meta, async () => {
    await state(db, mark);
    const seq = (await db.settings.get(record.id))?.revision ?? 0;
    if (seq !== expected) return { ok: false, code: 'conflict', seq, words: CONFLICT_WORDS } as const;
    await db.settings.put(kept);
    return { ok: true, revision: seq + 1 } as const;
  });
  if (result.ok) await journal?.note({ t: 'settings', r: [kept] });
  return result;
}

export function dexieDuties(host: Host): DutyStore {
  const { db, keep } = host;
  return {
    log: async (procedure) => (await Promise.all((await logOf(db, procedure)).map(keep.duties.read))).map(({ event }) => event),
    append: (procedure, expected, events) => append(host, procedure, expected, events).catch(failure),
  };
}

async function append({ db, keep, mark, sealing, journal }: Host, procedure: string, expected: number, events: Parameters<DutyStore['append']>[2]): Promise<AppendResult> {
  const records = await keepEvents(keep.duties, procedure, expected, events, sealing);
  const result = await db.transaction('rw', db.duties, db.meta, async (): Promise<AppendResult> => {
    await state(db, mark);
    const seq = (await logOf(db, procedure)).length;
    if (seq === expected) { await db.duties.bulkAdd([...records]); return { ok: true, seq: seq + records.length, repeated: false }; }
    const there = await db.duties.get([procedure, expected + 1]);
    return there !== undefined && eventIdOf(there) === events[0]?.id ? { ok: true, seq, repeated: true } : { ok: false, code: 'conflict', seq, words: CONFLICT_WORDS };
  });
  if (result.ok && !result.repeated) await journal?.note({ t: 'duties', r: records });
  return result;
}

function logOf(db: Database, procedure: string): Promise<Kept<DutyRecord>[]> {
  return db.duties.where('[case+seq]').between([procedure], [procedure, Dexie.maxKey]).toArray();
}

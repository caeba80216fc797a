// Drafts and published versions in IndexedDB. A draft is saved against the revision it was read at; a version is
// added, its content is never changed, and it may be retired from a day on.
import Dexie from 'dexie';
import { CONFLICT_WORDS, UNKNOWN_VERSION_WORDS } from './append.ts';
import { state, type Database } from './dexie-schema.ts';
import { failure } from './failures.ts';
import type { Draft, ProcedureStore, PublishedVersion } from './types.ts';

/** The procedures' half of the store; writes check the epoch as the cases' half does. */
export function dexieProcedures(db: Database): ProcedureStore {
  return {
    drafts: () => db.drafts.toArray(),
    draft: (id) => db.drafts.get(id),
    saveDraft: (draft, expected) => saveDraft(db, draft, expected).catch(failure),
    deleteDraft: (id) => db.drafts.delete(id),
    publish: (version) => publish(db, version).catch(failure),
    retire: (id, version, on) => retire(db, [id, version], on).catch(failure),
    versions: (id) => (id === undefined ? db.versions.toArray() : versionsOf(db, id)),
    version: async (pin) => {
      const kept = await db.versions.get([pin.id, pin.version]);
      return kept?.hash === pin.hash ? kept : undefined;
    },
  };
}

function saveDraft(db: Database, draft: Omit<Draft, 'revision'>, expected: number): ReturnType<ProcedureStore['saveDraft']> {
  return db.transaction('rw', db.drafts, db.meta, async () => {
    await state(db);
    const seq = (await db.drafts.get(draft.id))?.revision ?? 0;
    if (seq !== expected) return { ok: false, code: 'conflict', seq, words: CONFLICT_WORDS };
    await db.drafts.put({ ...draft, revision: seq + 1 });
    return { ok: true, revision: seq + 1 };
  });
}

function publish(db: Database, published: Omit<PublishedVersion, 'version'>): ReturnType<ProcedureStore['publish']> {
  return db.transaction('rw', db.versions, db.meta, async () => {
    await state(db);
    const earlier = await versionsOf(db, published.id);
    const same = earlier.find(({ hash }) => hash === published.hash);
    if (same) return { ok: true, version: same.version };
    const version = (earlier.at(-1)?.version ?? 0) + 1;
    await db.versions.add({ ...published, version });
    return { ok: true, version };
  });
}

function retire(db: Database, key: [string, number], on: string): ReturnType<ProcedureStore['retire']> {
  return db.transaction('rw', db.versions, db.meta, async () => {
    await state(db);
    const kept = await db.versions.get(key);
    if (!kept) return { ok: false, code: 'unknown-version', words: UNKNOWN_VERSION_WORDS };
    await db.versions.put({ ...kept, retired: on });
    return { ok: true, retired: on };
  });
}

function versionsOf(db: Database, id: string): Promise<PublishedVersion[]> {
  return db.versions.where('[id+version]').between([id], [id, Dexie.maxKey]).toArray();
}

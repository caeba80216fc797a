// Drafts and published versions in IndexedDB. A draft is saved against the revision it was read at; a version is
// added, its content is never changed, and it may be retired from a day on.
import Dexie from 'dexie';
import { CONFLICT_WORDS, UNKNOWN_VERSION_WORDS } from './append.ts';
import type { Kept } from './codec.ts';
import type { Host } from './dexie.ts';
import { state, type Database } from './dexie-schema.ts';
import { failure } from './failures.ts';
import type { Draft, ProcedureStore, PublishedVersion } from './types.ts';

/** The procedures' half of the store; writes check the epoch as the cases' half does. */
export function dexieProcedures(host: Host): ProcedureStore {
  const { db, keep, journal } = host;
  const all = async (kept: readonly Kept<PublishedVersion>[]) => Promise.all(kept.map(keep.versions.read));
  return {
    drafts: async () => Promise.all((await db.drafts.toArray()).map(keep.drafts.read)),
    draft: async (id) => db.drafts.get(id).then((kept) => kept && keep.drafts.read(kept)),
    saveDraft: (draft, expected) => saveDraft(host, draft, expected).catch(failure),
    deleteDraft: async (id) => { await db.drafts.delete(id); await journal?.note({ t: 'gone', id }); },
    publish: (version) => publish(host, version).catch(failure),
    retire: (id, version, on) => retire(host, [id, version], on).catch(failure),
    versions: async (id) => all(await (id === undefined ? db.versions.toArray() : versionsOf(db, id))),
    version: async (pin) => {
      const kept = await db.versions.get([pin.id, pin.version]);
      if (kept?.hash === pin.hash) return keep.versions.read(kept);
      const same = (await versionsOf(db, pin.id)).find(({ hash }) => hash === pin.hash);
      return same && { ...await keep.versions.read(same), version: pin.version };
    },
  };
}

async function saveDraft({ db, keep, mark, journal }: Host, draft: Omit<Draft, 'revision'>, expected: number): ReturnType<ProcedureStore['saveDraft']> {
  const kept = await keep.drafts.keep({ ...draft, revision: expected + 1 });
  const result = await db.transaction('rw', db.drafts, db.meta, async () => {
    await state(db, mark);
    const seq = (await db.drafts.get(draft.id))?.revision ?? 0;
    if (seq !== expected) return { ok: false, code: 'conflict', seq, words: CONFLICT_WORDS } as const;
    await db.drafts.put(kept);
    return { ok: true, revision: seq + 1 } as const;
  });
  if (result.ok) await journal?.note({ t: 'drafts', r: [kept] });
  return result;
}

/** The number is found inside the transaction and stands in the clear; the content was sealed before. */
async function publish({ db, keep, mark, journal }: Host, published: Omit<PublishedVersion, 'version'>): ReturnType<ProcedureStore['publish']> {
  const sealed = await keep.versions.keep({ ...published, version: 0 });
  const result = await db.transaction('rw', db.versions, db.meta, async () => {
    await state(db, mark);
    const earlier = await versionsOf(db, published.id);
    const same = earlier.find(({ hash }) => hash === published.hash);
    if (same) return { version: same.version ?? 0 };
    const kept = { ...sealed, version: (earlier.at(-1)?.version ?? 0) + 1 };
    await db.versions.add(kept);
    return { version: kept.version, kept };
  });
  if ('kept' in result && result.kept) await journal?.note({ t: 'versions', r: [result.kept] });
  return { ok: true, version: result.version };
}

async function retire({ db, mark, journal }: Host, key: [string, number], on: string): ReturnType<ProcedureStore['retire']> {
  const retired = await db.transaction('rw', db.versions, db.meta, async () => {
    await state(db, mark);
    const kept = await db.versions.get(key);
    if (!kept) return undefined;
    await db.versions.put({ ...kept, retired: on });
    return { ...kept, retired: on };
  });
  if (!retired) return { ok: false, code: 'unknown-version', words: UNKNOWN_VERSION_WORDS };
  await journal?.note({ t: 'versions', r: [retired] });
  return { ok: true, retired: on };
}

function versionsOf(db: Database, id: string): Promise<Kept<PublishedVersion>[]> {
  return db.versions.where('[id+version]').between([id], [id, Dexie.maxKey]).toArray();
}

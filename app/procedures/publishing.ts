// Versions: published once, never changed, and the only thing a case is ever opened on.
import { contentHash } from '../../engine/case/hash.ts';
import type { ProcedurePin } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { DraftSignature, ProcedureStore, PublishedVersion } from '../../engine/store/types.ts';
import type { CivilDate, Instant } from '../../engine/time/types.ts';
import { civilDay, civilWords } from '../dates.ts';
import { lifeWords } from './life/words.ts';

const w = lifeWords.again;
export type Published = { readonly ok: true; readonly version: number } | { readonly ok: false; readonly words: string };

/** Publishes a procedure as its next version; what was published before with the same content keeps its number. */
export async function publishVersion(store: ProcedureStore, procedure: Procedure, { at, by, note, effectiveFrom, signatures = [] }: { readonly at: Instant; readonly by: string; readonly note: string; readonly effectiveFrom?: CivilDate | undefined; readonly signatures?: readonly DraftSignature[] }): Promise<Published> {
  return store.publish({ id: procedure.id, hash: contentHash(procedure), published: at, by, procedure, ...(note === '' ? {} : { note }), ...(effectiveFrom === undefined ? {} : { effectiveFrom }), ...(signatures.length === 0 ? {} : { signatures }) });
}

/** Whether no case is opened on it any more. */
export const isWithdrawn = ({ retired }: PublishedVersion, now: Instant): boolean => retired !== undefined && retired <= civilDay(now);

/** Why this content is not published once more, in words: a version of it is there, and keeps its own note, day and signatures. */
export async function publishedAlready(store: ProcedureStore, procedure: Procedure, now: Instant): Promise<string | undefined> {
  const hash = contentHash(procedure);
  const same = (await store.versions(procedure.id)).find((one) => one.hash === hash);
  if (same === undefined) return undefined;
  return isWithdrawn(same, now) ? w.withdrawn(same.version) : w.same(same.version);
}

/**
 * The published version a case is opened on: the one asked for, or for a shipped procedure the one that holds its
 * present content, put into the store so that the case keeps its procedure when Caseway is renewed.
 */
export async function pinFor(store: ProcedureStore, procedure: Procedure, version: number | undefined, now: Instant): Promise<{ readonly ok: true; readonly pin: ProcedurePin; readonly procedure: Procedure } | { readonly ok: false; readonly words: string }> {
  const kept = version === undefined ? undefined : (await store.versions(procedure.id)).find((one) => one.version === version);
  if (kept !== undefined && isWithdrawn(kept, now)) return { ok: false, words: w.noCase(kept.version, civilWords(kept.retired ?? '')) };
  if (kept !== undefined) return { ok: true, pin: pinOf(kept), procedure: kept.procedure };
  const done = await publishVersion(store, procedure, { at: now, by: '', note: '' });
  return done.ok ? { ok: true, pin: { id: procedure.id, version: done.version, hash: contentHash(procedure) }, procedure } : done;
}
function pinOf({ id, version, hash }: PublishedVersion): ProcedurePin { return { id, version, hash }; }

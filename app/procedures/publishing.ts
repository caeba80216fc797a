// Versions: published once, never changed, and the only thing a case is ever opened on.
import { contentHash } from '../../engine/case/hash.ts';
import type { ProcedurePin } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { DraftSignature, ProcedureStore, PublishedVersion } from '../../engine/store/types.ts';
import type { CivilDate, Instant } from '../../engine/time/types.ts';

export type Published = { readonly ok: true; readonly version: number } | { readonly ok: false; readonly words: string };

/** Publishes a procedure as its next version; what was published before with the same content keeps its number. */
export async function publishVersion(store: ProcedureStore, procedure: Procedure, { at, by, note, effectiveFrom, signatures = [] }: { readonly at: Instant; readonly by: string; readonly note: string; readonly effectiveFrom?: CivilDate | undefined; readonly signatures?: readonly DraftSignature[] }): Promise<Published> {
  return store.publish({ id: procedure.id, hash: contentHash(procedure), published: at, by, procedure, ...(note === '' ? {} : { note }), ...(effectiveFrom === undefined ? {} : { effectiveFrom }), ...(signatures.length === 0 ? {} : { signatures }) });
}

/**
 * The published version a case is opened on: the one asked for, or for a shipped procedure the one that holds its
 * present content, put into the store so that the case keeps its procedure when Caseway is renewed.
 */
export async function pinFor(store: ProcedureStore, procedure: Procedure, version: number | undefined, now: Instant): Promise<{ readonly ok: true; readonly pin: ProcedurePin; readonly procedure: Procedure } | { readonly ok: false; readonly words: string }> {
  const kept = version === undefined ? undefined : (await store.versions(procedure.id)).find((one) => one.version === version);
  if (kept !== undefined) return { ok: true, pin: pinOf(kept), procedure: kept.procedure };
  const done = await publishVersion(store, procedure, { at: now, by: '', note: '' });
  return done.ok ? { ok: true, pin: { id: procedure.id, version: done.version, hash: contentHash(procedure) }, procedure } : done;
}
function pinOf({ id, version, hash }: PublishedVersion): ProcedurePin { return { id, version, hash }; }

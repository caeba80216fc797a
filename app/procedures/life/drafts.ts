// What happens to drafts as a whole: begun empty, given another content (which the editor can undo), put away, restored.
import { keptOf, stepsFrom } from '../../../editor/store/history.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import type { Draft, ProcedureStore, PublishedVersion } from '../../../engine/store/types.ts';
import type { Instant } from '../../../engine/time/types.ts';
import { shippedProcedures } from '../catalogue.ts';
import { blankProcedure } from './blank.ts';
import { lifeWords } from './words.ts';

export type Made = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly words: string };

/** Ids that a new procedure must not take: shipped, drafted or published ones. */
export async function takenIds(store: ProcedureStore): Promise<ReadonlySet<string>> {
  const [shipped, drafts, versions] = await Promise.all([shippedProcedures(), store.drafts(), store.versions()]);
  return new Set([...shipped, ...versions].map((one) => one.id).concat(drafts.map((one) => one.procedure.id)));
}
/** The id itself, or with the first number that is free. */
export function freeIdOf(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n += 1) if (!taken.has(`${wanted}-${n}`)) return `${wanted}-${n}`;
}

/** An empty draft. */
export async function beginBlank(store: ProcedureStore, now: Instant): Promise<Made> {
  const id = freeIdOf('new-procedure', await takenIds(store));
  return saved(store, { id, changed: now, procedure: blankProcedure(id) }, 0);
}
/** A procedure from a file as a draft of its own. */
export async function bringIn(store: ProcedureStore, procedure: Procedure, now: Instant): Promise<Made> {
  const id = freeIdOf(procedure.id, await takenIds(store));
  return saved(store, { id, changed: now, procedure: { ...procedure, id } }, 0);
}
/** Other content in place of a draft's, as one more step of its history. */
export async function putInPlace(store: ProcedureStore, draft: Draft, procedure: Procedure, words: string, now: Instant): Promise<Made> {
  const next = { ...procedure, id: draft.procedure.id };
  const { past } = stepsFrom(draft.history, draft.procedure);
  const history = keptOf([...past, { words, selection: null, before: draft.procedure, after: next }], []);
  const { revision, ...kept } = draft;
  return saved(store, { ...kept, changed: now, procedure: next, history }, revision);
}
/** A published version as the draft of its procedure: the one there is takes on its content, else there is a new one. */
export async function restoreVersion(store: ProcedureStore, version: PublishedVersion, now: Instant): Promise<Made> {
  const draft = await store.draft(version.id);
  if (draft !== undefined) return putInPlace(store, draft, version.procedure, lifeWords.version.restored(version.version), now);
  return saved(store, { id: version.id, changed: now, procedure: version.procedure, basedOn: { id: version.id, version: version.version, hash: version.hash } }, 0);
}
/** Put away, or taken out again. */
export async function putAway(store: ProcedureStore, draft: Draft, away: boolean, now: Instant): Promise<Made> {
  const { revision, archived: _, ...kept } = draft;
  return saved(store, { ...kept, ...(away ? { archived: now } : {}) }, revision);
}
async function saved(store: ProcedureStore, draft: Omit<Draft, 'revision'>, expected: number): Promise<Made> {
  const result = await store.saveDraft(draft, expected);
  return result.ok ? { ok: true, id: draft.id } : { ok: false, words: result.words };
}

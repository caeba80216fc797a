// Own copies of procedures: made under an id of their own, so that their versions never mix with the original's.
import type { Procedure } from '../../engine/procedure/types.ts';
import type { ProcedureStore } from '../../engine/store/types.ts';
import type { Instant } from '../../engine/time/types.ts';
import { words } from '../words.ts';
import { shippedProcedures, textOf } from './catalogue.ts';

/** Saves a copy as a new draft. The result names the draft, or says why nothing was saved. */
export async function copyOf(from: Procedure, store: ProcedureStore, now: Instant): Promise<{ readonly ok: true; readonly id: string } | { readonly ok: false; readonly words: string }> {
  const taken = new Set([...(await shippedProcedures()).map((one) => one.id), ...(await store.drafts()).map((one) => one.procedure.id), ...(await store.versions()).map((one) => one.id)]);
  const id = freeId(`${from.id.replace(/-copy(-\d+)?$/, '')}-copy`, taken);
  const procedure: Procedure = { ...from, id, label: words.procedures.copyName(textOf(from.label)) };
  const saved = await store.saveDraft({ id, changed: now, procedure }, 0);
  return saved.ok ? { ok: true, id } : { ok: false, words: saved.words };
}
function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n += 1) if (!taken.has(`${wanted}-${n}`)) return `${wanted}-${n}`;
}

// Erasing one case at the end of its time: looked at again right before, refused with the reason where it may not be,
// recorded in the access log and in the disposal record, which holds no more than that and why.
import { isErased, verifyChain } from '../../engine/case/hash.ts';
import { isObject } from '../../engine/procedure/pointer.ts';
import { canonical } from '../../engine/procedure/canonical.ts';
import type { RegisterRow, Store, StoreExport } from '../../engine/store/types.ts';
import type { Instant } from '../../engine/time/types.ts';
import { forgetTypedOf } from '../cases/typed.ts';
import { keptUntil, readPartnership } from './partnership.ts';
import type { LegalHold, Partnership } from './partnership.ts';
import { reviewWords as w } from './words.ts';

export interface Disposal { readonly case: string; readonly reference: string; readonly at: Instant; readonly by: string; readonly ground: string }
const ID = 'disposals';

export async function disposalsIn(store: Store): Promise<readonly Disposal[]> { return disposalsFrom((await store.settings.read(ID))?.content); }
/** Reads what was kept; what is not of the shape is left out. */
export function disposalsFrom(content: unknown): readonly Disposal[] {
  const list = isObject(content) && Array.isArray(content['list']) ? (content['list'] as readonly unknown[]) : [];
  return list.flatMap((one) => (isObject(one) && typeof one['case'] === 'string' && typeof one['reference'] === 'string' && typeof one['at'] === 'number' ? [{ case: one['case'], reference: one['reference'], at: one['at'], by: String(one['by'] ?? ''), ground: String(one['ground'] ?? '') }] : []));
}

/** A line of the review: a closed case, until when it is kept, and what holds it. `due`: that day has come. */
export interface Reviewed { readonly row: RegisterRow; readonly until: string | undefined; readonly due: boolean; readonly hold: LegalHold | undefined }
/** Closed cases that are not erased, the one kept shortest first, those without a day last. `today`: local day. */
export function reviewOf(closed: readonly RegisterRow[], partnership: Pick<Partnership, 'retention' | 'holds'>, today: string): readonly Reviewed[] {
  const lines = closed.filter(({ content }) => content.erased === undefined).map((row): Reviewed => {
    const until = keptUntil(partnership, row.procedure, row.content.closedAt ?? row.changed);
    return { row, until, due: until !== undefined && until <= today, hold: partnership.holds.find((one) => one.case === row.case) };
  });
  return lines.toSorted((a, b) => ((a.until ?? '9') < (b.until ?? '9') ? -1 : (a.until ?? '9') > (b.until ?? '9') ? 1 : 0));
}

/** What is left of the line of an erased case. */
export function tombstoneRow(row: Omit<RegisterRow, 'content'>, reference: string, at: Instant): RegisterRow {
  return { case: row.case, procedure: row.procedure, version: row.version, seq: row.seq, head: row.head, stages: [], opened: row.opened, changed: row.changed, closed: 1, nextDue: Number.MAX_SAFE_INTEGER, asOf: at, content: { reference, initials: '', stage: w.tomb, closedAt: at, erased: at, tasks: [], registers: {} } };
}

/** True when the copy holds this case as it is here, entry for entry. */
export async function copyHolds(store: Store, copy: StoreExport, caseId: string): Promise<boolean> {
  const events = copy.cases.find(({ id }) => id === caseId)?.events;
  return events !== undefined && canonical(events) === canonical(await store.cases.events(caseId));
}

export type Erased = { readonly ok: true } | { readonly ok: false; readonly words: string };
/** Erases a case, or says why it may not be. `seq`: how far it went when the person looked at it. */
export async function eraseCase(store: Store, wanted: { readonly case: string; readonly seq: number; readonly by: string; readonly ground: string }, now: Instant): Promise<Erased> {
  const row = await store.cases.row(wanted.case);
  if (row === undefined || row.content.erased !== undefined || row.seq !== wanted.seq) return { ok: false, words: w.moved };
  if (row.closed === 0) return { ok: false, words: w.open };
  const { partnership } = await readPartnership(store);
  const hold = partnership.holds.find((one) => one.case === wanted.case);
  if (hold !== undefined) return { ok: false, words: w.held(hold.reason) };
  const events = await store.cases.events(wanted.case);
  if (!verifyChain(events).ok || events.some(isErased)) return { ok: false, words: w.broken };
  const disposal: Disposal = { case: wanted.case, reference: row.content.reference, at: now, by: wanted.by, ground: wanted.ground };
  const kept = await keepDisposal(store, disposal, now);
  if (!kept.ok) return kept;
  const result = await store.cases.erase(wanted.case, row.seq, tombstoneRow(row, row.content.reference, now));
  if (!result.ok) { await dropDisposal(store, disposal, now); return { ok: false, words: result.words }; }
  await forgetTypedOf(store.name, wanted.case);
  await store.cases.record({ id: crypto.randomUUID(), case: wanted.case, at: now, person: wanted.by, role: '', what: 'erased', words: `${disposal.reference}: ${wanted.ground}` }).catch(() => undefined);
  return { ok: true };
}
/** The record stands before the case goes, so that none goes without one. */
function keepDisposal(store: Store, disposal: Disposal, now: Instant): Promise<Erased> {
  return change(store, (list) => [...list, disposal], now);
}
function dropDisposal(store: Store, { case: gone, at }: Disposal, now: Instant): Promise<Erased> {
  return change(store, (list) => list.filter((one) => one.case !== gone || one.at !== at), now);
}
async function change(store: Store, how: (list: readonly Disposal[]) => readonly Disposal[], now: Instant): Promise<Erased> {
  const record = await store.settings.read(ID);
  const result = await store.settings.save({ id: ID, changed: now, content: { list: how(disposalsFrom(record?.content)) } }, record?.revision ?? 0);
  return result.ok ? result : { ok: false, words: result.words };
}

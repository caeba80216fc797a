// Builds the store from its second journal: every record that follows on from the first, checked by its chain, with a
// register line made anew. What does not fit is left out and named.
import { compiledFor } from '../cases/versions.ts';
import { registerRow } from '../cases/registerRow.ts';
import { versionsOf } from '../../engine/case/compile.ts';
import { isErased } from '../../engine/case/hash.ts';
import { replay } from '../../engine/case/replay.ts';
import { disposalsFrom, tombstoneRow, type Disposal } from '../settings/disposal.ts';
import type { CaseEvent } from '../../engine/case/types.ts';
import { keepings } from '../../engine/store/codec.ts';
import { dutyLogs } from '../../engine/store/dexie-copies.ts';
import { openDexieStore, type DexieStore } from '../../engine/store/dexie.ts';
import { mergeLines } from '../../engine/store/journal.ts';
import type { PublishedVersion, RegisterRow, StoreExport } from '../../engine/store/types.ts';
import { openCodec, tellChanged } from '../world/keyring.ts';
import { LIVE, liveJournal } from '../world/live.ts';
import { log } from '../world/log.ts';
import { breakIn } from './audit.ts';

export interface Rebuilt { readonly cases: number; readonly events: number; /** Cases of which the end does not fit, and was left out. */ readonly cut: readonly string[] }

/** What the journal of a store holds, as a copy that can be put in. */
async function journalContent(store: string, now: number): Promise<{ readonly content: StoreExport; readonly cut: readonly string[] }> {
  const merged = mergeLines(await liveJournal().ask('read', { store }));
  const keep = keepings(openCodec());
  const versions = await Promise.all(merged.versions.map(keep.versions.read));
  const settings = await Promise.all(merged.settings.map(keep.settings.read));
  const disposals = disposalsFrom(settings.find(({ id }) => id === 'disposals')?.content);
  const cut: string[] = [];
  const cases = await Promise.all([...merged.cases].map(async ([id, records]) => {
    const all = (await Promise.all(records.map(keep.events.read))).map(({ event }) => event);
    const broken = breakIn(all);
    if (broken !== undefined) cut.push(id);
    const events = broken === undefined ? all : all.slice(0, broken.position - 1);
    return { id, events, row: erasedRow(id, events, disposals) ?? rowOf(id, events, versions, now) };
  }));
  return { content: { format: 1, cases: cases.filter(({ events }) => events.length > 0), drafts: await Promise.all(merged.drafts.map(keep.drafts.read)), versions, access: await Promise.all(merged.access.map(keep.access.read)), settings, duties: dutyLogs(await Promise.all(merged.duties.map(keep.duties.read))) }, cut };
}

/** Puts what the journal of a store holds in place of an empty store. */
export async function rebuildEmpty(store: string, now: number): Promise<Rebuilt> {
  const { content, cut } = await journalContent(store, now);
  const opened = await openDexieStore(LIVE, { codec: openCodec(), journal: liveJournal(), newId: () => crypto.randomUUID() });
  const result = await put(opened, content, 'replace');
  opened.close();
  await liveJournal().ask('setAside', { store }).catch(() => undefined); // it stands in the new store's journal now
  return { ...result, cut };
}
/** Puts in those cases of which the database holds less than the journal. */
export async function rebuildShorter(opened: DexieStore, cases: readonly string[], now: number): Promise<Rebuilt> {
  const { content, cut } = await journalContent((await opened.identity()).id, now);
  const wanted = content.cases.filter(({ id }) => cases.includes(id));
  return { ...await put(opened, { format: 1, cases: wanted, drafts: [], versions: content.versions, access: [] }, 'add'), cut };
}
async function put(opened: DexieStore, content: StoreExport, how: 'replace' | 'add'): Promise<Omit<Rebuilt, 'cut'>> {
  const kept = await opened.cases.importAll(content, how);
  if (!kept.ok) throw new Error(kept.words);
  tellChanged();
  return { cases: content.cases.length, events: content.cases.reduce((total, { events }) => total + events.length, 0) };
}

function rowOf(id: string, events: readonly CaseEvent[], versions: readonly PublishedVersion[], now: number): RegisterRow {
  try {
    const held = versionsOf(versions.map(({ id: procedure, version, hash, procedure: document }) => compiledFor({ id: procedure, version, hash }, document)));
    return registerRow(held, replay(held, events, now));
  } catch (error) {
    log(`Rebuilding: ${String(error)}`);
    return bareRow(id, events);
  }
}
/** The line of an erased case: its reference is in the disposal record alone. */
function erasedRow(id: string, events: readonly CaseEvent[], disposals: readonly Disposal[]): RegisterRow | undefined {
  const [first] = events;
  if (first === undefined || !isErased(first)) return undefined;
  const disposal = disposals.findLast((one) => one.case === id);
  return tombstoneRow(bareRow(id, events), disposal?.reference ?? id, disposal?.at ?? first.recorded);
}
/** The line of a case whose procedure is not here: it is found in the list, and its page says what is missing. */
function bareRow(id: string, events: readonly CaseEvent[]): RegisterRow {
  const [first, last] = [events[0], events.at(-1)];
  const reference = first?.payload['reference'];
  return {
    case: id, procedure: first?.procedure.id ?? '', version: first?.procedure.version ?? 0, seq: events.length, head: last?.hash ?? '', stages: [], opened: first?.occurred ?? 0, changed: last?.recorded ?? 0,
    closed: 0, nextDue: Number.MAX_SAFE_INTEGER, content: { reference: typeof reference === 'string' ? reference : id, initials: '', stage: '' },
  };
}

// Opens the live store: its key, its two journals, and whether it is what was kept here before. What stands in the way
// is thrown as a value with a screen of its own: a lock, or cases that are not there any more.
import { create } from 'zustand';
import { compareHeads, type Comparison } from '../../engine/store/journal.ts';
import { openDexieStore, type DexieStore } from '../../engine/store/dexie.ts';
import type { Store, StoreIdentity } from '../../engine/store/types.ts';
import type { VaultHeader } from '../trust/vault.ts';
import { holdVault, keptHeader, openedVault, vaultOfOtherTab } from './keyring.ts';
import { openJournal, useJournal, type OpenJournal } from './journal.ts';
import type { JournalStore } from './journalTalk.ts';
import { log } from './log.ts';
import type { World } from './types.ts';
import { bearWitness, witness, witnessWrite, type Witness } from './witness.ts';

export const LIVE = 'caseway-live';
/** The store is sealed, and no tab has its key. `header` is absent where nothing says how it was sealed. */
export class Locked extends Error {
  override readonly name = 'Locked';
  readonly header: VaultHeader | undefined;
  constructor(header: VaultHeader | undefined) { super('The cases are locked.'); this.header = header; }
}
/** Cases were kept here, and the store is empty. */
export class Vanished extends Error {
  override readonly name = 'Vanished';
  readonly lost: { readonly witness: Witness | undefined; readonly journals: readonly JournalStore[] };
  constructor(lost: Vanished['lost']) { super('The cases are gone.'); this.lost = lost; }
}

/** What the two journals said of each other when the store was opened. */
export const useCompared = create<{ readonly comparison: Comparison | undefined }>(() => ({ comparison: undefined }));

/** Why this page may no longer write: newer code or another tab took the store over, or this page is the older one. */
export const useStale = create<{ readonly stale: 'taken' | 'older' | undefined }>(() => ({ stale: undefined }));

let journal: OpenJournal | undefined;
export function liveJournal(): OpenJournal { journal ??= openJournal(LIVE); return journal; }

/** The live world. Throws Locked or Vanished. */
export async function openLiveWorld(): Promise<World & { readonly store: DexieStore }> {
  const { store, identity } = await openUnlocked();
  const { open, closed } = await store.cases.counters();
  if (open + closed === 0) await notFirstRun(store);
  liveJournal().bind(identity.id);
  if (identity.epoch > identity.pageEpoch) useStale.setState({ stale: 'older' });
  store.stale(() => useStale.setState({ stale: 'taken' }));
  setTimeout(() => void compare(store, identity).catch((error: unknown) => useJournal.setState({ state: 'off', why: String(error) })), 300);
  return { kind: 'live', base: '', store: witnessed(store, identity), now: () => Date.now() };
}

/** The store with its codec, for those who have the key. */
async function openUnlocked(): Promise<{ readonly store: DexieStore; readonly identity: StoreIdentity }> {
  const found = await header(await keptHeader());
  const quick = found !== undefined && await encryptionUnfinished() ? undefined : found;
  const codec = quick === undefined ? undefined : await unlocked(quick);
  const store = await openDexieStore(LIVE, { codec, journal: liveJournal(), newId: () => crypto.randomUUID() });
  const identity = await store.identity();
  const empty = await store.cases.counters().then(({ open, closed }) => open + closed === 0);
  // The header was lost with everything else but the private file system, or the store is of another vault.
  const survived = quick === undefined && (identity.codec !== '' || empty) ? await header(await headerInJournal()) : undefined;
  if (survived === undefined && identity.codec === (codec?.id ?? '')) return { store, identity };
  const untouched = codec !== undefined && identity.codec === '' && await nothingIn(store);
  store.close();
  // Made in the clear a moment ago, when nobody knew yet that there is a key: it is made again with it.
  if (untouched) { await forgotten(LIVE); return openUnlocked(); }
  throw new Locked(survived ?? (identity.codec === quick?.id ? quick : undefined));
}
/** A header stands before anything is sealed: where something was interrupted then, everything is still in the clear. */
async function encryptionUnfinished(): Promise<boolean> {
  if (!(await indexedDB.databases()).some(({ name }) => name === LIVE)) return false; // looking would make it, in the clear
  const store = await openDexieStore(LIVE);
  const [{ codec }, empty] = [await store.identity(), await nothingIn(store).catch(() => true)]; // sealed records cannot be read
  store.close();
  return codec === '' && !empty;
}
async function nothingIn(store: Store): Promise<boolean> {
  const { cases, drafts, versions, access, settings = [], duties = [] } = await store.cases.exportAll();
  return cases.length + drafts.length + versions.length + access.length + settings.length + duties.length === 0;
}
function forgotten(name: string): Promise<void> {
  return new Promise((done, failed) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => done();
    request.onerror = request.onblocked = () => failed(new Locked(undefined));
  });
}
/** Loaded only where there is a vault. */
const vaultCode = () => import('../trust/vault.ts');
async function header(kept: unknown): Promise<VaultHeader | undefined> {
  return kept === undefined || kept === null ? undefined : (await vaultCode()).readHeader(kept);
}
async function unlocked(kept: VaultHeader) {
  const vault = openedVault() ?? await vaultOfOtherTab(kept.id);
  if (vault === undefined) throw new Locked(kept);
  const { codecOf } = await vaultCode();
  const codec = codecOf(vault);
  holdVault(vault, codec);
  return codec;
}
const headerInJournal = (): Promise<unknown> => liveJournal().ask('kept', { name: 'vault' }).then((text): unknown => (text === undefined ? undefined : JSON.parse(text)), () => undefined);

async function notFirstRun(store: Store): Promise<void> {
  const seen = witness();
  const journals = await liveJournal().ask('stores', null).catch((): readonly JournalStore[] => []);
  const lost = journals.filter(({ cases, aside }) => cases > 0 && !aside);
  if (lost.length === 0 && (seen?.cases ?? 0) === 0) return;
  store.close();
  throw new Vanished({ witness: seen, journals: lost });
}

/** The same store, leaving a witness of each write elsewhere. */
function witnessed(store: DexieStore, { id }: StoreIdentity): DexieStore {
  const append: Store['cases']['append'] = async (caseId, expected, events, row) => {
    const result = await store.cases.append(caseId, expected, events, row);
    if (!result.ok && result.code === 'stale-code') useStale.setState(({ stale }) => ({ stale: stale ?? 'taken' }));
    if (result.ok && !result.repeated) witnessWrite(id, expected === 0 ? 1 : 0, events.length, row.head);
    return result;
  };
  return { ...store, cases: { ...store.cases, append } };
}

/** The journal is read first: what it holds stands in the database already, so that nothing seems to be missing that is not. */
async function compare(store: DexieStore, { id }: StoreIdentity): Promise<void> {
  const journals = liveJournal();
  const written = await journals.ask('heads', { store: id });
  const kept = await store.cases.heads();
  const comparison = compareHeads(kept, written.heads);
  const events = kept.reduce((total, { seq }) => total + seq, 0);
  if (comparison.shorter.length === 0) bearWitness({ store: id, cases: kept.length, events, head: kept.at(-1)?.head ?? '' });
  for (const { case: caseId, seq } of written.heads) journals.know(caseId, seq);
  if (comparison.behind.length > 0 || written.bad > 0) log(`Second journal: ${comparison.behind.length} cases to fill up, ${written.bad} lines that cannot be read.`);
  const versions = (await store.procedures.versions()).length;
  if (written.files === 0 || written.versions < versions || written.bad > 0) await store.restartJournal();
  else await store.fillJournal(comparison.behind);
  if (!journals.failed()) { useJournal.setState({ state: 'on', why: '' }); await store.finishErasing(); }
  useCompared.setState({ comparison });
  await journals.ask('tidy', { store: id });
}

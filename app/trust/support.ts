// What whoever looks after Caseway needs to know, without anything about any case: counts, states, versions, and the
// page's own log with everything cut out that could be somebody's words.
import type { Store } from '../../engine/store/types.ts';
import { logLines } from '../world/log.ts';
import { useJournal } from '../world/journal.ts';
import { openedVault } from '../world/keyring.ts';
import { lastBackup } from './reminders.ts';

export interface SupportBundle { readonly caseway: 'support'; readonly made: string; readonly [part: string]: unknown }

/** Words between quotation marks and long numbers may come from a case; they are left out. */
export const withoutWords = (line: string): string => line.replace(/["“‘'`][^"”’'`]{0,400}["”’'`]/g, '“…”').replace(/\b[\w.-]*\d{3,}[\w.-]*\b/g, '#');

/** The bundle for one store. */
export async function supportBundle(store: Store, version: string, now: Date): Promise<SupportBundle> {
  const [identity, counters, heads, persisted, usage] = await Promise.all([store.identity(), store.cases.counters(), store.cases.heads(), navigator.storage?.persisted?.() ?? false, navigator.storage?.estimate?.() ?? {}]);
  const { state, why } = useJournal.getState();
  return {
    caseway: 'support', made: now.toISOString(), version, browser: navigator.userAgent, languages: navigator.languages, zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    epochs: [identity.epoch, identity.pageEpoch], sealed: openedVault() !== undefined, journal: state, journalWhy: withoutWords(why), persisted, usage: (usage as StorageEstimate).usage ?? 0,
    counts: { ...counters, events: heads.reduce((total, { seq }) => total + seq, 0) }, lastBackup: lastBackup()?.at ?? null,
    log: logLines().map(({ at, words }) => `${at} ${withoutWords(words)}`),
  };
}

// The second journal: an append-only text beside the database, one line for each write, each tab a file of its own. What
// is acknowledged stands in both, and either can be rebuilt from the other. Lines hold records as the database keeps
// them, so what is sealed there is sealed here. This file knows lines and how they merge; where they lie it does not.
import { eventHashOf, type DutyRecord, type EventRecord, type Kept } from './codec.ts';
import type { AccessEntry, CaseHead, Draft, PublishedVersion, SettingRecord } from './types.ts';

/** What the database tells the journal after each write that it completed. Never rejects: a journal that fails says so itself. */
export interface Journal {
  /** The last place of a case that is known to stand in the journal; 0 when nothing is known. */
  covered(caseId: string): number;
  /** Resolves when the records are on the disk, or the journal has failed. They begin at `covered + 1` or before. */
  events(caseId: string, records: readonly Kept<EventRecord>[]): Promise<void>;
  note(line: Exclude<JournalLine, { readonly t: 'events' }>): Promise<void>;
  /** The store was replaced, or its journal is to be made anew: these lines are all there is. `replaces`: the store that is no more. */
  restart(store: string, lines: readonly JournalLine[], replaces?: string): Promise<void>;
  /** Removes the journal of a store that is no more; false while another tab holds it. */
  drop(store: string): Promise<boolean>;
}

export type JournalLine =
  | { readonly t: 'events'; readonly r: readonly Kept<EventRecord>[] }
  | { readonly t: 'versions'; readonly r: readonly Kept<PublishedVersion>[] }
  | { readonly t: 'drafts'; readonly r: readonly Kept<Draft>[] }
  | { readonly t: 'access'; readonly r: readonly Kept<AccessEntry>[] }
  | { readonly t: 'settings'; readonly r: readonly Kept<SettingRecord>[] }
  | { readonly t: 'duties'; readonly r: readonly Kept<DutyRecord>[] }
  /** A draft that was deleted. */
  | { readonly t: 'gone'; readonly id: string };

const KINDS: ReadonlySet<string> = new Set<JournalLine['t']>(['events', 'versions', 'drafts', 'access', 'settings', 'duties', 'gone']);

/** One line, with its end. */
export const writeLine = (line: JournalLine): string => `${JSON.stringify(line)}\n`;

/**
 * The lines of one file without the revisions of drafts that a later line replaces: each holds the whole draft with its
 * steps, so that an afternoon's drawing would fill the disk and could not be read at the next start.
 */
export function withoutOldDrafts(text: string): string {
  const later = new Map<string, number>();
  const stays = (written: string): boolean => {
    const line = written.startsWith('{"t":"drafts"') || written.startsWith('{"t":"gone"') ? parsed(written) : undefined;
    if (line?.t === 'gone') later.set(line.id, Infinity);
    if (line?.t !== 'drafts') return true;
    const old = line.r.every(({ id, revision }) => (later.get(`${id}`) ?? -1) >= (revision ?? 0));
    for (const { id, revision } of line.r) later.set(`${id}`, Math.max(later.get(`${id}`) ?? 0, revision ?? 0));
    return !old;
  };
  return text.split('\n').reverse().filter(stays).reverse().join('\n');
}

export interface ReadLines { readonly lines: readonly JournalLine[]; /** Lines that could not be read, from 1; a last line without an end is none of them. */ readonly bad: readonly number[]; /** True when the last write was cut off. */ readonly torn: boolean }

/** The lines of one file. A write that was cut off leaves a last line without an end: it was never acknowledged. */
export function readLines(text: string): ReadLines {
  const parts = text.split('\n');
  const tail = parts.pop() ?? '';
  const bad: number[] = [];
  const lines = parts.flatMap((part, index) => {
    const line = parsed(part);
    if (line === undefined && part !== '') bad.push(index + 1);
    return line === undefined ? [] : [line];
  });
  return { lines, bad, torn: tail !== '' };
}

function parsed(text: string): JournalLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const fits = typeof value === 'object' && value !== null && 't' in value && KINDS.has(String(value.t)) && ('r' in value ? Array.isArray(value.r) : 'id' in value);
    return fits ? value as JournalLine : undefined;
  } catch { return undefined; }
}

export interface Merged {
  /** By case: its records from the first on, as far as they go without a gap. */
  readonly cases: ReadonlyMap<string, readonly Kept<EventRecord>[]>;
  /** Records after a gap: what they follow stands in another file, or is lost. */
  readonly loose: readonly Kept<EventRecord>[];
  /** Places that stand twice with different content. */
  readonly differ: readonly { readonly case: string; readonly seq: number }[];
  readonly versions: readonly Kept<PublishedVersion>[]; readonly drafts: readonly Kept<Draft>[];
  /** In the order of the chain. */
  readonly access: readonly Kept<AccessEntry>[];
  /** The latest revision of each. */
  readonly settings: readonly Kept<SettingRecord>[];
  /** In order of procedure and place. */
  readonly duties: readonly Kept<DutyRecord>[];
}

/** All lines of all files as one: each record once, in its place. The order of files and lines does not matter, save for deleted drafts. */
export function mergeLines(lines: readonly JournalLine[]): Merged {
  const places = new Map<string, Map<number, Kept<EventRecord>>>();
  const differ: { case: string; seq: number }[] = [];
  const [versions, drafts, access, settings, duties] = [new Map<string, Kept<PublishedVersion>>(), new Map<string, Kept<Draft>>(), new Map<string, Kept<AccessEntry>>(), new Map<string, Kept<SettingRecord>>(), new Map<string, Kept<DutyRecord>>()];
  for (const line of lines) {
    if (line.t === 'events') for (const record of line.r) place(places, differ, record);
    if (line.t === 'versions') for (const one of line.r) versions.set(`${one.id} ${one.version}`, later(versions.get(`${one.id} ${one.version}`), one));
    if (line.t === 'drafts') for (const one of line.r) newest(drafts, one);
    if (line.t === 'settings') for (const one of line.r) newest(settings, one);
    if (line.t === 'duties') for (const one of line.r) duties.set(`${one.case} ${String(one.seq).padStart(9, '0')}`, one);
    if (line.t === 'access') for (const one of line.r) access.set(`${one.id}`, one);
    if (line.t === 'gone') drafts.delete(line.id);
  }
  const cases = new Map([...places].map(([id, at]) => [id, unbroken(at)] as const));
  const loose = [...places].flatMap(([id, at]) => [...at].filter(([seq]) => seq > (cases.get(id)?.length ?? 0)).map(([, record]) => record));
  return { cases, loose, differ, versions: [...versions.values()], drafts: [...drafts.values()], access: [...access.values()].toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0)), settings: [...settings.values()], duties: [...duties].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one) };
}
function newest<T extends { readonly id?: string; readonly revision?: number }>(kept: Map<string, T>, one: T): void {
  if ((kept.get(`${one.id}`)?.revision ?? 0) <= (one.revision ?? 0)) kept.set(`${one.id}`, one);
}

function place(places: Map<string, Map<number, Kept<EventRecord>>>, differ: { case: string; seq: number }[], record: Kept<EventRecord>): void {
  const [owner, seq] = [record.case ?? '', record.seq ?? 0];
  const at = places.get(owner) ?? new Map<number, Kept<EventRecord>>();
  places.set(owner, at);
  const before = at.get(seq);
  if (before !== undefined && eventHashOf(before) !== eventHashOf(record)) differ.push({ case: owner, seq });
  else at.set(seq, record);
}
/** A version is only ever changed by being retired. */
const later = (before: Kept<PublishedVersion> | undefined, one: Kept<PublishedVersion>): Kept<PublishedVersion> => (before?.retired !== undefined && one.retired === undefined ? before : one);

function unbroken(at: ReadonlyMap<number, Kept<EventRecord>>): readonly Kept<EventRecord>[] {
  const records: Kept<EventRecord>[] = [];
  for (let record = at.get(1); record !== undefined; record = at.get(records.length + 1)) records.push(record);
  return records;
}

/** How far each case has come in the journal. */
export function headsOf(merged: Merged): readonly CaseHead[] {
  return [...merged.cases].flatMap(([id, records]) => {
    const last = records.at(-1);
    return last === undefined ? [] : [{ case: id, seq: records.length, head: eventHashOf(last) ?? '' }];
  });
}

export interface Comparison {
  /** Cases of which the database holds fewer events than the journal, or none. */
  readonly shorter: readonly { readonly case: string; readonly kept: number; readonly journal: number }[];
  /** Cases that are as long in both and end differently. */
  readonly differ: readonly string[];
  /** Cases of which the journal holds less: it is to be filled up from the database. */
  readonly behind: readonly string[];
}

/** The database beside the journal, case by case. */
export function compareHeads(database: readonly CaseHead[], journal: readonly CaseHead[]): Comparison {
  const kept = new Map(database.map((head) => [head.case, head]));
  const written = new Map(journal.map((head) => [head.case, head]));
  return {
    shorter: journal.flatMap(({ case: id, seq }) => { const have = kept.get(id)?.seq ?? 0; return have < seq ? [{ case: id, kept: have, journal: seq }] : []; }),
    differ: journal.flatMap(({ case: id, seq, head }) => (kept.get(id)?.seq === seq && kept.get(id)?.head !== head ? [id] : [])),
    behind: database.flatMap(({ case: id, seq }) => ((written.get(id)?.seq ?? 0) < seq ? [id] : [])),
  };
}

// A store in memory: what the port promises, with nothing kept. Tests, the command line and rehearsals run on it.
import { linkAccess, type AccessLink } from '../case/access.ts';
import type { DutyEvent } from '../case/duties/types.ts';
import type { CaseEvent } from '../case/types.ts';
import { erasedEvent } from './erased.ts';
import { CONFLICT_WORDS, UNKNOWN_VERSION_WORDS, bySoonest, cursor, isRetry } from './append.ts';
import type { AccessEntry, AppendResult, CaseStore, Draft, DutyStore, ProcedureStore, PublishedVersion, RegisterRow, Scanned, SettingRecord, SettingsStore, Store, StoreExport } from './types.ts';

interface Kept {
  readonly events: Map<string, CaseEvent[]>;
  readonly rows: Map<string, RegisterRow>;
  readonly access: (AccessEntry & Partial<AccessLink>)[];
  readonly drafts: Map<string, Draft>;
  readonly versions: PublishedVersion[];
  readonly settings: Map<string, SettingRecord>;
  readonly duties: Map<string, readonly DutyEvent[]>;
  /** Who hears of changes, and in which tab; a tab does not hear its own. */
  readonly listeners: Map<(caseId: string) => void, symbol>;
}

/** A store that forgets everything when the page or the process ends. */
export function createMemoryStore(name = 'memory'): Store {
  return createMemoryTabs(name)();
}

/** Several tabs on one store in memory: each call opens a further one. */
export function createMemoryTabs(name = 'memory'): () => Store {
  const kept: Kept = { events: new Map(), rows: new Map(), access: [], drafts: new Map(), versions: [], settings: new Map(), duties: new Map(), listeners: new Map() };
  return () => ({
    name, cases: caseStore(kept, Symbol(name)), procedures: procedureStore(kept), settings: settingsStore(kept), duties: dutyStore(kept), close: () => undefined,
    identity: async () => ({ id: name, codec: '', epoch: 0, pageEpoch: 0 }), stale: () => () => undefined,
  });
}

function caseStore(kept: Kept, tab: symbol): CaseStore {
  return {
    append: async (caseId, expected, events, row) => {
      const result = append(kept, caseId, expected, events, row);
      if (result.ok && !result.repeated) for (const [tell, of] of kept.listeners) if (of !== tab) tell(caseId);
      return result;
    },
    events: async (caseId) => [...(kept.events.get(caseId) ?? [])],
    scan: async (query) => scan(kept, query),
    row: async (caseId) => kept.rows.get(caseId),
    page: async ({ closed, limit, after }) => {
      const rows = [...kept.rows.values()].filter((row) => row.closed === (closed ? 1 : 0)).sort(bySoonest);
      const from = after === undefined ? 0 : rows.findIndex((row) => bySoonest(row, cursor.read(after)) > 0);
      const page = from < 0 ? [] : rows.slice(from, from + limit);
      const last = page.at(-1);
      return last && from + limit < rows.length ? { rows: page, next: cursor.write(last) } : { rows: page };
    },
    renew: async (rows) => {
      const same = rows.filter(({ case: id, seq, head }) => { const before = kept.rows.get(id); return before?.seq === seq && before.head === head; });
      for (const row of same) kept.rows.set(row.case, row);
      return same.map((row) => row.case);
    },
    erase: async (caseId, expected, row) => erase(kept, caseId, expected, row),
    counters: async () => {
      const closed = [...kept.rows.values()].filter((row) => row.closed).length;
      return { open: kept.rows.size - closed, closed };
    },
    record: async (entry) => void kept.access.push({ ...entry, ...linkAccess(entry, lastLink(kept)) }),
    accessLog: async (caseId) => kept.access.filter((entry) => entry.case === caseId),
    accessEntries: async () => [...kept.access],
    heads: async () => byKey(kept.rows).map(({ case: id, seq, head }) => ({ case: id, seq, head })),
    watch: (listener) => {
      kept.listeners.set(listener, tab);
      return () => kept.listeners.delete(listener);
    },
    clear: async () => {
      kept.events.clear();
      kept.rows.clear();
      kept.access.length = 0;
      kept.settings.clear();
      kept.duties.clear();
    },
    exportAll: async () => exportAll(kept),
    importAll: async (content, how, holding) => {
      const held = [...kept.events.values()].reduce((sum, log) => sum + log.length, 0);
      return holding === undefined || held === holding ? importAll(kept, content, how) : { ok: false, code: 'conflict', seq: held, words: CONFLICT_WORDS };
    },
  };
}

function scan(kept: Kept, { events, after = '' }: Parameters<CaseStore['scan']>[0]): Scanned {
  const left = [...kept.events].filter(([id]) => id > after).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const logs: { readonly case: string; readonly events: readonly CaseEvent[] }[] = [];
  for (let held = 0; logs.length < left.length && (logs.length === 0 || held < events);) {
    const [id, log] = left[logs.length] ?? ['', []];
    logs.push({ case: id, events: [...log] });
    held += log.length;
  }
  const last = logs.at(-1);
  return last === undefined || logs.length === left.length ? { logs } : { logs, next: last.case };
}

function erase(kept: Kept, caseId: string, expected: number, row: RegisterRow): AppendResult {
  const log = kept.events.get(caseId) ?? [];
  if (log.length !== expected || expected === 0) return { ok: false, code: 'conflict', seq: log.length, words: CONFLICT_WORDS };
  kept.events.set(caseId, log.map(erasedEvent));
  kept.rows.set(caseId, row);
  return { ok: true, seq: expected, repeated: false };
}

/** Its last entry's place; entries of a store before there were chains have none. */
function lastLink({ access }: Kept): Pick<AccessLink, 'seq' | 'hash'> | undefined {
  const last = access.at(-1);
  return last?.seq === undefined || last.hash === undefined ? undefined : { seq: last.seq, hash: last.hash };
}

const byKey = <T>(kept: ReadonlyMap<string, T>): readonly T[] => [...kept].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
const byVersion = (a: PublishedVersion, b: PublishedVersion): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.version - b.version);

function exportAll(kept: Kept): StoreExport {
  return {
    format: 1,
    cases: byKey(kept.rows).map((row) => ({ id: row.case, events: kept.events.get(row.case) ?? [], row })),
    drafts: byKey(kept.drafts), versions: kept.versions.toSorted(byVersion), access: [...kept.access], settings: byKey(kept.settings),
    duties: [...kept.duties].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([procedure, events]) => ({ procedure, events })),
  };
}

function importAll(kept: Kept, content: StoreExport, how: 'replace' | 'add'): { readonly ok: true; readonly cases: number } {
  if (how === 'replace') {
    for (const map of [kept.events, kept.rows, kept.drafts, kept.settings, kept.duties]) map.clear();
    kept.versions.length = 0;
    kept.access.splice(0, kept.access.length, ...content.access);
  }
  for (const { id, events, row } of content.cases) { kept.events.set(id, [...events]); kept.rows.set(id, row); }
  for (const draft of content.drafts) kept.drafts.set(draft.id, draft);
  for (const one of content.settings ?? []) kept.settings.set(one.id, one);
  for (const { procedure, events } of content.duties ?? []) kept.duties.set(procedure, events);
  const others = kept.versions.filter((one) => !content.versions.some(({ id, version }) => one.id === id && one.version === version));
  kept.versions.splice(0, kept.versions.length, ...others, ...content.versions);
  return { ok: true, cases: content.cases.length };
}

function append(kept: Kept, caseId: string, expected: number, events: readonly CaseEvent[], row: RegisterRow): AppendResult {
  const log = kept.events.get(caseId) ?? [];
  if (log.length !== expected) {
    if (isRetry(events, log[expected])) return { ok: true, seq: log.length, repeated: true };
    return { ok: false, code: 'conflict', seq: log.length, words: CONFLICT_WORDS };
  }
  kept.events.set(caseId, [...log, ...events]);
  kept.rows.set(caseId, row);
  return { ok: true, seq: expected + events.length, repeated: false };
}

function procedureStore(kept: Kept): ProcedureStore {
  return {
    drafts: async () => [...kept.drafts.values()],
    draft: async (id) => kept.drafts.get(id),
    saveDraft: async (draft, expected) => {
      const seq = kept.drafts.get(draft.id)?.revision ?? 0;
      if (seq !== expected) return { ok: false, code: 'conflict', seq, words: CONFLICT_WORDS };
      kept.drafts.set(draft.id, { ...draft, revision: seq + 1 });
      return { ok: true, revision: seq + 1 };
    },
    deleteDraft: async (id) => void kept.drafts.delete(id),
    publish: async (published) => {
      const earlier = kept.versions.filter(({ id }) => id === published.id);
      const same = earlier.find(({ hash }) => hash === published.hash);
      if (same) return { ok: true, version: same.version };
      const version = Math.max(0, ...earlier.map((one) => one.version)) + 1;
      kept.versions.push({ ...published, version });
      return { ok: true, version };
    },
    retire: async (id, version, on) => {
      const index = kept.versions.findIndex((one) => one.id === id && one.version === version);
      const found = kept.versions[index];
      if (!found) return { ok: false, code: 'unknown-version', words: UNKNOWN_VERSION_WORDS };
      kept.versions[index] = { ...found, retired: on };
      return { ok: true, retired: on };
    },
    versions: async (id) => kept.versions.filter((version) => id === undefined || version.id === id),
    version: async (pin) => {
      const same = kept.versions.find(({ id, hash }) => id === pin.id && hash === pin.hash);
      return same && { ...same, version: pin.version };
    },
  };
}

function settingsStore(kept: Kept): SettingsStore {
  return {
    read: async (id) => kept.settings.get(id),
    save: async (record, expected) => {
      const seq = kept.settings.get(record.id)?.revision ?? 0;
      if (seq !== expected) return { ok: false, code: 'conflict', seq, words: CONFLICT_WORDS };
      kept.settings.set(record.id, { ...record, revision: seq + 1 });
      return { ok: true, revision: seq + 1 };
    },
  };
}

function dutyStore(kept: Kept): DutyStore {
  return {
    log: async (procedure) => kept.duties.get(procedure) ?? [],
    append: async (procedure, expected, events) => {
      const log = kept.duties.get(procedure) ?? [];
      if (log.length !== expected) return log[expected]?.id === events[0]?.id && events.length > 0 ? { ok: true, seq: log.length, repeated: true } : { ok: false, code: 'conflict', seq: log.length, words: CONFLICT_WORDS };
      kept.duties.set(procedure, [...log, ...events]);
      return { ok: true, seq: expected + events.length, repeated: false };
    },
  };
}

// The store port: what any host of cases and procedures must do. It knows case data, and no database.
import type { CaseEvent, ProcedurePin } from '../case/types.ts';
import type { Id, Procedure } from '../procedure/types.ts';
import type { CivilDate, Instant } from '../time/types.ts';

/** One line of the register: opaque ids and instants in clear, the rest is content. Kept in the same transaction as the events. */
export interface RegisterRow {
  readonly case: string; readonly procedure: Id; readonly version: number;
  readonly seq: number; readonly head: string;
  readonly stages: readonly Id[];
  readonly opened: Instant; readonly changed: Instant; readonly closed: 0 | 1;
  /** Earliest open due instant; `Number.MAX_SAFE_INTEGER` when nothing is due. */
  readonly nextDue: Instant;
  /** What lists show: reference, initials, stage labels, next task and date in words. */
  readonly content: { readonly reference: string; readonly initials: string; readonly stage: string; readonly caseType?: string; readonly next?: string; readonly nextDate?: string };
}
/** Why nothing was written: this page is older than the store, the browser's storage is full, or the write failed. */
export interface WriteFailure { readonly ok: false; readonly code: 'stale-code' | 'full' | 'failed'; readonly words: string }
/** Another tab was first: read again and decide again. `seq` is where the record stands now. */
export interface Conflict { readonly ok: false; readonly code: 'conflict'; readonly seq: number; readonly words: string }
export type SaveResult<T> = ({ readonly ok: true } & T) | WriteFailure;
export type AppendResult = SaveResult<{ readonly seq: number; readonly repeated: boolean }> | Conflict;
/** Rows of the register and where to go on; no `next` on the last page. */
export interface Page { readonly rows: readonly RegisterRow[]; readonly next?: string }
export interface Counters { readonly open: number; readonly closed: number }
/** A refused attempt, a view or an export: a log of its own, which never moves a case's version. */
export interface AccessEntry { readonly id: string; readonly case: string; readonly at: Instant; readonly person: string; readonly role: Id; readonly what: 'refused' | 'viewed' | 'exported'; readonly words: string }

export interface CaseStore {
  /** Appends events if the case is at `expected` (0 for a new case), with its register row, in one strict transaction. Events whose ids are all known already give `repeated`. */
  append(caseId: string, expected: number, events: readonly CaseEvent[], row: RegisterRow): Promise<AppendResult>;
  events(caseId: string): Promise<readonly CaseEvent[]>;
  row(caseId: string): Promise<RegisterRow | undefined>;
  /** Open (or closed) cases by next due date, soonest first. */
  page(query: { readonly closed: boolean; readonly limit: number; readonly after?: string }): Promise<Page>;
  counters(): Promise<Counters>;
  record(entry: AccessEntry): Promise<void>;
  accessLog(caseId: string): Promise<readonly AccessEntry[]>;
  /** Calls back when a case changed in another tab; returns how to stop. */
  watch(listener: (caseId: string) => void): () => void;
  /** Removes every case; only a practice store allows it. */
  clear(): Promise<void>;
  exportAll(): Promise<StoreExport>;
}
export interface Draft { readonly id: string; readonly revision: number; readonly changed: Instant; readonly basedOn?: ProcedurePin; readonly procedure: Procedure }
export interface PublishedVersion {
  readonly id: Id; readonly version: number; readonly hash: string; readonly published: Instant; readonly by: string; readonly note?: string; readonly procedure: Procedure;
  /** First day on which cases are opened on it. Absent: from the day it was published. */
  readonly effectiveFrom?: CivilDate;
  /** First day on which no case is opened on it; cases that run on it stay. Absent: not retired. */
  readonly retired?: CivilDate;
}
/** There is no such version to retire. */
export interface UnknownVersion { readonly ok: false; readonly code: 'unknown-version'; readonly words: string }
export interface ProcedureStore {
  drafts(): Promise<readonly Draft[]>;
  draft(id: string): Promise<Draft | undefined>;
  /** Saves if the draft is at `expected` (0 for a new one). */
  saveDraft(draft: Omit<Draft, 'revision'>, expected: number): Promise<SaveResult<{ readonly revision: number }> | Conflict>;
  deleteDraft(id: string): Promise<void>;
  /**
   * Adds the next version of `id`, never changes one. The same content (hash) published again gives the number it has, and changes no date of it.
   * A shipped procedure is published here before its first case, so that the case finds its text after an update.
   */
  publish(version: Omit<PublishedVersion, 'version'>): Promise<SaveResult<{ readonly version: number }>>;
  /** Marks a version as retired from the day `on`; its number, content and hash stay. Retired again, the later call's day holds. */
  retire(id: Id, version: number, on: CivilDate): Promise<SaveResult<{ readonly retired: CivilDate }> | UnknownVersion>;
  versions(id?: Id): Promise<readonly PublishedVersion[]>;
  version(pin: ProcedurePin): Promise<PublishedVersion | undefined>;
}
/** One database: cases and the procedures they are pinned to. */
export interface Store { readonly name: string; readonly cases: CaseStore; readonly procedures: ProcedureStore; close(): void }
export interface StoreExport { readonly format: 1; readonly cases: readonly { readonly id: string; readonly events: readonly CaseEvent[]; readonly row: RegisterRow }[]; readonly drafts: readonly Draft[]; readonly versions: readonly PublishedVersion[]; readonly access: readonly AccessEntry[] }

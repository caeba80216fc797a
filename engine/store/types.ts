// The store port: what any host of cases and procedures must do. It knows case data, and no database.
import type { DutyEvent } from '../case/duties/types.ts';
import type { CaseEvent, DeadlineView, ProcedurePin, TaskView } from '../case/types.ts';
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
  /** The instant the row was made for; absent: `changed`. A row may be made anew as dates pass, without an event. */
  readonly asOf?: Instant;
  readonly content: RowContent;
}
/** What lists show: reference, initials, stage labels, next task and date in words; for lists over all cases, what there is to do. */
export interface RowContent {
  readonly reference: string; readonly initials: string; readonly stage: string; readonly caseType?: string; /** The content of the version it runs on; absent in lines of before. */ readonly hash?: string; readonly next?: string; readonly nextDate?: string;
  /** Age in words on the day the row was made; date of birth and of the incident, to notice a case opened twice. */
  readonly age?: string; readonly born?: string; readonly incident?: string;
  /** When it was closed. */
  readonly closedAt?: Instant;
  /** When the case was erased: nothing but its reference is left of it. */
  readonly erased?: Instant;
  /** What somebody is asked besides tasks: whether a hold or an act still stands. */
  readonly asks?: readonly string[];
  /** What is open in the case, in its procedure's order. */
  readonly tasks?: readonly RowTask[];
  /** Cells by column of each register the case stands in, one entry for each of its lines. */
  readonly registers?: Readonly<Record<Id, readonly Readonly<Record<Id, string>>[]>>;
}
/** An open task, as lists over all cases show it. */
export interface RowTask {
  readonly task: Id; readonly label: string; readonly stage?: string;
  readonly state: Extract<TaskView['state'], 'open' | 'waiting'>;
  /** Parties who may do it, deputies included while they stand in. */
  readonly doers: readonly Id[];
  /** Recipients not in yet. */
  readonly out?: readonly Id[];
  /** When it is set for: local date or date-time. */
  readonly planned?: string;
  /** Whether a body meets for it. */
  readonly meets?: true;
  /** Whom of the role it is assigned to. */
  readonly person?: string;
  readonly held?: string;
  /** When those who are late are to be chased again: local date or date-time. */
  readonly chase?: string;
  /** What it waits for is a signature. */
  readonly signs?: true;
  readonly clocks: readonly RowClock[];
}
/** One clock of a task, for all recipients for whom it stands alike. */
export type RowClock = Pick<DeadlineView, 'timescale' | 'state' | 'date' | 'latest' | 'earliest' | 'sentence' | 'days'> & { readonly recipients?: readonly Id[] };
/** Why nothing was written: this page is older than the store, the browser's storage is full, or the write failed. */
export interface WriteFailure { readonly ok: false; readonly code: 'stale-code' | 'full' | 'failed'; readonly words: string }
/** Another tab was first: read again and decide again. `seq` is where the record stands now. */
export interface Conflict { readonly ok: false; readonly code: 'conflict'; readonly seq: number; readonly words: string }
export type SaveResult<T> = ({ readonly ok: true } & T) | WriteFailure;
export type AppendResult = SaveResult<{ readonly seq: number; readonly repeated: boolean }> | Conflict;
/** Rows of the register and where to go on; no `next` on the last page. */
export interface Page { readonly rows: readonly RegisterRow[]; readonly next?: string }
/** Cases with their entries, and after which case to go on; no `next` where there are no more. */
export interface Scanned { readonly logs: readonly { readonly case: string; readonly events: readonly CaseEvent[] }[]; readonly next?: string }
export interface Counters { readonly open: number; readonly closed: number }
/** A refused attempt, a view, an export, a restoring, a legal hold or an erasure: a log of its own, which never moves a case's version. `case` is '' where it is about the whole store. */
export interface AccessEntry {
  readonly id: string; readonly case: string; readonly at: Instant; readonly person: string; readonly role: Id; readonly what: 'refused' | 'viewed' | 'exported' | 'restored' | 'held' | 'erased'; readonly words: string;
  /** Its place in the chain of the log, given by the store: from 1, the hash of the entry before ('' for the first), its own. */
  readonly seq?: number; readonly previous?: string; readonly hash?: string;
}
/** How far a case has come, by its row: what a second journal and a witness are compared with. */
export interface CaseHead { readonly case: string; readonly seq: number; readonly head: string }
/** The store as a whole. `id` is given when it is made and when everything in it is replaced. */
export interface StoreIdentity {
  readonly id: string;
  /** Names the key its records are sealed with; '' for none. */ readonly codec: string;
  /** Of what is kept, and of this page: apart, this page may only read. */ readonly epoch: number; readonly pageEpoch: number;
}

export interface CaseStore {
  /** Appends events if the case is at `expected` (0 for a new case), with its register row, in one strict transaction. Events whose ids are all known already give `repeated`. */
  append(caseId: string, expected: number, events: readonly CaseEvent[], row: RegisterRow): Promise<AppendResult>;
  events(caseId: string): Promise<readonly CaseEvent[]>;
  /**
   * The entries of the cases that come after `after`, by id: whole cases, as many as hold about `events` entries, at least one. No `next` after the last.
   * For going through everything in pieces, each read at one go.
   */
  scan(query: { readonly events: number; readonly after?: string }): Promise<Scanned>;
  row(caseId: string): Promise<RegisterRow | undefined>;
  /** Open (or closed) cases by next due date, soonest first. */
  page(query: { readonly closed: boolean; readonly limit: number; readonly after?: string }): Promise<Page>;
  counters(): Promise<Counters>;
  /** Keeps rows made anew for a later instant, each if its case stands where the row does (`seq` and `head`), in one transaction; tells nobody. The cases whose rows were kept. */
  renew(rows: readonly RegisterRow[]): Promise<readonly string[]>;
  /** Adds an entry to the access log and gives it its place in the log's chain. */
  record(entry: AccessEntry): Promise<void>;
  /** The entries about one case, oldest first. */
  accessLog(caseId: string): Promise<readonly AccessEntry[]>;
  /** The whole access log, oldest first. */
  accessEntries(): Promise<readonly AccessEntry[]>;
  /** How far every case has come, by id. */
  heads(): Promise<readonly CaseHead[]>;
  /** Calls back when a case changed in another tab; returns how to stop. */
  watch(listener: (caseId: string) => void): () => void;
  /**
   * Erases what the entries of a case say, and puts `row` in place of its line, in one strict transaction; the chain of the case still verifies.
   * A conflict, and nothing done, if the case is not at `expected`. Second journals that hold it go; other tabs have to load the store anew.
   */
  erase(caseId: string, expected: number, row: RegisterRow): Promise<AppendResult>;
  /** Removes every case; only a practice store allows it. */
  clear(): Promise<void>;
  exportAll(): Promise<StoreExport>;
  /**
   * Puts a copy in, in one strict transaction. `replace`: everything else goes, and the store is what the copy was of.
   * `add`: the cases, drafts, versions, settings and duties of the copy are put in or put in place of their own; the rest and the access log stay.
   * `holding`: how many entries of cases the store must still hold; a conflict, and nothing done, when another tab wrote meanwhile.
   */
  importAll(content: StoreExport, how: 'replace' | 'add', holding?: number): Promise<SaveResult<{ readonly cases: number }> | Conflict>;
}
export interface Draft { readonly id: string; readonly revision: number; readonly changed: Instant; readonly basedOn?: ProcedurePin; readonly procedure: Procedure;
  /** Steps to undo and do again, as the editor keeps them. */
  readonly history?: unknown;
  /** When it was put away: it is kept, and no longer among those in work. */
  readonly archived?: Instant;
  /** Who has signed off what stands in it, by its content's hash: a later change takes the signature away. */
  readonly signatures?: readonly DraftSignature[];
  /** Roles that must have signed before it is published. */
  readonly signers?: readonly Id[];
}
/** One sign-off: in which of the procedure's roles, by whom, of which content. */
export interface DraftSignature { readonly role: Id; readonly person: string; readonly at: Instant; readonly hash: string }
export interface PublishedVersion {
  readonly id: Id; readonly version: number; readonly hash: string; readonly published: Instant; readonly by: string; readonly note?: string; readonly procedure: Procedure;
  /** First day on which cases are opened on it. Absent: from the day it was published. */
  readonly effectiveFrom?: CivilDate;
  /** First day on which no case is opened on it; cases that run on it stay. Absent: not retired. */
  readonly retired?: CivilDate;
  /** Who signed it off before it was published. */
  readonly signatures?: readonly DraftSignature[];
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
  /** What a pin names: the version of that content, under the number that the pin says. Numbers are counted by each store for itself, so a case that came from another may stand on a content that is kept here under another number. */
  version(pin: ProcedurePin): Promise<PublishedVersion | undefined>;
}
/** What is kept beside the cases and belongs to none: who works here, how long papers are kept. What `content` means its users know. */
export interface SettingRecord { readonly id: string; readonly revision: number; readonly changed: Instant; readonly content: unknown }
export interface SettingsStore {
  read(id: string): Promise<SettingRecord | undefined>;
  /** Saves if the record is at `expected` (0 for a new one). */
  save(record: Omit<SettingRecord, 'revision'>, expected: number): Promise<SaveResult<{ readonly revision: number }> | Conflict>;
}
/** The logs of the duties that belong to no case, one for each procedure. */
export interface DutyStore {
  log(procedure: Id): Promise<readonly DutyEvent[]>;
  /** Appends if the log is at `expected`; events known already give `repeated`. */
  append(procedure: Id, expected: number, events: readonly DutyEvent[]): Promise<AppendResult>;
}
/** One database: cases and the procedures they are pinned to. */
export interface Store {
  readonly name: string; readonly cases: CaseStore; readonly procedures: ProcedureStore; readonly settings: SettingsStore; readonly duties: DutyStore;
  identity(): Promise<StoreIdentity>;
  /** Calls back when newer code took the store over and this page may no longer write; returns how to stop. */
  stale(listener: () => void): () => void;
  close(): void;
}
export interface StoreExport { readonly format: 1; readonly cases: readonly { readonly id: string; readonly events: readonly CaseEvent[]; readonly row: RegisterRow }[]; readonly drafts: readonly Draft[]; readonly versions: readonly PublishedVersion[]; readonly access: readonly AccessEntry[]; /** Absent in copies of before there were any. */ readonly settings?: readonly SettingRecord[]; readonly duties?: readonly { readonly procedure: Id; readonly events: readonly DutyEvent[] }[] }

// What a host keeps of each record: the few fields that may stand in the clear (opaque ids, places, instants, stage
// ids), and everything else sealed by a codec. A field that nobody listed is sealed, so that new ones need no thought.
// Without a codec records are kept as they are. Sealing is asynchronous, and so done before a transaction opens.
import type { AccessEntry, Draft, PublishedVersion, RegisterRow, SettingRecord } from './types.ts';
import type { DutyEvent } from '../case/duties/types.ts';
import type { CaseEvent, LogEvent } from '../case/types.ts';

/** Seals content for one place and opens it only there. */
export interface Codec {
  /** Names the key; a store kept with another key is not written to. */
  readonly id: string;
  seal(place: string, content: unknown): Promise<string>;
  /** Rejects when the text was changed, or was sealed for another place or with another key. */
  open(place: string, sealed: string): Promise<unknown>;
}

/** One event at its place. `id` and `hash` are its own; they stand beside it where it is sealed. */
interface Recorded<E> { readonly case: string; readonly seq: number; readonly id?: string; readonly hash?: string; readonly event: E }
export type EventRecord = Recorded<CaseEvent>;
/** One entry of the duties of a procedure, whose id stands as `case`. */
export type DutyRecord = Recorded<DutyEvent>;
/** A record as it lies in the store: whole, or its clear fields and the rest sealed. */
export type Kept<T> = T | (Partial<T> & { readonly sealed: string });
/** How the records of one table are kept and read. */
export interface Keeping<T> { keep(value: T): Promise<Kept<T>>; read(kept: Kept<T>): Promise<T> }
export interface Keepings {
  readonly events: Keeping<EventRecord>; readonly rows: Keeping<RegisterRow>; readonly access: Keeping<AccessEntry>;
  readonly drafts: Keeping<Draft>; readonly versions: Keeping<PublishedVersion>; readonly settings: Keeping<SettingRecord>; readonly duties: Keeping<DutyRecord>;
}

/** Thrown when a record is sealed and no key is here to open it. */
class SealedRecord extends Error {
  override readonly name = 'SealedRecord';
}

/** What stands in the clear of each table. */
const CLEAR = {
  events: ['case', 'seq', 'id', 'hash'],
  rows: ['case', 'procedure', 'version', 'seq', 'head', 'stages', 'changed', 'closed', 'nextDue'],
  access: ['id', 'case', 'at', 'seq', 'previous', 'hash'],
  drafts: ['id', 'revision', 'changed'],
  versions: ['id', 'version', 'hash', 'published', 'effectiveFrom', 'retired'],
  settings: ['id', 'revision', 'changed'],
  duties: ['case', 'seq', 'id', 'hash'],
} as const satisfies { readonly [Table in keyof Keepings]: readonly (keyof TableOf<Table>)[] };
type TableOf<Table extends keyof Keepings> = Keepings[Table] extends Keeping<infer T> ? T : never;

/** How every table is kept with this codec, or in the clear without one. */
export function keepings(codec: Codec | undefined): Keepings {
  return {
    events: keeping<EventRecord>(codec, CLEAR.events, ({ case: owner, seq }) => `events/${owner}/${seq}`),
    rows: keeping<RegisterRow>(codec, CLEAR.rows, ({ case: owner, seq, head }) => `rows/${owner}/${seq}/${head}`),
    access: keeping<AccessEntry>(codec, CLEAR.access, ({ id }) => `access/${id}`),
    drafts: keeping<Draft>(codec, CLEAR.drafts, ({ id, revision }) => `drafts/${id}/${revision}`),
    versions: keeping<PublishedVersion>(codec, CLEAR.versions, ({ id, hash }) => `versions/${id}/${hash}`),
    settings: keeping<SettingRecord>(codec, CLEAR.settings, ({ id, revision }) => `settings/${id}/${revision}`),
    duties: keeping<DutyRecord>(codec, CLEAR.duties, ({ case: owner, seq }) => `duties/${owner}/${seq}`),
  };
}

function keeping<T extends object>(codec: Codec | undefined, clear: readonly (keyof T)[], placeOf: (fields: Partial<T>) => string): Keeping<T> {
  const isClear = new Set<PropertyKey>(clear);
  return {
    keep: async (value) => {
      if (codec === undefined) return value;
      const [open, rest] = parted(value, isClear);
      return { ...open, sealed: await codec.seal(placeOf(open), rest) };
    },
    read: async (kept) => {
      if (!('sealed' in kept)) return kept;
      if (codec === undefined) throw new SealedRecord(placeOf(kept as Partial<T>));
      const { sealed, ...open } = kept;
      // What is merged in was sealed from a T for this very place, which the codec has just established.
      return { ...(open as object), ...(await codec.open(placeOf(kept as Partial<T>), sealed) as object) } as T;
    },
  };
}

function parted<T extends object>(value: T, clear: ReadonlySet<PropertyKey>): readonly [Partial<T>, Partial<T>] {
  const entries = Object.entries(value);
  const part = (wanted: boolean): Partial<T> => Object.fromEntries(entries.filter(([key]) => clear.has(key) === wanted)) as Partial<T>;
  return [part(true), part(false)];
}

/** The records of events that follow `expected`, ready for a transaction. */
export function keepEvents<E extends LogEvent<string>>(keeping: Keeping<Recorded<E>>, caseId: string, expected: number, events: readonly E[], sealing: boolean): Promise<readonly Kept<Recorded<E>>[]> {
  return Promise.all(events.map((event, index) => {
    const place = { case: caseId, seq: expected + index + 1 };
    return keeping.keep(sealing ? { ...place, id: event.id, hash: event.hash, event } : { ...place, event });
  }));
}

/** The id and the hash of the event in a record, sealed or not. */
export const eventIdOf = (kept: Kept<Recorded<LogEvent<string>>> | undefined): string | undefined => kept?.id ?? kept?.event?.id;
export const eventHashOf = (kept: Kept<Recorded<LogEvent<string>>>): string | undefined => kept.hash ?? kept.event?.hash;

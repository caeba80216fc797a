// The duties of a procedure itself: commands in, events kept, views out. They belong to no case and have one log for the
// procedure, chained as a case's is. What is due is computed.
import type { Id } from '../../procedure/types.ts';
import type { Instant } from '../../time/types.ts';
import type { Actor, LogEvent, Refusal } from '../types.ts';

/** Every command carries the caller's ids, so that a retry is recognised, and when the act happened. */
interface DutyHeader { readonly id: string; /** Random text that salts the payload's digest. */ readonly salt: string; readonly occurred?: Instant }
export type DutyBody =
  /** From which local day on the duties are kept here: nothing before it is asked. */
  | { readonly type: 'keepDuties'; readonly from: string }
  /** A duty was done. `round`: a day of the round it was for, where that is not the one in which it happened. `cases`: whose lines the register showed. */
  | { readonly type: 'performDuty'; readonly duty: Id; readonly round?: string; readonly recipients?: readonly Id[]; readonly cases?: readonly string[]; readonly words?: string; readonly evidence?: string }
  /** Why a round went by without it. `round`: a day of that round. */
  | { readonly type: 'explainDuty'; readonly duty: Id; readonly round: string; readonly reason: string }
  /** An entry that was wrong: it stays in the log and counts no more. */
  | { readonly type: 'withdrawDuty'; readonly event: string; readonly reason: string };
export type DutyCommand = DutyHeader & DutyBody;

export type DutyEventType = 'dutiesKept' | 'dutyPerformed' | 'dutyExplained' | 'dutyWithdrawn';
/** `case` holds the id of the procedure. */
export type DutyEvent = LogEvent<DutyEventType>;

/** Accepted: the new event and the log with it. A retry of a known id gives no events. */
export type DutyOutcome =
  | { readonly ok: true; readonly events: readonly DutyEvent[]; readonly log: readonly DutyEvent[]; readonly repeated?: true }
  | { readonly ok: false; readonly refusal: Refusal };

/** One time that a duty was done. */
export interface DutyAct {
  readonly event: string;
  /** Local day on which it was done. */
  readonly on: string;
  readonly by: Actor;
  readonly late: boolean;
  readonly recipients: readonly Id[];
  readonly cases: readonly string[];
  readonly words?: string; readonly evidence?: string;
}
/** One coming-round of a duty. Days are local, both ends included. */
export interface DutyRound {
  readonly first: string;
  /** Absent while nobody can say when the round ends. */
  readonly due?: string;
  /** explained: it went by, and a reason is recorded. to-come: it has not begun. no-date: it is asked, and no day is known. */
  readonly state: 'done' | 'done-late' | 'due' | 'overdue' | 'explained' | 'to-come' | 'no-date';
  readonly acts: readonly DutyAct[];
  readonly reason?: string;
}
export interface DutyView {
  readonly duty: Id; readonly label: string;
  readonly doers: readonly { readonly party: Id; readonly label: string }[];
  /** Who gets it. */
  readonly to: readonly Id[];
  /** The register that is its content. */
  readonly register?: Id;
  /** overdue while any round is. */
  readonly state: 'done' | 'due' | 'overdue' | 'no-date';
  /** The earliest day by which it is owed, now or next; absent with no date. */
  readonly date?: string;
  /** "At least once in each 12 months: owed by Thu 31 Dec 2026." */
  readonly sentence: string;
  /** Oldest first; the last has not begun, where its days are known. */
  readonly rounds: readonly DutyRound[];
  readonly cites: readonly string[];
}

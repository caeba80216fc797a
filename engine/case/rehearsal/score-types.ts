// The shapes of a debrief: what should have happened beside what did.
import type { Id } from '../../procedure/types.ts';
import type { Instant } from '../../time/types.ts';
import type { RefusalCode } from '../types.ts';

export type Verdict = 'well' | 'late' | 'missed' | 'not-reached' | 'to-come';
/** One duty: an act that the scenario expects or the procedure demands. Acts of one kind on one task share a line. */
export interface DutyLine {
  readonly label: string;
  readonly task?: Id;
  readonly role: Id;
  readonly verdict: Verdict;
  /** When the scenario would have it done. */
  readonly expected: Instant;
  /** Last moment that complies, of the clock that bounds it; absent where none does. */
  readonly latest?: Instant;
  readonly done?: Instant;
  /** Who did it, when it was another role than expected. */
  readonly by?: Id;
  /** "2 working days late"; how the date was counted. */
  readonly lateWords?: string;
  readonly sentence?: string;
  readonly cites: readonly string[];
  /** Place of the act among the way's moments, from 1, to step to. */
  readonly moment?: number;
  /** Where the duty comes from. */
  readonly from: 'scenario' | 'procedure';
  /** A decision that took other options than the scenario's. */
  readonly differently?: string;
}
export interface RefusedLine { readonly moment: number; readonly at: Instant; readonly role: Id; readonly label: string; readonly code: RefusalCode; readonly words: string; readonly remedy: string; readonly cites: readonly string[] }
export interface UnneededLine { readonly moment: number; readonly at: Instant; readonly role: Id; readonly label: string }
export interface AnsweredLine { readonly question: Id; readonly ask: string; readonly answered?: string; readonly right: boolean; readonly feedback: string; readonly cites: readonly string[] }
/** A question for the room, one fact, and the moment it is about. */
export interface TalkingPoint { readonly ask: string; readonly fact: string; readonly cites: readonly string[]; readonly moment?: number }

export interface Score { readonly well: number; readonly late: number; readonly missed: number; readonly wrongRole: number; readonly unneeded: number; readonly duties: number; readonly right: number; readonly asked: number }
export interface Debrief {
  readonly way: string;
  readonly from: Instant; readonly to: Instant;
  readonly acts: number; readonly roles: number;
  readonly score: Score;
  readonly lines: readonly DutyLine[];
  readonly refused: readonly RefusedLine[];
  readonly unneeded: readonly UnneededLine[];
  readonly answers: readonly AnsweredLine[];
  readonly talk: readonly TalkingPoint[];
}

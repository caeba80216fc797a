// What verification says: a claim about a procedure with its place, what to change, and a dated case that shows it.
import type { Walkthrough } from '../../case/walkthrough-types.ts';
import type { Citation, Id, Scalar } from '../../procedure/types.ts';

export type VerifyCode =
  | 'V-101' | 'V-102' | 'V-103' | 'V-104' | 'V-105' | 'V-106' | 'V-107'
  | 'V-201' | 'V-202' | 'V-203' | 'V-204' | 'V-205' | 'V-206' | 'V-207'
  | 'V-301' | 'V-302' | 'V-303'
  | 'V-401' | 'V-402' | 'V-403'
  | 'V-501' | 'V-502' | 'V-503';

/** One finding. `problem`: it goes wrong on some case. `look`: it may be meant so; somebody has to say. */
export interface VerifyFinding {
  readonly code: VerifyCode;
  readonly severity: 'problem' | 'look';
  /** What it is about, in a few words. */
  readonly title: string;
  /** The claim, one to three plain sentences. */
  readonly words: string;
  /** JSON pointer into the procedure, and the label people know the place by. */
  readonly pointer: string;
  readonly label: string;
  /** Stages to show. */
  readonly stages: readonly Id[];
  /** What could be changed, one sentence each; any one of them settles it. */
  readonly remedies: readonly string[];
  /** Under which readings it holds, where these are not the defaults. */
  readonly readings?: Readonly<Record<Id, Scalar>>;
  readonly cites: readonly Citation[];
  /** A dated, invented case that the engine replays and that ends with what is claimed; absent for claims about the drawing or the words alone. */
  readonly example?: Walkthrough;
}

/** How much time a clock leaves when everything before it takes all it may. */
export interface Slack {
  readonly timescale: Id;
  /** Whole days between the day the task comes up and the last day of the clock, working days where the clock counts those; negative when it is over before. */
  readonly days: number;
  readonly unit: 'days' | 'working days' | 'hours';
  /** The two days, `2026-12-10`, of the case in which it is least. */
  readonly raised: string;
  readonly latest: string;
}

export interface Verified {
  readonly findings: readonly VerifyFinding[];
  readonly slack: readonly Slack[];
  /** What was looked at, in sentences. */
  readonly looked: readonly string[];
  /** What was not, in sentences; never empty without reason. */
  readonly notLooked: readonly string[];
}

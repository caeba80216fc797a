// The shapes of a walkthrough: a dated, invented case with what is expected of it, and what came of running it.
// The file's format is described, property by property, in examples/walkthrough.schema.json.
import type { Id, Scalar } from '../procedure/types.ts';
import type { Answer, Case, CaseEvent, CommandType, DeadlineView, Refusal, RefusalCode } from './types.ts';
import type { Value } from '../criteria/types.ts';

export interface Walkthrough {
  readonly $schema?: string;
  readonly format: 1;
  readonly id: Id;
  readonly title: string;
  /** Folder of the procedure it runs on. */
  readonly procedure: Id;
  readonly invented: string;
  readonly summary?: string;
  /** Readings it changes: `compile(procedure, { settings })`. */
  readonly settings?: Readonly<Record<Id, Scalar>>;
  /** Marks the one that a practice case is made from: its acts up to a moment, and who a person starts as. */
  readonly practice?: { readonly until: string; readonly as: Id; readonly person: string; readonly words: string };
  readonly steps: readonly WalkthroughStep[];
}
export type WalkthroughStep = WalkthroughAct | WalkthroughLook;
/** Times are London date-times: `2026-12-10T09:05`. */
export interface WalkthroughAct {
  readonly at: string;
  readonly occurred?: string;
  readonly as: Id;
  readonly person: string;
  readonly onBehalfOf?: Id;
  readonly do: WalkthroughCommand;
  readonly expect?: Expectation;
}
export interface WalkthroughLook { readonly at: string; readonly look: true; readonly expect: Expectation }
/** The body of a command, its answers as raw values, the case id left out. */
export interface WalkthroughCommand { readonly type: CommandType; readonly answers?: Readonly<Record<Id, RawAnswer>>; readonly [field: string]: unknown }
export type RawAnswer = Value | Extract<Answer, { readonly status: unknown }>;

/** What holds after a step; what is left out is not looked at. */
export interface Expectation {
  /** Exactly the innermost active stages. */
  readonly stages?: readonly Id[];
  readonly caseType?: string;
  /** By timescale, or `timescale/recipient`; `why` is for people. */
  readonly due?: Readonly<Record<string, { readonly date?: string; readonly state?: DeadlineView['state']; readonly why?: string }>>;
  readonly open?: readonly Id[];
  readonly notOpen?: readonly Id[];
  readonly refused?: { readonly code: RefusalCode; readonly rule?: Id };
  /** Exactly the recipients sent to, by task. */
  readonly sent?: Readonly<Record<Id, readonly Id[]>>;
  readonly closed?: boolean;
}

/** One expectation that did not hold. */
export interface WalkFailure {
  /** Number of the step, from 1. */
  readonly step: number;
  /** JSON pointer into the walkthrough. */
  readonly pointer: string;
  readonly expected: string;
  readonly found: string;
  readonly words: string;
}
export interface WalkedStep {
  readonly step: number;
  readonly at: string;
  readonly outcome: 'accepted' | 'refused' | 'looked';
  readonly refusal?: Refusal;
  /** Innermost active stages after it. */
  readonly stages: readonly Id[];
}
export interface Walk {
  readonly steps: readonly WalkedStep[];
  readonly failures: readonly WalkFailure[];
  /** The case as it stands at the end, absent when it was never opened. */
  readonly case?: Case;
  readonly events: readonly CaseEvent[];
}

// What a run is asked for, and what came of it.
import type { Walkthrough } from '../../case/walkthrough-types.ts';
import type { Folded } from '../../case/folded.ts';
import type { Id } from '../../procedure/types.ts';
import type { Instant } from '../../time/types.ts';
import type { Step } from '../explore/explore.ts';
import type { SeenClock } from './clocks.ts';

export interface RunOptions {
  /** When the case is opened. */
  readonly start: Instant;
  readonly pace: 'prompt' | 'latest';
  /** Answers to date questions, where they are not the moment of answering. */
  readonly dates?: ReadonlyMap<Id, Instant>;
  /** After the way, everything still open is done as well. */
  readonly finish?: boolean;
  readonly id?: string;
  readonly title?: string;
}
/** What came of a run. */
export interface Run {
  readonly walkthrough: Walkthrough;
  /** The case as it is at the end; undefined when it could not be opened. */
  readonly held: Folded | undefined;
  /** True when every step of the way was walked. */
  readonly finished: boolean;
  /** The step that could not be taken, and why. */
  readonly stopped?: { readonly step: Step; readonly words: string };
  readonly clocks: readonly SeenClock[];
  readonly end: Instant;
}

// The shapes of a rehearsal: a scenario (a walkthrough with aims, cast, injects and questions), what the room does in
// it, and the ways that part from each other. The file's format: examples/scenario.schema.json.
// A rehearsal is immutable; every case in it is one that the engine made.
import type { Id } from '../../procedure/types.ts';
import type { Instant } from '../../time/types.ts';
import type { CompiledProcedure, Versions } from '../compile.ts';
import type { Case, CommandBody, Refusal } from '../types.ts';
import type { Walkthrough, WalkthroughAct } from '../walkthrough-types.ts';

/** A walkthrough is a scenario already; what is added here makes it one for a room. Times are London date-times. */
export interface Scenario extends Walkthrough {
  /** How long it takes to play. */
  readonly minutes?: number;
  /** `self`: one person, the other roles are played by the scenario. */
  readonly guided?: 'self' | 'facilitated';
  /** The one that the front page starts. */
  readonly first?: boolean;
  readonly aims?: readonly string[];
  readonly cast?: readonly CastMember[];
  readonly opening?: Opening;
  readonly injects?: readonly Inject[];
  readonly questions?: readonly AskedQuestion[];
  readonly notes?: readonly FacilitatorNote[];
}
export interface CastMember {
  readonly role: Id;
  readonly person: string;
  /** What the role knows and wants, in its own words. */
  readonly brief?: string;
  /** False: the scenario plays it, by the steps written for it. */
  readonly played?: boolean;
}
/** What has happened when the rehearsal begins; steps recorded by then are made before it. */
export interface Opening { readonly until: string; readonly words: string; readonly facts?: readonly string[] }
export type InjectKind = 'information' | 'late-return' | 'challenge' | 'media' | 'holiday';
/** Something that comes to the room at a moment. What it changes in the case is a step of its own. */
export interface Inject {
  readonly id: Id; readonly at: string; readonly kind: InjectKind; readonly title: string; readonly words: string;
  /** Roles that learn of it; everybody when absent. */
  readonly to?: readonly Id[];
}
export interface AskedQuestion {
  readonly id: Id; readonly at: string; readonly ask: string;
  readonly choices: readonly { readonly words: string; readonly right?: boolean; readonly feedback: string }[];
  readonly cites?: readonly string[];
}
export interface FacilitatorNote { readonly at?: string; readonly words: string }

/** One act as it was tried. `occurred` only where it happened before it was entered. */
export interface ActEntry {
  readonly kind: 'act'; readonly id: string; readonly at: Instant; readonly occurred?: Instant;
  readonly role: Id; readonly person: string; readonly onBehalfOf?: Id; readonly body: CommandBody;
  /** The scenario did it, for a role that nobody plays or because it was asked to. */
  readonly by: 'room' | 'scenario';
}
export interface AnswerEntry { readonly kind: 'answer'; readonly at: Instant; readonly question: Id; /** Its place among the choices, from 0. */ readonly choice: number }
export type Entry = ActEntry | AnswerEntry;

/** An entry, and the case after it. Kept for as long as the rehearsal, so that going back folds nothing anew. */
export interface Moment { readonly entry: Entry; readonly case: Case; readonly refusal?: Refusal }

export interface Way {
  /** A, B, C, D. */
  readonly letter: string;
  readonly moments: readonly Moment[];
  /** How many of them are told: fewer than there are after a step back. */
  readonly told: number;
  readonly clock: Instant;
  /** The way it parted from, after how many of its moments. */
  readonly parted?: { readonly from: string; readonly after: number };
}
export interface Rehearsal { readonly id: string; readonly ways: readonly Way[]; /** Place of the way that is played. */ readonly playing: number }

/** A step of the scenario that is to be done by somebody, ready to be matched with what was done. */
export interface ExpectedAct {
  /** Place in the scenario's steps, from 0. */
  readonly step: number;
  readonly at: Instant;
  readonly act: WalkthroughAct;
  readonly body: CommandBody;
  readonly occurred?: Instant;
  readonly key: string;
  /** Done by the scenario because nobody plays the role. */
  readonly byScenario: boolean;
}
/** A scenario made ready to be played on one version of its procedure. */
export interface Playbook {
  readonly scenario: Scenario;
  readonly compiled: CompiledProcedure;
  readonly versions: Versions;
  /** The case as it is opened to the room, and the moment the clock then says. */
  readonly opening: Case;
  readonly begins: Instant;
  readonly expected: readonly ExpectedAct[];
  readonly injects: readonly (Inject & { readonly instant: Instant })[];
  readonly questions: readonly (AskedQuestion & { readonly instant: Instant })[];
}

/** What comes next in a rehearsal, and when. */
export interface Coming { readonly at: Instant; readonly kind: 'told' | 'inject' | 'question' | 'act' | 'deadline'; readonly words: string }

// What a case screen is given: the case as it stands, its procedure, and the views the engine made of both.
import type { ActorOf } from './actors.ts';
import type { Case, CommandBody, DeadlineView, Refusal, RuleView, TaskView } from '../../engine/case/types.ts';
import type { Versions } from '../../engine/case/compile.ts';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import type { Instant } from '../../engine/time/types.ts';

export interface CaseModel {
  readonly case: Case;
  /** What the case runs on: its version, as drawn for the lists it holds and the settings it chose. */ readonly procedure: Procedure;
  /** Every version that its log names. */ readonly versions: Versions;
  readonly now: Instant;
  readonly tasks: readonly TaskView[]; readonly deadlines: readonly DeadlineView[]; readonly rules: readonly RuleView[];
  readonly actor: ActorOf;
  /** That its record does not fit together, and where. */ readonly broken?: string;
}
/** One act: what, by whom, and when it happened if earlier. */
export interface Act { readonly case: string; readonly body: CommandBody; readonly occurred?: Instant; readonly person: string; readonly role: Id; readonly onBehalfOf?: Id; readonly id: string; readonly salt: string }
export type ActResult =
  | { readonly kind: 'saved'; readonly case: Case }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly words: string };

// The path that a case took through the stages: which stage led to which, and when. It draws nothing.
import type { Id } from '../../procedure/types.ts';
import type { Instant } from '../../time/types.ts';
import { caseOf } from './player.ts';
import type { Playbook, Way } from './types.ts';

export interface PathLeg { readonly from: Id; readonly to: Id; readonly at: Instant }

/**
 * Legs of a way in their order: at each moment at which stages were entered, from those left then to those entered.
 * @param leads whether the procedure leads from one stage to the other; others left at the same time are no legs
 */
export function pathOf(book: Playbook, way: Way, leads: (from: Id, to: Id) => boolean): readonly PathLeg[] {
  const { visits } = caseOf(book, way);
  return visits.flatMap(({ stage, entered }) => visits
    .filter((before) => before.left === entered && before.stage !== stage && leads(before.stage, stage))
    .map((before): PathLeg => ({ from: before.stage, to: stage, at: entered })))
    .toSorted((a, b) => a.at - b.at);
}

// What a pack of walkthroughs visits of a procedure, and which of them visits what.
import type { CompiledProcedure } from '../../case/index.ts';
import type { Walkthrough } from '../../case/walkthrough-types.ts';
import { targetsOf, type Target, type TargetKind } from './targets.ts';
import { visitsOf } from './visits.ts';

export interface CoveredTarget extends Target { /** Places in the pack of those that visit it, from 0; empty for none. */ readonly by: readonly number[] }
export interface Coverage { readonly targets: readonly CoveredTarget[]; readonly counts: Readonly<Record<TargetKind, { readonly visited: number; readonly all: number }>> }

/** Coverage of the walkthroughs given, all of this procedure and these readings. */
export function coverageOf(compiled: CompiledProcedure, pack: readonly Pick<Walkthrough, 'id' | 'procedure' | 'steps'>[]): Coverage {
  return coverageBy(targetsOf(compiled), pack.map((walkthrough) => visitsOf(compiled, walkthrough)));
}

/** The same of sets already made. */
export function coverageBy(targets: readonly Target[], visits: readonly ReadonlySet<string>[]): Coverage {
  const covered = targets.map((target): CoveredTarget => ({ ...target, by: visits.flatMap((set, index) => (set.has(target.name) ? [index] : [])) }));
  const count = (kind: TargetKind): { readonly visited: number; readonly all: number } => {
    const of = covered.filter((target) => target.kind === kind);
    return { visited: of.filter(({ by }) => by.length > 0).length, all: of.length };
  };
  return { targets: covered, counts: { stage: count('stage'), route: count('route'), rule: count('rule'), missed: count('missed') } };
}

import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { mergesInto, partingOf } from '../../../engine/case/parting.ts';
import type { CaseEvent, OtherCase } from '../../../engine/case/types.ts';
import type { Id } from '../../../engine/procedure/types.ts';
import type { World } from '../../world/types.ts';
import { useWorld } from '../../world/world.ts';
import { loadCase } from '../session.ts';
import type { CaseModel } from '../types.ts';
import { isMergedWith } from './merging.ts';
import { lifeWords } from './words.ts';

const w = lifeWords.merge;

export interface Merge { readonly event: CaseEvent; readonly other: OtherCase; /** This case is the one that was merged into the other. */ readonly away: boolean }
/** The merges that a case knows of, either way. */
export function mergesOf(events: readonly CaseEvent[]): readonly Merge[] {
  const parting = partingOf(events);
  const away = parting?.type === 'caseMerged' ? [parting] : [];
  return [...away, ...mergesInto(events)].map((event) => ({ event, other: event.payload[event.type === 'caseMerged' ? 'into' : 'from'] as OtherCase, away: event.type === 'caseMerged' }));
}

/** On every page of a case: a merge that only this one of the two knows of, and where to finish it. */
export function HalfMerges({ model }: { readonly model: CaseModel }) {
  return mergesOf(model.case.events).map(({ event, other }) => <HalfMerge key={event.id} model={model} other={other} />);
}
function HalfMerge({ model, other }: { readonly model: CaseModel; readonly other: OtherCase }) {
  if (!useHalf(model, other)) return null;
  return <section className="case-band held" aria-label={w.halfTitle}>{w.halfOf(other.reference)} <Link href={`/cases/${model.case.id}/related`}>{w.halfGo}</Link></section>;
}
/** True when the other case is here and does not know of the merge with this one. */
export const isHalf = (world: World, id: Id, other: OtherCase): Promise<boolean> => loadCase(world, other.case).then((found) => found !== undefined && !isMergedWith(found.case, id));
export function useHalf({ case: item }: CaseModel, other: OtherCase): boolean {
  const world = useWorld();
  const [half, setHalf] = useState(false);
  useEffect(() => {
    let here = true;
    void isHalf(world, item.id, other).then((found) => { if (here) setHalf(found); }, () => undefined);
    return () => { here = false; };
    // Told anew with each reading of this case: finishing writes to the other alone, and its end here stays the same.
  }, [world, other, item]);
  return half;
}

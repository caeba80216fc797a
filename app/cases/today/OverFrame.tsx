import type { ReactNode } from 'react';
import { longDay, timeWords } from '../../dates.ts';
import { Shell } from '../../shell/Shell.tsx';
import type { Place } from '../../shell/Shell.tsx';
import { usePrintRecorded } from '../../trust/access.ts';
import { useOrigin } from '../../trust/origin.ts';
import { words } from '../../words.ts';
import { useWorld } from '../../world/world.ts';
import type { Overview } from './useOverview.ts';
import { WhoAnywhere } from './WhoAnywhere.tsx';

/** The frame of a page over all cases, live or practice. */
export function OverFrame({ title, place, overview, children }: { readonly title: string; readonly place: Place; readonly overview: Overview | undefined; readonly children: ReactNode }) {
  const world = useWorld();
  const now = world.now();
  usePrintRecorded('', title);
  const origin = useOrigin('', 0);
  return (
    <Shell wide title={title} place={place} practice={world.kind === 'practice' ? words.practiceClock(`${longDay(now)}, ${timeWords(now)}`) : undefined} who={overview === undefined || overview.procedures.length === 0 ? undefined : <WhoAnywhere overview={overview} />}>
      {children}
      {origin === undefined ? null : <p className="case-origin on-paper">{origin}</p>}
    </Shell>
  );
}

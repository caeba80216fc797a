import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { longDay, timeWords } from '../dates.ts';
import { Shell } from '../shell/Shell.tsx';
import { words } from '../words.ts';
import { useWorld } from '../world/world.ts';
import { reportWords as w } from './words.ts';

/** The frame of a report over all cases. */
export function ReportFrame({ title, first = false, children }: { readonly title: string; /** The list of reports itself. */ readonly first?: boolean; readonly children: ReactNode }) {
  const world = useWorld();
  const now = world.now();
  return (
    <Shell wide title={title} place="register" practice={world.kind === 'practice' ? words.practiceClock(`${longDay(now)}, ${timeWords(now)}`) : undefined}>
      {first ? null : <p className="cw-caption cw-noprint"><Link href="/reports">{w.back}</Link></p>}
      {children}
    </Shell>
  );
}

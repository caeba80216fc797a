import type { ReactNode } from 'react';
import { longDay, timeWords } from '../dates.ts';
import { Shell } from '../shell/Shell.tsx';
import { words } from '../words.ts';
import { useWorld } from '../world/world.ts';
import './settings.css';

export function SettingsFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const world = useWorld();
  const now = world.now();
  return <Shell wide title={title} practice={world.kind === 'practice' ? words.practiceClock(`${longDay(now)}, ${timeWords(now)}`) : undefined}>{children}</Shell>;
}

// Every case of the store told as it stands, closed ones too, a few at a time between the page's own work, with how far
// it is. It can be stopped; what cannot be read is counted apart.
import { useEffect, useRef, useState } from 'react';
import { loadCase } from '../cases/session.ts';
import { everyRow } from '../cases/today/useOverview.ts';
import { log } from '../world/log.ts';
import type { World } from '../world/types.ts';
import { useWorld } from '../world/world.ts';
import { told } from './year.ts';
import type { Told } from './year.ts';

export interface Reading { readonly all: readonly Told[]; readonly read: number; readonly of: number; readonly unread: number; readonly state: 'reading' | 'read' | 'stopped' }
const SLICE = 12;

/** Tells every case; `tell` hears how far it is, and may call it off by returning false. */
export async function readEvery(world: World, tell: (reading: Reading) => boolean): Promise<Reading> {
  const rows = (await everyRow(world)).filter(({ content }) => content.erased === undefined);
  const all: Told[] = [];
  let unread = 0;
  const now = (state: Reading['state']): Reading => ({ all, read: all.length + unread, of: rows.length, unread, state });
  for (let from = performance.now(), index = 0; index < rows.length; index += 1) {
    const loaded = await loadCase(world, rows[index]?.case ?? '').catch((error: unknown) => { log(`Report: ${String(error)}`); return undefined; });
    if (loaded === undefined) unread += 1; else all.push(told(loaded.versions, loaded.case, loaded.procedure));
    if (performance.now() - from < SLICE) continue;
    if (!tell(now('reading'))) return now('stopped');
    await new Promise((resolve) => { setTimeout(resolve, 0); });
    from = performance.now();
  }
  return now('read');
}

/** The reading as it goes, begun when the page is shown. */
export function useEveryCase(): Reading & { readonly stop: () => void; readonly again: () => void } {
  const world = useWorld();
  const [reading, setReading] = useState<Reading>({ all: [], read: 0, of: 0, unread: 0, state: 'reading' });
  const [round, setRound] = useState(0);
  const stopped = useRef(false);
  useEffect(() => {
    let here = true;
    stopped.current = false;
    let shown = 0;
    void readEvery(world, (now) => {
      if (here && performance.now() - shown > 250) { shown = performance.now(); setReading({ ...now, all: [] }); } // a few drawings a second are enough
      return here && !stopped.current;
    }).then((done) => { if (here) setReading(done); });
    return () => { here = false; };
  }, [world, round]);
  return { ...reading, stop: () => { stopped.current = true; }, again: () => setRound(round + 1) };
}

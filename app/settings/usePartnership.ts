import { useEffect, useState } from 'react';
import { log } from '../world/log.ts';
import { useWorld } from '../world/world.ts';
import { nobodyYet, readPartnership } from './partnership.ts';
import type { Partnership } from './partnership.ts';

/** What the settings of this world say; nothing while they are read. */
export function usePartnership(): Partnership {
  const { store } = useWorld();
  const [kept, setKept] = useState(nobodyYet);
  useEffect(() => { void readPartnership(store).then(({ partnership }) => setKept(partnership), (error: unknown) => log(`Settings: ${String(error)}`)); }, [store]);
  return kept;
}

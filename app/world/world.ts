// Opens the two stores, each once, and gives each its clock. Nothing else in the app opens a database.
import { createContext, useContext } from 'react';
import { openLiveWorld } from './live.ts';
import type { Instant } from '../../engine/time/types.ts';
import type { World } from './types.ts';

let live: Promise<World> | undefined;

/** The live store with the computer's clock. Throws Locked or Vanished; asked again after that, it tries again. */
export function openLive(): Promise<World> {
  live ??= openLiveWorld().catch((error: unknown) => { live = undefined; throw error; });
  return live;
}

/** A clock that stands at `start` when made and goes on with real time. */
export function runningFrom(start: Instant): () => Instant {
  const real = performance.now();
  return () => Math.round(start + performance.now() - real);
}

const WorldContext = createContext<World | undefined>(undefined);
export const WorldProvider = WorldContext.Provider;

/** The world of this part of the page, or undefined where none is open. */
export function useOpenWorld(): World | undefined { return useContext(WorldContext); }

/** The world of this part of the page. */
export function useWorld(): World {
  const world = useContext(WorldContext);
  if (world === undefined) throw new Error('This screen needs an open store around it.');
  return world;
}

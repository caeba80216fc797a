// Tries cases beside the page. What goes in are the versions they run on, their logs and the draft.
import type { CaseEvent } from '../../../engine/case/types.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import type { Instant } from '../../../engine/time/types.ts';
import type { Replayed } from '../../../engine/verify/replay/replay.ts';
import { startWorker } from '../../../editor/workers.ts';
// oxlint-disable-next-line import/default -- the bundler makes this module: its default is the worker's address
import address from './work.ts?worker&url';

export interface Group { readonly was: Procedure; readonly logs: readonly (readonly CaseEvent[])[] }
export interface Asked { readonly groups: readonly Group[]; readonly now: Procedure; readonly asOf: Instant }
export type Told = { readonly progress: number } | { readonly replayed: Replayed } | { readonly failed: string };

/** Tries in a worker; gives a way to stop. */
export function replayBeside(asked: Asked, tell: (told: Told) => void): () => void {
  const worker = startWorker(address);
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => { tell(data); if (!('progress' in data)) worker.terminate(); });
  worker.addEventListener('error', ({ message }) => { tell({ failed: message || 'The worker stopped.' }); worker.terminate(); });
  worker.postMessage(asked);
  return () => worker.terminate();
}

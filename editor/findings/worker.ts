// Asks the verification worker. One question at a time: a newer one ends the older, so that what is told is told of
// the procedure in hand.
import type { Procedure } from '../../engine/procedure/types.ts';
import type { Verified } from '../../engine/verify/findings/types.ts';
import { startWorker } from '../workers.ts';
// oxlint-disable-next-line import/default -- the bundler makes this module: its default is the worker's address
import address from './work.ts?worker&url';

export type Told = { readonly progress: number } | { readonly verified: Verified } | { readonly failed: string };

/** Verifies beside the page; gives a way to stop. `tell` hears of progress from 0 to 1, then of the end. */
export function verifyBeside(procedure: Procedure, tell: (told: Told) => void): () => void {
  const worker = startWorker(address);
  const stop = (): void => worker.terminate();
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => { tell(data); if (!('progress' in data)) stop(); });
  worker.addEventListener('error', () => { tell({ failed: '' }); stop(); });
  worker.postMessage(procedure);
  return stop;
}

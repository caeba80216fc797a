// Compares beside the page: both procedures are walked with dates, which takes about a second.
import type { Comparison } from '../../../engine/verify/compare/compare.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { startWorker } from '../../../editor/workers.ts';
// oxlint-disable-next-line import/default -- the bundler makes this module: its default is the worker's address
import address from './work.ts?worker&url';

export type Told = { readonly comparison: Comparison } | { readonly failed: string };

/** Compares in a worker; gives a way to stop. */
export function compareBeside(a: Procedure, b: Procedure, tell: (told: Told) => void): () => void {
  const worker = startWorker(address);
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => { tell(data); worker.terminate(); });
  worker.addEventListener('error', () => { tell({ failed: '' }); worker.terminate(); });
  worker.postMessage([a, b]);
  return () => worker.terminate();
}

// Tries cases beside the page, shared out among a few workers. What goes in are the versions they run on, their logs
// and the draft; what comes out is one answer, in the order of the cases.
import type { Procedure } from '../../../engine/procedure/types.ts';
import type { Instant } from '../../../engine/time/types.ts';
import type { Replayed } from '../../../engine/verify/replay/replay.ts';
import { startWorker } from '../../../editor/workers.ts';
import { casesIn, sharesOf, together, type Group } from './together.ts';
// oxlint-disable-next-line import/default -- the bundler makes this module: its default is the worker's address
import address from './work.ts?worker&url';

export interface Asked { readonly groups: readonly Group[]; readonly now: Procedure; readonly asOf: Instant }
export type Told = { readonly progress: number } | { readonly replayed: Replayed } | { readonly failed: string };

const MOST_WORKERS = 4;

/** Tries in workers; gives a way to stop. */
export function replayBeside(asked: Asked, tell: (told: Told) => void): () => void {
  const shares = sharesOf(asked.groups, Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1));
  const weights = shares.map(casesIn);
  const far = shares.map(() => 0);
  const came: (Replayed | undefined)[] = shares.map(() => undefined);
  const workers: Worker[] = [];
  const stop = (): void => { for (const worker of workers) worker.terminate(); };
  const hear = (index: number, told: Told): void => {
    if ('failed' in told) { stop(); tell(told); return; }
    if ('progress' in told) far[index] = told.progress;
    else { far[index] = 1; came[index] = told.replayed; workers[index]?.terminate(); }
    const done = came.filter((part) => part !== undefined);
    if (done.length === shares.length) tell({ replayed: together(done) });
    else tell({ progress: far.reduce((sum, part, at) => sum + part * (weights[at] ?? 0), 0) / Math.max(1, weights.reduce((sum, each) => sum + each, 0)) });
  };
  shares.forEach((groups, index) => {
    const worker = startWorker(address);
    workers.push(worker);
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(index, data));
    worker.addEventListener('error', () => hear(index, { failed: '' }));
    worker.postMessage({ ...asked, groups });
  });
  return stop;
}

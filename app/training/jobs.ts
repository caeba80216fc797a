// Long work beside the page: one worker a job, ended when it is cancelled or done. What goes in and comes back is plain data.
import type { Coverage, Pack } from '../../engine/verify/coverage/index.ts';
import type { Advice, CaseRanges, Durations, Ranges } from '../../engine/verify/durations/index.ts';
import type { Walkthrough } from '../../engine/case/walkthrough-types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { startWorker } from '../../editor/workers.ts';
// oxlint-disable-next-line import/default -- the bundler makes this module: its default is the worker's address
import address from './jobsWorker.ts?worker&url';

export type Job =
  | { readonly kind: 'coverage'; readonly procedure: Procedure; readonly pack: readonly Walkthrough[] }
  | { readonly kind: 'pack'; readonly procedure: Procedure }
  | { readonly kind: 'ranges'; readonly procedure: Procedure; readonly story: Walkthrough }
  | { readonly kind: 'caseRanges'; readonly stories: readonly { readonly procedure: Procedure; readonly story: Walkthrough }[] }
  | { readonly kind: 'durations'; readonly procedure: Procedure; readonly story: Walkthrough; readonly ranges: Ranges; readonly runs: number; readonly seed: number };
export interface RangeLine { readonly name: string; readonly label: string }
export interface Results {
  readonly coverage: Coverage;
  readonly pack: Pack;
  readonly ranges: { readonly lines: readonly RangeLine[]; readonly ranges: Ranges };
  /** `left`: stories that could not be told again. */
  readonly caseRanges: { readonly ranges: CaseRanges; readonly cases: number; readonly left: number };
  readonly durations: { readonly durations: Durations; readonly advice: readonly Advice[]; readonly leftOut: readonly string[] };
}
export type Said = { readonly progress: number; readonly all: number } | { readonly result: unknown } | { readonly problem: string };

export interface Running<K extends Job['kind']> { readonly result: Promise<Results[K]>; readonly cancel: () => void }

/** Starts a job. The result is rejected with words when the work fails; after cancelling it never comes. */
export function start<K extends Job['kind']>(job: Extract<Job, { readonly kind: K }>, onProgress: (done: number, all: number) => void = () => undefined): Running<K> {
  const worker = startWorker(address);
  const result = new Promise<Results[K]>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Said>) => {
      if ('progress' in data) { onProgress(data.progress, data.all); return; }
      worker.terminate();
      if ('problem' in data) reject(new Error(data.problem));
      // The worker answers a job with the result of its kind.
      else resolve(data.result as Results[K]);
    };
    worker.onerror = (event) => { worker.terminate(); reject(new Error(event.message)); };
  });
  worker.postMessage(job);
  return { result, cancel: () => worker.terminate() };
}

// The comparison in a worker: two procedures come in, the rows go out.
import { faultSentences } from '../../../engine/statechart/faults.ts';
import { compare } from '../../../engine/verify/compare/compare.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import type { Told } from './worker.ts';

// `self` is the worker's own scope; the page's types say window.
const scope = self as unknown as DedicatedWorkerGlobalScope;
const tell = (told: Told): void => scope.postMessage(told);

scope.addEventListener('message', ({ data: [a, b] }: MessageEvent<readonly [Procedure, Procedure]>) => {
  try {
    tell({ comparison: compare(a, b) });
  } catch (error) {
    tell({ failed: faultSentences(error) });
  }
});

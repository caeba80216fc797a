// Verification in a worker: a procedure comes in; how far it is, and what was found, go out.
import type { Procedure } from '../../engine/procedure/types.ts';
import { faultSentences } from '../../engine/statechart/faults.ts';
import { verify } from '../../engine/verify/verify.ts';
import type { Told } from './worker.ts';

// `self` is the worker's own scope; the page's types say window.
const scope = self as unknown as DedicatedWorkerGlobalScope;
const tell = (told: Told): void => scope.postMessage(told);

scope.addEventListener('message', ({ data }: MessageEvent<Procedure>) => {
  try {
    tell({ verified: verify(data, { progress: (progress) => tell({ progress }) }) });
  } catch (error) {
    tell({ failed: faultSentences(error) });
  }
});

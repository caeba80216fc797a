// The layout in a worker: a procedure comes in, its layout goes out under the same number.
import { diagramOf } from '../model/diagram.ts';
import { layoutOf } from './layout.ts';
import type { Asked, Answer } from './worker.ts';

// `self` is the worker's own scope; the page's types say window.
const scope = self as unknown as DedicatedWorkerGlobalScope;
scope.addEventListener('message', ({ data: { turn, procedure } }: MessageEvent<Asked>) => {
  scope.postMessage({ turn, layout: layoutOf(diagramOf(procedure), procedure.layout) } satisfies Answer);
});

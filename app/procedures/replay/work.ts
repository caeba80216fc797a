// Cases tried in a worker: versions, logs and the draft come in; how far it is and what differs go out.
import { compile } from '../../../engine/case/index.ts';
import { faultSentences } from '../../../engine/statechart/faults.ts';
import { replayThrough, type Replayed } from '../../../engine/verify/replay/replay.ts';
import { together } from './together.ts';
import type { Asked, Told } from './worker.ts';

// `self` is the worker's own scope; the page's types say window.
const scope = self as unknown as DedicatedWorkerGlobalScope;
const tell = (told: Told): void => scope.postMessage(told);

scope.addEventListener('message', ({ data: { groups, now, asOf } }: MessageEvent<Asked>) => {
  try {
    const all = groups.reduce((sum, { logs }) => sum + logs.length, 0);
    const draft = compile(now);
    let before = 0;
    const parts = groups.map(({ was, logs }): Replayed => {
      const part = replayThrough(compile(was), draft, logs, { asOf, progress: (done) => tell({ progress: (before + done * logs.length) / all }) });
      before += logs.length;
      return part;
    });
    tell({ replayed: together(parts) });
  } catch (error) {
    tell({ failed: faultSentences(error) });
  }
});

// Asks the layout worker, which runs beside the page so that a large diagram never holds up a key press.
import type { Procedure } from '../../engine/procedure/types.ts';
import { diagramOf } from '../model/diagram.ts';
import { startWorker } from '../workers.ts';
import type { Elsewhere } from './desk.ts';
import { layoutOf } from './layout.ts';
import type { Layout } from './types.ts';
// oxlint-disable-next-line import/default -- the bundler makes this module: its default is the worker's address
import address from './work.ts?worker&url';

/** What goes to the worker and what comes back, by number, for an editor that was left may still wait for an answer. */
export interface Asked { readonly turn: number; readonly procedure: Procedure }
export interface Answer { readonly turn: number; readonly layout: Layout }
let worker: Worker | null = null;
let turns = 0;

/** Lays out in the worker, one at a time; on the page when the worker cannot run. */
export const inWorker: Elsewhere = (procedure, done) => {
  worker ??= startWorker(address);
  const running = worker;
  const turn = ++turns;
  const finish = (layout: Layout): void => { running.removeEventListener('message', came); running.removeEventListener('error', failed); done(layout); };
  const came = ({ data }: MessageEvent<Answer>): void => { if (data.turn === turn) finish(data.layout); };
  const failed = (): void => finish(here(procedure));
  running.addEventListener('message', came);
  running.addEventListener('error', failed);
  running.postMessage({ turn, procedure } satisfies Asked);
};

const here = (procedure: Procedure): Layout => layoutOf(diagramOf(procedure), procedure.layout);

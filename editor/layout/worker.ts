// Asks the layout worker, which runs beside the page so that a large diagram never holds up a key press.
import type { Procedure } from '../../engine/procedure/types.ts';
import { diagramOf } from '../model/diagram.ts';
import { asking, whenDrawn } from '../workers.ts';
import type { Elsewhere } from './desk.ts';
import { layoutOf } from './layout.ts';
// oxlint-disable-next-line import/default -- the bundler makes this module: its default is the worker's address
import address from './work.ts?worker&url';

const ask: Elsewhere = asking(address, (procedure: Procedure) => layoutOf(diagramOf(procedure), procedure.layout));

/**
 * Lays out in the worker, one at a time; on the page when the worker cannot run. It begins when the edit has been drawn: it
 * takes long, and the drawing and the check of the edit would share the computer with it.
 */
export const inWorker: Elsewhere = (procedure, done) => whenDrawn(() => ask(procedure, done));

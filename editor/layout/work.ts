// The layout in a worker: a procedure comes in, its layout goes out.
import type { Procedure } from '../../engine/procedure/types.ts';
import { diagramOf } from '../model/diagram.ts';
import { answering } from '../workers.ts';
import { layoutOf } from './layout.ts';

answering((procedure: Procedure) => layoutOf(diagramOf(procedure), procedure.layout));

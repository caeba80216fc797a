// The same diagram for all contestants: the stages, groups and routes of a procedure with the places that the editor
// gives them, so that nobody is measured on another's layout.
import type { Procedure } from '../../engine/procedure/types.ts';
import { layoutOf } from '../../editor/layout/layout.ts';
import type { Layout } from '../../editor/layout/types.ts';
import { diagramOf, type Diagram } from '../../editor/model/diagram.ts';

export interface Drawn { readonly procedure: Procedure; readonly diagram: Diagram; readonly layout: Layout }

export function drawnOf(procedure: Procedure): Drawn {
  const diagram = diagramOf(procedure);
  return { procedure, diagram, layout: layoutOf(diagram, procedure.layout) };
}

/** A contestant: shows the diagram in a room of 1280 by 800 and says when all that is in sight stands there. */
export interface Contestant {
  readonly show: (room: HTMLElement, drawn: Drawn) => Promise<void>;
  readonly clear: (room: HTMLElement) => void;
  /** Takes back the last thing done; comes back when the picture shows it. */
  readonly undo: () => Promise<void>;
  /** Goes to 25 %, the smallest that the editor shows a diagram at; comes back when the picture shows it. */
  readonly far: () => Promise<void>;
  /** What finds the boxes of stages in the room. */
  readonly boxes: string;
}

export const frame = (): Promise<void> => new Promise((done) => { requestAnimationFrame(() => done()); });

/** Waits, frame by frame, until `there` says so. */
export async function until(there: () => boolean): Promise<void> {
  while (!there()) await frame();
  await frame();
}

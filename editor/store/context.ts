// How the parts of the editor reach the work in hand: the store, what the person is in the middle of, and the
// diagram with its layout, worked out once for each procedure.
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Problem } from '../../engine/procedure/problems.ts';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import type { Mode, ModeContext, ModeEvent } from '../canvas/modes.ts';
import type { Desk } from '../layout/desk.ts';
import type { Layout } from '../layout/types.ts';
import { diagramOf, type Diagram } from '../model/diagram.ts';
import type { EditorState, EditorStore } from './store.ts';
import { sameContent } from '../model/alike.ts';
import { foldedOf, type Folded } from '../model/folded.ts';
import { steady, steadyMap } from '../model/steady.ts';
import { marksOf, type Marks } from './problems.ts';

export interface Bench {
  readonly store: EditorStore;
  readonly desk: Desk;
  readonly mode: Mode;
  readonly about: ModeContext;
  readonly send: (event: ModeEvent) => void;
  readonly announce: (words: string) => void;
  readonly today: string;
  readonly focusStage: (id: Id | null) => void;
}
export const BenchContext = createContext<Bench | null>(null);

/** The bench; only inside the editor. */
export function useBench(): Bench {
  const bench = useContext(BenchContext);
  if (bench === null) throw new Error('This part belongs inside the procedure editor.');
  return bench;
}

/** A part of the store's state. */
export function useEditor<T>(read: (state: EditorState) => T): T {
  return useStore(useBench().store, read);
}

const diagrams = new WeakMap<Procedure, Diagram>();
let last: { readonly procedure: Procedure; readonly diagram: Diagram } | undefined;

/** The diagram of a procedure, made once, and not again when only boxes were moved; stages that read as in the diagram before are the same objects. */
export function diagramFor(procedure: Procedure): Diagram {
  const known = diagrams.get(procedure);
  if (known !== undefined) return known;
  const diagram = last !== undefined && sameContent(last.procedure, procedure) ? last.diagram : newDiagram(procedure, last?.diagram);
  diagrams.set(procedure, diagram);
  last = { procedure, diagram };
  return diagram;
}

function newDiagram(procedure: Procedure, before: Diagram | undefined): Diagram {
  const made = diagramOf(procedure);
  return { ...made, stages: new Map([...made.stages].map(([id, stage]) => [id, steady(before?.stages.get(id), stage)])) };
}

export const useDiagram = (): Diagram => diagramFor(useEditor((state) => state.content));

/** The procedure as it is drawn: with groups that are closed as one box each. */
export function shownOf({ procedure, closed }: Pick<EditorState, 'procedure' | 'closed'>): Folded { return foldedOf(procedure, closed); }
export const useShown = (): Folded => shownOf({ procedure: useEditor((state) => state.procedure), closed: useEditor((state) => state.closed) });
/** The layout in sight. */
export function layoutNow({ store, desk }: Pick<Bench, 'store' | 'desk'>): Layout {
  const { procedure } = shownOf(store.getState());
  return desk.layoutFor(procedure, diagramFor(procedure));
}
/** The layout to show now; a large one comes a moment after the change, and the old one stands until then. */
export function useLayout(): Layout {
  const { desk } = useBench();
  const { procedure } = useShown();
  const read = useCallback(() => desk.layoutFor(procedure, diagramFor(procedure)), [desk, procedure]);
  return useSyncExternalStore(desk.subscribe, read);
}

const marked = new WeakMap<readonly Problem[], { readonly procedure: Procedure; readonly marks: ReadonlyMap<Id, Marks> }>();
let lastMarks: ReadonlyMap<Id, Marks> | undefined;

/** Problem marks by stage, as last checked; worked out once for all who show them, and the same map while they are the same. */
export const useMarks = (): ReadonlyMap<Id, Marks> => marksFor(useEditor((state) => state.content), useEditor((state) => state.problems));

function marksFor(procedure: Procedure, problems: readonly Problem[]): ReadonlyMap<Id, Marks> {
  const known = marked.get(problems);
  if (known?.procedure === procedure) return known.marks;
  lastMarks = steadyMap(lastMarks, marksOf(procedure, problems));
  marked.set(problems, { procedure, marks: lastMarks });
  return lastMarks;
}

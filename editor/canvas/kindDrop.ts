// A kind of stage dragged from the tools onto the diagram: a stage of it stands where it is let go, in the group there.
import { useReactFlow } from '@xyflow/react';
import { useMemo, type DragEvent } from 'react';
import type { Id, StageKind } from '../../engine/procedure/types.ts';
import { addStage, inTurn, type Command } from '../edits/commands.ts';
import { HEADER, MARGIN, onGrid, type Placed, type Point } from '../layout/types.ts';
import { layoutNow, useBench } from '../store/context.ts';
import { words } from '../words.ts';
import { frameAt } from './dropping.ts';

export const KIND = 'application/x-caseway-kind';
/** The pointer holds a new stage about at its middle. */
const HELD = { x: 80, y: 44 };
const NONE: ReadonlySet<Id> = new Set();

/** A new stage of a kind at a place of the diagram. */
export const addAt = (kind: StageKind, at: Point, frame: Placed | null): Command => (procedure) => {
  const made = addStage(kind, null)(procedure);
  if (!made.ok || made.made === undefined) return made;
  const stage = made.made;
  const free = { x: onGrid(at.x - (frame?.x ?? 0)), y: onGrid(at.y - (frame?.y ?? 0)) };
  const place = frame === null ? free : { x: Math.max(MARGIN, free.x), y: Math.max(HEADER, free.y) };
  const put = inTurn([() => (frame === null ? null : { type: 'nestStage', stage, within: frame.id }), () => ({ type: 'moveStage', stage, ...place })])(made.procedure);
  return put.ok ? { ...put, words: made.words, made: stage } : put;
};

/** What the diagram does while a kind is dragged over it and when it is let go. */
export function useKindDrop() {
  const { store, desk, send } = useBench();
  const flow = useReactFlow();
  return useMemo(() => ({
    over: (event: DragEvent) => { if (event.dataTransfer.types.includes(KIND)) { event.preventDefault(); event.dataTransfer.dropEffect = 'copy'; } },
    drop: (event: DragEvent) => {
      const kind = event.dataTransfer.getData(KIND);
      if (!(kind in words.kinds)) return;
      event.preventDefault();
      const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const made = store.getState().edit(addAt(kind as StageKind, { x: at.x - HELD.x, y: at.y - HELD.y }, frameAt(layoutNow({ store, desk }), at, NONE)), 'made')?.made;
      if (made !== undefined) send({ type: 'name', stage: made });
    },
  }), [store, desk, flow, send]);
}

// Letting boxes go: on the grid, in the group they were let go over, or out of the one they were dragged out of. One
// step, whatever moved.
import { useCallback, useRef } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import { moveAll, type Move } from '../edits/arranging.ts';
import { inTurn, type Command } from '../edits/commands.ts';
import { words as arranging } from '../arrange/words.ts';
import { HEADER, MARGIN, onGrid, type Layout, type Placed, type Point } from '../layout/types.ts';
import { stageTitle } from '../model/text.ts';
import { useEditor, useLayout } from '../store/context.ts';
import { carriedBy, type Carried } from './carried.ts';
import type { Box } from './elements.ts';

/** The innermost frame round a point that none of the dragged boxes is or holds; null for the open canvas. */
export function frameAt(layout: Layout, at: Point, dragged: ReadonlySet<Id>): Placed | null {
  const held = (frame: Placed | undefined): boolean => frame !== undefined && (dragged.has(frame.id) || held(frame.parent === null ? undefined : layout.groups.get(frame.parent)));
  return [...layout.groups.values()].filter((frame) => at.x >= frame.x && at.x <= frame.x + frame.w && at.y >= frame.y && at.y <= frame.y + frame.h && !held(frame)).sort((a, b) => b.depth - a.depth)[0] ?? null;
}

/** Boxes at their places from the diagram's top left, into `frame`. */
export function dropInto(frame: Placed | null, boxes: readonly { readonly id: Id; readonly parent: Id | null; readonly at: Point }[]): Command {
  const moves = boxes.map(({ id, at }): Move => {
    const free = { x: onGrid(at.x - (frame?.x ?? 0)), y: onGrid(at.y - (frame?.y ?? 0)) };
    return frame === null ? { stage: id, ...free } : { stage: id, x: Math.max(MARGIN, free.x), y: Math.max(HEADER, free.y) };
  });
  const nested = boxes.filter(({ parent }) => parent !== (frame?.id ?? null));
  if (nested.length === 0) return moveAll(moves);
  return (procedure) => {
    const said = nested.length === 1 ? undefined : frame === null ? arranging.takenOut(nested.length) : arranging.putInto(nested.length, stageTitle(procedure, frame.id));
    return inTurn([...nested.map(({ id }) => () => ({ type: 'nestStage' as const, stage: id, ...(frame === null ? {} : { within: frame.id }) })), ...moves.map((move) => () => ({ type: 'moveStage' as const, ...move }))], said)(procedure);
  };
}

/** What a drag does on its way and at its end. */
export function useDropping(carry: (carried: Carried) => void) {
  const layout = useLayout();
  const edit = useEditor((state) => state.edit);
  const stages = useEditor((state) => state.procedure.stages);
  const over = useRef<Element | null>(null);
  const under = useCallback((dragged: readonly Box[], box: Box) => {
    const at = placeOn(layout, box);
    return frameAt(layout, { x: at.x + (box.width ?? 0) / 2, y: at.y + (box.height ?? 0) / 2 }, new Set(dragged.map((each) => each.id)));
  }, [layout]);
  const mark = useCallback((frame: Id | null) => {
    const next = frame === null ? null : document.querySelector(`.react-flow__node-group[data-id="${CSS.escape(frame)}"]`);
    if (next === over.current) return;
    over.current?.classList.remove('ed-frame-over');
    next?.classList.add('ed-frame-over');
    over.current = next;
  }, []);
  return {
    over: useCallback((_: unknown, box: Box, all: readonly Box[]) => {
      carry(carriedBy(layout, all));
      const frame = under(all, box);
      mark(frame !== null && frame.id !== box.parentId ? frame.id : null);
    }, [carry, layout, under, mark]),
    drop: useCallback((_: unknown, box: Box, all: readonly Box[]) => {
      mark(null);
      const boxes = all.filter((each) => each.id in stages).map((each) => ({ id: each.id, parent: each.parentId ?? null, at: placeOn(layout, each) }));
      if (boxes.length > 0) edit(dropInto(under(all, box), boxes));
      // When it was refused, they go back to where they stood.
      carry(NOTHING);
    }, [carry, edit, layout, mark, stages, under]),
  };
}

const NOTHING: Carried = new Map();

/** Where a dragged box is, from the diagram's top left: its frame stands where the layout has it, else it would be dragged itself. */
function placeOn(layout: Layout, box: Box): Point {
  const frame = box.parentId === undefined ? undefined : layout.groups.get(box.parentId);
  return { x: box.position.x + (frame?.x ?? 0), y: box.position.y + (frame?.y ?? 0) };
}

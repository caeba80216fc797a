// Letting boxes go: on the grid, in the group they were let go over, or out of the one they were dragged out of. One
// step, whatever moved.
import { useMemo } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import { moveAll, type Move } from '../edits/arranging.ts';
import { inTurn, type Command } from '../edits/commands.ts';
import { words as arranging } from '../arrange/words.ts';
import { HEADER, MARGIN, onGrid, type Layout, type Placed, type Point } from '../layout/types.ts';
import { stageTitle } from '../model/text.ts';
import { layoutNow, useBench } from '../store/context.ts';
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
  const { store, desk } = useBench();
  return useMemo(() => {
    const mark = marking();
    return {
      over: (_: unknown, box: Box, all: readonly Box[]) => {
        const layout = layoutNow({ store, desk });
        carry(carriedBy(layout, all));
        const frame = under(layout, all, box);
        mark(frame !== null && frame.id !== box.parentId ? frame.id : null);
      },
      drop: (_: unknown, box: Box, all: readonly Box[]) => {
        mark(null);
        const layout = layoutNow({ store, desk });
        const { procedure, edit } = store.getState();
        const boxes = all.filter((each) => each.id in procedure.stages).map((each) => ({ id: each.id, parent: each.parentId ?? null, at: placeOn(layout, each) }));
        if (boxes.length > 0) edit(dropInto(under(layout, all, box), boxes));
        // When it was refused, they go back to where they stood.
        carry(NOTHING);
      },
    };
  }, [store, desk, carry]);
}

/** Marks the frame that boxes would be let go into, and no longer the one before. */
function marking(): (frame: Id | null) => void {
  let marked: Element | null = null;
  return (frame) => {
    const next = frame === null ? null : document.querySelector(`.react-flow__node-group[data-id="${CSS.escape(frame)}"]`);
    if (next === marked) return;
    marked?.classList.remove('ed-frame-over');
    next?.classList.add('ed-frame-over');
    marked = next;
  };
}

/** The frame under the middle of a dragged box. */
function under(layout: Layout, dragged: readonly Box[], box: Box): Placed | null {
  const at = placeOn(layout, box);
  return frameAt(layout, { x: at.x + (box.width ?? 0) / 2, y: at.y + (box.height ?? 0) / 2 }, new Set(dragged.map((each) => each.id)));
}

const NOTHING: Carried = new Map();

/** Where a dragged box is, from the diagram's top left: its frame stands where the layout has it, else it would be dragged itself. */
function placeOn(layout: Layout, box: Box): Point {
  const frame = box.parentId === undefined ? undefined : layout.groups.get(box.parentId);
  return { x: box.position.x + (frame?.x ?? 0), y: box.position.y + (frame?.y ?? 0) };
}

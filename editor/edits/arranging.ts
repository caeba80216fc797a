// Commands over several chosen stages: move, line up, spread out, put back, group, put into a group, delete. Each is
// one step. Where boxes stand comes from the layout in sight; what is changed is where a hand put them.
import { applyChanges } from '../../engine/procedure/edits/changes.ts';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import { onGrid, type Layout, type Placed } from '../layout/types.ts';
import { stageTitle } from '../model/text.ts';
import { treeOf } from '../model/tree.ts';
import { words } from '../words.ts';
import { words as arranging } from '../arrange/words.ts';
import { inTurn, remove, single, type Command } from './commands.ts';

export type Lining = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export type Spreading = 'across' | 'down';
export interface Move { readonly stage: Id; /** From the top left of the group it lies in. */ readonly x: number; readonly y: number }

/** Several boxes at new places. */
export const moveAll = (moves: readonly Move[], said?: string): Command => (procedure) => {
  const [only] = moves;
  if (only !== undefined && moves.length === 1 && said === undefined) return single({ type: 'moveStage', ...only })(procedure);
  return inTurn(moves.map((move) => () => ({ type: 'moveStage', ...move })), said ?? arranging.moved(moves.length))(procedure);
};

/** The boxes of stages that lie in none of the others. */
function boxesOf(layout: Layout, procedure: Procedure, stages: readonly Id[]): readonly Placed[] {
  const tree = treeOf(procedure);
  return stages.filter((id) => !tree.ancestors(id).some((group) => stages.includes(group))).flatMap((id) => layout.stages.get(id) ?? layout.groups.get(id) ?? []);
}

const moved = (box: Placed, x: number, y: number): Move => ({ stage: box.id, x: onGrid(box.within.x + x), y: onGrid(box.within.y + y) });

/** Moved by so much, all together. */
export const moveBy = (layout: Layout, stages: readonly Id[], x: number, y: number): Command => (procedure) => moveAll(boxesOf(layout, procedure, stages).map((box) => ({ stage: box.id, x: box.within.x + x, y: box.within.y + y })))(procedure);

/** Lined up on the outermost edge, or on the middle of them all. */
export const lineUp = (layout: Layout, stages: readonly Id[], how: Lining): Command => (procedure) => {
  const boxes = boxesOf(layout, procedure, stages);
  if (boxes.length < 2) return { ok: false, words: arranging.needs(2) };
  const level = how === 'left' || how === 'centre' || how === 'right';
  const [low, high] = level ? [Math.min(...boxes.map((box) => box.x)), Math.max(...boxes.map((box) => box.x + box.w))] : [Math.min(...boxes.map((box) => box.y)), Math.max(...boxes.map((box) => box.y + box.h))];
  const to = (size: number): number => (how === 'left' || how === 'top' ? low : how === 'right' || how === 'bottom' ? high - size : (low + high - size) / 2);
  return moveAll(boxes.map((box) => (level ? moved(box, to(box.w) - box.x, 0) : moved(box, 0, to(box.h) - box.y))), arranging.linedUp(boxes.length, how))(procedure);
};

/** The outermost two stay; the others stand between them with equal gaps. */
export const spreadOut = (layout: Layout, stages: readonly Id[], how: Spreading): Command => (procedure) => {
  const across = how === 'across';
  const start = (box: Placed): number => (across ? box.x : box.y);
  const size = (box: Placed): number => (across ? box.w : box.h);
  const boxes = [...boxesOf(layout, procedure, stages)].sort((a, b) => start(a) - start(b));
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (boxes.length < 3 || first === undefined || last === undefined) return { ok: false, words: arranging.needs(3) };
  const gap = (start(last) + size(last) - start(first) - boxes.reduce((sum, box) => sum + size(box), 0)) / (boxes.length - 1);
  let at = start(first);
  const moves = boxes.map((box) => {
    const by = at - start(box);
    at += size(box) + gap;
    return across ? moved(box, by, 0) : moved(box, 0, by);
  });
  return moveAll(moves, arranging.spread(boxes.length, how))(procedure);
};

/** Only these, and what lies in them, back where the automatic layout puts them. */
export const tidyOnly = (stages: readonly Id[]): Command => (procedure) => {
  const tree = treeOf(procedure);
  const placed = Object.keys(procedure.layout ?? {}).filter((id) => stages.includes(id) || tree.ancestors(id).some((group) => stages.includes(group)));
  if (placed.length === 0) return { ok: false, words: arranging.notMoved };
  const rest = Object.keys(procedure.layout ?? {}).length === placed.length;
  const changed = applyChanges(procedure, rest ? [{ path: ['layout'] }] : placed.map((id) => ({ path: ['layout', id] })));
  return { ok: true, procedure: changed.procedure, words: arranging.tidied(stages.length) };
};

/** Put together in a group; `together`: they run at the same time. */
export const groupAll = (stages: readonly Id[], together: boolean): Command => (procedure) => {
  const taken = Object.values(procedure.stages).map((stage) => stage.label);
  let label: string = words.grid.newGroup;
  for (let number = 2; taken.includes(label); number++) label = `${words.grid.newGroup} ${number}`;
  const tree = treeOf(procedure);
  const outer = stages.filter((id) => !tree.ancestors(id).some((group) => stages.includes(group)));
  return single({ type: 'groupStages', stages: outer, label, parallel: together })(procedure);
};

/** Into a group, or out to the top level. */
export const nestAll = (stages: readonly Id[], within: Id | null): Command => (procedure) => {
  const tree = treeOf(procedure);
  const outer = stages.filter((id) => !tree.ancestors(id).some((group) => stages.includes(group)) && tree.parent(id) !== within);
  if (outer.length === 0) return { ok: false, words: words.edits.same };
  const said = outer.length === 1 ? undefined : within === null ? arranging.takenOut(outer.length) : arranging.putInto(outer.length, stageTitle(procedure, within));
  return inTurn(outer.map((stage) => () => ({ type: 'nestStage', stage, ...(within === null ? {} : { within }) })), said)(procedure);
};

/** Without any of them; parts go with their group. */
export const removeAll = (stages: readonly Id[]): Command => (procedure) => {
  const tree = treeOf(procedure);
  const all = tree.order.filter((id) => stages.includes(id) || tree.ancestors(id).some((group) => stages.includes(group)));
  let now = procedure;
  // From the inside: a group whose stages are gone is a stage like any other.
  for (const stage of [...all].reverse()) {
    const done = remove(stage)(now);
    if (!done.ok) return done;
    now = done.procedure;
  }
  return { ok: true, procedure: now, words: arranging.removed(all.length) };
};

// Where stages stand: like text, from left to right with a carriage return, each group laid out inside first.
// A group offers several outlines (wide and low, narrow and high); the container above picks the set that packs
// best. Nothing is drawn here, and no route is led: `gaps` only says how much room the routes will want.
import type { Id } from '../../engine/procedure/types.ts';
import type { Diagram } from '../model/diagram.ts';
import { gapsOf, type Gaps } from './gaps.ts';
import { rowsOf, sized, stackRows, top, type Block, type Choice, type Item } from './rows.ts';
import { doorSize, endSize, faceOf, headerWidth, type Size } from './size.ts';
import { HEADER, MARGIN, onGrid, type Slack } from './types.ts';

/** How many parts in all the tried sets of outlines may hold: many sets of a few parts, few sets of many. */
const MOST_TRIED = 2400;
/** Left margin of a group that draws where it begins. */
const START = 32;

/** The top-level outlines of a diagram that are no wider than each of `widths`. */
export function arrange(diagram: Diagram, widths: readonly number[], slack: Slack): readonly Block[] {
  const gaps = gapsOf(diagram, slack);
  const order = topLevel(diagram);
  const memo = new Map<string, readonly Block[]>();
  const inside = (group: Id, width: number): readonly Block[] => {
    const key = `${group} ${width}`;
    const found = memo.get(key) ?? groupBlocks(diagram, gaps, group, width, inside);
    memo.set(key, found);
    return found;
  };
  return widths.flatMap((width) => flow(itemsOf(diagram, order, width, inside), width, gaps));
}

/** Ways in before the stage they lead to, ends after the last stage that leads to them. */
export function topLevel(diagram: Diagram): readonly Id[] {
  const sequence = sequenceOf(diagram, null);
  const doors = diagram.doors.map((door) => ({ id: door.id, before: diagram.tree.childHolding(null, door.to[0] ?? '') }));
  const lead = doors.filter((door) => door.before === null).map((door) => door.id);
  return [...lead, ...sequence.flatMap((id) => [...doors.filter((door) => door.before === id).map((door) => door.id), id])];
}

function sequenceOf(diagram: Diagram, container: Id | null): readonly Id[] {
  const { tree } = diagram;
  const children = tree.children(container);
  const isEnd = (id: Id): boolean => diagram.stages.get(id)?.kind === 'end';
  const sequence = children.filter((id) => !isEnd(id));
  for (const end of children.filter(isEnd)) {
    const sources = diagram.routes.filter((route) => route.to === end).map((route) => tree.childHolding(container, route.from)).filter((id) => id !== null);
    const last = Math.max(-1, ...sources.map((id) => sequence.indexOf(id)));
    sequence.splice(last < 0 ? sequence.length : last + 1, 0, end);
  }
  return sequence;
}

function itemsOf(diagram: Diagram, ids: readonly Id[], most: number, inside: (group: Id, width: number) => readonly Block[]): readonly Item[] {
  return ids.map((id) => {
    if (diagram.groups.has(id)) return { id, options: inside(id, most).map((block) => ({ size: { w: block.w, h: block.h }, inside: block })) };
    return { id, options: [{ size: leafSize(diagram, id), inside: null }] };
  });
}

/** The drawn size of a stage, end or way in. */
export function leafSize(diagram: Diagram, id: Id): Size {
  const door = diagram.doors.find((each) => each.id === id);
  if (door !== undefined) return doorSize(door);
  const stage = diagram.stages.get(id);
  if (stage === undefined) return { w: 160, h: 96 };
  return stage.kind === 'end' ? endSize(stage.title) : faceOf(stage);
}

function groupBlocks(diagram: Diagram, gaps: Gaps, group: Id, most: number, inside: (group: Id, width: number) => readonly Block[]): readonly Block[] {
  const facts = diagram.groups.get(group);
  const left = facts?.begins === null ? MARGIN : START;
  const room = Math.max(160, most - left - MARGIN);
  const found: Block[] = [];
  for (const width of [room, onGrid(room * 0.75), onGrid(room * 0.5), 208]) {
    const items = itemsOf(diagram, sequenceOf(diagram, group), Math.min(width, room), inside);
    if (facts?.parallel === true) found.push(...lanes(items, width));
    else found.push(...flow(items, width, gaps));
  }
  const least = facts === undefined ? 0 : headerWidth(facts);
  return best(found.map((block) => framed(block, left, least)));
}

/** The block inside a frame: header above, margins round. */
function framed(block: Block, left: number, least: number): Block {
  return {
    w: Math.max(block.w + left + MARGIN, least), h: block.h + HEADER + MARGIN,
    parts: block.parts.map((part) => ({ ...part, x: part.x + left, y: part.y + HEADER })),
    dividers: block.dividers.map((line) => ({ ...line, at: line.at + (line.upright ? left : HEADER) })),
  };
}

/** Lanes side by side when they fit, and always also one below the other. */
function lanes(items: readonly Item[], most: number): readonly Block[] {
  const found: Block[] = [];
  const sets = choices(items);
  for (const set of sets) {
    const wide = set.reduce((sum, each) => sum + each.size.w, 0) + 32 * (set.length - 1);
    if (wide <= most) found.push(sideBySide(items, set));
    found.push(stacked(items, set));
  }
  return best(found);
}

function sideBySide(items: readonly Item[], set: readonly Choice[]): Block {
  const h = Math.max(0, ...set.map((each) => each.size.h));
  let x = 0;
  const parts = set.map((each, index) => {
    const part = { id: items[index]?.id ?? '', ...each.size, x, y: top(h, each.size.h), inside: each.inside };
    x += each.size.w + 32;
    return part;
  });
  return { w: Math.max(0, x - 32), h, parts, dividers: parts.slice(1).map((part) => ({ upright: true, at: part.x - 16 })) };
}

function stacked(items: readonly Item[], set: readonly Choice[]): Block {
  let y = 0;
  const parts = set.map((each, index) => {
    const part = { id: items[index]?.id ?? '', ...each.size, x: 0, y, inside: each.inside };
    y += each.size.h + 32;
    return part;
  });
  return { w: Math.max(0, ...set.map((each) => each.size.w)), h: Math.max(0, y - 32), parts, dividers: parts.slice(1).map((part) => ({ upright: false, at: part.y - 16 })) };
}

function flow(items: readonly Item[], most: number, gaps: Gaps): readonly Block[] {
  const order = items.map((item) => item.id);
  // Most sets are passed over for their size alone: only what is left of them is stacked.
  const tried = choices(items).flatMap((set) => [false, true].map((tuck) => sized(order, rowsOf(items, set, most, gaps, tuck), gaps)));
  return best(tried).map(({ lines }) => stackRows(order, lines, gaps));
}

/** Every set of one outline for each item, while they are few enough; beyond that the narrowest ones only. */
function choices(items: readonly Item[]): readonly (readonly Choice[])[] {
  let sets: (readonly Choice[])[] = [[]];
  for (const item of items) {
    const options = sets.length * item.options.length * items.length > MOST_TRIED ? item.options.slice(0, 1) : item.options;
    sets = sets.flatMap((set) => options.map((option) => [...set, option]));
  }
  return sets;
}

/** The outlines of which none is both narrower and lower, narrowest first, at most five. */
function best<Sized extends Size>(blocks: readonly Sized[]): readonly Sized[] {
  const sorted = [...blocks].sort((a, b) => a.w - b.w || a.h - b.h);
  const kept: Sized[] = [];
  for (const block of sorted) if (kept.every((each) => block.h < each.h)) kept.push(block);
  if (kept.length <= 5) return kept;
  const step = (kept.length - 1) / 4;
  return [0, 1, 2, 3, 4].map((index) => kept[Math.round(index * step)]).filter((block) => block !== undefined);
}

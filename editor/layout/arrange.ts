// Where stages stand: like text, from left to right with a carriage return, each group laid out inside first.
// A group offers several outlines (wide and low, narrow and high); the container above picks the set that packs
// best. Nothing is drawn here, and no route is led: `gaps` only says how much room the routes will want.
import type { Id } from '../../engine/procedure/types.ts';
import type { Diagram } from '../model/diagram.ts';
import { gapsOf, type Gaps } from './gaps.ts';
import { doorSize, endSize, faceOf, headerWidth, type Size } from './size.ts';
import { HEADER, MARGIN, onGrid, type Divider, type Slack } from './types.ts';

/** One way to lay out the inside of a container: its size and where its parts stand. */
export interface Block extends Size {
  readonly parts: readonly Part[];
  readonly dividers: readonly Omit<Divider, 'group'>[];
}
export interface Part extends Size { readonly id: Id; readonly x: number; readonly y: number; readonly inside: Block | null }

interface Item { readonly id: Id; readonly options: readonly { readonly size: Size; readonly inside: Block | null }[] }
type Choice = Item['options'][number];
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
  return best(choices(items).flatMap((set) => [false, true].map((tuck) => stackRows(order, rowsOf(items, set, most, gaps, tuck), gaps))));
}

/** One set of outlines packed into rows of at most `most` pixels. `tuck` puts a part below the last one of its row where that saves height. */
function rowsOf(items: readonly Item[], set: readonly Choice[], most: number, gaps: Gaps, tuck: boolean): readonly (readonly Part[])[] {
  const lines: Part[][] = [];
  let line: Part[] = [];
  let right = 0;
  const stand = (part: Part): void => { line.push(part); right = Math.max(right, part.x + part.w); };
  set.forEach(({ size: { w, h }, inside }, index) => {
    const id = items[index]?.id ?? '';
    const last = line.at(-1);
    const x = last === undefined ? 0 : right + gaps.between(last.id, id);
    if (last === undefined || x + w <= most) { stand({ id, w, h, x, y: 0, inside }); return; }
    const under = { id, w, h, x: last.x, y: last.y + last.h + gaps.below(last.id, id), inside };
    if (tuck && saves(line, under, most)) { stand(under); return; }
    lines.push(line);
    [line, right] = [[], 0];
    stand({ id, w, h, x: 0, y: 0, inside });
  });
  return line.length > 0 ? [...lines, line] : lines;
}

/** Whether a part below another makes its row grow by much less than a row of its own would take. */
function saves(line: readonly Part[], under: Part, most: number): boolean {
  const before = Math.max(...line.map((part) => part.y + part.h));
  return under.x > 0 && under.x + under.w <= most && under.y + under.h - before <= 0.6 * (under.h + 32);
}

function stackRows(order: readonly Id[], lines: readonly (readonly Part[])[], gaps: Gaps): Block {
  const parts: Part[] = [];
  const width = Math.max(0, ...lines.flat().map((part) => part.x + part.w));
  let y = 0;
  lines.forEach((line, index) => {
    if (index > 0) y += gaps.split(order, parts.length);
    const h = Math.max(...line.map((part) => part.y + part.h));
    const shift = index === 0 ? 0 : shiftUnder(line, parts, width, gaps);
    const tucked = new Set(line.filter((part) => part.y > 0).map((part) => part.x));
    for (const { id, w, h: own, x, y: under, inside } of line) parts.push({ id, w, h: own, x: x + shift, y: y + under + (tucked.has(x) ? 0 : top(h, own)), inside });
    y += h;
  });
  return { w: width, h: y, parts, dividers: [] };
}

/** A row with room to spare moves right until its first stage stands below the stage that leads to it. */
function shiftUnder(line: readonly Part[], placed: readonly Part[], width: number, gaps: Gaps): number {
  const first = line[0];
  if (first === undefined) return 0;
  const right = Math.max(...line.map((part) => part.x + part.w));
  const above = placed.findLast((part) => gaps.joined(part.id, first.id));
  if (above === undefined) return 0;
  const wanted = above.x + above.w / 2 - (first.x + first.w) + 40;
  return Math.max(0, onGrid(Math.min(wanted, width - right)));
}

/** Parts of a row stand on one middle line, unless one is far higher than the rest. */
function top(row: number, h: number): number {
  return row - h > 96 ? 0 : Math.floor((row - h) / 2 / 8) * 8;
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
function best(blocks: readonly Block[]): readonly Block[] {
  const sorted = [...blocks].sort((a, b) => a.w - b.w || a.h - b.h);
  const kept: Block[] = [];
  for (const block of sorted) if (kept.every((each) => block.h < each.h)) kept.push(block);
  if (kept.length <= 5) return kept;
  const step = (kept.length - 1) / 4;
  return [0, 1, 2, 3, 4].map((index) => kept[Math.round(index * step)]).filter((block) => block !== undefined);
}

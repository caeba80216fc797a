// How much room routes will want between stages: wider where a pill stands between two neighbours, higher where
// routes with pills pass from one row to the next.
import type { Id } from '../../engine/procedure/types.ts';
import type { Diagram } from '../model/diagram.ts';
import { linesOf, type Line } from './lines.ts';
import { GRID, type Slack } from './types.ts';

export interface Gaps {
  /** Between two neighbours of one row, left and right. */
  between(left: Id, right: Id): number;
  /** Between one stage and one below it. */
  below(above: Id, under: Id): number;
  /** Between the rows that hold an order of stages up to a place, and those that hold the rest from there on. */
  split(order: readonly Id[], at: number): number;
  /** Whether a line leads from anything in `from` to anything in `to`. */
  joined(from: Id, to: Id): boolean;
}

const up = (value: number): number => Math.ceil(value / GRID) * GRID;
const most = (values: readonly number[]): number => Math.max(0, ...values);

/** The gaps of a diagram; each step of a route's slack adds 16 to the columns and 24 to the rows it passes. */
export function gapsOf(diagram: Diagram, slack: Slack): Gaps {
  const leading = leadingOf(diagram);
  const loose = (found: readonly Line[]): number => most(found.map((line) => slack.get(line.id) ?? 0));
  const across = (found: readonly Line[]): number => {
    const widest = most(found.map((line) => line.pill?.w ?? 0));
    return up(widest === 0 ? 32 + 8 * Math.max(0, found.length - 1) : widest + 28) + 16 * loose(found);
  };
  const down = (found: readonly Line[]): number => {
    const highest = most(found.map((line) => line.pill?.h ?? 0));
    return 32 + (highest > 0 ? up(highest - 4) : 0) + GRID * Math.min(8, Math.max(0, found.length - 2)) + 24 * loose(found);
  };
  /** Routes between two neighbours, whichever way. */
  const passing = (a: Id, b: Id): readonly Line[] => [...leading.get(a)?.get(b) ?? [], ...leading.get(b)?.get(a) ?? []].filter(isRoute);
  // The parts of a container always stand in the same order: its first one tells which.
  const rows = new Map<Id, readonly number[]>();
  const rowsOf = (order: readonly Id[]): readonly number[] => {
    const known = rows.get(order[0] ?? '') ?? crossingsOf(diagram, order).map(down);
    rows.set(order[0] ?? '', known);
    return known;
  };
  return {
    joined: (from, to) => leading.get(from)?.has(to) ?? false,
    between: oncePair((left, right) => across(passing(left, right))),
    below: oncePair((above, under) => down(passing(above, under))),
    split: (order, at) => rowsOf(order)[at] ?? 0,
  };
}

const isRoute = (line: Line): boolean => line.routes.length > 0;

/** The same question of the same two gives the answer found the first time: each is asked for every set of outlines. */
function oncePair(find: (a: Id, b: Id) => number): (a: Id, b: Id) => number {
  const known = new Map<Id, Map<Id, number>>();
  return (a, b) => {
    const of = known.get(a) ?? new Map<Id, number>();
    if (of.size === 0) known.set(a, of);
    const value = of.get(b) ?? find(a, b);
    of.set(b, value);
    return value;
  };
}

/** The lines by all that their start lies in and all that their end lies in, themselves included. */
function leadingOf(diagram: Diagram): ReadonlyMap<Id, ReadonlyMap<Id, readonly Line[]>> {
  const { tree } = diagram;
  const leading = new Map<Id, Map<Id, Line[]>>();
  for (const line of linesOf(diagram)) {
    for (const from of [line.from, ...tree.ancestors(line.from)]) {
      const known = leading.get(from) ?? new Map<Id, Line[]>();
      for (const to of [line.to, ...tree.ancestors(line.to)]) {
        const between = known.get(to);
        if (between === undefined) known.set(to, [line]); else between.push(line);
      }
      leading.set(from, known);
    }
  }
  return leading;
}

/** For each place of an order, the routes of which one end lies in what stands before it and the other in what stands from there on. */
function crossingsOf(diagram: Diagram, order: readonly Id[]): readonly (readonly Line[])[] {
  const { tree } = diagram;
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = (end: Id): number => [end, ...tree.ancestors(end)].map((id) => places.get(id)).find((place) => place !== undefined) ?? -1;
  const spans = linesOf(diagram).filter(isRoute).map((line) => ({ line, from: placeOf(line.from), to: placeOf(line.to) }))
    .filter(({ from, to }) => from >= 0 && to >= 0);
  return order.map((_, at) => spans.filter(({ from, to }) => Math.min(from, to) < at && at <= Math.max(from, to)).map(({ line }) => line));
}

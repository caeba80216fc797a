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

/** A line with all that its ends lie in, themselves included. */
interface Ended { readonly line: Line; readonly from: readonly Id[]; readonly to: readonly Id[] }

const up = (value: number): number => Math.ceil(value / GRID) * GRID;
const most = (values: readonly number[]): number => Math.max(0, ...values);

/** The gaps of a diagram; each step of a route's slack adds 16 to the columns and 24 to the rows it passes. */
export function gapsOf(diagram: Diagram, slack: Slack): Gaps {
  const { tree } = diagram;
  const lines = linesOf(diagram).map((line): Ended => ({ line, from: [line.from, ...tree.ancestors(line.from)], to: [line.to, ...tree.ancestors(line.to)] }));
  const routes = lines.filter(({ line }) => line.routes.length > 0);
  const leading = pairsOf(lines);
  const joined = (from: Id, to: Id): boolean => leading.get(from)?.has(to) ?? false;
  const passing = (a: ReadonlySet<Id>, b: ReadonlySet<Id>): readonly Line[] => routes.filter(({ from, to }) => (lies(from, a) && lies(to, b)) || (lies(from, b) && lies(to, a))).map(({ line }) => line);
  const loose = (found: readonly Line[]): number => most(found.map((line) => slack.get(line.id) ?? 0));
  const across = (found: readonly Line[]): number => {
    const widest = most(found.map((line) => line.pill?.w ?? 0));
    return up(widest === 0 ? 32 + 8 * Math.max(0, found.length - 1) : widest + 28) + 16 * loose(found);
  };
  const down = (found: readonly Line[]): number => {
    const highest = most(found.map((line) => line.pill?.h ?? 0));
    return 32 + (highest > 0 ? up(highest - 4) : 0) + GRID * Math.min(8, Math.max(0, found.length - 2)) + 24 * loose(found);
  };
  const [columns, rows, splits] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  return {
    joined,
    between: (left, right) => once(columns, `${left} ${right}`, () => across(passing(new Set([left]), new Set([right])))),
    below: (above, under) => once(rows, `${above} ${under}`, () => down(passing(new Set([above]), new Set([under])))),
    // The parts of a container always stand in the same order: its first one and the place tell the split.
    split: (order, at) => once(splits, `${order[0]} ${at}`, () => down(passing(new Set(order.slice(0, at)), new Set(order.slice(at))))),
  };
}

const lies = (ends: readonly Id[], where: ReadonlySet<Id>): boolean => ends.some((id) => where.has(id));

function once(known: Map<string, number>, key: string, find: () => number): number {
  const value = known.get(key) ?? find();
  known.set(key, value);
  return value;
}

/** What leads where: by all that a line's start lies in, all that its end lies in. */
function pairsOf(lines: readonly Ended[]): ReadonlyMap<Id, ReadonlySet<Id>> {
  const pairs = new Map<Id, Set<Id>>();
  for (const { from, to } of lines) {
    for (const id of from) {
      const known = pairs.get(id) ?? new Set();
      for (const other of to) known.add(other);
      pairs.set(id, known);
    }
  }
  return pairs;
}

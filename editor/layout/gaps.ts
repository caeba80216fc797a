// How much room routes will want between stages: wider where a pill stands between two neighbours, higher where
// routes with pills pass from one row to the next.
import type { Id } from '../../engine/procedure/types.ts';
import type { Diagram } from '../model/diagram.ts';
import { linesOf, type Line } from './lines.ts';
import { GRID, type Slack } from './types.ts';

export interface Gaps {
  /** Between two neighbours of one row, left and right. */
  between(left: Id, right: Id): number;
  /** Between the stages of the rows above and those of the rows below. */
  below(above: readonly Id[], under: readonly Id[]): number;
  /** Whether a route leads from anything in `from` to anything in `to`. */
  joined(from: Id, to: Id): boolean;
}

const up = (value: number): number => Math.ceil(value / GRID) * GRID;

/** The gaps of a diagram; each step of a route's slack adds 16 to the columns and 24 to the rows it passes. */
export function gapsOf(diagram: Diagram, slack: Slack): Gaps {
  const { tree } = diagram;
  const inside = new Map([...tree.order, ...diagram.doors.map((door) => door.id)].map((id) => [id, new Set([id, ...tree.ancestors(id)])]));
  const holds = (holder: Id, id: Id): boolean => inside.get(id)?.has(holder) ?? false;
  const known = new Map<string, number>();
  const once = (key: string, find: () => number): number => {
    const value = known.get(key) ?? find();
    known.set(key, value);
    return value;
  };
  const doors = new Map(diagram.doors.map((door) => [door.id, door.to]));
  const lines = linesOf(diagram).filter((line) => line.routes.length > 0);
  const leads = (from: Id, to: Id): readonly Line[] => lines.filter((route) => holds(from, route.from) && holds(to, route.to));
  const passes = (a: readonly Id[], b: readonly Id[]): readonly Line[] =>
    lines.filter((route) => a.some((id) => holds(id, route.from)) && b.some((id) => holds(id, route.to)));
  const pill = (line: Line): number => line.pill?.w ?? 0;
  const loose = (routes: readonly Line[]): number => Math.max(0, ...routes.map((route) => slack.get(route.id) ?? 0));
  return {
    joined: (from, to) => leads(from, to).length > 0 || (doors.get(from)?.some((id) => holds(to, id)) ?? false),
    between: (left, right) => once(`${left} ${right}`, () => {
      const routes = [...leads(left, right), ...leads(right, left)];
      const widest = Math.max(0, ...routes.map(pill));
      return up(widest === 0 ? 32 + 8 * Math.max(0, routes.length - 1) : widest + 28) + 16 * loose(routes);
    }),
    below: (above, under) => once(`${above.join(' ')} / ${under.join(' ')}`, () => {
      const routes = [...passes(above, under), ...passes(under, above)];
      const highest = Math.max(0, ...routes.map((line) => line.pill?.h ?? 0));
      return 32 + (highest > 0 ? up(highest - 4) : 0) + GRID * Math.min(8, Math.max(0, routes.length - 2)) + 24 * loose(routes);
    }),
  };
}

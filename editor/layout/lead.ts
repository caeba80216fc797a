// Leads one route over the field: the cheapest way with right angles, found by A*. Bends, crossings, neighbours of
// other routes and foreign groups cost; walking on another route's line costs most.
import type { Field } from './field.ts';
import { Queue } from './queue.ts';

/** 0 right, 1 down, 2 left, 3 up. */
export type Heading = 0 | 1 | 2 | 3;
export interface Stop { readonly cell: number; readonly heading: Heading; readonly cost: number }

const BEND = 5;
const CROSS = 5;
const SAME_LINE = 70;
const BESIDE = [0, 6, 2.5] as const;
const FOREIGN = 7;
/** Cells to either side of an upright part that a pill needs. */
const BERTH = 6;

/** What one route wants of the ground: where not to go (first outside all frames, then each frame), and room for a pill (0: it has none). */
export interface Wishes { readonly foreign: readonly boolean[]; readonly berth: number }

/** Cells from a start to a goal, both included, or null when there is no way. */
export function lead(field: Field, starts: readonly Stop[], goals: readonly Stop[], wishes: Wishes): { readonly cells: readonly number[]; readonly start: Stop; readonly goal: Stop } | null {
  const steps = [1, field.columns, -1, -field.columns] as const;
  const { costs, from } = field.scratch;
  costs.fill(Infinity);
  from.fill(-1);
  const queue = new Queue();
  const ends = new Map(goals.map((goal) => [goal.cell * 4 + goal.heading, goal]));
  const guess = distanceTo(field, goals);
  for (const start of starts) {
    const state = start.cell * 4 + start.heading;
    if (field.ground[start.cell] === Infinity || start.cost >= (costs[state] ?? 0)) continue;
    costs[state] = start.cost;
    queue.push(state, start.cost + guess(start.cell, start.heading));
  }
  let found = -1;
  let bestCost = Infinity;
  for (let state = queue.pop(); state >= 0; state = queue.pop()) {
    const cost = costs[state] ?? Infinity;
    const cell = state >> 2;
    const heading = (state & 3) as Heading;
    if (cost + guess(cell, heading) >= bestCost) break;
    const end = ends.get(state);
    if (end !== undefined && cost + end.cost < bestCost) { bestCost = cost + end.cost; found = state; }
    for (let turn = 0; turn < 4; turn++) {
      if (turn === (heading + 2) % 4) continue;
      const next = neighbour(field, cell, turn, steps[turn] ?? 0);
      if (next < 0) continue;
      const total = cost + (turn === heading ? 0 : BEND) + stepCost(field, next, turn % 2 === 0, wishes);
      const nextState = next * 4 + turn;
      if (total >= (costs[nextState] ?? 0)) continue;
      costs[nextState] = total;
      from[nextState] = state;
      queue.push(nextState, total + guess(next, turn));
    }
  }
  return found < 0 ? null : traced(found, from, starts, ends);
}

function neighbour(field: Field, cell: number, heading: number, step: number): number {
  const column = cell % field.columns;
  if ((heading === 0 && column === field.columns - 1) || (heading === 2 && column === 0)) return -1;
  const next = cell + step;
  return next < 0 || next >= field.ground.length || field.ground[next] === Infinity ? -1 : next;
}

function stepCost(field: Field, cell: number, level: boolean, { foreign, berth }: Wishes): number {
  let cost = commonCost(field, cell, level);
  if (!level) cost += berthCost(field, cell, berth);
  return foreign[field.inside[cell] ?? 0] === true ? cost + FOREIGN : cost;
}

/** What a step costs any route, worked out once until a route passes near. */
function commonCost(field: Field, cell: number, level: boolean): number {
  const at = cell * 2 + (level ? 1 : 0);
  const known = field.common[at] ?? 0;
  if (known > 0) return known;
  const same = level ? field.level : field.upright;
  const other = level ? field.upright : field.level;
  const away = level ? field.columns : 1;
  let cost = 1 + (field.ground[cell] ?? 0) + ((level ? field.alongLevel : field.alongUpright)[cell] ?? 0);
  if ((same[cell] ?? 0) > 0) cost += SAME_LINE;
  if ((other[cell] ?? 0) > 0) cost += CROSS;
  for (const by of [1, 2] as const) {
    if ((same[cell + by * away] ?? 0) > 0 || (same[cell - by * away] ?? 0) > 0) cost += BESIDE[by];
  }
  field.common[at] = cost;
  return cost;
}

/** A pill on an upright part must not cover the line beside it. */
function berthCost(field: Field, cell: number, berth: number): number {
  const marks = berth > 0 ? field.upright : field.worded;
  for (let by = 3; by <= BERTH; by++) if ((marks[cell + by] ?? 0) > 0 || (marks[cell - by] ?? 0) > 0) return Math.max(1, berth);
  return 0;
}

/** Least cost to the box round all goals: its steps, and the turns without which they cannot be made. */
function distanceTo(field: Field, goals: readonly Stop[]): (cell: number, heading: number) => number {
  const columns = goals.map((goal) => goal.cell % field.columns);
  const rows = goals.map((goal) => Math.floor(goal.cell / field.columns));
  const [x0, x1, y0, y1] = [Math.min(...columns), Math.max(...columns), Math.min(...rows), Math.max(...rows)];
  return (cell, heading) => {
    const x = cell % field.columns;
    const y = (cell - x) / field.columns;
    const across = x < x0 ? x0 - x : x > x1 ? x1 - x : 0;
    const down = y < y0 ? y0 - y : y > y1 ? y1 - y : 0;
    const ahead = heading === 0 ? across : heading === 1 ? down : heading === 2 ? -across : -down;
    const aside = heading % 2 === 0 ? down : across;
    const turns = ahead < 0 ? 2 : aside === 0 ? 0 : 1;
    return Math.abs(across) + Math.abs(down) + turns * BEND;
  };
}

function traced(found: number, from: Int32Array, starts: readonly Stop[], ends: ReadonlyMap<number, Stop>): ReturnType<typeof lead> {
  const cells: number[] = [];
  let first = found;
  for (let state = found; state >= 0; state = from[state] ?? -1) { cells.push(state >> 2); first = state; }
  const start = starts.find((each) => each.cell * 4 + each.heading === first);
  const goal = ends.get(found);
  return start === undefined || goal === undefined ? null : { cells: cells.reverse(), start, goal };
}

/** Marks the cells of a route as taken, level or upright by the way it goes through them. */
export function occupy(field: Field, cells: readonly number[], worded: boolean): void {
  cells.forEach((cell, index) => {
    for (const other of [cells[index - 1], cells[index + 1]]) {
      if (other === undefined) continue;
      const marks = Math.abs(other - cell) === 1 ? field.level : field.upright;
      marks[cell] = Math.min(255, (marks[cell] ?? 0) + 1);
      if (worded && marks === field.upright) field.worded[cell] = 1;
      forget(field, cell);
    }
  });
}

/** What was worked out near a cell no longer holds. */
function forget(field: Field, cell: number): void {
  for (let by = -2; by <= 2; by++) {
    field.common.fill(0, (cell + by) * 2, (cell + by) * 2 + 2);
    field.common.fill(0, Math.max(0, cell + by * field.columns) * 2, Math.max(0, cell + by * field.columns) * 2 + 2);
  }
}

// Leads one route over the field: the cheapest way with right angles, found by A*, or in haste by weighted A*. Bends,
// crossings, neighbours of other routes and foreign groups cost; walking on another route's line costs most.
import type { Field } from './field.ts';
import type { Scratch } from './scratch.ts';

/** 0 right, 1 down, 2 left, 3 up. */
export type Heading = 0 | 1 | 2 | 3;
export interface Stop { readonly cell: number; readonly heading: Heading; readonly cost: number }

const BEND = 5;
const CROSS = 5;
const SAME_LINE = 70;
const BESIDE = [0, 6, 2.5] as const;
const FOREIGN = 7;
/** Cells to either side of an upright part that a pill needs; nearer than the least, neighbours cost anyway. */
const BERTH = 6;
const LEAST_BERTH = 3;
/** Columns and rows that a step goes on, by heading. */
const ACROSS = [1, 0, -1, 0] as const;
const DOWN = [0, 1, 0, -1] as const;

/**
 * What one route wants of the ground: where not to go (first outside all frames, then each frame), and room for a pill
 * (0: it has none). `haste`: the weight of A*, 1 or more: how many times the cost of the cheapest way its own may be; the more, the sooner it is found.
 */
export interface Wishes { readonly foreign: readonly boolean[]; readonly berth: number; readonly haste: number }

/** Cells from a start to a goal, both included, or null when there is no way. */
export function lead(field: Field, starts: readonly Stop[], goals: readonly Stop[], wishes: Wishes): { readonly cells: readonly number[]; readonly start: Stop; readonly goal: Stop } | null {
  const { scratch, columns } = field;
  const { queue } = scratch;
  const ends = new Map(goals.map((goal) => [goal.cell * 4 + goal.heading, goal]));
  const guess = distanceTo(field, goals, wishes.haste);
  scratch.begin();
  for (const { cell, heading, cost } of starts) {
    const state = cell * 4 + heading;
    if (field.ground[cell] === Infinity || cost >= scratch.costOf(state)) continue;
    scratch.reach(state, cost, -1);
    queue.push(state, cost + guess(cell % columns, Math.floor(cell / columns), heading));
  }
  let found = -1;
  let bestCost = Infinity;
  for (let state = queue.pop(); state >= 0; state = queue.pop()) {
    if (!scratch.leave(state)) continue;
    const cell = state >> 2;
    const heading = (state & 3) as Heading;
    const x = cell % columns;
    const y = (cell - x) / columns;
    const cost = scratch.costOf(state);
    if (cost + guess(x, y, heading) >= bestCost) break;
    const end = ends.get(state);
    if (end !== undefined && cost + end.cost < bestCost) { bestCost = cost + end.cost; found = state; }
    for (let turn = 0; turn < 4; turn++) {
      const nextX = x + (ACROSS[turn] ?? 0);
      const nextY = y + (DOWN[turn] ?? 0);
      if (turn === (heading ^ 2) || nextX < 0 || nextX === columns || nextY < 0 || nextY === field.rows) continue;
      const next = nextY * columns + nextX;
      if (field.ground[next] === Infinity) continue;
      const total = cost + (turn === heading ? 0 : BEND) + stepCost(field, next, turn % 2 === 0, wishes);
      const nextState = next * 4 + turn;
      if (total >= scratch.costOf(nextState)) continue;
      scratch.reach(nextState, total, state);
      queue.push(nextState, total + guess(nextX, nextY, turn));
    }
  }
  return found < 0 ? null : traced(found, scratch, starts, ends);
}

function stepCost(field: Field, cell: number, level: boolean, { foreign, berth }: Wishes): number {
  const cost = commonCost(field, cell, level) + (level ? 0 : berthCost(field, cell, berth));
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
  return ((berth > 0 ? field.besideUpright : field.besideWorded)[cell] ?? 0) > 0 ? Math.max(1, berth) : 0;
}

/** Least cost to the box round all goals, times `haste`: its steps, and the turns without which they cannot be made. */
function distanceTo(field: Field, goals: readonly Stop[], haste: number): (x: number, y: number, heading: number) => number {
  const columns = goals.map((goal) => goal.cell % field.columns);
  const rows = goals.map((goal) => Math.floor(goal.cell / field.columns));
  const [x0, x1, y0, y1] = [Math.min(...columns), Math.max(...columns), Math.min(...rows), Math.max(...rows)];
  return (x, y, heading) => {
    const across = x < x0 ? x0 - x : x > x1 ? x1 - x : 0;
    const down = y < y0 ? y0 - y : y > y1 ? y1 - y : 0;
    const ahead = heading === 0 ? across : heading === 1 ? down : heading === 2 ? -across : -down;
    const aside = heading % 2 === 0 ? down : across;
    const turns = ahead < 0 ? 2 : aside === 0 ? 0 : 1;
    return haste * (Math.abs(across) + Math.abs(down) + turns * BEND);
  };
}

function traced(found: number, scratch: Scratch, starts: readonly Stop[], ends: ReadonlyMap<number, Stop>): ReturnType<typeof lead> {
  const cells: number[] = [];
  let first = found;
  for (let state = found; state >= 0; state = scratch.originOf(state)) { cells.push(state >> 2); first = state; }
  const start = starts.find((each) => each.cell * 4 + each.heading === first);
  const goal = ends.get(found);
  return start === undefined || goal === undefined ? null : { cells: cells.reverse(), start, goal };
}

/** Marks the cells of a route as taken, level or upright by the way it goes through them. */
export function occupy(field: Field, cells: readonly number[], worded: boolean): void {
  cells.forEach((cell, index) => {
    for (const other of [cells[index - 1], cells[index + 1]]) {
      if (other === undefined) continue;
      const level = Math.abs(other - cell) === 1;
      const marks = level ? field.level : field.upright;
      marks[cell] = Math.min(255, (marks[cell] ?? 0) + 1);
      if (!level) keepBerth(field, cell, worded);
      forget(field, cell);
    }
  });
}

/** Marks where a pill on an upright part would reach over this cell. */
function keepBerth(field: Field, cell: number, worded: boolean): void {
  for (let by = LEAST_BERTH; by <= BERTH; by++) {
    for (const beside of [cell - by, cell + by]) {
      field.besideUpright[beside] = 1;
      if (worded) field.besideWorded[beside] = 1;
    }
  }
}

/** What was worked out near a cell no longer holds. */
function forget(field: Field, cell: number): void {
  for (let by = -2; by <= 2; by++) {
    for (const near of [cell + by, cell + by * field.columns]) {
      field.common[2 * near] = 0;
      field.common[2 * near + 1] = 0;
    }
  }
}

// Leads one route over the field: the cheapest way with right angles, found by A*, or in haste by weighted A*. Bends,
// crossings, neighbours of other routes and foreign groups cost; walking on another route's line costs most.
import { CLOSED, type Field } from './field.ts';
import { LATE, START } from './scratch.ts';
import { BEND, guessed, sightOf } from './sight.ts';

/** 0 right, 1 down, 2 left, 3 up. */
export type Heading = 0 | 1 | 2 | 3;
export interface Stop { readonly cell: number; readonly heading: Heading; readonly cost: number }

/** Costs in the search are whole numbers: tenths of what a step over free ground costs. */
const tenths = (cost: number): number => Math.round(10 * cost);
const CROSS = 250;
const SAME_LINE = 700;
const BESIDE = [0, 60, 10] as const;
const FOREIGN = 70;
/** Columns and rows that a step goes on, by heading. */
const ACROSS = [1, 0, -1, 0] as const;
const DOWN = [0, 1, 0, -1] as const;

/**
 * What one route wants of the ground: where not to go (first outside all frames, then each frame), and room for a pill
 * (0: it has none). `haste`: the weight of A*, 1 or more: how many times the cost of the cheapest way its own may be; the more, the sooner it is found.
 * `clear`: 1 in the cells of which the way is to pass one at least, since its words would stand clear there.
 */
export interface Wishes { readonly foreign: readonly boolean[]; readonly berth: number; readonly haste: number; readonly clear?: Uint8Array }
export interface Way { readonly cells: readonly number[]; readonly start: Stop; readonly goal: Stop }

/** Cells from a start to a goal and the one after it, or null when there is no way. */
export function lead(field: Field, starts: readonly Stop[], goals: readonly Stop[], wishes: Wishes): Way | null {
  const { scratch, columns, common, inside } = field;
  const { queue } = scratch;
  const { clear } = wishes;
  const steps = stepsOf(field);
  // While a way has not passed a place for its words its states lie beyond all others.
  const beyond = clear === undefined ? 0 : 4 * field.ground.length;
  const ends = new Map(goals.map((goal) => [goal.cell * 4 + goal.heading, goal]));
  const abroad = Int32Array.from(wishes.foreign, (is) => (is ? FOREIGN : 0));
  const beside = wishes.berth > 0 ? field.besideUpright : field.besideWorded;
  const keep = tenths(Math.max(1, wishes.berth));
  const sight = sightOf(field, starts.map((start) => start.cell), goals.map((goal) => goal.cell), abroad, wishes.haste);
  scratch.begin();
  for (const { cell, heading, cost } of starts) {
    const own = commonCost(field, cell, heading & 1);
    const state = beyond + cell * 4 + heading;
    if (own !== CLOSED && scratch.reach(state, own + tenths(cost), START)) queue.push(state, own + tenths(cost) + guessed(sight, cell % columns, Math.floor(cell / columns), heading));
  }
  let found = -1;
  let bestCost = Infinity;
  for (let state = queue.pop(); state >= 0; state = queue.pop()) {
    if (!scratch.leave(state)) continue;
    const late = beyond > 0 && state >= beyond;
    const at = late ? state - beyond : state;
    const cell = at >> 2;
    const heading = at & 3;
    const x = cell % columns;
    const y = (cell - x) / columns;
    const cost = scratch.costOf(state);
    if (cost + guessed(sight, x, y, heading) >= bestCost) break;
    const end = late ? undefined : ends.get(state);
    const last = end === undefined ? Infinity : cost + tenths(end.cost) + Math.max(0, commonCost(field, cell + (steps[heading] ?? 0), heading & 1));
    if (last < bestCost) { bestCost = last; found = state; }
    for (let turn = 0; turn < 4; turn++) {
      if (turn === (heading ^ 2)) continue;
      const next = cell + (steps[turn] ?? 0);
      const upright = turn & 1;
      let total = common[2 * next + 1 - upright] ?? CLOSED;
      if (total === CLOSED) continue;
      if (total === 0) total = workedOut(field, next, upright === 0);
      total += cost + (abroad[inside[next] ?? 0] ?? 0);
      if (upright === 1 && (beside[next] ?? 0) > 0) total += keep;
      if (turn !== heading) total += BEND;
      const nextState = next * 4 + turn + (late && clear?.[next] !== 1 ? beyond : 0);
      if (scratch.reach(nextState, total, late ? LATE + heading : heading)) queue.push(nextState, total + guessed(sight, x + (ACROSS[turn] ?? 0), y + (DOWN[turn] ?? 0), turn));
    }
  }
  return found < 0 ? null : traced(found, field, starts, ends, beyond);
}

/** How far on in the list of cells a step leads, by heading. */
const stepsOf = ({ columns }: Field): readonly number[] => [1, columns, -1, -columns];

/** What a step costs any route, worked out once until a route passes near. */
function commonCost(field: Field, cell: number, upright: number): number {
  const known = field.common[cell * 2 + 1 - upright] ?? CLOSED;
  return known === 0 ? workedOut(field, cell, upright === 0) : known;
}

function workedOut(field: Field, cell: number, level: boolean): number {
  const same = level ? field.level : field.upright;
  const other = level ? field.upright : field.level;
  const away = level ? field.columns : 1;
  let cost = 10 + tenths((field.ground[cell] ?? 0) + ((level ? field.alongLevel : field.alongUpright)[cell] ?? 0));
  if ((same[cell] ?? 0) > 0) cost += SAME_LINE;
  if ((other[cell] ?? 0) > 0) cost += CROSS;
  for (const by of [1, 2] as const) {
    if ((same[cell + by * away] ?? 0) > 0 || (same[cell - by * away] ?? 0) > 0) cost += BESIDE[by];
  }
  field.common[cell * 2 + (level ? 1 : 0)] = cost;
  return cost;
}

function traced(found: number, field: Field, starts: readonly Stop[], ends: ReadonlyMap<number, Stop>, beyond: number): Way | null {
  const steps = stepsOf(field);
  const cells: number[] = [];
  let first = found;
  for (let state = found, late = false; ;) {
    cells.push(state >> 2);
    first = state;
    const before = field.scratch.headingBefore(late ? beyond + state : state);
    if (before === START) break;
    late = before >= LATE;
    state = ((state >> 2) - (steps[state & 3] ?? 0)) * 4 + (before & 3);
  }
  const start = starts.find((each) => each.cell * 4 + each.heading === first);
  const goal = ends.get(found);
  return start === undefined || goal === undefined ? null : { cells: [...cells.reverse(), goal.cell + (steps[goal.heading] ?? 0)], start, goal };
}

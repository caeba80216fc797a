// What is known of the way to the goals before it is searched, so that the search goes towards them.
import { coarseCost, coarseTo, type Coarse } from './coarse.ts';
import type { Field } from './field.ts';

/** What a bend costs, in tenths of a step. */
export const BEND = 60;

/** What is known beforehand of the way to the goals: the box round them, and what the way costs by blocks. */
export interface Sight { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly far: Coarse | null; readonly haste: number }

/** The sight from the starts to the goals, all of them cells. `abroad`: what a step costs besides in each group; `haste`: see Wishes. */
export function sightOf(field: Field, starts: readonly number[], goals: readonly number[], abroad: Int32Array, haste: number): Sight {
  const columns = goals.map((cell) => cell % field.columns);
  const rows = goals.map((cell) => Math.floor(cell / field.columns));
  const far = haste > 1 ? coarseTo(field, starts, goals, abroad) : null;
  return { left: Math.min(...columns), right: Math.max(...columns), top: Math.min(...rows), bottom: Math.max(...rows), far, haste };
}

/** Least cost to the goals: steps, and the turns without which they cannot be made; in haste more than that. */
export function guessed({ left, right, top, bottom, far, haste }: Sight, x: number, y: number, heading: number): number {
  const across = x < left ? left - x : x > right ? right - x : 0;
  const down = y < top ? top - y : y > bottom ? bottom - y : 0;
  const ahead = heading === 0 ? across : heading === 1 ? down : heading === 2 ? -across : -down;
  const aside = (heading & 1) === 0 ? down : across;
  const cost = 10 * (Math.abs(across) + Math.abs(down)) + (ahead < 0 ? 2 * BEND : aside === 0 ? 0 : BEND);
  return far === null ? cost : Math.floor(haste * Math.max(cost, coarseCost(far, x, y)));
}

// What is left of a far way, guessed beforehand on blocks of four by four cells: round shapes and groups that it has no
// business in. A search that knows only how far off its goal is goes through half the diagram before it gives in to a detour.
import type { Field } from './field.ts';
import { Queue } from './queue.ts';

/** Two to the power of two cells to a block's side. */
const SHIFT = 2;
const SIDE = 1 << SHIFT;
/** A cell may lie nearer to the goal than its block as a whole does. */
const SPARE = 2 * SIDE * 10;
const FAR_OFF = 0x1fff_ffff;

/** A field in blocks: the least ground cost of each, in tenths, and two of the groups that it lies in. */
interface Blocks { readonly columns: number; readonly rows: number; readonly least: Int32Array; readonly one: Uint16Array; readonly other: Uint16Array }

const known = new WeakMap<Field, Blocks>();

function blocksOf(field: Field): Blocks {
  const found = known.get(field) ?? newBlocks(field);
  known.set(field, found);
  return found;
}

function newBlocks({ ground, inside, columns, rows }: Field): Blocks {
  const across = Math.ceil(columns / SIDE);
  const size = across * Math.ceil(rows / SIDE);
  const blocks: Blocks = { columns: across, rows: Math.ceil(rows / SIDE), least: new Int32Array(size).fill(FAR_OFF), one: new Uint16Array(size), other: new Uint16Array(size) };
  for (let y = 0, cell = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++, cell++) {
      const block = (y >> SHIFT) * across + (x >> SHIFT);
      blocks.least[block] = Math.min(blocks.least[block] ?? 0, 10 * (ground[cell] ?? 0));
      if (x % SIDE === 0 && y % SIDE === 0) blocks.one[block] = inside[cell] ?? 0;
      if (x % SIDE === 0 && y % SIDE === 0 || inside[cell] !== blocks.one[block]) blocks.other[block] = inside[cell] ?? 0;
    }
  }
  return blocks;
}

/** What is left from each block, known as far off as the starts are. */
export interface Coarse { readonly columns: number; readonly costs: Int32Array; readonly most: number }

/** What the cheapest way from a cell costs at least, nearly. */
export const coarseCost = ({ columns, costs, most }: Coarse, x: number, y: number): number => Math.max(0, Math.min(most, costs[(y >> SHIFT) * columns + (x >> SHIFT)] ?? 0) - SPARE);

/** What is left to the goals from everywhere. `abroad`: what a step costs besides in each group. */
export function coarseTo(field: Field, starts: readonly number[], goals: readonly number[], abroad: Int32Array): Coarse {
  const blocks = blocksOf(field);
  const { columns, rows } = blocks;
  const costs = new Int32Array(columns * rows).fill(FAR_OFF);
  const queue = new Queue();
  const blockOf = (cell: number): number => (Math.floor(cell / field.columns) >> SHIFT) * columns + ((cell % field.columns) >> SHIFT);
  const reach = (block: number, cost: number): void => {
    if (cost >= (costs[block] ?? 0)) return;
    costs[block] = cost;
    queue.push(block, cost);
  };
  for (const cell of goals) reach(blockOf(cell), 0);
  const wanted = new Set(starts.map(blockOf));
  let most = 0;
  for (let block = queue.pop(); block >= 0 && wanted.size > 0; block = queue.pop()) {
    most = costs[block] ?? 0;
    wanted.delete(block);
    const cost = most + throughBlock(blocks, block, abroad);
    if (cost >= FAR_OFF) continue;
    const x = block % columns;
    if (x > 0) reach(block - 1, cost);
    if (x < columns - 1) reach(block + 1, cost);
    if (block >= columns) reach(block - columns, cost);
    if (block < columns * (rows - 1)) reach(block + columns, cost);
  }
  return { columns, costs, most };
}

/** What going through a block costs at least; FAR_OFF where all of it is closed. */
function throughBlock({ least, one, other }: Blocks, block: number, abroad: Int32Array): number {
  const ground = least[block] ?? FAR_OFF;
  return ground === FAR_OFF ? FAR_OFF : SIDE * (10 + ground + Math.min(abroad[one[block] ?? 0] ?? 0, abroad[other[block] ?? 0] ?? 0));
}

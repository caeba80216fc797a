// The lines that routes take on the field, so that others keep off them; what a step costs near them is worked out again.
import { CLOSED, type Field } from './field.ts';

/** Cells to either side of an upright part that a pill needs; nearer than the least, neighbours cost anyway. */
const BERTH = 6;
const LEAST_BERTH = 3;

/** Marks the cells of a route as taken, level or upright by the way it goes through them; `by` -1 gives them back. */
export function occupy(field: Field, cells: readonly number[], worded: boolean, by: 1 | -1 = 1): void {
  cells.forEach((cell, index) => {
    for (const other of [cells[index - 1], cells[index + 1]]) {
      if (other === undefined) continue;
      const level = Math.abs(other - cell) === 1;
      add(level ? field.level : field.upright, cell, by);
      if (!level) keepBerth(field, cell, worded, by);
      forget(field, cell);
    }
  });
}

function add(counts: Uint16Array, cell: number, by: number): void { counts[cell] = (counts[cell] ?? 0) + by; }

/** Marks where a pill on an upright part would reach over this cell. */
function keepBerth(field: Field, cell: number, worded: boolean, by: number): void {
  for (let off = LEAST_BERTH; off <= BERTH; off++) {
    for (const beside of [cell - off, cell + off]) {
      add(field.besideUpright, beside, by);
      if (worded) add(field.besideWorded, beside, by);
    }
  }
}

/** What was worked out near a cell no longer holds. */
function forget(field: Field, cell: number): void {
  for (let by = -2; by <= 2; by++) {
    for (const near of [cell + by, cell + by * field.columns]) {
      if (field.common[2 * near] === CLOSED) continue;
      field.common[2 * near] = 0;
      field.common[2 * near + 1] = 0;
    }
  }
}

// One route led over the field, and what the search stands on.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellAt, fieldOf, outside, xOf, yOf, type Field } from '../../../editor/layout/field.ts';
import { lead, type Stop, type Wishes } from '../../../editor/layout/lead.ts';
import { occupy } from '../../../editor/layout/occupy.ts';
import { Queue } from '../../../editor/layout/queue.ts';
import type { Rect } from '../../../editor/layout/types.ts';

const ground = { x: 0, y: 0, w: 400, h: 400 };
const anywhere: Wishes = { foreign: [false], berth: 0, haste: 1 };
const from = (field: Field): Stop => ({ cell: cellAt(field, 40, 200), heading: 0, cost: 0 });
const to = (field: Field): Stop => ({ cell: cellAt(field, 360, 200), heading: 0, cost: 0 });
const led = (field: Field, wishes: Wishes): readonly number[] => lead(field, [from(field)], [to(field)], wishes)?.cells ?? [];
const wall: Rect = { x: 160, y: 80, w: 80, h: 240 };

describe('a route', () => {
  test('goes straight where nothing is in its way, and round what is, also in haste', () => {
    const free = fieldOf(ground, [], [], []);
    expect(new Set(led(free, anywhere).map((cell) => yOf(free, cell)))).toEqual(new Set([200]));
    const field = fieldOf(ground, [wall], [], []);
    for (const haste of [1, 1.6]) {
      const cells = led(field, { ...anywhere, haste });
      expect(cells.length).toBeGreaterThan(40);
      expect(cells.filter((cell) => field.ground[cell] === Infinity)).toEqual([]);
    }
  });

  test('goes past a place where its words stand clear when it is asked to', () => {
    const field = fieldOf(ground, [], [], []);
    const clear = outside(field, [{ x: 0, y: 100, w: 400, h: 300 }]);
    expect(led(field, anywhere).some((cell) => clear[cell] === 1)).toBe(false);
    const cells = led(field, { ...anywhere, clear });
    expect(cells.some((cell) => clear[cell] === 1)).toBe(true);
    expect([xOf(field, cells[0] ?? 0), yOf(field, cells[0] ?? 0)]).toEqual([40, 200]);
    expect(lead(field, [from(field)], [to(field)], { ...anywhere, clear: new Uint8Array(field.ground.length) })).toBeNull();
  });

  test('that is taken back leaves the ground as it was', () => {
    const [field, other] = [fieldOf(ground, [wall], [], []), fieldOf(ground, [wall], [], [])];
    const cells = led(field, anywhere);
    occupy(field, cells, true);
    expect(led(field, anywhere)).not.toEqual(cells);
    occupy(field, cells, true, -1);
    expect(led(field, anywhere)).toEqual(cells);
    expect([field.level, field.upright, field.besideUpright, field.besideWorded]).toEqual([other.level, other.upright, other.besideUpright, other.besideWorded]);
  });
});

test('states come out of the queue by cost, and in the order they came in among equals', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9000 }), { maxLength: 3000 }), (costs) => {
    const queue = new Queue();
    queue.push(7, 9999);
    queue.clear();
    costs.forEach((cost, state) => { queue.push(state, cost); });
    const expected = costs.map((cost, state) => ({ cost, state })).sort((a, b) => a.cost - b.cost || a.state - b.state).map(({ state }) => state);
    expect([...costs.map(() => queue.pop()), queue.pop()]).toEqual([...expected, -1]);
  }), { numRuns: 30 });
});

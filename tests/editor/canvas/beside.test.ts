// The bar of actions leaves what it belongs to to be read, and is never out of the canvas.
import { expect, test } from 'vitest';
import { barAt } from '../../../editor/canvas/beside.ts';

const canvas = { width: 900, height: 700 };
const stage = { x: 100, y: 200, w: 176, h: 92 };

test.each([
  ['above the right end', stage, [0, 0, 1], { left: 252, top: 150 }],
  ['below a stage that stands at the very top', stage, [0, -190, 1], { left: 252, top: 112 }],
  ['at the top edge for a stage that is partly out of it', stage, [0, -240, 1], { left: 252, top: 4 }],
  ['at the top edge for a group that fills the canvas', { ...stage, y: 10, h: 800 }, [0, 0, 1], { left: 252, top: 4 }],
  ['in the canvas beside its right edge', { ...stage, x: 800 }, [0, 0, 1], { left: 572, top: 150 }],
  ['in the canvas beside its left edge', stage, [-400, 0, 1], { left: 8, top: 150 }],
] as const)('it stands %s', (_, placed, transform, at) => {
  expect(barAt(placed, transform, canvas)).toEqual(at);
});

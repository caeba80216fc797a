// What of a large diagram is drawn, and what is left out.
import { describe, expect, test } from 'vitest';
import { carriedBy } from '../../../editor/canvas/carried.ts';
import { openingView, viewOf } from '../../../editor/canvas/fit.ts';
import { drawnIn, roundView } from '../../../editor/canvas/sight.ts';
import { layoutOf } from '../../../editor/layout/layout.ts';
import { near } from '../../../editor/layout/types.ts';
import { diagramOf } from '../../../editor/model/diagram.ts';
import { procedureOf } from '../../../bench/editor/graph.ts';

const diagram = diagramOf(procedureOf(150));
const layout = layoutOf(diagram);
const view = { x: 0, y: 0, w: 900, h: 700 };

describe('of a large diagram', () => {
  const drawn = drawnIn(diagram, layout, view, []);

  test('every box that touches the view is drawn, and most others are not', () => {
    const touching = [...layout.stages.values(), ...layout.groups.values()].filter((placed) => near(placed, view)).map(({ id }) => id);
    expect(touching.length).toBeGreaterThan(5);
    expect(touching.filter((id) => !drawn.boxes.has(id))).toEqual([]);
    expect(drawn.boxes.size).toBeLessThan(layout.stages.size / 2);
  });

  test('every line of which a part crosses the view is drawn with both its ends, though they lie out of it', () => {
    const end = diagram.routes.find(({ id }) => drawn.lines.has(id));
    expect(end).toBeDefined();
    for (const route of diagram.routes) {
      const crosses = layout.routes.get(route.id)?.points.some((point) => near({ ...point, w: 1, h: 1 }, view)) === true;
      if (crosses) expect([route.id, drawn.lines.has(route.id), drawn.boxes.has(route.from), drawn.boxes.has(route.to)]).toEqual([route.id, true, true, true]);
    }
  });

  test('a line is drawn of which only the words reach into the view', () => {
    const [route] = diagram.routes;
    if (route === undefined) throw new Error('No route.');
    const upright = { id: route.id, points: [{ x: -500, y: 0 }, { x: -500, y: 400 }], pill: { x: -540, y: 190, w: 80, h: 20 } };
    const worded = { ...layout, routes: new Map([[route.id, upright]]) };
    const beside = (x: number) => drawnIn(diagram, worded, { x, y: 0, w: 10, h: 400 }, []).lines.has(route.id);
    expect([-549, -465, -458].map(beside)).toEqual([true, true, false]);
  });

  test('the groups round a box are drawn with it, to the outermost', () => {
    const inner = [...layout.groups.values()].find(({ depth }) => depth === 1);
    const within = [...layout.stages.values()].find(({ parent }) => parent === inner?.id);
    if (inner === undefined || within === undefined) throw new Error('No group within a group.');
    const few = drawnIn(diagram, layout, { x: -9_000, y: -9_000, w: 1, h: 1 }, [within.id]);
    expect([...few.boxes]).toEqual([within.id, inner.id, inner.parent]);
  });

  test('what is chosen keeps its box wherever the view is; what is no box is passed over', () => {
    const far = diagram.tree.order.at(-1) ?? '';
    expect(drawn.boxes.has(far)).toBe(false);
    const kept = drawnIn(diagram, layout, view, [far, diagram.routes[0]?.id ?? '']);
    expect(kept.boxes.has(far)).toBe(true);
    expect([...kept.boxes].filter((id) => !layout.stages.has(id) && !layout.groups.has(id))).toEqual([]);
  });
});

describe('what is drawn round a view', () => {
  const first = roundView(view, null);

  test('stays as it is while the view moves a little within it', () => {
    expect(roundView({ ...view, x: 100, y: -150 }, first)).toBe(first);
    expect(roundView({ x: -80, y: -80, w: 1_060, h: 820 }, first)).toBe(first);
  });

  test('is another when the view leaves it, or is a small part of it', () => {
    expect(roundView({ ...view, x: 400 }, first).x).toBeGreaterThan(0);
    expect(roundView({ x: 300, y: 300, w: 225, h: 175 }, first).w).toBeLessThan(first.w / 2);
  });
});

describe('a diagram opens', () => {
  const bounds = { x: -87, y: -24, w: 1735, h: 1810 };
  const start = { x: 0, y: 0, w: 110, h: 48 };

  test('whole where that can be read', () => {
    expect(openingView({ x: 0, y: 0, w: 1128, h: 1168 }, start, 884, 708)).toEqual(viewOf({ x: 0, y: 0, w: 1128, h: 1168 }, 884, 708));
    expect(openingView(bounds, start, 1524, 988)).toEqual(viewOf(bounds, 1524, 988));
  });

  test('where it would be too small, at its beginning and at a size that shows all of a stage', () => {
    expect(viewOf(bounds, 884, 708).zoom).toBeLessThan(0.45);
    const { x, y, zoom } = openingView(bounds, start, 884, 708);
    expect(zoom).toBeGreaterThanOrEqual(0.7);
    expect(Math.round(bounds.x * zoom + x)).toBe(16);
    expect(Math.round(bounds.y * zoom + y)).toBe(16);
  });

  test('at what an address names, in the middle, or as near to it as the diagram goes', () => {
    const middle = { x: 700, y: 900, w: 160, h: 90 };
    const { x, y, zoom } = openingView(bounds, middle, 884, 708);
    expect(Math.abs((middle.x + 80) * zoom + x - 442)).toBeLessThan(1);
    expect(Math.abs((middle.y + 45) * zoom + y - 354)).toBeLessThan(1);
    const last = { x: 1_480, y: 1_690, w: 160, h: 90 };
    const end = openingView(bounds, last, 884, 708);
    expect((last.x + last.w) * end.zoom + end.x).toBeLessThanOrEqual(884);
    expect((last.y + last.h) * end.zoom + end.y).toBeLessThanOrEqual(708 - 60);
  });
});

test('a group that is dragged carries what lies in it, however deep, and nothing else', () => {
  const inner = [...layout.groups.values()].find(({ depth }) => depth === 1);
  const outer = inner?.parent === null || inner?.parent === undefined ? undefined : layout.groups.get(inner.parent);
  if (inner === undefined || outer === undefined) throw new Error('No group within a group.');
  const carried = carriedBy(layout, [{ id: outer.id, position: { x: outer.within.x + 24, y: outer.within.y - 8 } }]);
  const inside = diagram.tree.order.filter((id) => id === outer.id || diagram.tree.ancestors(id).includes(outer.id));
  expect([...carried.keys()].toSorted()).toEqual(inside.toSorted());
  expect([...new Set([...carried.values()].map(({ x, y }) => `${x} ${y}`))]).toEqual(['24 -8']);
  const stage = [...layout.stages.values()][0];
  if (stage === undefined) throw new Error('No stage.');
  expect([...carriedBy(layout, [{ id: stage.id, position: stage.within }])]).toEqual([[stage.id, { x: 0, y: 0 }]]);
});

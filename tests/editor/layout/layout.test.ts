import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { layoutOf } from '../../../editor/layout/layout.ts';
import { HEADER, near, type Layout, type Placed, type Rect } from '../../../editor/layout/types.ts';
import { diagramOf } from '../../../editor/model/diagram.ts';
import { drawable } from '../../fixtures/editor/procedures.ts';
import { thirteen } from '../../fixtures/editor/thirteen.ts';

const lay = (procedure: Procedure): Layout => layoutOf(diagramOf(procedure), procedure.layout);
const touching = (rects: readonly Placed[], gap: number): readonly string[] =>
  rects.flatMap((a, index) => rects.slice(index + 1).filter((b) => near(a, b, gap)).map((b) => `${a.id} and ${b.id}`));
const within = (inner: Rect, outer: Rect, margin: number): boolean =>
  inner.x >= outer.x + margin && inner.y >= outer.y + HEADER && inner.x + inner.w <= outer.x + outer.w - margin && inner.y + inner.h <= outer.y + outer.h - margin;

describe('a procedure laid out like text', () => {
  test('no two stages come nearer than 24 pixels, whatever the procedure', () => {
    fc.assert(fc.property(drawable, (procedure) => { expect(touching([...lay(procedure).stages.values()], 24)).toEqual([]); }), { numRuns: 60 });
  });

  test('each stage and group lies inside the frame of its group, clear of its header and 16 from its edges', () => {
    fc.assert(fc.property(drawable, (procedure) => {
      const { stages, groups } = lay(procedure);
      const outside = [...stages.values(), ...groups.values()].filter((placed) => { const frame = groups.get(placed.parent ?? ''); return frame !== undefined && !within(placed, frame, 16); });
      expect(outside.map((placed) => placed.id)).toEqual([]);
    }), { numRuns: 60 });
  });

  test('frames lie apart or one inside the other, and hold no stage that is not theirs', () => {
    fc.assert(fc.property(drawable, (procedure) => {
      const { stages, groups } = lay(procedure);
      const { tree } = diagramOf(procedure);
      const strangers = [...groups.values()].flatMap((frame) => [...stages.values(), ...groups.values()].filter((other) =>
        other.id !== frame.id && !tree.ancestors(other.id).includes(frame.id) && !tree.ancestors(frame.id).includes(other.id) && near(frame, other)).map((other) => `${other.id} in ${frame.id}`));
      expect(strangers).toEqual([]);
    }), { numRuns: 60 });
  });

  test('every route is led, with right angles, and its pill covers no stage and no other pill', () => {
    fc.assert(fc.property(drawable, (procedure) => {
      const diagram = diagramOf(procedure);
      const { routes, stages, unclear } = layoutOf(diagram);
      expect([...routes.keys()].sort()).toEqual([...diagram.routes.map((route) => route.id), ...diagram.doors.flatMap((door) => door.to.map((to) => `${door.id}/${to}`))].sort());
      const slanting = [...routes.values()].filter((route) => route.points.slice(1, -1).some((point, index) => { const before = route.points[index]; return index > 0 && before !== undefined && before.x !== point.x && before.y !== point.y; }));
      expect(slanting.map((route) => route.id)).toEqual([]);
      const pills = [...routes.values()].flatMap((route) => (route.pill === undefined || unclear.includes(route.id) ? [] : [{ id: route.id, ...route.pill }]));
      expect(pills.flatMap((pill) => [...stages.values()].filter((stage) => near(pill, stage, 7)).map((stage) => `${pill.id} on ${stage.id}`))).toEqual([]);
      expect(pills.flatMap((a, index) => pills.slice(index + 1).filter((b) => near(a, b)).map((b) => `${a.id} on ${b.id}`))).toEqual([]);
    }), { numRuns: 40 });
  });

  test('the same procedure is laid out the same each time', () => {
    fc.assert(fc.property(drawable, (procedure) => { expect(lay(procedure)).toEqual(lay(procedure)); }), { numRuns: 20 });
  });

  test('thirteen stages in nested groups fit a 1280 by 800 screen at three quarters of full size or more, every pill clear', () => {
    const { bounds, unclear } = lay(thirteen);
    expect(Math.min(884 / bounds.w, 640 / bounds.h)).toBeGreaterThan(0.75);
    expect(unclear).toEqual([]);
  });

  test.each(['tower-hamlets', 'kscp'])('the shipped procedure %s is laid out with at least nineteen of twenty pills in a clear place', async (slug) => {
    const { default: procedure } = await import(`../../../procedures/${slug}/procedure.json`) as { default: Procedure };
    const { unclear, routes } = lay(procedure);
    expect(unclear.length).toBeLessThanOrEqual([...routes.values()].filter((route) => route.pill !== undefined).length / 20);
  });

  test('a place that a person chose wins, from the top left of its group, and moves no other stage', () => {
    const before = lay(thirteen);
    const after = lay({ ...thirteen, layout: { learning: { x: 0, y: 960 }, notify: { x: 64, y: 400 } } });
    const frame = after.groups.get('statutory-case');
    expect(after.stages.get('learning')).toMatchObject({ x: 0, y: 960 });
    expect(after.stages.get('notify')).toMatchObject({ x: (frame?.x ?? 0) + 64, y: (frame?.y ?? 0) + 400 });
    expect(after.stages.get('alert-form')).toEqual(before.stages.get('alert-form'));
  });

  test('a stage moved onto the header of its group is kept below it', () => {
    expect(lay({ ...thirteen, layout: { notify: { x: -80, y: -80 } } }).stages.get('notify')?.within).toEqual({ x: 16, y: 32 });
  });

  test('nothing to draw is drawn as nothing', () => {
    expect(lay({ ...thirteen, stages: {}, transitions: [], doors: {} }).bounds).toEqual({ x: 0, y: 0, w: 0, h: 0 });
  });
});

import { describe, expect, test } from 'vitest';
import { procedureOf } from '../../../bench/editor/graph.ts';
import { layoutOf } from '../../../editor/layout/layout.ts';
import { near, type Placed } from '../../../editor/layout/types.ts';
import { diagramOf } from '../../../editor/model/diagram.ts';

// Shaped as the shipped procedures are, and far larger: groups within groups, routes back and routes into groups.
const diagram = diagramOf(procedureOf(200));
const { stages, groups, routes } = layoutOf(diagram);
const pairs = (all: readonly Placed[]): [Placed, Placed][] => all.flatMap((a, index) => all.slice(index + 1).map((b): [Placed, Placed] => [a, b]));
const holds = (outer: Placed, inner: Placed): boolean => inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h;

describe('a procedure of two hundred stages', () => {
  test('has a place for every stage, group and route', () => {
    expect([...diagram.stages.keys(), ...diagram.doors.map(({ id }) => id)].filter((id) => !stages.has(id))).toEqual([]);
    expect([...diagram.groups.keys()].filter((id) => !groups.has(id))).toEqual([]);
    expect(diagram.routes.filter(({ id }) => (routes.get(id)?.points.length ?? 0) < 2)).toEqual([]);
  });
  test('has no two stages on one place', () => {
    expect(pairs([...stages.values()]).filter(([a, b]) => near(a, b)).map(([a, b]) => `${a.id} and ${b.id}`)).toEqual([]);
  });
  test('has each stage inside its group, and no other inside', () => {
    const astray = [...groups.values()].flatMap((frame) => [...stages.values()].filter((stage) => diagram.tree.ancestors(stage.id).includes(frame.id) !== holds(frame, stage)).map((stage) => `${stage.id} and ${frame.id}`));
    expect(astray).toEqual([]);
  });
});

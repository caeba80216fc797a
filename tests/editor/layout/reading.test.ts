// How well a layout reads: lines that do not cross, words that stand clear, and the straight way where there is one.
import { describe, expect, test } from 'vitest';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { procedureOf } from '../../../bench/editor/graph.ts';
import { crossingsOf, judged } from '../../../editor/layout/judge.ts';
import { layoutOf } from '../../../editor/layout/layout.ts';
import { near, type Layout, type Point } from '../../../editor/layout/types.ts';
import { diagramOf } from '../../../editor/model/diagram.ts';

const lay = (procedure: Procedure): Layout => layoutOf(diagramOf(procedure), procedure.layout);
const waysOf = ({ routes }: Layout): readonly (readonly Point[])[] => [...new Set([...routes.values()].map(({ points }) => points))];
const shipped = async (slug: string): Promise<Procedure> => (await import(`../../../procedures/${slug}/procedure.json`) as { default: Procedure }).default;

describe('lines', () => {
  const level = [{ x: 0, y: 8 }, { x: 40, y: 8 }];
  test('cross where one goes over the other, not where they meet or run side by side', () => {
    expect(crossingsOf([level, [{ x: 16, y: 0 }, { x: 16, y: 40 }]])).toBe(1);
    expect(crossingsOf([level, [{ x: 16, y: 8 }, { x: 16, y: 40 }]])).toBe(0);
    expect(crossingsOf([level, [{ x: 40, y: 0 }, { x: 40, y: 40 }]])).toBe(0);
    expect(crossingsOf([level, [{ x: 0, y: 16 }, { x: 40, y: 16 }]])).toBe(0);
  });
  test('that go over themselves are no crossing of two', () => {
    expect(crossingsOf([[{ x: 0, y: 8 }, { x: 40, y: 8 }, { x: 40, y: 40 }, { x: 16, y: 40 }, { x: 16, y: 0 }]])).toBe(0);
  });

  test.each([[15, 0], [30, 0], [50, 2], [200, 8]])('of %d stages cross %d times at most', (total, most) => {
    expect(crossingsOf(waysOf(lay(procedureOf(total))))).toBeLessThanOrEqual(most);
  });

  test.each([['tower-hamlets', 0], ['kscp', 3], ['bath-and-north-east-somerset', 14], ['trafford', 2], ['stockport', 0]] as const)('of the shipped procedure %s cross %d times at most, and all its words stand clear', async (slug, most) => {
    const layout = lay(await shipped(slug));
    expect(crossingsOf(waysOf(layout))).toBeLessThanOrEqual(most);
    expect(layout.unclear).toEqual([]);
  });

  test('lead on from agency checks on the right, past the sheets behind them, to what stands beside them', () => {
    const { stages, routes } = lay(procedureOf(50));
    const [checks, next] = [stages.get('stage-3'), stages.get('stage-4')];
    if (checks === undefined || next === undefined) throw new Error('no such stage');
    expect(next.x).toBeGreaterThan(checks.x + checks.w);
    expect(routes.get('on-3/stage-3/stage-4')?.points).toHaveLength(2);
  });

  test('keep their heads in sight: no words stand on the end of their own line', () => {
    for (const total of [15, 50]) {
      const covered = [...lay(procedureOf(total)).routes.values()].filter(({ points, pill }) => pill !== undefined && near(pill, { ...points.at(-1) ?? { x: 0, y: 0 }, w: 0, h: 0 }, 8));
      expect(covered.map(({ id }) => id)).toEqual([]);
    }
  });
});

describe('of two layouts that one reads better', () => {
  const layout = lay(procedureOf(15));
  const first = [...layout.routes.keys()][0] ?? '';
  test('in which words stand clear', () => { expect(judged({ ...layout, unclear: [first] }).ill).toBeGreaterThan(judged(layout).ill); });
  test('that can be shown larger', () => { expect(judged({ ...layout, bounds: { ...layout.bounds, w: 3 * layout.bounds.w } }).ill).toBeGreaterThan(judged(layout).ill); });
  test('and it is clean when nothing crosses and all words stand clear', () => {
    expect(judged(layout).clean).toBe(true);
    expect(judged({ ...layout, unclear: [first] }).clean).toBe(false);
  });
});

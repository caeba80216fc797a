// Several stages at once, without a screen: where they come to stand, what they come to lie in, and what is drawn when a
// group is closed.
import { describe, expect, test } from 'vitest';
import { groupAll, lineUp, moveAll, moveBy, nestAll, removeAll, spreadOut, tidyOnly } from '../../../editor/edits/arranging.ts';
import { dropInto, frameAt } from '../../../editor/canvas/dropping.ts';
import { touched } from '../../../editor/canvas/Marquee.tsx';
import { layoutOf } from '../../../editor/layout/layout.ts';
import { diagramOf } from '../../../editor/model/diagram.ts';
import { foldedOf } from '../../../editor/model/folded.ts';
import type { Outcome } from '../../../editor/edits/commands.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { thirteen } from '../../fixtures/editor/thirteen.ts';

const layout = layoutOf(diagramOf(thirteen), thirteen.layout);
const done = (outcome: Outcome): Procedure => { if (!outcome.ok) throw new Error(outcome.words); return outcome.procedure; };
const laidOut = (procedure: Procedure) => layoutOf(diagramOf(procedure), procedure.layout);
const three = ['incident-reported', 'alert-form', 'learning'] as const;

describe('several stages', () => {
  test.each([['left', 'x'], ['top', 'y']] as const)('line up on the %s', (how, axis) => {
    const after = laidOut(done(lineUp(layout, three, how)(thirteen)));
    expect(new Set(three.map((id) => after.stages.get(id)?.[axis])).size).toBe(1);
  });

  test('spread out with equal gaps to the grid, the outermost where they were', () => {
    const after = laidOut(done(spreadOut(layout, three, 'down')(thirteen)));
    const boxes = three.map((id) => after.stages.get(id)).toSorted((a, b) => (a?.y ?? 0) - (b?.y ?? 0));
    const gaps = boxes.slice(1).map((box, index) => (box?.y ?? 0) - (boxes[index]?.y ?? 0) - (boxes[index]?.h ?? 0));
    expect(Math.abs((gaps[0] ?? 0) - (gaps[1] ?? 0))).toBeLessThanOrEqual(8);
    expect(boxes[0]?.y).toBe(Math.min(...three.map((id) => layout.stages.get(id)?.y ?? 0)));
  });

  test('two cannot be spread out, one cannot be lined up: it is said', () => {
    expect(spreadOut(layout, ['notify', 'learning'], 'across')(thirteen)).toMatchObject({ ok: false, words: 'Choose at least three stages.' });
    expect(lineUp(layout, ['notify'], 'left')(thirteen)).toMatchObject({ ok: false, words: 'Choose at least two stages.' });
  });

  test('a group moves once with what lies in it', () => {
    const after = done(moveBy(layout, ['need-to-know', 'first-review'], 16, 0)(thirteen));
    expect(Object.keys(after.layout ?? {})).toEqual(['need-to-know']);
  });

  test('tidying takes back only their own places', () => {
    const placed = done(moveAll([{ stage: 'learning', x: 800, y: 800 }, { stage: 'alert-form', x: 16, y: 400 }])(thirteen));
    const after = done(tidyOnly(['learning'])(placed));
    expect(after.layout).toEqual({ 'alert-form': { x: 16, y: 400 } });
    expect(JSON.stringify(done(tidyOnly(['alert-form'])(after)))).toBe(JSON.stringify(thirteen));
  });

  test('go into a group that runs at the same time, into another, out, and away with all in it', () => {
    const grouped = done(groupAll(['first-review', 'detailed-review'], true)(thirteen));
    expect(grouped.stages['new-group']).toMatchObject({ parallel: true, within: 'need-to-know' });
    const out = done(nestAll(['first-review', 'detailed-review'], null)(grouped));
    expect([out.stages['first-review']?.within, out.stages['new-group']?.parallel]).toEqual([undefined, undefined]);
    const gone = done(removeAll(['need-to-know', 'learning'])(thirteen));
    expect(['need-to-know', 'first-review', 'detailed-review', 'learning'].filter((id) => id in gone.stages)).toEqual([]);
  });

  test('a frame drawn over the whole diagram chooses groups, not what lies in them', () => {
    const { x, y, w, h } = layout.bounds;
    const all = touched(layout, { x, y, w, h });
    expect(all).toContain('statutory-case');
    expect(all).not.toContain('notify');
  });
});

describe('a box let go', () => {
  const middle = (id: string) => { const box = layout.groups.get(id); return { x: (box?.x ?? 0) + (box?.w ?? 0) / 2, y: (box?.y ?? 0) + (box?.h ?? 0) / 2 }; };
  test('over a group lies in it, over the open canvas in none; a group never in itself', () => {
    expect(frameAt(layout, middle('need-to-know'), new Set(['learning']))?.id).toBe('need-to-know');
    expect(frameAt(layout, middle('need-to-know'), new Set(['need-to-know']))).toBe(null);
    const within = done(dropInto(frameAt(layout, middle('need-to-know'), new Set()), [{ id: 'learning', parent: null, at: { x: 0, y: 0 } }])(thirteen));
    expect(within.stages['learning']?.within).toBe('need-to-know');
    expect(done(dropInto(null, [{ id: 'first-review', parent: 'need-to-know', at: { x: 8, y: 8 } }])(thirteen)).stages['first-review']?.within).toBe(undefined);
  });
});

describe('a closed group', () => {
  test('is one box; routes across its edge end at it, those within are not drawn', () => {
    const { procedure, holds, shownAs } = foldedOf(thirteen, new Set(['statutory-case', 'set-up']));
    const diagram = diagramOf(procedure);
    expect(shownAs('convene')).toBe('statutory-case');
    expect(holds).toEqual(new Map([['statutory-case', 6]]));
    expect(diagram.routes.filter((route) => route.to === 'statutory-case').map((route) => route.from)).toEqual(['joint-decision']);
    expect(diagram.routes.filter((route) => route.from === 'statutory-case').map((route) => route.to)).toEqual(['learning']);
    expect(foldedOf(thirteen, new Set(['statutory-case', 'set-up'])).procedure).toBe(procedure);
  });
  test('that is not a group changes nothing that is drawn', () => {
    expect(foldedOf(thirteen, new Set(['notify'])).procedure).toBe(thirteen);
  });
});

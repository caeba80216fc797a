import { describe, expect, test } from 'vitest';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { applyEdit } from '../../../engine/procedure/edits/apply.ts';
import type { Edit } from '../../../engine/procedure/edits/edit.ts';
import { createDesk, type Desk, type KeptLayouts } from '../../../editor/layout/desk.ts';
import { layoutOf } from '../../../editor/layout/layout.ts';
import { near, type Layout } from '../../../editor/layout/types.ts';
import { diagramOf } from '../../../editor/model/diagram.ts';
import { thirteen } from '../../fixtures/editor/thirteen.ts';

const { default: large } = await import('../../../procedures/kscp/procedure.json') as unknown as { default: Procedure };
const edited = (procedure: Procedure, edit: Edit): Procedure => { const result = applyEdit(procedure, edit); if (!result.ok) throw new Error(result.words); return result.procedure; };
const show = (desk: Desk, procedure: Procedure): Layout => desk.layoutFor(procedure, diagramOf(procedure));
const [first = '', second = ''] = Object.keys(large.stages).filter((id) => diagramOf(large).stages.has(id) && large.stages[id]?.final !== true);

/** A desk whose work elsewhere waits until it is told to go on. */
function waiting() {
  const asked: { readonly procedure: Procedure; readonly done: (layout: Layout) => void }[] = [];
  const desk = createDesk((procedure, done) => { asked.push({ procedure, done }); });
  const answer = (): void => { const job = asked.shift(); job?.done(layoutOf(diagramOf(job.procedure), job.procedure.layout)); };
  return { desk, asked, answer };
}

describe('a layout', () => {
  test('is not made again by an edit that moves nothing: the kind of clock, the hint, a title of the same size', () => {
    const desk = createDesk();
    const before = show(desk, thirteen);
    expect(show(desk, edited(thirteen, { type: 'setGuidance', stage: 'notify', guidance: 'By telephone.' }))).toBe(before);
    expect(show(desk, edited(thirteen, { type: 'renameStage', stage: 'notify', label: 'Notify the DfA' }))).toBe(before);
    expect(show(desk, edited(thirteen, { type: 'renameStage', stage: 'notify', label: 'Notify the Department for Education and Ofsted' }))).not.toBe(before);
  });

  test('of a small procedure is there at once; of a large one the old picture stands until it is', () => {
    const { desk, asked, answer } = waiting();
    expect(show(desk, thirteen)).toEqual(layoutOf(diagramOf(thirteen)));
    expect(asked).toEqual([]);
    let told = 0;
    desk.subscribe(() => { told += 1; });
    show(desk, large);
    answer();
    expect(told).toBe(1);
    expect(show(desk, large)).toEqual(layoutOf(diagramOf(large), large.layout));
  });

  test('that was made once is there at once when the procedure is opened again', () => {
    const kept: KeptLayouts = new Map();
    const asked: Procedure[] = [];
    const open = (): Desk => createDesk((procedure, done) => { asked.push(procedure); done(layoutOf(diagramOf(procedure), procedure.layout)); }, kept);
    const first = open();
    show(first, large);
    const before = show(first, large);
    expect(show(open(), large)).toBe(before);
    expect(asked).toHaveLength(1);
  });

  test('to come shows the stage where it was put, the new one beside the one before, and not the one that went', () => {
    const { desk, answer } = waiting();
    show(desk, large);
    answer();
    const before = show(desk, large);
    const moved = edited(large, { type: 'moveStage', stage: first, x: 640, y: 800 });
    expect(show(desk, moved).stages.get(first)?.within).toEqual({ x: 640, y: 800 });
    expect(show(desk, moved).stages.get(second)).toEqual(before.stages.get(second));
    const within = large.stages[first]?.within;
    const longer = edited(moved, { type: 'addStage', kind: 'panel', label: 'Another panel', after: first, ...(within === undefined ? {} : { within }) });
    expect(show(desk, longer).stages.get('another-panel')).toBeDefined();
    expect(show(desk, edited(longer, { type: 'removeStage', stage: 'another-panel' })).stages.has('another-panel')).toBe(false);
  });

  test('ends the same whichever way it came about, also when another edit overtook it', () => {
    const { desk, asked, answer } = waiting();
    show(desk, large);
    const moved = edited(large, { type: 'moveStage', stage: first, x: 640, y: 800 });
    show(desk, moved);
    show(desk, edited(moved, { type: 'moveStage', stage: first, x: 648, y: 800 }));
    show(desk, moved);
    while (asked.length > 0) { answer(); show(desk, moved); }
    expect(show(desk, moved)).toEqual(layoutOf(diagramOf(moved), moved.layout));
  });
});

describe('routes between the same two stages', () => {
  const twice = edited(thirteen, { type: 'addTransition', from: ['joint-decision'], to: 'statutory-case', on: { option: ['decide', 'met'] }, label: 'On appeal' });
  test('share one line, each with its own words in a place of its own', () => {
    const { routes } = layoutOf(diagramOf(twice));
    const both = [...routes.values()].filter((route) => route.id.endsWith('/joint-decision/statutory-case'));
    expect(both).toHaveLength(2);
    expect(both[0]?.points).toEqual(both[1]?.points);
    const [a, b] = both.map((route) => route.pill);
    if (a === undefined || b === undefined) throw new Error('A route has lost its words.');
    expect(near(a, b)).toBe(false);
  });
});

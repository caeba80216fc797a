// Two versions as one drawing: what was added, taken out and changed is marked, where it stands, and nothing else is.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bothOf, marksOf, shownAt } from '../../app/procedures/compare/changed.ts';
import { diagramOf } from '../../editor/model/diagram.ts';
import { layoutOf } from '../../editor/layout/layout.ts';
import { applyEdit } from '../../engine/procedure/edits/apply.ts';
import type { Edit } from '../../engine/procedure/edits/edit.ts';
import { differences } from '../../engine/procedure/differences/index.ts';
import type { Procedure } from '../../engine/procedure/types.ts';

const was = JSON.parse(readFileSync(new URL('../../procedures/tower-hamlets/procedure.json', import.meta.url), 'utf8')) as Procedure;
function after(...edits: readonly Edit[]): Procedure {
  return edits.reduce((procedure, edit) => { const done = applyEdit(procedure, edit); if (!done.ok) throw new Error(done.words); return done.procedure; }, was);
}
const marks = (now: Procedure): Readonly<Record<string, string>> => Object.fromEntries([...marksOf(was, now, differences(was, now))].map(([id, { words }]) => [id, words]));

describe('two versions as one drawing', () => {
  test('the same twice has no mark', () => expect(marks(structuredClone(was))).toEqual({}));

  test('a stage that was added is marked, with the route to it', () => {
    const now = after({ type: 'addStage', kind: 'review', label: 'Second look', after: 'detailed-case-review' }, { type: 'addTransition', from: ['detailed-case-review'], to: 'second-look', on: { chosen: { by: ['director'] } } });
    const added = now.transitions.find(({ id }) => !was.transitions.some((route) => route.id === id))?.id ?? '';
    expect(marks(now)).toMatchObject({ 'second-look': 'added', [added]: 'added' });
  });

  test('a stage that was taken out stands in the drawing with its routes, marked', () => {
    const now = after({ type: 'removeStage', stage: 'detailed-case-review' });
    const both = bothOf(was, now);
    const diagram = diagramOf(both);
    expect(marks(now)['detailed-case-review']).toBe('removed');
    expect(diagram.stages.has('detailed-case-review')).toBe(true);
    expect(layoutOf(diagram, both.layout).stages.has('detailed-case-review')).toBe(true);
    const gone = was.transitions.filter(({ id }) => !now.transitions.some((route) => route.id === id)).map(({ id }) => id);
    expect(gone.length).toBeGreaterThan(0);
    expect(both.transitions.map(({ id }) => id)).toEqual(expect.arrayContaining(gone));
  });

  test('a clock that was changed is marked on its stage, a route on itself; a box that was moved is no change', () => {
    const route = was.transitions[2]?.id ?? '';
    const now = after({ type: 'changeTimescale', timescale: 'dfe-5-days', set: { amount: 6 } }, { type: 'setTransitionLabel', transition: route, label: 'Other words' }, { type: 'moveStage', stage: 'rapid-review-panel', x: 8, y: 8 });
    expect(marks(now)).toEqual({ 'notify-the-dfe': 'clock changed', [route]: 'changed' });
  });

  test('each difference that has a stage or a route leads to it', () => {
    const now = after({ type: 'removeStage', stage: 'detailed-case-review' }, { type: 'changeTimescale', timescale: 'dfe-5-days', set: { amount: 6 } });
    const both = bothOf(was, now);
    for (const one of differences(was, now)) {
      const at = shownAt(one, both);
      if (at !== undefined) expect(at in both.stages || both.transitions.some(({ id }) => id === at)).toBe(true);
    }
  });
});

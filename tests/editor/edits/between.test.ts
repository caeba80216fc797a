// A stage is put into a route, so that a step that was forgotten need not be drawn by taking the route apart.
import { expect, test } from 'vitest';
import { putBetween } from '../../../editor/edits/between.ts';
import { isStop } from '../../../editor/store/problems.ts';
import { check } from '../../../engine/procedure/check.ts';
import { thirteen } from '../../fixtures/editor/thirteen.ts';

const plain = thirteen.transitions.filter(({ to }) => typeof to === 'string');
const stops = (procedure: typeof thirteen): readonly string[] => check(procedure).filter(isStop).map(({ words }) => words);

test.each(plain.map(({ id, from, to }) => [id, from[0] ?? '', to as string] as const))('%s leads to it, and it leads on', (id, from, to) => {
  const outcome = putBetween(id)(thirteen);
  if (!outcome.ok) { expect(thirteen.stages[thirteen.stages[from]?.within ?? '']?.parallel).toBe(true); return; }
  const { made = '', procedure } = outcome;
  expect(procedure.stages[made]).toMatchObject({ kind: 'other', label: 'New stage' });
  expect(procedure.transitions.find((route) => route.id === id)).toEqual({ ...thirteen.transitions.find((route) => route.id === id), to: made });
  expect(procedure.transitions.filter((route) => route.from.includes(made))).toMatchObject([{ to, on: { done: Object.keys(procedure.tasks).find((task) => procedure.tasks[task]?.in?.includes(made)) } }]);
  expect(outcome.words).toMatch(/^Put a stage between .+ and .+$/);
  expect(stops(procedure).filter((each) => !each.startsWith('Nobody does'))).toEqual(stops(thirteen));
});

test('a route that leads nowhere takes none', () => {
  const back = thirteen.transitions.map((route, at) => (at > 0 ? route : { ...route, to: 'return' as const }));
  expect(putBetween(back[0]?.id ?? '')({ ...thirteen, transitions: back })).toMatchObject({ ok: false });
  expect(putBetween('gone')(thirteen)).toMatchObject({ ok: false });
});

import { expect, test } from 'vitest';
import { applyEdit } from '../../../engine/procedure/edits/apply.ts';
import { steady, steadyList, steadyMap } from '../../../editor/model/steady.ts';
import { diagramFor } from '../../../editor/store/context.ts';
import { thirteen } from '../../fixtures/editor/thirteen.ts';

test('what says the same stays the same object; what says something else does not', () => {
  const before = { id: 'a', words: 'one', parts: [1, 2] };
  expect(steady(before, { id: 'a', words: 'one', parts: [1, 2] })).toBe(before);
  const other = { id: 'a', words: 'one', parts: [1, 3] };
  expect(steady(before, other)).toBe(other);
  expect(steady(undefined, other)).toBe(other);
});

test('a list keeps its elements by id, in the new order, without those that went', () => {
  const [a, b] = [{ id: 'a', at: 1 }, { id: 'b', at: 2 }];
  const next = steadyList([a, b], [{ id: 'c', at: 3 }, { id: 'b', at: 2 }]);
  expect(next).toEqual([{ id: 'c', at: 3 }, { id: 'b', at: 2 }]);
  expect(next[1]).toBe(b);
});

test('a list and a map that say the same as before are the ones from before', () => {
  const list = [{ id: 'a', at: 1 }, { id: 'b', at: 2 }];
  expect(steadyList(list, [{ id: 'a', at: 1 }, { id: 'b', at: 2 }])).toBe(list);
  expect(steadyList(list, [{ id: 'b', at: 2 }, { id: 'a', at: 1 }])).not.toBe(list);
  expect(steadyList(list, [{ id: 'a', at: 1 }])).toEqual([{ id: 'a', at: 1 }]);
  const map = new Map([['a', { at: 1 }], ['b', { at: 2 }]]);
  expect(steadyMap(map, new Map([['a', { at: 1 }], ['b', { at: 2 }]]))).toBe(map);
  for (const other of [new Map([['b', { at: 2 }], ['a', { at: 1 }]]), new Map([['a', { at: 1 }]]), new Map([['a', { at: 1 }], ['b', { at: 3 }]])]) expect(steadyMap(map, other)).toBe(other);
  expect(steadyMap(undefined, map)).toBe(map);
});

test('moving a stage leaves the diagram the object it was', () => {
  const before = diagramFor(thirteen);
  expect(diagramFor({ ...thirteen, layout: { notify: { x: 400, y: 80 } } })).toBe(before);
  expect(diagramFor({ ...thirteen, label: 'Other' })).not.toBe(before);
});

test('renaming one stage leaves the others the objects they were on the diagram', () => {
  const before = diagramFor(thirteen);
  const renamed = applyEdit(thirteen, { type: 'renameStage', stage: 'notify', label: 'Tell the Department' });
  if (!renamed.ok) throw new Error(renamed.words);
  const after = diagramFor(renamed.procedure);
  const changed = [...after.stages].filter(([id, stage]) => before.stages.get(id) !== stage).map(([id]) => id);
  expect(changed).toContain('notify');
  expect(changed.length).toBeLessThan(4);
});

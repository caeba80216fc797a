import { expect, test } from 'vitest';
import { applyEdit } from '../../../engine/procedure/edits/apply.ts';
import type { Edit } from '../../../engine/procedure/edits/edit.ts';
import { diagramOf } from '../../../editor/model/diagram.ts';
import { keepingRows, rowsOf } from '../../../editor/outline/rows.ts';
import { thirteen } from '../../fixtures/editor/thirteen.ts';

const rowsAfter = (edit: Edit) => {
  const edited = applyEdit(thirteen, edit);
  if (!edited.ok) throw new Error(edited.words);
  return rowsOf(diagramOf(edited.procedure), new Set(), '');
};

test('the rows are the list from before while an edit changes nothing that they say', () => {
  const kept = keepingRows();
  const before = kept(rowsOf(diagramOf(thirteen), new Set(), ''));
  expect(kept(rowsAfter({ type: 'moveStage', stage: 'notify', x: 400, y: 800 }))).toBe(before);
  const renamed = kept(rowsAfter({ type: 'renameStage', stage: 'notify', label: 'Tell the Department' }));
  expect(renamed).not.toBe(before);
  expect(renamed.map(({ title }) => title)).toContain('Tell the Department');
  expect(kept(rowsOf(diagramOf(thirteen), new Set(['review']), 'notify'))).not.toBe(renamed);
});

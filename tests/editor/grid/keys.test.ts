// Keys in the grid that choose several: routes between the stages are passed by.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Procedure } from '../../../engine/procedure/types.ts';
import type { Going } from '../../../editor/canvas/keys.ts';
import { gridKey, type GridActs } from '../../../editor/grid/keys.ts';
import { gridRows } from '../../../editor/grid/rows.ts';
import { diagramOf } from '../../../editor/model/diagram.ts';

const small = JSON.parse(readFileSync(new URL('../../fixtures/procedures/small.json', import.meta.url), 'utf8')) as Procedure;
const rows = gridRows(small, diagramOf(small), new Set());

function pressed(at: number, key: string, held: 'shiftKey' | 'ctrlKey' | null): { readonly to: string | undefined; readonly how: Going | undefined } {
  let went: { readonly to: string | undefined; readonly how: Going | undefined } = { to: undefined, how: undefined };
  const act = { go: (row: { readonly id: string } | undefined, how?: Going) => { went = { to: row?.id, how }; }, choosing: () => false } as unknown as GridActs;
  const event = { key, altKey: false, ctrlKey: held === 'ctrlKey', metaKey: false, shiftKey: held === 'shiftKey' };
  gridKey(event, rows, rows[at], 'name', ['name', 'kind'], act);
  return went;
}

test.each(['ArrowDown', 'ArrowUp'])('%s with Shift or Ctrl goes from stage to stage, and alone to whatever comes next', (key) => {
  const by = key === 'ArrowDown' ? 1 : -1;
  const between = rows.findIndex((row, index) => (row.is === 'stage' || row.is === 'end') && rows[index + by]?.is === 'route');
  const next = (by > 0 ? rows.slice(between + 1) : rows.slice(0, between).toReversed()).find((row) => row.is !== 'route' && row.is !== 'door');

  expect(between).toBeGreaterThanOrEqual(0);
  expect(pressed(between, key, null)).toEqual({ to: rows[between + by]?.id, how: 'to' });
  expect(pressed(between, key, 'shiftKey')).toEqual({ to: next?.id, how: 'with' });
  expect(pressed(between, key, 'ctrlKey')).toEqual({ to: next?.id, how: 'past' });
});

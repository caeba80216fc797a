// The source reader: every citation of a shipped procedure is found again at its passage, and an attached text can be
// cited line by line.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { citation, passagesFrom, passagesOf } from '../../../editor/sources/passages.ts';

const root = new URL('../../../procedures/', import.meta.url);
const shipped = readdirSync(root, { withFileTypes: true }).filter((each) => each.isDirectory() && readdirSync(new URL(`${each.name}/`, root)).includes('procedure.json')).map((each) => [each.name, JSON.parse(readFileSync(new URL(`${each.name}/procedure.json`, root), 'utf8')) as Procedure] as const);

test.each(shipped)('in %s every stage and route is listed at the passages it cites', (_, procedure) => {
  const passages = Object.keys(procedure.sources).flatMap((source) => passagesOf(procedure, source).map((passage) => ({ source, ...passage })));
  const cited = [...Object.entries(procedure.stages).map(([id, stage]) => ({ collection: 'stages', id, cites: stage.cites })), ...procedure.transitions.map((route) => ({ collection: 'transitions', id: route.id, cites: route.cites }))];

  for (const { collection, id, cites } of cited) for (const cite of cites ?? []) {
    const [source, lines = ''] = cite.split('#');
    if (lines === '') continue;
    expect(passages.some((passage) => passage.source === source && passage.citing.some((each) => each.collection === collection && each.id === id)), `${id} ${cite}`).toBe(true);
  }
});

test('passages stand in the order of their lines', () => {
  const [, procedure] = shipped[0] ?? ['', null];
  const from = procedure === null ? [] : passagesOf(procedure, Object.keys(procedure.sources)[0] ?? '').map((passage) => passage.from);

  expect(from.length).toBeGreaterThan(5);
  expect(from).toEqual(from.toSorted((one, other) => one - other));
});

test('an attached text keeps the numbers of its lines, and lines ticked become one citation', () => {
  expect(passagesFrom('First.\n\n  Third.\r\nFourth.')).toEqual({ 1: 'First.', 3: 'Third.', 4: 'Fourth.' });
  expect([citation('s', ['4']), citation('s', ['9-12', '7'])]).toEqual(['s#4', 's#7-12']);
});

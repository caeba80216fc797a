// A criterion as lines and groups: nothing is lost on the way there and back, and each move does what it says.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Criterion, Procedure } from '../../../engine/procedure/types.ts';
import { add, move, moveIn, moveOut, setJoin, setLine, takeOut } from '../../../editor/rule/changes.ts';
import { criterionOf, treeOf, type Group, type Line } from '../../../editor/rule/tree.ts';

const root = new URL('../../../procedures/', import.meta.url);
const shipped = readdirSync(root, { withFileTypes: true }).filter((each) => each.isDirectory()).map((each) => [each.name, JSON.parse(readFileSync(new URL(`${each.name}/procedure.json`, root), 'utf8')) as Procedure] as const);
const yes = (id: string): Criterion => ({ var: id });
const line = (id: string): Line => ({ line: yes(id) });

test.each(shipped)('every criterion of %s comes back from lines and groups as it was written', (_, procedure) => {
  const criteria = [...Object.values(procedure.rules ?? {}).map((rule) => rule.if), ...procedure.transitions.map((route) => route.if)].filter((each) => each !== undefined);

  expect(criteria.length).toBeGreaterThan(10);
  for (const criterion of criteria) expect(criterionOf(treeOf(criterion))).toEqual(criterion);
});

describe('what a person does to lines and groups', () => {
  const tree = treeOf({ and: [yes('a'), { or: [yes('b'), yes('c')] }, yes('d')] });
  const after = (changed: Group | null): Criterion | undefined => (changed === null ? undefined : criterionOf(changed));

  test('a line is added, changed and taken out', () => {
    expect(after(add(tree, [1], line('e')))).toEqual({ and: [yes('a'), { or: [yes('b'), yes('c'), yes('e')] }, yes('d')] });
    expect(after(setLine(tree, [1, 0], yes('x')))).toEqual({ and: [yes('a'), { or: [yes('x'), yes('c')] }, yes('d')] });
    expect(after(takeOut(tree, [2]))).toEqual({ and: [yes('a'), { or: [yes('b'), yes('c')] }] });
  });

  test('a group left without lines goes with its last line', () => {
    const one = takeOut(tree, [1, 0]);

    expect(one && after(takeOut(one, [1, 0]))).toEqual({ and: [yes('a'), yes('d')] });
  });

  test('the last line taken out leaves no criterion at all', () => {
    expect(after(takeOut(treeOf(yes('a')), [0]))).toBeUndefined();
  });

  test('a line moves down, into the group above it and out again', () => {
    expect(move(tree, [0], 1)).toMatchObject({ path: [1] });
    expect(move(tree, [0], -1)).toBeNull();
    const inside = moveIn(tree, [2]);
    expect(inside?.path).toEqual([1, 2]);
    expect(inside && criterionOf(inside.tree)).toEqual({ and: [yes('a'), { or: [yes('b'), yes('c'), yes('d')] }] });
    const out = inside && moveOut(inside.tree, inside.path);
    expect(out?.path).toEqual([2]);
    expect(out && criterionOf(out.tree)).toEqual(criterionOf(tree));
  });

  test('the only line of a group moves out and takes the place of the group', () => {
    const out = moveOut(treeOf({ and: [yes('a'), { or: [yes('b')] }] }), [1, 0]);

    expect(out?.path).toEqual([1]);
    expect(out && criterionOf(out.tree)).toEqual({ and: [yes('a'), yes('b')] });
  });

  test('“none of these” and “not all of these” are the contrary of any and all', () => {
    expect(after(setJoin(tree, [1], 'none'))).toEqual({ and: [yes('a'), { '!': { or: [yes('b'), yes('c')] } }, yes('d')] });
    expect(after(setJoin(tree, [1], 'not-all'))).toEqual({ and: [yes('a'), { '!': { and: [yes('b'), yes('c')] } }, yes('d')] });
  });

  test('what is asked of each row of a table stays one part, and further lines join it there', () => {
    const rows = setJoin(treeOf({ and: [yes('a'), yes('state')] }), [], 'some-row', { var: 'actions' });

    expect(after(rows)).toEqual({ some: [{ var: 'actions' }, { and: [yes('a'), yes('state')] }] });
    expect(rows && after(add(rows, [], line('x')))).toEqual({ some: [{ var: 'actions' }, { and: [yes('a'), yes('state'), yes('x')] }] });
    expect(rows && moveOut(rows, [0, 0])).toBeNull();
  });
});

import { expect, test } from 'vitest';
import type { Problem } from '../../engine/procedure/problems.ts';
import { byUrgency, marksOf, stageOf } from '../../editor/store/problems.ts';
import { treeOf } from '../../editor/model/tree.ts';
import { thirteen } from '../fixtures/editor/thirteen.ts';

const told = (pointer: string, severity: Problem['severity'] = 'finding'): Problem => ({ code: 'P-064', pointer, label: '', severity, expected: '', found: '', remedy: '', words: pointer });
const [task = '', { in: [stage] = [] } = {}] = Object.entries(thirteen.tasks).find(([, each]) => each.in !== undefined) ?? [];
const [clock = '', { for: timed = '' } = {}] = Object.entries(thirteen.timescales ?? {})[0] ?? [];

test.each([
  ['a stage', '/stages/notify/label', 'notify'], ['a stage that is gone', '/stages/gone', null],
  ['a task', `/tasks/${task}/by/0`, stage], ['a clock', `/timescales/${clock}/from`, thirteen.tasks[timed]?.in?.[0]],
  ['a route', '/transitions/1/to', thirteen.transitions[1]?.from[0]], ['what belongs to no stage', '/parties/service', null], ['the whole', '', null],
])('what is found about %s stands at its stage', (_, pointer, expected) => {
  expect(stageOf(thirteen, told(pointer))).toBe(expected ?? null);
});

test('a stage is marked with how many stop publishing and how many are to look at', () => {
  const marks = marksOf(thirteen, [told('/stages/notify', 'problem'), told('/stages/notify/label'), told('/stages/notify/owner', 'gap'), told('/parties/service')]);
  expect([...marks]).toEqual([['notify', { stops: 1, looks: 2 }]]);
});

test('what stops publishing comes first, then what to look at in flow order, then gaps', () => {
  const found = [told('/stages/learning'), told('/parties/service'), told('/stages/notify', 'gap'), told('/stages/alert-form'), told('/stages/closed', 'problem')];
  expect(byUrgency(thirteen, treeOf(thirteen), found).map(({ pointer }) => pointer)).toEqual(['/stages/closed', '/stages/alert-form', '/stages/learning', '/parties/service', '/stages/notify']);
});

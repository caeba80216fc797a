// Rules that only offer, and rules that read one another.
import { expect, test } from 'vitest';
import { compile } from '../../../engine/case/compile.ts';
import { tasks } from '../../../engine/case/tasks.ts';
import type { Rule, Task } from '../../../engine/procedure/types.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
const offer: Rule = { label: 'A death may be told', if: { var: 'died' }, then: { require: { task: 'duty' } }, strength: 'may' };

test('[S10.5] a rule with the strength may offers a task and raises none', () => {
  const story = begun({ ...base, tasks: { ...base.tasks, duty: { ...base.tasks['duty'], again: 'keep' } as Task }, rules: { offer } }, '2026-12-07T09:00', { died: true });
  expect(story.case.tasks['duty']).toBeUndefined();
  expect(tasks(story.versions, story.case, story.now, 'manager').find(({ id }) => id === 'duty')?.state).toBe('offered');
  story.does('manager', { type: 'completeTask', task: 'duty' });
  const without = begun({ ...base, rules: { offer } }, '2026-12-07T09:00', { died: false });
  expect(without.isRefused('manager', { type: 'completeTask', task: 'duty' }).code).toBe('not-open');
});

test('[S10.9] rules that read each other in a circle are refused', () => {
  const reads = (rule: string): Rule => ({ if: { rule }, then: { label: rule }, strength: 'must' });
  expect(() => compile({ ...base, rules: { one: reads('two'), two: reads('one') } })).toThrow('is asked of itself');
});

// What a criterion may ask of a case, and when the case cannot tell yet.
import { expect, test } from 'vitest';
import { rules } from '../../../engine/case/rules.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Criterion, Procedure, Rule, Task } from '../../../engine/procedure/types.ts';
import type { Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

const base = procedureWith({ report: { ...fiveDays, from: { done: 'copy' } } });
const advice: Task = { ...base.tasks['outcome'], label: 'Advice' } as Task;
function asking(criteria: Readonly<Record<string, Criterion>>): Procedure {
  const asked = Object.entries(criteria).map(([id, criterion]): [string, Rule] => [id, { if: criterion, then: { label: id }, strength: 'must' }]);
  return { ...base, tasks: { ...base.tasks, advice }, rules: Object.fromEntries(asked) };
}
const begins = (criteria: Readonly<Record<string, Criterion>>): Story => begun(asking(criteria), '2026-12-07T09:00');
const results = (story: Story): readonly unknown[] => rules(story.versions, story.case).map(({ result }) => result);
const decides = (task: string, option: string): CommandBody => ({ type: 'decide', task, options: [option] });

test('[S3.6] what the case did is known from the start, and whether two decisions differ once both are taken', () => {
  const story = begins({ entered: { entered: 'review' }, at: { at: 'alert' }, done: { done: 'send-alert' }, taken: { taken: ['outcome', 'go-on'] }, differs: { differs: ['advice', 'outcome'] } });
  expect(results(story)).toEqual([false, true, false, false, 'unknown']);
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  story.does('manager', decides('advice', 'end'));
  expect(results(story)).toEqual([true, false, true, false, 'unknown']);
  story.does('manager', decides('outcome', 'go-on'));
  expect(results(story)).toEqual([true, false, true, true, true]);
});

test('[S3.7] a clock is met, or not, or not yet known; one that waits for its start has not quietly lapsed', () => {
  const story = begins({ pending: { pending: 'report' }, met: { met: 'report' }, lapsed: { lapsed: 'report' } });
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  expect(results(story)).toEqual([true, 'unknown', 'unknown']);
  story.does('manager', { type: 'completeTask', task: 'copy' });
  expect(results(story)).toEqual([false, 'unknown', false]);
  story.does('manager', { type: 'addNote', words: 'Days pass.' }, { now: '2026-12-15T00:00' });
  expect(results(story)).toEqual([false, false, true]);
  story.does('manager', { type: 'completeTask', task: 'write' }, { occurred: '2026-12-14T23:59' });
  expect(results(story)).toEqual([false, true, false]);
});

test('[S3.8] a question answered “not known” is not answered with a value', () => {
  const story = begins({ answered: { answered: 'died' } });
  story.does('manager', { type: 'recordAnswers', mode: 'change', answers: { died: { status: 'unknown' } } });
  expect(results(story)).toEqual([false]);
  story.does('manager', { type: 'recordAnswers', mode: 'change', answers: { died: { value: false } } });
  expect(results(story)).toEqual([true]);
});

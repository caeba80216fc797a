// Who closes a case.
import { expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import { Story } from '../../fixtures/engine/acting.ts';
import { orchard } from '../../fixtures/engine/orchard.ts';

test('[S16.1] where the procedure says who closes a case it does not close by itself', () => {
  const story = new Story(versionsOf([compile({ ...orchard, closing: { by: ['chief'], if: { answered: 'lessons' } } }, { version: 1 })])).opens({ harmed: false });
  story.does('clerk', { type: 'completeTask', task: 'assess' });
  expect([story.case.stages, story.case.closed]).toEqual([['ended'], undefined]);
  expect(story.isRefused('clerk', { type: 'closeCase' }).code).toBe('wrong-role');
  expect(story.isRefused('chief', { type: 'closeCase' }).code).toBe('waits');
  story.does('clerk', { type: 'recordAnswers', mode: 'change', answers: { lessons: { value: 'Listen.' } } });
  expect(story.case.closed).toBeUndefined();
  expect(story.does('chief', { type: 'closeCase' }).closed).toBe(story.now);
});

// One of several that is withdrawn, or that is not waited for, on an invented procedure.
import { expect, test } from 'vitest';
import { Story } from '../fixtures/engine/acting.ts';

const asking = (): Story => {
  const story = new Story().opens().works();
  story.does('clerk', { type: 'sendExchange', task: 'returns' });
  return story;
};
const states = (story: Story): unknown => story.case.tasks['returns']?.at(-1)?.recipients.map(({ party, state, reason }) => [party, state, reason]);

test('one of several is withdrawn with a reason, and the others go on', () => {
  const story = asking();
  story.does('clerk', { type: 'recordReply', task: 'returns', recipient: 'clinic', state: 'withdrawn', reason: 'It never knew the child.' });
  expect(states(story)).toEqual([['school', 'asked', undefined], ['clinic', 'withdrawn', 'It never knew the child.']]);
  expect(story.case.stages).toContain('asking');
  story.does('school', { type: 'recordReply', task: 'returns', recipient: 'school', state: 'declined' });
  expect(story.case.stages).toContain('reading');
});

test('the case goes on while one is out, with the reason, and the one that is out stays asked for', () => {
  const story = asking();
  story.does('clerk', { type: 'recordReply', task: 'returns', recipient: 'clinic', state: 'declined' });
  expect(story.isRefused('clerk', { type: 'takeTransition', transition: 'go-on' }).code).toBe('missing-reason');
  story.does('clerk', { type: 'takeTransition', transition: 'go-on', reason: 'The school is shut until January.' });
  expect(story.case.stages).toContain('reading');
  expect(story.case.tasks['returns']?.at(-1)?.state).toBe('open');
  expect(story.case.events.at(-1)?.payload).toMatchObject({ transition: 'go-on', reason: 'The school is shut until January.' });
  expect(story.does('school', { type: 'recordReply', task: 'returns', recipient: 'school', state: 'declined' }).tasks['returns']?.at(-1)?.state).toBe('done');
});

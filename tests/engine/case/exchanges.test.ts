// Who may say what came back.
import { expect, test } from 'vitest';
import type { CommandBody } from '../../../engine/case/types.ts';
import { Story } from '../../fixtures/engine/acting.ts';

const replies = (recipient: string): CommandBody => ({ type: 'recordReply', task: 'returns', recipient, state: 'declined' });

test('[S7.8] a recipient records its own reply and no other’s', () => {
  const story = new Story().opens().works();
  story.does('clerk', { type: 'sendExchange', task: 'returns' });
  expect(story.isRefused('school', replies('clinic')).code).toBe('wrong-role');
  expect(story.isRefused('chief', replies('school')).code).toBe('wrong-role');
  story.does('school', replies('school'));
  const held = story.does('clerk', replies('clinic'));
  expect(held.tasks['returns']?.at(-1)?.recipients.map(({ party, state }) => [party, state])).toEqual([['school', 'declined'], ['clinic', 'declined']]);
});

// The engine asks nothing but what it is handed.
import { expect, test, vi } from 'vitest';
import { perform } from '../../../engine/case/perform.ts';
import type { Command } from '../../../engine/case/types.ts';
import { orchardVersions, Story } from '../../fixtures/engine/acting.ts';

test('[S2.18] the same command on the same case at the same instant gives the same events', () => {
  const story = new Story().opens();
  const command: Command = { type: 'completeTask', task: 'assess', id: 'once', salt: 's' };
  const acting = { now: story.now + 1, role: 'clerk', person: 'A.B.' };
  const first = perform(orchardVersions, story.case, command, acting);
  vi.useFakeTimers({ now: 0 });
  const later = perform(orchardVersions, story.case, command, acting);
  vi.useRealTimers();
  expect(first.ok && first.events).toEqual(later.ok && later.events);
  expect(first.ok && first.events.map(({ recorded }) => recorded)).toEqual([story.now + 1]);
});

// An exchange that was complete opens again when a recipient comes later or a reply is sent back.
import { describe, expect, test } from 'vitest';
import type { CommandBody, TaskRecord } from '../../../engine/case/types.ts';
import type { Procedure, ReplyState, Task } from '../../../engine/procedure/types.ts';
import { answers, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
const procedureOf = (changes: Partial<Task> = {}, more: Partial<Procedure> = {}): Procedure => ({
  ...base,
  questions: { ...base.questions, contributors: { type: 'list', label: 'Contributors', of: 'agency' } },
  tasks: {
    ...base.tasks,
    request: { shape: 'exchange', label: 'Ask for reviews', by: ['manager'], in: ['alert'], expects: 'reply', complete: ['accepted', 'declined'], per: { over: 'contributors', join: 'all' }, ...changes },
    assure: { shape: 'record', label: 'Assure quality', by: ['manager'], in: ['alert'] },
  },
  rules: { in: { label: 'All reviews are in', if: { '!': { done: 'request' } }, then: { forbid: { task: 'assure' } }, strength: 'must' } },
  ...more,
});
const reply = (recipient: string, state: ReplyState = 'accepted'): CommandBody => ({ type: 'recordReply', task: 'request', recipient, state });
const contributors = (...agencies: readonly string[]): CommandBody => ({ type: 'recordAnswers', mode: 'change', answers: answers({ contributors: agencies }) });
const request = (story: Story): TaskRecord | undefined => story.case.tasks['request']?.at(-1);
const complete = (procedure = procedureOf()): Story => {
  const story = begun(procedure, '2026-12-01T09:00', { contributors: ['health'] });
  story.does('manager', { type: 'sendExchange', task: 'request' });
  story.does('manager', reply('health'));
  expect(request(story)?.state).toBe('done');
  return story;
};

describe.each([
  ['a recipient who is added', (story: Story) => story.does('manager', { type: 'addRecipient', task: 'request', recipient: 'police' })],
  ['a list that grows', (story: Story) => story.does('manager', contributors('health', 'police'))],
] as const)('%s', (_name, grow) => {
  test('opens it again, and what rests on its completeness waits', () => {
    const story = complete();
    grow(story);
    expect(request(story)).toMatchObject({ state: 'open', visit: 1 });
    expect(request(story)).not.toHaveProperty('done');
    expect(story.isRefused('manager', { type: 'completeTask', task: 'assure' }).rule).toBe('in');
  });

  test('leaves those who have answered untouched, and it is done again when the last has', () => {
    const story = complete();
    const before = request(story)?.recipients[0];
    grow(story);
    expect(request(story)?.recipients[0]).toEqual(before);
    story.does('manager', { type: 'sendExchange', task: 'request' });
    story.does('manager', reply('police'));
    expect(request(story)).toMatchObject({ state: 'done', visit: 1, done: story.now });
    story.does('manager', { type: 'completeTask', task: 'assure' });
  });
});

describe('a reply sent back', () => {
  test('opens it again until it is accepted', () => {
    const story = complete();
    story.does('manager', reply('health', 'sent-back'));
    expect(request(story)?.state).toBe('open');
    story.does('manager', reply('health', 'received'));
    expect(request(story)?.state).toBe('open');
    story.does('manager', reply('health'));
    expect(request(story)?.state).toBe('done');
  });

  test('moves no stage a second time that is left, and moves one that waits again', () => {
    const on = { id: 'go', from: ['alert'], on: { done: 'request' }, to: 'review' } as const;
    const back = { id: 'back', from: ['review'], on: { chosen: { by: ['manager'] } }, to: 'alert' } as const;
    const story = complete(procedureOf({}, { transitions: [on, back, ...base.transitions] }));
    expect(story.case.stages).toEqual(['review']);
    story.does('manager', reply('health', 'sent-back'));
    story.does('manager', { type: 'takeTransition', transition: 'back' });
    story.does('manager', reply('health'));
    expect(story.case.stages).toEqual(['review']);
  });
});

test('a list that shrinks again makes it complete without anybody acting', () => {
  const story = complete();
  story.does('manager', contributors('health', 'police'));
  story.does('manager', contributors('health'));
  expect(request(story)?.state).toBe('done');
});

test('what is told to further parties, with nothing waited for, is done again when it has gone', () => {
  const story = begun(procedureOf({ expects: 'nothing' }), '2026-12-01T09:00', { contributors: ['health'] });
  story.does('manager', { type: 'sendExchange', task: 'request' });
  story.does('manager', { type: 'addRecipient', task: 'request', recipient: 'police' });
  expect(request(story)?.state).toBe('open');
  story.does('manager', { type: 'sendExchange', task: 'request' });
  expect(request(story)?.state).toBe('done');
});

test('one that ends with its stage stays as it was when the stage is left', () => {
  const story = complete(procedureOf({ withdrawn: 'with-stage' }));
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  expect(story.case.stages).toEqual(['review']);
  story.does('manager', contributors('health', 'police'));
  expect(request(story)?.state).toBe('done');
});

test('a recipient who is asked for because it is done comes to rest', () => {
  const story = complete(procedureOf({}, { rules: { more: { if: { done: 'request' }, then: { require: { recipients: ['police'], of: 'request' } }, strength: 'must' } } }));
  expect(request(story)?.recipients.map(({ party }) => party)).toEqual(['health']);
});

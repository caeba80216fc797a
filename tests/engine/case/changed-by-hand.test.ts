// A clock changed by hand: rules may ask whether it was, and those who must be told are named until they are.
import { expect, test } from 'vitest';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Timescale } from '../../../engine/procedure/types.ts';
import type { Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const clock: Timescale = { for: 'write', direction: 'within', amount: 6, unit: 'months', from: { opened: true }, basis: 'local', adjust: { by: ['manager'], reason: true, tell: ['police', 'health'] } };
const extend: CommandBody = { type: 'extendTimescale', timescale: 'review', to: '2027-09-01', reason: 'Proceedings.' };
const base = procedureWith({ review: clock });
const letter = (to: string): CommandBody => ({ type: 'sendExchange', task: `tell-${to}` });
const began = (): Story => begun({
  ...base,
  tasks: { ...base.tasks, ...Object.fromEntries(['police', 'health'].map((to) => [`tell-${to}`, { shape: 'exchange', label: 'Write', by: ['manager'], to: [to], expects: 'nothing', raised: 'by-choice', again: 'afresh' }] as const)), minute: { shape: 'record', label: 'Minute it', by: ['manager'], raised: 'when-required', withdrawn: 'unless-required' } },
  rules: { changed: { if: { extended: 'review' }, then: { require: { task: 'minute' } }, strength: 'must' } },
}, '2026-12-01T09:00');
const toTell = (story: Story): readonly string[] => story.case.findings.filter(({ code }) => code === 'not-told').map(({ words }) => words);

test('a change of the date is a fact that rules may rest on', () => {
  const story = began();
  expect(story.case.tasks['minute']).toBeUndefined();
  story.does('manager', extend);
  expect(story.case.tasks['minute']?.at(-1)?.state).toBe('open');
});

test('those to be told are named until something has gone to each of them after the change', () => {
  const story = began();
  story.does('manager', letter('police'));
  expect(toTell(story)).toEqual([]);
  story.does('manager', extend);
  expect(toTell(story)).toEqual(['The time for “Write the report” was changed, and nothing has gone to Police and Health since.']);
  story.does('manager', { type: 'raiseTask', task: 'tell-police' });
  story.does('manager', letter('police'));
  expect(toTell(story)).toEqual(['The time for “Write the report” was changed, and nothing has gone to Health since.']);
  story.does('manager', letter('health'));
  expect(toTell(story)).toEqual([]);
});

test('a second change is to be told again', () => {
  const story = began();
  story.does('manager', extend);
  story.does('manager', letter('police'));
  story.does('manager', letter('health'));
  story.does('manager', { ...extend, to: '2027-10-01' } as CommandBody);
  expect(toTell(story)).toHaveLength(1);
});

test('a date that was to be agreed is no change of one', () => {
  const story = begun({ ...procedureWith({ review: { ...clock, amount: { agreed: true } } }), rules: {} }, '2026-12-01T09:00');
  story.does('manager', { type: 'agreeDate', timescale: 'review', on: '2027-03-01', reason: 'Agreed at the meeting.' });
  expect(story.case.extensions).toHaveLength(1);
  expect(toTell(story)).toEqual([]);
});

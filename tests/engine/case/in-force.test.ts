// A rule that is in force for part of the time: it comes into force and falls out of it on its days, though nobody acts.
import { expect, test } from 'vitest';
import { rules } from '../../../engine/case/rules.ts';
import { replay } from '../../../engine/case/replay.ts';
import type { Rule } from '../../../engine/procedure/types.ts';
import { answers, at, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
const dated = (inForce: NonNullable<Rule['inForce']>, rule: Partial<Rule> = {}): Story => begun({
  ...base, tasks: { ...base.tasks, duty: { ...base.tasks['duty'], withdrawn: 'unless-required', again: 'keep' } as (typeof base.tasks)[string] },
  rules: { 'death-told': { label: 'A death is told', if: { var: 'died' }, then: { require: { task: 'duty' } }, strength: 'must', inForce, ...rule } },
}, '2026-12-01T09:00', { died: true });
const duty = (story: Story, asOf: string) => replay(story.versions, story.case.events, at(asOf)).tasks['duty']?.at(-1)?.state;

test('does not hold before its first day, and asks from the first moment of it', () => {
  const story = dated({ from: '2026-12-10' });
  expect([duty(story, '2026-12-09T23:59'), duty(story, '2026-12-10T00:00')]).toEqual([undefined, 'open']);
});

test('holds to the end of its last day, and what it asked for falls away with it', () => {
  const story = dated({ until: '2026-12-10' });
  expect([duty(story, '2026-12-10T23:59'), duty(story, '2026-12-11T00:00')]).toEqual(['open', 'withdrawn']);
});

test('without a criterion of its own holds just while it is in force', () => {
  const always: Story = begun({ ...base, rules: { always: { then: { require: { task: 'duty' } }, strength: 'must', inForce: { from: '2026-12-03', until: '2026-12-05' } } } }, '2026-12-01T09:00');
  const result = (asOf: string) => rules(always.versions, replay(always.versions, always.case.events, at(asOf)))[0]?.result;
  expect(['2026-12-02T12:00', '2026-12-03T00:00', '2026-12-05T23:59', '2026-12-06T00:00'].map(result)).toEqual([false, true, true, false]);
});

test('refuses an act on the days on which it is in force, and on no other', () => {
  const asked = (now: string) => {
    const story = dated({ from: '2026-12-10' }, { then: { require: { fields: ['size'], of: 'send-alert' } } });
    return story.tries('manager', { type: 'sendExchange', task: 'send-alert', ...(now > '2026-12-20' && { answers: answers({ size: 'small' }) }) }, { now }).ok;
  };
  expect([asked('2026-12-09T12:00'), asked('2026-12-10T12:00'), asked('2026-12-21T12:00')]).toEqual([true, false, true]);
});

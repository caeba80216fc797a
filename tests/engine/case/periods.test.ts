// A task that comes up each period: when, for how long, and what becomes of one that was not done.
import { describe, expect, test } from 'vitest';
import { replay } from '../../../engine/case/replay.ts';
import { check } from '../../../engine/procedure/check.ts';
import type { Procedure, Task } from '../../../engine/procedure/types.ts';
import { civilDate, londonDay } from '../../../engine/time/index.ts';
import { at, type Story } from '../../fixtures/engine/acting.ts';
import { begun, clockOf } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

const monthly = (changes: Partial<Task> = {}, months = 1): Procedure => {
  const base = procedureWith({ 'look-in-time': { ...fiveDays, for: 'look', from: { raised: 'look' } } });
  return { ...base, tasks: { ...base.tasks, look: { shape: 'record', label: 'Look at the plan', by: ['manager'], in: ['review'], raised: { every: { months } }, ...changes } } };
};
/** In review from Mon 31 Aug 2026. */
const underReview = (procedure: Procedure): Story => {
  const story = begun(procedure, '2026-08-31T09:00');
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  return story;
};
const times = (story: Story, asOf: string): readonly string[] => (replay(story.versions, story.case.events, at(asOf)).tasks['look'] ?? []).map(({ raised, state }) => `${civilDate(londonDay(raised))} ${state}`);
const look = { type: 'completeTask', task: 'look' } as const;

describe('a task that comes up each month', () => {
  test('comes up when a month has passed since the case came to its stage, not before', () => {
    const story = underReview(monthly());
    expect(times(story, '2026-09-29T23:59')).toEqual([]);
    expect(times(story, '2026-09-30T00:01')).toHaveLength(1);
    expect(story.isRefused('manager', look).code).toBe('not-open');
  });

  test('comes up again each month once it was done, on the day of the month from which it is counted', () => {
    const story = underReview(monthly());
    story.does('manager', look, { now: '2026-10-01T10:00' });
    story.does('manager', look, { now: '2026-11-02T10:00' });
    story.does('manager', look, { now: '2026-12-01T10:00' });
    expect(times(story, '2027-03-01T12:00')).toEqual(['2026-09-30 done', '2026-10-31 done', '2026-11-30 done', '2026-12-31 open']);
  });

  test('is not doubled while it is still open; its clock runs from the first that was missed', () => {
    const story = underReview(monthly());
    expect(times(story, '2027-01-15T12:00')).toHaveLength(1);
    expect(clockOf(story, 'look-in-time', '2026-11-15T12:00')).toMatchObject({ state: 'overdue', date: '2026-10-07' });
  });

  test('ends with its stage', () => {
    const story = underReview(monthly());
    story.does('manager', { type: 'decide', task: 'outcome', options: ['end'] }, { now: '2026-09-20T10:00' });
    expect(times(story, '2027-09-20T10:00')).toEqual([]);
  });

  test('goes on after closing where it outlives the case', () => {
    const { in: _in, ...everywhere } = monthly({ afterClosing: true }, 6).tasks['look'] ?? { shape: 'record', label: '' };
    const procedure = monthly();
    const story = underReview({ ...procedure, tasks: { ...procedure.tasks, look: everywhere } });
    story.does('manager', { type: 'decide', task: 'outcome', options: ['end'] }, { now: '2026-09-20T10:00' });
    expect(story.case.closed).toBeDefined();
    expect(times(story, '2027-03-01T10:00')).toEqual(['2027-02-28 open']);
  });

  test('is told the same whether time passes at once or bit by bit', () => {
    const story = underReview(monthly());
    const half = replay(story.versions, story.case.events, at('2026-10-15T12:00'));
    story.held = half;
    story.does('manager', look, { now: '2026-11-15T12:00' });
    const whole = replay(story.versions, story.case.events, at('2026-12-15T12:00'));
    expect(times(story, '2026-12-15T12:00')).toEqual((whole.tasks['look'] ?? []).map(({ raised, state }) => `${civilDate(londonDay(raised))} ${state}`));
    expect(times(story, '2026-12-15T12:00')).toEqual(['2026-09-30 done', '2026-11-30 open']);
  });

  test('is nothing that check complains of', () => {
    expect(check(monthly()).filter(({ severity, pointer }) => severity === 'problem' && pointer.startsWith('/tasks'))).toEqual([]);
  });
});

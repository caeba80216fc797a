// A date that the procedure leaves to be agreed: none until somebody agrees it, then a date like any other.
import { describe, expect, test } from 'vitest';
import { check } from '../../../engine/procedure/check.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Timescale } from '../../../engine/procedure/types.ts';
import type { Story } from '../../fixtures/engine/acting.ts';
import { begun, clockOf } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const agreed: Timescale = { for: 'write', direction: 'within', amount: { agreed: true }, unit: 'calendar-days', from: { opened: true }, basis: 'local', strength: 'must' };
const underReview = (timescale: Timescale = agreed): Story => {
  const story = begun(procedureWith({ report: timescale }), '2026-12-01T09:00');
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  return story;
};
const agree = (on: string, more: Partial<Extract<CommandBody, { type: 'agreeDate' }>> = {}): CommandBody => ({ type: 'agreeDate', timescale: 'report', on, ...more });
const asOf = '2026-12-05T10:00';

describe('a date to be agreed', () => {
  test('is no date until it is agreed, and says so', () => {
    expect(clockOf(underReview(), 'report', asOf)).toMatchObject({ state: 'no-date', sentence: 'No date has been agreed yet.' });
  });

  test('is due on the date agreed, to the end of the day', () => {
    const story = underReview();
    story.does('manager', agree('2026-12-10'));
    expect(clockOf(story, 'report', asOf)).toMatchObject({ state: 'due', date: '2026-12-10', sentence: 'Agreed: Thu 10 Dec 2026.' });
    expect(clockOf(story, 'report', '2026-12-11T00:01')?.state).toBe('overdue');
  });

  test('is agreed by those who do the task, or those who may adjust it', () => {
    expect(underReview().isRefused('health', agree('2026-12-10')).code).toBe('wrong-role');
    expect(underReview({ ...agreed, adjust: { by: ['police'], reason: true } }).isRefused('manager', agree('2026-12-10')).code).toBe('wrong-role');
  });

  test('waits for those who must agree', () => {
    const story = underReview({ ...agreed, adjust: { by: ['manager'], reason: false, agreedBy: ['police'] } });
    expect(story.isRefused('manager', agree('2026-12-10'))).toMatchObject({ code: 'waits', missing: [{ kind: 'role', id: 'police' }] });
    story.does('manager', agree('2026-12-10', { agreedBy: ['police'] }));
  });

  test('is agreed anew only with a reason', () => {
    const story = underReview();
    story.does('manager', agree('2026-12-10'));
    expect(story.isRefused('manager', agree('2026-12-17')).code).toBe('missing-reason');
    story.does('manager', agree('2026-12-17', { reason: 'The author was ill.' }));
    expect(clockOf(story, 'report', asOf)?.date).toBe('2026-12-17');
  });

  test('is changed by adjusting the time where the procedure provides for that, and the agreement does not count against its limit', () => {
    const story = underReview({ ...agreed, adjust: { by: ['manager'], reason: true, limit: 1 } });
    story.does('manager', agree('2026-12-10'));
    expect(story.isRefused('manager', agree('2026-12-17', { reason: 'Ill.' })).code).toBe('already-done');
    story.does('manager', { type: 'extendTimescale', timescale: 'report', to: '2026-12-17', reason: 'Ill.' });
    expect(clockOf(story, 'report', asOf)?.date).toBe('2026-12-17');
  });

  test('cannot be a day that does not exist, nor be agreed where the procedure says how long it takes', () => {
    expect(underReview().isRefused('manager', agree('2026-02-30')).code).toBe('bad-date');
    expect(underReview({ ...agreed, amount: 5 }).isRefused('manager', agree('2026-12-10')).code).toBe('forbidden');
  });

  test('is nothing that check complains of', () => {
    expect(check(procedureWith({ report: agreed })).filter(({ severity, pointer }) => severity === 'problem' && pointer.startsWith('/timescales'))).toEqual([]);
  });
});

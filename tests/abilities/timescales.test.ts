// What clocks can say beyond the five procedures, clause by clause, each on an invented procedure.
import { describe, expect, test } from 'vitest';
import type { CommandBody, DeadlineView } from '../../engine/case/types.ts';
import type { Calendar, Procedure, Timescale } from '../../engine/procedure/types.ts';
import { begun, clockOf } from '../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from '../engine/case/clockwork.ts';
import type { Story } from '../fixtures/engine/acting.ts';

const START = '2026-12-07T09:00'; // a Monday
const clock = (changes: Partial<Timescale>): Timescale => ({ ...fiveDays, ...changes });
function opened(timescale: Partial<Timescale>, values: Parameters<typeof begun>[2] = {}, more: Partial<Procedure> = {}): Story {
  const story = begun(procedureWith({ one: clock(timescale) }, more), START, values);
  story.does('manager', { type: 'sendExchange', task: 'send-alert' }, { now: '2026-12-07T10:00' });
  return story;
}
const seen = (story: Story, asOf = '2026-12-08T09:00', name = 'one'): DeadlineView | undefined => clockOf(story, name, asOf);
const done = (task: string): CommandBody => ({ type: 'completeTask', task });

describe('what a clock counts from', () => {
  test('the earliest of several dates, as soon as one is known', () => {
    const story = opened({ from: { earliest: [{ var: 'aware' }, { done: 'copy' }] } });
    expect(seen(story)?.state).toBe('pending');
    story.does('manager', done('copy'), { now: '2026-12-09T10:00' });
    expect(seen(story)?.date).toBe('2026-12-16');
    story.does('manager', { type: 'recordAnswers', mode: 'correct', answers: { aware: { value: '2026-12-04' } } });
    expect(seen(story)?.date).toBe('2026-12-11');
  });

  test('the latest of several dates, once all are known', () => {
    const story = opened({ from: { latest: [{ var: 'aware' }, { done: 'copy' }] } }, { aware: '2026-12-04' });
    expect(seen(story)).toMatchObject({ state: 'pending', sentence: 'Waits for: “Send an advance copy” to be done.' });
    story.does('manager', done('copy'), { now: '2026-12-09T10:00' });
    expect(seen(story)?.date).toBe('2026-12-16');
  });

  const again: Partial<Procedure> = { tasks: { ...procedureWith({}).tasks, copy: { ...procedureWith({}).tasks['copy'], raised: 'by-choice', again: 'afresh' } as Procedure['tasks'][string] } };
  test('of an act done twice, the most recent', () => {
    const story = opened({ from: { done: 'copy' } }, {}, again);
    story.does('manager', done('copy'), { now: '2026-12-08T10:00' });
    story.does('manager', done('copy'), { now: '2026-12-10T10:00' });
    expect(seen(story)?.date).toBe('2026-12-17');
  });

  test('or the first, where it says so', () => {
    const story = opened({ from: { done: 'copy' }, follows: 'first' }, {}, again);
    story.does('manager', done('copy'), { now: '2026-12-08T10:00' });
    story.does('manager', done('copy'), { now: '2026-12-10T10:00' });
    expect(seen(story)?.date).toBe('2026-12-15');
  });

  test('another clock’s due date, and it moves when that moves', () => {
    const procedure = procedureWith({ first: clock({ adjust: { by: ['manager'], reason: true } }), one: clock({ for: 'copy', amount: 2, from: { due: 'first' } }) });
    const story = begun(procedure, START, { aware: '2026-12-07' });
    expect(seen(story)?.date).toBe('2026-12-16');
    story.does('manager', { type: 'extendTimescale', timescale: 'first', to: '2027-01-05', reason: 'Illness.' });
    expect(seen(story)?.date).toBe('2027-01-07');
  });

  test('the sending of its own instance, agency by agency', () => {
    const story = opened({ for: 'checks', act: 'replied', each: 'recipient', from: { sent: 'checks' } });
    story.does('manager', { type: 'sendExchange', task: 'checks', recipients: ['health'] }, { now: '2026-12-08T10:00' });
    story.does('manager', { type: 'sendExchange', task: 'checks', recipients: ['police'] }, { now: '2026-12-10T10:00' });
    expect([seen(story, '2026-12-11T09:00', 'one/health')?.date, seen(story, '2026-12-11T09:00', 'one/police')?.date]).toEqual(['2026-12-15', '2026-12-17']);
  });
});

describe('how long', () => {
  const aware = { aware: '2026-12-07' };

  test('a window of days opens and closes, both included', () => {
    const story = opened({ direction: 'window', amount: 2, until: 4, unit: 'calendar-days' }, aware);
    expect(['2026-12-08T23:59', '2026-12-09T00:00', '2026-12-11T23:59', '2026-12-12T00:00'].map((at) => seen(story, at)?.state)).toEqual(['not-yet', 'due', 'due', 'overdue']);
  });

  test('clock hours run day and night', () => {
    expect(seen(opened({ amount: 48, unit: 'hours', from: { opened: true } }))?.date).toBe('2026-12-09T09:00');
  });

  test('business hours run only while the office is open', () => {
    const calendars = { office: { label: 'Office', days: ['mon', 'tue', 'wed', 'thu', 'fri'], holidays: 'england-and-wales', hours: { opens: '09:00', closes: '17:00' } } } as const;
    expect(seen(opened({ amount: 10, unit: 'business-hours', from: { opened: true } }, {}, { calendars }))?.date).toBe('2026-12-08T11:00');
  });

  test('an amount agreed in the case, and one read from a table', () => {
    const agreed = opened({ amount: { agreed: true } }, aware);
    expect(seen(agreed)).toMatchObject({ state: 'no-date' });
    agreed.does('manager', { type: 'agreeDate', timescale: 'one', on: '2027-02-01' });
    expect(seen(agreed)?.date).toBe('2027-02-01');
    const tabled = opened({ amount: { lookup: { table: 'lengths', with: { var: 'size' } } } }, aware);
    expect(seen(tabled)?.state).toBe('pending');
    tabled.does('manager', { type: 'recordAnswers', mode: 'change', answers: { size: { value: 'small' } } });
    expect(seen(tabled)?.date).toBe('2026-12-10');
  });

  test('extended, shortened or set by hand: by whom, with whose agreement, with a reason, as often as the limit says', () => {
    const story = opened({ adjust: { by: ['manager'], reason: true, agreedBy: ['health'], limit: 2 } }, aware);
    const to = (date: string, more = {}): CommandBody => ({ type: 'extendTimescale', timescale: 'one', to: date, reason: 'Illness.', agreedBy: ['health'], ...more });
    expect([story.isRefused('police', to('2026-12-20')).code, story.isRefused('manager', to('2026-12-20', { reason: '' })).code, story.isRefused('manager', to('2026-12-20', { agreedBy: [] })).code]).toEqual(['wrong-role', 'missing-reason', 'waits']);
    story.does('manager', to('2026-12-21'));
    expect(seen(story)).toMatchObject({ date: '2026-12-21', extendedFrom: '2026-12-14' });
    story.does('manager', to('2026-12-10'));
    expect(seen(story)).toMatchObject({ date: '2026-12-10', extendedFrom: '2026-12-14' });
    expect(story.isRefused('manager', to('2026-12-30')).code).toBe('limit');
  });
});

describe('when it has run out', () => {
  const aware = { aware: '2026-12-07' };
  const late = { now: '2026-12-16T09:00' };

  test('nothing, where nothing is to follow', () => {
    const story = opened({ onLapse: 'nothing' }, aware);
    expect(story.does('manager', { type: 'addNote', words: 'Late.' }, late).findings).toEqual([]);
  });

  test('a reason is asked for', () => {
    const story = opened({ onLapse: 'reason' }, aware);
    expect(story.does('manager', { type: 'addNote', words: 'Late.' }, late).findings).toMatchObject([{ code: 'lapsed-without-reason', task: 'write' }]);
    expect(story.does('manager', { type: 'explainLapse', timescale: 'one', reason: 'Illness.' }).findings).toEqual([]);
  });

  test('a task comes up, at the instant', () => {
    const story = opened({ onLapse: { task: 'duty' } }, aware);
    expect(story.does('manager', { type: 'addNote', words: 'Late.' }, late).tasks['duty']?.[0]).toMatchObject({ state: 'open', raised: Date.UTC(2026, 11, 15) });
  });

  test('the case goes on by a route', () => {
    const base = procedureWith({});
    const story = opened({}, aware, { transitions: [...base.transitions, { id: 'late', from: ['review'], on: { lapsed: 'one' }, to: 'ended' }] });
    expect(story.does('manager', { type: 'addNote', words: 'Before.' }, { now: '2026-12-14T23:59' }).stages).toEqual(['review']);
    expect(clockOf(story, 'one', '2026-12-14T23:59')?.state).toBe('due');
    expect(story.isRefused('manager', { type: 'recordAnswers', mode: 'change', answers: { died: { value: true } } }, late).code).toBe('closed');
  });
});

describe('a distance between two acts', () => {
  test('is a due date for the one while the other is planned, and an earliest date for the other once the one is done', () => {
    const story = opened({ for: 'copy', direction: 'at-least-before', amount: 1, unit: 'weeks', from: { planned: 'publish' }, strength: 'must' });
    story.does('manager', { type: 'planTask', task: 'publish', on: '2027-01-20' });
    expect(seen(story)?.date).toBe('2027-01-13');
    story.does('manager', done('copy'), { now: '2027-01-11T10:00' });
    expect(story.isRefused('manager', done('publish'), { now: '2027-01-17T10:00' }).code).toBe('bad-date');
    story.does('manager', done('publish'), { now: '2027-01-18T10:00' });
  });
});

describe('conventions', () => {
  const counted = (timescale: Partial<Timescale>, conventions: Partial<Procedure['conventions']> = {}, calendars: Readonly<Record<string, Calendar>> = {}, from = '2026-12-07'): string | undefined => {
    const base = procedureWith({});
    return seen(opened(timescale, { aware: from }, { conventions: { ...base.conventions, ...conventions }, calendars: { ...base.calendars, ...calendars } }))?.date;
  };

  test('the trigger day is day 0 or day 1, for the procedure or for one clock', () => {
    expect([counted({}), counted({}, { triggerDay: 1 }), counted({ triggerDay: 1 }), counted({ triggerDay: 0 }, { triggerDay: 1 })]).toEqual(['2026-12-14', '2026-12-11', '2026-12-11', '2026-12-14']);
  });

  test('after the cut-off hour the next day counts as the trigger', () => {
    const fromOpening = { from: { opened: true } } as const;
    expect([counted(fromOpening, { cutOff: '09:00' }), counted(fromOpening, { cutOff: '08:59' }), counted({ ...fromOpening, cutOff: '12:00' }, { cutOff: '08:00' })]).toEqual(['2026-12-14', '2026-12-15', '2026-12-14']);
  });

  test('a due date on a day off stays, rolls on or rolls back', () => {
    const days = { amount: 5, unit: 'calendar-days' } as const; // Sat 12 Dec
    expect([counted(days), counted(days, { roll: 'forward' }), counted(days, { roll: 'back' }), counted({ ...days, roll: 'none' }, { roll: 'forward' })]).toEqual(['2026-12-12', '2026-12-14', '2026-12-11', '2026-12-12']);
  });

  test('calendars belong to nations, and to bodies with closures of their own', () => {
    const week = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
    const calendars: Readonly<Record<string, Calendar>> = {
      scotland: { label: 'Scotland', days: week, holidays: 'scotland' },
      court: { label: 'Court', days: week, holidays: 'england-and-wales', closures: [{ date: '2027-01-04', label: 'Court closed' }] },
    };
    const from = '2026-12-29'; // then 1 Jan in both nations, 4 Jan in Scotland alone: its 2 January fell on a Saturday
    expect([counted({}, {}, calendars, from), counted({ calendar: 'scotland' }, {}, calendars, from), counted({ calendar: 'court' }, {}, calendars, from)]).toEqual(['2027-01-06', '2027-01-07', '2027-01-07']);
  });
});

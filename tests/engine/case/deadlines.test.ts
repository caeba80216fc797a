import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate, parseDay } from '../../../engine/time/index.ts';
import { answered, done, fiveDays, lapsedClocks, opened, procedureWith, sent, standing } from './clockwork.ts';
import type { DeadlineView } from '../../../engine/case/types.ts';
import type { Timescale } from '../../../engine/procedure/types.ts';
import type { Entry } from './clockwork.ts';

const start = '2026-12-22T09:00';
function only(timescale: Timescale, log: readonly Entry[], asOf: string, settings = {}): DeadlineView {
  const [view, ...more] = standing(procedureWith({ clock: timescale }), log, asOf, settings);
  expect(more).toEqual([]);
  return view ?? expect.fail('no deadline');
}
const alerted = [opened(start, { aware: '2026-12-22' }), sent(start, 'send-alert', 'health')] as const;

describe('a clock that runs', () => {
  test('is due on the last day and says how it was counted', () => {
    expect(only(fiveDays, alerted, '2026-12-24T10:00')).toMatchObject({
      task: 'write', state: 'due', date: '2026-12-31', day: 2, days: 5, needsReason: false, certainty: 'published',
      sentence: '5 working days after Tue 22 Dec 2026, leaving out the bank holidays Fri 25 and Mon 28 Dec: Thu 31 Dec 2026.',
    });
  });

  test.each([
    ['2026-12-31T23:59', 'due', undefined],
    ['2027-01-01T00:00', 'overdue', '1 day late'],
    ['2027-01-05T09:00', 'overdue', '2 working days late'],
  ])('at %s is %s', (asOf, state, late) => {
    const view = only(fiveDays, alerted, asOf);
    expect([view.state, view.lateWords]).toEqual([state, late]);
  });

  test('is met by an act in time, though entered later', () => {
    const log: readonly Entry[] = [...alerted, ['2026-12-31T22:00', 'taskCompleted', { task: 'write' }, '2027-01-08T09:00']];
    expect(only(fiveDays, log, '2027-01-08T09:00')).toMatchObject({ state: 'met', date: '2026-12-31' });
  });

  test('is met late by a late act, in its own unit, and asks why until that is said', () => {
    const asking: Timescale = { ...fiveDays, onLapse: 'reason' };
    const log = [...alerted, done('2027-01-05T09:00', 'write')];
    expect(only(asking, log, '2027-01-06T09:00')).toMatchObject({ state: 'met-late', lateWords: '2 working days late', needsReason: true });
    expect(only(asking, [...log, ['2027-01-06T10:00', 'lapseExplained', { timescale: 'clock', reason: 'Ill.' }]], '2027-01-06T11:00').needsReason).toBe(false);
  });

  test('moves when the answer it counts from is changed', () => {
    expect(only(fiveDays, [...alerted, answered('2026-12-23T09:00', 'aware', '2026-12-15')], '2026-12-23T10:00').date).toBe('2026-12-22');
  });

  test('is said to be agreed when an answer gives the day and nothing is counted', () => {
    expect(only({ ...fiveDays, amount: 0 }, alerted, '2026-12-22T10:00').sentence).toBe('Agreed for this case: Tue 22 Dec 2026.');
  });

  test('stays where it began when it follows its first start', () => {
    const log = [...alerted, answered('2026-12-23T09:00', 'aware', '2026-12-15')];
    expect(only({ ...fiveDays, follows: 'first' }, log, '2026-12-23T10:00').date).toBe('2026-12-31');
  });

  test('counts hours from a moment', () => {
    const view = only({ ...fiveDays, amount: 24, unit: 'hours', from: { var: 'incident-at' } }, [opened(start, { 'incident-at': '2026-12-21T22:30' })], '2026-12-24T10:15');
    expect(view).toMatchObject({ state: 'overdue', date: '2026-12-22T22:30', lateWords: '35 hours 45 minutes late' });
    expect(view.day).toBeUndefined();
  });

  test('runs to the next meeting', () => {
    expect(only({ ...fiveDays, amount: 1, unit: 'next-meeting', meeting: 'group', from: { entered: 'review' } }, alerted, start)).toMatchObject({ date: '2026-12-31', state: 'due' });
  });

  test('takes its amount from a table', () => {
    const looked: Timescale = { ...fiveDays, amount: { lookup: { table: 'lengths', with: { var: 'size' } } } };
    expect(only(looked, alerted, start)).toMatchObject({ state: 'pending', sentence: 'Waits for: the answer that sets how long it is.' });
    expect(only(looked, [...alerted, answered(start, 'size', 'small')], start).date).toBe('2026-12-29');
  });

  test('says when it rests on bank holidays that are only expected', () => {
    expect(only(fiveDays, [opened('2028-12-28T09:00', { aware: '2028-12-28' })], '2028-12-28T10:00').certainty).toBe('expected');
  });
});

describe('readings of a setting', () => {
  test('change the unit', () => {
    const read: Timescale = { ...fiveDays, unit: { setting: 'unit' } };
    expect(only(read, alerted, start).date).toBe('2026-12-31');
    expect(only(read, alerted, start, { unit: 'calendar-days' }).date).toBe('2026-12-27');
  });

  test('change what it is counted from', () => {
    const read: Timescale = { ...fiveDays, from: { choose: { setting: 'start', of: { aware: { var: 'aware' }, sent: { sent: 'send-alert' } } } } };
    const log = [opened(start, { aware: '2026-12-14' }), sent(start, 'send-alert', 'health')];
    expect(only(read, log, start).date).toBe('2026-12-21');
    expect(only(read, log, start, { start: 'sent' }).date).toBe('2026-12-31');
  });

  test('may differ for one timescale from the conventions', () => {
    expect(only({ ...fiveDays, triggerDay: 1 }, alerted, start).date).toBe('2026-12-30');
    expect(only({ ...fiveDays, amount: 3, unit: 'calendar-days', roll: 'forward' }, alerted, start).date).toBe('2026-12-29');
    expect(only({ ...fiveDays, from: { opened: true }, cutOff: '08:30' }, alerted, start).date).toBe('2027-01-04');
  });
});

describe('a clock without a start is pending and says what it waits for', () => {
  test.each<[Timescale['from'], string]>([
    [{ var: 'aware' }, 'Waits for: an answer to “Became aware on”.'],
    [{ sent: 'checks' }, 'Waits for: “Agency checks” to be sent.'],
    [{ planned: 'publish' }, 'Waits for: a planned date for “Publish”.'],
    [{ done: 'copy' }, 'Waits for: “Send an advance copy” to be done.'],
    [{ entered: 'review' }, 'Waits for: “Review” to begin.'],
    [{ taken: ['outcome', 'end'] }, 'Waits for: “Outcome” to decide “End”.'],
    [{ 'true-since': 'death-told' }, 'Waits for: this to hold: A death is told.'],
    [{ latest: [{ opened: true }, { var: 'aware' }, { done: 'copy' }] }, 'Waits for: an answer to “Became aware on” and “Send an advance copy” to be done.'],
    [{ earliest: [{ var: 'aware' }, { done: 'copy' }] }, 'Waits for: an answer to “Became aware on” or “Send an advance copy” to be done.'],
    [{ due: 'clock' }, 'Waits for: the date of “clock”.'],
  ])('%o', (from, sentence) => {
    expect(only({ ...fiveDays, from }, [opened(start)], start)).toMatchObject({ state: 'pending', sentence });
  });

  test('the earliest of several starts with the first that is known, the latest with the last', () => {
    const log = [...alerted, done('2026-12-23T09:00', 'copy')];
    expect(only({ ...fiveDays, from: { earliest: [{ var: 'aware' }, { done: 'copy' }] } }, log, '2026-12-23T10:00').date).toBe('2026-12-31');
    expect(only({ ...fiveDays, from: { latest: [{ var: 'aware' }, { done: 'copy' }] } }, log, '2026-12-23T10:00').date).toBe('2027-01-04');
  });

  test('it may count from the due date of another', () => {
    const views = standing(procedureWith({ first: fiveDays, second: { ...fiveDays, amount: 2, from: { due: 'first' } } }), alerted, start);
    expect(views.map(({ date }) => date)).toEqual(['2026-12-31', '2027-01-05']);
  });

  test('it counts from the moment a rule became true', () => {
    const view = only({ ...fiveDays, for: 'duty', from: { 'true-since': 'death-told' } }, [...alerted, answered('2026-12-23T09:00', 'died', true)], '2026-12-23T10:00');
    expect(view).toMatchObject({ state: 'due', date: '2027-01-04' });
  });
});

describe('a clock says what it is counted from', () => {
  test.each<[Timescale['from'], string]>([
    [{ var: 'aware' }, '“Became aware on”'],
    [{ opened: true }, 'the opening of the case'],
    [{ sent: 'send-alert' }, '“Send the alert” sent'],
    [{ entered: 'review' }, '“Review” beginning'],
    [{ left: 'alert' }, '“Alert” ending'],
    [{ raised: 'write' }, '“Write the report” coming up'],
    [{ choose: { setting: 'start', of: { aware: { var: 'aware' } } } }, '“Became aware on”'],
    [{ latest: [{ var: 'aware' }, { sent: 'send-alert' }] }, '“Send the alert” sent'],
  ])('%o', (from, words) => { expect(only({ ...fiveDays, from }, alerted, start).countedFrom).toBe(words); });

  test('and nothing while that is not known', () => {
    expect(only(fiveDays, [opened(start)], start).countedFrom).toBeUndefined();
  });
});

describe('a clock that cannot run', () => {
  test('has no date where the source gives none', () => {
    expect(only({ ...fiveDays, amount: { gap: 'The source gives no time for the report.' } }, alerted, start)).toMatchObject({ state: 'no-date', sentence: 'The source gives no time for the report.' });
  });

  test('has no date while it is to be agreed, and keeps the agreed one', () => {
    const agreed: Timescale = { ...fiveDays, amount: { agreed: true } };
    expect(only(agreed, alerted, start)).toMatchObject({ state: 'no-date', sentence: 'No date has been agreed yet.' });
    expect(only(agreed, [...alerted, ['2026-12-23T09:00', 'timescaleExtended', { timescale: 'clock', to: '2027-01-20', reason: 'By telephone.' }]], '2026-12-23T10:00'))
      .toMatchObject({ state: 'due', date: '2027-01-20', sentence: 'Agreed to Wed 20 Jan 2027: By telephone.' });
  });

  test('stops with its task', () => {
    expect(only(fiveDays, [...alerted, ['2026-12-23T09:00', 'taskWithdrawn', { task: 'write', reason: 'Not needed.' }]], '2027-02-01T09:00'))
      .toMatchObject({ state: 'stopped', sentence: 'No longer needed: “Write the report” was withdrawn.' });
  });

  test('is left out once its task can no longer come up', () => {
    const log = [opened(start, { aware: '2026-12-22' }), sent(start, 'send-alert', 'health'), ['2026-12-23T09:00', 'decisionTaken', { task: 'outcome', options: ['end'] }] as Entry];
    const never: Timescale = { ...fiveDays, for: 'late-task' };
    const procedure = procedureWith({ clock: never });
    const tasks = { ...procedure.tasks, 'late-task': { shape: 'record' as const, label: 'Late task', in: ['review'], raised: 'by-choice' as const } };
    expect(standing({ ...procedure, tasks }, log.slice(0, 2), start).map(({ state }) => state)).toEqual(['due']);
    expect(standing({ ...procedure, tasks }, log, '2026-12-24T09:00')).toEqual([]);
  });

  test('is left out while a rule says that nothing is due', () => {
    const duty: Timescale = { ...fiveDays, for: 'duty' };
    expect(standing(procedureWith({ clock: duty }), [opened(start, { aware: '2026-12-22', died: false })], start)).toEqual([]);
    expect(only(duty, [opened(start, { aware: '2026-12-22' })], start).state).toBe('due');
  });
});

describe('an extension', () => {
  const extended: readonly Entry[] = [...alerted, ['2026-12-30T09:00', 'timescaleExtended', { timescale: 'clock', to: '2027-01-08', reason: 'Family away.' }]];

  test('replaces the date and keeps the old one in sight', () => {
    expect(only(fiveDays, extended, '2027-01-06T09:00')).toMatchObject({
      state: 'due', date: '2027-01-08', extendedFrom: '2026-12-31', day: 8, days: 10,
      sentence: '5 working days after Tue 22 Dec 2026, leaving out the bank holidays Fri 25 and Mon 28 Dec: Thu 31 Dec 2026. Extended to Fri 8 Jan 2027: Family away.',
    });
  });

  test('is late after the new date', () => {
    expect(only(fiveDays, extended, '2027-01-12T09:00')).toMatchObject({ state: 'overdue', lateWords: '2 working days late' });
  });
});

describe('a clock for each recipient', () => {
  const each: Timescale = { ...fiveDays, for: 'checks', act: 'replied', each: 'recipient', from: { sent: 'checks' } };
  const asked = [...alerted, sent('2026-12-22T10:00', 'checks', 'health'), sent('2026-12-29T10:00', 'checks', 'police')];

  test('waits until something is sent', () => {
    expect(only(each, alerted, start)).toMatchObject({ state: 'pending', sentence: 'Waits for: “Agency checks” to be sent.' });
  });

  test('starts with its own sending and is met by its own reply', () => {
    const log: readonly Entry[] = [...asked, ['2026-12-30T10:00', 'replyRecorded', { task: 'checks', recipient: 'health', state: 'received' }]];
    const views = standing(procedureWith({ clock: each }), log, '2027-01-05T10:00');
    expect(views.map(({ recipient, date, state }) => [recipient, date, state])).toEqual([['health', '2026-12-31', 'met'], ['police', '2027-01-06', 'due']]);
  });
});

describe('distances between two acts are read both ways', () => {
  const copy: Timescale = { for: 'copy', direction: 'at-least-before', amount: 7, unit: 'working-days', from: { planned: 'publish' }, basis: 'statutory' };
  const planned: readonly Entry[] = [...alerted, ['2026-12-22T10:00', 'taskPlanned', { task: 'publish', on: '2027-02-11' }]];

  test('the copy is due seven working days before the planned day, and exactly seven comply', () => {
    expect(only(copy, planned, '2027-01-04T09:00')).toMatchObject({ task: 'copy', state: 'due', date: '2027-02-02', sentence: 'At least 7 working days before Thu 11 Feb 2027: Tue 2 Feb 2027 at the latest.' });
  });

  test('once the copy has gone, publication has an earliest date', () => {
    const views = standing(procedureWith({ clock: copy }), [...planned, done('2027-02-04T09:00', 'copy')], '2027-02-05T09:00');
    expect(views.map(({ task, state, date }) => [task, state, date])).toEqual([['copy', 'met-late', '2027-02-02'], ['publish', 'not-yet', '2027-02-15']]);
    expect(views[1]?.sentence).toBe('At least 7 working days after Thu 4 Feb 2027: Mon 15 Feb 2027 at the earliest.');
  });

  test('taken down at least twelve months after publication, and not before', () => {
    const keep: Timescale = { for: 'take-down', direction: 'not-before', amount: 12, unit: 'months', from: { done: 'publish' }, basis: 'local' };
    const published = [...alerted, done('2027-02-11T09:00', 'publish')];
    expect(only(keep, published, '2027-03-01T09:00')).toMatchObject({ state: 'not-yet', date: '2028-02-11' });
    expect(only(keep, published, '2028-02-11T00:00').state).toBe('due');
    expect(only(keep, [...published, done('2028-02-09T09:00', 'take-down')], '2028-02-12T09:00')).toMatchObject({ state: 'met-late', lateWords: '2 days too early' });
  });

  test('a planned taking down gives publication a latest date', () => {
    const keep: Timescale = { for: 'take-down', direction: 'not-before', amount: 12, unit: 'months', from: { done: 'publish' }, basis: 'local' };
    const views = standing(procedureWith({ clock: keep }), [...alerted, ['2026-12-23T09:00', 'taskPlanned', { task: 'take-down', on: '2028-02-11' }]], '2026-12-24T09:00');
    expect(views.map(({ task, state, date }) => [task, state, date])).toEqual([['take-down', 'pending', undefined], ['publish', 'due', '2027-02-11']]);
  });
});

describe('laws', () => {
  test('a later awareness never gives an earlier due date', () => {
    const first = parseDay('2026-01-01') ?? NaN;
    fc.assert(fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 40 }), (offset, later) => {
      const due = (day: number): string => only(fiveDays, [opened('2026-12-31T09:00', { aware: civilDate(day) })], '2026-12-31T10:00').date ?? '';
      expect(due(first + offset + later) >= due(first + offset)).toBe(true);
    }), { numRuns: 25 });
  });
});

test('a duty that a rule turns out not to ask for no longer runs out', () => {
  const asked: Timescale = { ...fiveDays, for: 'duty', onLapse: { task: 'write' }, from: { opened: true } };
  const procedure = procedureWith({ clock: asked }, {});
  const tasks = { ...procedure.tasks, write: { shape: 'record' as const, label: 'Write the report', by: ['manager'], raised: 'by-choice' as const } };
  const log = [opened(start), answered('2026-12-23T09:00', 'died', false)];
  expect(lapsedClocks({ ...procedure, tasks }, log.slice(0, 1), '2027-02-01T09:00')).toEqual(['clock']);
  expect(lapsedClocks({ ...procedure, tasks }, log, '2027-02-01T09:00')).toEqual([]);
});

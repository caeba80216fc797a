// What a clock says of itself, held whole: what it waits for, what it was counted from once that is known, why it has no
// date, and how its date was agreed or extended.
import { describe, expect, test } from 'vitest';
import type { DeadlineView } from '../../../engine/case/types.ts';
import type { DateExpression, Procedure, Rule, Task, Timescale } from '../../../engine/procedure/types.ts';
import { answered, done, opened, procedureWith, sent, standing, type Entry } from './clockwork.ts';

const base = procedureWith({});
const within: Timescale = { for: 'publish', label: 'Published', direction: 'within', amount: 2, unit: 'calendar-days', from: { opened: true }, basis: 'local' } as Timescale;
const begins = opened('2026-12-07T09:00');
const alerted = sent('2026-12-07T10:00', 'send-alert', 'health');
const signs = (does: string, at: string): Entry => [at, 'signedOff', { task: 'read', does, step: 0 }];
const procedureOf = (timescales: Readonly<Record<string, Timescale>>): Procedure => ({
  ...base, timescales, settings: { ...base.settings, day: { label: 'Day', scope: 'procedure', kind: 'value', default: '2026-12-05' } as never },
  tasks: { ...base.tasks, read: { shape: 'record', label: 'Read it', by: ['manager'], in: ['alert', 'review'], signOff: [{ id: 'chair', by: 'health' }] } as unknown as Task },
  rules: { ...base.rules, dead: { label: 'The child died', if: { var: 'died' }, then: { label: 'x' }, strength: 'must' } as Rule },
});
const stands = (clock: Timescale, log: readonly Entry[], settings = {}, more: Readonly<Record<string, Timescale>> = {}, asOf = '2026-12-09T09:00'): readonly DeadlineView[] => standing(procedureOf({ clock, ...more }), log, asOf, settings).filter(({ timescale }) => timescale === 'clock');
const from = (expression: DateExpression, log: readonly Entry[], settings = {}, more = {}) => { const [view] = stands({ ...within, from: expression }, log, settings, more); return [view?.state === 'pending' ? view.sentence : view?.countedFrom, view?.date]; };

describe('what a clock counts from', () => {
  const due = { due: { ...within, label: 'The report', for: 'write', from: { var: 'aware' } } as Timescale, bare: { ...within, label: undefined, for: 'write', from: { var: 'aware' } } as unknown as Timescale };
  const choose = { choose: { setting: 'start', of: { aware: { var: 'aware' }, sent: { sent: 'send-alert' } } } };
  test.each<[name: string, expression: object, waits: string, then: readonly Entry[], counted: string, date: string]>([
    ['an answer', { var: 'aware' }, 'an answer to “Became aware on”', [answered('2026-12-08T09:00', 'aware', '2026-12-06')], '“Became aware on”', '2026-12-08'],
    ['a task coming up', { raised: 'write' }, '“Write the report” to come up', [alerted], '“Write the report” coming up', '2026-12-09'],
    ['a planned date', { planned: 'write' }, 'a planned date for “Write the report”', [alerted, ['2026-12-08T09:00', 'taskPlanned', { task: 'write', on: '2026-12-10' }]], 'the planned date of “Write the report”', '2026-12-12'],
    ['a task done', { done: 'write' }, '“Write the report” to be done', [alerted, done('2026-12-08T09:00', 'write')], '“Write the report” done', '2026-12-10'],
    ['a sending', { sent: 'send-alert' }, '“Send the alert” to be sent', [alerted], '“Send the alert” sent', '2026-12-09'],
    ['a stage beginning', { entered: 'review' }, '“Review” to begin', [alerted], '“Review” beginning', '2026-12-09'],
    ['a stage ending', { left: 'alert' }, '“Alert” to end', [alerted], '“Alert” ending', '2026-12-09'],
    ['a decision', { taken: ['outcome', 'go-on'] }, '“Outcome” to decide “Go on”', [alerted, ['2026-12-08T09:00', 'decisionTaken', { task: 'outcome', options: ['go-on'], views: [] }]], '“Outcome” deciding “Go on”', '2026-12-10'],
    ['a rule that holds', { 'true-since': 'dead' }, 'this to hold: The child died', [answered('2026-12-08T09:00', 'died', true)], 'this holding: The child died', '2026-12-10'],
    ['another clock', { due: 'due' }, 'the date of “The report”', [answered('2026-12-08T09:00', 'aware', '2026-12-06')], 'the date of “The report”', '2026-12-10'],
    ['another clock without a name', { due: 'bare' }, 'the date of “bare”', [answered('2026-12-08T09:00', 'aware', '2026-12-06')], 'the date of “bare”', '2026-12-10'],
    ['something put to those who sign it', { submitted: 'read' }, '“Read it” to be put to those who sign it off', [done('2026-12-08T09:00', 'read')], '“Read it” put to those who sign it off', '2026-12-10'],
    ['something signed', { signed: ['read', 'chair'] }, '“Read it” to be signed off by Health', [done('2026-12-08T08:00', 'read'), signs('accept', '2026-12-08T09:00')], '“Read it” signed off by Health', '2026-12-10'],
    ['the later of two', { latest: [{ var: 'aware' }, { done: 'write' }] }, 'an answer to “Became aware on” and “Write the report” to be done', [alerted, answered('2026-12-08T08:00', 'aware', '2026-12-06'), done('2026-12-08T09:00', 'write')], '“Write the report” done', '2026-12-10'],
    ['the earlier of two', { earliest: [{ var: 'aware' }, { done: 'write' }] }, 'an answer to “Became aware on” or “Write the report” to be done', [alerted, answered('2026-12-08T08:00', 'aware', '2026-12-06'), done('2026-12-08T09:00', 'write')], '“Became aware on”', '2026-12-08'],
    ['what a setting chooses', choose, 'an answer to “Became aware on”', [answered('2026-12-08T09:00', 'aware', '2026-12-06')], '“Became aware on”', '2026-12-08'],
  ])('%s: waited for, then named', (_name, expression, waits, then, counted, date) => {
    expect(from(expression as DateExpression, [begins], {}, due)).toEqual([`Waits for: ${waits}.`, undefined]);
    expect(from(expression as DateExpression, [begins, ...then], {}, due)).toEqual([counted, date]);
  });

  test('of the later of two only what is not known is waited for', () => {
    expect(from({ latest: [{ var: 'aware' }, { done: 'write' }] }, [begins, alerted, answered('2026-12-08T08:00', 'aware', '2026-12-06')])[0]).toBe('Waits for: “Write the report” to be done.');
  });
  test('the opening of the case is known at once, and another reading chooses another start', () => {
    expect(from({ opened: true } as never, [begins])).toEqual(['the opening of the case', '2026-12-09']);
    expect([from(choose as never, [begins, alerted], { start: 'sent' }), from(choose as never, [begins], { start: 'sent' })]).toEqual([['“Send the alert” sent', '2026-12-09'], ['Waits for: “Send the alert” to be sent.', undefined]]);
    expect([from(choose as never, [begins], { start: 'none' })[0], from({ setting: 'day' }, [begins])]).toEqual(['Waits for: the setting that says what it is counted from.', ['a date that is set for the procedure', '2026-12-07']]);
  });
  test('for each recipient is what was sent to it', () => {
    const each: Timescale = { ...within, for: 'checks', each: 'recipient', act: 'replied', from: { sent: 'checks' } };
    expect(stands(each, [begins, alerted]).map(({ sentence }) => sentence)).toEqual(['Waits for: “Agency checks” to be sent.']);
    const views = stands(each, [begins, alerted, sent('2026-12-07T11:00', 'checks', 'health'), sent('2026-12-08T11:00', 'checks', 'police')]);
    expect(views.map(({ recipient, countedFrom, date }) => [recipient, countedFrom, date])).toEqual([['health', '“Agency checks” sent', '2026-12-09'], ['police', '“Agency checks” sent', '2026-12-10']]);
  });
});

test('for each recipient waits to be sent before anything else, then for what all wait for, and names what set its own date', () => {
  const each = (start: object): Timescale => ({ ...within, for: 'checks', each: 'recipient', act: 'replied', from: start } as Timescale);
  const sends: readonly Entry[] = [begins, alerted, sent('2026-12-07T11:00', 'checks', 'health'), sent('2026-12-09T08:00', 'checks', 'police')];
  expect(stands(each({ var: 'aware' }), [begins, alerted]).map(({ sentence }) => sentence)).toEqual(['Waits for: “Agency checks” to be sent.']);
  expect(stands(each({ var: 'aware' }), sends).map(({ recipient, sentence }) => [recipient, sentence])).toEqual([['health', 'Waits for: an answer to “Became aware on”.'], ['police', 'Waits for: an answer to “Became aware on”.']]);
  const later = stands(each({ latest: [{ sent: 'checks' }, { var: 'aware' }] }), [...sends, answered('2026-12-09T08:30', 'aware', '2026-12-08')]);
  expect(later.map(({ recipient, countedFrom, date }) => [recipient, countedFrom, date])).toEqual([['health', '“Became aware on”', '2026-12-10'], ['police', '“Agency checks” sent', '2026-12-11']]);
});

describe('a clock without a count', () => {
  const said = (clock: Partial<Timescale>, log: readonly Entry[] = [begins, alerted]): string | undefined => stands({ ...within, ...clock } as Timescale, log)[0]?.sentence;
  test('says that nothing was agreed yet, what the source says of it, or that it says nothing', () => {
    expect([said({ amount: { agreed: true } }), said({ amount: { gap: 'The source says “promptly”.' } }), said({ amount: { gap: { en: 'Soon', cy: 'Cyn hir' } } as never })]).toEqual(['No date has been agreed yet.', 'The source says “promptly”.', 'Soon']);
  });
  test('waits for the answer that sets how long it is', () => {
    expect(said({ amount: { lookup: { table: 'lengths', with: { var: 'size' } } } })).toBe('Waits for: the answer that sets how long it is.');
  });
  test('of a task that was withdrawn is no longer needed', () => {
    expect(said({}, [begins, alerted, ['2026-12-08T09:00', 'taskWithdrawn', { task: 'publish', reason: 'No.' }]])).toBe('No longer needed: “Publish” was withdrawn.');
  });
});

describe('a date that was agreed or extended', () => {
  const agreed = (on: string, reason = '', type: 'dateAgreed' | 'timescaleExtended' = 'dateAgreed'): Entry => ['2026-12-08T09:00', type, type === 'dateAgreed' ? { timescale: 'clock', on, reason } : { timescale: 'clock', to: on, reason }];
  const said = (clock: Partial<Timescale>, entry: Entry): string | undefined => stands({ ...within, ...clock } as Timescale, [begins, alerted, entry])[0]?.sentence;
  test.each<[name: string, clock: Partial<Timescale>, entry: Entry, sentence: string]>([
    ['extended with a reason', {}, agreed('2026-12-20', 'It snowed.', 'timescaleExtended'), '2 calendar days after Mon 7 Dec 2026: Wed 9 Dec 2026. Extended to Sun 20 Dec 2026: It snowed.'],
    ['extended to a moment', { unit: 'hours' }, agreed('2026-12-20T10:30', 'It snowed.', 'timescaleExtended'), '2 hours after 09:00 on Mon 7 Dec 2026: 11:00 on Mon 7 Dec 2026. Extended to 10:30 on Sun 20 Dec 2026: It snowed.'],
    ['agreed where nothing is counted', { amount: { agreed: true } }, agreed('2026-12-20'), 'Agreed: Sun 20 Dec 2026.'],
    ['agreed with a reason of spaces', { amount: { agreed: true } }, agreed('2026-12-20', '  '), 'Agreed: Sun 20 Dec 2026.'],
    ['agreed with a reason', { amount: { agreed: true } }, agreed('2026-12-20', 'All were free.'), 'Agreed to Sun 20 Dec 2026: All were free.'],
  ])('%s says so', (_name, clock, entry, sentence) => {
    expect(said(clock, entry)).toBe(sentence);
  });
  test.each<[amount: number, from: object, sentence: string]>([
    [0, { var: 'aware' }, 'Agreed for this case: Mon 7 Dec 2026.'], [1, { var: 'aware' }, '1 calendar day after Mon 7 Dec 2026: Tue 8 Dec 2026.'], [0, { opened: true }, 'The day itself: Mon 7 Dec 2026.'],
  ])('an answer that gives the day is agreed where nothing is added: %s from %j', (amount, expression, sentence) => {
    expect(stands({ ...within, amount, from: expression } as Timescale, [opened('2026-12-07T09:00', { aware: '2026-12-07' }), alerted])[0]?.sentence).toBe(sentence);
  });
  test('a day that another clock gives, or that is itself the first that counts, was counted', () => {
    const due = { due: { ...within, label: 'The report', for: 'write', amount: 1, from: { var: 'aware' } } as Timescale };
    const log = [opened('2026-12-07T09:00', { aware: '2026-12-07' }), alerted];
    expect(stands({ ...within, amount: 0, from: { due: 'due' } }, log, {}, due)[0]).toMatchObject({ sentence: 'The day itself: Tue 8 Dec 2026.', date: '2026-12-08' });
    expect(stands({ ...within, amount: 1, triggerDay: 1, from: { var: 'aware' } }, log)[0]).toMatchObject({ date: '2026-12-07', sentence: expect.stringMatching(/^1 calendar day/) });
  });
  test('an answer that gives a moment, or a day that is moved off a day off, is counted', () => {
    expect(stands({ ...within, amount: 0, unit: 'hours', from: { var: 'incident-at' } }, [opened('2026-12-07T09:00', { 'incident-at': '2026-12-07T08:00' }), alerted])[0]?.sentence).toMatch(/^0 hours after/);
    expect(stands({ ...within, amount: 0, roll: 'forward', from: { var: 'aware' } } as Timescale, [opened('2026-12-07T09:00', { aware: '2026-12-06' }), alerted])[0]?.sentence).not.toMatch(/^Agreed/);
  });
});

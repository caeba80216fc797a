// From when a deadline is counted, and what it says of that: for each thing that may start it, once it has happened, several
// times, not at all, or no more. One hour is counted, so that the date shows the start to the minute.
import { expect, test } from 'vitest';
import type { DateExpression, Procedure, Scalar, Timescale } from '../../../engine/procedure/types.ts';
import { answered, done, fiveDays, opened, procedureWith, sent, standing, type Entry } from './clockwork.ts';

const alerted: readonly Entry[] = [opened('2026-12-01T09:00', { aware: '2026-12-01', died: true }), sent('2026-12-01T09:30', 'send-alert', 'health')];
const planned = (on: string): Entry => ['2026-12-02T09:00', 'taskPlanned', { task: 'publish', on }];
const withdrawn = (task: string): Entry => ['2026-12-03T09:00', 'taskWithdrawn', { task, reason: 'Not needed.' }];
const raised = (task: string): Entry => ['2026-12-03T09:00', 'taskRaised', { task }];
const goOn: Entry = ['2026-12-02T09:00', 'decisionTaken', { task: 'outcome', options: ['go-on'] }];
const asked: readonly Entry[] = [sent('2026-12-02T09:00', 'checks', 'health'), sent('2026-12-03T09:00', 'checks', 'police')];
const both = [{ done: 'copy' }, { done: 'take-down' }] as const;
const copied = (day: string): Entry => done(`2026-12-${day}T09:00`, 'copy');
const taken = (day: string): Entry => done(`2026-12-${day}T09:00`, 'take-down');

const told = (from: DateExpression, log: readonly Entry[], more: Partial<Timescale> = {}, fit = (bare: Procedure) => bare): string =>
  standing(fit(procedureWith({ clock: { ...fiveDays, amount: 1, unit: 'hours', from, ...more } })), [...alerted, ...log], '2026-12-20T09:00')
    .map(({ recipient, state, date, countedFrom, sentence }) => [recipient, date ?? state, countedFrom ?? sentence].filter((part) => part !== undefined).join(' ')).join('; ');

test.each<[name: string, from: DateExpression, log: readonly Entry[], told: string]>([
  ['the opening', { opened: true }, [], '2026-12-01T10:00 the opening of the case'],
  ['a stage that began', { entered: 'review' }, [], '2026-12-01T10:30 “Review” beginning'],
  ['a stage that has not begun', { entered: 'ended' }, [], 'pending Waits for: “Ended” to begin.'],
  ['a stage that ended', { left: 'alert' }, [], '2026-12-01T10:30 “Alert” ending'],
  ['a stage that ended before another', { left: 'alert' }, [['2026-12-02T09:00', 'decisionTaken', { task: 'outcome', options: ['end'] }]], '2026-12-01T10:30 “Alert” ending'],
  ['a stage that has not ended', { left: 'review' }, [], 'pending Waits for: “Review” to end.'],
  ['a task that came up', { raised: 'write' }, [], '2026-12-01T10:30 “Write the report” coming up'],
  ['a task that came up again', { raised: 'write' }, [done('2026-12-02T09:00', 'write'), raised('write')], '2026-12-03T10:00 “Write the report” coming up'],
  ['a task that was done', { done: 'copy' }, [copied('02')], '2026-12-02T10:00 “Send an advance copy” done'],
  ['a task that was done and is open again', { done: 'copy' }, [copied('02'), raised('copy')], '2026-12-02T10:00 “Send an advance copy” done'],
  ['a task that was done twice', { done: 'copy' }, [copied('02'), raised('copy'), copied('04')], '2026-12-04T10:00 “Send an advance copy” done'],
  ['a task that was planned', { planned: 'publish' }, [planned('2026-12-10T10:00')], '2026-12-10T11:00 the planned date of “Publish”'],
  ['a task that was planned anew', { planned: 'publish' }, [planned('2026-12-10T10:00'), planned('2026-12-11T10:00')], '2026-12-11T11:00 the planned date of “Publish”'],
  ['a task that was planned and withdrawn', { planned: 'publish' }, [planned('2026-12-10T10:00'), withdrawn('publish')], 'pending Waits for: a planned date for “Publish”.'],
  ['a task that was planned for no day', { planned: 'publish' }, [planned('soon')], 'pending Waits for: a planned date for “Publish”.'],
  ['an option that was taken', { taken: ['outcome', 'go-on'] }, [goOn], '2026-12-02T10:00 “Outcome” deciding “Go on”'],
  ['an option that was not', { taken: ['outcome', 'end'] }, [goOn], 'pending Waits for: “Outcome” to decide “End”.'],
  ['an option of what was not decided', { taken: ['outcome', 'end'] }, [], 'pending Waits for: “Outcome” to decide “End”.'],
  ['a sending that has not gone', { sent: 'checks' }, [], 'pending Waits for: “Agency checks” to be sent.'],
  ['a sending that has gone, first to one and then to another', { sent: 'checks' }, asked, '2026-12-02T10:00 “Agency checks” sent'],
  ['a sending that was withdrawn when it had gone', { sent: 'checks' }, [...asked, withdrawn('checks')], '2026-12-02T10:00 “Agency checks” sent'],
  ['a sending that has gone and is asked for again', { sent: 'checks' }, [...asked, raised('checks')], '2026-12-02T10:00 “Agency checks” sent'],
  ['a rule that holds', { 'true-since': 'death-told' }, [], '2026-12-01T10:00 this holding: A death is told'],
  ['a rule that holds again', { 'true-since': 'death-told' }, [answered('2026-12-02T09:00', 'died', false), answered('2026-12-03T09:00', 'died', true)], '2026-12-03T10:00 this holding: A death is told'],
  ['a rule that holds no more', { 'true-since': 'death-told' }, [answered('2026-12-02T09:00', 'died', false)], 'pending Waits for: this to hold: A death is told.'],
  ['an answer that is a time', { var: 'incident-at' }, [answered('2026-12-02T09:00', 'incident-at', '2026-11-30T08:00')], '2026-11-30T09:00 “When it happened”'],
  ['an answer that is not known', { var: 'incident-at' }, [['2026-12-02T09:00', 'answersRecorded', { mode: 'change', answers: { 'incident-at': { status: 'unknown' } } }]], 'pending Waits for: an answer to “When it happened”.'],
  ['an answer that is no date', { var: 'size' }, [answered('2026-12-02T09:00', 'size', 'small')], 'pending Waits for: an answer to “Size”.'],
  ['what a setting chooses', { choose: { setting: 'start', of: { aware: { entered: 'review' }, sent: { opened: true } } } }, [], '2026-12-01T10:30 “Review” beginning'],
  ['what a setting chooses, of which there is none', { choose: { setting: 'start', of: { sent: { opened: true } } } }, [], 'pending Waits for: the setting that says what it is counted from.'],
  ['the first of two, neither of which has come', { earliest: both }, [], 'pending Waits for: “Send an advance copy” to be done or “Take down” to be done.'],
  ['the first of two, one of which has come', { earliest: both }, [taken('02')], '2026-12-02T10:00 “Take down” done'],
  ['the first of two, in their order', { earliest: both }, [copied('02'), taken('03')], '2026-12-02T10:00 “Send an advance copy” done'],
  ['the first of two, in the other', { earliest: both }, [taken('02'), copied('03')], '2026-12-02T10:00 “Take down” done'],
  ['the first of three', { earliest: [...both, { opened: true }] }, [taken('02'), copied('03')], '2026-12-01T10:00 the opening of the case'],
  ['the first of two that came together', { earliest: both }, [copied('02'), taken('02')], '2026-12-02T10:00 “Send an advance copy” done'],
  ['the last of two, neither of which has come', { latest: both }, [], 'pending Waits for: “Send an advance copy” to be done and “Take down” to be done.'],
  ['the last of two, one of which has come', { latest: both }, [taken('02')], 'pending Waits for: “Send an advance copy” to be done.'],
  ['the last of two, in their order', { latest: both }, [copied('02'), taken('03')], '2026-12-03T10:00 “Take down” done'],
  ['the last of two, in the other', { latest: both }, [taken('02'), copied('03')], '2026-12-03T10:00 “Send an advance copy” done'],
  ['the last of three', { latest: [...both, { opened: true }] }, [taken('02'), copied('03')], '2026-12-03T10:00 “Send an advance copy” done'],
])('an hour from %s', (_name, from, log, expected) => {
  expect(told(from, log)).toBe(expected);
});

test('for each recipient an hour from its own sending, and from another sending as the case has it', () => {
  const each: Partial<Timescale> = { for: 'checks', each: 'recipient' };
  expect(told({ sent: 'checks' }, asked, each)).toBe('health 2026-12-02T10:00 “Agency checks” sent; police 2026-12-03T10:00 “Agency checks” sent');
  expect(told({ sent: 'send-alert' }, asked, each)).toBe('health 2026-12-01T10:30 “Send the alert” sent; police 2026-12-01T10:30 “Send the alert” sent');
  expect(told({ earliest: [{ sent: 'checks' }, { sent: 'send-alert' }] }, asked, each)).toBe('health 2026-12-01T10:30 “Send the alert” sent; police 2026-12-01T10:30 “Send the alert” sent');
  expect(told({ latest: [{ sent: 'checks' }, { sent: 'send-alert' }] }, asked, each)).toBe('health 2026-12-02T10:00 “Agency checks” sent; police 2026-12-03T10:00 “Agency checks” sent');
});

test.each<[written: Scalar, expected: string]>([['2026-12-05', '2026-12-06 a date that is set for the procedure'], ['soon', 'pending Waits for: the date it is counted from.'], [7, 'pending Waits for: the date it is counted from.']])('a day from the setting %j', (written, expected) => {
  const set = (bare: Procedure): Procedure => ({ ...bare, settings: { ...bare.settings, day: { label: 'Day', scope: 'procedure', kind: 'reading', default: written, choices: [{ value: written, label: 'This' }] } } });
  expect(told({ setting: 'day' }, [], { unit: 'calendar-days' }, set)).toBe(expected);
});

test.each<[from: DateExpression, expected: string]>([[{ var: 'aware' }, '2026-12-02 “Became aware on”'], [{ earliest: [{ opened: true }, { var: 'aware' }] }, '2026-12-02 “Became aware on”'], [{ latest: [{ var: 'aware' }, { opened: true }] }, '2026-12-02 the opening of the case']])('a day from %j', (from, expected) => {
  expect(told(from, [], { unit: 'calendar-days' })).toBe(expected);
});

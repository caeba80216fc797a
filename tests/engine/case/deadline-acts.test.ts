// Which act meets a deadline: of the whole task or of each it goes to, the sending, the plan, the reply or the doing, and
// what a reply that is sent back, a recipient or a task that is withdrawn make of it.
import { expect, test } from 'vitest';
import type { Timescale } from '../../../engine/procedure/types.ts';
import { fiveDays, opened, procedureWith, sent, standing, type Entry } from './clockwork.ts';

const start = '2026-12-22T09:00';
const alerted: readonly Entry[] = [opened(start), sent(start, 'send-alert', 'health')];
const asked: readonly Entry[] = [...alerted, sent('2026-12-22T10:00', 'checks', 'health'), sent('2026-12-29T10:00', 'checks', 'police')];
const replied = (at: string, recipient: string, state: string): Entry => [at, 'replyRecorded', { task: 'checks', recipient, state }];
const declined = replied('2026-12-31T10:00', 'police', 'declined');
const back: readonly Entry[] = [...asked, replied('2026-12-30T10:00', 'health', 'received'), replied('2026-12-30T11:00', 'health', 'sent-back'), declined];
const withdrawn: Entry = ['2026-12-30T09:00', 'taskWithdrawn', { task: 'checks', reason: 'Not needed.' }];
const planned = (on: string): Entry => ['2026-12-23T09:00', 'taskPlanned', { task: 'checks', on }];

/** Due by Thu 31 Dec 2026, looked at on Wed 20 Jan 2027: what it says of the whole task and, after a stroke, of each recipient. */
const told = (log: readonly Entry[], changes: Partial<Timescale>): string => {
  const clock: Timescale = { ...fiveDays, for: 'checks', from: { opened: true }, ...changes };
  const say = (one: Timescale) => standing(procedureWith({ clock: one }), log, '2027-01-20T09:00').map(({ recipient, state, lateWords }) => [recipient, state, lateWords].filter((part) => part !== undefined).join(' ')).join(', ');
  return `${say(clock)} / ${say({ ...clock, each: 'recipient' })}`;
};
const overdue = 'overdue 13 working days late';
const both = (state: string): string => `health ${state}, police ${state}`;

test.each<[name: string, log: readonly Entry[], changes: Partial<Timescale>, told: string]>([
  ['done, and it was sent', asked, {}, `${overdue} / ${both(overdue)}`],
  ['done, and one of two replied', [...asked, replied('2026-12-30T10:00', 'health', 'received')], {}, `${overdue} / health met, police ${overdue}`],
  ['done, and both answered, one too late', [...asked, replied('2027-01-04T10:00', 'health', 'received'), declined], {}, 'met-late 1 working day late / health met-late 1 working day late, police met'],
  ['done, in so many words', [...asked, replied('2027-01-04T10:00', 'health', 'received'), declined], { act: 'done' }, 'met-late 1 working day late / health met-late 1 working day late, police met'],
  ['done, and a reply came that was sent back', back, {}, `${overdue} / health ${overdue}, police met`],
  ['done, and a reply that was sent back came again', [...back, replied('2027-01-04T10:00', 'health', 'received')], {}, 'met-late 1 working day late / health met-late 1 working day late, police met'],
  ['sent, and it was not', alerted, { act: 'sent' }, `${overdue} / pending`],
  ['sent, and it was', asked, { act: 'sent' }, `met / ${both('met')}`],
  ['sent, and it went to one too late', [...alerted, sent('2026-12-22T10:00', 'checks', 'health'), sent('2027-01-05T10:00', 'checks', 'police')], { act: 'sent' }, 'met / health met, police met-late 2 working days late'],
  ['replied to, and one of two replied', [...asked, replied('2026-12-30T10:00', 'health', 'received')], { act: 'replied' }, `${overdue} / health met, police ${overdue}`],
  ['replied to, and nobody was asked', alerted, { act: 'replied' }, `${overdue} / pending`],
  ['replied to, and a reply came that was sent back', back, { act: 'replied' }, `met / ${both('met')}`],
  ['replied to, and a reply that was sent back came again', [...back, replied('2027-01-04T10:00', 'health', 'received')], { act: 'replied' }, `met / ${both('met')}`],
  ['replied to, where what is sent back has not come', back, { act: 'replied', sentBack: 'again' }, `${overdue} / health ${overdue}, police met`],
  ['replied to, where what is sent back came again', [...back, replied('2027-01-04T10:00', 'health', 'received')], { act: 'replied', sentBack: 'again' }, 'met-late 1 working day late / health met-late 1 working day late, police met'],
  ['replied to, where nothing was sent back', [...asked, replied('2026-12-30T10:00', 'health', 'received'), declined], { act: 'replied', sentBack: 'again' }, `met / ${both('met')}`],
  ['planned, and it was not', asked, { act: 'planned' }, `${overdue} / ${both(overdue)}`],
  ['planned, and it was for a day too late', [...alerted, planned('2027-01-05')], { act: 'planned' }, 'met-late 2 working days late / pending'],
  ['planned, and it was for the last day', [...alerted, planned('2026-12-31')], { act: 'planned' }, 'met / pending'],
  ['planned, and it was for an hour of the last day', [...alerted, planned('2026-12-31T23:00')], { act: 'planned' }, 'met / pending'],
  ['planned, and it was for no day', [...alerted, planned('soon')], { act: 'planned' }, `${overdue} / pending`],
  ['done, by one who was withdrawn', [...asked, replied('2026-12-30T10:00', 'health', 'withdrawn')], {}, `${overdue} / health stopped, police ${overdue}`],
  ['done, and it was withdrawn', [...asked, withdrawn], {}, `stopped / ${both('stopped')}`],
  ['done, and it was withdrawn before it was sent', [...alerted, withdrawn], {}, 'stopped / stopped'],
])('a task to be %s', (_name, log, changes, expected) => {
  expect(told(log, changes)).toBe(expected);
});

test('a deadline that was stopped has no date and no bounds', () => {
  expect(standing(procedureWith({ clock: { ...fiveDays, for: 'checks', from: { opened: true } } }), [...asked, withdrawn], '2027-01-20T09:00')).toStrictEqual([{
    timescale: 'clock', task: 'checks', label: 'Agency checks', state: 'stopped', sentence: 'No longer needed: “Agency checks” was withdrawn.', countedFrom: 'the opening of the case', basis: 'local', cites: [], needsReason: false, certainty: 'published',
  }]);
});

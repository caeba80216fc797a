// What somebody is told whose act comes too early or too late for a distance that must be kept: the whole of it; and which
// acts a distance does not bind.
import { expect, test } from 'vitest';
import type { CommandBody, Refusal } from '../../../engine/case/types.ts';
import type { Procedure, Task, Timescale } from '../../../engine/procedure/types.ts';
import type { Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const week: Timescale = { for: 'copy', direction: 'at-least-before', amount: 7, unit: 'calendar-days', from: { planned: 'publish' }, basis: 'local', strength: 'must' };
const month: Timescale = { for: 'take-down', direction: 'at-least-after', amount: 1, unit: 'months', from: { done: 'publish' }, basis: 'local', strength: 'must' };
const does = (task: string): CommandBody => ({ type: 'completeTask', task });
const plans = (task: string, on: string): CommandBody => ({ type: 'planTask', task, on });
const letter = (more: Partial<Task> = {}): Task => ({ shape: 'exchange', label: 'Letter', by: ['manager'], in: ['review'], to: ['health'], expects: 'nothing', ...more } as Task);
type Act = readonly [body: CommandBody, now: string];
const story = (timescale: Timescale, acts: readonly Act[], task = letter()): Story => {
  const bare: Procedure = procedureWith({ distance: timescale });
  const told = begun({ ...bare, tasks: { ...bare.tasks, letter: task } }, '2026-12-01T09:00');
  told.does('manager', { type: 'sendExchange', task: 'send-alert' });
  for (const [body, now] of acts) told.does('manager', body, { now });
  return told;
};
const early = (what: string, date: string, ground = ''): Refusal => ({ code: 'bad-date', words: `“${what}” comes too early: it may be done from ${date}${ground}.`, missing: [{ kind: 'date', id: 'distance', label: date }], remedy: `Do it on ${date} or later, or correct the date of the other act.` });
const late = (what: string, other: string, date: string, ground = ''): Refusal => ({ code: 'bad-date', words: `“${what}” comes too late for the date that “${other}” is planned for: it could be done until ${date}${ground}.`, missing: [{ kind: 'date', id: 'distance', label: date }], remedy: `Plan “${other}” for a later date first.` });
const copied: Act = [does('copy'), '2026-12-10T10:00'];
const published: Act = [does('publish'), '2026-12-10T10:00'];

test.each<[name: string, timescale: Timescale, acts: readonly Act[], act: Act, told: Refusal]>([
  ['too soon after what must be before it', week, [copied], [does('publish'), '2026-12-16T23:59'], early('Publish', 'Thu 17 Dec 2026')],
  ['too soon, by a distance that has a name', { ...week, label: 'A week' }, [copied], [does('publish'), '2026-12-16T23:59'], early('Publish', 'Thu 17 Dec 2026', ' (A week)')],
  ['too soon, by a distance in the words of its source', { ...week, words: 'seven days' }, [copied], [does('publish'), '2026-12-16T23:59'], early('Publish', 'Thu 17 Dec 2026', ' (seven days)')],
  ['too soon by hours', { ...week, amount: 48, unit: 'hours' }, [copied], [does('publish'), '2026-12-12T09:59'], early('Publish', '10:00 on Sat 12 Dec 2026')],
  ['too late for what is planned', week, [[plans('publish', '2026-12-17'), '2026-12-02T10:00']], [does('copy'), '2026-12-11T00:00'], late('Send an advance copy', 'Publish', 'Thu 10 Dec 2026')],
  ['too late by hours', { ...week, amount: 48, unit: 'hours', label: 'Two days' }, [[plans('publish', '2026-12-17T10:00'), '2026-12-02T10:00']], [does('copy'), '2026-12-15T10:01'], late('Send an advance copy', 'Publish', '10:00 on Tue 15 Dec 2026', ' (Two days)')],
  ['too soon after the other', month, [published], [does('take-down'), '2027-01-09T23:59'], early('Take down', 'Sun 10 Jan 2027')],
  ['too soon, not before a day', { ...month, direction: 'not-before' }, [published], [does('take-down'), '2027-01-09T23:59'], early('Take down', 'Sun 10 Jan 2027')],
  ['too soon, for as long as it must last', { ...month, direction: 'at-least-for' }, [published], [does('take-down'), '2027-01-09T23:59'], early('Take down', 'Sun 10 Jan 2027')],
  ['too late for the other that is planned', month, [[plans('take-down', '2027-01-10'), '2026-12-02T10:00']], [does('publish'), '2026-12-11T00:00'], late('Publish', 'Take down', 'Thu 10 Dec 2026')],
  ['sent too soon', { ...month, for: 'letter' }, [published], [{ type: 'sendExchange', task: 'letter' }, '2027-01-09T23:59'], early('Letter', 'Sun 10 Jan 2027')],
])('an act that comes %s is refused with the date that would do', (_name, timescale, acts, [body, now], told) => {
  expect(story(timescale, acts).isRefused('manager', body, { now })).toStrictEqual(told);
});

test.each<[name: string, timescale: Timescale, acts: readonly Act[], act: Act, task?: Task]>([
  ['an act on the first day that will do', week, [copied], [does('publish'), '2026-12-17T00:00']], ['an act at the first minute that will do', { ...week, amount: 48, unit: 'hours' }, [copied], [does('publish'), '2026-12-12T10:00']], ['an act on the last day that will do', week, [[plans('publish', '2026-12-17'), '2026-12-02T10:00']], [does('copy'), '2026-12-10T23:59']],
  ['an act where the other is neither done nor planned', week, [], [does('publish'), '2026-12-02T10:00']], ['an act too soon for what only should be kept', { ...week, strength: 'should' }, [copied], [does('publish'), '2026-12-11T10:00']], ['an act too late for a time that is no distance', { ...month, direction: 'within' }, [published], [does('take-down'), '2027-02-10T10:00']],
  ['a distance for each recipient', { ...month, for: 'checks', each: 'recipient' }, [published], [{ type: 'sendExchange', task: 'checks' }, '2026-12-11T10:00']], ['the sending of what is done with its replies', { ...month, for: 'letter' }, [published], [{ type: 'sendExchange', task: 'letter' }, '2026-12-11T10:00'], letter({ expects: 'reply' })],
  ['the act of what a plan meets', { ...month, act: 'planned' }, [published], [does('take-down'), '2026-12-11T10:00']], ['another act', week, [copied], [does('take-down'), '2026-12-11T10:00']], ['an act too late for what was planned and done', { ...week, from: { planned: 'publish' } }, [[plans('publish', '2026-12-17'), '2026-12-02T10:00'], [does('publish'), '2026-12-05T10:00']], [does('copy'), '2026-12-12T10:00']],
])('%s is not bound', (_name, timescale, acts, [body, now], task) => {
  story(timescale, acts, task).does('manager', body, { now });
});

test('a sending that a distance to its sending bounds is refused whatever is waited for', () => {
  expect(story({ ...month, for: 'letter', act: 'sent' }, [published], letter({ expects: 'reply' })).isRefused('manager', { type: 'sendExchange', task: 'letter' }, { now: '2026-12-11T10:00' })).toStrictEqual(early('Letter', 'Sun 10 Jan 2027'));
});

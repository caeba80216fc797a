// Which way a case goes: order of routes, waiting, clocks that run out, limits that rules set, and what is kept of it.
import { expect, test } from 'vitest';
import { replay } from '../../../engine/case/replay.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Procedure, Rule, Timescale, Transition } from '../../../engine/procedure/types.ts';
import { answers, at, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

const sending: CommandBody = { type: 'sendExchange', task: 'send-alert' };
const route = (id: string, to: string, more: Partial<Transition> = {}): Transition => ({ id, from: ['alert'], on: { done: 'send-alert' }, to, ...more });
const ended: Transition = { id: 'on-end', from: ['review'], on: { option: ['outcome', 'end'] }, to: 'ended' };
const drawn = (transitions: readonly Transition[], changes: Partial<Procedure> = {}, timescales: Readonly<Record<string, Timescale>> = {}): Procedure => procedureWith(timescales, { transitions, ...changes });
const opened = (procedure: Procedure, values = {}): Story => begun(procedure, '2026-12-07T09:00', values);

test('[S4.2] of two routes that hold the first is taken', () => {
  const both = [route('first', 'review', { if: { var: 'died' } }), route('second', 'ended', { if: { var: 'died' } }), ended];
  const story = opened(drawn(both), { died: true });
  expect(story.does('manager', sending).stages).toEqual(['review']);
  const turned = opened(drawn([both[1], both[0], ended] as readonly Transition[]), { died: true });
  expect(turned.does('manager', sending).stages).toEqual(['ended']);
});

test('[S4.3] what waited is forgotten when its stage is left', () => {
  const procedure = drawn([route('died', 'review', { if: { var: 'died' } }), route('aside', 'review', { on: { chosen: { by: ['manager'] } } }), route('back', 'alert', { from: ['review'], on: { chosen: { by: ['manager'] } } }), ended]);
  const story = opened(procedure);
  story.does('manager', sending);
  story.does('manager', { type: 'takeTransition', transition: 'aside' });
  story.does('manager', { type: 'takeTransition', transition: 'back' });
  const held = story.does('manager', { type: 'recordAnswers', mode: 'change', answers: answers({ died: true }) });
  expect(held.stages).toEqual(['alert']);
});

test('[S4.10] a route on a clock that ran out is taken at that instant, and an act entered late takes it back', () => {
  const report: Timescale = { ...fiveDays, for: 'duty' };
  const procedure = drawn([route('on', 'review'), route('late', 'ended', { from: ['review'], on: { lapsed: 'report' } })], {}, { report });
  const story = opened({ ...procedure, tasks: { ...procedure.tasks, duty: { shape: 'record', label: 'Tell', by: ['manager'] } } }, { aware: '2026-12-07' });
  story.does('manager', sending);
  const later = replay(story.versions, story.case.events, at('2026-12-20T09:00'));
  expect(later.visits.at(-1)).toMatchObject({ stage: 'ended', entered: at('2026-12-15T00:00'), by: 'late' });
  expect(later.events).toHaveLength(2);
  const held = story.does('manager', { type: 'completeTask', task: 'duty' }, { now: '2026-12-20T09:00', occurred: '2026-12-14T23:59' });
  expect(held.stages).toEqual(['review']);
});

test('[S4.12] a case keeps the type that a stage gave it until another gives one', () => {
  const procedure = drawn([route('on', 'review'), route('over', 'ended', { from: ['review'], on: { done: 'write' } })]);
  const { alert, review, ended: last } = procedure.stages;
  const named: Procedure = { ...procedure, closing: { if: { var: 'died' } }, stages: { alert: { ...alert, caseType: 'Alert' }, review: review, ended: { ...last, caseType: 'Reviewed' } } as Procedure['stages'] };
  const story = opened(named);
  expect([story.case.caseType, story.does('manager', sending).caseType, story.does('manager', { type: 'completeTask', task: 'write' }).caseType]).toEqual(['Alert', 'Alert', 'Reviewed']);
});

test('[S4.15] each visit is kept with its beginning, its end and the route that led to it', () => {
  const story = opened(drawn([route('on', 'review'), route('back', 'alert', { from: ['review'], on: { chosen: { by: ['manager'] } } })]));
  story.does('manager', sending, { now: '2026-12-08T10:00' });
  story.does('manager', { type: 'takeTransition', transition: 'back' }, { now: '2026-12-09T10:00' });
  expect(story.case.visits).toEqual([
    { stage: 'alert', entered: at('2026-12-07T09:00'), left: at('2026-12-08T10:00') },
    { stage: 'review', entered: at('2026-12-08T10:00'), left: at('2026-12-09T10:00'), by: 'on' },
    { stage: 'alert', entered: at('2026-12-09T10:00'), by: 'back' },
  ]);
});

test('[S4.16] a rule that forbids a route shuts it, and one that blocks makes it wait', () => {
  const barred: Rule = { label: 'No review of a death', if: { var: 'died' }, unknown: 'block', then: { forbid: { transition: 'on' } }, strength: 'must' };
  const procedure = drawn([route('on', 'review'), route('else', 'ended', { otherwise: true })], { rules: { barred } });
  expect(opened(procedure, { died: true }).does('manager', sending).visits.at(-1)?.stage).toBe('ended');
  const waiting = opened(procedure);
  expect(waiting.does('manager', sending).stages).toEqual(['alert']);
  expect(waiting.does('manager', { type: 'recordAnswers', mode: 'change', answers: answers({ died: false }) }).stages).toEqual(['review']);
});

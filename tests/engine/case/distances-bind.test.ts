// A distance that must be kept is kept when the act is done, not only shown; and a reply counts from when it came.
import { describe, expect, test } from 'vitest';
import type { Timescale } from '../../../engine/procedure/types.ts';
import { begun, clockOf } from '../../fixtures/engine/invented.ts';
import { at, type Story } from '../../fixtures/engine/acting.ts';
import { procedureWith } from './clockwork.ts';

const copyFirst: Timescale = { for: 'copy', label: 'A week for the family', direction: 'at-least-before', amount: 7, unit: 'calendar-days', from: { planned: 'publish' }, basis: 'local', strength: 'must' };
const year: Timescale = { for: 'take-down', direction: 'at-least-after', amount: 12, unit: 'months', from: { done: 'publish' }, basis: 'local', strength: 'must' };
const underReview = (timescales: Readonly<Record<string, Timescale>>, start = '2026-12-01T09:00'): Story => {
  const story = begun(procedureWith(timescales), start);
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  return story;
};
const publish = { type: 'completeTask', task: 'publish' } as const;

describe('an act that a distance bounds', () => {
  test('publishing within a week of the advance copy is refused, with the date from which it may be done', () => {
    const story = underReview({ 'copy-first': copyFirst });
    story.does('manager', { type: 'completeTask', task: 'copy' }, { now: '2026-12-10T10:00' });
    const refusal = story.isRefused('manager', publish, { now: '2026-12-16T10:00' });
    expect(refusal).toMatchObject({ code: 'bad-date', words: '“Publish” comes too early: it may be done from Thu 17 Dec 2026 (A week for the family).', missing: [{ kind: 'date', id: 'copy-first' }] });
    expect(refusal.remedy).toBe('Do it on Thu 17 Dec 2026 or later, or correct the date of the other act.');
  });

  test('publishing on the seventh day after the copy is allowed', () => {
    const story = underReview({ 'copy-first': copyFirst });
    story.does('manager', { type: 'completeTask', task: 'copy' }, { now: '2026-12-10T10:00' });
    story.does('manager', publish, { now: '2026-12-17T09:00' });
  });

  test('what counts is when it happened, not when it is entered', () => {
    const story = underReview({ 'copy-first': copyFirst });
    story.does('manager', { type: 'completeTask', task: 'copy' }, { now: '2026-12-10T10:00' });
    expect(story.isRefused('manager', publish, { now: '2026-12-20T10:00', occurred: '2026-12-16T23:00' }).code).toBe('bad-date');
  });

  test('a copy too late for the planned publication is refused until the publication is planned for later', () => {
    const story = underReview({ 'copy-first': copyFirst });
    story.does('manager', { type: 'planTask', task: 'publish', on: '2026-12-17' });
    const refusal = story.isRefused('manager', { type: 'completeTask', task: 'copy' }, { now: '2026-12-11T10:00' });
    expect(refusal).toMatchObject({ code: 'bad-date', remedy: 'Plan “Publish” for a later date first.' });
    expect(refusal.words).toContain('it could be done until Thu 10 Dec 2026');
    story.does('manager', { type: 'planTask', task: 'publish', on: '2026-12-18' });
    story.does('manager', { type: 'completeTask', task: 'copy' });
  });

  test('taking down before twelve months are over is refused; on the day it is allowed', () => {
    const story = underReview({ year });
    story.does('manager', publish, { now: '2026-12-10T10:00' });
    expect(story.isRefused('manager', { type: 'completeTask', task: 'take-down' }, { now: '2027-12-09T10:00' }).words).toContain('from Fri 10 Dec 2027');
    story.does('manager', { type: 'completeTask', task: 'take-down' }, { now: '2027-12-10T10:00' });
  });

  test('publishing too late for a planned taking down is refused', () => {
    const story = underReview({ year });
    story.does('manager', { type: 'planTask', task: 'take-down', on: '2027-12-10' });
    expect(story.isRefused('manager', publish, { now: '2026-12-11T10:00' }).words).toContain('“Take down” is planned for: it could be done until Thu 10 Dec 2026');
  });

  test('where the distance only should be kept, the act is done and the deadline says that it was not in time', () => {
    const story = underReview({ 'copy-first': { ...copyFirst, strength: 'should' } });
    story.does('manager', { type: 'completeTask', task: 'copy' }, { now: '2026-12-10T10:00' });
    story.does('manager', publish, { now: '2026-12-16T10:00' });
  });

  test('a due date binds nobody to stay away: what is late is done late', () => {
    const story = underReview({ 'in-time': { ...copyFirst, direction: 'within', amount: 2, from: { opened: true } } });
    story.does('manager', { type: 'completeTask', task: 'copy' }, { now: '2026-12-20T10:00' });
    expect(clockOf(story, 'in-time', '2026-12-20T12:00')?.state).toBe('met-late');
  });
});

describe('a clock for replies', () => {
  const replies: Timescale = { for: 'checks', act: 'replied', each: 'recipient', direction: 'within', amount: 5, unit: 'working-days', from: { sent: 'checks' }, basis: 'local' };
  const asked = (): Story => {
    const story = underReview({ replies });
    story.does('manager', { type: 'sendExchange', task: 'checks' }, { now: '2026-12-07T10:00' });
    return story;
  };
  const reply = (state: 'received' | 'accepted' | 'sent-back' | 'acknowledged' | 'no-answer') => ({ type: 'recordReply', task: 'checks', recipient: 'health', state }) as const;

  test('is met when the reply came, though it was accepted after the date', () => {
    const story = asked();
    story.does('manager', reply('received'), { now: '2026-12-11T10:00' });
    story.does('manager', reply('accepted'), { now: '2026-12-21T10:00' });
    expect(clockOf(story, 'replies/health', '2026-12-21T12:00')?.state).toBe('met');
  });

  test('is met by a reply in time that was sent back; the recipient says that it was', () => {
    const story = asked();
    story.does('manager', reply('received'), { now: '2026-12-11T10:00' });
    story.does('manager', reply('sent-back'), { now: '2026-12-21T10:00' });
    expect(clockOf(story, 'replies/health', '2026-12-21T12:00')?.state).toBe('met');
    expect(story.case.tasks['checks']?.[0]?.recipients[0]).toMatchObject({ party: 'health', state: 'sent-back' });
  });

  test('has not come while it is sent back where that is the reading, and comes when it comes again', () => {
    const story = underReview({ replies: { ...replies, sentBack: 'again' } });
    story.does('manager', { type: 'sendExchange', task: 'checks' }, { now: '2026-12-07T10:00' });
    const state = (asOf: string) => clockOf(story, 'replies/health', asOf)?.state;
    story.does('manager', reply('received'), { now: '2026-12-09T10:00' });
    expect(state('2026-12-09T12:00')).toBe('met');
    story.does('manager', reply('sent-back'), { now: '2026-12-10T10:00' });
    expect([state('2026-12-10T12:00'), state('2026-12-15T12:00')]).toEqual(['due', 'overdue']);
    story.does('manager', reply('received'), { now: '2026-12-16T10:00' });
    story.does('manager', reply('accepted'), { now: '2026-12-18T10:00' });
    expect([state('2026-12-18T12:00'), story.case.tasks['checks']?.[0]?.recipients[0]?.resubmitted]).toEqual(['met-late', at('2026-12-16T10:00')]);
  });

  test('is met late by a first reply after the date, whatever comes of it', () => {
    const story = asked();
    story.does('manager', reply('sent-back'), { now: '2026-12-21T10:00' });
    expect(clockOf(story, 'replies/health', '2026-12-21T12:00')?.state).toBe('met-late');
  });

  test('is not met by an acknowledgement where a reply is waited for, nor by the word that none came', () => {
    const story = asked();
    story.does('manager', reply('acknowledged'), { now: '2026-12-08T10:00' });
    story.does('manager', reply('no-answer'), { now: '2026-12-21T10:00' });
    expect(clockOf(story, 'replies/health', '2026-12-21T12:00')?.state).toBe('overdue');
  });

  test('begins anew when it is sent again', () => {
    const story = asked();
    story.does('manager', reply('received'), { now: '2026-12-11T10:00' });
    story.does('manager', { type: 'sendExchange', task: 'checks', recipients: ['health'], reason: 'An amended version.' }, { now: '2026-12-14T10:00' });
    expect(clockOf(story, 'replies/health', '2026-12-15T12:00')).toMatchObject({ state: 'due', date: '2026-12-21' });
  });
});

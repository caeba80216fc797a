// What comes back from several: rules about each reply read its own answers, and their tables become one.
import { describe, expect, test } from 'vitest';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Value } from '../../../engine/criteria/types.ts';
import { check } from '../../../engine/procedure/check.ts';
import type { Procedure, Question, Rule, Timescale } from '../../../engine/procedure/types.ts';
import { compile } from '../../../engine/case/compile.ts';
import { caseAt } from '../../../engine/case/replay.ts';
import { scopeOf } from '../../../engine/case/scope.ts';
import { answers, type Story } from '../../fixtures/engine/acting.ts';
import { begun, clockOf } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const rule: Rule = { label: 'The author was not involved', if: { var: 'involved' }, then: { forbid: { reply: 'reviews' } }, strength: 'must', cites: ['inv#1'] };
const question: Question = { type: 'computed', label: 'Integrated chronology', compute: { union: { task: 'reviews', question: 'events' }, sortBy: 'on', recipient: 'agency' }, columns: { on: { type: 'date', label: 'On' }, agency: { type: 'party', label: 'Agency' } } };
const reviews = (changes: Readonly<Record<string, Rule>> = { rule }): Procedure => procedureWith({}, {
  questions: { involved: { type: 'yes-no', label: 'Was the author involved?' }, author: { type: 'text', label: 'Author' }, events: { type: 'table', label: 'Events', columns: { on: { type: 'date', label: 'On' }, what: { type: 'text', label: 'What' } } }, whole: question },
  forms: { review: { label: 'Review', sections: [{ id: 'all', label: 'All', questions: ['author', 'involved', 'events'] }] } },
  tasks: { ...procedureWith({}).tasks, reviews: { shape: 'exchange', label: 'Ask for reviews', by: ['manager'], in: ['alert'], to: ['health', 'police'], expects: 'reply', reply: { form: 'review' } } },
  rules: changes,
});
const asked = (changes?: Readonly<Record<string, Rule>>): Story => {
  const story = begun(reviews(changes), '2026-12-01T09:00');
  story.does('manager', { type: 'sendExchange', task: 'reviews' });
  return story;
};
const reply = (recipient: string, values: Readonly<Record<string, Value>>, more: Readonly<Record<string, unknown>> = {}): CommandBody => ({ type: 'recordReply', task: 'reviews', recipient, state: 'received', answers: answers(values), ...more } as CommandBody);

describe('a chase', () => {
  const chase = (chaseNext?: string): CommandBody => ({ type: 'recordReply', task: 'reviews', recipient: 'police', state: 'asked', ...(chaseNext !== undefined && { chaseNext }) });
  const police = ({ case: { tasks } }: Story) => tasks['reviews']?.[0]?.recipients.find(({ party }) => party === 'police');

  test('is counted since the sending, and keeps when they are chased again', () => {
    const story = asked();
    story.does('manager', chase('2026-12-08T12:00'));
    story.does('manager', chase('2026-12-10'));
    expect(police(story)).toMatchObject({ state: 'asked', chased: { times: 2, next: '2026-12-10' } });
    story.does('manager', { type: 'sendExchange', task: 'reviews', recipients: ['police'], reason: 'An amended letter.' });
    expect(police(story)?.chased).toBeUndefined();
  });

  test('is not planned for a day before it, nor for one that does not exist', () => {
    const story = asked();
    expect(story.isRefused('manager', chase('2026-11-30')).code).toBe('bad-date');
    expect(story.isRefused('manager', chase('2027-02-30')).code).toBe('bad-date');
  });
});

describe('a clock for the replies of all', () => {
  const clock: Timescale = { for: 'reviews', act: 'replied', direction: 'within', amount: 5, unit: 'working-days', from: { sent: 'reviews' }, basis: 'local' };
  const state = (story: Story): string | undefined => clockOf(story, 'answered', '2026-12-10T09:00')?.state;

  test('is met by the last of them, not by the first', () => {
    const story = begun({ ...reviews({}), timescales: { answered: clock } }, '2026-12-01T09:00');
    expect(state(story)).toBe('pending');
    story.does('manager', { type: 'sendExchange', task: 'reviews' });
    story.does('manager', reply('health', {}), { now: '2026-12-02T09:00' });
    expect(state(story)).toBe('overdue');
    story.does('manager', reply('police', {}), { now: '2026-12-09T09:00' });
    expect(state(story)).toBe('met-late');
    const early = begun({ ...reviews({}), timescales: { answered: clock } }, '2026-12-01T09:00');
    early.does('manager', { type: 'sendExchange', task: 'reviews' });
    for (const agency of ['health', 'police']) early.does('manager', reply(agency, {}), { now: '2026-12-08T09:00' });
    expect(state(early)).toBe('met');
  });
});

describe('a rule about a reply', () => {
  test('refuses the reply of the agency whose author was involved, and no other', () => {
    const story = asked();
    story.does('manager', reply('police', { author: 'C.D.', involved: false }));
    expect(story.isRefused('manager', reply('health', { author: 'E.F.', involved: true }))).toMatchObject({ code: 'forbidden', rule: 'rule', cites: ['inv#1'] });
    story.does('manager', reply('health', { author: 'G.H.', involved: false }));
  });

  test('does not stand against the sending', () => {
    const story = begun(reviews({ always: { then: { forbid: { reply: 'reviews' } }, strength: 'must' } }), '2026-12-01T09:00');
    story.does('manager', { type: 'sendExchange', task: 'reviews' });
    expect(story.isRefused('manager', reply('health', {})).code).toBe('forbidden');
  });

  test('reads what the agency said with an earlier part of its reply', () => {
    const story = asked();
    story.does('manager', reply('health', { involved: true }, { state: 'acknowledged' }));
    expect(story.isRefused('manager', reply('health', { author: 'E.F.' })).code).toBe('forbidden');
  });

  test('asks for a field where the reply’s own answers call for it', () => {
    const story = asked({ named: { if: { var: 'involved' }, then: { require: { fields: ['author'], of: 'reviews' } }, strength: 'must' } });
    expect(story.isRefused('manager', reply('health', { involved: true }))).toMatchObject({ code: 'missing-field', missing: [{ id: 'author' }] });
    story.does('manager', reply('police', { involved: false }));
  });
});

describe('the rows of all replies as one table', () => {
  const rows = (story: Story): unknown => {
    const { compiled, folded } = caseAt(story.versions, story.case, story.now);
    return scopeOf(compiled, folded, story.now).value('whole');
  };
  test('come in the order of their column, each with the agency it came from, those without a date last', () => {
    const story = asked({});
    story.does('manager', reply('police', { events: [{ what: 'Undated' }, { on: '2026-03-04', what: 'Call' }] }));
    story.does('manager', reply('health', { events: [{ on: '2026-03-01', what: 'Visit' }, { on: '2026-03-09', what: 'Clinic' }] }));
    expect(rows(story)).toEqual([
      { on: '2026-03-01', what: 'Visit', agency: 'health' }, { on: '2026-03-04', what: 'Call', agency: 'police' },
      { on: '2026-03-09', what: 'Clinic', agency: 'health' }, { what: 'Undated', agency: 'police' },
    ]);
  });

  test('is not answered by anybody, and the file that has one is run in full', () => {
    expect(asked({}).isRefused('manager', { type: 'recordAnswers', mode: 'change', answers: answers({ whole: [] }) }).code).toBe('bad-answer');
    expect(check(reviews()).filter(({ severity, pointer }) => severity === 'problem' && pointer.startsWith('/questions'))).toEqual([]);
    expect(compile(reviews()).computed.has('whole')).toBe(true);
  });
});

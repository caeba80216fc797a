// One of several that is withdrawn, or that is not waited for, on an invented procedure.
import { describe, expect, test } from 'vitest';
import { compile } from '../../engine/case/compile.ts';
import { register } from '../../engine/case/register.ts';
import { replay } from '../../engine/case/replay.ts';
import type { Fragment, Procedure } from '../../engine/procedure/types.ts';
import { answers, at, Story } from '../fixtures/engine/acting.ts';
import { begun, clockOf } from '../fixtures/engine/invented.ts';
import { procedureWith } from '../engine/case/clockwork.ts';

const asking = (): Story => {
  const story = new Story().opens().works();
  story.does('clerk', { type: 'sendExchange', task: 'returns' });
  return story;
};
const states = (story: Story): unknown => story.case.tasks['returns']?.at(-1)?.recipients.map(({ party, state, reason }) => [party, state, reason]);

test('one of several is withdrawn with a reason, and the others go on', () => {
  const story = asking();
  story.does('clerk', { type: 'recordReply', task: 'returns', recipient: 'clinic', state: 'withdrawn', reason: 'It never knew the child.' });
  expect(states(story)).toEqual([['school', 'asked', undefined], ['clinic', 'withdrawn', 'It never knew the child.']]);
  expect(story.case.stages).toContain('asking');
  story.does('school', { type: 'recordReply', task: 'returns', recipient: 'school', state: 'declined' });
  expect(story.case.stages).toContain('reading');
});

test('the case goes on while one is out, with the reason, and the one that is out stays asked for', () => {
  const story = asking();
  story.does('clerk', { type: 'recordReply', task: 'returns', recipient: 'clinic', state: 'declined' });
  expect(story.isRefused('clerk', { type: 'takeTransition', transition: 'go-on' }).code).toBe('missing-reason');
  story.does('clerk', { type: 'takeTransition', transition: 'go-on', reason: 'The school is shut until January.' });
  expect(story.case.stages).toContain('reading');
  expect(story.case.tasks['returns']?.at(-1)?.state).toBe('open');
  expect(story.case.events.at(-1)?.payload).toMatchObject({ transition: 'go-on', reason: 'The school is shut until January.' });
  expect(story.does('school', { type: 'recordReply', task: 'returns', recipient: 'school', state: 'declined' }).tasks['returns']?.at(-1)?.state).toBe('done');
});

describe('what is done for each of several, with facts, clock and line of its own', () => {
  const base = procedureWith({});
  const piece: Fragment = {
    label: 'A visit', stages: { visiting: { kind: 'other', label: 'Visit {instance}' }, visited: { kind: 'other', label: 'Visited', final: true } },
    transitions: [{ id: 'seen', from: ['visiting'], on: { done: 'visit' }, to: 'visited' }],
    questions: { asked: { type: 'date', label: 'When {instance} asked for it' }, wishes: { type: 'text', label: 'What {instance} said' } }, forms: { visit: { label: 'Visit', sections: [{ id: 'all', label: 'All', questions: ['asked', 'wishes'] }] } },
    tasks: { visit: { shape: 'record', label: 'Visit {instance}', by: ['manager'], in: ['visiting'], form: 'visit' } },
    timescales: { 'in-time': { for: 'visit', direction: 'within', amount: 3, unit: 'working-days', from: { var: 'asked' }, basis: 'local' } },
  };
  const procedure: Procedure = {
    ...base, fragments: { piece },
    questions: { ...base.questions, children: { type: 'table', label: 'Children', columns: { initials: { type: 'text', label: 'Initials' }, lives: { type: 'choice', label: 'Lives', options: [{ id: 'home', label: 'At home' }, { id: 'away', label: 'Away' }] } } } },
    stages: { ...base.stages, review: { kind: 'review', label: 'Visits', owner: 'manager', per: { over: 'children' }, call: { fragment: 'piece' } } },
    transitions: [base.transitions[0] as Procedure['transitions'][number], { id: 'all-seen', from: ['review'], on: { ended: 'review' }, to: 'ended' }],
    tasks: { 'send-alert': base.tasks['send-alert'] as Procedure['tasks'][string] }, rules: {},
    registers: { visits: { label: 'Children', rows: 'children', columns: [{ id: 'case', label: 'Case', value: { case: 'reference' } }, { id: 'who', label: 'Who', value: { row: 'initials' } }, { id: 'where', label: 'Where', value: { row: 'lives' } }], sortBy: 'who' } },
  };
  const children = (...initials: readonly string[]) => answers({ children: initials.map((one) => ({ initials: one, lives: one === 'A.A.' ? 'home' : 'away' })) });
  const visiting = (): Story => {
    const story = begun(procedure, '2026-12-07T09:00', {});
    story.does('manager', { type: 'recordAnswers', mode: 'change', answers: children('B.B.', 'A.A.') });
    story.does('manager', { type: 'sendExchange', task: 'send-alert' });
    return story;
  };

  test('a record for each row of a table, each with its own answers and its own date; one more comes late, and the whole waits for it', () => {
    const story = visiting();
    story.does('manager', { type: 'recordAnswers', mode: 'change', answers: answers({ 'review-row-1-asked': '2026-12-07', 'review-row-2-asked': '2026-12-09' }) });
    expect(['review-row-1-in-time', 'review-row-2-in-time'].map((id) => clockOf(story, id, '2026-12-09T12:00')?.date)).toEqual(['2026-12-10', '2026-12-14']);
    story.does('manager', { type: 'completeTask', task: 'review-row-1-visit', answers: answers({ 'review-row-1-wishes': 'To stay.' }) });
    story.does('manager', { type: 'recordAnswers', mode: 'change', answers: children('B.B.', 'A.A.', 'C.C.') });
    story.does('manager', { type: 'completeTask', task: 'review-row-2-visit' });
    expect([story.case.stages.includes('review-row-3-visiting'), story.case.answers['review-row-1-wishes'], story.case.answers['review-row-2-wishes']]).toEqual([true, { value: 'To stay.' }, undefined]);
    expect(story.does('manager', { type: 'completeTask', task: 'review-row-3-visit' }).stages).toEqual(['ended']);
  });

  test('a register has a line for each row, in its own order', () => {
    const lines = register(compile(procedure, { version: 1, hash: 'h' }), 'visits', [visiting().case], at('2026-12-08T09:00'));
    expect(lines.map(({ cells }) => Object.values(cells))).toEqual([['IN-1', 'A.A.', 'At home'], ['IN-1', 'B.B.', 'Away']]);
    expect(register(compile(procedure, { version: 1, hash: 'h' }), 'visits', [begun(procedure, '2026-12-07T09:00').case], at('2026-12-08T09:00'))).toEqual([]);
  });

  test('what is said with a sending is each recipient’s own: another date for another agency', () => {
    const asked: Procedure = {
      ...base, questions: { ...base.questions, 'wanted-by': { type: 'date', label: 'Wanted by', each: 'act' } }, forms: { ask: { label: 'Ask', sections: [{ id: 'all', label: 'All', questions: ['wanted-by'] }] } },
      tasks: { ...base.tasks, checks: { ...base.tasks['checks'], in: ['alert'], form: 'ask' } as Procedure['tasks'][string] },
      timescales: { back: { for: 'checks', act: 'replied', each: 'recipient', direction: 'within', amount: 0, unit: 'calendar-days', from: { var: 'wanted-by' }, basis: 'local' } },
    };
    const story = begun(asked, '2026-12-07T09:00');
    const asks = (party: string, day: string) => story.does('manager', { type: 'sendExchange', task: 'checks', recipients: [party], answers: answers({ 'wanted-by': day }) });
    asks('health', '2026-12-10');
    asks('police', '2026-12-18');
    expect(['back/health', 'back/police'].map((id) => clockOf(story, id, '2026-12-14T09:00')).map((clock) => [clock?.date, clock?.state])).toEqual([['2026-12-10', 'overdue'], ['2026-12-18', 'due']]);
    expect(story.case.tasks['checks']?.[0]?.recipients.map(({ told }) => told)).toEqual([{ 'wanted-by': { value: '2026-12-10' } }, { 'wanted-by': { value: '2026-12-18' } }]);
    expect(replay(story.versions, story.case.events, story.case.asOf).tasks).toEqual(story.case.tasks);
  });
});

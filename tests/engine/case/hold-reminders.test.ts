// Reminders of a hold, and what a case shares with a related process.
import { describe, expect, test } from 'vitest';
import { replay } from '../../../engine/case/replay.ts';
import { sharedAnswers } from '../../../engine/case/shared.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { answers, at, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const procedure: Procedure = {
  ...procedureWith({}),
  holds: { trial: { label: 'Criminal trial', by: ['manager'], stops: { tasks: ['publish'] }, until: { released: true }, remindEvery: { amount: 4, unit: 'weeks' }, resume: 'remainder' } },
  relations: { criminal: { label: 'Criminal proceedings', outside: true, effects: ['informs'], shares: ['died', 'aware'] } },
};
const opened = (): Story => begun(procedure, '2026-12-07T09:00', { aware: '2026-12-07', died: false });
const holding = (): Story => {
  const story = opened();
  story.does('manager', { type: 'startHold', hold: 'trial', reason: 'Asked.' }, { now: '2026-12-07T10:00' });
  return story;
};
const found = (story: Story, asOf: string) => replay(story.versions, story.case.events, at(asOf)).findings.map(({ code, words }) => `${code}: ${words}`);
const reminded = 'hold-reminder: “Criminal trial” has held the case since Mon 7 Dec 2026. Does it still?';

describe('a hold with reminders', () => {
  test('asks after each period whether it still stands, until somebody says so', () => {
    const story = holding();
    expect([found(story, '2027-01-03T23:59'), found(story, '2027-01-04T00:01')]).toEqual([[], [reminded]]);
    story.does('manager', { type: 'confirmHold', hold: 'trial', reason: 'The trial is in March.' }, { now: '2027-01-05T10:00' });
    expect([found(story, '2027-01-31T23:59'), found(story, '2027-02-01T00:01'), found(story, '2027-12-01T00:01')]).toEqual([[], [reminded], [reminded]]);
    expect(story.case.holds[0]).toMatchObject({ reminded: at('2027-01-04T00:00'), confirmed: at('2027-01-05T10:00') });
    expect(JSON.parse(JSON.stringify(replay(story.versions, story.case.events, story.case.asOf)))).toEqual(JSON.parse(JSON.stringify(story.case)));
  });

  test('asks no more once it is released', () => {
    const story = holding();
    story.does('manager', { type: 'releaseHold', hold: 'trial' }, { now: '2026-12-20T10:00' });
    expect(found(story, '2027-06-01T09:00')).toEqual([]);
  });

  test('is confirmed by those who may place it, and only while it stands', () => {
    const confirm: CommandBody = { type: 'confirmHold', hold: 'trial' };
    expect(holding().isRefused('health', confirm).code).toBe('wrong-role');
    expect(opened().isRefused('manager', confirm).code).toBe('not-open');
    expect(opened().isRefused('manager', { ...confirm, hold: 'strike' }).code).toBe('unknown-task');
  });
});

describe('answers shared with a related process', () => {
  const open: CommandBody = { type: 'recordRelation', relation: 'criminal', state: 'open' };
  const shared = (story: Story) => sharedAnswers(story.versions, story.case, 'criminal', story.case.asOf);

  test('are told while it is open, those that are given and no others', () => {
    const story = opened();
    expect(shared(story)).toEqual({});
    story.does('manager', open);
    expect(shared(story)).toEqual(answers({ died: false, aware: '2026-12-07' }));
    story.does('manager', { type: 'recordRelation', relation: 'criminal', state: 'ended' });
    expect(shared(story)).toEqual({});
  });

  test('come across as an event of this case, which rules hear as they hear any answer', () => {
    const story = opened();
    story.does('manager', { ...open, answers: answers({ died: true }) } as CommandBody);
    expect([story.case.answers['died'], story.case.tasks['duty']?.[0]?.state]).toEqual([{ value: true }, 'open']);
    story.does('manager', { ...open, answers: answers({ died: false }) } as CommandBody);
    expect(story.case.answers['died']).toEqual({ value: false });
  });

  test('are refused where the two do not share the question, or the answer is none', () => {
    expect(opened().isRefused('manager', { ...open, answers: answers({ size: 'small' }) } as CommandBody)).toMatchObject({ code: 'bad-answer', words: '“Criminal proceedings” does not share “Size”.' });
    expect(opened().isRefused('manager', { ...open, answers: answers({ aware: 'yesterday' }) } as CommandBody).code).toBe('bad-answer');
  });
});

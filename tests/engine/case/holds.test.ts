// A hold stops what it says, and nothing else: clocks wait with what is left, tasks wait, the case goes on.
import { describe, expect, test } from 'vitest';
import { replay } from '../../../engine/case/replay.ts';
import { tasks } from '../../../engine/case/tasks.ts';
import { check } from '../../../engine/procedure/check.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Hold, Procedure } from '../../../engine/procedure/types.ts';
import { at, type Story } from '../../fixtures/engine/acting.ts';
import { begun, clockOf } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

const trial: Hold = { label: 'Criminal trial', by: ['manager'], stops: { tasks: ['publish'], timescales: ['report'] }, until: { date: true, released: true, ended: 'criminal' }, resume: 'remainder' };
const withHold = (changes: Partial<Hold> = {}, more: Partial<Procedure> = {}): Procedure => ({
  ...procedureWith({ report: { ...fiveDays, onLapse: { task: 'duty' } }, 'copy-in-time': { ...fiveDays, for: 'take-down', from: { var: 'aware' } } }),
  holds: { trial: { ...trial, ...changes } }, relations: { criminal: { label: 'Criminal proceedings', outside: true, effects: ['informs'] } }, ...more,
});
/** Aware on Mon 7 Dec 2026, so that the report is due on Mon 14 Dec. */
const underReview = (procedure: Procedure = withHold()): Story => {
  const story = begun(procedure, '2026-12-07T09:00', { aware: '2026-12-07' });
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  return story;
};
const start: CommandBody = { type: 'startHold', hold: 'trial', reason: 'The prosecutor asked.' };
const release: CommandBody = { type: 'releaseHold', hold: 'trial' };
const wednesday = { now: '2026-12-09T10:00' };

describe('a clock that a hold stops', () => {
  test('says since when it is held, and what is left; the others run on', () => {
    const story = underReview();
    story.does('manager', start, wednesday);
    const held = clockOf(story, 'report', '2026-12-30T10:00');
    expect(held).toMatchObject({ state: 'stopped', sentence: 'Held since Wed 9 Dec 2026 (Criminal trial): 3 working days left.' });
    expect(held?.date).toBeUndefined();
    expect(clockOf(story, 'copy-in-time', '2026-12-30T10:00')).toMatchObject({ state: 'overdue', date: '2026-12-14' });
  });

  test('never runs out while it is held, so that nothing comes of it', () => {
    const story = underReview();
    story.does('manager', { type: 'addNote', words: 'Before.' });
    story.does('manager', start, wednesday);
    expect(replay(story.versions, story.case.events, at('2027-06-01T09:00')).findings).toEqual([]);
  });

  test('runs what was left when it is released', () => {
    const story = underReview();
    story.does('manager', start, wednesday);
    story.does('manager', release, { now: '2027-01-11T10:00' });
    expect(clockOf(story, 'report', '2027-01-12T10:00')).toMatchObject({ state: 'due', date: '2027-01-14', sentence: expect.stringContaining('Held from Wed 9 Dec 2026 to Mon 11 Jan 2027 (Criminal trial): now Thu 14 Jan 2027.') });
    expect(clockOf(story, 'report', '2027-01-15T00:01')?.state).toBe('overdue');
  });

  test('starts again where the hold says so', () => {
    const story = underReview(withHold({ resume: 'restart' }));
    story.does('manager', start, wednesday);
    story.does('manager', release, { now: '2027-01-11T10:00' });
    expect(clockOf(story, 'report', '2027-01-12T10:00')?.date).toBe('2027-01-18');
  });

  test('is where it would have been, where its time ran on meanwhile', () => {
    const story = underReview(withHold({ resume: 'run-on' }));
    story.does('manager', start, wednesday);
    expect(clockOf(story, 'report', '2026-12-20T10:00')?.state).toBe('stopped');
    story.does('manager', release, { now: '2027-01-11T10:00' });
    expect(clockOf(story, 'report', '2027-01-12T10:00')).toMatchObject({ state: 'overdue', date: '2026-12-14', sentence: expect.stringContaining('the time ran on') });
  });

  test('is not concerned by a hold that began after its time was over, or after its task was done', () => {
    const late = underReview();
    late.does('manager', start, { now: '2026-12-16T10:00' });
    expect(clockOf(late, 'report', '2026-12-17T10:00')?.state).toBe('overdue');
    const done = underReview();
    done.does('manager', { type: 'completeTask', task: 'write' }, { now: '2026-12-08T10:00' });
    done.does('manager', start, wednesday);
    expect(clockOf(done, 'report', '2026-12-17T10:00')).toMatchObject({ state: 'met', date: '2026-12-14' });
  });

  test('is met by an act done while it is held', () => {
    const story = underReview();
    story.does('manager', start, wednesday);
    story.does('manager', { type: 'completeTask', task: 'write' }, { now: '2027-01-05T10:00' });
    expect(clockOf(story, 'report', '2027-01-05T12:00')?.state).toBe('met');
  });

  test('waits through two holds, one after the other', () => {
    const story = underReview();
    story.does('manager', start, wednesday);
    story.does('manager', release, { now: '2027-01-11T10:00' });
    story.does('manager', start, { now: '2027-01-12T10:00' });
    story.does('manager', release, { now: '2027-01-20T10:00' });
    expect(clockOf(story, 'report', '2027-01-21T10:00')?.date).toBe('2027-01-22');
  });

  test('is stopped as well when the clock names the hold', () => {
    const procedure = withHold({ stops: { tasks: ['publish'] } }, {});
    const story = underReview({ ...procedure, timescales: { ...procedure.timescales, report: { ...fiveDays, holdable: ['trial'] } } });
    story.does('manager', start, wednesday);
    expect(clockOf(story, 'report', '2026-12-30T10:00')?.state).toBe('stopped');
  });

  test('keeps a date agreed after the hold', () => {
    const procedure = withHold();
    const story = underReview({ ...procedure, timescales: { ...procedure.timescales, report: { ...fiveDays, adjust: { by: ['manager'], reason: true } } } });
    story.does('manager', start, wednesday);
    story.does('manager', release, { now: '2027-01-11T10:00' });
    story.does('manager', { type: 'extendTimescale', timescale: 'report', to: '2027-02-01', reason: 'Illness.' });
    expect(clockOf(story, 'report', '2027-01-12T10:00')).toMatchObject({ state: 'due', date: '2027-02-01' });
  });
});

describe('a hold ends', () => {
  test('by itself after its last day, which is included', () => {
    const story = underReview();
    story.does('manager', { ...start, until: '2026-12-18' } as CommandBody, wednesday);
    expect(clockOf(story, 'report', '2026-12-18T23:00')?.state).toBe('stopped');
    expect(clockOf(story, 'report', '2026-12-19T00:01')).toMatchObject({ state: 'due', date: '2026-12-23' });
  });

  test('and what it stopped runs out at its new date, though nobody acts', () => {
    const story = underReview();
    story.does('manager', { ...start, until: '2026-12-18' } as CommandBody, wednesday);
    const before = replay(story.versions, story.case.events, at('2026-12-23T23:00'));
    const after = replay(story.versions, story.case.events, at('2026-12-24T00:01'));
    expect([before, after].map(({ tasks: records }) => records['duty']?.length ?? 0)).toEqual([0, 1]);
    expect(clockOf(story, 'report', '2026-12-24T00:01')?.state).toBe('overdue');
  });

  test('with the related process that it waits for', () => {
    const story = underReview();
    story.does('manager', { type: 'recordRelation', relation: 'criminal', state: 'open' });
    story.does('manager', start, wednesday);
    story.does('manager', { type: 'recordRelation', relation: 'criminal', state: 'ended' }, { now: '2027-01-11T10:00' });
    expect(story.case.holds[0]?.ended).toBe(at('2027-01-11T10:00'));
  });

  test('when what it waits for has come', () => {
    const story = underReview(withHold({ until: { if: { var: 'died' } } }));
    story.does('manager', start, wednesday);
    story.does('manager', { type: 'recordAnswers', mode: 'change', answers: { died: { value: true } } }, { now: '2027-01-11T10:00' });
    expect(story.case.holds[0]?.ended).toBe(at('2027-01-11T10:00'));
    expect(story.isRefused('manager', start).code).toBe('forbidden');
  });

  test('only in the ways it has', () => {
    const story = underReview(withHold({ until: { date: true } }));
    expect(story.isRefused('manager', start)).toMatchObject({ code: 'missing-field', missing: [{ kind: 'date' }] });
    story.does('manager', { ...start, until: '2026-12-18' } as CommandBody, wednesday);
    expect(story.isRefused('manager', release).code).toBe('forbidden');
  });
});

describe('the very end of a hold', () => {
  const asOf = (story: Story, when: string) => replay(story.versions, story.case.events, at(when)).holds[0]?.ended;

  test('is the midnight after its last day, whenever that is looked at', () => {
    const story = underReview();
    story.does('manager', { ...start, until: '2026-12-18' } as CommandBody, wednesday);
    expect(['2026-12-18T23:59', '2026-12-19T00:00', '2027-01-04T09:00'].map((when) => asOf(story, when))).toEqual([undefined, at('2026-12-19T00:00'), at('2026-12-19T00:00')]);
    expect(clockOf(story, 'report', '2026-12-21T10:00')?.sentence).toContain('Held from Wed 9 Dec 2026 to Fri 18 Dec 2026 (Criminal trial): now Wed 23 Dec 2026.');
  });

  test('comes with the last of several processes of its kind, not with the first, and also at the minute at which it began', () => {
    const story = underReview();
    const told = (reference: string, state: 'open' | 'ended', now: string) => story.does('manager', { type: 'recordRelation', relation: 'criminal', state, reference }, { now });
    told('C1', 'open', '2026-12-08T10:00');
    told('C2', 'open', '2026-12-08T11:00');
    story.does('manager', start, wednesday);
    told('C1', 'ended', '2026-12-10T10:00');
    expect(story.case.holds[0]?.ended).toBeUndefined();
    told('C2', 'ended', '2026-12-11T10:00');
    expect(story.case.holds[0]?.ended).toBe(at('2026-12-11T10:00'));
    const same = underReview();
    same.does('manager', { type: 'recordRelation', relation: 'criminal', state: 'open' });
    same.does('manager', start, wednesday);
    same.does('manager', { type: 'recordRelation', relation: 'criminal', state: 'ended' }, wednesday);
    expect(same.case.holds[0]?.ended).toBe(at(wednesday.now));
  });

  test('does not come with another process, nor with one of its kind that had ended before it began', () => {
    const story = underReview(withHold({}, { relations: { criminal: { label: 'Criminal proceedings', outside: true, effects: ['informs'] }, inquest: { label: 'Inquest', outside: true, effects: ['informs'] } } }));
    for (const state of ['open', 'ended'] as const) story.does('manager', { type: 'recordRelation', relation: 'criminal', state }, { now: '2026-12-08T10:00' });
    story.does('manager', start, wednesday);
    for (const state of ['open', 'ended'] as const) story.does('manager', { type: 'recordRelation', relation: 'inquest', state }, { now: '2026-12-10T10:00' });
    expect(story.case.holds[0]?.ended).toBeUndefined();
  });
});

test('what may allow another hold is asked of no other', () => {
  const other: Hold = { ...trial, label: 'Family leave', until: { released: true } };
  const procedure = withHold({}, {
    holds: { trial, leave: other }, relations: { criminal: { label: 'Criminal proceedings', outside: true, effects: ['informs', { mayHold: 'leave' }] } },
    rules: { 'after-death': { label: 'A death is told', if: { var: 'died' }, then: { allowHold: 'leave' }, strength: 'may' } },
  });
  const story = underReview(procedure);
  expect(story.isRefused('manager', { ...start, hold: 'leave' } as CommandBody).code).toBe('forbidden');
  story.does('manager', start);
});

describe('a task that a hold stops', () => {
  test('is refused with what ends the hold, and said to be held; others are done', () => {
    const story = underReview();
    story.does('manager', start, wednesday);
    expect(story.isRefused('manager', { type: 'completeTask', task: 'publish' })).toMatchObject({
      code: 'on-hold', words: '“Publish” is on hold since Wed 9 Dec 2026: Criminal trial.',
      remedy: 'It can be done when the hold ends: when “Criminal proceedings” ends, or when Manager releases it.',
    });
    const views = tasks(story.versions, story.case, at('2026-12-10T10:00'));
    expect(views.filter(({ held }) => held !== undefined).map(({ id }) => id)).toEqual(['publish']);
    story.does('manager', { type: 'completeTask', task: 'copy' });
    story.does('manager', release);
    story.does('manager', { type: 'completeTask', task: 'publish' });
  });

  test('that was done before the hold may be entered during it', () => {
    const story = underReview();
    story.does('manager', start, wednesday);
    story.does('manager', { type: 'completeTask', task: 'publish' }, { now: '2026-12-10T10:00', occurred: '2026-12-08T10:00' });
  });
});

describe('a hold may be placed', () => {
  const refusal = (procedure: Procedure, body: CommandBody = start, role = 'manager'): string => underReview(procedure).isRefused(role, body, wednesday).code;

  test('by those named, with a reason, once at a time, and only if the procedure has it', () => {
    expect(refusal(withHold(), start, 'health')).toBe('wrong-role');
    expect(refusal(withHold(), { ...start, reason: ' ' } as CommandBody)).toBe('missing-reason');
    expect(refusal(withHold(), { ...start, hold: 'holiday' } as CommandBody)).toBe('unknown-task');
    expect(refusal(withHold(), release)).toBe('not-open');
    const story = underReview();
    story.does('manager', start);
    expect(story.isRefused('manager', start).code).toBe('already-done');
  });

  test('only while a related process that may hold is open', () => {
    const procedure = withHold({}, { relations: { criminal: { label: 'Criminal proceedings', outside: true, effects: ['informs', { mayHold: 'trial' }] } } });
    const story = underReview(procedure);
    expect(story.isRefused('manager', start)).toMatchObject({ code: 'forbidden', words: '“Criminal trial” is not allowed now: “Criminal proceedings” is not open.', remedy: 'Record first that the process is open.' });
    story.does('manager', { type: 'recordRelation', relation: 'criminal', state: 'open' });
    story.does('manager', start);
  });

  test('only while a rule that allows it holds', () => {
    const story = underReview(withHold({}, { rules: { 'after-death': { label: 'A death is told', if: { var: 'died' }, then: { allowHold: 'trial' }, strength: 'may' } } }));
    expect(story.isRefused('manager', start)).toMatchObject({ code: 'forbidden', rule: 'after-death' });
    story.does('manager', { type: 'recordAnswers', mode: 'change', answers: { died: { value: true } } });
    story.does('manager', start);
  });

  test('until a day that exists and has not gone, where it ends by date', () => {
    expect(refusal(withHold(), { ...start, until: '2026-02-30' } as CommandBody)).toBe('bad-date');
    expect(refusal(withHold(), { ...start, until: '2026-12-08' } as CommandBody)).toBe('bad-date');
    expect(refusal(withHold({ until: { released: true } }), { ...start, until: '2026-12-18' } as CommandBody)).toBe('bad-date');
    expect(refusal(withHold({ until: { ended: 'criminal' } }))).toBe('waits');
  });
});

test('check knows the names that holds and related processes use', () => {
  const procedure = withHold({ stops: { tasks: ['publsh'], timescales: ['reprt'] }, until: { ended: 'crimnal' } });
  expect(check(procedure).map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/holds/trial/stops/tasks/0', '/holds/trial/stops/timescales/0', '/holds/trial/until/ended']));
  expect(check(withHold()).filter(({ severity, pointer }) => severity === 'problem' && pointer.startsWith('/holds'))).toEqual([]);
});

// An answer holds from a day: what was derived between that day and the telling is derived with it, and one for a
// day to come waits for that day.
import { describe, expect, test } from 'vitest';
import { replay } from '../../../engine/case/replay.ts';
import { at, answers, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const underReview = (died?: boolean): Story => begun(procedureWith({}), '2026-12-01T09:00', died === undefined ? {} : { died });
const told = (died: boolean, from?: string) => ({ type: 'recordAnswers', mode: 'change', answers: answers({ died }), ...(from === undefined ? {} : { from }) }) as const;
const asOf = (story: Story, when: string): readonly [unknown, string | undefined] => {
  const held = replay(story.versions, story.case.events, at(when));
  return [held.answers['died'], held.tasks['duty']?.at(-1)?.state];
};

describe('an answer that has held since an earlier day', () => {
  test('raises its duty on that day, not on the day it was told', () => {
    const story = underReview(false);
    story.does('manager', told(true, '2026-12-03'), { now: '2026-12-10T09:00' });
    expect(story.case.tasks['duty']?.[0]?.raised).toBe(at('2026-12-03T00:00'));
  });

  test('on the day it is told changes nothing of that day that came before', () => {
    const story = underReview(false);
    story.does('manager', told(true, '2026-12-10'), { now: '2026-12-10T09:00' });
    expect(story.case.tasks['duty']?.[0]?.raised).toBe(at('2026-12-10T09:00'));
  });

  test('given later, holds over one given earlier for a later day', () => {
    const story = underReview();
    story.does('manager', told(false), { now: '2026-12-08T09:00' });
    story.does('manager', told(true, '2026-12-03'), { now: '2026-12-10T09:00' });
    expect(story.case.answers['died']).toEqual({ value: true });
    story.does('manager', told(false), { now: '2026-12-12T09:00' });
    expect(story.case.answers['died']).toEqual({ value: false });
  });

  test('never comes before the opening of the case', () => {
    const story = underReview(false);
    story.does('manager', told(true, '2026-11-01'), { now: '2026-12-10T09:00' });
    expect(story.case.tasks['duty']?.[0]?.raised).toBe(at('2026-12-01T09:00'));
  });
});

describe('an answer for a day to come', () => {
  test('holds from that day, though nobody acts on it', () => {
    const story = underReview(false);
    story.does('manager', told(true, '2026-12-20'), { now: '2026-12-10T09:00' });
    expect(asOf(story, '2026-12-19T23:59')).toEqual([{ value: false }, undefined]);
    expect(asOf(story, '2026-12-20T00:01')).toEqual([{ value: true }, 'open']);
  });

  test('is overtaken by what is said after it was given', () => {
    const story = underReview(false);
    story.does('manager', told(true, '2026-12-20'), { now: '2026-12-10T09:00' });
    story.does('manager', told(false), { now: '2026-12-15T09:00' });
    expect(asOf(story, '2026-12-21T09:00')).toEqual([{ value: false }, undefined]);
  });

  test('is overtaken by what is said of it in the same minute, and by nothing that is said of another question', () => {
    const story = underReview(false);
    story.does('manager', told(true, '2026-12-20'), { now: '2026-12-10T09:00' });
    story.does('manager', { type: 'recordAnswers', mode: 'change', answers: answers({ aware: '2026-12-01' }) }, { now: '2026-12-11T09:00' });
    expect(asOf(story, '2026-12-21T09:00')).toEqual([{ value: true }, 'open']);
    const same = underReview(false);
    same.does('manager', told(true, '2026-12-20'), { now: '2026-12-10T09:00' });
    same.does('manager', told(false), { now: '2026-12-10T09:00' });
    expect(asOf(same, '2026-12-21T09:00')).toEqual([{ value: false }, undefined]);
  });

  test('is told the same in whatever order the log was entered', () => {
    const story = underReview(false);
    story.does('manager', told(false), { now: '2026-12-15T09:00' });
    story.does('manager', told(true, '2026-12-20'), { now: '2026-12-16T09:00', occurred: '2026-12-10T09:00' });
    expect(asOf(story, '2026-12-21T09:00')).toEqual([{ value: false }, undefined]);
    expect(story.case.answers['died']).toEqual({ value: false });
  });
});

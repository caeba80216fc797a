// A setting that each case chooses for itself: what rests on it is counted and asked anew, in that case alone.
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import { replay } from '../../../engine/case/replay.ts';
import { check } from '../../../engine/procedure/check.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { at, type Story } from '../../fixtures/engine/acting.ts';
import { begun, clockOf } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

const bare = procedureWith({ report: { ...fiveDays, amount: { setting: 'days' }, onLapse: { task: 'duty' } } });
const procedure: Procedure = {
  ...bare,
  settings: {
    ...bare.settings,
    days: { label: 'Days for the report', scope: 'case', kind: 'variant', default: 5, choices: [{ value: 5, label: 'Five' }, { value: 10, label: 'Ten' }] },
    depth: { label: 'Depth of the review', scope: 'case', kind: 'variant', default: 'light', choices: [{ value: 'light', label: 'Light' }, { value: 'full', label: 'Full' }] },
  },
  rules: { 'full-review': { label: 'A full review', if: { '==': [{ setting: 'depth' }, 'full'] }, then: { require: { task: 'duty' } }, strength: 'must' } },
};
const underReview = (): Story => {
  const story = begun(procedure, '2026-12-07T09:00', { aware: '2026-12-07' });
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  return story;
};
const chooses = (story: Story, setting: string, value: string | number, now = '2026-12-08T10:00') => story.does('manager', { type: 'chooseSetting', setting, value }, { now });

describe('a setting of the case', () => {
  test('has its default until somebody chooses, then moves the clocks that read it', () => {
    const story = underReview();
    expect(clockOf(story, 'report', '2026-12-08T09:00')?.date).toBe('2026-12-14');
    chooses(story, 'days', 10);
    expect([clockOf(story, 'report', '2026-12-08T11:00')?.date, story.case.settings]).toEqual(['2026-12-21', { days: 10 }]);
    chooses(story, 'days', 5, '2026-12-09T10:00');
    expect(clockOf(story, 'report', '2026-12-09T11:00')?.date).toBe('2026-12-14');
  });

  test('raises and withdraws what rules ask because of it', () => {
    const story = underReview();
    expect(chooses(story, 'depth', 'full').tasks['duty']?.[0]?.state).toBe('open');
    expect(chooses(story, 'depth', 'light', '2026-12-09T10:00').tasks['duty']?.[0]?.state).toBe('withdrawn');
  });

  test('counts from its day: what ran out before stays as it was, and the log tells the same again', () => {
    const story = underReview();
    chooses(story, 'days', 10, '2026-12-16T10:00');
    expect(story.case.tasks['duty']?.[0]?.raised).toBe(at('2026-12-15T00:00'));
    chooses(story, 'depth', 'full', '2026-12-17T10:00');
    expect(JSON.parse(JSON.stringify(replay(story.versions, story.case.events, story.case.asOf)))).toEqual(JSON.parse(JSON.stringify(story.case)));
  });

  test('belongs to one case: another on the same version has its own', () => {
    const versions = versionsOf([compile(procedure, { version: 1, hash: 'h' })]);
    const [one, other] = [underReview(), underReview()];
    chooses(one, 'days', 10);
    expect([clockOf(one, 'report', '2026-12-08T11:00')?.date, clockOf(other, 'report', '2026-12-08T11:00')?.date]).toEqual(['2026-12-21', '2026-12-14']);
    expect(versions.latest()?.settings['days']).toBe(5);
  });

  test.each<[string, string, string | number, string]>([
    ['that there is not', 'dayz', 5, 'unknown-task'],
    ['that is one for all cases', 'unit', 'calendar-days', 'forbidden'],
    ['to a value it does not have', 'days', 7, 'bad-answer'],
    ['to the value it has', 'days', 5, 'already-done'],
  ])('is refused %s', (_, setting, value, code) => {
    expect(underReview().isRefused('manager', { type: 'chooseSetting', setting, value }).code).toBe(code);
  });

  test('is nothing the checks mind; one for callers of fragments, outside a fragment, is', () => {
    const codes = (one: Procedure) => check(one).filter(({ code }) => code === 'P-128').map(({ pointer }) => pointer);
    expect([codes(procedure), codes({ ...procedure, settings: { ...procedure.settings, days: { ...procedure.settings?.['days'], scope: 'fragment' } as never } })]).toEqual([[], ['/settings/days/scope']]);
  });
});

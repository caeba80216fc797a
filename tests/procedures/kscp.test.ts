// What the two KSCP walkthroughs do not reach: each reading flipped, the way on that was read into the source,
// and the source's own words for every line cited.
import { describe, expect, test } from 'vitest';
import { deadlines } from '../../engine/case/deadlines.ts';
import type { DeadlineView } from '../../engine/case/types.ts';
import { versionsFor, walk } from '../../engine/case/walkthrough.ts';
import type { WalkthroughStep } from '../../engine/case/walkthrough-types.ts';
import { check } from '../../engine/procedure/check.ts';
import { parseDateTime } from '../../engine/time/index.ts';
import { shippedProcedure, shippedWalkthroughs } from '../engine/case/shipped.ts';

const procedure = shippedProcedure('kscp');
const newYear = shippedWalkthroughs().find(({ file }) => file === 'kscp/walkthrough.json')?.walkthrough;
if (!newYear) throw new Error('the walkthrough across the New Year is missing');

/** The first steps of the case notified on Wed 30 Dec 2026, under other readings. */
function until(moment: string, settings: Readonly<Record<string, string | number>> = {}, steps: readonly WalkthroughStep[] = newYear?.steps ?? []) {
  const walkthrough = { ...newYear, steps: steps.map(({ expect: _, ...step }) => step as WalkthroughStep), settings } as NonNullable<typeof newYear>;
  const versions = versionsFor(walkthrough, procedure);
  const { case: held, steps: walked } = walk(walkthrough, versions, { until: parseDateTime(moment) ?? 0 });
  if (!held) throw new Error('the case was not opened');
  const clock = (id: string): DeadlineView | undefined => deadlines(versions, held, held.asOf).find(({ timescale }) => timescale === id);
  return { held, clock, walked, open: (task: string) => held.tasks[task]?.at(-1)?.state === 'open' };
}

describe('each reading can be flipped', () => {
  test('A1: five calendar days after Mon 4 Jan 2027 is Sat 9 Jan', () => {
    expect(until('2027-01-04T12:00', { 'returns-unit': 'calendar-days' }).clock('summary-return')?.date).toBe('2027-01-09');
  });
  test('A2: in calendar days, day 8 after Wed 30 Dec 2026 is Thu 7 Jan 2027', () => {
    expect(until('2026-12-30T12:00', { 'numbered-days-unit': 'calendar-days' }).clock('day-8-convene')?.date).toBe('2027-01-07');
  });
  test('A2: when day 1 is the day itself, day 2 is Thu 31 Dec 2026, and the 15 working days stay', () => {
    const { clock } = until('2026-12-30T12:00', { 'numbered-days-first': 1 });
    expect([clock('day-1-triage')?.date, clock('day-2-circulate')?.date, clock('local-review-informed')?.date]).toEqual(['2026-12-30', '2026-12-31', '2027-01-21']);
  });
  test('A2: counted from the form reaching the Business Manager, the days wait for it', () => {
    const settings = { 'numbered-days-from': 'forwarded' };
    expect(until('2026-12-30T11:20', settings).clock('day-1-triage')?.state).toBe('pending');
    expect(until('2026-12-30T11:45', settings).clock('day-1-triage')?.date).toBe('2026-12-31');
  });
  test('A3: counted from the authority’s own report, the 15 working days wait for it', () => {
    const settings = { 'notice-from': 'authority-report' };
    expect(until('2026-12-30T11:45', settings).clock('local-review-informed')?.state).toBe('pending');
    expect(until('2026-12-30T15:10', settings).clock('local-review-informed')?.date).toBe('2027-01-21');
  });
  test('A4: following the recommendation, a local review that the Chair alone decided needs no notice', () => {
    expect(until('2027-01-18T11:10').open('inform-of-local-review')).toBe(true);
    expect(until('2027-01-18T11:10', { 'notice-follows': 'recommendation' }).open('inform-of-local-review')).toBe(false);
  });
  test('A6: when multi-agency learning counts as a local review, its recommendation brings the notice', () => {
    expect(until('2027-01-14T14:00', { 'notice-follows': 'recommendation', 'local-review-means': 'with-multi-agency' }).clock('local-review-informed')?.date).toBe('2027-01-21');
    expect(until('2027-01-18T11:10', { 'notice-follows': 'recommendation', 'local-review-means': 'with-multi-agency' }).open('inform-of-local-review')).toBe(true);
  });
  test('A7: the local authority may be the one that notifies', () => {
    const { open } = until('2026-12-30T11:45', { 'national-panel-told-by': 'authority' });
    expect([open('authority-notifies-national-panel'), open('notify-national-panel')]).toEqual([true, false]);
  });
});

test('a triage opinion of “no” goes to the Chair, ends marked as read into the source, and leaves no duty behind', () => {
  const says = (at: string, as: string, task: string): WalkthroughStep => ({ at, as, person: 'X.Y.', do: { type: 'decide', task, options: ['do-not-undertake'], reasons: 'Invented.' } });
  const steps = [
    ...(newYear.steps.slice(0, 3)),
    says('2026-12-31T09:20', 'business-manager', 'give-triage-advice'), says('2026-12-31T09:30', 'panel-chair', 'give-triage-advice'), says('2026-12-31T10:30', 'lscp-chair', 'decide-rapid-review'),
    { at: '2027-01-04T10:00', as: 'business-unit', person: 'X.Y.', onBehalfOf: 'local-authority', do: { type: 'sendExchange', task: 'report-incident', recipients: ['ofsted'] } },
    { at: '2027-01-05T10:00', as: 'business-unit', person: 'X.Y.', do: { type: 'sendExchange', task: 'notify-national-panel' } },
  ] as const;

  expect(until('2026-12-31T10:30', {}, steps).held.stages).toContain('no-rapid-review');
  expect(procedure.stages['no-rapid-review']).toMatchObject({ inferred: true, gap: expect.stringContaining('no way on') });
  const stillToNotify = until('2027-01-04T10:00', {}, steps).held;
  expect([stillToNotify.stages, stillToNotify.closed]).toEqual([['ended'], undefined]);
  expect(until('2027-01-05T10:00', {}, steps).held.closed).toBe(parseDateTime('2027-01-05T10:00'));
});

test('the death of a looked-after child is notifiable without abuse, and does not meet the criteria for a review', () => {
  const [opening] = newYear.steps;
  if (!opening || !('do' in opening)) throw new Error('the walkthrough begins with an act');
  const facts = { ...opening.do.answers, 'child-died': true, 'seriously-harmed': false, 'looked-after': true, abuse: 'neither' };
  const { open, held } = until('2026-12-30T11:20', {}, [{ ...opening, do: { ...opening.do, answers: facts } }]);

  expect([open('report-incident'), open('notify-national-panel'), held.labels]).toEqual([true, false, []]);
});

test('every line cited is quoted, and check finds nothing but what the source leaves open', () => {
  const cited = [...JSON.stringify(procedure).matchAll(/"ks#(\d+(?:-\d+)?)"/g)].map((match) => match[1] ?? '');
  const quoted = procedure.sources['ks']?.passages ?? {};

  expect(cited.length).toBeGreaterThan(100);
  expect(cited.filter((lines) => !quoted[lines])).toEqual([]);
  expect(check(procedure).filter(({ code }) => code !== 'P-130' && code !== 'P-131')).toEqual([]);
});

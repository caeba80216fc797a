// What the Bath & North East Somerset walkthroughs do not reach: readings flipped, the sixteenth and eighteenth birthday,
// reports that are not published, and the source's own words for every line cited.
import { describe, expect, test } from 'vitest';
import { deadlines } from '../../engine/case/deadlines.ts';
import type { DeadlineView } from '../../engine/case/types.ts';
import { versionsFor, walk } from '../../engine/case/walkthrough.ts';
import type { Walkthrough, WalkthroughStep } from '../../engine/case/walkthrough-types.ts';
import { check } from '../../engine/procedure/check.ts';
import { parseDateTime } from '../../engine/time/index.ts';
import { shippedProcedure, shippedWalkthroughs } from '../engine/case/shipped.ts';

const procedure = shippedProcedure('bath-and-north-east-somerset');

function named(id: string): Walkthrough {
  const found = shippedWalkthroughs().find(({ walkthrough }) => walkthrough.id === id);
  if (!found) throw new Error(`the walkthrough ${id} is missing`);
  return found.walkthrough;
}

/** A shipped case up to a moment, on other readings or with other steps after it. */
function until(walkthrough: Walkthrough, moment: string, settings: Readonly<Record<string, string>> = {}, then: readonly WalkthroughStep[] = []) {
  const before = walkthrough.steps.filter(({ at }) => at <= moment).map(({ expect: _, ...step }) => step as WalkthroughStep);
  const steps = [...before, ...then];
  const changed: Walkthrough = { ...walkthrough, settings, steps };
  const versions = versionsFor(changed, procedure);
  const { case: held, failures } = walk(changed, versions, { until: parseDateTime(steps.at(-1)?.at ?? moment) ?? 0 });
  if (!held) throw new Error('the case was not opened');
  const clock = (id: string): DeadlineView | undefined => deadlines(versions, held, held.asOf).find(({ timescale }) => timescale === id);
  const sent = (task: string): readonly string[] => (held.tasks[task]?.at(-1)?.recipients ?? []).map(({ party }) => party);
  return { held, clock, sent, refused: failures.map(({ words }) => words), open: (task: string) => held.tasks[task]?.at(-1)?.state === 'open' };
}

const published = named('bath-published');
const challenged = named('bath-challenged');

describe('each reading can be flipped', () => {
  test('A1: under 5.2 alone only the Panel is told, and no time is given', () => {
    const { open, clock } = until(challenged, '2026-12-23T11:00', { 'no-decision-told': 'panel-only' });
    expect([open('tell-panel-only'), open('tell-no-scr'), clock('panel-only-no-date')?.state, clock('no-scr-told-5-working-days')]).toEqual([true, false, 'no-date', undefined]);
  });
  test('A2: the month runs from Mon 30 Nov 2026, when the authority reported, to Wed 30 Dec', () => {
    expect(until(challenged, '2026-12-04T14:00', { 'month-from': 'authority-report' }).clock('decision-one-month')?.date).toBe('2026-12-30');
  });
  test('A3: six months from the appointment on Thu 18 Mar 2027 end on Sat 18 Sep', () => {
    const settings = { 'six-months-from': 'reviewers-appointed' };
    expect(until(published, '2027-02-24T10:20', settings).clock('scr-six-months')?.state).toBe('pending');
    expect(until(published, '2027-03-18T10:00', settings).clock('scr-six-months')?.date).toBe('2027-09-18');
  });
  test.each([['under-eighteen', 17, true], ['under-eighteen', 18, false], ['with-eighteen', 18, true], ['with-eighteen', 19, false]] as const)('A8: with “16 – 18” read as %s, a domestic death at %i brings a Serious Case Review: %s', (reading, age, brings) => {
    const answers = { 'child-died': true, 'died-on': '2026-12-15', 'child-dob': `${2026 - age}-12-15`, 'violent-death': true, 'violence-by': 'household', 'children-in-house': true, 'abuse-or-neglect': 'no' };
    const { held, open } = until(challenged, '2026-12-17T10:00', { 'sixteen-to-eighteen': reading }, [{ at: '2026-12-17T11:00', as: 'local-authority', person: 'L.A.', do: { type: 'recordAnswers', mode: 'change', answers } }]);
    expect(held.labels).toContain('Domestic Homicide Review or Serious Incident review');
    expect([held.labels.includes('Serious Case Review with domestic violence fully considered'), open('share-with-community-safety'), open('receive-dhr-findings')]).toEqual([brings, brings, true]);
  });
});

const board = (at: string, act: object): WalkthroughStep => ({ at, as: 'lscb', person: 'L.B.', do: act } as WalkthroughStep);

describe('a report that should not be published', () => {
  const seeks = [
    board('2027-11-30T16:00', { type: 'decide', task: 'decide-publication', options: ['should-not-publish'], reasons: 'A court order.' }),
    board('2027-12-01T09:00', { type: 'sendExchange', task: 'inform-not-publish', answers: { 'not-publish-reasons': 'A court order.' } }),
  ];
  const advised = (option: string): WalkthroughStep => ({ at: '2028-01-05T09:00', as: 'lscb', person: 'L.B.', onBehalfOf: 'national-panel', do: { type: 'decide', task: 'panel-publication-advice', options: [option] } });
  const finally_ = (option: string): WalkthroughStep => board('2028-01-12T09:00', { type: 'decide', task: 'decide-publication-finally', options: [option], reasons: 'Invented.' });
  const agreed = '2027-11-23T15:00';

  test('is told to the DfE and the Panel, or under 8.5 to the Panel alone', () => {
    expect(until(published, agreed, {}, seeks).sent('inform-not-publish')).toEqual(['national-panel', 'dfe']);
    expect(until(published, agreed, { 'not-publish-told': 'panel-only' }, seeks).sent('inform-not-publish')).toEqual(['national-panel']);
  });
  test('after a challenge the three bodies are told the final decision, changed or not', () => {
    for (const option of ['publish', 'do-not-publish']) expect(until(published, agreed, {}, [...seeks, advised('publish'), finally_(option)]).open('tell-publication-decision')).toBe(true);
    expect(until(published, agreed, {}, [...seeks, advised('do-not-publish'), finally_('do-not-publish')]).open('tell-publication-decision')).toBe(false);
  });
  test('may end unpublished', () => {
    expect(until(published, agreed, {}, [...seeks, advised('do-not-publish'), finally_('do-not-publish')]).held.visits.map(({ stage }) => stage)).toContain('not-published');
  });
});

describe('publication waits', () => {
  const publish = board('2028-01-18T10:00', { type: 'sendExchange', task: 'publish-report' });
  test('while compliance with the law is not known', () => {
    const unsure = board('2028-01-11T09:00', { type: 'recordAnswers', mode: 'change', answers: { restrictions: { status: 'unknown' } } });
    expect(until(published, '2028-01-10T09:00', {}, [unsure, publish]).held.stages).toContain('before-publication');
  });
  test('for a week after a copy that was too late for the day planned, and the copy waits for a later day', () => {
    const copies = (at: string): WalkthroughStep => board(at, { type: 'sendExchange', task: 'send-copies' });
    const later = board('2028-01-12T10:00', { type: 'planTask', task: 'publish-report', on: '2028-01-20' });
    expect(until(published, '2027-12-20T09:00', {}, [copies('2028-01-12T09:00')]).sent('send-copies')).toEqual([]);
    const moved = until(published, '2027-12-20T09:00', {}, [copies('2028-01-12T09:00'), later, copies('2028-01-13T09:00'), publish]);
    expect([moved.sent('send-copies').length, moved.clock('copy-one-week')?.state, moved.held.stages.includes('before-publication')]).toEqual([3, 'met', true]);
  });
});

test('a death is notifiable without abuse when the child was looked after, and brings no Serious Case Review by that', () => {
  const answers = { 'child-died': true, 'looked-after': true, 'abuse-or-neglect': 'no', 'life-threatening-injury': false, 'serious-impairment': false };
  const { open, held } = until(named('bath-request'), '2027-03-23T09:00', {}, [{ at: '2027-03-23T10:00', as: 'local-authority', person: 'L.A.', do: { type: 'recordAnswers', mode: 'change', answers: { ...answers, 'care-of-a-child': true } } } as WalkthroughStep]);
  expect([open('report-incident'), held.labels]).toEqual([true, []]);
});

test('a lead reviewer from an organisation involved departs from a should', () => {
  const appoint = (seat: string, person: string): WalkthroughStep => board('2027-03-15T11:00', { type: 'appoint', seat, person, capacity: 'holder', from: '2027-03-01', organisation: 'Police' });
  const { held } = until(published, '2027-03-15T10:00', {}, [appoint('police', 'P.O.'), appoint('lead-reviewer', 'R.V.')]);
  expect(held.findings.map(({ rule }) => rule)).toContain('reviewer-not-of-an-agency');
});

test('every line cited is quoted, and check finds nothing but what the source leaves open', () => {
  const cited = [...JSON.stringify(procedure).matchAll(/"bn#(\d+(?:-\d+)?)"/g)].map((match) => match[1] ?? '');
  const quoted = procedure.sources['bn']?.passages ?? {};

  expect(cited.length).toBeGreaterThan(200);
  expect(cited.filter((lines) => !quoted[lines])).toEqual([]);
  expect(check(procedure).filter(({ code }) => code !== 'P-130' && code !== 'P-131')).toEqual([]);
});

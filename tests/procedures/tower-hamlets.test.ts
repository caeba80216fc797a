// What the two Tower Hamlets walkthroughs do not reach: each reading flipped, the ways that were read into the
// source, and the source's own words for every line cited. Dates were counted by hand.
import { describe, expect, test } from 'vitest';
import { deadlines } from '../../engine/case/deadlines.ts';
import type { DeadlineView } from '../../engine/case/types.ts';
import { versionsFor, walk } from '../../engine/case/walkthrough.ts';
import type { Walkthrough, WalkthroughStep } from '../../engine/case/walkthrough-types.ts';
import { check } from '../../engine/procedure/check.ts';
import { parseDateTime } from '../../engine/time/index.ts';
import { shippedProcedure, shippedWalkthroughs } from '../engine/case/shipped.ts';

const procedure = shippedProcedure('tower-hamlets');
const shipped = (file: string): Walkthrough => {
  const found = shippedWalkthroughs().find((one) => one.file === `tower-hamlets/${file}.json`);
  if (!found) throw new Error(`the walkthrough ${file} is missing`);
  return found.walkthrough;
};
const christmas = shipped('walkthrough');
const easter = shipped('need-to-know');

type Readings = Readonly<Record<string, string>>;

/** The case as it stands at a moment, under other readings, with further acts after the walkthrough's own. */
function until(from: Walkthrough, moment: string, settings: Readings = {}, further: readonly WalkthroughStep[] = []) {
  const own = from.steps.filter(({ at }) => at <= moment).map(({ expect: _, ...step }) => step as WalkthroughStep);
  const walkthrough: Walkthrough = { ...from, steps: [...own, ...further], settings };
  const versions = versionsFor(walkthrough, procedure);
  const { case: held, steps } = walk(walkthrough, versions);
  if (!held) throw new Error('the case was not opened');
  return {
    held, last: steps.at(-1),
    clock: (id: string): DeadlineView | undefined => deadlines(versions, held, held.asOf).find(({ timescale }) => timescale === id),
    state: (task: string) => held.tasks[task]?.at(-1)?.state,
    sentTo: (task: string) => held.tasks[task]?.at(-1)?.recipients.filter(({ sent }) => sent !== undefined).map(({ party }) => party),
  };
}
const act = (at: string, as: string, body: Extract<WalkthroughStep, { do: unknown }>['do']): WalkthroughStep => ({ at, as, person: 'X.Y.', do: body });

describe('each reading can be flipped', () => {
  test('read as working days, the five bare clocks leave out Christmas and Easter', () => {
    const working = { days: 'working-days' };
    const notified = until(christmas, '2026-12-23T09:30', working).clock;
    expect(notified('dfe-5-days')?.date).toBe('2026-12-29');
    expect(notified('panel-10-days')?.date).toBe('2027-01-11');
    expect(notified('outcome-15-days')?.date).toBe('2027-01-18');
    const alerted = until(easter, '2027-03-24T11:30', working).clock;
    expect([alerted('first-review-2-days')?.date, alerted('detailed-review-5-days')?.date]).toEqual(['2027-03-30', '2027-04-02']);
  });

  test('the clock in law and the 24 hours do not follow that reading', () => {
    for (const days of ['calendar-days', 'working-days']) {
      const { clock } = until(christmas, '2026-12-18T15:30', { days });
      expect([clock('dfe-5-working-days')?.date, clock('alert-24-hours')?.date]).toEqual(['2026-12-29', '2026-12-19T14:20']);
    }
  });

  test('the detailed review may wait for the first one, or run from the decision', () => {
    expect(until(easter, '2027-03-25T11:00', { 'detailed-review-from': 'first-review' }).clock('detailed-review-5-days')?.state).toBe('pending');
    expect(until(easter, '2027-03-25T16:00', { 'detailed-review-from': 'first-review' }).clock('detailed-review-5-days')?.date).toBe('2027-03-30');
    expect(until(easter, '2027-03-25T09:30', { 'detailed-review-from': 'not-met' }).clock('detailed-review-5-days')?.date).toBe('2027-03-30');
  });

  test('as the flow chart has it, the Business Unit begins to convene the panel on the alert, and stops when the criteria are not met', () => {
    const chart = { 'panel-convened': 'on-alert' };
    expect(until(christmas, '2026-12-21T09:10').state('start-panel-early')).toBeUndefined();
    expect(until(christmas, '2026-12-21T09:10', chart).state('start-panel-early')).toBe('open');
    expect(until(easter, '2027-03-25T09:30', chart).state('start-panel-early')).toBe('withdrawn');
  });

  test('the deputy may receive the alert at any time, and still does not notify while the Head of Service is there', () => {
    const { state } = until(christmas, '2026-12-18T17:30', { 'deputy-for-receipt': 'at-any-time' });
    expect(state('receive-alert')).toBe('done');
    const tries = until(christmas, '2026-12-22T16:45', { 'deputy-for-receipt': 'at-any-time' });
    expect([tries.last?.refusal?.code, tries.state('notify-dfe')]).toEqual(['wrong-role', 'open']);
  });

  test('CSCMT and staff may be told of the decision to notify instead of the final one', () => {
    expect(until(christmas, '2026-12-23T09:30').state('tell-cscmt')).toBeUndefined();
    const { state } = until(christmas, '2026-12-23T09:30', { 'decision-told': 'criteria-decision' });
    expect(['tell-cscmt', 'tell-staff', 'note-final-decision'].map(state)).toEqual(['open', 'open', 'open']);
  });

  test('the final decision may go to the national panel alone', () => {
    expect(until(christmas, '2027-01-07T11:00', { 'final-decision-told-to': 'panel-only' }).sentTo('tell-final-decision')).toEqual(['national-panel']);
  });

  test('“D/CSCMT” may mean the Director as well', () => {
    expect(until(christmas, '2027-02-01T09:00').sentTo('tell-cscmt')).toEqual(['cscmt']);
    expect(until(christmas, '2027-02-01T09:00', { 'cscmt-told': 'director-too' }).sentTo('tell-cscmt')).toEqual(['cscmt', 'director']);
  });

  test('ticking “For information” alone may end an alert, and the duty for a looked-after child’s death outlives it', () => {
    const { held, state } = until(easter, '2027-03-24T13:50', { 'information-only': 'form-alone' });
    expect([held.stages, held.closed, state('tell-looked-after-death')]).toEqual([['information-only'], undefined, 'open']);
  });
});

describe('ways that were read into the source', () => {
  test('an alert to note only ends once it is acknowledged and noted', () => {
    const noted = act('2027-03-24T13:55', 'head-of-service-sqa', { type: 'completeTask', task: 'receive-alert', answers: { 'to-note-only': true, 'child-died': false, 'looked-after': true } });
    const acknowledged = act('2027-03-24T14:00', 'head-of-service-sqa', { type: 'sendExchange', task: 'acknowledge-alert' });
    const onMosaic = act('2027-03-24T14:05', 'head-of-service-sqa', { type: 'completeTask', task: 'note-alert' });
    expect(until(easter, '2027-03-24T13:50', {}, [noted, acknowledged]).held).toMatchObject({ stages: ['information-only'] });
    expect(until(easter, '2027-03-24T13:50', {}, [noted, acknowledged]).held.closed).toBeUndefined();
    expect(until(easter, '2027-03-24T13:50', {}, [noted, acknowledged, onMosaic]).held.closed).toBe(parseDateTime('2027-03-24T14:05'));
  });

  test('a report that is not escalated ends with its reason', () => {
    const leave = (reason?: string) => act('2026-12-18T16:02', 'team-manager', { type: 'takeTransition', transition: 'not-escalated', ...(reason && { reason }) });
    expect(until(christmas, '2026-12-18T16:00', {}, [leave()]).last?.refusal?.code).toBe('missing-reason');
    expect(until(christmas, '2026-12-18T16:00', {}, [leave('Invented.')]).held.closed).toBe(parseDateTime('2026-12-18T16:02'));
  });

  test('new facts lead from Need to Know back to a fresh joint decision, which may now be “met”', () => {
    const facts = act('2027-03-25T17:00', 'sqa-service-manager', { type: 'completeTask', task: 'new-facts', answers: { 'new-facts-words': 'Invented.' } });
    const met = (at: string, as: string) => act(at, as, { type: 'decide', task: 'decide-criteria', options: ['met'], reasons: 'Invented.', answers: { 'abuse-or-neglect': 'suspected', 'in-area': true } });
    const back = until(easter, '2027-03-25T16:00', {}, [facts]);
    expect([back.held.stages.includes('joint-decision'), back.state('decide-criteria'), back.state('tell-dcs')]).toEqual([true, 'open', 'done']);
    const again = until(easter, '2027-03-25T16:00', {}, [facts, met('2027-03-25T17:10', 'head-of-service-sqa'), met('2027-03-25T17:20', 'director')]);
    expect([again.held.caseType, again.state('notify-dfe'), again.clock('dfe-5-working-days')?.date]).toEqual(['Statutory Review case', 'open', '2027-04-02']);
  });

  test('partners of another area are told when the answer says so', () => {
    const tell = act('2026-12-22T16:00', 'head-of-service-sqa', { type: 'sendExchange', task: 'tell-partners', answers: { 'other-area-concerned': true } });
    expect(until(christmas, '2026-12-22T15:00', {}, [tell]).sentTo('tell-partners')).toEqual(['safeguarding-partners', 'other-area-partners']);
  });

  test('a closed case is reopened into the joint decision, by those who decide and with a reason', () => {
    const reopen = (as: string, reason: string) => act('2027-02-02T09:00', as, { type: 'reopenCase', reason });
    expect(until(christmas, '2027-02-01T09:00', {}, [reopen('business-unit', 'Invented.')]).last?.refusal?.code).toBe('wrong-role');
    const { held } = until(christmas, '2027-02-01T09:00', {}, [reopen('director', 'Invented.')]);
    expect([held.closed, held.stages.includes('joint-decision')]).toEqual([undefined, true]);
  });
});

test('every line cited is quoted without a person’s name, and check finds nothing but what the source leaves open', () => {
  const cited = [...JSON.stringify(procedure).matchAll(/"th#(\d+(?:-\d+)?)"/g)].map((match) => match[1] ?? '');
  const quoted = procedure.sources['th']?.passages ?? {};
  // The whole flow chart is cited as a gap: its boxes are quoted one by one.
  expect([...new Set(cited.filter((lines) => !quoted[lines]))]).toEqual(['70-133']);
  expect(cited.length).toBeGreaterThan(150);
  expect(JSON.stringify(quoted)).not.toMatch(/@|\d{3} \d{4} \d{4}/);
  expect(check(procedure).filter(({ code }) => code !== 'P-130' && code !== 'P-131')).toEqual([]);
});

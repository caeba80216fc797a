// What the Trafford walkthroughs do not reach: the other reading of the Director's decision, the grounds one by one,
// and the source's own words for every line cited.
import { describe, expect, test } from 'vitest';
import { check } from '../../engine/procedure/check.ts';
import { shippedProcedure } from '../engine/case/shipped.ts';
import { decided as decidedOn } from './directors-decision.ts';

const procedure = shippedProcedure('trafford');
type Rest = Parameters<typeof decidedOn> extends [unknown, ...infer Others] ? Others : never;
const decided = (...rest: Rest) => decidedOn(procedure, ...rest);
const unknown = { status: 'unknown' } as const;
describe('the Director chooses', () => {
  test('all three at once, or none; “none of these” only alone', () => {
    expect(decided({}, ['notify-sin', 'refer-lic', 'internal-review']).held.stages).toEqual(expect.arrayContaining(['sin-notification', 'lic-referral', 'internal-review']));
    expect(decided({}, ['no-further-action']).held.closed).toBeDefined();
    expect(decided({}, ['no-further-action', 'refer-lic']).refused).toBe(true);
  });
  test('a case that is taken up again comes to the Director once more', () => {
    const again = decided({}, ['no-further-action'], {}, { reasons: 'Invented.' }, [
      { at: '2027-06-01T09:00', as: 'director', person: 'G.H.', do: { type: 'reopenCase', reason: 'A new account.' } },
      { at: '2027-06-01T10:00', as: 'strategic-lead', person: 'E.F.', do: { type: 'decide', task: 'strategic-lead-view', options: ['no-further-action'], reasons: 'Invented.' } },
      { at: '2027-06-01T11:00', as: 'strategic-lead', person: 'E.F.', do: { type: 'sendExchange', task: 'forward-information' } },
    ]);
    expect([again.refused, again.open('directors-decision')]).toEqual([false, true]);
  });
  test('A1: one of the three only, under the other reading', () => {
    const one = { determinations: 'one' };
    expect(decided({}, ['notify-sin', 'refer-lic'], one).refused).toBe(true);
    expect(decided({}, ['refer-lic', 'internal-review'], one).refused).toBe(true);
    expect(decided({}, ['internal-review'], one).refused).toBe(false);
  });
  test('A1: the death of a looked-after child is then owed to Ofsted beside the decision', () => {
    const death = { 'child-died': true, 'looked-after': true };
    expect(decided(death, ['internal-review']).refused).toBe(true);
    const { refused, open } = decided(death, ['internal-review'], { determinations: 'one' });
    expect([refused, open('notify-ofsted'), open('tell-dcs')]).toEqual([false, true, true]);
  });
});

describe('each ground for a SIN should lead to one; leaving it out is a departure', () => {
  test.each([
    ['sin-may-lead-to-scr', { 'life-threatening-injury': true }], ['sin-may-lead-to-scr', { 'serious-sexual-abuse': true }], ['sin-may-lead-to-scr', { 'permanent-impairment': true }],
    ['sin-practice-or-policy', { 'policy-implications': true }], ['sin-council-practice', { 'council-practice': true }], ['sin-media', { 'media-attention': 'likely' }],
  ])('%s', (rule, facts) => {
    expect(decided(facts, ['internal-review']).departures).toEqual([rule]);
    expect(decided(facts, ['notify-sin']).departures).toEqual([]);
  });
  test('sin-death, which brings the criteria for a review with it', () => {
    const death = { 'child-died': true, 'abuse-in-death': 'suspected', 'abuse-or-neglect': 'suspected' };
    expect(decided(death, ['refer-lic']).departures).toEqual(['sin-death']);
    expect(decided(death, ['notify-sin', 'refer-lic']).departures).toEqual([]);
    expect(decided(death, ['notify-sin']).refused).toBe(true);
  });
  test('a factor in the death that is no abuse of the child is told as a contradiction', () => {
    const { held } = decided({ 'child-died': true, 'abuse-in-death': 'known', 'abuse-or-neglect': 'no' }, ['notify-sin', 'refer-lic']);
    expect(held.findings.filter(({ code }) => code === 'contradiction').map(({ rule }) => rule)).toEqual(['sin-death']);
  });
  test('A4: abuse of the child is not yet a factor in the death', () => {
    expect(decided({ 'child-died': true, 'abuse-in-death': 'no', 'abuse-or-neglect': 'known' }, ['refer-lic']).departures).toEqual([]);
  });
});

describe('a Serious Case Review begins with the referral', () => {
  const harmed = { 'abuse-or-neglect': 'known', 'seriously-harmed': true };
  test('serious harm forces it unless it is clear that there are no concerns; not known is not clear', () => {
    expect(decided({ ...harmed, 'clear-no-concerns': unknown }, ['internal-review']).refused).toBe(true);
    expect(decided({ ...harmed, 'clear-no-concerns': false }, ['internal-review']).refused).toBe(true);
    expect(decided({ ...harmed, 'clear-no-concerns': true }, ['internal-review']).refused).toBe(false);
  });
  test('while abuse or neglect is not known, nothing is forced', () => {
    expect(decided({ ...harmed, 'abuse-or-neglect': unknown, 'clear-no-concerns': unknown }, ['internal-review']).refused).toBe(false);
  });
  test.each([['secure-training-centre', 9, true], ['deprivation-of-liberty', 17, true], ['deprivation-of-liberty', 15, false]] as const)('a death with “%s” at %i should always lead to one: %s', (place, age, always) => {
    const { departures } = decided({ 'child-died': true, 'death-place': [place], 'child-age': age, 'abuse-in-death': 'no' }, ['internal-review']);
    expect(departures).toEqual(always ? ['refer-when-custody'] : []);
  });
});

test('there is one clock, to the monthly meeting, and no other time', () => {
  expect(Object.values(procedure.timescales ?? {}).map(({ unit }) => unit)).toEqual(['next-meeting']);
});

test('every line cited is quoted, and check finds nothing but what the source leaves open', () => {
  const cited = [...JSON.stringify(procedure).matchAll(/"tr#(\d+(?:-\d+)?)"/g)].map((match) => match[1] ?? '');
  const quoted = procedure.sources['tr']?.passages ?? {};

  expect(cited.length).toBeGreaterThan(100);
  expect(cited.filter((lines) => !quoted[lines])).toEqual([]);
  expect(check(procedure).filter(({ code }) => code !== 'P-130' && code !== 'P-131')).toEqual([]);
});

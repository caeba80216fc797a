// The trap of the agencies: each is asked, late, returned and added on its own.
import { describe, expect, test } from 'vitest';
import { act, upTo } from './cases.ts';

const statutory = 'tower-hamlets/walkthrough';
const stockport = 'stockport/walkthrough';
const states = (held: ReturnType<typeof upTo>['held'], task: string) => Object.fromEntries((held.tasks[task]?.at(-1)?.recipients ?? []).map(({ party, state }) => [party, state]));

describe('[trap 18] agency checks are one each', () => {
  test('[trap 18] on the morning after, three are late and the others met, each with a clock of its own', () => {
    const { clocks } = upTo(statutory, '2026-12-29T11:00', [act('2026-12-30T09:00', 'business-unit', { type: 'addNote', words: 'Invented.' })]);
    const checks = clocks.filter(({ timescale }) => timescale === 'checks-date');
    expect(checks).toHaveLength(9);
    const inState = (state: string) => checks.flatMap((one) => (one.state === state && one.recipient ? [one.recipient] : [])).toSorted();
    expect(inState('met')).toEqual(['childrens-social-care', 'general-practice', 'health-visiting', 'maternity']);
    expect(inState('overdue')).toEqual(['ambulance', 'education', 'hospital', 'housing', 'police']);
  });
  test('[trap 18] the one that is late holds nobody up who goes on with a reason, and does not vanish', () => {
    const gone = upTo(statutory, '2027-01-04T09:30');
    expect([gone.held.stages.includes('rapid-review-panel'), gone.clock('checks-date', 'education')?.state, states(gone.held, 'request-checks')['education']]).toEqual([true, 'overdue', 'asked']);
    const came = upTo(statutory, '2027-01-08T13:30');
    expect([came.refusal, came.clock('checks-date', 'education')?.state]).toEqual([undefined, 'met-late']);
  });
  test('[trap 18] without a reason nobody goes on while one is out', () => {
    expect(upTo(statutory, '2027-01-04T09:20').refusal?.code).toBe('missing-reason');
  });
  test('[trap 18] the agency added later is asked and answers as the others do', () => {
    const { sentTo, clock } = upTo(statutory, '2026-12-29T11:30');
    expect([sentTo('request-checks').includes('ambulance'), clock('checks-date', 'ambulance')?.state]).toEqual([true, 'met']);
  });
  test('[trap 18] a contributor added at re-scope brings a review of its own, and loses none that is in', () => {
    const before = states(upTo(stockport, '2027-10-29T10:00').held, 'request-imrs');
    const after = upTo(stockport, '2027-11-02T11:00');
    expect(before).toEqual({ 'childrens-social-care': 'accepted', police: 'accepted', school: 'accepted' });
    expect(states(after.held, 'request-imrs')).toMatchObject(before);
    expect([states(after.held, 'request-further-imrs'), after.state('request-further-imrs')]).toEqual([{ 'healthcare-provider': 'asked' }, 'open']);
  });
  test('[trap 18] while that review is out, the package cannot be assured', () => {
    expect(upTo(stockport, '2028-01-12T14:00').refusal?.rule).toBe('added-reviews-in-before-assurance');
  });
});

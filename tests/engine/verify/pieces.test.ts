// What a procedure draws once and uses again is proved as it is used: fragments, stages repeated over a list, papers
// that are signed off. On invented procedures, each with a fault planted in it.
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/index.ts';
import { walk } from '../../../engine/case/walkthrough.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import type { Verified } from '../../../engine/verify/findings/types.ts';
import { explore } from '../../../engine/verify/explore/explore.ts';
import { morningOf } from '../../../engine/verify/runs/moments.ts';
import { realise } from '../../../engine/verify/runs/realise.ts';
import { verify } from '../../../engine/verify/verify.ts';
import { procedureWith } from '../case/clockwork.ts';
import { approval, approvals } from '../../fixtures/engine/approvals.ts';
import { agencyReview, returns } from '../../fixtures/engine/returns.ts';

const shapes = ({ findings }: Verified): readonly string[] => findings.filter(({ code }) => code.startsWith('V-1')).map(({ code, label }) => `${code} ${label}`);

describe('a fragment, called twice', () => {
  const unlimited = approval.transitions.map(({ limit: _limit, ...route }) => route);
  const free: Procedure = { ...approvals, fragments: { approval: { ...approval, transitions: unlimited } } };

  test('is sound in both places but for the rounds that nothing limits', () => {
    expect(shapes(verify(free))).toEqual(['V-105 terms-no', 'V-105 report-no']);
  });

  test('a way on that is missing in it is found in both places, each with a case that comes there', () => {
    const broken: Procedure = { ...approvals, fragments: { approval: { ...approval, transitions: unlimited.filter(({ id }) => id !== 'no') } } };
    const verified = verify(broken);
    expect(shapes(verified)).toEqual(['V-103 Approving the terms of reference', 'V-103 Approving the report']);
    for (const { example } of verified.findings.filter(({ code }) => code === 'V-103')) expect(example && walk(example, versionsOf([compile(broken)])).failures).toEqual([]);
  });

  test('its clocks are run in both places, with the time each was given', () => {
    expect(verify(approvals).slack.map(({ timescale }) => timescale)).toEqual(expect.arrayContaining(['terms-in-time', 'report-in-time']));
  });

  test('a route that may be taken so often is not said to leave a case stuck, and that this was not looked at is said', () => {
    const verified = verify(approvals);
    expect(shapes(verified)).toEqual([]);
    expect(verified.notLooked).toContain('Whether a case gets stuck once a route has been taken as often as its limit allows.');
  });
});

describe('a stage repeated over a list', () => {
  test('is tried with one entry, and that is said', () => {
    const verified = verify(returns());
    expect(verified.findings.filter(({ code }) => code === 'V-102' || code === 'V-101')).toEqual([]);
    expect(verified.notLooked).toContain('“Agency reviews”: tried with one entry of the list, not with several or none.');
  });

  test('a way that is missing in the piece is found', () => {
    const broken = returns();
    const verified = verify({ ...broken, fragments: { 'agency-review': { ...agencyReview, transitions: agencyReview.transitions.filter(({ id }) => id !== 'good') } } });
    expect(verified.findings.filter(({ code }) => code === 'V-101').map(({ label }) => label)).toEqual(['Health accepted']);
  });
});

describe('a paper that is signed off', () => {
  const base = procedureWith({});
  const signed: Procedure = {
    ...base, tasks: { ...base.tasks, plan: { shape: 'record', label: 'Plan', by: ['manager'], in: ['alert'], signOff: [{ by: 'health', may: ['accept', 'send-back'] }, { by: 'ministry', may: ['ratify', 'overturn'] }] } },
    parties: { ...base.parties, ministry: { kind: 'body', title: 'Ministry', outside: true } },
    stages: { alert: { kind: 'alert', label: 'Alert', owner: 'manager' }, ended: { kind: 'other', label: 'Ended', final: true } },
    transitions: [{ id: 'planned', from: ['alert'], on: { done: 'plan' }, to: 'ended' }], rules: {}, timescales: {}, registers: {}, closing: {},
  };

  test('leads on once all have signed: the way through it is walked with dates, each signature in its turn', () => {
    const compiled = compile(signed);
    const [tour = []] = explore(compiled).tours();
    const { finished, walkthrough, held } = realise(compiled, tour, { start: morningOf(20_700), pace: 'prompt' });
    expect(finished).toBe(true);
    expect(walkthrough.steps.flatMap((step) => ('do' in step && step.do.type === 'signOff' ? [[step.onBehalfOf ?? step.as, step.do['does']]] : []))).toEqual([['health', 'accept'], ['ministry', 'ratify']]);
    expect(held?.tasks['plan']?.at(-1)?.state).toBe('done');
    expect(shapes(verify(signed, { readings: false }))).toEqual([]);
  });
});

// What must not be lost when the file is edited: each reading flips alone, nothing leaves the Board that is not
// anonymised, the concerns clause governs all four situations, and every line cited is quoted.
import { describe, expect, test } from 'vitest';
import { compile } from '../../engine/case/compile.ts';
import { deadlines } from '../../engine/case/deadlines.ts';
import { register } from '../../engine/case/register.ts';
import { rules } from '../../engine/case/rules.ts';
import type { DeadlineView } from '../../engine/case/types.ts';
import { versionsFor, walk } from '../../engine/case/walkthrough.ts';
import type { WalkthroughCommand, WalkthroughStep } from '../../engine/case/walkthrough-types.ts';
import { check } from '../../engine/procedure/check.ts';
import { parseDateTime } from '../../engine/time/index.ts';
import { shippedProcedure, shippedWalkthroughs } from '../engine/case/shipped.ts';

const procedure = shippedProcedure('stockport');
const review = shippedWalkthroughs().find(({ file }) => file === 'stockport/walkthrough.json')?.walkthrough;
if (!review) throw new Error('the walkthrough of a review is missing');

/** The review referred on Tue 10 Aug 2027, up to a moment, under other readings or with other answers at the panel. */
function until(moment: string, settings: Readonly<Record<string, string | number>> = {}, answers: Readonly<Record<string, boolean | string | readonly string[]>> = {}) {
  const steps = review?.steps.map((step) => {
    const { expect: _, ...bare } = step as Extract<WalkthroughStep, { readonly do: unknown }>;
    const facts = 'do' in bare && bare.do['task'] === 'recommend' && bare.do['meeting'] && bare.do.answers?.['abuse'];
    return (facts ? { ...bare, do: { ...bare.do, answers: { ...bare.do.answers, ...answers } } } : bare) as WalkthroughStep;
  });
  const walkthrough = { ...review, steps, settings } as NonNullable<typeof review>;
  const versions = versionsFor(walkthrough, procedure);
  const { case: held, steps: walked } = walk(walkthrough, versions, { until: parseDateTime(moment) ?? 0 });
  if (!held) throw new Error('the case was not opened');
  const clock = (id: string): DeadlineView | undefined => deadlines(versions, held, held.asOf).find(({ timescale }) => timescale === id);
  return { held, versions, clock, refused: walked.at(-1)?.refusal?.rule };
}

describe('each reading can be flipped', () => {
  test('A1: 28 working days after Tue 10 Aug 2027, leaving out the bank holiday Mon 30 Aug, is Mon 20 Sep', () => {
    expect(until('2027-08-12T09:10', { 'twenty-eight-days-unit': 'working-days' }).clock('initial-panel-28-days')?.date).toBe('2027-09-20');
  });
  test('A1: a second window of 28 days after the recommendation of Mon 23 Aug 2027 ends on Mon 20 Sep', () => {
    expect(until('2027-08-25T11:30', { 'second-window-from': 'recommendation' }).clock('chair-28-days')?.date).toBe('2027-09-20');
  });
  test('A2: a couple of weeks as 21 days after Tue 31 Aug 2027 is Tue 21 Sep', () => {
    expect(until('2027-08-31T10:10', { 'couple-of-weeks': 21 }).clock('terms-to-ofsted')?.date).toBe('2027-09-21');
  });
  test('A2: counted from the approval of the terms of reference, the couple of weeks waits for it', () => {
    expect(until('2027-08-31T10:10', { 'couple-of-weeks-from': 'terms-approved' }).clock('terms-to-ofsted')?.state).toBe('pending');
  });
  test('A3: week 6 after the approval of Mon 20 Sep 2027 is Mon 1 Nov', () => {
    expect(until('2027-09-20T09:00', { 'week-six-from': 'terms-approved' }).clock('chronology-week-6')?.date).toBe('2027-11-01');
  });
  test('A4: where only the executive summary is published, nothing asks for the overview report', () => {
    expect(until('2028-09-06T10:00').held.tasks['publish-overview-report']?.at(-1)?.state).toBe('open');
    expect(until('2028-09-06T10:00', { 'published-documents': 'summary-only' }).held.tasks['publish-overview-report']).toBeUndefined();
  });
  test('A6: a death binds the Chair, or the Chair departs with reasons', () => {
    expect(until('2027-08-31T10:00').refused).toBe('death-with-abuse');
    expect(until('2027-08-31T10:00', { 'death-binds-the-chair': 'reasons' }).held.stages).toEqual(['alternative-learning']);
  });
  test('an author of a management review who was involved is barred, or a departure is recorded', () => {
    expect(until('2027-09-22T10:00').refused).toBe('imr-authors-not-involved');
    const { held, refused } = until('2027-09-22T10:00', { 'imr-author-bar': 'departs' });
    expect([refused, held.tasks['check-imr-authors']?.at(-1)?.departures.map(({ rule }) => rule)]).toEqual([undefined, ['imr-authors-should-not-be-involved']]);
  });
});

test('31 Aug 2027 and six months is the last day of a February of 29 days', () => {
  expect(until('2027-08-31T10:10').clock('review-6-months')?.date).toBe('2028-02-29');
});

test.each(['life-threatening-injury', 'harmed-by-sexual-abuse', 'violent-assault'])('the concerns about working together govern “%s”', (situation) => {
  const harm = { 'child-died': false, abuse: 'neither', 'seriously-harmed': true, [situation]: true };
  const isConsidered = (concern: boolean): unknown => {
    const { held, versions } = until('2027-08-25T11:30', {}, { ...harm, 'concern-working-together': concern });
    return rules(versions, held).find(({ rule }) => rule === 'additional-criteria')?.result;
  };
  expect([isConsidered(true), isConsidered(false)]).toEqual([true, false]);
});

/** A shipped walkthrough with acts of ours in place of its own from a moment on, told to its end. */
function instead(file: string, from: string, acts: readonly WalkthroughStep[]) {
  const shipped = shippedWalkthroughs().find((one) => one.file === file);
  if (!shipped) throw new Error(`${file} is missing`);
  const { case: held, failures } = walk({ ...shipped.walkthrough, steps: [...shipped.walkthrough.steps.filter(({ at }) => at < from), ...acts] }, shipped.versions);
  return { stages: held?.stages, closed: held?.closed !== undefined, failures };
}
const chair = (at: string, act: WalkthroughCommand): WalkthroughStep => ({ at, as: 'sscb-chair', person: 'X.Y.', do: act });

test('a letter after the conclusion opens the case again, and it closes again when nothing is amended', () => {
  const again = chair('2028-12-01T10:00', { type: 'reopenCase', reason: 'A second letter.' });
  const nothing = chair('2028-12-04T10:00', { type: 'decide', task: 'decide-amendment', options: ['nothing'] });

  expect(instead('stockport/walkthrough.json', '2028-12-01', [again])).toEqual({ stages: ['reopened'], closed: false, failures: [] });
  expect(instead('stockport/walkthrough.json', '2028-12-01', [again, nothing])).toEqual({ stages: ['concluded'], closed: true, failures: [] });
});

test('nothing further ends a case without a review, and it stays open until Ofsted was told', () => {
  const meeting = { present: ['initial-panel-chair', 'initial-panel-member'] };
  const nothing: WalkthroughStep = { at: '2027-01-13T10:00', as: 'initial-panel-chair', person: 'X.Y.', do: { type: 'decide', task: 'consider-alternatives', options: ['nothing-further'], meeting } };
  const told: WalkthroughStep = { at: '2027-01-14T10:00', as: 'business-manager', person: 'X.Y.', do: { type: 'sendExchange', task: 'notify-ofsted-of-decision', answers: { anonymised: true } } };

  expect(instead('stockport/no-review.json', '2027-01-13', [nothing])).toEqual({ stages: ['no-scr'], closed: false, failures: [] });
  expect(instead('stockport/no-review.json', '2027-01-13', [nothing, told])).toEqual({ stages: ['no-scr'], closed: true, failures: [] });
});

test('whatever goes to a body outside the Board is asked whether it is anonymised, and held back when it is not', () => {
  const bodies = ['ofsted', 'dfe', 'strategic-health-authority', 'government-office', 'government-department', 'public', 'interested-parties', 'media'];
  const leaving = Object.entries(procedure.tasks).filter(([, { to }]) => to?.some((one) => typeof one === 'string' && bodies.includes(one)));
  const asked = leaving.filter(([, { form }]) => procedure.forms?.[form ?? '']?.sections.some(({ questions }) => questions.includes('anonymised')));

  expect(leaving).toHaveLength(12);
  expect(asked).toEqual(leaving);
  expect(procedure.disclosure?.['identifying']?.gate).toBe('anonymised');
  expect(check(procedure).filter(({ code }) => code === 'P-092' || code === 'P-093')).toEqual([]);
});

test('a report on timing is asked afresh whether it is anonymised, whatever was said of the one before', () => {
  const report = (at: string, answers: Readonly<Record<string, boolean | string>>): WalkthroughStep => ({ at, as: 'business-manager', person: 'X.Y.', do: { type: 'sendExchange', task: 'keep-ofsted-appraised', answers: { 'timing-report': 'A second report.', ...answers }, recipients: ['ofsted'], reason: 'A second report.' } });
  const [unsaid, said] = [report('2028-02-08T17:00', {}), report('2028-02-08T17:10', { anonymised: true })];

  expect(instead('stockport/walkthrough.json', '2028-02-08T17', [{ ...unsaid, expect: { refused: { code: 'missing-field' } } } as WalkthroughStep, said]).failures).toEqual([]);
});

test('what carries names goes in full to no body outside, whatever the exchange', () => {
  const ask = (recipient: string): WalkthroughStep => ({ at: '2027-09-21T09:04', as: 'business-manager', person: 'X.Y.', do: { type: 'sendExchange', task: 'request-imrs', recipients: [recipient], answers: { 'imr-deadline': '2027-10-08' } }, expect: { refused: { code: 'not-anonymised' } } });

  for (const recipient of ['ofsted', 'dfe', 'government-office', 'media', 'public']) expect(instead('stockport/walkthrough.json', '2027-09-21T09:03', [ask(recipient)]).failures, recipient).toEqual([]);
  expect(instead('stockport/walkthrough.json', '2027-09-21T09:03', [ask('police')]).failures).toHaveLength(1);
});

test('every line cited is quoted, and check finds nothing but what the source leaves open', () => {
  const cited = [...JSON.stringify(procedure).matchAll(/"st#(\d+(?:-\d+)?)"/g)].map((match) => match[1] ?? '');
  const quoted = procedure.sources['st']?.passages ?? {};

  expect(cited.length).toBeGreaterThan(400);
  expect(cited.filter((lines) => !quoted[lines])).toEqual([]);
  expect(check(procedure).filter(({ code }) => code !== 'P-130' && code !== 'P-131')).toEqual([]);
});

describe('lines and dates of each', () => {
  test('140: agency managers designate the authors of management reviews; nobody else appoints one', () => {
    const appoint = (onBehalfOf?: string): WalkthroughStep => ({ at: '2027-09-24T10:08', as: 'business-manager', person: 'B.M.', ...(onBehalfOf !== undefined && { onBehalfOf }), do: { type: 'appoint', seat: 'imr-author', person: 'Z.Z.', capacity: 'holder', from: '2027-09-24', organisation: 'School' }, ...(onBehalfOf === undefined && { expect: { refused: { code: 'wrong-role' } } }) });
    expect(instead('stockport/walkthrough.json', '2027-09-24T10:07', [appoint(), appoint('agency-manager')]).failures).toEqual([]);
  });

  test('495: each request carries its own deadline, and each agency’s clock runs to the one that it was sent', () => {
    const ask = (at: string, recipient: string, day: string, due: Readonly<Record<string, string>>): WalkthroughStep => ({
      at, as: 'business-manager', person: 'B.M.', do: { type: 'sendExchange', task: 'request-imrs', recipients: [recipient], answers: { 'imr-deadline': day } },
      expect: { due: Object.fromEntries(Object.entries(due).map(([agency, date]) => [`management-reviews-own-deadline/${agency}`, { date, state: 'due' }])) },
    });
    expect(instead('stockport/walkthrough.json', '2027-09-21T09:03', [ask('2027-09-21T09:04', 'police', '2027-10-01', { police: '2027-10-01' }), ask('2027-09-21T09:05', 'school', '2027-10-08', { police: '2027-10-01', school: '2027-10-08' })]).failures).toEqual([]);
  });

  test('116, 238: a register has a line for each organisation, and one for each action by its date', () => {
    const { held } = until('2028-03-31T12:00');
    const compiled = compile(procedure, { version: 1 });
    const lines = (id: string) => register(compiled, id, [{ ...held, procedure: { ...held.procedure, id: procedure.id } }], held.asOf).map(({ cells }) => cells);
    expect(lines('secured-records').length).toBeGreaterThan(1);
    expect(lines('secured-records').every(({ organisation }) => organisation !== '')).toBe(true);
    const due = lines('actions').map((cells) => cells['due'] ?? '');
    expect(due.length).toBeGreaterThan(1);
    expect(due).toEqual(due.toSorted());
  });
});

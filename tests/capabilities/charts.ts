// Charts and control flow, C1 to C14.
import { expect } from 'vitest';
import { check, type Case, type Procedure } from '../../engine/index.ts';
import { approvals } from '../fixtures/engine/approvals.ts';
import { begun } from '../fixtures/engine/invented.ts';
import { returns } from '../fixtures/engine/returns.ts';
import { decided } from '../procedures/directors-decision.ts';
import type { Capability } from './capability.ts';
import { act, expectRefused, shippedStory, tell, told } from './story.ts';

const needToKnow = ['incident-reported', 'alert-to-sqa', 'after-the-alert', 'tell-senior-leaders', 'joint-decision', 'need-to-know', 'first-case-review', 'detailed-case-review', 'share-the-learning', 'closed'];

/** The same procedure with every kind of stage taken for another. */
function kindless(procedure: Procedure): Procedure {
  return { ...procedure, stages: Object.fromEntries(Object.entries(procedure.stages).map(([id, stage]) => [id, { ...stage, kind: 'other' }])) };
}

/** A case of Tower Hamlets opened by another way in. */
function openedBy(procedure: Procedure, door: string, source: string) {
  return told(procedure, 'tower-hamlets-statutory', { until: '2026-12-18T15:30', step: (step) => ({ ...step, do: { ...step.do, door, source } }) });
}

const recommend = (options: readonly string[]) => act('2027-01-14T14:00', 'panel-chair', {
  type: 'decide', task: 'recommend', options, reasons: 'Invented.',
  answers: { 'facts-gathered': 'Invented.', 'immediate-action': 'Invented.', improvements: 'Invented.', 'next-steps': 'Invented.', 'members-eligible': true },
  meeting: { present: ['panel-chair', 'member-local-authority', 'member-health', 'member-police', 'member-education', 'member-legal'] },
});

/** Each paper drafted by the manager and approved: the terms by the manager, the report by the Chair. What is refused is left undone. */
function throughApprovals(procedure: Procedure, papers: readonly string[]): Case {
  const story = begun(procedure, '2026-12-07T09:00');
  for (const paper of papers) {
    story.tries('manager', { type: 'completeTask', task: `${paper}-draft` });
    story.tries(paper === 'terms' ? 'manager' : 'chair', { type: 'decide', task: `${paper}-approve`, options: ['yes'] });
  }
  return story.case;
}

export const charts: readonly Capability[] = [
  { id: 'C1', title: 'stages stand in any number and order, and their kind is only a label', proofs: [
    { element: { procedure: 'tower-hamlets', pointer: '/transitions/first-review-done' }, holds: (procedure) => {
      expect(told(procedure, 'tower-hamlets-need-to-know').visited).toEqual(needToKnow);
      expect(told(kindless(procedure), 'tower-hamlets-need-to-know').visited).toEqual(needToKnow);
    } },
    { element: { procedure: 'trafford', pointer: '/transitions/to-director' }, holds: (procedure) => {
      const { visited } = told(procedure, 'trafford-below-the-threshold');
      const kinds = visited.map((stage) => procedure.stages[stage]?.kind);
      expect(visited.slice(0, 4)).toEqual(['lessons-discussion', 'strategic-lead-review', 'determination', 'directors-decision']);
      expect([kinds.includes('panel'), kinds.includes('publish')]).toEqual([true, false]);
      expect(kinds.indexOf('panel')).toBeGreaterThan(kinds.indexOf('decision'));
    } },
  ] },
  { id: 'C2', title: 'a procedure has several ways in, each with its own sources', proofs: [
    { element: { procedure: 'tower-hamlets', pointer: '/doors/other-process/sources/domestic-homicide-review' }, holds: (procedure) => {
      expect(openedBy(procedure, 'other-process', 'domestic-homicide-review').held).toMatchObject({ door: 'other-process', source: 'domestic-homicide-review' });
      expectRefused(openedBy(procedure, 'incident-report', 'domestic-homicide-review'), 'bad-answer');
    } },
    { element: { procedure: 'kscp', pointer: '/doors/from-partner-agency' }, holds: (procedure) => {
      expect(told(procedure, 'local-review-across-new-year', { until: '2026-12-30T11:20' }).held?.door).toBe('from-childrens-social-care');
      expect(told(procedure, 'no-review-across-easter', { until: '2027-03-22T09:10' }).held?.door).toBe('from-partner-agency');
    } },
    { element: { procedure: 'bath-and-north-east-somerset', pointer: '/doors/multi-agency-request' }, holds: (procedure) => {
      expect(told(procedure, 'bath-published', { until: '2027-01-26T10:05' }).stages).toContain('scr-notification');
      expect(told(procedure, 'bath-request', { until: '2027-03-01T09:05' }).stages).toContain('mar-request');
    } },
  ] },
  { id: 'C3', title: 'parallel lanes end one by one, and the case goes on when all have', proofs: [
    { element: { procedure: 'tower-hamlets', pointer: '/transitions/set-up-done' }, holds: (procedure) => {
      expect(told(procedure, 'tower-hamlets-statutory', { until: '2026-12-23T09:30' }).stages).toEqual(['convene-the-panel', 'agency-checks']);
      expect(told(procedure, 'tower-hamlets-statutory', { until: '2026-12-31T14:00' }).stages).toEqual(['agency-checks']);
      expect(told(procedure, 'tower-hamlets-statutory', { until: '2027-01-04T09:30' }).stages).toEqual(['rapid-review-panel']);
    } },
    { element: { procedure: 'trafford', pointer: '/transitions/all-ended' }, holds: (procedure) => {
      expect(told(procedure, 'trafford-several-at-once', { until: '2027-04-09T09:40' }).stages).toEqual(['sin-notification', 'lic-referral', 'internal-review']);
      expect(told(procedure, 'trafford-several-at-once', { until: '2027-05-28T15:00' }).stages).toEqual(['serious-case-review']);
      expect(told(procedure, 'trafford-several-at-once').stages).toEqual(['closed']);
    } },
    { element: { procedure: 'stockport', pointer: '/transitions/all-lanes-ended' }, holds: (procedure) => {
      expect(told(procedure, 'stockport-review-to-its-last-action', { until: '2028-03-28T10:00' }).stages).toEqual(['awaiting-evaluation', 'action-planning', 'preparing-publication']);
      expect(told(procedure, 'stockport-review-to-its-last-action', { until: '2028-09-20T10:20' }).stages).toEqual(['evaluated', 'implementation', 'published']);
      expect(told(procedure, 'stockport-review-to-its-last-action').stages).toEqual(['concluded']);
    } },
    { element: { procedure: 'bath-and-north-east-somerset', pointer: '/transitions/scrutiny-of-none' }, holds: (procedure) => {
      expect(told(procedure, 'bath-request', { until: '2027-04-30T09:10' }).stages).toEqual(['awaiting-scrutiny', 'panel-scrutiny']);
    } },
  ] },
  { id: 'C4', title: 'a decision takes several outcomes at once, or exactly one', proofs: [
    { element: { procedure: 'trafford', pointer: '/tasks/directors-decision/choose' }, holds: (procedure) => {
      expect(decided(procedure, {}, ['notify-sin', 'refer-lic', 'internal-review']).held.stages).toEqual(expect.arrayContaining(['sin-notification', 'lic-referral', 'internal-review']));
      expect(decided(procedure, {}, ['refer-lic']).held.stages).toEqual(expect.arrayContaining(['no-sin', 'lic-referral', 'waits-for-committee']));
    } },
    { element: { procedure: 'kscp', pointer: '/tasks/recommend/options/single-agency-learning' }, holds: (procedure) => {
      const tries = (options: readonly string[]) => told(procedure, 'local-review-across-new-year', { until: '2027-01-12T11:00', then: [recommend(options)] });
      for (const one of ['national-review', 'local-review', 'multi-agency-learning', 'single-agency-learning', 'no-review']) expect(tries([one]).stages).toContain('decision');
      expect(tries(['multi-agency-learning', 'no-review']).refusal).toBeDefined();
    } },
  ] },
  { id: 'C5', title: 'each agency has its own request, reply, state and clock, and one may be added later', proofs: [
    { element: { procedure: 'tower-hamlets', pointer: '/timescales/checks-date/each' }, holds: (procedure) => {
      const { recipients, clock, stages } = told(procedure, 'tower-hamlets-statutory', { until: '2026-12-30T09:15' });
      const states = Object.fromEntries(recipients('request-checks').map(({ party, state }) => [party, state]));
      expect(states).toMatchObject({ police: 'received', hospital: 'received', ambulance: 'received', education: 'asked', housing: 'asked', maternity: 'sent-back' });
      expect([clock('checks-date', 'police')?.state, clock('checks-date', 'education')?.state]).toEqual(['met', 'overdue']);
      expect(stages).toContain('agency-checks');
    } },
    { element: { procedure: 'bath-and-north-east-somerset', pointer: '/tasks/ask-agencies/per' }, holds: (procedure) => {
      const { sent, clock } = told(procedure, 'bath-published', { until: '2027-02-15T09:00' });
      expect(sent('ask-agencies')).toEqual(expect.arrayContaining(['police', 'general-practice', 'school', 'healthcare-provider']));
      expect(clock('information-by', 'school')?.state).toBe('overdue');
    } },
    { element: { procedure: 'kscp', pointer: '/tasks/ask-for-case-summaries/per' }, holds: (procedure) => {
      const { clock } = told(procedure, 'no-review-across-easter', { until: '2027-03-29T09:00' });
      expect([clock('summary-return', 'health')?.date, clock('summary-return', 'education')?.date]).toEqual(['2027-03-31', '2027-04-05']);
    } },
  ] },
  { id: 'C6', title: 'a contributor found later is asked too, and what is finished stays', proofs: [
    { element: { procedure: 'stockport', pointer: '/tasks/request-further-imrs/raised' }, holds: (procedure) => {
      expect(told(procedure, 'stockport-review-to-its-last-action', { until: '2027-10-29T10:00' }).state('request-further-imrs')).toBeUndefined();
      const { state, recipients } = told(procedure, 'stockport-review-to-its-last-action', { until: '2027-11-02T11:00' });
      expect([state('request-further-imrs'), recipients('request-further-imrs').map(({ party }) => party)]).toEqual(['open', ['healthcare-provider']]);
      expect(recipients('request-imrs').every((one) => one.state === 'accepted')).toBe(true);
    } },
    { element: { procedure: 'stockport', pointer: '/rules/added-reviews-in-before-assurance' }, holds: (procedure) => {
      expectRefused(told(procedure, 'stockport-review-to-its-last-action', { until: '2028-01-12T14:00' }), 'forbidden', 'added-reviews-in-before-assurance');
      expect(told(procedure, 'stockport-review-to-its-last-action', { until: '2028-03-09T14:00' }).stages).toEqual(['approval']);
    } },
  ] },
  { id: 'C7', title: 'a stage is entered again, and each visit is kept', proofs: [
    { element: { procedure: 'stockport', pointer: '/transitions/quality-not-assured' }, holds: (procedure) => {
      const { visited, records } = told(procedure, 'stockport-review-to-its-last-action', { until: '2028-03-09T14:00' });
      expect(visited.filter((stage) => stage === 'analysis')).toHaveLength(2);
      expect(records('quality-assure').map(({ options }) => options)).toEqual([['not-assured'], ['assured']]);
      expect(records('draft-overview').map(({ visit }) => visit)).toEqual([1, 2]);
    } },
    { element: { procedure: 'bath-and-north-east-somerset', pointer: '/transitions/challenged' }, holds: (procedure) => {
      expect(told(procedure, 'bath-request', { until: '2027-06-01T09:00' }).stages).toEqual(['awaiting-scrutiny', 'reconsideration']);
      expect(told(procedure, 'bath-request').visited).toEqual(expect.arrayContaining(['chairs-decision', 'reconsideration', 'serious-case-review']));
    } },
    { element: { procedure: 'tower-hamlets', pointer: '/transitions/new-facts-known' }, holds: (procedure) => {
      const facts = act('2027-03-25T17:00', 'sqa-service-manager', { type: 'completeTask', task: 'new-facts', answers: { 'new-facts-words': 'Invented.' } });
      const { records, visited } = told(procedure, 'tower-hamlets-need-to-know', { until: '2027-03-25T16:00', then: [facts] });
      expect(visited.filter((stage) => stage === 'joint-decision')).toHaveLength(2);
      expect(records('decide-criteria').map(({ state }) => state)).toEqual(['done', 'open']);
    } },
  ] },
  { id: 'C8', title: 'a chart of its own is called from a parent, and one drawn once from several places', invented: 'a fragment called from two places, and one repeated over a list, which no source needs: none draws the same piece twice', proofs: [
    { element: { procedure: 'tower-hamlets', pointer: '/transitions/first-review-done' }, holds: (procedure) => {
      const within = told(procedure, 'tower-hamlets-need-to-know', { until: '2027-03-30T14:50' });
      expect([within.held?.stages, within.visited.filter((stage) => stage.endsWith('case-review'))]).toEqual([expect.arrayContaining(['need-to-know', 'detailed-case-review']), ['first-case-review', 'detailed-case-review']]);
    } },
    { element: { procedure: 'approvals', pointer: '/stages/report/call' }, on: approvals, holds: (procedure) => {
      const story = throughApprovals(procedure, ['terms', 'report']);
      expect([story.visits.map(({ stage }) => stage), story.closed !== undefined]).toEqual([['terms', 'terms-drafting', 'terms-deciding', 'terms-approved', 'report', 'report-drafting', 'report-deciding', 'report-approved', 'ended'], true]);
    } },
    { element: { procedure: 'approvals', pointer: '/stages/report/call/settings/approver' }, on: approvals, holds: (procedure) => expect(throughApprovals(procedure, ['terms', 'report']).closed).toBeDefined() },
    { element: { procedure: 'returns', pointer: '/stages/reviews/per' }, on: returns(), holds: (procedure) => {
      const story = begun(procedure, '2026-12-07T09:00', { agencies: ['health', 'police'] });
      expect(story.case.stages).toEqual(['reviews', 'reviews-health', 'reviews-health-writing', 'reviews-police', 'reviews-police-writing']);
    } },
  ] },
  { id: 'C9', title: 'what may interrupt is offered in a set of stages and in no other', proofs: [
    { element: { procedure: 'bath-and-north-east-somerset', pointer: '/tasks/seek-peer-challenge/in' }, holds: (procedure) => {
      const offered = (until: string) => told(procedure, 'bath-published', { until }).task('seek-peer-challenge', 'lscb-chair')?.state;
      expect([offered('2027-02-16T09:30'), offered('2027-02-19T12:10'), offered('2027-03-22T09:00')]).toEqual([undefined, 'offered', 'offered']);
    } },
    { element: { procedure: 'stockport', pointer: '/tasks/decide-extension/raised' }, holds: (procedure) => {
      const offered = (until: string) => told(procedure, 'stockport-review-to-its-last-action', { until }).task('decide-extension', 'sscb-chair')?.state;
      expect(['2027-08-25T11:30', '2027-09-20T09:30', '2027-11-02T11:00', '2028-03-24T10:00'].map(offered)).toEqual([undefined, 'offered', 'offered', 'offered']);
    } },
    { element: { procedure: 'kscp', pointer: '/tasks/take-immediate-action/raised' }, holds: (procedure) => {
      const { task, stages } = told(procedure, 'local-review-across-new-year', { until: '2027-01-07T15:30' });
      expect(task('take-immediate-action', 'panel-chair')?.state).toBe('offered');
      const done = told(procedure, 'local-review-across-new-year', { until: '2027-01-08T16:20' });
      expect([done.state('take-immediate-action'), done.stages]).toEqual(['done', stages]);
    } },
  ] },
  { id: 'C10', title: 'a duty begins before the decision and runs on across stages', proofs: [
    { element: { procedure: 'stockport', pointer: '/tasks/secure-records' }, holds: (procedure) => {
      const opened = told(procedure, 'stockport-no-review', { until: '2026-12-04T11:20' });
      expect([opened.stages, opened.state('secure-records')]).toEqual([['referral'], 'open']);
      const decision = told(procedure, 'stockport-no-review', { until: '2027-01-11T10:10' });
      expect([decision.stages, decision.state('secure-records')]).toEqual([['alternative-learning'], 'open']);
    } },
    { element: { procedure: 'tower-hamlets', pointer: '/rules/panel-started-early' }, holds: (procedure) => {
      const early = (until: string) => told(procedure, 'tower-hamlets-statutory', { until, settings: { 'panel-convened': 'on-alert' } });
      expect([early('2026-12-21T09:10').stages.includes('joint-decision'), early('2026-12-21T09:10').state('start-panel-early')]).toEqual([true, 'open']);
      expect([early('2026-12-23T09:30').stages.includes('agency-checks'), early('2026-12-23T09:30').state('start-panel-early')]).toEqual([true, 'open']);
    } },
  ] },
  { id: 'C11', title: 'publication does not close a case; the last action does', proofs: [
    { element: { procedure: 'stockport', pointer: '/rules/plan-implemented' }, holds: (procedure) => {
      const published = told(procedure, 'stockport-review-to-its-last-action', { until: '2028-10-30T10:00' });
      expect([published.stages.includes('published'), published.held?.closed, published.state('conclude-review')]).toEqual([true, undefined, undefined]);
      expect(told(procedure, 'stockport-review-to-its-last-action', { until: '2028-11-06T10:00' }).state('conclude-review')).toBe('open');
      expect(told(procedure, 'stockport-review-to-its-last-action').held?.closed).toBeDefined();
    } },
    { element: { procedure: 'bath-and-north-east-somerset', pointer: '/closing/if' }, holds: (procedure) => {
      const plain = (skipped: string) => tell(procedure, { ...shippedStory('bath-published'), steps: shippedStory('bath-published').steps.filter((step) => 'look' in step || step.do['task'] !== skipped) });
      expect(plain('nothing').held?.closed).toBeDefined();
      expect([plain('assess-impact').stages.includes('closed'), plain('assess-impact').held?.closed]).toEqual([true, undefined]);
    } },
  ] },
  { id: 'C12', title: 'a route gives the case its type, and lists show it', proofs: (['statutory-review', 'need-to-know'] as const).map((stage) => ({
    element: { procedure: 'tower-hamlets', pointer: `/stages/${stage}/caseType` }, holds: (procedure: Procedure) => {
      const types = [told(procedure, 'tower-hamlets-statutory', { until: '2026-12-22T14:00' }), told(procedure, 'tower-hamlets-need-to-know', { until: '2027-03-25T09:30' })].map(({ held }) => held?.caseType);
      expect(types).toEqual(['Statutory Review case', 'Need to Know case']);
    },
  })) },
  { id: 'C13', title: 'a stage needs no clock, and a procedure may have a single one', proofs: [
    { element: { procedure: 'trafford', pointer: '/timescales/learning-next-meeting' }, holds: (procedure) => {
      const before = told(procedure, 'trafford-several-at-once', { until: '2027-04-26T10:00' });
      expect(before.held?.stages).toContain('internal-review');
      const after = told(procedure, 'trafford-several-at-once', { until: '2027-05-27T09:00' });
      expect([before.clock('learning-next-meeting')?.date, after.clock('learning-next-meeting')?.date]).toEqual([undefined, '2027-05-28']);
      expect(Object.keys(procedure.timescales ?? {})).toEqual(['learning-next-meeting']);
    } },
  ] },
  { id: 'C14', title: 'a way on that the source leaves out is drawn, shown as a gap, and its lack is told', proofs: [
    { element: { procedure: 'kscp', pointer: '/transitions/no-rapid-review-decided' }, holds: (procedure) => {
      const says = (at: string, as: string, task: string) => act(at, as, { type: 'decide', task, options: ['do-not-undertake'], reasons: 'Invented.' });
      const no = [says('2026-12-31T09:20', 'business-manager', 'give-triage-advice'), says('2026-12-31T09:30', 'panel-chair', 'give-triage-advice'), says('2026-12-31T10:30', 'lscp-chair', 'decide-rapid-review')];
      const { stages } = told(procedure, 'local-review-across-new-year', { until: '2026-12-31T09:10', then: no });
      expect(stages).toContain('no-rapid-review');
    } },
    { element: { procedure: 'kscp', pointer: '/transitions/no-rapid-review-decided/gap' }, holds: (procedure) => {
      const place = `/transitions/${procedure.transitions.findIndex(({ id }) => id === 'no-rapid-review-decided')}`;
      expect(check(procedure).filter(({ severity, pointer }) => severity === 'gap' && pointer.startsWith(place))).toHaveLength(1);
    } },
    { element: { procedure: 'trafford', pointer: '/transitions/scr-complete' }, holds: (procedure) => {
      expect(check(procedure).filter(({ code, pointer }) => code === 'P-065' && pointer === '/stages/serious-case-review')).toEqual([]);
    } },
  ] },
];

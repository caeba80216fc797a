// People, decisions and quorum, C36 to C43.
import { expect } from 'vitest';
import { titleOf } from '../../engine/index.ts';
import type { Procedure } from '../../engine/index.ts';
import type { Capability } from './capability.ts';
import { act, expectAccepted, expectRefused, told } from './story.ts';

const th = 'tower-hamlets';
const bn = 'bath-and-north-east-somerset';
const newYear = 'local-review-across-new-year';
const review = 'stockport-review-to-its-last-action';

/** A triage opinion in the KSCP case. */
const opinion = (at: string, as: string, option: string) => act(at, as, { type: 'decide', task: 'give-triage-advice', options: [option], reasons: 'Invented.' });

/** The Rapid Review Panel meets with some of its seats. */
function panel(procedure: Procedure, present: readonly string[], more: { readonly interests?: readonly { readonly seat: string; readonly words: string }[]; readonly reasons?: string } = {}) {
  const { interests, reasons } = more;
  const answers = { 'facts-gathered': 'Invented.', 'immediate-action': 'Invented.', improvements: 'Invented.', 'next-steps': 'Invented.', 'members-eligible': true };
  const meeting = { present, ...(interests && { interests }) };
  return told(procedure, newYear, { until: '2027-01-12T11:00', then: [act('2027-01-14T14:00', 'panel-chair', { type: 'decide', task: 'recommend', options: ['multi-agency-learning'], answers, meeting, ...(reasons !== undefined && { reasons }) })] });
}
const four = ['panel-chair', 'member-local-authority', 'member-health', 'member-police', 'member-education'];

export const people: readonly Capability[] = [
  { id: 'C36', title: 'a role is a title, may have two, and a person fills it for one case', proofs: [
    { element: { procedure: th, pointer: '/parties/head-of-service-sqa/titles' }, holds: (procedure) => {
      const doers = told(procedure, 'tower-hamlets-statutory', { until: '2026-12-21T11:00' }).task('decide-criteria')?.doers;
      expect(doers?.[0]).toMatchObject({ label: 'Head of Service SQA', also: ['Head of Service, Safeguarding and Quality Assurance'] });
    } },
    { element: { procedure: 'trafford', pointer: '/parties/director/titles' }, holds: (procedure) => {
      const doers = told(procedure, 'trafford-several-at-once', { until: '2027-04-09T09:25' }).task('directors-decision')?.doers;
      expect(doers?.[0]?.also).toContain('Director (Safeguarding & Professional Leadership)');
    } },
    { element: { procedure: 'stockport', pointer: '/parties/overview-author/title' }, holds: (procedure) => {
      const { held, task } = told(procedure, review, { until: '2027-10-20T09:00' });
      expect(held?.appointments.map(({ seat }) => seat)).toEqual(expect.arrayContaining(['sscb-chair', 'scr-panel-chair', 'overview-author']));
      expect(task('appoint-author')?.doers.length).toBeGreaterThan(0);
      expect(titleOf(procedure, 'overview-author', 0)).toBe('Independent author of the overview report');
    } },
  ] },
  { id: 'C37', title: 'one role recommends and another decides, and neither may do the other’s part', proofs: [
    { element: { procedure: 'trafford', pointer: '/tasks/advise-internal-review/by' }, holds: (procedure) => {
      const decide = (as: string, task: string) => told(procedure, 'trafford-below-the-threshold', { until: task === 'advise-internal-review' ? '2026-12-03T12:30' : '2026-12-07T10:00', then: [act('2026-12-08T09:00', as, { type: 'decide', task, options: ['hold'], reasons: 'Invented.' })] });
      expectAccepted(decide('strategic-lead', 'advise-internal-review'));
      expectRefused(decide('director', 'advise-internal-review'), 'wrong-role');
      expectRefused(decide('strategic-lead', 'decide-internal-review'), 'wrong-role');
      expectAccepted(decide('director', 'decide-internal-review'));
    } },
    { element: { procedure: 'stockport', pointer: '/tasks/approve-terms/by' }, holds: (procedure) => {
      const approve = (as: string) => told(procedure, review, { until: '2027-09-15T15:00', then: [act('2027-09-16T09:00', as, { type: 'decide', task: 'approve-terms', options: ['approve'] })] });
      expectRefused(approve('scr-panel-chair'), 'wrong-role');
      expectAccepted(approve('sscb-chair'));
    } },
    { element: { procedure: 'kscp', pointer: '/rules/reasons-against-panel' }, holds: (procedure) => {
      expectRefused(told(procedure, newYear, { until: '2027-01-18T09:20' }), 'wrong-role');
      expectRefused(told(procedure, newYear, { until: '2027-01-18T11:00' }), 'missing-reason', 'reasons-against-panel');
    } },
    { element: { procedure: th, pointer: '/tasks/executive-decision/reasons' }, holds: (procedure) => {
      expectRefused(told(procedure, 'tower-hamlets-statutory', { until: '2027-01-05T12:45' }), 'wrong-role');
      expectRefused(told(procedure, 'tower-hamlets-statutory', { until: '2027-01-05T12:30', then: [act('2027-01-06T16:00', 'executive-group', { type: 'decide', task: 'executive-decision', options: ['start-cspr'] })] }), 'missing-reason');
    } },
  ] },
  { id: 'C38', title: 'a joint decision needs both roles', proofs: [
    { element: { procedure: th, pointer: '/tasks/decide-criteria/agreement' }, holds: (procedure) => {
      const one = told(procedure, 'tower-hamlets-statutory', { until: '2026-12-21T11:00' });
      expect([one.state('decide-criteria'), one.task('decide-criteria')?.state, one.stages.includes('joint-decision')]).toEqual(['open', 'waiting', true]);
      const apart = told(procedure, 'tower-hamlets-statutory', { until: '2026-12-21T15:30' });
      expect([apart.state('decide-criteria'), apart.stages.includes('joint-decision')]).toEqual(['open', true]);
      const both = told(procedure, 'tower-hamlets-statutory', { until: '2026-12-22T14:00' });
      expect([both.state('decide-criteria'), both.records('decide-criteria').at(-1)?.views.map(({ party }) => party)]).toEqual(['done', ['head-of-service-sqa', 'director']]);
    } },
    { element: { procedure: 'kscp', pointer: '/tasks/give-triage-advice/agreement' }, holds: (procedure) => {
      const views = [opinion('2026-12-31T09:20', 'business-manager', 'undertake'), opinion('2026-12-31T09:35', 'nominated-professional', 'do-not-undertake'), opinion('2026-12-31T09:50', 'panel-chair', 'undertake')];
      const after = (count: number) => told(procedure, newYear, { until: '2026-12-31T09:10', then: views.slice(0, count) });
      expect([1, 2, 3].map((count) => after(count).stages.includes('triage'))).toEqual([true, true, false]);
      expect(after(3).records('give-triage-advice').at(-1)?.options).toEqual(['undertake']);
    } },
  ] },
  { id: 'C39', title: 'a deputy stands in for named acts only, and on its condition only', proofs: [
    { element: { procedure: th, pointer: '/parties/head-of-service-sqa/deputies/1' }, holds: (procedure) => {
      expectRefused(told(procedure, 'tower-hamlets-statutory', { until: '2026-12-22T16:45' }), 'wrong-role');
      expectAccepted(told(procedure, 'tower-hamlets-statutory', { until: '2026-12-23T09:30' }));
    } },
    { element: { procedure: th, pointer: '/parties/head-of-service-sqa/deputies/0' }, holds: (procedure) => {
      const absence = act('2026-12-18T17:10', 'head-of-service-sqa', { type: 'recordAbsence', party: 'head-of-service-sqa', from: '2026-12-18', until: '2027-01-03' });
      const receive = act('2026-12-18T17:20', 'principal-social-worker', { type: 'completeTask', task: 'receive-alert', answers: { 'child-died': false, 'looked-after': false } });
      const decide = act('2026-12-18T17:30', 'principal-social-worker', { type: 'decide', task: 'decide-criteria', options: ['met'], reasons: 'Invented.', answers: { 'abuse-or-neglect': 'suspected', 'child-died': false, 'seriously-harmed': true, 'in-area': true } });
      expectRefused(told(procedure, 'tower-hamlets-statutory', { until: '2026-12-18T17:05', then: [receive] }), 'wrong-role');
      expectAccepted(told(procedure, 'tower-hamlets-statutory', { until: '2026-12-18T17:05', then: [absence, receive] }));
      expectRefused(told(procedure, 'tower-hamlets-statutory', { until: '2026-12-18T17:05', then: [absence, receive, decide] }), 'wrong-role');
    } },
    { element: { procedure: bn, pointer: '/tasks/give-evidence/by' }, holds: (procedure) => {
      const { records } = told(procedure, 'bath-challenged', { until: '2027-02-03T15:00' });
      expect(records('give-evidence').map(({ by }) => by?.role)).toEqual(['chairs-representative']);
      expectRefused(told(procedure, 'bath-challenged', { until: '2027-02-11T09:00' }), 'wrong-role');
    } },
  ] },
  { id: 'C40', title: 'a panel needs its must-have seats, asks for its should-have seats, and bars whoever was involved', proofs: [
    { element: { procedure: 'kscp', pointer: '/rules/key-partners' }, holds: (procedure) => expectRefused(panel(procedure, four.slice(0, 4), { reasons: 'Invented.' }), 'quorum') },
    { element: { procedure: 'kscp', pointer: '/rules/legal-advice' }, holds: (procedure) => {
      const without = panel(procedure, four, { reasons: 'Advice was taken in writing.' });
      expectAccepted(without);
      expect(without.departures('recommend')).toEqual(['legal-advice']);
      expect(panel(procedure, [...four, 'member-legal']).departures('recommend')).toEqual([]);
    } },
    { element: { procedure: 'kscp', pointer: '/rules/not-involved-member-health' }, holds: (procedure) => expectRefused(panel(procedure, [...four, 'member-legal'], { interests: [{ seat: 'member-health', words: 'Supervised the nurse.' }] }), 'declared-interest') },
    { element: { procedure: 'stockport', pointer: '/rules/chair-seat-and-board' }, holds: (procedure) => expectRefused(told(procedure, review, { until: '2027-09-06T10:05' }), 'not-independent', 'chair-seat-and-board') },
    { element: { procedure: 'stockport', pointer: '/rules/author-seat-and-chairs' }, holds: (procedure) => expectRefused(told(procedure, review, { until: '2027-09-07T09:05' }), 'not-independent', 'author-seat-and-chairs') },
    { element: { procedure: 'stockport', pointer: '/rules/imr-authors-not-involved' }, holds: (procedure) => expectRefused(told(procedure, review, { until: '2027-09-22T10:00' }), 'forbidden', 'imr-authors-not-involved') },
    { element: { procedure: 'stockport', pointer: '/rules/imr-author-seat' }, holds: (procedure) => expectRefused(told(procedure, review, { until: '2027-09-24T10:05' }), 'not-independent', 'imr-author-seat') },
    { element: { procedure: bn, pointer: '/rules/reviewers-qualified' }, holds: (procedure) => expectRefused(told(procedure, 'bath-published', { until: '2027-03-15T10:00' }), 'forbidden', 'reviewers-qualified') },
  ] },
  { id: 'C41', title: 'a decision keeps what was offered, recommended and decided, why, when, by whom, and where it differs', proofs: [
    { element: { procedure: 'kscp', pointer: '/rules/reasons-against-panel' }, holds: (procedure) => {
      const { records, task, refusals } = told(procedure, newYear, { until: '2027-01-18T11:10' });
      expect(task('decide-outcome')?.options.map(({ id }) => id)).toEqual(['national-review', 'local-review', 'multi-agency-learning', 'single-agency-learning', 'no-review']);
      expect([records('recommend').at(-1)?.options, records('decide-outcome').at(-1)?.options]).toEqual([['multi-agency-learning'], ['local-review']]);
      expect(records('decide-outcome').at(-1)).toMatchObject({ state: 'done', by: { role: 'lscp-chair' }, reasons: expect.stringContaining('independent author'), done: expect.any(Number) });
      expect(refusals).toContainEqual({ at: '2027-01-18T11:00', code: 'missing-reason', rule: 'reasons-against-panel' });
    } },
    { element: { procedure: bn, pointer: '/rules/chair-part' }, holds: (procedure) => {
      expectRefused(told(procedure, 'bath-other-review', { until: '2026-10-12T09:30' }), 'missing-field', 'chair-part');
      const { held } = told(procedure, 'bath-other-review', { until: '2026-10-12T09:35' });
      expect(held?.answers).toMatchObject({ 'sub-group-signature': { value: 'S.G.' }, 'sub-group-signed-on': { value: '2026-10-05' }, 'chair-signature': { value: 'L.C.' }, 'chair-signed-on': { value: '2026-10-12' } });
    } },
    { element: { procedure: th, pointer: '/tasks/executive-decision' }, holds: (procedure) => {
      const { records } = told(procedure, 'tower-hamlets-statutory', { until: '2027-01-06T16:00' });
      expect(records('executive-decision').at(-1)).toMatchObject({ options: ['start-cspr'], by: { role: 'executive-group' }, reasons: expect.stringMatching(/\w/) });
    } },
  ] },
  { id: 'C42', title: 'an outside body may challenge, ask for more and hear evidence, and is told the outcome changed or not', proofs: [
    { element: { procedure: bn, pointer: '/transitions/challenged' }, holds: (procedure) => expect(told(procedure, 'bath-challenged', { until: '2027-02-10T09:10' }).stages).toContain('reconsideration') },
    { element: { procedure: bn, pointer: '/tasks/provide-information' }, holds: (procedure) => expect(told(procedure, 'bath-challenged', { until: '2027-01-20T09:00' }).sent('provide-information')).toEqual(['national-panel']) },
    { element: { procedure: bn, pointer: '/tasks/give-evidence' }, holds: (procedure) => expect(told(procedure, 'bath-challenged', { until: '2027-02-03T15:00' }).state('give-evidence')).toBe('done') },
    { element: { procedure: bn, pointer: '/tasks/tell-final-outcome/to' }, holds: (procedure) => {
      for (const story of ['bath-challenged', 'bath-request']) expect(told(procedure, story).sent('tell-final-outcome')).toEqual(['ofsted', 'dfe', 'national-panel']);
      expect([told(procedure, 'bath-challenged').records('reconsider-decision').at(-1)?.options, told(procedure, 'bath-request').records('reconsider-decision').at(-1)?.options]).toEqual([['uphold'], ['change-to-scr']]);
    } },
    { element: { procedure: bn, pointer: '/tasks/seek-peer-challenge' }, holds: (procedure) => {
      const { task } = told(procedure, 'bath-published', { until: '2027-02-19T12:10' });
      expect(task('seek-peer-challenge', 'lscb-chair')?.state).toBe('offered');
      expect(told(procedure, 'bath-published', { until: '2027-02-23T15:00' }).state('seek-peer-challenge')).toBe('done');
    } },
  ] },
  { id: 'C43', title: 'what one body drafts another approves, and a third assures, each able to send it back', proofs: [
    { element: { procedure: 'stockport', pointer: '/tasks/approve-terms/by' }, holds: (procedure) => expectRefused(told(procedure, review, { until: '2027-09-15T15:00', then: [act('2027-09-16T09:00', 'scr-panel-chair', { type: 'decide', task: 'approve-terms', options: ['approve'] })] }), 'wrong-role') },
    { element: { procedure: 'stockport', pointer: '/transitions/terms-sent-back' }, holds: (procedure) => {
      const back = told(procedure, review, { until: '2027-09-16T09:00' });
      expect([back.stages, back.records('confirm-terms').map(({ state }) => state)]).toEqual([['terms-of-reference'], ['done', 'open']]);
      expect(told(procedure, review, { until: '2027-09-20T09:00' }).stages).toEqual(['management-reviews']);
    } },
    { element: { procedure: 'stockport', pointer: '/transitions/quality-not-assured' }, holds: (procedure) => {
      expectRefused(told(procedure, review, { until: '2028-01-12T10:00' }), 'wrong-role');
      expect(told(procedure, review, { until: '2028-02-08T14:00' }).stages).toEqual(['analysis']);
    } },
    { element: { procedure: 'stockport', pointer: '/transitions/approved' }, holds: (procedure) => expect(told(procedure, review, { until: '2028-03-24T10:00' }).stages).toEqual(['submission']) },
  ] },
];

// Rules, C27 to C35.
import { expect } from 'vitest';
import type { Procedure } from '../../engine/index.ts';
import { decided } from '../procedures/directors-decision.ts';
import type { Capability } from './capability.ts';
import { act, answering, expectAccepted, expectRefused, told } from './story.ts';

const th = 'tower-hamlets';
const bn = 'bath-and-north-east-somerset';
const unknown = { status: 'unknown' } as const;
type Facts = NonNullable<Parameters<typeof decided>[1]>;

/** What a rule says of the joint decision's facts. */
function onFacts(procedure: Procedure, rule: string, facts: Facts) {
  return told(procedure, 'tower-hamlets-statutory', { until: '2026-12-21T11:00', step: answering('decide-criteria', facts) }).rule(rule);
}

/** The Bath case with other facts told to it before the sub group meets. */
function recorded(procedure: Procedure, answers: Facts, settings: Readonly<Record<string, string>> = {}) {
  return told(procedure, 'bath-challenged', { until: '2026-12-17T10:00', settings, then: [act('2026-12-17T11:00', 'local-authority', { type: 'recordAnswers', mode: 'change', answers })] });
}
const domestic = (age: number): Facts => ({ 'child-died': true, 'died-on': '2026-12-15', 'child-dob': `${2026 - age}-12-15`, 'violent-death': true, 'violence-by': 'household', 'abuse-or-neglect': 'no' });

/** The Stockport panel with other facts before it. */
function panelOn(procedure: Procedure, facts: Facts) {
  return told(procedure, 'stockport-no-review', { until: '2027-01-06T10:00', step: answering('recommend', facts) });
}
const chair = (options: readonly string[], reasons?: string) => act('2027-01-11T09:00', 'sscb-chair', { type: 'decide', task: 'decide-scr', options, ...(reasons !== undefined && { reasons }) });

const harmed: Facts = { 'abuse-or-neglect': 'known', 'seriously-harmed': true };

export const rules: readonly Capability[] = [
  { id: 'C27', title: 'criteria nest and, or and not over answers, choices, numbers and other criteria', proofs: [
    { element: { procedure: th, pointer: '/rules/notifiable/if/and/2/or/1' }, holds: (procedure) => {
      const away = (facts: Facts) => onFacts(procedure, 'notifiable', { 'abuse-or-neglect': 'suspected', 'seriously-harmed': true, 'in-area': false, ...facts })?.result;
      expect([away({ 'normally-resident': true, 'outside-england': true }), away({ 'normally-resident': true, 'outside-england': false }), away({ 'normally-resident': false, 'outside-england': true })]).toEqual([true, false, false]);
    } },
    { element: { procedure: th, pointer: '/rules/notifiable/if/and/0' }, holds: (procedure) => {
      const abuse = (answer: string) => onFacts(procedure, 'notifiable', { 'abuse-or-neglect': answer, 'seriously-harmed': true, 'in-area': true })?.result;
      expect(['known', 'suspected', 'no'].map(abuse)).toEqual([true, true, false]);
    } },
    { element: { procedure: bn, pointer: '/rules/domestic-death/if/and/3' }, holds: (procedure) => {
      expect([15, 16, 17].map((age) => recorded(procedure, domestic(age)).rule('domestic-death')?.result)).toEqual([false, true, true]);
    } },
    { element: { procedure: bn, pointer: '/rules/domestic-death-of-child/if/and/0' }, holds: (procedure) => {
      expect([recorded(procedure, domestic(17)).rule('domestic-death-of-child')?.result, recorded(procedure, { ...domestic(17), 'violent-death': false }).rule('domestic-death-of-child')?.result]).toEqual([true, false]);
    } },
  ] },
  { id: 'C28', title: 'not known is no answer of its own: one rule takes it as met, another waits, another refuses', proofs: [
    { element: { procedure: 'trafford', pointer: '/rules/scr-unless-clear/if/and/2/or/0' }, holds: (procedure) => {
      const clear = (answer: Facts[string]) => decided(procedure, { ...harmed, 'clear-no-concerns': answer }, ['internal-review']).refused;
      expect([clear(unknown), clear(false), clear(true)]).toEqual([true, true, false]);
      expect(decided(procedure, { ...harmed, 'abuse-or-neglect': unknown, 'clear-no-concerns': unknown }, ['internal-review']).refused).toBe(false);
    } },
    { element: { procedure: bn, pointer: '/rules/scr-unless-definitive/if/and/2/or/0' }, holds: (procedure) => {
      const forced = (answer: Facts[string]) => recorded(procedure, { 'abuse-or-neglect': 'known', 'child-died': false, 'life-threatening-injury': true, 'definitive-evidence': answer }).rule('scr-unless-definitive')?.result;
      expect([forced(unknown), forced(false), forced(true)]).toEqual([true, true, false]);
    } },
    { element: { procedure: th, pointer: '/rules/notifiable' }, holds: (procedure) => expect(onFacts(procedure, 'notifiable', { 'abuse-or-neglect': 'suspected', 'seriously-harmed': unknown, 'child-died': false, 'in-area': true })?.result).toBe('unknown') },
    { element: { procedure: 'stockport', pointer: '/rules/publication-waits-for-proceedings/unknown' }, holds: (procedure) => expectRefused(told(procedure, 'stockport-review-to-its-last-action', { until: '2028-04-19T10:00' }), 'waits', 'publication-waits-for-proceedings') },
  ] },
  { id: 'C29', title: 'must, should always, should, consider and may each bind in their own way', proofs: [
    { element: { procedure: 'trafford', pointer: '/rules/refer-when-criteria' }, holds: (procedure) => {
      const { refusal } = decided(procedure, { ...harmed, 'clear-no-concerns': true, 'child-died': true, 'abuse-in-death': 'no' }, ['internal-review']);
      expect([refusal?.code, refusal?.rule]).toEqual(['forced-option', 'refer-when-criteria']);
    } },
    { element: { procedure: 'stockport', pointer: '/rules/death-in-custody' }, holds: (procedure) => {
      expectRefused(told(procedure, 'stockport-death-in-custody', { until: '2026-10-30T09:00' }), 'missing-reason', 'death-in-custody');
      const reasoned = told(procedure, 'stockport-death-in-custody', { until: '2026-10-15T09:00', then: [act('2026-10-30T09:00', 'sscb-chair', { type: 'decide', task: 'decide-scr', options: ['do-not-conduct'], reasons: 'Invented.' })] });
      expectAccepted(reasoned);
      expect(reasoned.departures('decide-scr')).toContain('death-in-custody');
    } },
    { element: { procedure: 'trafford', pointer: '/rules/sin-media' }, holds: (procedure) => {
      const { departures, refused } = decided(procedure, { 'media-attention': 'likely' }, ['internal-review']);
      expect([departures, refused]).toEqual([['sin-media'], false]);
    } },
    { element: { procedure: 'stockport', pointer: '/rules/additional-criteria' }, holds: (procedure) => {
      expectRefused(told(procedure, 'stockport-no-review', { until: '2027-01-11T10:00' }), 'missing-reason', 'additional-criteria');
      expect(told(procedure, 'stockport-no-review', { until: '2027-01-11T10:10' }).stages).toEqual(['alternative-learning']);
    } },
    { element: { procedure: 'trafford', pointer: '/rules/agency-review-may/strength' }, holds: (procedure) => {
      const { rule, stages, departures } = told(procedure, 'trafford-below-the-threshold', { until: '2026-11-20T09:00', then: [act('2026-12-03T12:30', 'lic-committee', { type: 'decide', task: 'lic-view', options: ['none'], reasons: 'Invented.', answers: { 'single-agency': true } })] });
      expect([rule('agency-review-may')?.strength, rule('agency-review-may')?.result]).toEqual(['may', true]);
      expect([stages.includes('internal-review-decision'), departures('lic-view')]).toEqual([true, []]);
    } },
  ] },
  { id: 'C30', title: 'several sets of criteria stand beside each other, and what one implies of another is checked', proofs: [
    { element: { procedure: bn, pointer: '/rules/scr-criteria/implies' }, holds: (procedure) => {
      const death: Facts = { 'abuse-or-neglect': 'known', 'child-died': true, 'looked-after': false };
      expect(recorded(procedure, { ...death, 'care-of-a-child': unknown }).rule('notifiable')?.result).toBe(true);
      const contradictory = recorded(procedure, { ...death, 'care-of-a-child': false });
      expectRefused(contradictory, 'contradictory', 'scr-criteria');
      expect(contradictory.refusal?.missing.map(({ id }) => id)).toEqual(['care-of-a-child']);
    } },
    { element: { procedure: 'trafford', pointer: '/rules/sin-death/implies' }, holds: (procedure) => {
      const told = (abuse: string) => decided(procedure, { 'child-died': true, 'abuse-in-death': 'known', 'abuse-or-neglect': abuse }, ['notify-sin', 'refer-lic']).held.findings.filter(({ code }) => code === 'contradiction').map(({ rule }) => rule);
      expect([told('no'), told('known')]).toEqual([['sin-death'], []]);
    } },
  ] },
  { id: 'C31', title: 'a bank of questions suggests a review and forces none, and a question may ask others', proofs: [
    { element: { procedure: 'stockport', pointer: '/rules/helper-questions' }, holds: (procedure) => {
      const one = panelOn(procedure, { 'recently-moved': true, 'institutional-setting': false });
      expect(one.rule('helper-questions')?.result).toBe(true);
      const no = told(procedure, 'stockport-no-review', { until: '2027-01-06T10:00', step: answering('recommend', { 'recently-moved': true, 'concern-working-together': false }), then: [chair(['do-not-conduct'], 'Invented.')] });
      expectAccepted(no);
    } },
    { element: { procedure: th, pointer: '/rules/residence-facts' }, holds: (procedure) => {
      const first = (facts: Facts) => told(procedure, 'tower-hamlets-statutory', { until: '2026-12-21T11:00', step: answering('decide-criteria', facts) });
      expectRefused(first({ 'in-area': false }), 'missing-field', 'residence-facts');
      expectAccepted(first({ 'in-area': true }));
      expectAccepted(first({ 'in-area': false, 'normally-resident': true, 'outside-england': true }));
    } },
  ] },
  { id: 'C32', title: 'criteria that look alike keep each procedure’s own words', proofs: [
    { element: { procedure: 'trafford', pointer: '/questions/death-place/options/secure-training-centre' }, holds: (procedure) => {
      const at = decided(procedure, { 'child-died': true, 'death-place': ['secure-training-centre'], 'abuse-in-death': 'no' }, ['internal-review']);
      expect(at.departures).toEqual(['refer-when-custody']);
    } },
    { element: { procedure: bn, pointer: '/questions/death-place/options/secure-childrens-home' }, holds: (procedure) => {
      expect(recorded(procedure, { 'child-died': true, 'death-place': ['secure-childrens-home'] }).rule('scr-custody')?.result).toBe(true);
      expectRefused(recorded(procedure, { 'child-died': true, 'death-place': ['secure-training-centre'] }), 'bad-answer');
    } },
    { element: { procedure: 'stockport', pointer: '/rules/death-in-custody' }, holds: (procedure) => {
      const at = (place: string) => panelOn(procedure, { 'child-died': true, custody: [place] }).rule('death-in-custody')?.result;
      expect([at('secure-training-centre'), at('mental-health-detention'), at('none-of-these')]).toEqual([true, true, false]);
    } },
  ] },
  { id: 'C33', title: 'the death of a looked-after child is owed to others whatever is decided', proofs: [
    { element: { procedure: th, pointer: '/rules/looked-after-death' }, holds: (procedure) => {
      const { held, state } = told(procedure, 'tower-hamlets-need-to-know', { until: '2027-03-25T09:30' });
      expect([held?.caseType, state('tell-looked-after-death')]).toEqual(['Need to Know case', 'open']);
    } },
    { element: { procedure: 'trafford', pointer: '/rules/looked-after-death' }, holds: (procedure) => {
      const { refused, open } = decided(procedure, { 'child-died': true, 'looked-after': true }, ['internal-review'], { determinations: 'one' });
      expect([refused, open('notify-ofsted')]).toEqual([false, true]);
    } },
    { element: { procedure: 'kscp', pointer: '/rules/notifiable/if/and/1/or/2' }, holds: (procedure) => {
      const { state, rule } = told(procedure, 'local-review-across-new-year', { until: '2026-12-30T11:20', step: (step) => ({ ...step, do: { ...step.do, answers: { ...step.do.answers, 'child-died': true, 'seriously-harmed': false, 'looked-after': true, abuse: 'neither' } } }) });
      expect([state('report-incident'), rule('review-criteria')?.result]).toEqual(['open', false]);
    } },
    { element: { procedure: bn, pointer: '/rules/notifiable' }, holds: (procedure) => {
      const { state, rule } = told(procedure, 'bath-request', { until: '2027-03-23T09:00', then: [act('2027-03-23T10:00', 'local-authority', { type: 'recordAnswers', mode: 'change', answers: { 'child-died': true, 'looked-after': true, 'abuse-or-neglect': 'no', 'life-threatening-injury': false, 'serious-impairment': false, 'care-of-a-child': true } })] });
      expect([state('report-incident'), rule('scr-criteria')?.result]).toEqual(['open', false]);
    } },
  ] },
  { id: 'C34', title: 'where a child lives and who looks after it choose the body that leads and who is told', proofs: [
    { element: { procedure: 'stockport', pointer: '/rules/lead-is-determined' }, holds: (procedure) => expect(told(procedure, 'stockport-death-in-custody', { until: '2026-10-30T09:30' }).state('determine-lead')).toBe('open') },
    { element: { procedure: 'stockport', pointer: '/rules/lead-looked-after-elsewhere' }, holds: (procedure) => {
      const lead = told(procedure, 'stockport-death-in-custody', { until: '2026-10-30T09:30', then: [act('2026-10-30T10:00', 'sscb-chair', { type: 'decide', task: 'determine-lead', options: ['this-board'], reasons: 'Invented.' })] });
      expect(lead.departures('determine-lead')).toEqual(['lead-looked-after-elsewhere']);
    } },
    { element: { procedure: th, pointer: '/rules/other-areas-told' }, holds: (procedure) => {
      const tell = act('2026-12-22T16:00', 'head-of-service-sqa', { type: 'sendExchange', task: 'tell-partners', answers: { 'other-area-concerned': true } });
      expect(told(procedure, 'tower-hamlets-statutory', { until: '2026-12-22T15:00', then: [tell] }).sent('tell-partners')).toEqual(['safeguarding-partners', 'other-area-partners']);
    } },
    { element: { procedure: 'kscp', pointer: '/rules/another-partnership-told' }, holds: (procedure) => {
      const { task } = told(procedure, 'local-review-across-new-year', { until: '2026-12-30T11:20', step: (step) => ({ ...step, do: { ...step.do, answers: { ...step.do.answers, 'another-partnership': true } } }) });
      expect(task('report-incident')?.required.recipients).toContain('other-partnership');
    } },
    { element: { procedure: bn, pointer: '/transitions/other-board' }, holds: (procedure) => {
      const elsewhere = [act('2026-12-05T09:00', 'local-authority', { type: 'recordAnswers', mode: 'change', answers: { 'normally-resident': false } }), act('2026-12-05T10:00', 'lscb-chair', { type: 'takeTransition', transition: 'other-board', reason: 'Invented.' })];
      expect(told(procedure, 'bath-challenged', { until: '2026-12-04T14:00', then: elsewhere }).stages).toEqual(['passed-on']);
    } },
  ] },
  { id: 'C35', title: 'each result says which answers and which clause made it, and which sentence of the source', proofs: [
    { element: { procedure: th, pointer: '/rules/notifiable/cites' }, holds: (procedure) => {
      const { why, rule } = told(procedure, 'tower-hamlets-statutory', { until: '2026-12-22T14:00' });
      expect([why('notifiable')?.clause.result, why('notifiable')?.words.includes('seriously harmed')]).toEqual([true, true]);
      const cites = rule('notifiable')?.cites ?? [];
      expect(cites.length).toBeGreaterThan(0);
      for (const cite of cites) expect(procedure.sources['th']?.passages?.[cite.split('#')[1] ?? '']).toBeDefined();
      expect(JSON.stringify(why('notifiable'))).toContain('seriously-harmed');
    } },
    { element: { procedure: th, pointer: '/sources/th/passages' }, holds: (procedure) => {
      const cite = told(procedure, 'tower-hamlets-statutory', { until: '2026-12-22T14:00' }).rule('notifiable')?.cites[0] ?? '';
      expect(procedure.sources['th']?.passages?.[cite.split('#')[1] ?? '']).toEqual(expect.stringMatching(/\w/));
    } },
  ] },
];

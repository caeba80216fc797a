// Publication, action plan, learning and registers, C55 to C59.
import { expect } from 'vitest';
import { compile, otherTitles, register, registerCsv, tasks, time, titleOf, versionsOf } from '../../engine/index.ts';
import type { Party, Procedure } from '../../engine/index.ts';
import { procedureWith } from '../engine/case/clockwork.ts';
import { begun } from '../fixtures/engine/invented.ts';
import type { Capability } from './capability.ts';
import { act, expectRefused, told } from './story.ts';

const bn = 'bath-and-north-east-somerset';
const review = 'stockport-review-to-its-last-action';

/** One register over the case of a shipped walkthrough, as CSV. */
function csvOf(procedure: Procedure, story: string, id: string): string {
  const { held } = told(procedure, story);
  const compiled = compile(procedure);
  return registerCsv(compiled, id, held ? register(compiled, id, [held], held.asOf) : []);
}

const invented = procedureWith({});
const superseded: Procedure = {
  ...invented,
  parties: { ...invented.parties, authority: { kind: 'body', title: 'Health Authority', inForce: { until: '2026-06-30' }, successor: 'board' }, board: { kind: 'body', title: 'Integrated Care Board', titles: [{ title: 'Health Board', from: '2027-04-01' }] } },
  tasks: { ...invented.tasks, assure: { shape: 'record', label: 'Assure', by: ['authority'], in: ['alert'] } },
};
function tasksAt(procedure: Procedure, at: string) {
  const { versions, case: held } = begun(procedure, '2026-06-01T09:00');
  return tasks(versions, held, time.parseDateTime(at) ?? 0);
}

export const publication: readonly Capability[] = [
  { id: 'C55', title: 'publication has its gates, its copies ahead, its way not to publish, and its term on the web', proofs: [
    { element: { procedure: bn, pointer: '/rules/copies-first' }, holds: (procedure) => {
      expectRefused(told(procedure, 'bath-published', { until: '2027-12-07T10:00' }), 'forbidden', 'copies-first');
    } },
    { element: { procedure: bn, pointer: '/tasks/send-copies/to' }, holds: (procedure) => expect(told(procedure, 'bath-published', { until: '2028-01-10T09:00' }).sent('send-copies')).toEqual(['national-panel', 'ofsted', 'dfe']) },
    { element: { procedure: bn, pointer: '/rules/law-complied' }, holds: (procedure) => {
      const unsure = act('2028-01-11T09:00', 'lscb', { type: 'recordAnswers', mode: 'change', answers: { restrictions: { status: 'unknown' } } });
      const publish = act('2028-01-18T10:00', 'lscb', { type: 'sendExchange', task: 'publish-report', answers: { 'web-place': 'Invented.' } });
      expectRefused(told(procedure, 'bath-published', { until: '2028-01-10T09:00', then: [unsure, publish] }), 'waits', 'law-complied');
    } },
    { element: { procedure: bn, pointer: '/transitions/not-to-publish' }, holds: (procedure) => {
      const seek = act('2027-11-30T16:00', 'lscb', { type: 'decide', task: 'decide-publication', options: ['should-not-publish'], reasons: 'A court order.' });
      expect(told(procedure, 'bath-published', { until: '2027-11-23T15:00', then: [seek] }).stages).toContain('publication-advice');
    } },
    { element: { procedure: bn, pointer: '/timescales/twelve-months' }, holds: (procedure) => {
      expectRefused(told(procedure, 'bath-published', { until: '2029-01-17T16:00' }), 'bad-date');
      expect(told(procedure, 'bath-published').visited).toContain('available-on-request');
    } },
    { element: { procedure: 'stockport', pointer: '/rules/family-told-before-publish-executive-summary' }, holds: (procedure) => expectRefused(told(procedure, review, { until: '2028-09-08T10:00' }), 'forbidden', 'family-told-before-publish-executive-summary') },
    { element: { procedure: 'stockport', pointer: '/rules/overview-is-published' }, holds: (procedure) => {
      const asked = (documents: string) => told(procedure, review, { until: '2028-09-06T10:00', settings: { 'published-documents': documents } }).state('publish-overview-report');
      expect([asked('both'), asked('summary-only')]).toEqual(['open', undefined]);
    } },
    { element: { procedure: 'stockport', pointer: '/timescales/published-together' }, holds: (procedure) => expect(told(procedure, review, { until: '2028-09-20T10:00' }).clock('published-together')?.date).toBe('2028-09-20') },
  ] },
  { id: 'C56', title: 'each action has its owner, day, outcome and measure, is signed up to, followed, and ends the review', proofs: [
    { element: { procedure: 'stockport', pointer: '/rules/plan-rows-complete' }, holds: (procedure) => expectRefused(told(procedure, review, { until: '2027-12-16T14:00' }), 'forbidden', 'plan-rows-complete') },
    { element: { procedure: 'stockport', pointer: '/questions/action-plan/columns/action-measure' }, holds: (procedure) => {
      expect(told(procedure, review, { until: '2027-12-16T15:00' }).state('draft-action-plan')).toBe('done');
      expect(Object.keys(procedure.questions['action-plan']?.columns ?? {})).toEqual(expect.arrayContaining(['recommendation', 'action', 'action-owner', 'action-due', 'action-outcome', 'action-measure', 'action-monitoring', 'action-status']));
    } },
    { element: { procedure: 'stockport', pointer: '/rules/plan-signed-up-before-approval' }, holds: (procedure) => expectRefused(told(procedure, review, { until: '2028-03-22T10:00' }), 'missing-reason', 'plan-signed-up-before-approval') },
    { element: { procedure: 'stockport', pointer: '/tasks/sign-up-to-plan/per' }, holds: (procedure) => expect(told(procedure, review, { until: '2028-03-23T10:00' }).recipients('sign-up-to-plan').map(({ party, state }) => [party, state])).toEqual([['childrens-social-care', 'accepted'], ['police', 'accepted'], ['school', 'accepted']]) },
    { element: { procedure: 'stockport', pointer: '/tasks/record-progress/raised' }, holds: (procedure) => expect(told(procedure, review).records('record-progress').map(({ state }) => state)).toEqual(['done', 'done']) },
    { element: { procedure: 'stockport', pointer: '/rules/plan-implemented' }, holds: (procedure) => {
      expect(told(procedure, review, { until: '2028-10-30T10:00' }).state('conclude-review')).toBeUndefined();
      expect(told(procedure, review, { until: '2028-11-15T10:00' }).state('conclude-review')).toBe('done');
    } },
    { element: { procedure: bn, pointer: '/tasks/monitor-plan/raised' }, holds: (procedure) => {
      expect([told(procedure, 'bath-other-review', { until: '2026-12-07T09:00' }).state('monitor-plan'), told(procedure, 'bath-other-review', { until: '2026-12-14T09:00' }).state('monitor-plan')]).toEqual([undefined, 'open']);
    } },
  ] },
  { id: 'C57', title: 'learning is kept while the case runs, and goes to the meeting that hears of it each month', proofs: [
    { element: { procedure: 'stockport', pointer: '/tasks/record-early-lesson/raised' }, holds: (procedure) => {
      const early = told(procedure, review, { until: '2027-10-29T10:00' });
      expect([early.stages, early.records('record-early-lesson').filter(({ state }) => state === 'done')]).toEqual([['analysis'], [expect.anything()]]);
      expect(told(procedure, review, { until: '2027-10-27T11:00' }).task('record-early-lesson', 'business-manager')?.state).toBe('offered');
    } },
    { element: { procedure: bn, pointer: '/rules/learning-meanwhile' }, holds: (procedure) => expect(told(procedure, 'bath-published', { until: '2027-08-16T09:00' }).state('learn-meanwhile')).toBe('done') },
    { element: { procedure: 'kscp', pointer: '/tasks/share-learning/raised' }, holds: (procedure) => expect(told(procedure, 'local-review-across-new-year', { until: '2027-01-07T15:30' }).task('share-learning', 'panel-chair')?.state).toBe('offered') },
    { element: { procedure: 'tower-hamlets', pointer: '/timescales/learning-monthly' }, holds: (procedure) => expect(told(procedure, 'tower-hamlets-statutory', { until: '2027-01-08T13:30' }).clock('learning-monthly')?.date).toBe('2027-01-29') },
    { element: { procedure: 'trafford', pointer: '/timescales/learning-next-meeting' }, holds: (procedure) => expect(told(procedure, 'trafford-several-at-once', { until: '2027-05-27T09:00' }).clock('learning-next-meeting')?.date).toBe('2027-05-28') },
  ] },
  { id: 'C58', title: 'registers are computed from the cases and exported', proofs: [
    { element: { procedure: 'tower-hamlets', pointer: '/registers/alerts/columns/reference' }, holds: (procedure) => expect(csvOf(procedure, 'tower-hamlets-statutory', 'alerts')).toMatch(/^Case,.*\r\n[A-Z]+-\d{4}-\d+,/) },
    { element: { procedure: 'kscp', pointer: '/registers/considered-cases/columns/notified' }, holds: (procedure) => expect(csvOf(procedure, 'local-review-across-new-year', 'considered-cases').split('\r\n')[1]).toContain(',2026-12-30,') },
    { element: { procedure: 'stockport', pointer: '/registers/reviews/filter' }, holds: (procedure) => {
      const reviewed = (id: string) => csvOf(procedure, id, 'reviews').split('\r\n').length - 2;
      expect([reviewed(review), reviewed('stockport-no-review')]).toEqual([1, 0]);
    } },
  ] },
  { id: 'C59', title: 'a body is renamed or superseded, and earlier cases keep its name', invented: 'dated titles and a successor, which no source states', proofs: [
    { element: { procedure: 'kscp', pointer: '/parties/partnership/titles' }, holds: (procedure) => {
      expect(otherTitles(procedure, 'partnership', 0)).toContain('LSCB (name of an earlier edition)');
      const { held, versions } = told(procedure, 'local-review-across-new-year');
      const renamed: Procedure = { ...procedure, parties: { ...procedure.parties, 'lscp-chair': { ...procedure.parties['lscp-chair'], title: 'Independent Scrutineer' } as Party } };
      const both = versionsOf([...[held && versions.get(held.procedure)].flatMap((one) => one ?? []), compile(renamed, { version: 2 })]);
      const doers = (held ? tasks(both, held, held.asOf) : []).find(({ id }) => id === 'decide-outcome')?.doers;
      expect(doers?.map(({ label }) => label)).toEqual(['Chair of the LSCP']);
    } },
    { element: { procedure: 'invented', pointer: '/parties/authority/successor' }, on: superseded, holds: (procedure) => {
      const doers = (at: string) => tasksAt(procedure, at).find(({ id }) => id === 'assure')?.doers.map(({ label }) => label);
      expect([doers('2026-06-30T12:00'), doers('2026-07-01T12:00')]).toEqual([['Health Authority'], ['Integrated Care Board']]);
    } },
    { element: { procedure: 'invented', pointer: '/parties/board/titles' }, on: superseded, holds: (procedure) => {
      const title = (day: string) => titleOf(procedure, 'board', time.parseDay(day) ?? 0);
      expect([title('2027-03-31'), title('2027-04-01')]).toEqual(['Integrated Care Board', 'Health Board']);
    } },
  ] },
];

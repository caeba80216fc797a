// Parallel processes and protection, C60 to C64.
import { expect } from 'vitest';
import { compile, documentText, verifyChain } from '../../engine/index.ts';
import type { Procedure } from '../../engine/index.ts';
import type { Capability } from './capability.ts';
import { act, expectAccepted, expectRefused, told } from './story.ts';

const th = 'tower-hamlets';
const bn = 'bath-and-north-east-somerset';
const review = 'stockport-review-to-its-last-action';

/** The executive summary of the Stockport case as it is published, with what stands for two names. */
function summaryOf(procedure: Procedure): string {
  const stands = [{ 'real-name': 'Q.Z.', pseudonym: 'Child S' }, { 'real-name': 'N.N.', pseudonym: 'a worker' }, { 'real-name': 'P.C.', pseudonym: 'the chair' }];
  const { held } = told(procedure, review, { until: '2028-03-24T10:00', then: [
    act('2028-03-24T10:30', 'business-manager', { type: 'completeTask', task: 'keep-names', answers: { 'stands-for': stands } }),
    act('2028-03-24T10:40', 'business-manager', { type: 'recordAnswers', mode: 'correct', answers: { 'summary-facts': 'P.C. met N.N. about Q.Z. in May.' } }),
  ] });
  const blocks = held ? documentText(compile(procedure), held, 'executive-summary', { variant: 'anonymised' }).blocks : [];
  return blocks.map((block) => (block.kind === 'answers' ? block.lines.flatMap(({ runs }) => runs) : block.kind === 'table' ? block.rows.flat(2) : block.runs).map(({ text }) => text).join('')).join('\n');
}

export const parallelProcesses: readonly Capability[] = [
  { id: 'C60', title: 'a case keeps its parallel processes: who leads, how they stand, and what each does, mostly not a pause', proofs: [
    { element: { procedure: bn, pointer: '/relations/criminal-proceedings' }, holds: (procedure) => {
      const before = told(procedure, 'bath-published', { until: '2027-04-12T09:00' });
      const open = told(procedure, 'bath-published', { until: '2027-04-12T11:00' });
      expect(open.held?.relations).toEqual([expect.objectContaining({ relation: 'criminal-proceedings', lead: 'Police', reference: 'CR-0000' })]);
      expect(open.stages).toEqual(before.stages);
      expect(told(procedure, 'bath-published', { until: '2027-10-29T16:00' }).held?.relations[0]?.ended).toBeDefined();
    } },
    { element: { procedure: bn, pointer: '/rules/cps-framework' }, holds: (procedure) => {
      expect(told(procedure, 'bath-published', { until: '2027-04-12T09:00' }).state('agree-cps-framework')).toBeUndefined();
      expect(told(procedure, 'bath-published', { until: '2027-04-12T11:00' }).state('agree-cps-framework')).toBe('open');
    } },
    { element: { procedure: 'stockport', pointer: '/rules/dual-with-police' }, holds: (procedure) => expect(told(procedure, review, { until: '2027-10-26T11:00' }).sent('agree-dual-processes')).toEqual(['police']) },
    { element: { procedure: 'stockport', pointer: '/rules/publication-waits-for-proceedings' }, holds: (procedure) => {
      expectRefused(told(procedure, review, { until: '2028-04-19T10:05' }), 'forced-option', 'publication-waits-for-proceedings');
      expect(told(procedure, review, { until: '2028-04-19T10:10' }).stages).toContain('implementation');
    } },
    { element: { procedure: 'stockport', pointer: '/doors/other-process/sources/child-death-overview-panel' }, holds: (procedure) => expect(told(procedure, review, { until: '2027-08-12T09:10' }).held?.source).toBe('child-death-overview-panel') },
  ] },
  { id: 'C61', title: 'nothing leaves the board that is not anonymised, but for names that may be told', proofs: [
    { element: { procedure: 'stockport', pointer: '/disclosure/identifying/gate' }, holds: (procedure) => {
      const send = (answer: boolean) => told(procedure, review, { until: '2027-08-31T10:10', then: [act('2027-08-31T14:00', 'business-manager', { type: 'sendExchange', task: 'notify-ofsted-of-decision', answers: { anonymised: answer } })] });
      expectRefused(send(false), 'not-anonymised');
      expectAccepted(send(true));
    } },
    { element: { procedure: 'stockport', pointer: '/parties/ofsted/maySee' }, holds: (procedure) => {
      expectRefused(told(procedure, review, { until: '2027-08-31T10:10', then: [act('2027-08-31T14:00', 'business-manager', { type: 'sendExchange', task: 'notify-ofsted-of-decision' })] }), 'missing-field');
    } },
    { element: { procedure: 'stockport', pointer: '/disclosure/identifying/exempt' }, holds: (procedure) => expect(summaryOf(procedure)).toContain('P.C. met a worker') },
    { element: { procedure: 'stockport', pointer: '/disclosure/identifying/pseudonyms' }, holds: (procedure) => {
      expect(summaryOf(procedure)).toContain('about Child S');
      expect(summaryOf(procedure)).not.toContain('Q.Z.');
    } },
    { element: { procedure: 'stockport', pointer: '/documents/executive-summary/leavesOut/anonymised' }, holds: (procedure) => expect(summaryOf(procedure)).toContain('about Child S') },
  ] },
  { id: 'C62', title: 'each organisation confirms that its records are secured', proofs: [
    { element: { procedure: 'stockport', pointer: '/tasks/secure-records/per' }, holds: (procedure) => {
      const { recipients, state } = told(procedure, review, { until: '2027-08-16T09:00' });
      expect(recipients('secure-records').map(({ party, state: one }) => [party, one])).toEqual(expect.arrayContaining([['police', 'acknowledged'], ['childrens-social-care', 'acknowledged']]));
      expect([state('secure-records'), told(procedure, review, { until: '2027-08-17T09:00' }).recipients('secure-records').every((one) => one.state === 'acknowledged')]).toEqual(['open', true]);
    } },
    { element: { procedure: 'stockport', pointer: '/tasks/secure-records/expects' }, holds: (procedure) => {
      const { recipients, state } = told(procedure, 'stockport-no-review', { until: '2026-12-10T10:05' });
      expect([state('secure-records'), recipients('secure-records').map((one) => one.state)]).toEqual(['open', expect.arrayContaining(['asked'])]);
    } },
  ] },
  { id: 'C63', title: 'every act, change, reason and version stands in a log that only grows and shows any change', proofs: [
    { element: { procedure: 'stockport', pointer: '/timescales/review-6-months/adjust' }, holds: (procedure) => {
      const { held } = told(procedure, review);
      const events = held?.events ?? [];
      const extended = events.find(({ type }) => type === 'timescaleExtended');
      expect(extended).toMatchObject({ actor: { role: 'business-manager' }, payload: { timescale: 'review-6-months', to: '2028-04-28', reason: expect.stringMatching(/\w/) } });
      expect(new Set(events.map(({ procedure: pin }) => pin.hash)).size).toBe(1);
      expect(verifyChain(events)).toMatchObject({ ok: true });
      expect(verifyChain(events.map((event) => (event === extended ? { ...event, payload: { ...event.payload, to: '2028-05-28' } } : event)))).toMatchObject({ ok: false });
    } },
    { element: { procedure: 'kscp', pointer: '/rules/legal-advice' }, holds: (procedure) => {
      const { records } = told(procedure, 'local-review-across-new-year');
      expect(records('recommend').at(-1)?.departures).toEqual([{ rule: 'legal-advice', reason: expect.stringContaining('advice was taken in writing') }]);
    } },
    { element: { procedure: bn, pointer: '/timescales/copy-one-week' }, holds: (procedure) => {
      const days = ['2027-12-01T09:00', '2027-12-20T09:00'].map((until) => told(procedure, 'bath-published', { until }));
      expect(days.map(({ clock }) => clock('copy-one-week')?.date)).toEqual(['2027-12-31', '2028-01-11']);
      expect(days.at(1)?.held?.events.slice(0, days.at(0)?.held?.events.length)).toEqual(days.at(0)?.held?.events);
    } },
  ] },
  { id: 'C64', title: 'what is done in another system is confirmed here, with its number or place', proofs: [
    { element: { procedure: th, pointer: '/rules/dfe-reference-kept' }, holds: (procedure) => {
      const { held, departures } = told(procedure, 'tower-hamlets-statutory', { until: '2026-12-23T09:30' });
      expect([held?.answers['dfe-reference'], departures('notify-dfe')]).toEqual([{ value: expect.stringMatching(/\w/) }, []]);
      const bare = told(procedure, 'tower-hamlets-statutory', { until: '2026-12-22T17:00', then: [act('2026-12-23T09:30', 'principal-social-worker', { type: 'sendExchange', task: 'notify-dfe' })] });
      expectAccepted(bare);
      expect(bare.departures('notify-dfe')).toEqual(['dfe-reference-kept']);
    } },
    { element: { procedure: th, pointer: '/tasks/note-alert' }, holds: (procedure) => {
      expect(procedure.tasks['note-alert']?.system).toBe('Mosaic');
      expect([told(procedure, 'tower-hamlets-statutory', { until: '2026-12-21T09:20' }).state('note-alert'), told(procedure, 'tower-hamlets-statutory', { until: '2026-12-21T09:30' }).state('note-alert')]).toEqual(['open', 'done']);
    } },
    { element: { procedure: bn, pointer: '/rules/place-recorded' }, holds: (procedure) => {
      const publish = act('2028-01-18T10:00', 'lscb', { type: 'sendExchange', task: 'publish-report' });
      expect(told(procedure, 'bath-published', { until: '2028-01-10T09:00', then: [publish] }).departures('publish-report')).toContain('place-recorded');
      expect(told(procedure, 'bath-published', { until: '2028-01-18T10:00' }).departures('publish-report')).not.toContain('place-recorded');
    } },
  ] },
];

// Communications, C51 to C54.
import { expect } from 'vitest';
import { decided } from '../procedures/directors-decision.ts';
import type { Capability } from './capability.ts';
import { compile, documentText } from '../../engine/index.ts';
import { act, expectAccepted, expectRefused, told } from './story.ts';

const th = 'tower-hamlets';
const bn = 'bath-and-north-east-somerset';
const inCustody = 'stockport-death-in-custody';

export const communications: readonly Capability[] = [
  { id: 'C51', title: 'a notification says from whom, to whom, when, by which channel and with what', proofs: [
    { element: { procedure: bn, pointer: '/rules/notification-secure' }, holds: (procedure) => {
      const by = (channel: string) => told(procedure, 'bath-challenged', { until: '2026-12-04T14:00', step: (step) => (step.do['task'] === 'send-notification' ? { ...step, do: { ...step.do, channel } } : step) });
      expectRefused(by('E-mail'), 'wrong-channel', 'notification-secure');
      expectAccepted(by('Secure post'));
    } },
    { element: { procedure: th, pointer: '/rules/dfe-online' }, holds: (procedure) => {
      const by = (channel: string) => told(procedure, 'tower-hamlets-statutory', { until: '2026-12-22T17:00', then: [act('2026-12-23T09:30', 'principal-social-worker', { type: 'sendExchange', task: 'notify-dfe', channel, answers: { 'dfe-reference': 'D-0' } })] });
      expectRefused(by('Letter'), 'wrong-channel', 'dfe-online');
      expect(by('DfE online child safeguarding incident notification system').task('notify-dfe')?.record?.sent).toBeDefined();
    } },
    { element: { procedure: 'kscp', pointer: '/documents/letter-to-national-panel/template/3' }, holds: (procedure) => {
      const { held } = told(procedure, 'local-review-across-new-year');
      const letter = held && documentText(compile(procedure), held, 'letter-to-national-panel');
      expect(letter?.blocks.flatMap((block) => (block.kind === 'answers' ? block.lines.map(({ label }) => label) : [])).filter((label) => label === 'Decided by')).toHaveLength(2);
    } },
    { element: { procedure: 'stockport', pointer: '/tasks/submit-scr/attach' }, holds: (procedure) => {
      const { task } = told(procedure, 'stockport-review-to-its-last-action', { until: '2028-03-28T09:00' });
      expect(procedure.tasks['submit-scr']?.attach).toContain('combine-chronology');
      expect([task('submit-scr')?.doers.map(({ party }) => party), task('submit-scr')?.required.recipients]).toEqual([['sscb', 'business-manager'], ['ofsted', 'strategic-health-authority', 'dfe']]);
    } },
  ] },
  { id: 'C52', title: 'a recipient is added when a rule about the case says so', proofs: [
    { element: { procedure: 'stockport', pointer: '/rules/custodial-briefing' }, holds: (procedure) => {
      expect(told(procedure, inCustody, { until: '2027-06-18T10:00' }).sent('brief-bodies')).toEqual(expect.arrayContaining(['youth-justice-board', 'ppo']));
      expect(told(procedure, 'stockport-review-to-its-last-action', { until: '2028-09-11T10:00' }).sent('brief-bodies')).not.toContain('ppo');
    } },
    { element: { procedure: th, pointer: '/rules/other-forum-told' }, holds: (procedure) => {
      expect(told(procedure, 'tower-hamlets-need-to-know').sent('share-learning')).toContain('other-forum');
      expect(told(procedure, 'tower-hamlets-need-to-know', { until: '2027-03-30T15:10', then: [act('2027-03-31T14:00', 'business-unit', { type: 'sendExchange', task: 'share-learning', answers: { 'learning-shared': 'Invented.', 'other-forum-wanted': true } })] }).sent('share-learning')).toContain('other-forum');
      expect(told(procedure, 'tower-hamlets-need-to-know', { until: '2027-03-30T15:10', then: [act('2027-03-31T14:00', 'business-unit', { type: 'sendExchange', task: 'share-learning', answers: { 'learning-shared': 'Invented.', 'other-forum-wanted': false } })] }).sent('share-learning')).not.toContain('other-forum');
    } },
    { element: { procedure: bn, pointer: '/rules/community-safety-told' }, holds: (procedure) => {
      const death = (age: number) => told(procedure, 'bath-challenged', { until: '2026-12-17T10:00', then: [act('2026-12-17T11:00', 'local-authority', { type: 'recordAnswers', mode: 'change', answers: { 'child-died': true, 'died-on': '2026-12-15', 'child-dob': `${2026 - age}-12-15`, 'violent-death': true, 'violence-by': 'household', 'abuse-or-neglect': 'no' } })] }).state('share-with-community-safety');
      expect([death(15), death(17)]).toEqual([undefined, 'open']);
    } },
    { element: { procedure: 'trafford', pointer: '/rules/lic-informed' }, holds: (procedure) => {
      expect([decided(procedure, {}, ['notify-sin']).open('tell-lic'), decided(procedure, {}, ['internal-review']).open('tell-lic')]).toEqual([true, false]);
    } },
  ] },
  { id: 'C53', title: 'each outcome is told to those it concerns, and a no is told too', proofs: [
    { element: { procedure: bn, pointer: '/rules/no-scr-told' }, holds: (procedure) => {
      const { state } = told(procedure, 'bath-challenged', { until: '2026-12-23T11:00' });
      expect([state('tell-no-scr'), state('tell-scr')]).toEqual(['open', undefined]);
    } },
    { element: { procedure: bn, pointer: '/rules/scr-told' }, holds: (procedure) => {
      const { state } = told(procedure, 'bath-published', { until: '2027-02-24T10:20' });
      expect([state('tell-scr'), state('tell-no-scr')]).toEqual(['open', undefined]);
    } },
    { element: { procedure: 'kscp', pointer: '/rules/local-review-notice' }, holds: (procedure) => {
      const { sent } = told(procedure, 'local-review-across-new-year');
      expect([sent('write-to-national-panel'), sent('inform-of-local-review')]).toEqual([['national-panel'], ['national-panel', 'dfe', 'ofsted']]);
      const none = told(procedure, 'no-review-across-easter');
      expect([none.sent('write-to-national-panel'), none.state('inform-of-local-review')]).toEqual([['national-panel'], undefined]);
    } },
    { element: { procedure: 'stockport', pointer: '/tasks/notify-ofsted-of-decision/to' }, holds: (procedure) => {
      for (const story of ['stockport-no-review', 'stockport-review-to-its-last-action']) expect(told(procedure, story).sent('notify-ofsted-of-decision')).toEqual(['ofsted']);
    } },
  ] },
  { id: 'C54', title: 'whoever referred is told that it arrived, and the case waits for that', proofs: [
    { element: { procedure: th, pointer: '/tasks/acknowledge-alert/raised' }, holds: (procedure) => {
      expect(told(procedure, 'tower-hamlets-statutory', { until: '2026-12-18T17:05' }).state('acknowledge-alert')).toBeUndefined();
      expect(told(procedure, 'tower-hamlets-statutory', { until: '2026-12-21T09:10' }).state('acknowledge-alert')).toBe('open');
    } },
    { element: { procedure: th, pointer: '/tasks/acknowledge-alert/to' }, holds: (procedure) => expect(told(procedure, 'tower-hamlets-statutory', { until: '2026-12-21T09:20' }).sent('acknowledge-alert')).toEqual(['referring-team']) },
    { element: { procedure: th, pointer: '/closing/if' }, holds: (procedure) => {
      const silent = told(procedure, 'tower-hamlets-need-to-know', { step: (step) => (step.do['task'] === 'acknowledge-alert' ? { ...step, do: { type: 'addNote', words: 'Not acknowledged.' } } : step) });
      expect([silent.stages, silent.held?.closed]).toEqual([['closed'], undefined]);
    } },
  ] },
];

// The traps of outcomes: a no is told too, a case ends when it has ended, and other processes hold up what they hold up.
import { describe, expect, test } from 'vitest';
import { act, procedureOf, shippedAct, upTo } from './cases.ts';

const published = 'bath-and-north-east-somerset/walkthrough';
const challenged = 'bath-and-north-east-somerset/challenged-and-upheld';
const stockport = 'stockport/walkthrough';
const noReview = 'stockport/no-review';
const kscp = 'kscp/walkthrough';
const three = ['dfe', 'national-panel', 'ofsted'];

describe('[trap 19] a no is told as well', () => {
  test('[trap 19] in Bath the three bodies within five working days, the Panel with the completed notification', () => {
    const { state, clock } = upTo(challenged, '2026-12-23T11:00');
    expect([state('tell-no-scr'), clock('no-scr-told-5-working-days')?.date]).toEqual(['open', '2027-01-04']);
    expect(upTo(challenged, '2026-12-30T10:00').sentTo('tell-no-scr').toSorted()).toEqual(three);
    expect(procedureOf('bath-and-north-east-somerset').tasks['tell-no-scr']?.attach).toContain('send-notification');
  });
  test('[trap 19] in Stockport Ofsted, with reasons: without them there is no decision, untold the case does not close', () => {
    const { refusal, state } = upTo(noReview, '2027-01-08T09:00', [act('2027-01-11T10:00', 'sscb-chair', { type: 'decide', task: 'decide-scr', options: ['do-not-conduct'] })]);
    expect([refusal?.code, state('decide-scr')]).toEqual(['missing-reason', 'open']);
    const decided = upTo(noReview, '2027-01-11T10:10');
    expect(decided.state('notify-ofsted-of-decision')).toBe('open');
    expect([upTo(noReview, '2027-03-30T10:00').held.closed, upTo(noReview, '2027-04-01T09:30').held.closed === undefined]).toEqual([undefined, false]);
  });
  test.each(procedureOf('kscp').tasks['decide-outcome']?.options?.map(({ id }) => id) ?? [])('[trap 19] at KSCP the National Panel gets its letter after “%s”', (option) => {
    const { state } = upTo(kscp, '2027-01-18T09:20', [act('2027-01-18T11:10', 'lscp-chair', { type: 'decide', task: 'decide-outcome', options: [option], reasons: 'Invented.' })]);
    expect([state('decide-outcome'), state('write-to-national-panel')]).toEqual(['done', 'open']);
  });
});

describe('[trap 20] after a challenge the final outcome is told', () => {
  test.each(['uphold', 'change-to-scr'])('[trap 20] also when it is “%s”', (option) => {
    const decide = act('2027-02-17T09:00', 'lscb-chair', { type: 'decide', task: 'reconsider-decision', options: [option], reasons: 'Invented.' });
    const tell = act('2027-02-19T09:00', 'lscb-chair', { type: 'sendExchange', task: 'tell-final-outcome' });
    expect(upTo(challenged, '2027-02-10T09:10', [decide]).state('tell-final-outcome')).toBe('open');
    expect(upTo(challenged, '2027-02-10T09:10', [decide, tell]).sentTo('tell-final-outcome').toSorted()).toEqual(three);
  });
});

describe('[trap 21] a case ends when what it owes is done', () => {
  test('[trap 21] a published review stays open until its actions are implemented and the Government Office is told', () => {
    const publication = upTo(stockport, '2028-09-20T10:20');
    expect([publication.held.stages.includes('published'), publication.held.closed]).toEqual([true, undefined]);
    expect(upTo(stockport, '2028-11-15T10:00').held.closed).toBeUndefined();
    expect(upTo(stockport, '2028-11-15T11:00').held.closed).toBeDefined();
  });
  test('[trap 21] with an action still open the review is not asked to be concluded', () => {
    expect([upTo(stockport, '2028-10-30T10:00').rule('plan-implemented'), upTo(stockport, '2028-11-06T10:00').rule('plan-implemented')]).toEqual([false, true]);
  });
  test('[trap 21] a decision at KSCP closes nothing: the letter and the notice are still owed', () => {
    const { held, state } = upTo(kscp, '2027-01-18T11:10');
    expect([held.closed, state('write-to-national-panel'), state('inform-of-local-review')]).toEqual([undefined, 'open', 'open']);
  });
  test('[trap 21] “no review” still asks for the local learning before it closes', () => {
    const none = act('2027-01-18T11:10', 'lscp-chair', { type: 'decide', task: 'decide-outcome', options: ['no-review'], reasons: 'Invented.' });
    const { state, held } = upTo(kscp, '2027-01-18T09:20', [none, act('2027-01-19T14:00', 'lscp-chair', { type: 'sendExchange', task: 'write-to-national-panel' })]);
    expect([state('identify-learning'), held.closed]).toEqual(['open', undefined]);
  });
});

describe('[trap 22] criminal proceedings hold up publication, and nothing else', () => {
  test('[trap 22] in Stockport drafting, learning and action go on while they are open', () => {
    expect(upTo(stockport, '2027-10-29T10:00').refusal).toBeUndefined();
    const { held, state, clock } = upTo(stockport, '2028-04-12T10:00');
    expect([held.stages.includes('implementation'), state('record-early-lesson'), clock('review-6-months')?.state]).toEqual([true, 'done', 'met']);
  });
  test('[trap 22] publication waits while it is likely, or not known, that they change the lessons; and goes ahead when they do not', () => {
    const publish = (impact: boolean | { readonly status: 'unknown' }) => upTo(stockport, '2028-04-12T10:00', [act('2028-04-19T10:00', 'sscb-chair', { type: 'decide', task: 'decide-publication', options: ['publish'], reasons: 'Invented.', answers: { 'impact-likely': impact } })]).refusal?.code;
    expect([publish(true), publish({ status: 'unknown' }), publish(false)]).toEqual(['forced-option', 'waits', undefined]);
  });
  test('[trap 22] in Bath the review’s work and its six months run on beside the prosecution', () => {
    const before = upTo(published, '2027-04-12T09:00');
    const charged = upTo(published, '2027-04-12T11:00');
    expect([charged.held.stages, charged.clock('scr-six-months')?.date]).toEqual([before.held.stages, before.clock('scr-six-months')?.date]);
    expect(upTo(published, '2027-08-16T09:00').state('learn-meanwhile')).toBe('done');
  });
});

describe('[trap 27] twelve months on the web-site, then on request', () => {
  const removal = shippedAct(published, '2029-01-18T09:00');
  test('[trap 27] the report stays twelve months: taking it off a day early is refused', () => {
    expect(upTo(published, '2028-06-12T10:00').clock('twelve-months')).toMatchObject({ date: '2029-01-18', state: 'not-yet' });
    expect(upTo(published, '2028-06-12T10:00', [{ ...removal, at: '2029-01-17T16:00' }]).refusal?.code).toBe('bad-date');
  });
  test('[trap 27] and the case stays open until it is available on request', () => {
    expect([upTo(published, '2028-06-12T10:00').held.closed, upTo(published, '2028-06-12T10:00').state('make-available-on-request')]).toEqual([undefined, 'open']);
    const { held, state } = upTo(published, '2028-06-12T10:00', [removal]);
    expect([state('make-available-on-request'), held.stages.includes('published'), held.closed === undefined]).toEqual(['done', false, false]);
  });
});

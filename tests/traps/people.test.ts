// The traps of people: who decides, who stands in and for what, how many it takes, and who may not.
import { describe, expect, test } from 'vitest';
import { act, correct, shippedAct, upTo } from './cases.ts';

const statutory = 'tower-hamlets/walkthrough';
const decide = (at: string, as: string, task: string, option: string) => act(at, as, { type: 'decide', task, options: [option], reasons: 'Invented.' });

describe('[trap 14] who recommends does not decide', () => {
  test.each([
    ['Trafford: neither the LIC Committee nor the Strategic Lead, but the Director', 'trafford/walkthrough', '2027-04-08T15:50', 'directors-decision', ['lic-committee', 'strategic-lead'], 'director', ['notify-sin', 'refer-lic']],
    ['Bath: not the sub group, but the LSCB Chair', 'bath-and-north-east-somerset/walkthrough', '2027-02-23T15:00', 'chairs-decision', ['scr-sub-group', 'sub-group-chair', 'chairs-representative'], 'lscb-chair', ['serious-case-review']],
    ['KSCP: not the Rapid Review Group, but the Chair of the LSCP', 'kscp/walkthrough', '2027-01-18T09:00', 'decide-outcome', ['rapid-review-panel', 'panel-chair', 'business-manager'], 'lscp-chair', ['multi-agency-learning']],
    ['Stockport: not the Initial Panel, but the SSCB Chair', 'stockport/walkthrough', '2027-08-25T11:30', 'decide-scr', ['initial-panel', 'initial-panel-chair', 'sscb-member'], 'sscb-chair', ['conduct']],
    ['Tower Hamlets: not the Rapid Review Panel, but the Executive Group', statutory, '2027-01-05T12:30', 'executive-decision', ['review-panel', 'business-unit', 'director'], 'executive-group', ['start-cspr']],
  ] as const)('[trap 14] %s', (_, file, moment, task, recommenders, decider, options) => {
    const later = `${String(Number(moment.slice(0, 4)) + 1)}${moment.slice(4)}`;
    const tries = (as: string) => upTo(file, moment, [act(later, as, { type: 'decide', task, options, reasons: 'Invented.' })]);
    const refused = recommenders.map(tries);
    expect(refused.map(({ refusal, state }) => [refusal?.code, state(task)])).toEqual(recommenders.map(() => ['wrong-role', 'open']));
    const decided = tries(decider);
    expect([decided.refusal, decided.state(task)]).toEqual([undefined, 'done']);
    expect([upTo(file, moment).task(task, decider)?.mine, upTo(file, moment).task(task, recommenders[0])?.mine]).toEqual([true, false]);
  });
});

describe('[trap 15] a deputy acts in absence, and for the named acts alone', () => {
  const absent = act('2026-12-22T09:00', 'head-of-service-sqa', { type: 'recordAbsence', party: 'head-of-service-sqa', from: '2026-12-22' });
  const notify = { ...shippedAct(statutory, '2026-12-23T09:30'), at: '2026-12-22T17:30' };
  test('[trap 15] the Principal Social Worker notifies the DfE in absence, and not without', () => {
    expect(upTo(statutory, '2026-12-22T16:30', [notify]).refusal?.code).toBe('wrong-role');
    expect(upTo(statutory, '2026-12-22T16:30', [{ ...absent, at: '2026-12-22T17:00' }, notify]).sentTo('notify-dfe')).not.toEqual([]);
  });
  test('[trap 15] and does not decide jointly, nor tell partners, though the absence is recorded', () => {
    const stands = (at: string, body: Parameters<typeof act>[2]) => upTo(statutory, '2026-12-21T15:30', [absent, act(at, 'principal-social-worker', body)]).refusal?.code;
    expect(stands('2026-12-22T10:15', { type: 'decide', task: 'decide-criteria', options: ['met'], reasons: 'For the Head of Service.' })).toBe('wrong-role');
    expect(upTo(statutory, '2026-12-22T14:00', [{ ...absent, at: '2026-12-22T14:10' }, act('2026-12-22T14:20', 'principal-social-worker', { type: 'sendExchange', task: 'tell-partners' })]).refusal?.code).toBe('wrong-role');
  });
  test('[trap 15] the Chair’s representative gives evidence and does not reconsider', () => {
    const file = 'bath-and-north-east-somerset/challenged-and-upheld';
    expect(upTo(file, '2027-02-03T15:00').refusal).toBeUndefined();
    expect(upTo(file, '2027-02-10T09:10', [decide('2027-02-11T09:00', 'chairs-representative', 'reconsider-decision', 'uphold')]).refusal?.code).toBe('wrong-role');
  });
});

describe('[trap 16] a joint decision takes both', () => {
  const survey = correct('2026-12-22T10:00', 'head-of-service-sqa', { 'seriously-harmed': true });
  const both = (...roles: readonly string[]) => upTo(statutory, '2026-12-21T09:45', [shippedAct(statutory, '2026-12-21T11:00'), survey, ...roles.map((as, index) => decide(`2026-12-22T1${index + 1}:00`, as, 'decide-criteria', 'met'))]);
  test('[trap 16] one name is a view: nothing is decided and nothing follows', () => {
    const { state, held } = both();
    expect([state('decide-criteria'), state('notify-dfe'), held.stages.includes('joint-decision'), held.caseType]).toEqual(['open', undefined, true, undefined]);
  });
  test('[trap 16] nor by the same one twice; with the other it is decided', () => {
    expect(both('head-of-service-sqa').state('decide-criteria')).toBe('open');
    const { state, held } = both('director');
    expect([state('decide-criteria'), state('notify-dfe'), held.caseType]).toEqual(['done', 'open', 'Statutory Review case']);
  });
});

describe('[trap 17] who must be at the panel, who may not, and who only should', () => {
  const file = 'kscp/walkthrough';
  const four = ['member-local-authority', 'member-health', 'member-police', 'member-education'];
  const held = (present: readonly string[], interests: readonly object[] = []) =>
    upTo(file, '2027-01-12T11:00', [shippedAct(file, '2027-01-14T14:00', { meeting: { present: ['panel-chair', ...present], interests } })]);
  test.each(four)('[trap 17] without %s the panel cannot recommend', (missing) => {
    expect(held(four.filter((seat) => seat !== missing)).refusal?.code).toBe('quorum');
  });
  test.each(['panel-chair', ...four])('[trap 17] nor with %s directly involved in the case', (seat) => {
    expect(held([...four, 'member-legal'], [{ seat, words: 'Direct involvement.' }]).refusal?.code).toBe('declared-interest');
  });
  test('[trap 17] without a legal representative it can, and the departure is recorded', () => {
    expect([held(four).refusal, held(four).departures]).toEqual([undefined, ['legal-advice']]);
    expect(held([...four, 'member-legal']).departures).toEqual([]);
  });
});

describe('[trap 26] the office’s part of a form is the office’s, and two signatures are two', () => {
  const file = 'bath-and-north-east-somerset/challenged-and-changed';
  const office = { 'received-on': '2027-03-01', 'discussed-on': '2027-03-22', 'issues-overview': 'No lead', 'review-type': 'partnership', 'sub-group-signature': 'S.G.', 'sub-group-signed-on': '2027-03-22' };
  const recommend = (as: string) => act('2027-03-22T12:00', as, { type: 'decide', task: 'recommend-review', options: ['approve'], answers: office, meeting: { present: ['sub-group-chair'] } });
  const approve = (as: string, answers: Readonly<Record<string, string>>) => act('2027-03-23T12:00', as, { type: 'decide', task: 'approve-review', options: ['approve'], answers });
  test('[trap 26] the sender fills neither office part of Appendix 6', () => {
    expect(upTo(file, '2027-03-01T09:10', [recommend('school')]).refusal?.code).toBe('wrong-role');
    expect(upTo(file, '2027-03-01T09:10', [recommend('sub-group-chair'), approve('school', {})]).refusal?.code).toBe('wrong-role');
  });
  test('[trap 26] with the sub group’s signature the Chair’s is still missing, and the sub group cannot give it', () => {
    const signed = { 'chair-comments': 'Agreed.', 'chair-signature': 'L.C.', 'chair-signed-on': '2027-03-23' };
    const chair = (as: string, answers: Readonly<Record<string, string>>) => upTo(file, '2027-03-01T09:10', [recommend('sub-group-chair'), approve(as, answers)]);
    expect(chair('lscb-chair', {}).refusal).toMatchObject({ code: 'missing-field', rule: 'chair-part' });
    expect([chair('scr-sub-group', signed).refusal?.code, chair('lscb-chair', signed).refusal]).toEqual(['wrong-role', undefined]);
  });
});

describe('[trap 34] independence is held against who is appointed already', () => {
  const file = 'stockport/walkthrough';
  const appoint = (at: string, seat: string, person: string) => act(at, 'business-manager', { type: 'appoint', seat, person, capacity: 'holder', from: at.slice(0, 10) });
  const saysIndependent = '2027-09-07T09:00';
  test.each(['S.C.', 'I.C.', 'P.C.'])('[trap 34] the holder of a chair (%s) is not appointed author, though the form says independent', (chair) => {
    expect(upTo(file, saysIndependent, [appoint('2027-09-07T10:00', 'overview-author', chair)]).refusal).toMatchObject({ code: 'not-independent', rule: 'author-seat-and-chairs' });
  });
  test('[trap 34] somebody else is; and the author is then not appointed to a chair', () => {
    const author = appoint('2027-09-07T10:00', 'overview-author', 'O.A.');
    expect(upTo(file, saysIndependent, [author]).refusal).toBeUndefined();
    expect(['sscb-chair', 'initial-panel-chair', 'scr-panel-chair'].map((seat) => upTo(file, saysIndependent, [author, appoint('2027-09-08T10:00', seat, 'O.A.')]).refusal?.code)).toEqual(['not-independent', 'not-independent', 'not-independent']);
  });
});

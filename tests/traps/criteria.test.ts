// The traps of criteria: not known is not no, strengths differ, clauses govern what they govern, and no list is everyone's.
import { describe, expect, test } from 'vitest';
import { act, correct, invented, shippedAct, upTo, type Act, type Facts } from './cases.ts';

const trafford = 'trafford/walkthrough';
const bath = 'bath-and-north-east-somerset/walkthrough';
const stockport = 'stockport/walkthrough';
const unknown = { status: 'unknown' } as const;

/** The Director's decision in a case of serious harm with abuse known. */
const director = (facts: Facts, ...options: readonly string[]) => upTo(trafford, '2027-04-08T15:50', [
  correct('2027-04-08T17:00', 'strategic-lead', { 'abuse-or-neglect': 'known', 'child-died': false, 'looked-after': false, 'seriously-harmed': true, 'valuable-lessons': false, 'concern-working-together': unknown, ...facts }),
  act('2027-04-09T09:00', 'director', { type: 'decide', task: 'directors-decision', options, reasons: 'Invented.' }),
]);
/** The Chair's decision in Stockport on other facts than the walkthrough's, which are an infant's death with suspected neglect. */
const nothing: Facts = { 'child-died': false, abuse: 'neither', custody: ['none-of-these'], 'killed-by-carer': false, 'seriously-harmed': false, 'life-threatening-injury': false, 'harmed-by-sexual-abuse': false, 'parent-murdered': false, 'homicide-review-initiated': false, 'violent-assault': false, 'concern-working-together': false };
const panelFound = (facts: Facts, ...further: readonly Act[]) => upTo(stockport, '2027-08-25T11:30', [correct('2027-08-26T09:00', 'business-manager', { ...nothing, ...facts }), ...further]);
const against = (facts: Facts, reasons?: string) => panelFound(facts, act('2027-08-31T10:00', 'sscb-chair', { type: 'decide', task: 'decide-scr', options: ['do-not-conduct'], ...(reasons && { reasons }) }));

describe('[trap 8] not known is not no', () => {
  test('[trap 8] serious harm forces the referral while it is not known that there are no concerns, and only “clear” frees it', () => {
    const forced = (clear: Facts[string]) => director({ 'clear-no-concerns': clear }, 'internal-review').refusal?.rule;
    expect([forced(unknown), forced(false), forced(true)]).toEqual(['refer-when-criteria', 'refer-when-criteria', undefined]);
  });
  test('[trap 8] nor can the LSCB Chair decide against a review while definitive evidence is not known', () => {
    const chair = (evidence: Facts[string], ...options: readonly string[]) => upTo(bath, '2027-02-23T15:00', [
      correct('2027-02-23T16:00', 'local-authority', { 'definitive-evidence': evidence }),
      act('2027-02-24T10:10', 'lscb-chair', { type: 'decide', task: 'chairs-decision', options, reasons: 'Invented.' }),
    ]);
    expect([chair(unknown, 'no-review'), chair(true, 'no-review')].map(({ refusal }) => refusal?.rule)).toEqual(['chairs-decision-must', undefined]);
    expect(chair(unknown, 'serious-case-review').held.stages).toContain('set-up');
  });
  test('[trap 8] the plain criteria stay not known, neither met nor unmet', () => {
    const { rule } = director({ 'clear-no-concerns': unknown }, 'refer-lic');
    expect([rule('scr-criteria'), rule('scr-unless-clear')]).toEqual(['unknown', true]);
  });
});

describe('[trap 9] must, should always and consider are three things', () => {
  const death = { 'child-died': true, abuse: 'suspected' };
  const custody = { 'child-died': true, custody: ['police-custody'] };
  const harm = { 'seriously-harmed': true, 'violent-assault': true, 'concern-working-together': true };
  test('[trap 9] a must is refused whatever the reasons', () => {
    expect(against(death, 'Considered at length.').refusal).toMatchObject({ code: 'forced-option', rule: 'death-with-abuse' });
  });
  test('[trap 9] a should-always is refused without reasons, and flagged with them', () => {
    expect(against(custody).refusal).toMatchObject({ code: 'missing-reason' });
    const { refusal, departures, held } = against(custody, 'The inspectorate looks at it.');
    expect([refusal, departures, held.stages]).toEqual([undefined, ['death-in-custody'], ['alternative-learning']]);
  });
  test('[trap 9] a consider asks that it was considered, and forces and flags nothing', () => {
    expect(against(harm).refusal?.code).toBe('missing-reason');
    const { refusal, departures } = against(harm, 'Considered.');
    expect([refusal, departures]).toEqual([undefined, []]);
  });
});

describe('[trap 10] the concerns about working together govern all four situations', () => {
  const situations: readonly (readonly [string, Facts])[] = [
    ['a life-threatening injury', { 'life-threatening-injury': true }], ['sexual abuse', { 'harmed-by-sexual-abuse': true }],
    ['a murdered parent, with a homicide review', { 'parent-murdered': true, 'homicide-review-initiated': true }], ['a violent assault', { 'violent-assault': true }],
  ];
  test.each(situations)('[trap 10] %s counts with the concerns and not without them', (_, facts) => {
    const considered = (concern: boolean) => panelFound({ 'seriously-harmed': true, ...facts, 'concern-working-together': concern }).rule('additional-criteria');
    expect([considered(true), considered(false)]).toEqual([true, false]);
  });
  test('[trap 10] a murdered parent counts only with a homicide review', () => {
    expect(panelFound({ 'seriously-harmed': true, 'parent-murdered': true, 'concern-working-together': true }).rule('additional-criteria')).toBe(false);
  });
});

describe('[trap 11] each authority has its own list of custody', () => {
  const inTrafford = (place: string, age: number) => director({ 'child-died': true, 'seriously-harmed': false, 'abuse-or-neglect': 'no', 'death-place': [place], 'child-age': age }, 'refer-lic').rule('scr-custody');
  const bathAnswers = (facts: Facts) => upTo(bath, '2027-02-16T09:30', [act('2027-02-17T09:00', 'local-authority', { type: 'recordAnswers', mode: 'change', answers: { 'child-died': true, 'died-on': '2027-02-16', ...facts } })]);
  test('[trap 11] a secure training centre stands in Trafford’s and Stockport’s, and cannot be chosen in Bath’s', () => {
    expect([inTrafford('secure-training-centre', 9), panelFound({ 'child-died': true, custody: ['secure-training-centre'] }).rule('death-in-custody')]).toEqual([true, true]);
    expect(bathAnswers({ 'death-place': ['secure-training-centre'] }).refusal?.code).toBe('bad-answer');
    expect(bathAnswers({ 'death-place': ['secure-childrens-home'] }).rule('scr-custody')).toBe(true);
  });
  test('[trap 11] a deprivation of liberty at 16 or 17 stands in Trafford’s and Bath’s, and cannot be chosen in Stockport’s', () => {
    expect([15, 16, 17, 18].map((age) => inTrafford('deprivation-of-liberty', age))).toEqual([false, true, true, false]);
    expect(['2010-02-16', '2012-02-16'].map((born) => bathAnswers({ 'child-dob': born, 'death-place': ['deprivation-of-liberty'] }).rule('scr-custody'))).toEqual([true, false]);
    expect(panelFound({ 'child-died': true, custody: ['deprivation-of-liberty'] }).refusal?.code).toBe('bad-answer');
  });
});

describe('[trap 12] notifiable is not the same as the criteria for a review', () => {
  const facts = { 'child-died': true, 'looked-after': true, 'care-of-a-child': true };
  test('[trap 12] in Bath the death of a looked-after child without abuse is reported and brings no Serious Case Review', () => {
    const { rule, state } = upTo(bath, '2027-01-26T10:05', [correct('2027-01-26T11:00', 'local-authority', { ...facts, 'abuse-or-neglect': 'no' })]);
    expect([rule('notifiable'), rule('scr-criteria'), rule('scr-unless-definitive'), state('report-incident')]).toEqual([true, false, false, 'open']);
  });
  test('[trap 12] at KSCP too, and the National Panel is not notified of it', () => {
    const opening = shippedAct('kscp/walkthrough', '2026-12-30T11:20');
    const { rule, state } = invented('kscp', [{ ...opening, do: { ...opening.do, answers: { ...opening.do.answers, ...facts, 'seriously-harmed': false, abuse: 'neither' } } }]);
    expect([rule('notifiable'), rule('review-criteria'), state('report-incident'), state('notify-national-panel')]).toEqual([true, false, 'open', undefined]);
  });
});

describe('[trap 13] the duty for a looked-after child’s death outlives the main decision', () => {
  const needToKnow = 'tower-hamlets/need-to-know';
  test('[trap 13] in Tower Hamlets it stands after “not met”, and the case does not close before it is done', () => {
    const { state, sentTo, held } = upTo(needToKnow, '2027-03-25T09:30');
    expect([held.stages.includes('first-case-review'), state('tell-looked-after-death'), sentTo('tell-looked-after-death')]).toEqual([true, 'open', []]);
    const { closed } = upTo(needToKnow, '2027-03-25T09:30', ['2027-03-25T11:00', '2027-03-25T16:00', '2027-03-30T15:00', '2027-03-31T14:00'].map((at) => shippedAct(needToKnow, at))).held;
    expect(closed).toBeUndefined();
    expect(upTo(needToKnow, '2027-03-25T10:15').sentTo('tell-looked-after-death')).toEqual(['secretary-of-state', 'ofsted']);
  });
  test('[trap 13] in Trafford Ofsted is owed it before and beside the Director’s decision, abuse or not', () => {
    const death = { 'child-died': true, 'looked-after': true, 'abuse-or-neglect': 'no', 'seriously-harmed': false } as const;
    const apart = upTo(trafford, '2027-04-08T15:50', [correct('2027-04-08T17:00', 'strategic-lead', { ...death, 'abuse-in-death': 'no' }), act('2027-04-09T09:00', 'director', { type: 'decide', task: 'directors-decision', options: ['internal-review'], reasons: 'Invented.' })], { determinations: 'one' });
    expect([apart.refusal, apart.held.stages.includes('internal-review'), apart.state('notify-ofsted'), apart.state('tell-dcs')]).toEqual([undefined, true, 'open', 'open']);
    expect(director(death, 'internal-review').refusal?.rule).toBe('looked-after-death-chosen');
  });
});

describe('[trap 36] a domestic death at 16 to 18', () => {
  const died = (age: number, reading: string) => {
    const facts = { 'child-died': true, 'died-on': '2026-12-15', 'child-dob': `${2026 - age}-12-15`, 'violent-death': true, 'violence-by': 'household', 'children-in-house': false, 'abuse-or-neglect': 'no' };
    const { rule } = upTo('bath-and-north-east-somerset/challenged-and-upheld', '2026-12-17T10:00', [correct('2026-12-17T11:00', 'local-authority', facts)], { 'sixteen-to-eighteen': reading });
    return [rule('domestic-death'), rule('domestic-death-of-child')];
  };
  test.each(['under-eighteen', 'with-eighteen'])('[trap 36] at 15 neither, at 16 and 17 both reviews, at 19 the homicide review alone, however “16 – 18” is read (%s)', (reading) => {
    expect([15, 16, 17, 19].map((age) => died(age, reading))).toEqual([[false, false], [true, true], [true, true], [true, false]]);
  });
  test('[trap 36] at 18 the reading decides', () => {
    expect([died(18, 'under-eighteen'), died(18, 'with-eighteen')]).toEqual([[true, false], [true, true]]);
  });
});

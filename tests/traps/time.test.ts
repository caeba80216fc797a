// The traps of time: what a day is, what it is counted from, and when it happened. Dates were counted by hand.
import { describe, expect, test } from 'vitest';
import { compile, duties, performDuty, time, type DutyBody, type DutyEvent } from '../../engine/index.ts';
import { act, correct, invented, procedureOf, reported, shippedAct, upTo } from './cases.ts';

const statutory = 'tower-hamlets/walkthrough';
const needToKnow = 'tower-hamlets/need-to-know';
const published = 'bath-and-north-east-somerset/walkthrough';
const at = (text: string): number => time.parseDateTime(text) ?? Number.NaN;
const plan = (at: string, on: string) => act(at, 'lscb', { type: 'planTask', task: 'publish-report', on });

describe('[trap 2] working days and calendar days are not the same', () => {
  test('[trap 2] “28 days” from Tue 10 Aug 2027 end on Tue 7 Sep, bank holiday and weekends counted', () => {
    expect(upTo('stockport/walkthrough', '2027-08-12T09:10').clock('initial-panel-28-days')?.date).toBe('2027-09-07');
  });
  test('[trap 2] five bare days of an incident on Fri 18 Dec 2026 end on Wed 23 Dec, five working days in law on Tue 29 Dec', () => {
    const { clock } = upTo(statutory, '2026-12-18T15:30');
    expect([clock('dfe-5-days')?.date?.slice(0, 10), clock('dfe-5-working-days')?.date]).toEqual(['2026-12-23', '2026-12-29']);
  });
});

describe('[trap 3] bank holidays', () => {
  test('[trap 3] five working days over Easter leave out Good Friday and Easter Monday', () => {
    const clock = upTo(needToKnow, '2027-03-24T10:00').clock('dfe-5-working-days');
    expect([clock?.date, clock?.sentence.includes('26'), clock?.sentence.includes('29 Mar')]).toEqual(['2027-04-02', true, true]);
  });
  test('[trap 3] twenty-four hours from Christmas Eve end on Christmas Day', () => {
    expect(invented('tower-hamlets', [reported('2026-12-24T15:00', '2026-12-24T14:20', '2026-12-24')]).clock('alert-24-hours')?.date).toBe('2026-12-25T14:20');
  });
});

describe('[trap 4] a deadline before a day to come', () => {
  test('[trap 4] the advance copy waits for a day of publication, then is due a week before it', () => {
    expect(upTo(published, '2027-11-30T15:00').clock('copy-one-week')?.state).toBe('pending');
    expect(upTo(published, '2027-11-30T15:00', [plan('2027-12-01T09:00', '2028-01-07')]).clock('copy-one-week')?.date).toBe('2027-12-31');
  });
  test('[trap 4] when publication moves, the advance copy moves with it, forwards and back', () => {
    const moved = (on: string) => upTo(published, '2027-12-01T09:00', [plan('2027-12-20T09:00', on)]).clock('copy-one-week')?.date;
    expect([moved('2028-01-18'), moved('2028-01-04')]).toEqual(['2028-01-11', '2027-12-28']);
  });
});

describe('[trap 5] what a clock is counted from', () => {
  const facts = (answers: Readonly<Record<string, string>>) => upTo(statutory, '2026-12-18T17:05', [correct('2026-12-18T17:10', 'team-manager', answers)]).clock;
  const ids = ['alert-24-hours', 'dfe-5-days', 'dfe-5-working-days', 'first-review-2-days'] as const;
  const dates = (clock: ReturnType<typeof facts>) => ids.map((id) => clock(id)?.date?.slice(0, 10));
  test('[trap 5] incident and awareness move each its own clocks, and neither moves that of the alert being sent', () => {
    expect(dates(facts({}))).toEqual(['2026-12-19', '2026-12-23', '2026-12-29', '2026-12-20']);
    expect(dates(facts({ 'incident-at': '2026-12-17T14:20' }))).toEqual(['2026-12-18', '2026-12-22', '2026-12-29', '2026-12-20']);
    expect(dates(facts({ 'aware-on': '2026-12-17' }))).toEqual(['2026-12-19', '2026-12-23', '2026-12-24', '2026-12-20']);
  });
  test('[trap 5] panel and outcome are counted from the DfE being notified, and wait for that, though their stages are reached', () => {
    const before = upTo(statutory, '2026-12-22T17:00').clock;
    const after = upTo(statutory, '2026-12-23T09:30').clock;
    expect([before('panel-10-days')?.state, before('outcome-15-days')?.state]).toEqual(['pending', 'pending']);
    expect([after('panel-10-days')?.date, after('outcome-15-days')?.date]).toEqual(['2027-01-02', '2027-01-07']);
  });
  test('[trap 5] the decision, not the stage before it, starts the five working days for telling it', () => {
    const decided = (at: string) => upTo(published, '2027-02-19T12:10', [act(at, 'lscb-chair', { type: 'decide', task: 'chairs-decision', options: ['serious-case-review'], reasons: 'Invented.' })]).clock('scr-told-5-working-days')?.date;
    expect([decided('2027-02-24T10:20'), decided('2027-02-26T10:20')]).toEqual(['2027-03-03', '2027-03-05']);
  });
});

describe('[trap 6] clocks that overlap are not merged', () => {
  const notified = (at: string) => upTo(statutory, '2026-12-22T17:00', [{ ...shippedAct(statutory, '2026-12-23T09:30'), at }]);
  test('[trap 6] the two clocks on the DfE notification stay two', () => {
    const both = upTo(statutory, '2026-12-22T14:00').task('notify-dfe')?.deadlines.map(({ timescale, countedFrom }) => [timescale, countedFrom]);
    expect(both?.map(([timescale]) => timescale)).toEqual(['dfe-5-days', 'dfe-5-working-days']);
    expect(new Set(both?.map(([, from]) => from)).size).toBe(2);
  });
  test('[trap 6] one act meets the one and is late for the other', () => {
    const states = (at: string) => ['dfe-5-days', 'dfe-5-working-days'].map((id) => notified(at).clock(id)?.state);
    expect([states('2026-12-23T09:30'), states('2026-12-24T09:30'), states('2026-12-30T09:30')]).toEqual([['met', 'met'], ['met-late', 'met'], ['met-late', 'met-late']]);
  });
  test('[trap 6] the authority’s report and the notice of a local review are two acts with two clocks from two days', () => {
    const { clock } = upTo('kscp/walkthrough', '2026-12-30T11:20');
    expect([clock('authority-report'), clock('local-review-informed')].map((one) => [one?.task, one?.date])).toEqual([['report-incident', '2027-01-06'], ['inform-of-local-review', '2027-01-21']]);
    const reportedIt = upTo('kscp/walkthrough', '2027-01-04T09:30').clock;
    expect([reportedIt('authority-report')?.state, reportedIt('local-review-informed')?.state]).toEqual(['met', 'due']);
  });
});

test('[trap 7] a case found three weeks late opens, shows what is overdue, and its clock in law still runs', () => {
  const { held, clock, state, refusal } = upTo(needToKnow, '2027-03-24T10:00');

  expect([refusal, held.stages, state('discuss-incident')]).toEqual([undefined, ['incident-reported'], 'open']);
  expect(['alert-24-hours', 'dfe-5-days', 'dfe-5-working-days'].map((id) => clock(id)?.state)).toEqual(['overdue', 'overdue', 'due']);
});

describe('[trap 31] months', () => {
  test('[trap 31] a month after Fri 29 Jan 2027 is the last day of February', () => {
    expect(upTo(published, '2027-01-29T09:40').clock('decision-one-month')?.date).toBe('2027-02-28');
  });
  test('[trap 31] six months after 31 Aug 2027 is 29 Feb 2028', () => {
    expect(upTo('stockport/walkthrough', '2027-08-31T10:10').clock('review-6-months')?.date).toBe('2028-02-29');
  });
  test('[trap 31] twelve months on the web-site from 29 Feb 2028 reach to 28 Feb 2029', () => {
    const publish = shippedAct(published, '2028-01-18T10:00');
    const { clock } = upTo(published, '2028-01-10T09:00', [plan('2028-01-10T10:00', '2028-02-29'), { ...publish, at: '2028-02-29T10:00' }]);
    expect(clock('twelve-months')?.date).toBe('2029-02-28');
  });
});

test.each([['2027-03-27T14:20', '2027-03-28T15:20'], ['2026-10-24T14:20', '2026-10-25T13:20']])('[trap 32] twenty-four hours elapse across a clock change: from %s to %s', (incident, due) => {
  expect(invented('tower-hamlets', [reported(incident.replace('14:20', '15:00'), incident, incident.slice(0, 10))]).clock('alert-24-hours')?.date).toBe(due);
});

describe('[trap 35] what recurs is counted from its calendar', () => {
  const learnt = (at: string) => upTo('trafford/walkthrough', '2027-05-13T14:00', [{ ...shippedAct('trafford/walkthrough', '2027-05-13T14:10'), at }]).clock('learning-next-meeting')?.date;
  test('[trap 35] each review’s learning goes to the next monthly meeting after it, month by month', () => {
    expect(['2027-05-13T14:10', '2027-06-14T10:00', '2027-08-02T10:00'].map(learnt)).toEqual(['2027-05-28', '2027-06-30', '2027-08-31']);
  });
  test('[trap 35] Need to Know learning too: a month’s last working day, then the next month’s', () => {
    const reviewed = (at: string) => upTo(needToKnow, '2027-03-30T14:50', [{ ...shippedAct(needToKnow, '2027-03-30T15:00'), at }]).clock('learning-monthly')?.date;
    expect([reviewed('2027-03-30T15:00'), reviewed('2027-04-12T10:00')]).toEqual(['2027-03-31', '2027-04-30']);
    expect(procedureOf('tower-hamlets').meetings?.['monthly-learning']).toMatchObject({ monthly: { lastWorkingDay: true } });
  });
  test.each([['stockport', 'annual-briefing', 'business-manager'], ['bath-and-north-east-somerset', 'annual-report', 'lscb']])('[trap 35] Stockport’s yearly briefing is owed in each year anew, by the Board and for no case; so is Bath’s annual report', (slug, duty, role) => {
    const compiled = compile(procedureOf(slug), { version: 1 });
    const year = (log: readonly DutyEvent[], asOf: string) => duties(compiled, log, at(asOf)).find((one) => one.duty === duty);
    const told = (log: readonly DutyEvent[], body: DutyBody, when: string) => performDuty(compiled, log, { id: when, salt: 's', ...body }, { now: at(when), role, person: 'X.Y.' });
    const kept = told([], { type: 'keepDuties', from: '2027-01-04' }, '2027-01-04T09:00');
    const done = kept.ok && told(kept.log, { type: 'performDuty', duty }, '2027-06-10T10:00');
    const log = done && done.ok ? done.log : [];
    expect([year(log, '2027-06-09T09:00'), year(log, '2027-06-11T09:00'), year(log, '2028-02-01T09:00'), year(log, '2029-01-01T09:00')].map((one) => [one?.state, one?.date])).toEqual([['due', '2027-12-31'], ['done', '2028-12-31'], ['due', '2028-12-31'], ['overdue', '2028-12-31']]);
  });
});

describe('[trap 37] when it happened, not when it was entered', () => {
  test('[trap 37] a notification made on Wed 23 Dec and entered on Mon 4 Jan is on time, and starts its clocks on the 23rd', () => {
    const late = { ...shippedAct(statutory, '2026-12-23T09:30'), at: '2027-01-04T09:00', occurred: '2026-12-23T09:30' };
    const { clock, held } = upTo(statutory, '2026-12-22T17:00', [late]);
    expect(['dfe-5-days', 'dfe-5-working-days'].map((id) => clock(id)?.state)).toEqual(['met', 'met']);
    expect(clock('panel-10-days')?.date).toBe('2027-01-02');
    expect(held.events.at(-1)?.recorded).toBeGreaterThan(held.events.at(-1)?.occurred ?? Infinity);
  });
  test('[trap 37] a referral received on Tue 10 Aug and entered on the 12th is counted from the 10th', () => {
    expect(upTo('stockport/walkthrough', '2027-08-12T09:10').clock('chair-28-days')?.date).toBe('2027-09-07');
  });
});

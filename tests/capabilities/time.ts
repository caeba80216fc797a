// Time, C15 to C26. Dates were counted by hand, or stand in the walkthroughs with their reason.
import { expect } from 'vitest';
import { compile, duties, performDuty, time as engineTime } from '../../engine/index.ts';
import { act, expectAccepted, expectRefused, shippedStory, tell, told } from './story.ts';
import type { Capability, Proof } from './capability.ts';

const th = 'tower-hamlets';
const bn = 'bath-and-north-east-somerset';
const review = 'stockport-review-to-its-last-action';

/** A clock counted from one anchor: the moment of the walkthrough at which it runs, and its date. */
function anchored(procedure: string, timescale: string, story: string, until: string, date: string, recipient?: string): Proof {
  return { element: { procedure, pointer: `/timescales/${timescale}` }, holds: (held) => expect(told(held, story, { until }).clock(timescale, recipient)?.date).toBe(date) };
}

/** A duty of the procedure itself, done once at the start of the first of the rounds due on these days: owed anew in each that follows. */
function recurring(procedure: string, duty: string, role: string, days: readonly [string, string, string]): Proof {
  return { element: { procedure, pointer: `/duties/${duty}` }, holds: (held) => {
    const compiled = compile(held, { version: 1 });
    const done = performDuty(compiled, [], { id: 'd1', salt: 's', type: 'performDuty', duty }, { now: moment('2026-11-10T10:00'), role, person: 'X.Y.' });
    const rounds = duties(compiled, done.ok ? done.log : [], moment(`${days[2]}T09:00`)).find((one) => one.duty === duty)?.rounds ?? [];
    expect(rounds.slice(0, 3).map(({ due, state }) => [due, state])).toEqual([[days[0], 'done'], [days[1], 'overdue'], [days[2], 'due']]);
  } };
}
const moment = (text: string): number => engineTime.parseDateTime(text) ?? Number.NaN;

export const time: readonly Capability[] = [
  { id: 'C15', title: 'clocks count hours, working days, days, weeks, months and numbered days, and duties come round', proofs: [
    anchored(th, 'alert-24-hours', 'tower-hamlets-statutory', '2026-12-18T15:30', '2026-12-19T14:20'),
    anchored(th, 'dfe-5-working-days', 'tower-hamlets-statutory', '2026-12-18T15:30', '2026-12-29'),
    anchored('stockport', 'initial-panel-28-days', review, '2027-08-12T09:10', '2027-09-07'),
    anchored(bn, 'copy-one-week', 'bath-published', '2027-12-01T09:00', '2027-12-31'),
    anchored(bn, 'scr-six-months', 'bath-published', '2027-02-24T10:20', '2027-08-24'),
    anchored('kscp', 'day-8-convene', 'local-review-across-new-year', '2027-01-11T12:15', '2027-01-12'),
    anchored('trafford', 'learning-next-meeting', 'trafford-several-at-once', '2027-05-27T09:00', '2027-05-28'),
    recurring('stockport', 'annual-briefing', 'business-manager', ['2026-12-31', '2027-12-31', '2028-12-31']),
    recurring(bn, 'annual-report', 'lscb', ['2026-12-31', '2027-12-31', '2028-12-31']),
    recurring('trafford', 'monthly-learning', 'director', ['2026-11-30', '2026-12-31', '2027-01-29']),
  ] },
  { id: 'C16', title: 'a clock counts from any moment: incident, awareness, receipt, sending, decision, meeting, or a day to come', proofs: [
    anchored(th, 'alert-24-hours', 'tower-hamlets-statutory', '2026-12-18T15:30', '2026-12-19T14:20'),
    anchored(th, 'dfe-5-working-days', 'tower-hamlets-statutory', '2026-12-18T15:30', '2026-12-29'),
    anchored(th, 'panel-10-days', 'tower-hamlets-statutory', '2026-12-23T09:30', '2027-01-02'),
    anchored(th, 'first-review-2-days', 'tower-hamlets-need-to-know', '2027-03-25T09:30', '2027-03-26'),
    anchored('kscp', 'local-review-informed', 'local-review-across-new-year', '2027-01-21T09:00', '2027-01-21'),
    anchored('kscp', 'summary-return', 'no-review-across-easter', '2027-03-29T09:00', '2027-03-31', 'health'),
    anchored('stockport', 'initial-panel-28-days', review, '2027-08-12T09:10', '2027-09-07'),
    anchored('stockport', 'review-6-months', review, '2027-08-31T10:10', '2028-02-29'),
    anchored(bn, 'decision-one-month', 'bath-challenged', '2026-12-04T14:00', '2027-01-04'),
    anchored(bn, 'scr-six-months', 'bath-published', '2027-02-24T10:20', '2027-08-24'),
    anchored(bn, 'copy-one-week', 'bath-published', '2027-12-01T09:00', '2027-12-31'),
    anchored(bn, 'sub-group-meets', 'bath-published', '2027-02-16T09:30', '2027-02-19'),
    anchored('trafford', 'learning-next-meeting', 'trafford-several-at-once', '2027-05-27T09:00', '2027-05-28'),
    { element: { procedure: 'stockport', pointer: '/rules/publication-waits-for-proceedings' }, holds: (procedure) => {
      expectRefused(told(procedure, review, { until: '2028-04-19T10:05' }), 'forced-option', 'publication-waits-for-proceedings');
      expect(told(procedure, review, { until: '2028-09-06T10:00' }).stages).toContain('publishing');
    } },
  ] },
  { id: 'C17', title: 'a clock runs to a day, back from a day, for a time, on a numbered day, or to the next meeting', proofs: [
    { element: { procedure: bn, pointer: '/timescales/scr-told-5-working-days' }, holds: (procedure) => expect(told(procedure, 'bath-published', { until: '2027-03-03T16:00' }).clock('scr-told-5-working-days')).toMatchObject({ date: '2027-03-03', state: 'met' }) },
    { element: { procedure: bn, pointer: '/timescales/copy-one-week' }, holds: (procedure) => {
      const late = told(procedure, 'bath-published', { until: '2027-12-20T09:00', then: [act('2028-01-12T09:00', 'lscb', { type: 'sendExchange', task: 'send-copies' })] });
      expectRefused(late, 'bad-date');
    } },
    { element: { procedure: bn, pointer: '/timescales/twelve-months' }, holds: (procedure) => {
      expectRefused(told(procedure, 'bath-published', { until: '2029-01-17T16:00' }), 'bad-date');
      expect(told(procedure, 'bath-published').stages).toContain('closed');
    } },
    { element: { procedure: 'kscp', pointer: '/timescales/day-8-convene' }, holds: (procedure) => {
      const { clock } = told(procedure, 'local-review-across-new-year', { until: '2027-01-11T12:15' });
      expect([clock('day-8-convene')?.date, clock('day-10-panel')?.date, clock('day-12-decide')?.date]).toEqual(['2027-01-12', '2027-01-14', '2027-01-18']);
    } },
    { element: { procedure: 'trafford', pointer: '/timescales/learning-next-meeting' }, holds: (procedure) => expect(told(procedure, 'trafford-below-the-threshold', { until: '2027-01-30T09:00' }).clock('learning-next-meeting')).toMatchObject({ date: '2027-01-29', state: 'overdue' }) },
    { element: { procedure: 'stockport', pointer: '/rules/publication-waits-for-proceedings' }, holds: (procedure) => expectRefused(told(procedure, review, { until: '2028-04-19T10:05' }), 'forced-option', 'publication-waits-for-proceedings') },
  ] },
  { id: 'C18', title: 'when publication is moved the copy’s date moves with it, and the log keeps the day before', proofs: [
    { element: { procedure: bn, pointer: '/timescales/copy-one-week' }, holds: (procedure) => {
      const [first, moved] = ['2027-12-01T09:00', '2027-12-20T09:00'].map((until) => told(procedure, 'bath-published', { until }));
      expect([first?.clock('copy-one-week')?.date, moved?.clock('copy-one-week')?.date]).toEqual(['2027-12-31', '2028-01-11']);
      expect(moved?.held?.events.filter(({ type }) => type === 'taskPlanned').map(({ payload }) => payload['on'])).toEqual(['2028-01-07', '2028-01-18']);
    } },
  ] },
  { id: 'C19', title: 'a clock whose start is not known waits for it by name, and has no date', proofs: [
    { element: { procedure: th, pointer: '/timescales/panel-10-days' }, holds: (procedure) => {
      const waiting = told(procedure, 'tower-hamlets-statutory', { until: '2026-12-22T14:00' }).clock('panel-10-days');
      expect([waiting?.state, waiting?.date, waiting?.sentence.startsWith('Waits for')]).toEqual(['pending', undefined, true]);
    } },
    { element: { procedure: th, pointer: '/timescales/detailed-review-5-days' }, holds: (procedure) => {
      const waiting = told(procedure, 'tower-hamlets-need-to-know', { until: '2027-03-25T11:00', settings: { 'detailed-review-from': 'first-review' } }).clock('detailed-review-5-days');
      expect([waiting?.state, waiting?.date]).toEqual(['pending', undefined]);
    } },
    { element: { procedure: bn, pointer: '/timescales/scr-six-months' }, holds: (procedure) => {
      expect(told(procedure, 'bath-published', { until: '2027-02-24T10:20', settings: { 'six-months-from': 'reviewers-appointed' } }).clock('scr-six-months')?.state).toBe('pending');
    } },
  ] },
  { id: 'C20', title: 'two clocks on one act are both kept, the earliest first, and each is met or missed by itself', proofs: [
    ...['dfe-5-days', 'dfe-5-working-days'].map((timescale): Proof => ({ element: { procedure: th, pointer: `/timescales/${timescale}` }, holds: (procedure) => {
      const before = told(procedure, 'tower-hamlets-statutory', { until: '2026-12-22T14:00' });
      expect(before.task('notify-dfe')?.deadlines.map((clock) => [clock.timescale, clock.date])).toEqual([['dfe-5-days', '2026-12-23'], ['dfe-5-working-days', '2026-12-29']]);
      const late = told(procedure, 'tower-hamlets-statutory', { until: '2026-12-22T17:00', then: [act('2026-12-24T09:30', 'principal-social-worker', { type: 'sendExchange', task: 'notify-dfe', answers: { 'dfe-reference': 'CSI-0' } })] });
      expect([late.clock('dfe-5-days')?.state, late.clock('dfe-5-working-days')?.state]).toEqual(['met-late', 'met']);
    } })),
    ...['management-reviews-week-6', 'management-reviews-own-deadline'].map((timescale): Proof => ({ element: { procedure: 'stockport', pointer: `/timescales/${timescale}` }, holds: (procedure) => {
      const { clock } = told(procedure, review, { until: '2027-10-13T17:00' });
      expect([clock('management-reviews-own-deadline', 'school')?.state, clock('management-reviews-week-6', 'school')?.state]).toEqual(['met-late', 'met']);
    } })),
    ...['authority-report', 'local-review-informed'].map((timescale): Proof => ({ element: { procedure: 'kscp', pointer: `/timescales/${timescale}` }, holds: (procedure) => {
      const { clock } = told(procedure, 'local-review-across-new-year', { until: '2027-01-21T09:00' });
      expect([clock('authority-report')?.task, clock('authority-report')?.state, clock('local-review-informed')?.task, clock('local-review-informed')?.state]).toEqual(['report-incident', 'met', 'inform-of-local-review', 'due']);
    } })),
  ] },
  { id: 'C21', title: 'a case already late is opened all the same, its clock overdue, with the reason', proofs: [
    { element: { procedure: th, pointer: '/timescales/alert-24-hours' }, holds: (procedure) => {
      const opened = told(procedure, 'tower-hamlets-need-to-know', { until: '2027-03-24T10:00' });
      expectAccepted(opened);
      expect([opened.clock('alert-24-hours')?.state, opened.clock('dfe-5-days')?.state]).toEqual(['overdue', 'overdue']);
    } },
    { element: { procedure: th, pointer: '/timescales/alert-24-hours/onLapse' }, holds: (procedure) => {
      const opened = (lateReason: string) => told(procedure, 'tower-hamlets-need-to-know', { until: '2027-03-24T10:00', step: (step) => ({ ...step, do: { ...step.do, lateReason } }) });
      expect(opened('Invented.').held?.events[0]?.payload['lateReason']).toBe('Invented.');
      expect(['Invented.', ''].map((reason) => opened(reason).clock('alert-24-hours')?.needsReason)).toEqual([false, true]);
    } },
  ] },
  { id: 'C22', title: 'working days leave out bank holidays and local closures, and a due day off stays or rolls as the procedure says', proofs: [
    { element: { procedure: th, pointer: '/timescales/dfe-5-working-days' }, holds: (procedure) => {
      const due = (changed: typeof procedure, timescale: string) => told(changed, 'tower-hamlets-statutory', { until: '2026-12-23T09:30' }).clock(timescale)?.date;
      const office = procedure.calendars['office'];
      if (!office) throw new Error('the calendar is missing');
      expect(due(procedure, 'dfe-5-working-days')).toBe('2026-12-29');
      expect(due({ ...procedure, calendars: { office: { ...office, closures: [{ date: '2026-12-24', label: 'Closed' }] } } }, 'dfe-5-working-days')).toBe('2026-12-30');
      expect([due(procedure, 'panel-10-days'), due({ ...procedure, conventions: { ...procedure.conventions, roll: 'forward' } }, 'panel-10-days')]).toEqual(['2027-01-02', '2027-01-04']);
    } },
  ] },
  { id: 'C23', title: 'twenty-four hours are twenty-four hours when the clocks change', proofs: [
    { element: { procedure: th, pointer: '/timescales/alert-24-hours' }, holds: (procedure) => {
      const due = (incident: string, at: string) => tell(procedure, { ...shippedStory('tower-hamlets-need-to-know'), steps: [act(at, 'iro', { type: 'openCase', reference: 'TH-2027-099', door: 'incident-report', source: 'iro', answers: { 'child-initials': 'Q.X.', 'incident-at': incident, 'aware-on': incident.slice(0, 10) } })] }).clock('alert-24-hours')?.date;
      expect([due('2027-03-27T20:00', '2027-03-27T21:00'), due('2027-10-30T20:00', '2027-10-30T21:00')]).toEqual(['2027-03-28T21:00', '2027-10-31T19:00']);
    } },
  ] },
  { id: 'C24', title: 'a clock says how hard it binds, in the source’s own words beside the date', proofs: (
    [['scr-told-5-working-days', 'statutory', 'within five working days'], ['decision-one-month', 'normally', 'normally'], ['scr-six-months', 'aim', 'six months'], ['copy-one-week', 'local', 'at least one week']] as const
  ).map(([timescale, basis, words]): Proof => ({ element: { procedure: bn, pointer: `/timescales/${timescale}/words` }, holds: (procedure) => {
    const clock = told(procedure, 'bath-published').clock(timescale);
    expect([clock?.basis, clock?.words?.includes(words), clock?.date !== undefined]).toEqual([basis, true, true]);
  } })).concat([{ element: { procedure: 'stockport', pointer: '/timescales/terms-to-ofsted/words' }, holds: (procedure) => {
    expect(told(procedure, review, { until: '2027-08-31T10:10' }).clock('terms-to-ofsted')).toMatchObject({ date: '2027-09-14', words: expect.stringContaining('couple of') });
  } }]) },
  { id: 'C25', title: 'an extension waits for the Chair, is told in a letter, asks for an interim report, and keeps the date before', proofs: [
    { element: { procedure: 'stockport', pointer: '/timescales/review-6-months/adjust' }, holds: (procedure) => {
      expectRefused(told(procedure, review, { until: '2028-02-09T09:00' }), 'waits');
      const { clock, held } = told(procedure, review, { until: '2028-02-09T10:30' });
      expect(clock('review-6-months')).toMatchObject({ date: '2028-04-28', extendedFrom: '2028-02-29' });
      expect(held?.extensions).toHaveLength(1);
    } },
    { element: { procedure: 'stockport', pointer: '/rules/extension-told' }, holds: (procedure) => expect(told(procedure, review, { until: '2028-02-09T10:00' }).state('extension-letter')).toBe('open') },
    { element: { procedure: 'stockport', pointer: '/rules/interim-on-significant-delay' }, holds: (procedure) => expect(told(procedure, review, { until: '2028-02-09T10:00' }).state('interim-report')).toBe('open') },
    { element: { procedure: bn, pointer: '/rules/learning-meanwhile' }, holds: (procedure) => {
      expect(told(procedure, 'bath-published', { until: '2027-05-04T10:00' }).state('learn-meanwhile')).toBeUndefined();
      expect(told(procedure, 'bath-published', { until: '2027-08-02T09:00' }).state('learn-meanwhile')).toBe('open');
    } },
  ] },
  { id: 'C26', title: 'each ambiguity is a named reading with the source’s words, and flipping it moves the clocks', proofs: [
    { element: { procedure: th, pointer: '/settings/days/words' }, holds: (procedure) => {
      const due = (days: string) => told(procedure, 'tower-hamlets-statutory', { until: '2026-12-23T09:30', settings: { days } }).clock('panel-10-days')?.date;
      expect([due('calendar-days'), due('working-days')]).toEqual(['2027-01-02', '2027-01-11']);
      expect(procedure.settings?.['days']).toMatchObject({ kind: 'reading', words: expect.any(String) });
    } },
    { element: { procedure: 'kscp', pointer: '/timescales/day-2-circulate/triggerDay' }, holds: (procedure) => {
      const due = (first: number) => told(procedure, 'local-review-across-new-year', { until: '2026-12-31T11:10', settings: { 'numbered-days-first': first } }).clock('day-2-circulate')?.date;
      expect([due(0), due(1)]).toEqual(['2027-01-04', '2026-12-31']);
    } },
    { element: { procedure: bn, pointer: '/timescales/decision-one-month' }, holds: (procedure) => {
      const due = (from: string) => told(procedure, 'bath-challenged', { until: '2026-12-04T14:00', settings: { 'month-from': from } }).clock('decision-one-month')?.date;
      expect([due('appendix-1'), due('authority-report')]).toEqual(['2027-01-04', '2026-12-30']);
    } },
    { element: { procedure: 'stockport', pointer: '/timescales/chair-28-days' }, holds: (procedure) => {
      const due = (from: string) => told(procedure, review, { until: '2027-08-25T11:30', settings: { 'second-window-from': from } }).clock('chair-28-days')?.date;
      expect([due('referral'), due('recommendation')]).toEqual(['2027-09-07', '2027-09-20']);
    } },
  ] },
];

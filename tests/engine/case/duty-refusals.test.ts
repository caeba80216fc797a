// What somebody is told whose entry about a duty of the procedure cannot be, and what is shown of duties: the whole of it.
import { describe, expect, test } from 'vitest';
import { compile, duties, performDuty, type DutyBody, type DutyEvent, type DutyOutcome, type DutyView } from '../../../engine/case/index.ts';
import type { Refusal } from '../../../engine/case/types.ts';
import type { Duty, Procedure } from '../../../engine/procedure/types.ts';
import { instant, procedureWith } from './clockwork.ts';

const briefing: Duty = { label: 'Yearly briefing', by: ['manager', 'panel'], every: { months: 12 }, to: ['health', 'police'], cites: ['src#1'] };
const bare = procedureWith({});
const withDuty = (changes: Partial<Duty> = {}): Procedure => ({ ...bare, parties: { ...bare.parties, panel: { kind: 'role', title: 'Panel' }, board: { kind: 'body', title: 'Board', outside: true } }, duties: { briefing: { ...briefing, ...changes } } });

interface Told { readonly at: string; readonly body: DutyBody; readonly occurred?: string; readonly role?: string; readonly onBehalfOf?: string }
const kept = (from: string, at = `${from}T09:00`): Told => ({ at, body: { type: 'keepDuties', from } });
const done = (at: string, more: Partial<Extract<DutyBody, { type: 'performDuty' }>> = {}): Told => ({ at, body: { type: 'performDuty', duty: 'briefing', ...more } });
const why = (at: string, more: Partial<Extract<DutyBody, { type: 'explainDuty' }>> = {}): Told => ({ at, body: { type: 'explainDuty', duty: 'briefing', round: '2026-12-01', reason: 'Nobody was there.', ...more } });
const withdrawn = (at: string, event: string, reason = 'It was another meeting.'): Told => ({ at, body: { type: 'withdrawDuty', event, reason } });
const attempt = (procedure: Procedure, log: readonly DutyEvent[], { at, body, occurred, role = 'manager', onBehalfOf }: Told): DutyOutcome =>
  performDuty(compile(procedure, { hash: 'h', version: 1 }), log, { id: `d${log.length + 1}`, salt: 's', ...(occurred !== undefined && { occurred: instant(occurred) }), ...body }, { now: instant(at), role, person: 'Q.X.', ...(onBehalfOf !== undefined && { onBehalfOf }) });
const logOf = (told: readonly Told[], procedure = withDuty()): readonly DutyEvent[] => told.reduce<readonly DutyEvent[]>((log, one) => {
  const outcome = attempt(procedure, log, one);
  if (!outcome.ok) throw new Error(outcome.refusal.words);
  return outcome.log;
}, []);
const views = (told: readonly Told[], asOf: string, procedure = withDuty()): readonly DutyView[] => duties(compile(procedure, { hash: 'h', version: 1 }), logOf(told, procedure), instant(asOf));
const before: readonly Told[] = [kept('2026-11-20'), done('2026-12-01T10:00')];
const now = '2026-12-14T10:00';

test.each<[name: string, entry: Told, told: Refusal]>([
  ['by whom it does not fall to', { ...done(now), role: 'health' }, { code: 'wrong-role', words: '“Yearly briefing” falls to Manager or Panel.', missing: [{ kind: 'role', id: 'manager', label: 'Manager' }, { kind: 'role', id: 'panel', label: 'Panel' }], remedy: 'Ask Manager or Panel to do it, or act in that role if it is yours.' }],
  ['by no role of the procedure', { ...done(now), role: 'nobody' }, { code: 'wrong-role', words: 'This falls to a role of this procedure.', missing: [], remedy: 'Ask a role of this procedure to do it, or act in that role if it is yours.' }],
  ['that there is not', done(now, { duty: 'dance' }), { code: 'unknown-task', words: 'The procedure of this case knows nothing called “dance”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['that has not happened yet', { ...done(now), occurred: '2026-12-14T10:01' }, { code: 'in-future', words: 'The time given has not come yet.', missing: [{ kind: 'date', id: 'occurred', label: 'When it happened' }], remedy: 'Give the time at which it happened; for something to come, plan it.' }],
  ['for a round to come', done(now, { round: '2026-12-15' }), { code: 'bad-date', words: '“2026-12-15” lies in a round that has not begun by 2026-12-14.', missing: [{ kind: 'date', id: 'date', label: 'Date' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['for a day that does not exist', done(now, { round: '2026-02-30' }), { code: 'bad-date', words: '“2026-02-30” is not a date.', missing: [{ kind: 'date', id: 'date', label: 'Date' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['to somebody unknown', done(now, { recipients: ['press', 'health', 'public'] }), { code: 'unknown-recipient', words: '“Yearly briefing” does not go to press or public.', missing: [{ kind: 'recipient', id: 'press', label: 'press' }, { kind: 'recipient', id: 'public', label: 'public' }], remedy: 'Add the recipient first, with the reason.' }],
  ['explained that there is not', why(now, { duty: 'dance' }), { code: 'unknown-task', words: 'The procedure of this case knows nothing called “dance”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['explained by another', { ...why(now), role: 'police' }, { code: 'wrong-role', words: '“Yearly briefing” falls to Manager or Panel.', missing: [{ kind: 'role', id: 'manager', label: 'Manager' }, { kind: 'role', id: 'panel', label: 'Panel' }], remedy: 'Ask Manager or Panel to do it, or act in that role if it is yours.' }],
  ['explained without a reason', why(now, { reason: ' ' }), { code: 'missing-reason', words: '“Yearly briefing” needs a recorded reason.', missing: [{ kind: 'reason', id: 'briefing', label: '“Yearly briefing”' }], remedy: 'Write down the reason, then try again.' }],
  ['explained for a round to come', why(now, { round: '2027-05-01' }), { code: 'bad-date', words: '“2027-05-01” lies in a round that has not begun by 2026-12-14.', missing: [{ kind: 'date', id: 'date', label: 'Date' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['explained for a day that does not exist', why(now, { round: 'soon' }), { code: 'bad-date', words: '“soon” is not a date.', missing: [{ kind: 'date', id: 'date', label: 'Date' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['withdrawn that there is not', withdrawn(now, 'd9'), { code: 'unknown-task', words: 'The procedure of this case knows nothing called “d9”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['withdrawn without a reason', withdrawn(now, 'd2', ' '), { code: 'missing-reason', words: 'To withdraw an entry needs a recorded reason.', missing: [{ kind: 'reason', id: 'd2', label: 'Reason' }], remedy: 'Write down the reason, then try again.' }],
  ['withdrawn by another', { ...withdrawn(now, 'd2'), role: 'police' }, { code: 'wrong-role', words: '“Yearly briefing” falls to Manager or Panel.', missing: [{ kind: 'role', id: 'manager', label: 'Manager' }, { kind: 'role', id: 'panel', label: 'Panel' }], remedy: 'Ask Manager or Panel to do it, or act in that role if it is yours.' }],
  ['kept from a day that does not exist', kept('2026-02-30', now), { code: 'bad-date', words: '“2026-02-30” is not a date.', missing: [{ kind: 'date', id: 'date', label: 'Date' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['kept from a day to come', kept('2026-12-15', now), { code: 'bad-date', words: '“2026-12-15” has not come yet.', missing: [{ kind: 'date', id: 'date', label: 'Date' }], remedy: 'Give a date such as 10 December 2026.' }],
])('an entry about a duty %s is refused with what would help', (_name, entry, told) => {
  const outcome = attempt(withDuty(), logOf(before), entry);
  expect(outcome.ok ? undefined : outcome.refusal).toStrictEqual(told);
});

test.each<[name: string, entry: Told, told: Refusal]>([
  ['an entry', withdrawn(now, 'd2'), { code: 'already-done', words: 'Withdrawing the entry has been done already.', missing: [], remedy: 'Look at the timeline of the case; if the record is wrong, correct it.' }],
  ['a withdrawal', withdrawn(now, 'd3'), { code: 'unknown-task', words: 'The procedure of this case knows nothing called “d3”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
])('%s that was withdrawn is not withdrawn again', (_name, entry, told) => {
  const outcome = attempt(withDuty(), logOf([...before, withdrawn(now, 'd2')]), entry);
  expect(outcome.ok ? undefined : outcome.refusal).toStrictEqual(told);
});

test('once one entry was withdrawn, another still may be', () => {
  expect(logOf([...before, withdrawn(now, 'd2'), withdrawn(now, 'd1')]).map(({ type }) => type)).toEqual(['dutiesKept', 'dutyPerformed', 'dutyWithdrawn', 'dutyWithdrawn']);
});

test('a moment that is none is refused', () => {
  const outcome = performDuty(compile(withDuty()), [], { id: 'd1', salt: 's', occurred: Number.NaN, type: 'keepDuties', from: '2026-12-01' }, { now: instant(now), role: 'manager', person: 'Q.X.' });
  const told: Refusal = { code: 'bad-date', words: 'The time of the act is not a date.', missing: [], remedy: 'Give a date such as 10 December 2026.' };
  expect(outcome.ok ? undefined : outcome.refusal).toStrictEqual(told);
});

describe('an entry is written', () => {
  const last = (told: Told, procedure = withDuty()) => { const { type, actor, payload, occurred, recorded } = logOf([...before, told], procedure).at(-1) ?? {}; return { type, actor, payload, occurred, recorded }; };

  test('with whom it goes to, those of the duty unless others are named', () => {
    expect(last(done(now)).payload).toEqual({ duty: 'briefing', recipients: ['health', 'police'] });
    expect(last(done(now, { recipients: ['police'] })).payload).toEqual({ duty: 'briefing', recipients: ['police'] });
  });

  test('with who did it for whom, and when it happened and was recorded', () => {
    expect(last({ ...done(now), occurred: '2026-12-13T10:00', onBehalfOf: 'board' }, withDuty({ by: ['manager', 'board'] })).actor).toEqual({ person: 'Q.X.', role: 'manager', onBehalfOf: 'board' });
    expect(last({ ...done(now), occurred: '2026-12-13T10:00' })).toMatchObject({ actor: { person: 'Q.X.', role: 'manager' }, occurred: instant('2026-12-13T10:00'), recorded: instant(now) });
  });

  test('for a round that begins today, and kept from today on', () => {
    expect(last(done(now, { round: '2026-12-14' })).payload).toMatchObject({ round: '2026-12-14' });
    expect(last(kept('2026-12-14', now)).payload).toEqual({ from: '2026-12-14' });
  });

  test('as an explanation or a withdrawal with its reason', () => {
    expect(last(why(now))).toMatchObject({ type: 'dutyExplained', payload: { duty: 'briefing', round: '2026-12-01', reason: 'Nobody was there.' } });
    expect(last(withdrawn(now, 'd1'))).toMatchObject({ type: 'dutyWithdrawn', payload: { event: 'd1', reason: 'It was another meeting.' } });
  });
});

describe('a duty is shown', () => {
  const act = { event: 'd2', on: '2026-12-01', by: { person: 'Q.X.', role: 'manager' }, late: false, recipients: ['health', 'police'], cases: [] };
  const of = (told: readonly Told[], asOf: string, changes: Partial<Duty> = {}) => views(told, asOf, withDuty(changes))[0];

  test('whole: who does it, who gets it, how it stands, its rounds and what was done in each', () => {
    expect(of([kept('2026-11-20'), done('2026-12-01T10:00', { cases: ['c1'], words: 'Invented.', evidence: 'ref 1' })], now)).toEqual({
      duty: 'briefing', label: 'Yearly briefing', doers: [{ party: 'manager', label: 'Manager' }, { party: 'panel', label: 'Panel' }], to: ['health', 'police'], state: 'done', date: '2027-12-31',
      sentence: 'At least once in each 12 months: next owed by Fri 31 Dec 2027.', cites: ['src#1'],
      rounds: [{ first: '2026-01-01', due: '2026-12-31', state: 'done', acts: [{ ...act, cases: ['c1'], words: 'Invented.', evidence: 'ref 1' }] }, { first: '2027-01-01', due: '2027-12-31', state: 'to-come', acts: [] }],
    });
  });

  test('with its register, and with nobody to get it and no source where it has none', () => {
    const { to: _to, cites: _cites, ...plain } = briefing;
    const procedure = { ...withDuty(), duties: { briefing: { ...plain, register: 'all' } } };
    expect(views([kept('2026-11-20')], now, procedure)[0]).toMatchObject({ register: 'all', to: [], cites: [] });
  });

  test('as due on its last day and overdue on the next', () => {
    expect(['2026-12-31T23:59', '2027-01-01T00:00'].map((asOf) => of([kept('2026-11-20')], asOf)?.state)).toEqual(['due', 'overdue']);
  });

  test('as done late only where every time was late', () => {
    const late = done('2027-01-04T10:00', { round: '2026-12-31' });
    const early = { ...done('2027-01-05T10:00'), occurred: '2026-12-30T10:00' };
    expect(of([kept('2026-11-20'), late], '2027-01-06T10:00')?.rounds[0]).toMatchObject({ state: 'done-late', acts: [{ late: true }] });
    expect(of([kept('2026-11-20'), late, early], '2027-01-06T10:00')?.rounds[0]).toMatchObject({ state: 'done', acts: [{ on: '2026-12-30', late: false }, { on: '2027-01-04', late: true }] });
  });

  test('with the last of several reasons, and those of other duties left out', () => {
    const procedure: Procedure = { ...withDuty(), duties: { briefing, other: { ...briefing, label: 'Other' } } };
    const told = [kept('2026-11-20'), why('2027-01-04T10:00'), why('2027-01-05T10:00', { reason: 'It was postponed.' }), why('2027-01-06T10:00', { duty: 'other', reason: 'Another.' })];
    expect(views(told, '2027-01-07T10:00', procedure).map(({ rounds }) => [rounds[0]?.state, rounds[0]?.reason, rounds[1]?.reason])).toEqual([['explained', 'It was postponed.', undefined], ['explained', 'Another.', undefined]]);
  });

  test('with its own times only, each in the round in which it lies, the first and last day of a round included', () => {
    const procedure: Procedure = { ...withDuty(), duties: { briefing, other: { ...briefing, label: 'Other' } } };
    const told = [kept('2026-11-20'), done('2026-12-31T10:00'), done('2027-01-01T10:00'), done('2027-02-01T10:00', { duty: 'other' })];
    expect(views(told, '2027-02-02T10:00', procedure).map(({ rounds }) => rounds.map(({ state, acts }) => `${state} ${acts.map(({ on }) => on).join(' ')}`.trim()))).toEqual([['done 2026-12-31', 'done 2027-01-01', 'to-come'], ['overdue', 'done 2027-02-01', 'to-come']]);
    expect(of([kept('2026-11-20')], '2027-01-01T10:00')?.rounds.map(({ first, state }) => `${first} ${state}`)).toEqual(['2026-01-01 overdue', '2027-01-01 due', '2028-01-01 to-come']);
  });

  test('as having no date where its period is not known', () => {
    expect(of([kept('2026-11-20')], now, { every: { gap: 'regular' } })?.state).toBe('no-date');
  });

  test('as it was known then: what is recorded later is not told, what happened later neither', () => {
    expect(of(before, '2026-12-01T09:59')?.state).toBe('due');
    expect(of(before, '2026-12-01T10:00')?.state).toBe('done');
  });

  test('from the day of the last entry that says so, else from the first time it was done, else from today', () => {
    const first = (told: readonly Told[]) => of(told, '2028-02-01T09:00')?.rounds[0]?.first;
    expect([first([kept('2026-11-20'), kept('2027-03-01')]), first([done('2027-05-01T10:00'), done('2027-06-01T10:00')]), first([])]).toEqual(['2027-01-01', '2027-01-01', '2028-01-01']);
  });

  test.each<[name: string, every: Duty['every'], sentence: string]>([
    ['a month', { months: 1 }, 'At least once in each 1 month: owed by Mon 30 Nov 2026, and not recorded.'],
    ['a gap', { gap: 'regular' }, 'The source gives no period (regular): no day is known.'],
    ['the meetings of a series', { meeting: 'group' }, 'At each meeting of “Learning group”: owed by Mon 30 Nov 2026, and not recorded.'],
  ])('with how often it is owed, of %s', (_name, every, sentence) => {
    expect(of([kept('2026-11-20')], now, { every })?.sentence).toBe(sentence);
  });
});

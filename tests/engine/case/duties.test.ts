// What the procedure itself owes, by calendar and for no case: rounds, lateness, reasons, a log of its own.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, duties, performDuty, verifyChain, type DutyBody, type DutyEvent, type DutyOutcome, type DutyView } from '../../../engine/case/index.ts';
import { check } from '../../../engine/procedure/check.ts';
import type { Duty, Procedure } from '../../../engine/procedure/types.ts';
import { addMonths, dayOf, parseDay } from '../../../engine/time/index.ts';
import { instant, procedureWith } from './clockwork.ts';

const briefing: Duty = { label: 'Yearly briefing', by: ['manager'], every: { months: 12 }, to: ['health', 'police'], cites: ['src#1'] };
const withDuty = (changes: Partial<Duty> = {}): Procedure => ({ ...procedureWith({}), duties: { briefing: { ...briefing, ...changes } } });

interface Told { readonly at: string; readonly body: DutyBody; readonly occurred?: string; readonly role?: string }
const kept = (from: string, at = `${from}T09:00`): Told => ({ at, body: { type: 'keepDuties', from } });
const held = (at: string, more: Partial<Extract<DutyBody, { type: 'performDuty' }>> = {}): Told => ({ at, body: { type: 'performDuty', duty: 'briefing', ...more } });

function attempt(procedure: Procedure, log: readonly DutyEvent[], { at, body, occurred, role = 'manager' }: Told): DutyOutcome {
  const when = occurred === undefined ? {} : { occurred: instant(occurred) };
  return performDuty(compile(procedure, { hash: 'h', version: 1 }), log, { id: `d${log.length + 1}`, salt: 's', ...when, ...body }, { now: instant(at), role, person: 'Q.X.' });
}
function logOf(procedure: Procedure, told: readonly Told[]): readonly DutyEvent[] {
  return told.reduce<readonly DutyEvent[]>((log, one) => {
    const outcome = attempt(procedure, log, one);
    if (!outcome.ok) throw new Error(outcome.refusal.words);
    return outcome.log;
  }, []);
}
function view(procedure: Procedure, told: readonly Told[], asOf: string, settings = {}): DutyView | undefined {
  return duties(compile(procedure, { hash: 'h', version: 1, settings }), logOf(procedure, told), instant(asOf))[0];
}
const states = (seen: DutyView | undefined): readonly string[] => seen?.rounds.map(({ first, due, state }) => `${first} ${due ?? '-'} ${state}`) ?? [];

describe('a duty that is owed at least once a year', () => {
  test('is owed by the last day of each year, once, on whatever day it is done', () => {
    const told = [kept('2026-11-20'), held('2026-12-14T10:00'), held('2027-03-01T10:00')];
    expect(states(view(withDuty(), told.slice(0, 1), '2026-12-01T09:00'))).toEqual(['2026-01-01 2026-12-31 due', '2027-01-01 2027-12-31 to-come']);
    expect(view(withDuty(), told.slice(0, 1), '2026-12-01T09:00')).toMatchObject({ state: 'due', date: '2026-12-31', sentence: 'At least once in each 12 months: owed by Thu 31 Dec 2026.', to: ['health', 'police'], doers: [{ party: 'manager', label: 'Manager' }], cites: ['src#1'] });
    expect(view(withDuty(), told, '2027-04-01T09:00')).toMatchObject({ state: 'done', date: '2028-12-31' });
  });

  test('does not vanish at New Year: a year without it stays owed until it is done for it or a reason is recorded', () => {
    const told = [kept('2026-11-20')];
    expect(view(withDuty(), told, '2027-02-01T09:00')).toMatchObject({ state: 'overdue', date: '2026-12-31', sentence: 'At least once in each 12 months: owed by Thu 31 Dec 2026, and not recorded.' });
    const done = view(withDuty(), [...told, held('2027-02-02T09:00', { round: '2026-12-31' })], '2027-02-03T09:00');
    expect([states(done)[0], done?.rounds[0]?.acts[0]?.late, done?.state]).toEqual(['2026-01-01 2026-12-31 done-late', true, 'due']);
    const said = view(withDuty(), [...told, { at: '2027-02-02T09:00', body: { type: 'explainDuty', duty: 'briefing', round: '2026-06-01', reason: 'No review was completed.' } }], '2027-02-03T09:00');
    expect([said?.rounds[0]?.state, said?.rounds[0]?.reason, said?.state, said?.date]).toEqual(['explained', 'No review was completed.', 'due', '2027-12-31']);
  });

  test('entered late it counts for the day on which it was done', () => {
    const told = [kept('2026-11-20'), { ...held('2027-01-20T09:00'), occurred: '2026-12-30T15:00' }];
    expect(view(withDuty(), told, '2027-01-21T09:00')?.rounds[0]).toMatchObject({ state: 'done', acts: [{ on: '2026-12-30', late: false }] });
  });

  test('may be counted by another first day, such as the financial year’s', () => {
    expect(states(view(withDuty({ starts: '2020-04-01' }), [kept('2026-11-20')], '2026-12-01T09:00'))).toEqual(['2026-04-01 2027-03-31 due', '2027-04-01 2028-03-31 to-come']);
  });

  test('read as twelve months after the last time, it is due on that day', () => {
    const reading: Procedure = { ...withDuty({ counted: { setting: 'year' } }), settings: { year: { label: 'A year is', scope: 'procedure', kind: 'reading', default: 'period', choices: [{ value: 'period', label: 'The calendar year' }, { value: 'last', label: 'Twelve months' }] } } };
    const told = [kept('2026-11-20'), held('2026-12-14T10:00')];
    expect(view(reading, told, '2027-12-15T09:00')?.state).toBe('due');
    expect(view(reading, told, '2027-12-15T09:00', { year: 'last' })).toMatchObject({ state: 'overdue', date: '2027-12-14', sentence: 'Within 12 months of the last time: owed by Tue 14 Dec 2027, and not recorded.' });
  });

  test('every period of every length is gone through once, in order and without a day between', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 1_500 }), (months, start, age) => {
      const since = dayOf(2024, 1, 1) + start;
      const procedure = withDuty({ every: { months }, starts: '2020-01-31' });
      const from = new Date(since * 86_400_000).toISOString().slice(0, 10);
      const asOf = new Date((since + age) * 86_400_000).toISOString().slice(0, 10);
      const rounds = view(procedure, [kept(from)], `${asOf}T12:00`)?.rounds ?? [];
      const [first, last] = [rounds[0], rounds.at(-2)];
      rounds.slice(1).forEach((round, index) => expect(parseDay(round.first)).toBe((parseDay(rounds[index]?.due ?? '') ?? 0) + 1));
      expect((first?.first ?? '') <= from && from <= (first?.due ?? '')).toBe(true);
      expect((last?.first ?? '') <= asOf && asOf <= (last?.due ?? '')).toBe(true);
      expect(rounds.every(({ first: day }) => { const nth = Math.round(((parseDay(day) ?? 0) - dayOf(2020, 1, 31)) / 30.44 / months); return [nth - 1, nth, nth + 1].some((n) => addMonths(dayOf(2020, 1, 31), n * months) === parseDay(day)); })).toBe(true);
    }), { numRuns: 60 });
  });
});

describe('a duty at each meeting of a series', () => {
  const monthly = withDuty({ every: { meeting: 'group' } });

  test('is owed at every meeting since it is kept, also where nobody did it', () => {
    const told = [kept('2026-11-02'), held('2026-12-31T14:00')];
    expect(states(view(monthly, told, '2027-01-04T09:00'))).toEqual(['2026-11-02 2026-11-30 overdue', '2026-12-01 2026-12-31 done', '2027-01-01 2027-01-29 due', '2027-01-30 2027-02-26 to-come']);
    expect(view(monthly, told, '2027-01-04T09:00')?.sentence).toBe('At each meeting of “Learning group”: owed by Mon 30 Nov 2026, and not recorded.');
  });

  test('has no date once the series has run out', () => {
    const ended: Procedure = { ...monthly, meetings: { group: { label: 'Learning group', dates: ['2026-11-10'] } } };
    expect(states(view(ended, [kept('2026-11-02'), held('2026-11-10T14:00')], '2026-12-01T09:00'))).toEqual(['2026-11-02 2026-11-10 done', '2026-11-11 - no-date']);
  });
});

describe('a duty of which the source names no period', () => {
  test('is shown with the gap, never overdue, and what was done is kept', () => {
    const seen = view(withDuty({ every: { gap: 'regular' } }), [kept('2026-11-02'), held('2026-11-10T14:00')], '2030-01-01T09:00');
    expect(seen).toMatchObject({ sentence: 'The source gives no period (regular): no day is known.', rounds: [{ state: 'done', acts: [{ on: '2026-11-10' }] }] });
    expect(check(withDuty({ every: { gap: 'regular' }, cites: [] })).map(({ code, pointer }) => `${code} ${pointer}`)).toContain('P-130 /duties/briefing/every/gap');
  });
});

describe('a duty in force for part of the time', () => {
  test('is not asked before its first day or of rounds after its last', () => {
    const procedure = withDuty({ inForce: { from: '2027-03-01', until: '2028-06-30' } });
    expect(duties(compile(procedure), logOf(procedure, [kept('2026-11-20')]), instant('2027-02-28T09:00'))).toEqual([]);
    expect(states(view(procedure, [kept('2026-11-20')], '2030-01-01T09:00'))).toEqual(['2027-01-01 2027-12-31 overdue', '2028-01-01 2028-12-31 overdue']);
  });
});

describe('the log of the duties', () => {
  test('is chained as a case’s log is, names the procedure and the version, and shows any change', () => {
    const log = logOf(withDuty(), [kept('2026-11-20'), held('2026-12-14T10:00', { cases: ['c1', 'c2'], words: 'Invented.' })]);
    expect(verifyChain(log)).toMatchObject({ ok: true, head: log[1]?.hash });
    expect(log[1]).toMatchObject({ case: 'invented', type: 'dutyPerformed', procedure: { version: 1 }, payload: { cases: ['c1', 'c2'], recipients: ['health', 'police'] } });
    const forged = log.map((event) => ({ ...event, payload: { ...event.payload, from: '2020-01-01' } }));
    expect(verifyChain(forged)).toMatchObject({ ok: false, position: 1, what: 'payload' });
  });

  test('an entry that was wrong stays and counts no more', () => {
    const told: readonly Told[] = [kept('2026-11-20'), held('2026-12-14T10:00'), { at: '2026-12-15T09:00', body: { type: 'withdrawDuty', event: 'd2', reason: 'It was another meeting.' } }];
    expect(view(withDuty(), told, '2026-12-16T09:00')).toMatchObject({ state: 'due', rounds: [{ acts: [] }, {}] });
    expect(logOf(withDuty(), told)).toHaveLength(3);
  });

  test('a retry is recognised', () => {
    const log = logOf(withDuty(), [kept('2026-11-20')]);
    const again = performDuty(compile(withDuty()), log, { id: 'd1', salt: 's', type: 'keepDuties', from: '2026-11-20' }, { now: instant('2026-11-21T09:00'), role: 'manager', person: 'Q.X.' });
    expect(again).toEqual({ ok: true, events: [], log, repeated: true });
  });

  test.each<[string, Told, string]>([
    ['by whom it does not fall to', { ...held('2026-12-14T10:00'), role: 'health' }, 'wrong-role'],
    ['by no role of the procedure', { ...held('2026-12-14T10:00'), role: 'nobody' }, 'wrong-role'],
    ['that there is not', { at: '2026-12-14T10:00', body: { type: 'performDuty', duty: 'nothing' } }, 'unknown-task'],
    ['that has not happened yet', { ...held('2026-12-14T10:00'), occurred: '2026-12-15T10:00' }, 'in-future'],
    ['for a round to come', held('2026-12-14T10:00', { round: '2027-05-01' }), 'bad-date'],
    ['to somebody unknown', held('2026-12-14T10:00', { recipients: ['press'] }), 'unknown-recipient'],
    ['explained without a reason', { at: '2026-12-14T10:00', body: { type: 'explainDuty', duty: 'briefing', round: '2026-12-01', reason: ' ' } }, 'missing-reason'],
    ['withdrawn without a reason', { at: '2026-12-14T10:00', body: { type: 'withdrawDuty', event: 'd2', reason: '' } }, 'missing-reason'],
    ['withdrawn by another', { at: '2026-12-14T10:00', body: { type: 'withdrawDuty', event: 'd2', reason: 'Wrong.' }, role: 'police' }, 'wrong-role'],
    ['kept from a day to come', kept('2027-05-01', '2026-12-14T10:00'), 'bad-date'],
  ])('refuses one %s', (_, told, code) => {
    const outcome = attempt(withDuty(), logOf(withDuty(), [kept('2026-11-20'), held('2026-12-01T10:00')]), told);
    expect(outcome.ok ? 'accepted' : outcome.refusal.code).toBe(code);
  });
});

test('a reading that is neither counting is told', () => {
  const wrong: Procedure = { ...withDuty({ counted: { setting: 'unit' }, cites: [] }) };
  expect(check(wrong).map(({ code, pointer }) => `${code} ${pointer}`)).toContain('P-115 /duties/briefing/counted');
  expect(check({ ...wrong, duties: { briefing: { ...briefing, cites: [], register: 'none', every: { meeting: 'nobody' } } } }).map(({ code }) => code)).toEqual(expect.arrayContaining(['P-058', 'P-051']));
});

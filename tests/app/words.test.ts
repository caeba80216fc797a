import { describe, expect, test } from 'vitest';
import { history } from '../../app/cases/events.ts';
import { identityWords } from '../../app/cases/identity.ts';
import { inOrder } from '../../app/cases/order.ts';
import { deadlineState } from '../../app/cases/states.ts';
import { citedPassages } from '../../app/cases/cites.ts';
import { civilWords, instantWords, laterWords } from '../../app/dates.ts';
import type { Case, CaseEvent, DeadlineView, TaskView } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { parseDateTime } from '../../engine/time/london.ts';

const at = (text: string) => parseDateTime(text) ?? 0;
const now = at('2026-12-31T10:42');

describe('dates as people read them', () => {
  test('the weekday always, the year when it is another', () => {
    expect(instantWords(at('2026-12-30T15:20'), now)).toBe('Wed 30 Dec, 15:20');
    expect(instantWords(at('2027-01-05T10:00'), now)).toBe('Tue 5 Jan 2027, 10:00');
    expect(civilWords('2027-01-05T10:00')).toBe('Tue 5 Jan 2027, 10:00');
  });
  test('London, in summer too', () => { expect(instantWords(Date.UTC(2026, 6, 1, 23, 30), now)).toBe('Thu 2 Jul, 00:30'); });
  test.each([['2026-12-30T09:12', 'a day later'], ['2027-01-02T09:00', '4 days later'], ['2026-12-29T18:30', '2 hours later']])('entered %s is %s', (entered, words) => {
    expect(laterWords(at('2026-12-29T16:00'), at(entered))).toBe(words);
  });
});

describe('who the case is about', () => {
  const procedure = { subject: { initials: 'child-initials', born: 'child-dob', age: 'child-age' } } as unknown as Procedure;
  const item = (answers: Case['answers']) => ({ reference: 'TH-2026-014', answers }) as Case;
  test.each([['2026-05-02', 'Q.X., 7 months'], ['2024-12-31', 'Q.X., 2 years'], ['2025-01-01', 'Q.X., 23 months'], ['2026-12-19', 'Q.X., 12 days'], ['2026-12-31', 'Q.X., 0 days']])('born %s is %s', (born, words) => {
    expect(identityWords(procedure, item({ 'child-initials': { value: 'Q.X.' }, 'child-dob': { value: born } }), now)).toBe(words);
  });
  test('an age in years stands in where no date of birth was asked', () => {
    expect(identityWords(procedure, item({ 'child-initials': { value: 'V.W.' }, 'child-age': { value: 3 } }), now)).toBe('V.W., 3 years');
  });
  test('without initials it is the reference, and an age not known is left out', () => {
    expect(identityWords(procedure, item({ 'child-dob': { status: 'unknown' } }), now)).toBe('TH-2026-014');
  });
});

const deadline = (change: Partial<DeadlineView>) => ({ timescale: 't', task: 'a', label: 'T', state: 'due', sentence: '', basis: 'local', cites: [], needsReason: false, certainty: 'published', ...change }) as DeadlineView;
describe('the state of a clock', () => {
  test.each([
    ['due this day', { date: '2026-12-31', latest: at('2026-12-31T23:59') }, 'soon', 'Due today'],
    ['due this day at an hour', { date: '2026-12-31T20:15', latest: at('2026-12-31T20:15') }, 'soon', 'Due today, 20:15'],
    ['due in a week', { date: '2027-01-07', latest: at('2027-01-07T23:59') }, 'pending', '7 days left'],
    ['due tomorrow', { date: '2027-01-01', latest: at('2027-01-01T23:59') }, 'pending', 'Tomorrow'],
    ['late in its own unit', { state: 'overdue', lateWords: '2 working days late' }, 'late', '2 working days late'],
    ['not counted yet', { state: 'pending' }, 'pending', 'Waits'],
    ['without a date', { state: 'no-date' }, 'held', 'No date'],
  ] as const)('%s', (_, change, kind, words) => { expect(deadlineState(deadline(change), now)).toMatchObject({ kind, words }); });
});

test('late comes before due, due before undated, and what waits for others last', () => {
  const view = (id: string, state: TaskView['state'], clocks: readonly DeadlineView[]) => ({ id, state, strength: 'must', deadlines: clocks }) as unknown as TaskView;
  const views = [view('waits', 'waiting', []), view('undated', 'open', []), view('due', 'open', [deadline({ latest: now + 1 })]), view('late', 'waiting', [deadline({ state: 'overdue', latest: now - 1 })]), view('done', 'done', [])];
  expect(inOrder(views, () => true).map((one) => one.id)).toEqual(['late', 'due', 'undated', 'waits']);
});

test('a citation is a title with lines, and the words where they are held', () => {
  const procedure = { sources: { th: { title: 'Alert process', passages: { '57-59': 'The DfE is notified.' } } } } as unknown as Procedure;
  expect(citedPassages(procedure, ['th#57-59', 'th#7', 'th#7'])).toEqual([{ key: 'th#57-59', from: 'Alert process, lines 57 to 59', words: '“The DfE is notified.”' }, { key: 'th#7', from: 'Alert process, line 7' }]);
});

test('a view is told with what was held and why, as a decision is', () => {
  const procedure = { parties: { chief: { kind: 'role', title: 'Chief' } }, tasks: { decide: { shape: 'decide', label: 'Decide', options: [{ id: 'met', label: 'Criteria met' }] } } } as unknown as Procedure;
  const event = { id: 'e', type: 'viewRecorded', occurred: now, recorded: now, actor: { person: 'G.H.', role: 'chief' }, payload: { task: 'decide', views: [{ party: 'chief', options: ['met'], reasons: 'Abuse is suspected.' }] } } as unknown as CaseEvent;
  expect(history(() => procedure, [event], now)[0]).toMatchObject({ title: 'View on “Decide”: Criteria met', body: 'Abuse is suspected.' });
});

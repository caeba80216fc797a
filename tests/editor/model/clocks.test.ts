import { describe, expect, test } from 'vitest';
import type { Timescale } from '../../../engine/procedure/types.ts';
import { clockOf, clocksOf } from '../../../editor/model/clocks.ts';
import { thirteen } from '../../fixtures/editor/thirteen.ts';

const base: Timescale = { for: 'tell', direction: 'within', amount: 5, unit: 'working-days', from: { var: 'incident' }, basis: 'local' };
const said = (change: Partial<Timescale>) => clockOf(thirteen, 'clock', { ...base, ...change });

describe('a clock in words', () => {
  test('reads amount, unit, from, act', () => {
    expect(said({ amount: 24, unit: 'hours' }).short).toBe('24 hours from incident');
    expect(said({ amount: 1 }).amount).toBe('1 working day');
    expect(said({}).rest).toBe('from date and time of the incident');
  });
  test('two on one stage are told apart by where they come from', () => {
    expect(clocksOf(thirteen, 'notify').map((clock) => clock.brief)).toEqual(['Local: 5 days', 'In law: 5 working days']);
  });
  test('a reading is told', () => { expect(said({ unit: { setting: 'days-read-as' } }).basis).toBe('Local rule · read as calendar days'); });
  test('an amount that the source does not give is said and marked', () => {
    expect(said({ amount: { gap: 'not given' } })).toMatchObject({ amount: 'time not given', unclear: true });
  });
  test('counting back says before', () => { expect(said({ direction: 'at-least-before', amount: 1, unit: 'weeks' }).short).toBe('at least 1 week before incident'); });
  test('no days at all names the day: by the date that is given, or on the day on which something happens', () => {
    const none = (from: Timescale['from']) => said({ amount: 0, unit: 'calendar-days', from });
    expect(none({ var: 'incident' })).toMatchObject({ amount: 'by the date given', rest: 'in “Date and time of the incident”', short: 'by the date given in “Date and time of the incident”' });
    const asked = { ...thirteen, questions: { incident: { type: 'date' as const, label: 'By what date is it wanted?' } } };
    expect(clockOf(asked, 'c', { ...base, amount: 0, unit: 'calendar-days' }).short).toBe('by the date given in answer to “By what date is it wanted?”');
    expect(none({ opened: true }).short).toBe('on the day of the case opening');
    expect(none({ planned: 'tell' }).short).toMatch(/^on the day planned for /);
    expect(none({ sent: 'tell' }).short).toMatch(/^on the day of .* being sent$/);
    expect(said({ amount: 0, unit: 'hours' }).amount).toBe('at once');
  });
  test('a question is said as what it asks for', () => {
    const questions = { incident: { type: 'date' as const, label: 'When did the incident happen?' }, aware: { type: 'date' as const, label: 'When did the authority become aware of it?' } };
    const told = { ...thirteen, questions: { incident: { type: 'date' as const, label: 'When was the panel told of it?' } } };
    expect(clockOf(told, 'c', base).rest).toBe('from when the panel was told of it');
    const asked = { ...thirteen, questions };
    expect(clockOf(asked, 'c', base).rest).toBe('from the incident');
    expect(clockOf(asked, 'c', { ...base, from: { var: 'aware' } }).rest).toBe('from when the authority became aware of it');
  });
});

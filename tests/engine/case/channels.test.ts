// By which way something must go: another way is refused, or flagged, as strongly as the rule says.
import { describe, expect, test } from 'vitest';
import { tasks } from '../../../engine/case/tasks.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Procedure, Rule } from '../../../engine/procedure/types.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
const asking = (strength: Rule['strength']): Procedure => ({ ...base, rules: { ...base.rules, 'secure-only': { label: 'It goes securely', then: { require: { channels: ['Secure post', 'Secure e-mail'], of: 'send-alert' } }, strength } } });
const send = (channel?: string, reason?: string): CommandBody => ({ type: 'sendExchange', task: 'send-alert', ...(channel !== undefined && { channel }), ...(reason !== undefined && { reason }) });
const story = (strength: Rule['strength']) => begun(asking(strength), '2026-12-01T09:00');

describe('an exchange that goes by certain ways', () => {
  test('must: another way is refused, and the ways are named', () => {
    expect(story('must').isRefused('manager', send('Fax'))).toMatchObject({ code: 'wrong-channel', rule: 'secure-only', words: '“Send the alert” goes by Secure post or Secure e-mail.', remedy: 'Send it by Secure post or Secure e-mail, and say so.' });
    story('must').does('manager', send('secure e-mail '));
  });

  test('should always: another way goes with a recorded reason; should: it goes and is noted', () => {
    expect(story('should-always').isRefused('manager', send('Fax')).code).toBe('missing-reason');
    for (const held of [story('should-always').does('manager', send('Fax', 'The system is down.')), story('should').does('manager', send('Fax'))]) {
      expect(held.tasks['send-alert']?.at(-1)?.departures.map(({ rule }) => rule)).toEqual(['secure-only']);
    }
  });

  test('a sending that says nothing of its way is taken to have gone as asked', () => {
    expect(story('must').does('manager', send()).tasks['send-alert']?.at(-1)?.departures).toEqual([]);
  });

  test('the ways are said beforehand, and nothing is where none are asked', () => {
    const seen = (strength: Rule['strength']) => {
      const { versions, case: held } = story(strength);
      return tasks(versions, held, held.asOf).find(({ id }) => id === 'send-alert')?.required.channels;
    };
    expect([seen('must'), seen('may')]).toEqual([['Secure post', 'Secure e-mail'], undefined]);
  });
});

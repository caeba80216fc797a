// A signature of a body that has no account, on an invented procedure.
import { expect, test } from 'vitest';
import type { CommandBody } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { begun } from '../fixtures/engine/invented.ts';
import { procedureWith } from '../engine/case/clockwork.ts';

const base = procedureWith({});
const procedure: Procedure = {
  ...base, parties: { ...base.parties, ministry: { kind: 'body', title: 'Ministry', outside: true } },
  tasks: { ...base.tasks, plan: { shape: 'record', label: 'Plan', by: ['manager'], in: ['alert'], signOff: [{ id: 'ministry', by: 'ministry', may: ['accept', 'send-back'] }] } },
};
const signs: CommandBody = { type: 'signOff', task: 'plan', does: 'accept' };

test('a step that belongs to an outside body is entered by staff on its behalf, and by nobody else in its name', () => {
  const story = begun(procedure, '2026-12-07T09:00');
  story.does('manager', { type: 'completeTask', task: 'plan' });
  expect(story.isRefused('manager', signs).code).toBe('wrong-role');
  expect(story.isRefused('manager', signs, { onBehalfOf: 'health' }).code).toBe('wrong-role');
  const held = story.does('health', signs, { onBehalfOf: 'ministry' });
  expect(held.tasks['plan']?.[0]?.state).toBe('done');
  expect(held.events.at(-1)?.actor).toEqual({ person: 'A.B.', role: 'health', onBehalfOf: 'ministry' });
});

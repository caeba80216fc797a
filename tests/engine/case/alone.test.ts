// An option that stands alone is not taken together with another.
import { expect, test } from 'vitest';
import type { CommandBody } from '../../../engine/case/types.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
const procedure = { ...base, tasks: { ...base.tasks, choose: { shape: 'decide' as const, label: 'Choose what to do', by: ['manager'], in: ['alert'], choose: { least: 1, most: 3 }, options: [{ id: 'audit', label: 'Audit' }, { id: 'learning', label: 'Learning event' }, { id: 'nothing', label: 'Nothing', alone: true }] } } };
const choose = (...options: readonly string[]): CommandBody => ({ type: 'decide', task: 'choose', options });

test('nothing is not chosen beside something', () => {
  expect(begun(procedure, '2026-12-01T09:00').isRefused('manager', choose('audit', 'nothing'))).toMatchObject({
    code: 'bad-answer', words: 'In “Choose what to do”, “Nothing” is taken alone or not at all.', missing: [{ kind: 'option', id: 'nothing', label: 'Nothing' }],
  });
});

test('each may be chosen by itself, and those that do not stand alone together', () => {
  for (const options of [['nothing'], ['audit'], ['audit', 'learning']]) begun(procedure, '2026-12-01T09:00').does('manager', choose(...options));
});

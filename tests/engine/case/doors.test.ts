// Ways in: what they ask, what they keep, and whom they turn away.
import { expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Procedure, Rule } from '../../../engine/procedure/types.ts';
import { answers, Story } from '../../fixtures/engine/acting.ts';
import { procedureWith } from './clockwork.ts';

const asks = (strength: Rule['strength']): Rule => ({ label: 'The day of awareness is given', then: { require: { fields: ['aware'], of: 'front' } }, strength });
const base = procedureWith({});
const doors: Procedure['doors'] = { front: { label: 'Refer a case', by: ['manager'], to: ['alert'], sources: [{ id: 'school', label: 'A school', kind: 'person' }] } };
const at = (rules: Readonly<Record<string, Rule>>): Story => new Story(versionsOf([compile({ ...base, doors, rules }, { version: 1 })]));
const open = (more: Partial<Extract<CommandBody, { type: 'openCase' }>> = {}): CommandBody => ({ type: 'openCase', case: 'case-1', reference: 'IN-1', door: 'front', answers: {}, ...more });

test('[S5.2] a door refuses a referral without what a rule asks for, and there is no case', () => {
  const story = at({ asked: asks('must') });
  expect(story.isRefused('manager', open())).toMatchObject({ code: 'missing-field', rule: 'asked', missing: [{ id: 'aware' }] });
  expect(story.held).toBeUndefined();
  expect(at({ asked: asks('should-always') }).isRefused('manager', open()).code).toBe('missing-reason');
  at({ asked: asks('should-always') }).does('manager', open({ lateReason: 'Nobody knows.' }));
  at({ asked: asks('should') }).does('manager', open());
  story.does('manager', open({ answers: answers({ aware: '2026-03-01' }) }));
});

test('[S5.3] a source that the door does not have is refused, and one that it has is kept', () => {
  const story = at({});
  expect(story.isRefused('manager', open({ source: 'neighbour' }))).toMatchObject({ code: 'bad-answer', missing: [{ id: 'source' }] });
  expect(story.does('manager', open({ source: 'school' })).source).toBe('school');
});

test('[S5.5] a case without a reference is not opened', () => {
  expect(at({}).isRefused('manager', open({ reference: ' ' }))).toMatchObject({ code: 'missing-field', missing: [{ id: 'reference' }] });
});

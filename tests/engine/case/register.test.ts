// Which cases a register holds, and in which order.
import { expect, test } from 'vitest';
import { compile } from '../../../engine/case/compile.ts';
import { register } from '../../../engine/case/register.ts';
import type { Case } from '../../../engine/case/types.ts';
import { answers, Story } from '../../fixtures/engine/acting.ts';
import { orchard } from '../../fixtures/engine/orchard.ts';

const opened = (name: string, values: Parameters<typeof answers>[0]): Case =>
  new Story().does('clerk', { type: 'openCase', case: name, reference: name, door: 'referral', answers: answers(values) });

test('[S19.1] a case of which the filter is not known is left out, and the rest come in the order of their column', () => {
  const cases = [opened('OR-3', { harmed: true, place: 'school' }), opened('OR-1', { harmed: true, place: 'home' }), opened('OR-2', { place: 'home' }), opened('OR-4', { harmed: false })];
  expect(register(compile(orchard, { version: 1 }), 'all', cases, 0).map(({ cells }) => [cells['reference'], cells['place']])).toEqual([['OR-1', 'At home'], ['OR-3', 'At school']]);
});

import { beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../../engine/procedure/problems.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { createChecker, type CheckSoon } from '../../../editor/checking/checker.ts';
import { thirteen } from '../../fixtures/editor/thirteen.ts';

const named = (label: string): Procedure => ({ ...thirteen, label });
let working: { readonly procedure: Procedure; readonly done: (problems: readonly Problem[]) => void }[];
let told: string[];
let checkSoon: CheckSoon;
const ask = (label: string): (() => void) => checkSoon(named(label), () => told.push(label));
const answer = (): void => { const job = working.shift(); job?.done([]); };

beforeEach(() => {
  [working, told] = [[], []];
  checkSoon = createChecker((procedure, done) => { working.push({ procedure, done }); });
});

test('what is drawn is checked at once', () => {
  ask('first');
  answer();
  expect(told).toEqual(['first']);
});

test('of what came during a check only the last is checked', () => {
  ask('first');
  ask('second')();
  ask('third');
  expect(working).toHaveLength(1);
  answer();
  expect(working.map(({ procedure }) => procedure.label)).toEqual(['third']);
  answer();
  expect(told).toEqual(['first', 'third']);
});

test('a check called off tells nobody, and the next goes on', () => {
  ask('first')();
  ask('second');
  answer();
  answer();
  expect(told).toEqual(['second']);
});

test('one that waits and is called off is not made', () => {
  ask('first');
  ask('second')();
  answer();
  expect([told, working]).toEqual([['first'], []]);
});

// Criteria held against each other over all answers, not known among them; brute force over every answer is the oracle.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCriterion } from '../../../engine/criteria/index.ts';
import type { Scope, Truth, Value } from '../../../engine/criteria/types.ts';
import type { Criterion, Procedure } from '../../../engine/procedure/types.ts';
import { alone, relate, relationOf, witnessWords } from '../../../engine/verify/criteria/relate.ts';
import { solve } from '../../../engine/verify/criteria/solve.ts';
import { orchard } from '../../fixtures/engine/orchard.ts';
import { shippedAs } from './shipped.ts';

const questions: Procedure['questions'] = {
  a: { type: 'yes-no', label: 'A?' }, b: { type: 'yes-no', label: 'B?' }, age: { type: 'number', label: 'Age?', min: 0, max: 18 },
  place: { type: 'choice', label: 'Where?', options: [{ id: 'home', label: 'At home' }, { id: 'school', label: 'At school' }, { id: 'else', label: 'Elsewhere' }] },
  marks: { type: 'choice', many: true, label: 'Marks?', options: [{ id: 'x', label: 'X' }, { id: 'y', label: 'Y' }] },
};
const procedure: Procedure = { ...orchard, questions };
const values: Readonly<Record<string, readonly (Value | undefined)[]>> = { a: [true, false, undefined], b: [true, false, undefined], age: [...Array.from({ length: 19 }, (_, age) => age), undefined], place: ['home', 'school', 'else', undefined], marks: [[], ['x'], ['y'], ['x', 'y'], undefined] };

function truths(criteria: readonly Criterion[]): ReadonlySet<string> {
  const tests = criteria.map(compileCriterion);
  const seen = new Set<string>();
  const held: Record<string, Value | undefined> = {};
  const scope: Scope = { value: (id) => held[id], setting: () => undefined, predicate: (_name, id) => held[String(id)] !== undefined, distance: () => undefined, lookup: () => undefined };
  const walk = (ids: readonly string[]): void => {
    const [id, ...rest] = ids;
    if (id === undefined) { seen.add(tests.map((one) => String(one(scope))).join(' ')); return; }
    for (const value of values[id] ?? []) { held[id] = value; walk(rest); }
  };
  walk(Object.keys(values));
  return seen;
}

const leaf: fc.Arbitrary<Criterion> = fc.oneof(
  fc.constantFrom<Criterion>({ var: 'a' }, { var: 'b' }, { answered: 'a' }, { '==': [{ var: 'place' }, 'home'] }, { in: [{ var: 'place' }, ['home', 'school']] }, { in: ['x', { var: 'marks' }] }),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>='), fc.integer({ min: 0, max: 18 })).map(([operator, bound]) => ({ [operator]: [{ var: 'age' }, bound] }) as unknown as Criterion),
);
const criteria: fc.Arbitrary<Criterion> = fc.letrec<{ one: Criterion }>((tie) => ({
  one: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('one'), { minLength: 1, maxLength: 3 }).map((and) => ({ and })), fc.array(tie('one'), { minLength: 1, maxLength: 3 }).map((or) => ({ or })), tie('one').map((one) => ({ '!': one }))),
})).one;

describe('a search for answers', () => {
  test('finds some exactly where some exist, for one criterion and for two together', () => {
    fc.assert(fc.property(criteria, criteria, (one, other) => {
      const seen = truths([one, other]);
      for (const first of [true, false, 'unknown'] as const satisfies readonly Truth[]) {
        for (const second of [true, false, 'unknown'] as const satisfies readonly Truth[]) {
          const solved = solve(procedure, [{ criterion: one, want: first }, { criterion: other, want: second }]);
          expect(solved.exact).toBe(true);
          expect({ first, second, found: solved.witness !== undefined }).toEqual({ first, second, found: seen.has(`${first} ${second}`) });
        }
      }
    }), { numRuns: 60 });
  });

  test('the answers found do what was wanted', () => {
    fc.assert(fc.property(criteria, fc.constantFrom(true, false, 'unknown' as const), (criterion, want) => {
      const { witness } = solve(procedure, [{ criterion, want }]);
      if (!witness) return;
      const scope: Scope = { value: (id) => witness.answers[id], setting: () => undefined, predicate: (_name, id) => witness.answers[String(id)] !== undefined, distance: () => undefined, lookup: () => undefined };
      expect(compileCriterion(criterion)(scope)).toBe(want);
    }), { numRuns: 200 });
  });

  test('a rule that is named is what the rule asks', () => {
    const ruled: Procedure = { ...procedure, rules: { serious: { if: { var: 'a' }, then: { label: 'Serious' }, strength: 'must' } } };
    expect(solve(ruled, [{ criterion: { rule: 'serious' }, want: true }]).witness?.answers).toEqual({ a: true });
  });

  test('of a table, rows are found for which what is asked of each holds', () => {
    const stockport = shippedAs('stockport');
    const rule = stockport.rules?.['plan-rows-complete']?.if;
    if (!rule) throw new Error('The rule is gone.');
    expect(alone(stockport, rule)).toEqual({ canHold: true, canFail: true, exact: true });
  });
});

describe('two criteria', () => {
  const older: Criterion = { '>=': [{ var: 'age' }, 16] };
  test.each<readonly [string, Criterion, Criterion, string]>([
    ['the same, written otherwise', { '!': { and: [{ var: 'a' }, { var: 'b' }] } }, { or: [{ '!': { var: 'a' } }, { '!': { var: 'b' } }] }, 'same'],
    ['a narrower one implies the wider', { and: [{ var: 'a' }, older] }, older, 'implies'],
    ['a wider one is implied', older, { '>': [{ var: 'age' }, 16] }, 'implied'],
    ['one the contrary of the other', { var: 'a' }, { '!': { var: 'a' } }, 'contradict'],
    ['neither with the other, and a gap between', { '<': [{ var: 'age' }, 5] }, { '>': [{ var: 'age' }, 12] }, 'apart'],
    ['now together, now not', { var: 'a' }, { var: 'b' }, 'overlap'],
  ])('%s', (_name, first, second, relation) => {
    expect(relationOf(relate(procedure, first, second))).toBe(relation);
  });

  test('what is between them is told in a case', () => {
    const { neither, firstWhileUnknown } = relate(procedure, { '<': [{ var: 'age' }, 5] }, { '>': [{ var: 'age' }, 12] });
    expect(neither && witnessWords(procedure, neither)).toEqual(['“Age?”: 5']);
    expect(firstWhileUnknown).toBeUndefined();
    const { firstWhileUnknown: while_ } = relate(procedure, { var: 'a' }, { var: 'b' });
    expect(while_ && witnessWords(procedure, while_)).toEqual(['“A?”: yes', '“B?”: not known']);
  });
});

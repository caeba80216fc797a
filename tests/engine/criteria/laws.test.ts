import fc from 'fast-check';
import { LogicEngine } from 'json-logic-engine';
import { describe, expect, test } from 'vitest';
import { compileCriterion, explainCriterion } from '../../../engine/criteria/index.ts';
import { scopeOf } from './scopes.ts';
import type { Truth, Value } from '../../../engine/criteria/index.ts';
import type { Criterion, Operand } from '../../../engine/procedure/types.ts';

const NUMBERS = ['age', 'children'];
const CHOICES = ['abuse', 'outcome'];
const YES_NO = ['died', 'harmed'];
const OPTIONS = ['known', 'suspected', 'no'];
const DATES = ['2026-12-09', '2026-12-10', '2027-01-01'];

const number: fc.Arbitrary<Operand> = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(...NUMBERS).map((id) => ({ var: id })));
const choice: fc.Arbitrary<Operand> = fc.oneof(fc.constantFrom(...OPTIONS), fc.constantFrom(...CHOICES).map((id) => ({ var: id })));
const date: fc.Arbitrary<Operand> = fc.oneof(fc.constantFrom(...DATES), fc.constant({ var: 'aware' }));
const pair = (side: fc.Arbitrary<Operand>) => fc.tuple(side, side);
const comparable = fc.oneof(pair(number), pair(choice), pair(date));

const leaf: fc.Arbitrary<Criterion> = fc.oneof(
  fc.constantFrom(...YES_NO).map((id): Criterion => ({ var: id })),
  comparable.map((sides): Criterion => ({ '==': sides })),
  comparable.map((sides): Criterion => ({ '!=': sides })),
  comparable.map((sides): Criterion => ({ '<': sides })),
  comparable.map((sides): Criterion => ({ '<=': sides })),
  comparable.map((sides): Criterion => ({ '>': sides })),
  comparable.map((sides): Criterion => ({ '>=': sides })),
  fc.tuple(choice, fc.subarray(OPTIONS)).map((sides): Criterion => ({ in: sides })),
  fc.constantFrom(...OPTIONS).map((option): Criterion => ({ in: [option, { var: 'ticked' }] })),
);
const inRow: fc.Arbitrary<Criterion> = fc.oneof(
  fc.constant<Criterion>({ var: 'involved' }),
  fc.constantFrom(...OPTIONS).map((option): Criterion => ({ '==': [{ var: 'view' }, option] })),
);
const rows = inRow.chain((criterion) => fc.constantFrom<Criterion>({ some: [{ var: 'agencies' }, criterion] }, { all: [{ var: 'agencies' }, criterion] }, { none: [{ var: 'agencies' }, criterion] }));

/** At least one part: JsonLogic gives null for an empty "and". */
const { criterion: anyCriterion } = fc.letrec<{ criterion: Criterion }>((tie) => ({
  criterion: fc.oneof(
    { maxDepth: 4 },
    leaf, rows,
    fc.array(tie('criterion'), { minLength: 1, maxLength: 3 }).map((and): Criterion => ({ and })),
    fc.array(tie('criterion'), { minLength: 1, maxLength: 3 }).map((or): Criterion => ({ or })),
    tie('criterion').map((inner): Criterion => ({ '!': inner })),
  ),
}));

const cells = fc.record({ involved: fc.boolean(), view: fc.constantFrom(...OPTIONS) });
const knownAnswers: fc.Arbitrary<Readonly<Record<string, Value>>> = fc.record({
  age: fc.integer({ min: 0, max: 3 }), children: fc.integer({ min: 0, max: 3 }),
  abuse: fc.constantFrom(...OPTIONS), outcome: fc.constantFrom(...OPTIONS), ticked: fc.subarray(OPTIONS),
  died: fc.boolean(), harmed: fc.boolean(), aware: fc.constantFrom(...DATES), agencies: fc.array(cells, { maxLength: 3 }),
});

function withoutSome(answers: Readonly<Record<string, Value>>, unknown: readonly string[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !unknown.includes(id)));
}
const unknownOnes = fc.subarray([...NUMBERS, ...CHOICES, ...YES_NO, 'ticked', 'aware', 'agencies']);
const ask = (criterion: Criterion, answers: Readonly<Record<string, Value>>): Truth => compileCriterion(criterion)(scopeOf({ answers }));

describe('laws of criteria', () => {
  test('where everything is known a criterion is what JsonLogic makes of it', () => {
    const engine = new LogicEngine();
    const seen = new Set<unknown>();
    fc.assert(fc.property(anyCriterion, knownAnswers, (criterion, answers) => {
      const expected = engine.run(criterion, answers);
      seen.add(expected);
      expect(ask(criterion, answers)).toBe(expected);
    }), { numRuns: 1500 });
    expect(seen).toEqual(new Set([true, false]));
  });

  test('making an unknown answer known never changes a definite result', () => {
    const seen = new Set<Truth>();
    fc.assert(fc.property(anyCriterion, knownAnswers, unknownOnes, (criterion, answers, unknown) => {
      const before = ask(criterion, withoutSome(answers, unknown));
      seen.add(before);
      if (before !== 'unknown') expect(ask(criterion, answers)).toBe(before);
    }), { numRuns: 1500 });
    expect(seen).toEqual(new Set([true, false, 'unknown']));
  });

  test('a contrary is contrary, twice is nothing', () => {
    fc.assert(fc.property(anyCriterion, knownAnswers, unknownOnes, (criterion, answers, unknown) => {
      const facts = withoutSome(answers, unknown);
      const once = ask({ '!': criterion }, facts);
      expect(once).toBe(ask(criterion, facts) === 'unknown' ? 'unknown' : !ask(criterion, facts));
      expect(ask({ '!': { '!': criterion } }, facts)).toBe(ask(criterion, facts));
    }));
  });

  test('the explanation comes to the same result as the criterion', () => {
    fc.assert(fc.property(anyCriterion, knownAnswers, unknownOnes, (criterion, answers, unknown) => {
      const facts = withoutSome(answers, unknown);
      expect(explainCriterion(criterion, scopeOf({ answers: facts })).result).toBe(ask(criterion, facts));
    }));
  });
});

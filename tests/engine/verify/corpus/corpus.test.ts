// Seeded defects: a sample of each kind with `npm test`, all of them with `npm run corpus`. Which changes are defects an
// oracle says that shares nothing with verification; survivors are listed.
import { describe, expect, test } from 'vitest';
import type { Procedure } from '../../../../engine/procedure/types.ts';
import { shipped, shippedAs } from '../shipped.ts';
import { measured, saidOf, type Measured } from './measure.ts';
import { mutantsOf, type Mutant } from './mutator.ts';
import { isDefect } from './oracle.ts';

// `all`, or a number n for one in n; nothing for the sample.
const asked = process.env['CASEWAY_CORPUS'] ?? '';
const all = asked === 'all';
const defects = shipped.flatMap((was) => mutantsOf(was).filter((mutant) => isDefect(was, mutant)).map((mutant) => [was, mutant] as const));
const kinds = [...new Set(defects.map(([, { kind }]) => kind))];

/** One of each kind, from procedures that are small, unless more are asked for. */
function chosen(): readonly (readonly [Procedure, Mutant])[] {
  if (all) return defects;
  if (Number(asked) > 0) return defects.filter((_, index) => index % Number(asked) === 0);
  const small = defects.filter(([{ id }]) => id === 'tower-hamlets' || id === 'bath-and-north-east-somerset');
  return kinds.flatMap((kind) => small.filter(([, mutant]) => mutant.kind === kind).filter((_, index) => index % 9 === 0).slice(0, 1));
}

function told(results: readonly Measured[]): string {
  const lines = kinds.map((kind) => { const own = results.filter((one) => one.kind === kind); return `${kind}: ${own.filter(({ found }) => found).length} of ${own.length}`; });
  const survivors = results.filter(({ found }) => !found).map(({ procedure, kind, words }) => `  survived: ${procedure}, ${kind}: ${words}`);
  return [...lines, ...survivors].join('\n');
}

test(`the corpus holds at least 200 defects of every kind (${defects.length})`, () => {
  expect(defects.length).toBeGreaterThanOrEqual(200);
  expect(kinds.length).toBe(9);
});

test(`at least 99 of 100 defects are found, and every example is accepted by the engine (${chosen().length} of ${defects.length})`, () => {
  const results = chosen().map(([was, mutant]) => measured(was, mutant));
  console.log(told(results));
  const recall = results.filter(({ found }) => found).length / results.length;
  expect(recall, told(results)).toBeGreaterThanOrEqual(0.99);
  expect(results.reduce((sum, { unaccepted }) => sum + unaccepted, 0)).toBe(0);
}, 3_600_000);

/** The same procedure written otherwise: keys in another order, criteria wrapped, remarks added. */
function rewritten(procedure: Procedure): Procedure {
  const wrap = (criterion: NonNullable<Procedure['transitions'][number]['if']>): typeof criterion => ({ and: [{ or: [criterion] }] });
  const reversed = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> => Object.fromEntries(Object.entries(record).reverse());
  return {
    ...procedure, layout: {}, questions: reversed(procedure.questions), parties: reversed(procedure.parties), summary: 'Written otherwise.',
    transitions: procedure.transitions.map((route) => ({ ...route, note: 'Written otherwise.', ...(route.if && { if: wrap(route.if) }) })),
    rules: Object.fromEntries(Object.entries(procedure.rules ?? {}).map(([id, rule]) => [id, { ...rule, ...(rule.if && { if: wrap(rule.if) }) }])),
  };
}

describe('false alarms', () => {
  test.each((all ? shipped : [shippedAs('tower-hamlets')]).map((procedure) => [procedure.id, procedure] as const))('%s written otherwise says what it said', (_id, procedure) => {
    expect([...saidOf(rewritten(procedure)).keys].sort()).toEqual([...saidOf(procedure).keys].sort());
  }, 600_000);
});

test('the measure can fail: a change that is no defect is not found', () => {
  const was = shippedAs('tower-hamlets');
  expect(measured(was, { kind: 'loop added', at: '', words: 'nothing', procedure: rewritten(was) }).found).toBe(false);
});

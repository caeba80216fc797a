// Two authorities side by side: aligned by what is done, the same from either side, and a clock taken over only where
// that is clean.
import { describe, expect, test } from 'vitest';
import { check } from '../../../engine/procedure/check.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { compare, type Comparison } from '../../../engine/verify/compare/compare.ts';
import { takeOver } from '../../../engine/verify/compare/take-over.ts';
import { shipped, shippedAs } from './shipped.ts';

const pairs = shipped.flatMap((a, index) => shipped.slice(index + 1).map((b) => [a.id, b.id, a, b] as const));
const known = new Map<string, Comparison>();
function compared(a: Procedure, b: Procedure): Comparison {
  const key = `${a.id} ${b.id}`;
  const found = known.get(key) ?? compare(a, b);
  known.set(key, found);
  return found;
}
const pairedWith = ({ rows }: Comparison, step: string): string | undefined => rows.find(({ a }) => a?.label === step)?.b?.label;

test(`all pairs of the shipped procedures (${pairs.length})`, () => expect(pairs.length).toBeGreaterThanOrEqual(10));

describe.each(pairs)('%s beside %s', (_a, _b, a, b) => {
  test('every step stands in one row, each row has a step, and something is found in both', () => {
    const { rows } = compared(a, b);
    const [mine, theirs] = [rows.flatMap((row) => row.a?.id ?? []), rows.flatMap((row) => row.b?.id ?? [])];
    expect(new Set(mine).size).toBe(mine.length);
    expect(new Set(theirs).size).toBe(theirs.length);
    expect(rows.every((row) => row.a ?? row.b)).toBe(true);
    expect(rows.filter((row) => row.a && row.b).length).toBeGreaterThan(2);
    expect(rows.every(({ words }) => words.length > 5 && !/undefined|null/.test(words))).toBe(true);
  });

  test('is the same the other way round', () => {
    const swapped = compare(b, a).rows.map((row) => `${row.b?.id} ${row.a?.id}`);
    expect(new Set(swapped)).toEqual(new Set(compared(a, b).rows.map((row) => `${row.a?.id} ${row.b?.id}`)));
  });

  test('a clock that is taken over leaves a sound draft, and nothing else is changed', () => {
    for (const row of compared(a, b).rows) {
      const taken = takeOver(a, b, compared(a, b), row, 'a');
      if (!taken.ok) { expect(taken.why.length).toBeGreaterThan(10); continue; }
      expect(check(taken.procedure).filter(({ severity }) => severity === 'problem')).toEqual([]);
      const { [taken.timescale]: _added, ...rest } = taken.procedure.timescales ?? {};
      expect({ ...taken.procedure, timescales: rest }).toEqual({ ...b, timescales: b.timescales ?? {} });
    }
  });
});

test('a procedure beside itself differs nowhere', () => {
  const kscp = shippedAs('kscp');
  expect(compare(kscp, kscp).rows.filter(({ differs }) => differs)).toEqual([]);
});

test('steps of one kind with other names stand beside each other', () => {
  const comparison = compared(shippedAs('kscp'), shippedAs('tower-hamlets'));
  expect(pairedWith(comparison, 'Case summaries')).toBe('Agency checks');
  expect(pairedWith(comparison, 'Rapid Review Panel')).toBe('Rapid Review Panel');
  expect(pairedWith(comparison, 'Report the notifiable incident')).toBe('Notify the DfE');
});

test('the same number of different days is said', () => {
  const row = compared(shippedAs('kscp'), shippedAs('tower-hamlets')).rows.find(({ a }) => a?.label === 'Rapid Review Panel');
  expect(row?.words).toBe('Same number, different days. KS: 10 working days from when the LSCP was notified. TH: 10 calendar days from when “Notify the DfE online” is sent.');
});

// What the actions of a plan do not say yet, on the shipped procedures' own action plans.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { smartGaps } from '../../app/cases/tasks/SmartAdvice.tsx';
import type { Procedure } from '../../engine/procedure/types.ts';

const stockport = JSON.parse(readFileSync('procedures/stockport/procedure.json', 'utf8')) as Procedure;
const columns = Object.keys(stockport.questions['action-plan']?.columns ?? {});
const full = Object.fromEntries(columns.map((id) => [id, `Something on ${id}`]));
const gaps = (...rows: readonly Readonly<Record<string, string>>[]) => smartGaps(stockport, ['action-plan', 'signed-up-by'], { 'action-plan': { value: rows }, 'signed-up-by': { value: 'Director' } });

test('an action without a date and an owner is pointed out by its first words; one that says everything is not', () => {
  const { 'action-owner': _, 'action-due': __, ...rest } = full;
  expect(gaps(full, rest)).toEqual([{ action: 'Something on recommendation', empty: ['Who', 'By when'] }]);
  expect(gaps(full)).toEqual([]);
});

test('a long recommendation is cut short, and a table that was not filled in says nothing', () => {
  expect(gaps({ recommendation: 'x'.repeat(200) })[0]?.action).toBe(`${'x'.repeat(70)}…`);
  expect(smartGaps(stockport, ['action-plan'], {})).toEqual([]);
  expect(smartGaps(stockport, ['action-plan'], { 'action-plan': { status: 'unknown' } })).toEqual([]);
});

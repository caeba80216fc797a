// A question with fixed rows: each line of the answer names its row, once, and criteria may ask for a row.
import { describe, expect, test } from 'vitest';
import { valueWords } from '../../../engine/case/words.ts';
import { rules } from '../../../engine/case/rules.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Value } from '../../../engine/criteria/types.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { answers } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
const procedure: Procedure = {
  ...base,
  questions: { ...base.questions, parents: { type: 'matrix', label: 'Parents', rows: [{ id: 'mother', label: 'Mother' }, { id: 'father', label: 'Father' }], columns: { name: { type: 'text', label: 'Name' }, dob: { type: 'date', label: 'Date of birth' }, consents: { type: 'yes-no', label: 'Consents' } } } },
  rules: { ...base.rules, 'father-consents': { if: { some: [{ var: 'parents' }, { and: [{ '==': [{ var: 'row' }, 'father'] }, { var: 'consents' }] }] }, then: { label: 'Consent' }, strength: 'must' } },
};
const record = (rows: Value): CommandBody => ({ type: 'recordAnswers', mode: 'change', answers: answers({ parents: rows }) });
const refused = (rows: Value): string => begun(procedure, '2026-12-01T09:00').isRefused('manager', record(rows)).words;

describe('a question with fixed rows', () => {
  test('takes a line for each row, in any order, and rows may be left out', () => {
    const both = [{ row: 'father', name: 'F.B.' }, { row: 'mother', name: 'M.B.', dob: '1990-02-28' }];
    expect(begun(procedure, '2026-12-01T09:00').does('manager', record(both)).answers['parents']).toEqual({ value: both });
    begun(procedure, '2026-12-01T09:00').does('manager', record([{ row: 'mother', name: 'M.B.' }]));
  });

  test('refuses a line that names no row of it, one that stands twice, and a cell that its column cannot have', () => {
    expect(refused([{ row: 'uncle', name: 'U.B.' }])).toBe('“Parents” must have the rows “Mother” and “Father”, and no other.');
    expect(refused([{ name: 'M.B.' }])).toContain('must have the rows');
    expect(refused([{ row: 'mother', name: 'M.B.' }, { row: 'mother', name: 'N.B.' }])).toBe('“Parents” has one row twice.');
    expect(refused([{ row: 'mother', dob: '1990-02-30' }])).toBe('“Parents” has a row (1) whose “Date of birth” must be a real date.');
  });

  test('may be asked for one of its rows', () => {
    const consents = (row: string) => {
      const story = begun(procedure, '2026-12-01T09:00');
      return rules(story.versions, story.does('manager', record([{ row, consents: true }]))).find(({ rule }) => rule === 'father-consents')?.result;
    };
    expect([consents('father'), consents('mother')]).toEqual([true, false]);
  });

  test('is read with the labels of its rows', () => {
    expect(valueWords(procedure, 'parents', [{ row: 'mother', name: 'M.B.', consents: true }])).toBe('Mother M.B. Yes');
  });
});

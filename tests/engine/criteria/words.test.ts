import { describe, expect, test } from 'vitest';
import { decisiveClauses, explainCriterion, inWords } from '../../../engine/criteria/index.ts';
import { scopeOf } from './scopes.ts';
import type { Labels } from '../../../engine/criteria/index.ts';
import type { Criterion } from '../../../engine/procedure/types.ts';

const titles: Readonly<Record<string, string>> = { abuse: 'Abuse or neglect', died: 'Child died', harmed: 'Seriously harmed', aware: 'Became aware', notify: 'Notify the national panel', outcome: 'Outcome', checks: 'Agency checks', five: 'Five working days', unit: 'Unit of days', born: 'Date of birth', returns: 'Agency returns' };
const options: Readonly<Record<string, string>> = { known: 'Known', suspected: 'Suspected', review: 'Local review', working: 'Working days' };
const labels: Labels = {
  label: (_, id) => titles[id] ?? id,
  option: (_, __, value) => (options[String(value)] === undefined ? String(value) : `“${options[String(value)]}”`),
  isDate: (id) => id === 'aware',
};

describe('a criterion read aloud', () => {
  test.each<[Criterion, string]>([
    [{ var: 'died' }, '“Child died” is yes.'],
    [{ '!': { var: 'died' } }, '“Child died” is no.'],
    [{ in: [{ var: 'abuse' }, ['known', 'suspected']] }, '“Abuse or neglect” is “Known” or “Suspected”.'],
    [{ in: ['known', { var: 'abuse' }] }, '“Abuse or neglect” includes “Known”.'],
    [{ and: [{ '==': [{ var: 'abuse' }, 'known'] }, { or: [{ var: 'died' }, { var: 'harmed' }] }] }, '“Abuse or neglect” is “Known”, and either “Child died” is yes or “Seriously harmed” is yes.'],
    [{ or: [{ and: [{ var: 'died' }, { done: 'notify' }] }, { entered: 'checks' }] }, 'Both “Child died” is yes and “Notify the national panel” is done, or “Agency checks” has been entered.'],
    [{ and: [{ var: 'died' }, { var: 'harmed' }, { lapsed: 'five' }] }, '“Child died” is yes, “Seriously harmed” is yes and “Five working days” has run out.'],
    [{ '>=': [{ var: 'aware' }, '2026-01-01'] }, '“Became aware” is on or after 2026-01-01.'],
    [{ '<': [{ age: { born: 'born', at: 'aware' } }, 18] }, 'The age from “Date of birth” to “Became aware” is less than 18.'],
    [{ '==': [{ setting: 'unit' }, 'working'] }, 'The setting “Unit of days” is “Working days”.'],
    [{ taken: ['outcome', 'review'] }, '“Outcome” took “Local review”.'],
    [{ some: [{ var: 'returns' }, { var: 'died' }] }, 'For at least one of “Agency returns”, “Child died” is yes.'],
    [{ '!': { taken: ['outcome', 'review'] } }, 'It is not so that “Outcome” took “Local review”.'],
  ])('%o', (criterion, sentence) => { expect(inWords(criterion, labels)).toBe(sentence); });
});

describe('an explained result', () => {
  const criterion: Criterion = { and: [{ in: [{ var: 'abuse' }, ['known', 'suspected']] }, { or: [{ var: 'died' }, { var: 'harmed' }] }] };

  test('points to the clauses that made it so', () => {
    const clause = explainCriterion(criterion, scopeOf({ answers: { abuse: 'known', died: false, harmed: true } }));
    expect(decisiveClauses(clause).map(({ at, reads, result }) => [at, reads, result])).toEqual([['/and/0', ['abuse'], true], ['/and/1/or/1', ['harmed'], true]]);
  });

  test('and to what is still unknown', () => {
    const clause = explainCriterion(criterion, scopeOf({ answers: { abuse: 'known', died: false } }));
    expect(clause.result).toBe('unknown');
    expect(decisiveClauses(clause).flatMap(({ reads }) => reads)).toEqual(['harmed']);
  });
});

import { describe, expect, test } from 'vitest';
import { compileCriterion } from '../../../engine/criteria/index.ts';
import { scopeOf } from './scopes.ts';
import type { Truth } from '../../../engine/criteria/index.ts';
import type { Criterion } from '../../../engine/procedure/types.ts';
import type { Facts } from './scopes.ts';

type Row = readonly [title: string, criterion: Criterion, facts: Facts, expected: Truth];
const agencies = [{ agency: 'health', involved: true, returned: '2026-12-01' }, { agency: 'police', involved: false }] as const;

function holds(rows: readonly Row[]): void {
  test.each(rows)('%s', (_, criterion, facts, expected) => { expect(compileCriterion(criterion)(scopeOf(facts))).toBe(expected); });
}

describe('unknown is never quietly false', () => {
  holds([
    ['an unanswered yes-no question is unknown', { var: 'died' }, {}, 'unknown'],
    ['its contrary is unknown as well', { '!': { var: 'died' } }, {}, 'unknown'],
    ['no and unknown is no', { and: [{ var: 'died' }, { var: 'harmed' }] }, { answers: { died: false } }, false],
    ['yes and unknown is unknown', { and: [{ var: 'died' }, { var: 'harmed' }] }, { answers: { died: true } }, 'unknown'],
    ['yes or unknown is yes', { or: [{ var: 'died' }, { var: 'harmed' }] }, { answers: { harmed: true } }, true],
    ['no or unknown is unknown', { or: [{ var: 'died' }, { var: 'harmed' }] }, { answers: { harmed: false } }, 'unknown'],
    ['an unanswered question equals nothing known', { '==': [{ var: 'abuse' }, 'known'] }, {}, 'unknown'],
    ['nor is it different', { '!=': [{ var: 'abuse' }, 'known'] }, {}, 'unknown'],
    ['membership of an unanswered question is unknown', { in: [{ var: 'abuse' }, ['known', 'suspected']] }, {}, 'unknown'],
    ['a list nobody gave is unknown, not empty', { some: [{ var: 'agencies' }, { var: 'involved' }] }, {}, 'unknown'],
    ['a fact the case cannot tell is unknown', { done: 'notify' }, {}, 'unknown'],
    ['a lapsed clock is what the case says', { lapsed: 'five-days' }, { predicates: { 'lapsed:five-days': true } }, true],
    ['a number against a text is unknown', { '<': [{ var: 'age' }, 'ten'] }, { answers: { age: 9 } }, 'unknown'],
  ]);
});

describe('comparing', () => {
  holds([
    ['dates come in order', { '<=': [{ var: 'aware' }, '2026-12-10'] }, { answers: { aware: '2026-12-10' } }, true],
    ['a date-time and a date compare by the day', { '<=': [{ var: 'aware' }, '2026-12-10'] }, { answers: { aware: '2026-12-10T14:20' } }, true],
    ['and are the same on the same day', { '==': [{ var: 'aware' }, '2026-12-10'] }, { answers: { aware: '2026-12-10T14:20' } }, true],
    ['numbers', { '>': [{ var: 'children' }, 1] }, { answers: { children: 2 } }, true],
    ['"1" is not 1', { '==': [{ var: 'children' }, 1] }, { answers: { children: '1' } }, false],
    ['a choice among several', { in: [{ var: 'abuse' }, ['known', 'suspected']] }, { answers: { abuse: 'suspected' } }, true],
    ['a value among several ticked', { in: ['police', { var: 'told' }] }, { answers: { told: ['health', 'police'] } }, true],
    ['any of several ticked among several', { in: [{ var: 'told' }, ['police', 'education']] }, { answers: { told: ['health', 'police'] } }, true],
    ['text is not searched for a part', { in: ['harm', { var: 'outcome' }] }, { answers: { outcome: 'no-harm' } }, false],
    ['a setting', { '==': [{ setting: 'unit' }, 'working-days'] }, { settings: { unit: 'working-days' } }, true],
    ['a table looked up', { '==': [{ lookup: { table: 'tiers', with: { var: 'age' } } }, 'infant'] }, { answers: { age: 0 }, tables: { tiers: { 0: 'infant' } } }, true],
  ]);
});

describe('ages and distances', () => {
  const born = { age: { born: 'born', at: 'incident' } };
  holds([
    ['seventeen the day before the birthday', { '<': [born, 18] }, { answers: { born: '2008-12-10', incident: '2026-12-09' } }, true],
    ['eighteen on it', { '<': [born, 18] }, { answers: { born: '2008-12-10', incident: '2026-12-10T00:10' } }, false],
    ['born on a leap day, a year older on 1 March', { '==': [born, 18] }, { answers: { born: '2008-02-29', incident: '2026-02-28' } }, false],
    ['an unknown birthday leaves the age unknown', { '<': [born, 18] }, { answers: { incident: '2026-12-10' } }, 'unknown'],
    ['days apart', { '==': [{ distance: { from: 'born', to: 'incident', unit: 'days' } }, 29] }, { answers: { born: '2026-02-01', incident: '2026-03-02' } }, true],
  ]);
});

describe('over lists and the rows of tables', () => {
  const answers = { agencies, told: ['health'], none: [] };
  holds([
    ['some row', { some: [{ var: 'agencies' }, { var: 'involved' }] }, { answers }, true],
    ['every row', { all: [{ var: 'agencies' }, { var: 'involved' }] }, { answers }, false],
    ['no row', { none: [{ var: 'agencies' }, { '==': [{ var: 'agency' }, 'education'] }] }, { answers }, true],
    ['an empty cell is unknown', { all: [{ var: 'agencies' }, { '>': [{ var: 'returned' }, '2026-11-01'] }] }, { answers }, 'unknown'],
    ['and does not read a question of the same name', { all: [{ var: 'agencies' }, { '>': [{ var: 'returned' }, '2026-11-01'] }] }, { answers: { ...answers, returned: '2026-12-24' } }, 'unknown'],
    ['a row is set against an answer of the case', { some: [{ var: 'agencies' }, { '==': [{ var: 'agency' }, { var: 'lead' }] }] }, { answers: { ...answers, lead: 'police' } }, true],
    ['plain items', { some: [{ var: 'told' }, { '==': [{ var: 'item' }, 'health'] }] }, { answers }, true],
    ['nobody was asked, so not all have replied', { all: [{ var: 'none' }, { var: 'involved' }] }, { answers }, false],
    ['how many', { '==': [{ count: { var: 'agencies' } }, 2] }, { answers }, true],
    ['how many of a kind', { '==': [{ count: [{ var: 'agencies' }, { var: 'involved' }] }, 1] }, { answers }, true],
    ['a count over an unknown cell is unknown', { '>=': [{ count: [{ var: 'agencies' }, { '>': [{ var: 'returned' }, '2026-01-01'] }] }, 1] }, { answers }, 'unknown'],
    ['facts of the case are known within a row', { some: [{ var: 'agencies' }, { and: [{ var: 'involved' }, { done: 'notify' }] }] }, { answers, predicates: { 'done:notify': true } }, true],
    ['an age within a row', { some: [{ var: 'children' }, { '<': [{ age: { born: 'born', at: 'incident' } }, 1] }] }, { answers: { children: [{ born: '2026-06-01' }, { born: '2020-06-01' }], incident: '2026-12-10' } }, true],
  ]);
});

test('a criterion tells what it reads, each once', () => {
  const criterion: Criterion = { and: [{ var: 'died' }, { or: [{ done: 'notify' }, { taken: ['outcome', 'review'] }, { '==': [{ var: 'died' }, { setting: 'reading' }] }] }, { answered: 'aware' }] };
  expect(compileCriterion(criterion).reads).toEqual(['died', 'done:notify', 'taken:outcome.review', 'setting:reading', 'aware']);
});

test('an operator it does not know is refused at compile', () => {
  // A file past the schema cannot hold this; code that builds criteria could.
  const foreign = { regex: 'x' } as unknown as Criterion;
  expect(() => compileCriterion(foreign)).toThrow('found "regex"');
});

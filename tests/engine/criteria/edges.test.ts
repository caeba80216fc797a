// What lies at the edges of criteria: values of other kinds, lists against lists, rows inside lists, and everything that a
// criterion can read. Found by changing the code and seeing which changes no test noticed.
import { describe, expect, test } from 'vitest';
import { compileCriterion, decisiveClauses, distanceBetween, explainCriterion } from '../../../engine/criteria/index.ts';
import { england } from '../time/calendars.ts';
import { scopeOf } from './scopes.ts';
import type { Truth, Value } from '../../../engine/criteria/index.ts';
import type { Criterion } from '../../../engine/procedure/types.ts';
import type { Facts } from './scopes.ts';

const ask = (criterion: Criterion, facts: Facts = {}): Truth => compileCriterion(criterion)(scopeOf(facts));
const sides = (operator: '==' | '!=' | '<' | '<=' | '>' | '>=', a: Value, b: Value): Truth => ask({ [operator]: [{ var: 'a' }, { var: 'b' }] } as unknown as Criterion, { answers: { a, b } });

describe('values of other kinds', () => {
  test.each<[string, Value, Value, boolean]>([
    ['lists that hold the same', ['x', 'y'], ['x', 'y'], true], ['in another order', ['x', 'y'], ['y', 'x'], false], ['one longer', ['x'], ['x', 'y'], false],
    ['a list and its only item', ['x'], 'x', false], ['an item and the list of it', 'x', ['x'], false],
    ['rows that say the same', [{ a: 1, b: 2 }], [{ b: 2, a: 1 }], true], ['rows that differ', [{ a: 1, b: 2 }], [{ a: 1, b: 3 }], false],
    ['a row with a cell more', [{ a: 1 }], [{ a: 1, b: 2 }], false], ['a row with a cell less', [{ a: 1, b: 2 }], [{ a: 1 }], false], ['a row and an item', [{ a: 1 }], ['a'], false],
    ['a day and a moment of it', '2026-12-10', '2026-12-10T14:20', true], ['two moments of one day', '2026-12-10T14:20', '2026-12-10T14:21', false],
    ['a text that begins as a day does', '2026-12-10', '2026-12-10, or so', false], ['a text that ends as one', '2026-12-10', 'on 2026-12-10', false],
    ['yes and yes', true, true, true], ['yes and no', true, false, false],
  ])('%s', (_, a, b, expected) => {
    expect(sides('==', a, b)).toBe(expected);
    expect(sides('!=', a, b)).toBe(!expected);
  });

  test.each<[string, Value, Value, readonly Truth[]]>([
    ['less', 1, 2, [true, true, false, false]], ['equal', 2, 2, [false, true, false, true]], ['more', 3, 2, [false, false, true, true]],
    ['texts', 'b', 'abc', [false, false, true, true]],
    ['a moment and its day', '2026-12-10T14:20', '2026-12-10', [false, true, false, true]],
    ['a day and a moment of it', '2026-12-10', '2026-12-10T14:20', [false, true, false, true]],
    ['two moments', '2026-12-10T14:20', '2026-12-10T14:21', [true, true, false, false]],
    ['yes and no have no order', true, false, ['unknown', 'unknown', 'unknown', 'unknown']],
    ['nor have lists', ['a'], ['b'], ['unknown', 'unknown', 'unknown', 'unknown']], ['nor a list and an item', ['a'], 'b', ['unknown', 'unknown', 'unknown', 'unknown']],
    ['nor an item and a list', 'a', ['b'], ['unknown', 'unknown', 'unknown', 'unknown']], ['nor a number and a text', 1, '2', ['unknown', 'unknown', 'unknown', 'unknown']],
  ])('in order: %s', (_, a, b, expected) => { expect((['<', '<=', '>', '>='] as const).map((order) => sides(order, a, b))).toEqual(expected); });

  test.each<[Value, boolean]>([[0, false], [1, true], ['', false], ['x', true], [[], false], [['x'], true], [[{ a: 1 }], true], [false, false]])('%j alone is %s', (a, expected) => { expect(ask({ var: 'a' }, { answers: { a } })).toBe(expected); });

  test.each<[string, Value, Value, boolean]>([
    ['in itself', 'x', 'x', true], ['in another', 'x', 'y', false], ['several in one', ['x', 'y'], 'y', true], ['nothing in several', [], ['x'], false], ['one in nothing', 'x', [], false],
  ])('membership: %s', (_, a, b, expected) => { expect(ask({ in: [{ var: 'a' }, { var: 'b' }] }, { answers: { a, b } })).toBe(expected); });
});

describe('distances', () => {
  test.each<[string, Value | undefined, Value | undefined, 'years' | 'days' | 'working-days', number | undefined]>([
    ['the day before a birthday', '2000-06-15', '2020-06-14', 'years', 19], ['on it', '2000-06-15', '2020-06-15', 'years', 20], ['the month before', '2000-06-15', '2020-05-20', 'years', 19],
    ['a later month, an earlier day', '2000-06-15', '2020-07-01', 'years', 20], ['backwards', '2020-06-14', '2000-06-15', 'years', -19], ['none', '2020-06-14', '2020-06-14', 'years', 0],
    ['days back', '2026-12-10', '2026-12-01', 'days', -9], ['moments by their days', '2026-12-10T23:59', '2026-12-11T00:01', 'days', 1],
    ['working days over Christmas', '2026-12-22', '2026-12-31', 'working-days', 5],
    ['from what is not known', undefined, '2026-12-31', 'days', undefined], ['to what is not known', '2026-12-31', undefined, 'days', undefined],
    ['what is no date', 'soon', '2026-12-31', 'days', undefined], ['a number', 5, '2026-12-31', 'days', undefined],
  ])('%s', (_, from, to, unit, expected) => { expect(distanceBetween(from, to, unit, england)).toBe(expected); });

  test('working days are not known without a calendar', () => { expect(distanceBetween('2026-12-22', '2026-12-31', 'working-days')).toBeUndefined(); });
});

describe('what is worked out of answers', () => {
  const tables = { tiers: { infant: 1 } };
  test.each<[string, Criterion, Facts, Truth]>([
    ['a lookup with nothing known', { '==': [{ lookup: { table: 'tiers', with: { var: 'age' } } }, 1] }, { tables }, 'unknown'],
    ['a lookup with a list', { '==': [{ lookup: { table: 'tiers', with: { var: 'age' } } }, 1] }, { tables, answers: { age: ['infant'] } }, 'unknown'],
    ['a lookup with what stands in no line', { '==': [{ lookup: { table: 'tiers', with: { var: 'age' } } }, 1] }, { tables, answers: { age: 'elder' } }, 'unknown'],
    ['a count of nothing known', { '==': [{ count: { var: 'told' } }, 0] }, {}, 'unknown'],
    ['a count of a kind of nothing known', { '==': [{ count: [{ var: 'told' }, { var: 'item' }] }, 0] }, {}, 'unknown'],
    ['a count of an empty list', { '==': [{ count: { var: 'told' } }, 0] }, { answers: { told: [] } }, true],
    ['a single answer counts as one', { '==': [{ count: { var: 'told' } }, 1] }, { answers: { told: 'health' } }, true],
    ['none of nothing', { none: [{ var: 'told' }, { var: 'item' }] }, { answers: { told: [] } }, true],
    ['some of nothing', { some: [{ var: 'told' }, { var: 'item' }] }, { answers: { told: [] } }, false],
    ['none of nothing known', { none: [{ var: 'told' }, { var: 'item' }] }, {}, 'unknown'],
    ['all of nothing known', { all: [{ var: 'told' }, { var: 'item' }] }, {}, 'unknown'],
  ])('%s', (_, criterion, facts, expected) => { expect(ask(criterion, facts)).toBe(expected); });
});

describe('within a list', () => {
  const children = [{ born: '2026-06-01', seen: '2026-06-11' }, { born: '2020-06-01' }];
  const answers = { children, told: ['health', 'police'], lead: 'police', incident: '2026-12-10', opened: '2026-12-01' };
  const some = (criterion: Criterion, list = 'children'): Criterion => ({ some: [{ var: list }, criterion] });
  test.each<[string, Criterion, Facts, Truth]>([
    ['an item by the empty name', some({ '==': [{ var: '' }, 'police'] }, 'told'), { answers }, true],
    ['an item beside an answer of the case', some({ '==': [{ var: 'item' }, { var: 'lead' }] }, 'told'), { answers }, true],
    ['a setting', some({ '==': [{ setting: 'unit' }, 'days'] }, 'told'), { answers, settings: { unit: 'days' } }, true],
    ['a table', some({ '==': [{ lookup: { table: 'tiers', with: { var: 'item' } } }, 1] }, 'told'), { answers, tables: { tiers: { police: 1 } } }, true],
    ['days between two cells', some({ '==': [{ distance: { from: 'born', to: 'seen', unit: 'days' } }, 10] }), { answers }, true],
    ['days from a cell to the case', some({ '==': [{ distance: { from: 'seen', to: 'incident', unit: 'days' } }, 182] }), { answers }, true],
    ['days from the case to a cell', some({ '==': [{ distance: { from: 'incident', to: 'seen', unit: 'days' } }, -182] }), { answers }, true],
    ['days between two answers of the case', some({ '==': [{ distance: { from: 'opened', to: 'incident', unit: 'days' } }, 9] }), { answers }, true],
    ['days between two answers, beside an item', some({ '==': [{ distance: { from: 'opened', to: 'incident', unit: 'days' } }, 9] }, 'told'), { answers }, true],
    ['an empty cell has no distance', { all: [{ var: 'children' }, { '>': [{ distance: { from: 'born', to: 'seen', unit: 'days' } }, 1] }] }, { answers: { ...answers, seen: '2026-12-24' } }, 'unknown'],
  ])('%s', (_, criterion, facts, expected) => { expect(ask(criterion, facts)).toBe(expected); });
});

describe('what a criterion reads', () => {
  const a = { var: 'a' };
  test.each<[Criterion, readonly string[]]>([
    [{ '!': a }, ['a']], [{ some: [{ var: 'list' }, a] }, ['list', 'a']], [{ all: [{ var: 'list' }, a] }, ['list', 'a']], [{ none: [{ var: 'list' }, a] }, ['list', 'a']],
    [{ in: [a, ['x', 'y']] }, ['a']], [{ '==': [a, { var: 'b' }] }, ['a', 'b']], [{ '!=': [a, { var: 'b' }] }, ['a', 'b']], [{ '<': [a, { var: 'b' }] }, ['a', 'b']],
    [{ '<=': [a, { var: 'b' }] }, ['a', 'b']], [{ '>': [a, { var: 'b' }] }, ['a', 'b']], [{ '>=': [a, { var: 'b' }] }, ['a', 'b']],
    [{ '<': [{ age: { born: 'born', at: 'at' } }, 18] }, ['born', 'at']], [{ '<': [{ distance: { from: 'from', to: 'to', unit: 'days' } }, 3] }, ['from', 'to']],
    [{ '==': [{ lookup: { table: 'tiers', with: a } }, 1] }, ['a', 'table:tiers']], [{ '==': [{ count: a }, 1] }, ['a']], [{ '==': [{ count: [{ var: 'list' }, a] }, 1] }, ['list', 'a']],
    [{ and: [a, { var: 'b' }, a] }, ['a', 'b']],
  ])('%j', (criterion, reads) => {
    expect(compileCriterion(criterion).reads).toEqual(reads);
    expect(explainCriterion(criterion, scopeOf({})).operator).toBe(Object.keys(criterion)[0]);
  });
});

describe('an explanation', () => {
  const facts: Facts = { answers: { a: true, b: false } };
  test('names each clause by its place, and what the innermost read', () => {
    expect(explainCriterion({ '!': { or: [{ var: 'b' }, { and: [{ var: 'a' }] }] } }, scopeOf(facts))).toEqual({
      result: false, at: '', operator: '!', reads: [], clauses: [{
        result: true, at: '/!', operator: 'or', reads: [], clauses: [
          { result: false, at: '/!/or/0', operator: 'var', reads: ['b'], clauses: [] },
          { result: true, at: '/!/or/1', operator: 'and', reads: [], clauses: [{ result: true, at: '/!/or/1/and/0', operator: 'var', reads: ['a'], clauses: [] }] },
        ],
      }],
    });
  });
  test('of a contrary leads to what was denied, and of a single clause to itself', () => {
    const leads = (criterion: Criterion) => decisiveClauses(explainCriterion(criterion, scopeOf(facts))).map(({ at }) => at);
    expect(leads({ '!': { or: [{ var: 'b' }, { var: 'a' }] } })).toEqual(['/!/or/1']);
    expect(leads({ '!': { '!': { and: [{ var: 'a' }, { var: 'b' }] } } })).toEqual(['/!/!/and/1']);
    expect(leads({ var: 'a' })).toEqual(['']);
  });
});

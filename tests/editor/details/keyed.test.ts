// Items that stand by name on the page of all parts, and values of any sort.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { choicesOf } from '../../../editor/details/choices.ts';
import { freeLine, renamed, scalar } from '../../../editor/details/keyed.ts';
import { namesAt } from '../../../editor/details/named.ts';

const everything = JSON.parse(readFileSync(new URL('../../fixtures/procedures/everything.json', import.meta.url), 'utf8')) as Procedure;
const around = { element: null, id: null };

describe('an item by name', () => {
  test('has another name at the same place, and keeps its own where that name is taken', () => {
    expect(Object.keys(renamed({ a: 1, b: 2, c: 3 }, 'b', 'd'))).toEqual(['a', 'd', 'c']);
    expect(renamed({ a: 1, b: 2 }, 'a', 'b')).toEqual({ a: 1, b: 2 });
  });

  test('of a source stands first on the line after the last', () => {
    expect(freeLine([])).toBe('1');
    expect(freeLine(['8-9', '3'])).toBe('10');
  });

  test('of a list may be a kind of party as well as one', () => {
    const offered = choicesOf(everything, namesAt('Question.of'), around).map((each) => each.value);
    expect(offered).toEqual(expect.arrayContaining(['agency', 'body', ...Object.keys(everything.parties)]));
  });
});

test('a value that reads as a number or as yes and no is one, unless it stood there as words', () => {
  expect([scalar('0', 'New'), scalar('true', 'New'), scalar('within', 'New'), scalar('007', 'New'), scalar('2', '1'), scalar('2', 1), scalar('', 'New')]).toEqual([0, true, 'within', '007', '2', 2, '']);
});

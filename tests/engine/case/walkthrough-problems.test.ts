// What is told of a file that is not what its schema says, by each word of the schema: the place, what is expected, what
// was found and a sentence, whole.
import { expect, test } from 'vitest';
import { readWalkthrough } from '../../../engine/case/walkthrough-read.ts';
import type { WalkthroughProblem, WalkthroughSchema } from '../../../engine/case/walkthrough-read.ts';

const told = (schema: WalkthroughSchema, value: unknown): readonly WalkthroughProblem[] => {
  const read = readWalkthrough(JSON.stringify({ v: value }), { properties: { v: schema }, $defs: { word: { type: 'string' }, far: { properties: { deep: { properties: { x: { const: 1 } } } } } } });
  return read.ok ? [] : read.problems;
};
const NOT = 'This is not what a walkthrough has here.';
const here = (expected: string, found: string, words = NOT, pointer = ''): readonly WalkthroughProblem[] => [{ pointer: `/v${pointer}`, expected, found, words }];
const missing = (part: string, pointer = ''): WalkthroughProblem => ({ pointer: `/v${pointer}`, expected: `a part named ${part}`, found: 'nothing', words: `The part ${part} is missing.` });
const choices: readonly WalkthroughSchema[] = [
  { required: ['type', 'a', 'b', 'c'], properties: { type: { const: 'one' }, a: {}, b: {}, c: {} }, additionalProperties: false },
  { required: ['type'], properties: { type: { const: 'two' }, d: { properties: { e: { const: 1 } } } }, additionalProperties: false },
];

test.each<[name: string, schema: WalkthroughSchema, value: unknown, problems: readonly WalkthroughProblem[]]>([
  ['nothing of what fits', { type: 'string' }, 'x', []],
  ['a text', { type: 'string' }, 7, here('a text', '7')], ['a number', { type: 'number' }, 'x', here('a number', '"x"')], ['true or false', { type: 'boolean' }, null, here('true or false', 'null')],
  ['a list', { type: 'array' }, {}, here('a list', '{}')], ['an object', { type: 'object' }, [], here('an object with named parts', '[]')], ['an object where there is nothing', { type: 'object' }, null, here('an object with named parts', 'null')],
  ['one of two kinds', { type: ['string', 'array'] }, true, here('a text or a list', 'true')], ['nothing of either kind', { type: ['string', 'array'] }, [], []], ['nothing', { type: 'null' }, 1, here('null', '1')], ['a fit nothing', { type: 'null' }, null, []],
  ['one value', { const: 'one' }, 'two', here('"one"', '"two"')], ['the one value', { const: 'one' }, 'one', []], ['one of several', { enum: ['a', 'b'] }, 'c', here('one of a, b', '"c"')], ['the last of several', { enum: ['a', 'b'] }, 'b', []],
  ['a pattern by its description', { pattern: '^a+$', description: 'aaa' }, 'ab', here('a text such as aaa', '"ab"')], ['a pattern without', { pattern: '^a+$' }, 'ba', here('a text such as ^a+$', '"ba"')], ['a pattern that fits', { pattern: '^a+$' }, 'aa', []], ['a pattern of what is no text', { pattern: '^a+$' }, 7, []],
  ['letters of any script', { pattern: '^\\p{L}$' }, 'é', []],
  ['words that are too few', { minLength: 2 }, 'x', here('words', '"x"')], ['words that are just enough', { minLength: 2 }, 'xy', []], ['length of what is no text', { minLength: 2 }, 7, []],
  ['too few of them', { minItems: 2 }, [1], here('at least 2 of them', '[1]')], ['just enough of them', { minItems: 2 }, [1, 2], []], ['number of what is no list', { minItems: 2 }, 'x', []],
  ['a part that is missing', { required: ['a', 'b'] }, { a: null }, [missing('b')]], ['parts of what has none', { required: ['a'] }, 'x', []], ['a part that everything has', { required: ['toString'] }, {}, [missing('toString')]],
  ['a part that is not known', { properties: { a: {}, b: {} }, additionalProperties: false }, { c: 1 }, here('one of the parts a, b', '"c"', 'The part c is not known here.', '/c')], ['any part', { additionalProperties: false }, { c: 1 }, here('one of the parts ', '"c"', 'The part c is not known here.', '/c')],
  ['a part that everything has and the schema does not', { properties: {}, additionalProperties: false }, { toString: 1 }, here('one of the parts ', '"toString"', 'The part toString is not known here.', '/toString')],
  ['a known part', { properties: { a: { type: 'string' } }, additionalProperties: false }, { a: 1 }, here('a text', '1', NOT, '/a')], ['other parts', { properties: { a: {} }, additionalProperties: { type: 'string' } }, { a: 1, b: 2 }, here('a text', '2', NOT, '/b')],
  ['names', { propertyNames: { pattern: '^[a-z]$' }, additionalProperties: { type: 'string' } }, { AB: 1 }, [...here('a text such as ^[a-z]$', '"AB"', NOT, '/AB'), ...here('a text', '1', NOT, '/AB')]], ['names alone', { propertyNames: { pattern: '^[a-z]$' } }, { AB: 1, c: 1 }, here('a text such as ^[a-z]$', '"AB"', NOT, '/AB')],
  ['a place whose name has marks', { additionalProperties: { type: 'string' } }, { 'a/b~c/d': 1 }, here('a text', '1', NOT, '/a~1b~0c~1d')],
  ['entries', { items: { type: 'string' } }, ['x', 1, 'y', 2], [...here('a text', '1', NOT, '/1'), ...here('a text', '2', NOT, '/3')]], ['entries of what is no list', { items: { type: 'string' } }, { a: 1 }, []],
  ['what is named elsewhere', { $ref: '#/$defs/word' }, 7, here('a text', '7')], ['what is named nowhere', { $ref: '#/$defs/none' }, 7, []], ['what is named and its own', { $ref: '#/$defs/word', const: 8 }, 7, [...here('a text', '7'), ...here('8', '7')]],
  ['a long value cut short', { type: 'number' }, 'x'.repeat(100), here('a number', `"${'x'.repeat(79)}`)],
  ['nothing of one shape that fits', { oneOf: choices }, { type: 'two' }, []], ['no shape of a list', { oneOf: [{ type: 'object' }, { type: 'string' }] }, [], here('an object with named parts', '[]')],
  ['the shape that its type names, whatever is wrong with it', { oneOf: choices }, { type: 'one' }, [missing('a'), missing('b'), missing('c')]],
  ['without a type that is known the shape with the fewest faults', { oneOf: choices }, { type: 'three' }, here('"two"', '"three"', NOT, '/type')],
  ['the shape that fits furthest in', { oneOf: [{ required: ['x'] }, { $ref: '#/$defs/far' }] }, { deep: { x: 2 } }, here('1', '2', NOT, '/deep/x')],
  ['no shape where there is none', { oneOf: [] }, 1, []],
  ['the value before its shapes', { type: 'string', oneOf: [{ const: 1 }] }, 7, here('a text', '7')], ['shapes and parts', { oneOf: [{ required: ['x'] }], required: ['y'] }, {}, [missing('x'), missing('y')]],
])('a reader is told %s', (_name, schema, value, problems) => {
  expect(told(schema, value)).toEqual(problems);
});

test('what is no JSON, or has what no file may have, is told before the schema is asked', () => {
  for (const text of ['{', '[]', '{"a":1,"a":2}', '{"__proto__":{}}']) {
    const read = readWalkthrough(text, { const: 1 });
    expect(read.ok ? [] : read.problems.map((one) => Object.keys(one))).toEqual([['pointer', 'expected', 'found', 'words']]);
    expect(read.ok ? [] : read.problems[0]?.words).not.toBe(NOT);
  }
});

test('what fits is the walkthrough as it stands in the file', () => {
  expect(readWalkthrough('{"id":"small"}', { type: 'object' })).toEqual({ ok: true, walkthrough: { id: 'small' } });
});

// The gates in front of every file, and a thousand damaged files: accepted and valid, or refused with a place, never a throw.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../../engine/procedure/check.ts';
import { limits } from '../../../engine/procedure/gates.ts';
import { stepsOf } from '../../../engine/procedure/pointer.ts';
import { readProcedure, validateShape } from '../../../engine/procedure/read.ts';

const small = readFileSync(new URL('../../fixtures/procedures/small.json', import.meta.url), 'utf8');
const nested = (levels: number): string => `${'{"a":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`;
const lists = (levels: number): string => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;

/** Code, pointer and what was found, of a file that must be refused at the gates. */
function refusal(text: string): string {
  const read = readProcedure(text);
  if (read.ok) throw new Error('The file was accepted.');
  expect(read.problems).toHaveLength(1);
  return read.problems.map(({ code, pointer, found }) => `${code} ${pointer}: ${found}`).join('');
}

describe('a file is refused before anything reads it', () => {
  test.each([
    ['P-001 a file of more than 2 MB', ' '.repeat(limits.bytes + 1), 'P-001 : 2.0 MB'],
    ['P-001 a file of more than 2 MB once written in bytes', `"${'é'.repeat(limits.bytes / 2)}"`, 'P-001 : 2.0 MB'],
    ['P-002 an empty file', '  \n', 'P-002 : an empty file'],
    ['P-002 a file with a comma missing', '{"format": 1\n "id": "x"}', 'P-002 : something unreadable at line 2, character 2'],
    ['P-002 a file cut off in the middle', small.slice(0, 900), 'P-002 : something unreadable'],
    ['P-003 a file a million brackets deep', lists(1_000_000), 'P-003 /a/0/0'],
    ['P-003 a file 65 levels deep', nested(65), `P-003 ${'/a'.repeat(64)}: more than 64 levels`],
    ['P-003 lists nested 100,000 deep', lists(100_000), `P-003 /a${'/0'.repeat(63)}: more than 64 levels`],
    ['P-004 a file of 200,001 values', `{"a":[${'0,'.repeat(limits.values)}0]}`, 'P-004 : more than 200,000'],
    ['P-005 a text of more than 20,000 characters', `{"a":{"b":"${'x'.repeat(20_001)}"}}`, 'P-005 /a/b: 20001 characters'],
    ['P-005 a name of more than 200 characters', `{"stages":{"${'x'.repeat(201)}":{}}}`, 'P-005 /stages: a name of more than 200 characters'],
    ['P-006 a file that reaches for the prototype', '{"stages":{"__proto__":{"kind":"panel"}}}', 'P-006 /stages: __proto__'],
    ['P-006 a stage named constructor', '{"stages":{"constructor":{"kind":"panel"}}}', 'P-006 /stages: constructor'],
    ['P-006 a part named prototype in a list', '{"transitions":[{"prototype":1}]}', 'P-006 /transitions/0: prototype'],
    ['P-007 a stage written twice', '{"stages":{"panel":{"label":"\\"{,"},"pan\\u0065l":{}}}', 'P-007 /stages: panel'],
    ['P-007 a part written twice inside a list', '{"transitions":[{"id":"a"},{"id":"b","x":[1,{"y":2}],"id":"c"}]}', 'P-007 /transitions/1: id'],
    ['P-008 a list instead of a procedure', '[]', 'P-008 : a list'],
    ['P-008 nothing', 'null', 'P-008 : nothing'],
  ])('%s', (_title, text, expected) => {
    expect(refusal(text).startsWith(expected), refusal(text)).toBe(true);
  });

  test('a file 64 levels deep, and the same names in different places, pass the gates', () => {
    for (const text of [nested(64), '{"a":{"x":1},"b":{"x":1},"c":[{"x":1},{"x":1}]}']) {
      const read = readProcedure(text);

      expect(!read.ok && read.problems.map(({ code }) => code)).toEqual(['P-010']);
    }
  });
});

test('P-030 more problems than anybody would read are counted, not listed', () => {
  const document = JSON.parse(small) as { stages: Record<string, unknown> };
  for (let number = 0; number < 300; number += 1) document.stages[`stage-${number}`] = { label: 'No kind' };
  const read = readProcedure(JSON.stringify(document));

  expect(!read.ok && [read.problems.length, read.problems.at(-1)?.code, read.problems.at(-1)?.found]).toEqual([201, 'P-030', '300 problems']);
});

test('a file with sixty thousand wrong parts is refused without copying all of them at each step', () => {
  const document = JSON.parse(small) as { stages: Record<string, unknown> };
  for (let number = 0; number < 60_000; number += 1) document.stages[`s${number}`] = { label: 1 };
  const read = readProcedure(JSON.stringify(document));

  expect(!read.ok && read.problems.at(-1)?.code).toBe('P-030');
}, 20_000);

type Tree = Record<string, unknown>;
const junk = fc.oneof(fc.constantFrom<unknown>(null, true, false, '', ' ', 0, -1, 1.5, 1e308, [], {}, [[]], 'checks', 'src#1', '2026-02-30', { setting: 'rolling' }, { var: 'abuse' }, { and: [] }, { '!': {} }, { gap: 'open' }), fc.jsonValue({ maxDepth: 3 }));

/** Every place of a document that holds something. */
function places(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([step, child]) => places(child, [...path, step]))];
}
const everyPlace = places(JSON.parse(small)).filter((path) => path.length > 0);

function damage(document: Tree, path: readonly string[], how: 'put' | 'take' | 'rename', value: unknown): void {
  let node: Tree = document;
  for (const step of path.slice(0, -1)) {
    const next = node[step];
    if (typeof next !== 'object' || next === null) return;
    node = next as Tree;
  }
  const last = path.at(-1) ?? '';
  if (how === 'put') node[last] = value;
  else if (how === 'rename') node[`${last}x`] = node[last];
  else delete node[last];
}

test('a procedure whose own label is one blank is still called something where it is refused', () => {
  const read = readProcedure(JSON.stringify({ ...(JSON.parse(small) as object), label: ' ', format: 'one' }));
  expect(read.ok ? [] : read.problems.map(({ label }) => label.trim())).not.toContain('');
});

test('a thousand damaged files are each accepted and valid, or refused with a place', () => {
  const tally = { accepted: 0, refused: 0 };
  const damages = fc.array(fc.tuple(fc.constantFrom(...everyPlace), fc.constantFrom('put', 'take', 'rename'), junk), { minLength: 1, maxLength: 3 });
  fc.assert(fc.property(damages, (changes) => {
    const document = JSON.parse(small) as Tree;
    for (const [path, how, value] of changes) damage(document, path, how, value);
    const read = readProcedure(JSON.stringify(document));
    if (read.ok) {
      tally.accepted += 1;
      expect(validateShape(read.procedure)).toEqual([]);
      for (const one of check(read.procedure)) expect(`${one.code}${one.pointer}`).toMatch(/^P-\d{3}(\/|$)/);
      return;
    }
    tally.refused += 1;
    expect(read.problems.length).toBeGreaterThan(0);
    for (const one of read.problems) {
      expect(stepsOf(one.pointer).length > 0 || one.pointer === '').toBe(true);
      for (const words of [one.label, one.expected, one.remedy, one.words]) expect(words).toMatch(/\S/);
    }
  }), { numRuns: 1000 });
  expect(tally.accepted).toBeGreaterThan(50);
  expect(tally.refused).toBeGreaterThan(300);
});

test('texts that were never procedures are refused, whatever stands in them', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
    expect(readProcedure(text).ok).toBe(false);
  }), { numRuns: 300 });
});

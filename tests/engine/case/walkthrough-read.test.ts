// The reader of walkthrough files, held equal to Ajv on the same schema: what one refuses, the other refuses.
import { readFileSync, readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWalkthrough } from '../../../engine/case/walkthrough-read.ts';
import type { WalkthroughSchema } from '../../../engine/case/walkthrough-read.ts';

const top = new URL('../../../examples/', import.meta.url);
const schema: WalkthroughSchema = JSON.parse(readFileSync(new URL('walkthrough.schema.json', top), 'utf8'));
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
const files = readdirSync(top, { recursive: true, encoding: 'utf8' }).filter((path) => /[\\/].*\.json$/.test(path) && !/[\\/]scenarios[\\/]/.test(path));
const texts = files.map((path) => readFileSync(new URL(path.replaceAll('\\', '/'), top), 'utf8'));

const small = JSON.stringify({
  format: 1, id: 'small', title: 'Small', procedure: 'anywhere', invented: 'All invented.',
  steps: [{ at: '2026-12-10T09:05', as: 'manager', person: 'Q.X.', do: { type: 'sendExchange', task: 'tell', recipients: ['police'] }, expect: { due: { 'in-time': { date: '2026-12-31' } } } }],
});
const changed = (from: string, to: string) => readWalkthrough(small.replace(from, to), schema);

describe('a walkthrough file', () => {
  test.each(files.map((file, index) => [file, texts[index] ?? ''] as const))('%s is one', (_, text) => {
    expect(readWalkthrough(text, schema)).toMatchObject({ ok: true });
  });

  test.each([
    ['is not JSON', '{', '', '', 'something unreadable'],
    ['has a dangerous key', '"format":1', '"__proto__":{},"format":1', '', '__proto__'],
    ['has a misspelt part', '"person"', '"persons"', '/steps/0', 'nothing'],
    ['has a command nobody knows', '"sendExchange"', '"sendExchanges"', '/steps/0/do', 'sendExchanges'],
    ['has a command with a part of another', '"recipients"', '"options"', '/steps/0/do/options', 'options'],
    ['has a time without a time', '2026-12-10T09:05', '2026-12-10', '/steps/0/at', '2026-12-10'],
    ['has no steps', /"steps":\[.*\]/.exec(small)?.[0] ?? '', '"steps":[]', '/steps', '[]'],
    ['names a state no deadline has', '"date":"2026-12-31"', '"state":"late"', '/steps/0/expect/due/in-time/state', 'late'],
    ['has a format of tomorrow', '"format":1', '"format":2', '/format', '2'],
  ])('that %s is refused at its place', (_, from, to, pointer, found) => {
    const read = changed(from, to);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    const told = read.problems.map((problem) => `${problem.pointer} ${problem.found}`).join('\n');
    expect(told).toContain(found);
    expect(read.problems.some((problem) => problem.pointer.startsWith(pointer))).toBe(true);
  });
});

test('of several shapes, the one that is meant is told apart by its type, also where another has fewer faults', () => {
  const read = readWalkthrough(small.replace('"recipients":["police"]', '"options":["a"],"reasons":"So."'), schema);
  expect(read.ok ? [] : read.problems.map(({ pointer, found }) => `${pointer} ${found}`)).toEqual(['/steps/0/do/options "options"', '/steps/0/do/reasons "reasons"']);
});

/** Every place in a document, as the keys that lead there. */
function places(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => places(part, [...path, key]))];
}

function damaged(document: unknown, path: readonly string[], act: (holder: Record<string, unknown>, key: string) => void): string {
  const copy: unknown = structuredClone(document);
  let holder = copy;
  for (const key of path.slice(0, -1)) holder = Reflect.get(Object(holder), key);
  act(Object(holder), path.at(-1) ?? '');
  return JSON.stringify(copy);
}

test('any damage to a walkthrough is judged as Ajv judges it', () => {
  const replacement = fc.constantFrom<unknown>(7, 'x', 'Two Words', '', true, [], {}, ['a'], { status: 'unknown' }, { type: 'closeCase' }, '2026-12-10', '2026-12-10T10:00');
  const how = fc.oneof(fc.constant('delete' as const), fc.constant('add' as const), replacement.map((value) => ({ value })));
  fc.assert(fc.property(fc.constantFrom(small, ...texts), fc.nat(), how, (text, pick, kind) => {
    const document: unknown = JSON.parse(text);
    const all = places(document).slice(1);
    const damagedText = damaged(document, all[pick % all.length] ?? [], (holder, key) => {
      if (kind === 'delete' && Array.isArray(holder)) holder.splice(Number(key), 1);
      else if (kind === 'delete') Reflect.deleteProperty(holder, key);
      else if (kind === 'add' && Array.isArray(holder)) holder.push(null);
      else if (kind === 'add') Reflect.set(holder, 'added-part', 1);
      else holder[key] = kind.value;
    });
    expect(readWalkthrough(damagedText, schema).ok).toBe(validate(JSON.parse(damagedText)));
  }), { numRuns: 400 });
});

// No change of a procedure goes unseen, whatever property it touches; the oracle is the canonical text.
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../../../engine/procedure/canonical.ts';
import { differences, type Difference } from '../../../../engine/procedure/differences/index.ts';
import { stepsOf, valueAt } from '../../../../engine/procedure/pointer.ts';
import { readProcedure } from '../../../../engine/procedure/read.ts';
import { everyValue } from '../../../../engine/procedure/walk.ts';
import type { Procedure } from '../../../../engine/procedure/types.ts';
import { mutationsAt, places, poolOf, type Mutation } from './mutations.ts';

const root = new URL('../../../../', import.meta.url);
const file = (path: string): string => readFileSync(new URL(path, root), 'utf8');

function procedureIn(path: string): Procedure {
  const read = readProcedure(file(path));
  if (!read.ok) throw new Error(`${path}: ${read.problems[0]?.words}`);
  return read.procedure;
}

const everything = procedureIn('tests/fixtures/procedures/everything.json');
const shipped = readdirSync(new URL('procedures', root)).flatMap((slug) => readdirSync(new URL(`procedures/${slug}`, root)).includes('procedure.json') ? [`procedures/${slug}/procedure.json`] : []);

/** The element that a change of this place is a change of: collection and id as differences name them. */
function elementsAt(was: Procedure, now: Procedure, pointer: string): readonly string[] {
  const [collection = '', id] = stepsOf(pointer);
  const value: unknown = valueAt(was, `/${collection}`);
  if (id === undefined || ['edition', 'subject', 'conventions', 'closing', 'cites', 'inForce', 'label', 'note', 'gap', 'summary'].includes(collection)) return [];
  if (collection === 'layout') return [`stages ${id}`];
  const named = [was, now].map((procedure) => valueAt(procedure, `/${collection}/${id}/id`));
  return Array.isArray(value) ? named.map((name) => `${collection} ${String(name)}`) : [`${collection} ${id}`];
}

/** What is wrong with the differences found for one change; empty when they are complete and readable. */
function objections(was: Procedure, { pointer, how, now }: Mutation): readonly string[] {
  const found = differences(was, now);
  const same = canonical(was) === canonical(now);
  const expected = elementsAt(was, now, pointer);
  const told = (one: Difference): boolean => expected.length === 0 || expected.includes(`${one.element.collection} ${one.element.id}`);
  const at = `${pointer} ${how}`;
  return [
    ...(same === (found.length === 0) ? [] : [`${at}: ${found.length} found`]),
    ...(same || found.some(told) ? [] : [`${at}: none of ${found.map(({ words }) => words).join(' | ')} names it`]),
    ...found.filter((one) => one.was === one.now && one.was !== undefined).map(({ words }) => `${at}: was and now are alike: ${words}`),
    ...found.filter((one) => one.now?.includes('put together another way')).map(({ words }) => `${at}: no words tell them apart: ${words}`),
    ...found.filter(({ words }) => /undefined|null|\[object|[{}]|\bnode\b|\bJSON\b/.test(words)).map(({ words }) => `${at}: unreadable: ${words}`),
    ...found.filter((one) => valueAt(one.kind === 'removed' ? was : now, one.element.pointer) === undefined && valueAt(was, one.element.pointer) === undefined).map((one) => `${at}: leads nowhere: ${one.element.pointer}`),
  ];
}

test('the invented procedure of everything has each property that the schema knows', () => {
  const schema: unknown = JSON.parse(file('engine/procedure/procedure.schema.json'));
  const known = everyValue(schema).filter(({ pointer }) => /\/properties\/[^/]+$/.test(pointer)).map(({ pointer }) => stepsOf(pointer).at(-1) ?? '');
  const used = new Set(everyValue(everything).map(({ pointer }) => stepsOf(pointer).at(-1)));
  expect(known.length).toBeGreaterThan(200);
  expect([...new Set(known)].filter((key) => !used.has(key))).toEqual([]);
});

test('each single change anywhere in everything is found, named and said', { timeout: 240_000 }, () => {
  const pool = poolOf(everything);
  const mutations = places(everything).flatMap((pointer) => mutationsAt(everything, pointer, pool));
  expect(mutations.length).toBeGreaterThan(2000);
  expect(mutations.flatMap((mutation) => objections(everything, mutation))).toEqual([]);
});

describe.each(shipped)('%s', (path) => {
  const procedure = procedureIn(path);
  const [all, pool] = [places(procedure), poolOf(procedure)];

  test('compared with itself, in whatever order its keys are written, differs in nothing', () => {
    const turned = JSON.parse(JSON.stringify(procedure), (_, value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value);
    expect(differences(procedure, procedure)).toEqual([]);
    expect(differences(procedure, turned)).toEqual([]);
  });

  test('changed anywhere, the change is found and names the element', () => {
    fc.assert(fc.property(fc.constantFrom(...all), (pointer) => {
      expect(mutationsAt(procedure, pointer, pool).flatMap((mutation) => objections(procedure, mutation))).toEqual([]);
    }), { numRuns: 60 });
  });
});

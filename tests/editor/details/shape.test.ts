// The controls of the details page follow the format's schema: every place has one, and knows what its ids name.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import schema from '../../../engine/procedure/procedure.schema.json';
import { references } from '../../../engine/procedure/references.ts';
import type { ReferenceKind } from '../../../engine/procedure/reference.ts';
import { stepsOf } from '../../../engine/procedure/pointer.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { namesAt } from '../../../editor/details/named.ts';
import { fieldsOf, type Field, type Shape } from '../../../editor/details/shape.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string): Procedure => JSON.parse(readFileSync(new URL(path, root), 'utf8')) as Procedure;
const all: readonly (readonly [string, Procedure])[] = [
  ['everything', read('tests/fixtures/procedures/everything.json')],
  ...readdirSync(new URL('procedures/', root), { withFileTypes: true }).filter((each) => each.isDirectory()).map((each) => [each.name, read(`procedures/${each.name}/procedure.json`)] as const),
];
const collections: Partial<Record<ReferenceKind, readonly string[]>> = {
  stage: ['stages'], task: ['tasks'], question: ['questions'], form: ['forms'], party: ['parties'], rule: ['rules'], timescale: ['timescales'], setting: ['settings'], table: ['tables'], calendar: ['calendars'], meeting: ['meetings'],
  document: ['documents'], class: ['disclosure'], hold: ['holds'], relation: ['relations'], register: ['registers'], fragment: ['fragments'], 'task-or-door': ['tasks', 'doors'], 'task-or-form': ['tasks', 'forms'],
};

/** The place in the schema that a pointer into a procedure leads to; null inside a criterion, which has a page of its own. */
function placeOf(procedure: Procedure, pointer: string): string | null {
  let shape: Shape = { kind: 'parts', fields: fieldsOf('Procedure'), heads: null, least: 0 };
  let place = 'Procedure';
  let value: unknown = procedure;
  for (const step of stepsOf(pointer)) {
    const field: Field | null = under(shape, step, value);
    if (field === null) return null;
    [shape, place, value] = [field.shape(), field.place, (value as Record<string, unknown>)[step]];
    while (shape.kind === 'either') {
      const chosen: Field | undefined = shape.choices.find((choice) => fits(choice.shape(), value));
      if (chosen === undefined) return null;
      [shape, place] = [chosen.shape(), chosen.place];
    }
  }
  return shape.kind === 'named' ? place : null;
}

function under(shape: Shape, step: string, value: unknown): Field | null {
  if (shape.kind === 'parts') return shape.fields.find((each) => each.key === step) ?? null;
  if (shape.kind === 'list' || shape.kind === 'map') return shape.item;
  if (shape.kind === 'pair') return shape.items[Number(step)] ?? null;
  return value === undefined ? null : null;
}

function fits(shape: Shape, value: unknown): boolean {
  if (Array.isArray(value)) return shape.kind === 'list' || shape.kind === 'pair';
  if (typeof value === 'object') return shape.kind === 'parts' || shape.kind === 'map' || shape.kind === 'criterion';
  if (shape.kind === 'one-of') return shape.values.includes(value as string);
  return shape.kind !== 'parts' && shape.kind !== 'list' && shape.kind !== 'map' && shape.kind !== 'criterion' && (typeof value === 'number') === (shape.kind === 'number');
}

test.each(all)('the ids of %s name what the details page offers for them', (_, procedure) => {
  const checked = references(procedure).flatMap((reference) => {
    const wanted = collections[reference.kind];
    const place = wanted === undefined ? null : placeOf(procedure, reference.pointer);
    return place === null || wanted === undefined ? [] : [{ place, wanted, names: namesAt(place) }];
  });

  expect(checked.length).toBeGreaterThan(100);
  expect(checked.filter(({ wanted, names }) => wanted.some((each) => !(names as readonly string[]).includes(each)))).toEqual([]);
});

describe('every place of the format', () => {
  const seen = new Map<string, Field>();
  const visit = (field: Field, path: readonly string[]): void => {
    if (seen.has(field.place)) return;
    seen.set(field.place, field);
    const shape = field.shape();
    const inner = shape.kind === 'parts' ? shape.fields : shape.kind === 'pair' ? shape.items : shape.kind === 'either' ? shape.choices : shape.kind === 'list' || shape.kind === 'map' ? [shape.item] : [];
    for (const each of inner) visit(each, [...path, each.key]);
  };
  for (const field of fieldsOf('Procedure')) visit(field, []);

  test('is reached from the procedure', () => {
    const defined = Object.entries(schema.$defs as Record<string, { properties?: object }>).flatMap(([name, { properties }]) => Object.keys(properties ?? {}).map((key) => `${name}.${key}`));
    const missed = defined.filter((place) => !seen.has(place) && !place.startsWith('Criterion.') && !place.startsWith('Cited.'));

    expect(defined.length).toBeGreaterThan(400);
    expect(missed).toEqual([]);
  });

  test('has words that name it', () => {
    expect([...seen.values()].filter((field) => field.title === '' && !/\/\d+$/.test(field.place)).map((field) => field.place)).toEqual([]);
  });
});

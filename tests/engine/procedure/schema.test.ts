// The schema is the one source: every part is described, and what is generated from it is up to date and runs by itself.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { generateTypes, generateValidator } from '../../../scripts/generate.mjs';

const text = (name: string): string => readFileSync(new URL(`../../../engine/procedure/${name}`, import.meta.url), 'utf8');
interface Part { readonly [key: string]: unknown; readonly description?: string; readonly properties?: Readonly<Record<string, Part>> }
const schema = JSON.parse(text('procedure.schema.json')) as Part & { readonly $defs: Readonly<Record<string, Part>> };

/** Every part of the schema with the way to it. */
function parts(part: unknown, path: string): { readonly path: string; readonly part: Part }[] {
  if (typeof part !== 'object' || part === null) return [];
  return [{ path, part: part as Part }, ...Object.entries(part).flatMap(([key, child]) => parts(child, `${path}/${key}`))];
}
const all = parts(schema, '').filter(({ path }) => !/\/(properties|dependentSchemas|dependentRequired)$/.test(path));

describe('the schema', () => {
  test('describes every property and every definition in words', () => {
    const described = [...Object.entries(schema.$defs), ...all.flatMap(({ path, part }) => Object.entries(part.properties ?? {}).map(([key, child]) => [`${path}/properties/${key}`, child] as const))];

    expect(described.length).toBeGreaterThan(300);
    expect(described.filter(([, part]) => !/\w{3,}.*\.$/s.test(part.description ?? '')).map(([path]) => path)).toEqual([]);
  });

  test('allows no unknown part anywhere', () => {
    const objects = all.filter(({ part }) => part.properties !== undefined);

    expect(objects.length).toBeGreaterThan(60);
    expect(objects.filter(({ part }) => part['additionalProperties'] !== false).map(({ path }) => path)).toEqual([]);
  });

  test('keeps to one kind of name in every list of named things', () => {
    const maps = all.filter(({ part }) => typeof part['additionalProperties'] === 'object');

    expect(maps.length).toBeGreaterThan(20);
    expect(maps.filter(({ part }) => part['propertyNames'] === undefined).map(({ path }) => path)).toEqual([]);
  });
});

describe('what is generated from the schema', () => {
  test('the types are up to date; if not, run node scripts/generate.mjs', async () => {
    expect(await generateTypes()).toBe(text('types.generated.ts'));
  });

  test('the validator is up to date; if not, run node scripts/generate.mjs', async () => {
    expect(await generateValidator()).toBe(text('validate.generated.js'));
  }, 30_000);

  test('the validator needs nothing from outside and compiles no code while it runs', () => {
    const code = text('validate.generated.js');

    expect(code.length).toBeGreaterThan(100_000);
    expect(code.match(/\brequire\(|\bimport\b|\beval\(|new Function/g)).toBeNull();
  });

  test('every name of the file format that the rest of the engine relies on is exported', () => {
    const names = ['Id', 'Text', 'Citation', 'Scalar', 'Setting', 'Cited', 'Procedure', 'Conventions', 'SettingDefinition', 'Calendar', 'MeetingCalendar', 'Party', 'QuestionType', 'Question', 'Form', 'FormSection', 'Door', 'StageKind', 'Stage', 'Trigger', 'Transition', 'Repeat', 'TaskShape', 'Task', 'MonthlyPeriod', 'Recipient', 'ReplyState', 'SignOffStep', 'Strength', 'Rule', 'Target', 'Effect', 'Criterion', 'Operand', 'Unit', 'Timescale', 'DateExpression', 'Closing', 'Register', 'RegisterValue', 'DocumentDefinition', 'DisclosureClass', 'DecisionTable', 'Hold', 'Relation', 'Duty', 'Fragment', 'Source'];
    const types = text('types.generated.ts');

    expect(names.filter((name) => !new RegExp(`^export (type|interface) ${name}\\b`, 'm').test(types))).toEqual([]);
  });
});

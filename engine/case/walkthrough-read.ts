// Reading a walkthrough file: the same first gates as a procedure, then its JSON Schema, read by a small interpreter of
// the few keywords that schema uses. It does not know whether the procedure has the stages and tasks that are named.
import { passGates } from '../procedure/gates.ts';
import type { Walkthrough } from './walkthrough-types.ts';

/** What keeps a file from being a walkthrough, at one place of it. */
export interface WalkthroughProblem { readonly pointer: string; readonly expected: string; readonly found: string; readonly words: string }
export type WalkthroughRead = { readonly ok: true; readonly walkthrough: Walkthrough } | { readonly ok: false; readonly problems: readonly WalkthroughProblem[] };

/** The keywords that examples/walkthrough.schema.json uses. */
export interface WalkthroughSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, WalkthroughSchema>>;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, WalkthroughSchema>>;
  readonly propertyNames?: WalkthroughSchema;
  readonly additionalProperties?: false | WalkthroughSchema;
  readonly items?: WalkthroughSchema;
  readonly oneOf?: readonly WalkthroughSchema[];
}

/**
 * The walkthrough in the text of a file, or the problems that keep it from being one. Never throws.
 * @param schema the parsed examples/walkthrough.schema.json
 */
export function readWalkthrough(text: string, schema: WalkthroughSchema): WalkthroughRead {
  const gated = passGates(text);
  if (!gated.ok) return { ok: false, problems: gated.problems.map(({ pointer, expected, found, words }) => ({ pointer, expected, found, words })) };
  const problems = faults(schema, gated.document, '', schema);
  if (problems.length > 0) return { ok: false, problems };
  // The cast is what the schema has just established.
  return { ok: true, walkthrough: gated.document as unknown as Walkthrough };
}

type Faults = readonly WalkthroughProblem[];

/** What the schema does not allow in a value; `whole` is the schema that holds the named parts. */
function faults(schema: WalkthroughSchema, value: unknown, pointer: string, whole: WalkthroughSchema): Faults {
  const named = schema.$ref === undefined ? [] : faults(whole.$defs?.[schema.$ref.slice('#/$defs/'.length)] ?? {}, value, pointer, whole);
  const own = ownFault(schema, value);
  if (own !== undefined) return [...named, fault(pointer, own, value, 'This is not what a walkthrough has here.')];
  const inner = schema.oneOf ? choiceFaults(schema.oneOf, value, pointer, whole) : [];
  return [...named, ...inner, ...objectFaults(schema, value, pointer, whole), ...listFaults(schema, value, pointer, whole)];
}

/** What is expected of the value itself, leaving its parts aside; undefined when it fits. */
function ownFault(schema: WalkthroughSchema, value: unknown): string | undefined {
  if (schema.type !== undefined && ![schema.type].flat().includes(typeOf(value))) return [schema.type].flat().map((type) => typeWords[type] ?? type).join(' or ');
  if (schema.const !== undefined && value !== schema.const) return JSON.stringify(schema.const);
  if (schema.enum !== undefined && !schema.enum.includes(value)) return `one of ${schema.enum.join(', ')}`;
  if (typeof value === 'string' && schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) return `a text such as ${schema.description ?? schema.pattern}`;
  if (typeof value === 'string' && value.length < (schema.minLength ?? 0)) return 'words';
  if (Array.isArray(value) && value.length < (schema.minItems ?? 0)) return `at least ${schema.minItems} of them`;
  return undefined;
}

/** Of several shapes, the one that is meant is the one with the right `type`, else the one with the fewest faults. */
function choiceFaults(choices: readonly WalkthroughSchema[], value: unknown, pointer: string, whole: WalkthroughSchema): Faults {
  const tried = choices.map((choice) => faults(choice, value, pointer, whole));
  if (tried.some((found) => found.length === 0)) return [];
  const discriminated = isRecord(value) ? choices.findIndex(({ properties }) => properties?.['type']?.const !== undefined && properties['type'].const === value['type']) : -1;
  const meant = tried[discriminated] ?? [...tried].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
  return meant ?? [];
}

/** Faults further in mean that the outer shape fitted. */
function depth(found: Faults): number {
  return Math.min(...found.map(({ pointer }) => pointer.split('/').length));
}

function objectFaults(schema: WalkthroughSchema, value: unknown, pointer: string, whole: WalkthroughSchema): Faults {
  if (!isRecord(value)) return [];
  const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(value, key)).map((key) => fault(pointer, `a part named ${key}`, undefined, `The part ${key} is missing.`));
  const parts = Object.entries(value).flatMap(([key, part]) => partFaults(schema, key, part, `${pointer}/${escaped(key)}`, whole));
  return [...missing, ...parts];
}

function partFaults(schema: WalkthroughSchema, key: string, part: unknown, pointer: string, whole: WalkthroughSchema): Faults {
  const known = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
  if (known) return faults(known, part, pointer, whole);
  if (schema.additionalProperties === false) return [fault(pointer, `one of the parts ${Object.keys(schema.properties ?? {}).join(', ')}`, key, `The part ${key} is not known here.`)];
  const names = schema.propertyNames ? faults(schema.propertyNames, key, pointer, whole) : [];
  return [...names, ...(schema.additionalProperties ? faults(schema.additionalProperties, part, pointer, whole) : [])];
}

function listFaults({ items }: WalkthroughSchema, value: unknown, pointer: string, whole: WalkthroughSchema): Faults {
  return items && Array.isArray(value) ? value.flatMap((item, index) => faults(items, item, `${pointer}/${index}`, whole)) : [];
}

function fault(pointer: string, expected: string, value: unknown, words: string): WalkthroughProblem {
  return { pointer, expected, found: value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80), words };
}

const typeWords: Readonly<Record<string, string>> = { string: 'a text', number: 'a number', boolean: 'true or false', array: 'a list', object: 'an object with named parts' };

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeOf(value) === 'object';
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

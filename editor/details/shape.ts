// What may stand at a place of the file, read from the format's own schema: the sort of control it needs, the words
// that name it and the words that explain it. A property that the format gains has its control at once.
import schema from '../../engine/procedure/procedure.schema.json';
import { namesAt, type Naming } from './named.ts';

export type Shape =
  | { readonly kind: 'words' | 'line' | 'lines' | 'yes' | 'day' | 'time' | 'value' | 'criterion' }
  | { readonly kind: 'number'; readonly whole: boolean; readonly least: number }
  | { readonly kind: 'one-of'; readonly values: readonly (string | number)[]; /** Where the values are listed, which may be a definition of their own: "StageKind". */ readonly of: string }
  | { readonly kind: 'named'; readonly names: Naming }
  | { readonly kind: 'cite' }
  | { readonly kind: 'list'; readonly item: Field; readonly least: number }
  | { readonly kind: 'pair'; readonly items: readonly Field[] }
  /** An object with parts; `heads` where one of them is chosen, each with the parts that go with it; `least` where it may not be empty. */
  | { readonly kind: 'parts'; readonly fields: readonly Field[]; readonly heads: ReadonlyMap<string, readonly string[]> | null; readonly least: number }
  | { readonly kind: 'map'; readonly item: Field; readonly names: Naming }
  | { readonly kind: 'either'; readonly choices: readonly Field[] }
  | { readonly kind: 'fixed'; readonly value: unknown };
/** A place: its key, its name, its explanation, whether it may be left out, and what may stand there. */
export interface Field {
  readonly key: string;
  /** Where it stands in the schema: "Task.document.id". */
  readonly place: string;
  readonly title: string;
  readonly hint: string;
  readonly required: boolean;
  readonly shape: () => Shape;
}

interface Node {
  readonly $ref?: string; readonly type?: string | readonly string[]; readonly description?: string; readonly enum?: readonly (string | number)[]; readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Node>>; readonly required?: readonly string[]; readonly additionalProperties?: boolean | Node; readonly propertyNames?: Node;
  readonly items?: boolean | Node; readonly prefixItems?: readonly Node[]; readonly anyOf?: readonly Node[]; readonly oneOf?: readonly Node[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>; readonly minProperties?: number; readonly maxProperties?: number; readonly minItems?: number; readonly minimum?: number; readonly pattern?: string;
}
const defs = schema.$defs as unknown as Readonly<Record<string, Node>>;

/** A sort of element of the format, by the name of its definition ("Task"); its parts with their places. */
export const fieldsOf = (definition: string): readonly Field[] => partsOf(definition === 'Procedure' ? (schema as unknown as Node) : defs[definition] ?? {}, definition);

/** The definition that the elements of a collection are made by: "Task" of tasks. */
export function definitionOf(collection: string): string {
  const node = (schema as unknown as Node).properties?.[collection] ?? {};
  const item = typeof node.additionalProperties === 'object' ? node.additionalProperties : typeof node.items === 'object' ? node.items : node;
  return refOf(item) ?? collection;
}

const refOf = (node: Node): string | undefined => node.$ref?.split('/').at(-1);

function partsOf(node: Node, place: string): readonly Field[] {
  const required = new Set(node.required ?? []);
  return Object.entries(node.properties ?? {}).map(([key, part]) => fieldOf(key, part, `${place}.${key}`, required.has(key)));
}

/** `inner`: what the places within begin with; the same, unless it is one of several types of one value. */
function fieldOf(key: string, node: Node, place: string, required: boolean, inner = place): Field {
  const description = node.description ?? (refOf(node) === undefined ? '' : defs[refOf(node) ?? '']?.description ?? '');
  const [first = '', ...more] = description.split(/(?<=[.:]) (?=[A-Z])/);
  return { key, place, title: named(first.replace(/[.:]$/, '')), hint: more.join(' ').replace(/ ?Example:.*$/s, ''), required, shape: () => shapeOf(node, inner) };
}

/** "True when it lies outside" names a box to tick: "It lies outside". */
const named = (title: string): string => title.replace(/^True when (.)/, (_, letter: string) => letter.toUpperCase());

const simple: Readonly<Record<string, Shape>> = { Text: { kind: 'words' }, Citation: { kind: 'cite' }, CivilDate: { kind: 'day' }, LocalTime: { kind: 'time' }, Scalar: { kind: 'value' }, Criterion: { kind: 'criterion' }, Lines: { kind: 'line' } };

function shapeOf(node: Node, place: string): Shape {
  const name = refOf(node);
  if (name === 'Id') return { kind: 'named', names: namesAt(place) };
  if (name !== undefined) return simple[name] ?? shapeOf(defs[name] ?? {}, name);
  const types = Array.isArray(node.type) ? (node.type as readonly string[]) : undefined;
  const either = node.anyOf ?? node.oneOf ?? types?.map((type) => typed(node, type));
  return either === undefined ? plainShape(node, place) : { kind: 'either', choices: either.map((each, index) => fieldOf(String(index), each, `${place}/${index}`, true, types !== undefined ? place : `${place}/${index}`)) };
}

const sorts: Readonly<Record<string, string>> = { object: 'Taken from elsewhere.', string: 'Words.', boolean: 'Yes or no.' };

/** Where one part is chosen: each that can be, with those that must stand beside it. */
function headsOf({ properties = {}, minProperties, maxProperties, dependentRequired = {} }: Node): ReadonlyMap<string, readonly string[]> | null {
  const beside = new Set(Object.values(dependentRequired).flat());
  if (minProperties !== 1 || (maxProperties !== 1 && beside.size === 0)) return null;
  return new Map(Object.keys(properties).filter((key) => !beside.has(key)).map((key) => [key, dependentRequired[key] ?? []]));
}

/** One of several types that may stand at a place; only an object has parts. */
function typed(node: Node, type: string): Node {
  const { properties, additionalProperties, propertyNames, minProperties, maxProperties, required, dependentRequired, enum: values, ...rest } = node;
  const description = sorts[type] ?? 'A number.';
  if (type !== 'object') return { ...rest, type, description, ...(values === undefined ? {} : { enum: values }) };
  return Object.fromEntries(Object.entries({ ...rest, type, description, properties, additionalProperties, propertyNames, minProperties, maxProperties, dependentRequired, required }).filter(([, part]) => part !== undefined));
}

function plainShape(node: Node, place: string): Shape {
  if (node.const !== undefined) return { kind: 'fixed', value: node.const };
  if (node.enum !== undefined && node.type !== 'object') return { kind: 'one-of', values: node.enum, of: place };
  if (node.type === 'string' && node.pattern !== undefined && node.pattern === defs['Id']?.pattern) return { kind: 'named', names: namesAt(place) };
  if (node.type === 'boolean') return { kind: 'yes' };
  if (node.type === 'number' || node.type === 'integer') return { kind: 'number', whole: node.type === 'integer', least: node.minimum ?? 0 };
  if (node.prefixItems !== undefined) return { kind: 'pair', items: node.prefixItems.map((item, index) => fieldOf(String(index), item, `${place}.${index}`, true)) };
  if (node.type === 'array' && typeof node.items === 'object') return { kind: 'list', item: fieldOf('item', node.items, `${place} item`, true), least: node.minItems ?? 0 };
  if (node.properties !== undefined) return { kind: 'parts', fields: partsOf(node, place), heads: headsOf(node), least: node.minProperties ?? 0 };
  if (typeof node.additionalProperties === 'object') return { kind: 'map', item: fieldOf('item', node.additionalProperties, `${place} item`, true), names: namesAt(`${place} keys`) };
  return { kind: 'line' };
}

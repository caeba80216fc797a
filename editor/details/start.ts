// What stands first where something is added: the least that the format allows, to be changed at once.
import type { Procedure } from '../../engine/procedure/types.ts';
import { choicesOf, type Around } from './choices.ts';
import type { Field, Shape } from './shape.ts';
import { words } from './words.ts';

/** A first value for a place; undefined where nothing of the procedure could stand there yet. */
export function startOf(procedure: Procedure, field: Field, around: Around, today: string, depth = 0): unknown {
  return startOfShape(procedure, field.shape(), around, today, depth);
}

function startOfShape(procedure: Procedure, shape: Shape, around: Around, today: string, depth: number): unknown {
  if (depth > 6) return undefined;
  const inner = (field: Field, within?: unknown): unknown => startOf(procedure, field, within === undefined ? around : { ...around, within }, today, depth + 1);
  switch (shape.kind) {
    case 'words': return words.fresh;
    case 'line': return '1';
    case 'value': return words.fresh;
    case 'yes': return true;
    case 'day': return today;
    case 'time': return '17:00';
    case 'cite': { const source = Object.keys(procedure.sources)[0]; return source === undefined ? undefined : `${source}#1`; }
    case 'criterion': { const question = Object.keys(procedure.questions)[0]; return question === undefined ? undefined : { answered: question }; }
    case 'number': return Math.max(1, shape.least);
    case 'one-of': return shape.values[0];
    case 'named': return shape.names === 'own' ? words.freshId : shape.names === 'lines' ? '1' : choicesOf(procedure, shape.names, around)[0]?.value;
    case 'fixed': return shape.value;
    case 'list': { const item = inner(shape.item); return item === undefined ? undefined : [item]; }
    case 'pair': return pairOf(procedure, shape.items, around, today, depth);
    case 'map': { const item = inner(shape.item); const key = shape.names === 'own' ? words.freshId : shape.names === 'lines' ? '1' : choicesOf(procedure, shape.names, around)[0]?.value; return item === undefined || key === undefined ? undefined : { [key]: item }; }
    case 'either': return firstOf(shape.choices.map((choice) => inner(choice)));
    case 'parts': return shape.heads === null ? partsOf(shape.fields, shape.least, inner) : headOf(shape.fields, shape.heads, inner);
  }
}

const firstOf = (values: readonly unknown[]): unknown => values.find((value) => value !== undefined);

/** Two that belong together, such as a decision and one of its own options: the first for which there is a second. */
function pairOf(procedure: Procedure, [one, ...others]: readonly Field[], around: Around, today: string, depth: number): unknown {
  if (one === undefined) return undefined;
  const shape = one.shape();
  const firsts = shape.kind === 'named' ? choicesOf(procedure, shape.names, around).map((choice): unknown => choice.value) : [startOf(procedure, one, around, today, depth + 1)];
  for (const first of firsts) {
    const pair = [first, ...others.map((other) => startOf(procedure, other, { ...around, before: [first] }, today, depth + 1))];
    if (!pair.includes(undefined)) return pair;
  }
  return undefined;
}

/** The first part that could be chosen, with those that go with it. */
function headOf(fields: readonly Field[], heads: ReadonlyMap<string, readonly string[]>, inner: (field: Field) => unknown): unknown {
  for (const head of heads.keys()) {
    const value = withBeside(fields, heads, head, inner);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** One part chosen of several, with what must stand beside it; undefined where one of them has nothing to name. */
export function withBeside(fields: readonly Field[], heads: ReadonlyMap<string, readonly string[]>, head: string, inner: (field: Field) => unknown): Readonly<Record<string, unknown>> | undefined {
  const keys = [head, ...(heads.get(head) ?? [])];
  const made = keys.map((key) => { const field = fields.find((each) => each.key === key); return [key, field === undefined ? undefined : inner(field)] as const; });
  return made.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(made);
}

/** What must be there, each seeing what stands before it: a value for each reading of the setting that was named. */
function partsOf(fields: readonly Field[], least: number, inner: (field: Field, within: unknown) => unknown): unknown {
  const needed = fields.filter((field) => field.required);
  const first = needed.length < least ? fields.filter((field) => !field.required).slice(0, least - needed.length) : [];
  const made: Record<string, unknown> = {};
  for (const field of [...needed, ...first]) made[field.key] = inner(field, made);
  return Object.values(made).includes(undefined) ? undefined : made;
}

/** Which of several sorts of value stands there: its place among the choices, -1 for none. */
export function chosenOf(choices: readonly Field[], value: unknown): number {
  return choices.findIndex((choice) => fits(choice.shape(), value));
}

function fits(shape: Shape, value: unknown): boolean {
  if (shape.kind === 'either') return shape.choices.some((choice) => fits(choice.shape(), value));
  if (Array.isArray(value)) return shape.kind === 'list' || (shape.kind === 'pair' && value.length === shape.items.length);
  if (typeof value === 'object') return shape.kind === 'criterion' || shape.kind === 'map' || (shape.kind === 'parts' && Object.keys(value ?? {}).every((key) => shape.fields.some((field) => field.key === key)));
  if (shape.kind === 'one-of') return shape.values.includes(value as string);
  if (typeof value === 'boolean') return shape.kind === 'yes' || shape.kind === 'value';
  if (typeof value === 'number') return shape.kind === 'number' || shape.kind === 'value';
  return !['yes', 'number', 'list', 'pair', 'parts', 'map', 'criterion'].includes(shape.kind);
}

// Changes of one place of a procedure that the schema still allows: something left out, another value, another order,
// another language.
import { stepsOf, valueAt } from '../../../../engine/procedure/pointer.ts';
import { validateShape } from '../../../../engine/procedure/read.ts';
import { everyValue } from '../../../../engine/procedure/walk.ts';
import type { Procedure } from '../../../../engine/procedure/types.ts';

export interface Mutation { readonly pointer: string; readonly how: string; readonly now: Procedure }
type Editable = Record<string, unknown>;

/** Every place of the procedure below its top. */
export function places(procedure: Procedure): readonly string[] {
  return everyValue(procedure).map(({ pointer }) => pointer).filter((pointer) => pointer !== '');
}

/** What the schema allows in each place, by the name of the property: the values it has elsewhere in the file. */
export function poolOf(procedure: Procedure): ReadonlyMap<string, readonly unknown[]> {
  const pool = new Map<string, unknown[]>();
  for (const { pointer, value } of everyValue(procedure)) {
    const key = kindOf(pointer);
    if (typeof value === 'string') pool.set(key, [...(pool.get(key) ?? []), value]);
  }
  return pool;
}

/** `kind` for `/stages/a/kind` and `days` for `/calendars/a/days/0`. */
function kindOf(pointer: string): string {
  return stepsOf(pointer).findLast((step) => !/^\d+$/.test(step)) ?? '';
}

/** The changes of the value at that place which give another procedure that the schema allows. */
export function mutationsAt(procedure: Procedure, pointer: string, pool: ReadonlyMap<string, readonly unknown[]>): readonly Mutation[] {
  const value = valueAt(procedure, pointer);
  const other = (pool.get(kindOf(pointer)) ?? []).find((one) => one !== value);
  return [['left out', undefined] as const, ...replacements(value, other)].flatMap(([how, next]) => {
    const now = changed(procedure, pointer, next);
    return validateShape(now).length === 0 ? [{ pointer, how, now }] : [];
  });
}

function replacements(value: unknown, other: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value === 'string') return [['longer', `${value}-x`], ['in two languages', { en: value, cy: value }], ...(other === undefined ? [] : [['as elsewhere', other] as const])];
  if (typeof value === 'number') return [['one more', value + 1], ['none', 0]].filter(([, next]) => next !== value).map(([how, next]) => [String(how), next]);
  if (typeof value === 'boolean') return [['the contrary', !value]];
  if (Array.isArray(value)) return [['turned round', value.toReversed()], ['emptied', []], ['its last twice', [...value, value.at(-1)]]].filter(([, next]) => JSON.stringify(next) !== JSON.stringify(value)).map(([how, next]) => [String(how), next]);
  return [['emptied', {}]];
}

function changed(procedure: Procedure, pointer: string, next: unknown): Procedure {
  const copy = structuredClone(procedure);
  const steps = stepsOf(pointer);
  const last = steps.at(-1) ?? '';
  const parent = valueAt(copy, pointer.slice(0, pointer.lastIndexOf('/')));
  if (Array.isArray(parent)) parent.splice(Number(last), 1, ...(next === undefined ? [] : [next]));
  else if (next === undefined) delete (parent as Editable)[last];
  else (parent as Editable)[last] = next;
  return copy;
}

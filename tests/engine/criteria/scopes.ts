// A case reduced to its answers, for tests of criteria.
import type { Scope, Truth, Value } from '../../../engine/criteria/index.ts';
import { distanceBetween } from '../../../engine/criteria/index.ts';
import type { Scalar } from '../../../engine/procedure/types.ts';

export interface Facts {
  readonly answers?: Readonly<Record<string, Value>>;
  readonly settings?: Readonly<Record<string, Scalar>>;
  /** By `name:argument`, as `done:notify`. Anything else is unknown. */
  readonly predicates?: Readonly<Record<string, Truth>>;
  readonly tables?: Readonly<Record<string, Readonly<Record<string, Scalar>>>>;
}

export function scopeOf({ answers = {}, settings = {}, predicates = {}, tables = {} }: Facts): Scope {
  return {
    value: (question) => answers[question],
    setting: (id) => settings[id],
    predicate: (name, argument) => predicates[`${name}:${typeof argument === 'string' ? argument : argument.join('.')}`] ?? 'unknown',
    distance: (from, to, unit) => distanceBetween(answers[from], answers[to], unit),
    lookup: (table, value) => tables[table]?.[String(value)],
  };
}

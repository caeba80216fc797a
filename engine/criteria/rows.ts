// What a criterion sees inside a list: for each row of a table its cells, for each plain item the item itself
// (as `item`, or as the empty name that JsonLogic uses), and beyond them the case.
// Working days between cells are not known here: only the case knows its calendar.
// An empty cell is not known; it never falls through to a question of the case that has the same name.
import { isList } from './compare.ts';
import { distanceBetween } from './distance.ts';
import type { Scalar } from '../procedure/types.ts';
import type { Scope, Value } from './types.ts';

type Row = Readonly<Record<string, Scalar>>;

/** One scope per item of a list or row of a table; a single value is a list of one. */
export function itemsOf(value: Value, scope: Scope): readonly Scope[] {
  const items: readonly (Scalar | Row)[] = isList(value) ? value : [value];
  const columns = new Set(items.flatMap((item) => (typeof item === 'object' ? Object.keys(item) : [])));
  return items.map((item) => (typeof item === 'object' ? inRow(item, columns, scope) : atItem(item, scope)));
}

function inRow(row: Row, columns: ReadonlySet<string>, scope: Scope): Scope {
  const value = (question: string): Value | undefined => (columns.has(question) ? row[question] : scope.value(question));
  return {
    ...within(scope, value),
    distance: (from, to, unit) => (columns.has(from) || columns.has(to) ? distanceBetween(value(from), value(to), unit) : scope.distance(from, to, unit)),
  };
}

function atItem(item: Scalar, scope: Scope): Scope {
  return within(scope, (question) => (question === '' || question === 'item' ? item : scope.value(question)));
}

// Written out rather than spread: a scope may be a class whose methods a spread would lose.
function within(scope: Scope, value: Scope['value']): Scope {
  return {
    value,
    setting: (id) => scope.setting(id),
    predicate: (name, argument) => scope.predicate(name, argument),
    distance: (from, to, unit) => scope.distance(from, to, unit),
    lookup: (table, key) => scope.lookup(table, key),
  };
}

// What a criterion sees inside a list: for each row of a table its cells, for each plain item the item itself
// (as `item`, or as the empty name that JsonLogic uses), and beyond them the case.
// Working days between cells are not known here: only the case knows its calendar.
// An empty cell is not known; it never falls through to a question of the case that has the same name.
import { isList } from './compare.ts';
import { distanceBetween } from './distance.ts';
import type { Scalar } from '../procedure/types.ts';
import type { Scope, Truth, Value } from './types.ts';

type Row = Readonly<Record<string, Scalar>>;

/** One scope per item of a list or row of a table; a single value is a list of one. */
export function itemsOf(value: Value, scope: Scope): readonly Scope[] {
  const items: readonly (Scalar | Row)[] = isList(value) ? value : [value];
  const columns = columnsOf(items);
  return items.map((item) => (typeof item === 'object' ? new InRow(scope, item, columns) : new AtItem(scope, item)));
}

function columnsOf(items: readonly (Scalar | Row)[]): ReadonlySet<string> {
  const columns = new Set<string>();
  for (const item of items) if (typeof item === 'object') for (const column of Object.keys(item)) columns.add(column);
  return columns;
}

// Classes: a scope is made for each item whenever a rule on a list is asked, many times as fast as closures for each of its answers.
abstract class Within implements Scope {
  protected readonly beyond: Scope;
  constructor(beyond: Scope) {
    this.beyond = beyond;
  }
  abstract value(question: string): Value | undefined;
  setting(id: string): Scalar | undefined {
    return this.beyond.setting(id);
  }
  predicate(name: string, argument: string | readonly string[]): Truth {
    return this.beyond.predicate(name, argument);
  }
  distance(from: string, to: string, unit: 'years' | 'days' | 'working-days'): number | undefined {
    return this.beyond.distance(from, to, unit);
  }
  lookup(table: string, key: Scalar): Scalar | undefined {
    return this.beyond.lookup(table, key);
  }
}

class AtItem extends Within {
  private readonly item: Scalar;
  constructor(beyond: Scope, item: Scalar) {
    super(beyond);
    this.item = item;
  }
  value(question: string): Value | undefined {
    return question === '' || question === 'item' ? this.item : this.beyond.value(question);
  }
}

class InRow extends Within {
  private readonly row: Row;
  private readonly columns: ReadonlySet<string>;
  constructor(beyond: Scope, row: Row, columns: ReadonlySet<string>) {
    super(beyond);
    this.row = row;
    this.columns = columns;
  }
  value(question: string): Value | undefined {
    return this.columns.has(question) ? this.row[question] : this.beyond.value(question);
  }
  override distance(from: string, to: string, unit: 'years' | 'days' | 'working-days'): number | undefined {
    return this.columns.has(from) || this.columns.has(to) ? distanceBetween(this.value(from), this.value(to), unit) : this.beyond.distance(from, to, unit);
  }
}

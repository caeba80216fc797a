// What the keys do in the grid. In the first column right and left open and close; in the others they go across.
import type { Acts } from '../canvas/acts.ts';
import { words } from '../words.ts';
import type { Going } from '../canvas/keys.ts';
import type { Column } from './columns.ts';
import type { GridRow } from './rows.ts';

export interface Pressed { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean; readonly shiftKey: boolean }
export interface GridActs {
  go(row: GridRow | undefined, how?: Going): void;
  /** Chooses it too, or all beside it; true when the key asks for that. */
  choosing(event: Pressed): boolean;
  to(column: Column | undefined): void;
  edit(): void;
  fold(row: GridRow): void;
  group(together: boolean): void;
  move(key: string): void;
  keys(): void;
  say(words: string): void;
  readonly acts: Acts;
}

/** Does what a key asks for; true when it did. */
export function gridKey(event: Pressed, rows: readonly GridRow[], row: GridRow | undefined, column: Column, columns: readonly Column[], act: GridActs): boolean {
  if (row === undefined) return false;
  if (event.altKey && event.key.startsWith('Arrow')) { if (row.is !== 'door') act.move(event.key); return true; }
  if (event.altKey) return false;
  const at = rows.indexOf(row);
  if (act.choosing(event)) return true;
  const how: Going = event.shiftKey ? 'with' : event.ctrlKey || event.metaKey ? 'past' : 'to';
  if (event.key === 'ArrowDown') { act.go(onward(rows, at, 1, how), how); return true; }
  if (event.key === 'ArrowUp') { act.go(onward(rows, at, -1, how), how); return true; }
  if (event.ctrlKey || event.metaKey) {
    if (event.key === 'Home') { act.go(rows[0]); return true; }
    if (event.key === 'End') { act.go(rows.at(-1)); return true; }
    return false;
  }
  switch (event.key) {
    case 'Home': act.to(columns[0]); return true;
    case 'End': act.to(columns.at(-1)); return true;
    case 'ArrowRight': right(row, column, columns, act); return true;
    case 'ArrowLeft': left(rows, row, column, columns, act); return true;
    case 'Enter': case 'F2': act.edit(); return true;
    default: return letter(event, row, act);
  }
}

/** The row one place on. Who chooses several goes from stage to stage: a route or a way in between would let go of those chosen. */
function onward(rows: readonly GridRow[], at: number, by: 1 | -1, how: Going): GridRow | undefined {
  const beyond = by > 0 ? rows.slice(at + 1) : rows.slice(0, at).toReversed();
  return (how === 'to' ? beyond : beyond.filter((row) => row.is !== 'route' && row.is !== 'door'))[0] ?? (how === 'to' ? rows[at] : undefined);
}

function right(row: GridRow, column: Column, columns: readonly Column[], act: GridActs): void {
  if (column === 'name' && row.open === false) act.fold(row);
  else act.to(columns[columns.indexOf(column) + 1]);
}

function left(rows: readonly GridRow[], row: GridRow, column: Column, columns: readonly Column[], act: GridActs): void {
  if (column !== 'name') { act.to(columns[columns.indexOf(column) - 1]); return; }
  if (row.open === true) { act.fold(row); return; }
  act.go(rows.slice(0, rows.indexOf(row)).findLast((each) => each.level < row.level));
}

function letter({ key, shiftKey }: Pressed, row: GridRow, { acts, group, keys, say }: GridActs): boolean {
  const stage = row.is === 'stage' || row.is === 'group' ? row.id : row.route?.from ?? null;
  switch (key.toLowerCase()) {
    case 'n': acts.next(stage); return true;
    case 'c': if (stage === null) say(words.said.nothing); else acts.connect(stage); return true;
    case 'd': if (row.is === 'stage' || row.is === 'group') acts.duplicate(row.id); return true;
    case 'g': group(shiftKey); return true;
    case 'a': acts.arrange(); return true;
    case '?': keys(); return true;
    case 'delete': case 'backspace': if (row.is !== 'door') acts.remove(row.id); return true;
    default: return false;
  }
}

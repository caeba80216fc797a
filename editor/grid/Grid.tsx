// The outline and the table: the whole procedure as rows, every cell to be reached and changed from the keyboard.
// The cell one stands on belongs to the selected row; which column it is in is all that is kept here.
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import { useActs } from '../canvas/acts.ts';
import { choosingKey, goOn, type Going } from '../canvas/keys.ts';
import { useBench, useDiagram, useEditor } from '../store/context.ts';
import type { View } from '../types.ts';
import { words } from '../words.ts';
import { move } from './acts.ts';
import { CellField } from './CellField.tsx';
import { columnsOf, type Column } from './columns.ts';
import { GridBar } from './GridBar.tsx';
import { GridFoot } from './GridFoot.tsx';
import { gridKey, type Pressed } from './keys.ts';
import { Line } from './Line.tsx';
import { foldable, gridRows, tableRows, type GridRow } from './rows.ts';

export function Grid({ view }: { readonly view: Exclude<View, 'canvas'> }) {
  const grid = useGrid(view);
  const { rows, also, current, column, columns, list } = grid;
  return (
    <main className="ed-grid-view">
      <GridBar typed={grid.typed} onType={grid.setTyped} onFoldAll={grid.foldAll} folded={grid.allFolded} outline={view === 'outline'} onGroup={() => grid.group()} />
      <div className="ed-grid-scroll">
        <div className={`ed-grid ed-grid-${view}`} role={view === 'outline' ? 'treegrid' : 'grid'} aria-label={view === 'outline' ? words.grid.outline : words.grid.table} aria-multiselectable="true" aria-rowcount={rows.length + 1} ref={list} onKeyDown={grid.onKey}>
          <div role="row" className="ed-grid-head">{columns.map((each) => <span key={each} role="columnheader">{view === 'table' && each === 'name' ? words.canvas.stage : words.grid.columns[each]}</span>)}</div>
          {rows.map((row) => (
            <Line key={row.id} row={row} columns={columns} tree={view === 'outline'} at={row.id === current?.id ? column : null} chosen={also.includes(row.id)} onStand={(at, again, how) => grid.stand(row, at, again, how)} onFold={() => grid.fold(row)}>
              {row.id === current?.id && grid.editing !== null ? <CellField row={row} column={grid.editing} onDone={grid.done} /> : null}
            </Line>
          ))}
        </div>
        {rows.length === 0 && <p className="ed-hint ed-inset">{words.outline.none}</p>}
      </div>
      <GridFoot outline={view === 'outline'} />
    </main>
  );
}

/** Rows, the cell one stands on, and what keys and pointer do to both. */
function useGrid(view: Exclude<View, 'canvas'>) {
  const bench = useBench();
  const diagram = useDiagram();
  const procedure = useEditor((state) => state.procedure);
  const selection = useEditor((state) => state.selection);
  const also = useEditor((state) => state.also);
  const select = useEditor((state) => state.select);
  const acts = useActs();
  const [closed, setClosed] = useState<ReadonlySet<Id>>(new Set());
  const [typed, setTyped] = useState('');
  const [column, setColumn] = useState<Column>('name');
  const [asked, setEditing] = useState<Column | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => (view === 'outline' ? gridRows(procedure, diagram, closed, typed) : tableRows(procedure, diagram, typed)), [view, procedure, diagram, closed, typed]);
  const current = rows.find((row) => row.id === selection) ?? rows[0];
  const editing: Column | null = bench.mode === 'naming' && bench.about.stage === current?.id ? 'name' : asked;
  const columns = columnsOf(view);
  // By the next frame Enter may have opened a field already, or a key a panel: it keeps the keys.
  const focus = (): void => { requestAnimationFrame(() => { if (list.current?.querySelector('input:focus') === null && document.querySelector('.ed-panel:focus-within') === null) list.current.querySelector<HTMLElement>('[tabindex="0"]')?.focus(); }); };
  useEffect(() => { list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }); }, [selection]);
  const stand = (row: GridRow, at: Column, again = false, how: Going | 'toggle' = 'to'): void => {
    if (again && how === 'to' && row.id === current?.id && at === column) { edit(row, at); return; }
    bench.send({ type: 'selected' });
    setEditing(null);
    setColumn(at);
    if (how === 'toggle' && row.id in procedure.stages) bench.store.getState().toggle(row.id);
    else goOn(bench, row.id, how === 'toggle' ? 'to' : how);
    focus();
  };
  const edit = (row: GridRow, at: Column): void => {
    const may = editable(row, at);
    if (bench.store.getState().readOnly) bench.announce(words.said.readOnly);
    else if (at === 'clock' && row.clocks[0] !== undefined) bench.send({ type: 'clock', clock: row.clocks[0].id });
    else if (at === 'clock' || at === 'tasks') toInspector(at);
    else if (at === 'goes' && row.open === null && row.route === null && row.goes !== '') toInspector('next');
    else if (may) { select(row.id); setEditing(at); }
    else bench.announce(words.grid.fixed);
  };
  const done = (): void => { bench.send({ type: 'done' }); setEditing(null); focus(); };
  const fold = (row: GridRow): void => setClosed((now) => { const next = new Set(now); if (!next.delete(row.id)) next.add(row.id); return next; });
  const all = useMemo(() => foldable(gridRows(procedure, diagram, new Set())), [procedure, diagram]);
  const allFolded = all.length > 0 && all.every((id) => closed.has(id));
  const group = (together = false): void => {
    if (current === undefined || !(current.id in procedure.stages)) return;
    setColumn('name');
    acts.group(current.id, together);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (editing !== null || event.defaultPrevented) return;
    const act = {
      go: (row: GridRow | undefined, how: Going = 'to') => { if (row !== undefined) stand(row, column, false, how); }, choosing: (pressed: Pressed) => choosingKey(bench, pressed, diagram), to: (at: Column | undefined) => { if (current !== undefined && at !== undefined) stand(current, at); },
      edit: () => { if (current !== undefined) edit(current, column); }, fold, group, acts, say: bench.announce,
      move: (key: string) => { if (current !== undefined) { bench.store.getState().edit(move(procedure, diagram, current.id, key)); focus(); } },
      keys: () => bench.send({ type: 'keys' }),
    };
    if (gridKey(event, rows, current, column, columns, act)) { event.preventDefault(); event.stopPropagation(); }
  };
  return { rows, also, current, column, columns, list, typed, setTyped, editing, done, stand, fold, group, onKey, allFolded, foldAll: () => setClosed(allFolded ? new Set() : new Set(all)) };
}

/** Whether a cell can be changed where it stands. */
function editable(row: GridRow, at: Column): boolean {
  if (row.is === 'door') return false;
  if (at === 'name') return true;
  if (at === 'goes') return row.is !== 'end';
  return row.is === 'stage';
}

/** What takes more than one field is changed in the inspector: the focus goes to its first button there. */
function toInspector(at: 'clock' | 'tasks' | 'next'): void {
  document.querySelector<HTMLElement>(`[data-part="${at}"] button`)?.focus();
}

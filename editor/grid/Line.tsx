// One row of the grid. The cell one stands on is the only one that Tab enters.
import type { ReactNode } from 'react';
import { Icon, toneOf } from '../canvas/icons.tsx';
import { Mark } from '../canvas/StageNode.tsx';
import type { ShapeKind } from '../model/diagram.ts';
import { useMarks } from '../store/context.ts';
import { words } from '../words.ts';
import type { Column } from './columns.ts';
import type { GridRow } from './rows.ts';

interface Props {
  readonly row: GridRow;
  readonly columns: readonly Column[];
  readonly tree: boolean;
  /** The column one stands in; null when the row is not the one. */
  readonly at: Column | null;
  /** Chosen beside the one. */
  readonly chosen: boolean;
  /** `again`: by a press on the cell one stands on already; `toggle`: with Shift or Ctrl held. */
  readonly onStand: (column: Column, again: boolean, how: 'to' | 'toggle') => void;
  readonly onFold: () => void;
  /** The field of the cell being changed. */
  readonly children: ReactNode;
}

export function Line({ row, columns, tree, at, chosen, onStand, onFold, children }: Props) {
  return (
    <div role="row" data-row={row.id} aria-selected={at !== null || chosen} {...(tree ? { 'aria-level': row.level } : {})} {...(row.open === null || !tree ? {} : { 'aria-expanded': row.open })}
      className={`ed-line ed-line-${row.is} ed-line-${Math.min(row.level, 5)}${at === null && !chosen ? '' : ' ed-line-on'}`}>
      {columns.map((column) => (
        <span key={column} role="gridcell" data-cell={column} tabIndex={at === column ? 0 : -1} className={`ed-cell ed-cell-${column}`} onClick={(event) => onStand(column, true, event.shiftKey || event.ctrlKey || event.metaKey ? 'toggle' : 'to')}>
          {children !== null && at === column ? children : <Content row={row} column={column} tree={tree} onFold={onFold} />}
        </span>
      ))}
    </div>
  );
}

function Content({ row, column, tree, onFold }: { readonly row: GridRow; readonly column: Column; readonly tree: boolean; readonly onFold: () => void }) {
  switch (column) {
    case 'name': return <Name row={row} tree={tree} onFold={onFold} />;
    case 'kind': return <span className={tone(row)}><span className="ed-kind-word">{row.kind}</span></span>;
    case 'owner': return row.owner;
    case 'clock': return <Clocks row={row} />;
    case 'tasks': return row.tasks === '' && row.is === 'stage' ? <span className="ed-hint">{words.inspector.noTasks}</span> : row.tasks;
    default: return row.goes === '' ? null : <><Icon name="route" small /><span className="ed-grow">{row.goes}</span></>;
  }
}

const tone = (row: GridRow): string => (row.is === 'stage' || row.is === 'end' ? `ed-k-${toneOf(row.sign as ShapeKind)}` : 'ed-k-plain');

function Name({ row, tree, onFold }: { readonly row: GridRow; readonly tree: boolean; readonly onFold: () => void }) {
  const marks = useMarks().get(row.id);
  return (
    <>
      <span className="ed-line-number">{row.number}</span>
      {tree && <span className="ed-line-fold">{row.open !== null && <span className="ed-twist" aria-hidden="true" onClick={(event) => { event.stopPropagation(); onFold(); }}><Icon name={row.open ? 'down' : 'right'} small /></span>}</span>}
      <span className={`ed-kind-sign ${tone(row)}`}><Icon name={row.sign} /></span>
      <span className="ed-grow"><span className="ed-line-title">{row.title}</span>{tree && row.kind !== '' && <span className={`ed-line-kind ${tone(row)}`}>{row.kind}</span>}</span>
      {row.is !== 'route' && <Mark marks={marks} />}
    </>
  );
}

function Clocks({ row }: { readonly row: GridRow }) {
  if (row.clocks.length === 0) return row.is === 'stage' ? <span className="ed-hint">{words.clock.none}</span> : null;
  return <><Icon name={row.clocks.some((clock) => clock.unclear) ? 'look' : 'clock'} small /><span className="ed-grow">{[...new Set(row.clocks.map((clock) => clock.words))].join('; ')}</span></>;
}

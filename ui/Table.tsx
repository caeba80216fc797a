import type { ReactNode } from 'react';

export interface Column { readonly id: string; readonly head: ReactNode; readonly className?: string }
export interface Row { readonly id: string; readonly cells: readonly ReactNode[]; readonly current?: boolean }

/** Rows with a heading cell first; below 640 px each row becomes a block. */
export function Table({ columns, rows, caption, hideCaption = false, className = '' }: { readonly columns: readonly Column[]; readonly rows: readonly Row[]; readonly caption: ReactNode; readonly hideCaption?: boolean; readonly className?: string }) {
  return (
    <table className={`cw-table stack ${className}`.trim()}>
      <caption className={hideCaption ? 'cw-vh' : undefined}>{caption}</caption>
      <thead><tr>{columns.map((column) => <th key={column.id} scope="col" className={column.className}>{column.head}</th>)}</tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} aria-current={row.current === true ? 'true' : undefined}>
            {row.cells.map((cell, index) => (index === 0
              ? <th key={columns[index]?.id} scope="row" className={columns[index]?.className}>{cell}</th>
              : <td key={columns[index]?.id} className={columns[index]?.className}>{cell}</td>))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Questions with their answers. */
export function SummaryList({ rows }: { readonly rows: readonly { readonly id: string; readonly name: ReactNode; readonly value: ReactNode; readonly action?: ReactNode }[] }) {
  return <dl className="cw-summary">{rows.map((row) => <div key={row.id}><dt>{row.name}</dt><dd>{row.value}</dd>{row.action === undefined ? null : <dd>{row.action}</dd>}</div>)}</dl>;
}

/** What happened, newest first: what, when and who, and when it was entered if that differs. */
export function Timeline({ items }: { readonly items: readonly { readonly id: string; readonly title: ReactNode; readonly when: ReactNode; readonly entered?: ReactNode; readonly body?: ReactNode }[] }) {
  return (
    <ol className="cw-timeline">
      {items.map((item) => (
        <li key={item.id} id={`event-${item.id}`}><b>{item.title}</b><span className="cw-s">{item.when}</span>
          {item.entered === undefined ? null : <><br /><span className="cw-s cw-q">{item.entered}</span></>}
          {item.body === undefined ? null : <div className="cw-s">{item.body}</div>}
        </li>
      ))}
    </ol>
  );
}

/** More for those who want it; closed at first. */
export function Details({ summary, children, open = false }: { readonly summary: ReactNode; readonly children: ReactNode; readonly open?: boolean }) {
  return <details className="cw-details" open={open}><summary>{summary}</summary><div>{children}</div></details>;
}

import { useState } from 'react';
import { Link } from 'wouter';
import { LinkButton, Tag } from '../../../ui/index.ts';
import { NEXT, REFERENCE, STATE, shown } from './model.ts';
import type { ColumnOf, Line, Wanted } from './model.ts';
import { registerWords as w } from './words.ts';

const FIRST = 100;

/** The table: sorted by its headings, its first column always in sight; on a phone a block for each case. */
export function RegisterTable({ caption, lines, columns, wanted, onSort }: { readonly caption: string; readonly lines: readonly Line[]; readonly columns: readonly ColumnOf[]; readonly wanted: Wanted; readonly onSort: (column: string) => void }) {
  const [most, setMost] = useState(FIRST);
  const rest = columns.filter(({ id }) => id !== 'reference');
  return (
    <>
      <div className="register-wide" role="group" aria-label={caption} tabIndex={0}>
        <table className="cw-table register-table"><caption className="cw-vh">{caption}</caption>
          <thead><tr><Head column={{ id: REFERENCE, label: w.case }} wanted={wanted} onSort={onSort} />{rest.map((column) => <Head key={column.id} column={column} wanted={wanted} onSort={onSort} />)}</tr></thead>
          <tbody>{lines.slice(0, most).map((line) => <tr key={line.id}><th scope="row"><Link href={`/cases/${line.row.case}`}>{line.row.content.reference}</Link></th>{rest.map(({ id, label }) => <td key={id} data-label={label}><Cell line={line} column={id} /></td>)}</tr>)}</tbody>
        </table>
      </div>
      <div className="case-head register-foot">{lines.length > most ? <LinkButton onClick={() => setMost(most + 400)}>{w.more(Math.min(400, lines.length - most))}</LinkButton> : <span />}<span className="cw-s cw-q">{w.rows(Math.min(most, lines.length), lines.length)}</span></div>
    </>
  );
}
function Head({ column, wanted, onSort }: { readonly column: ColumnOf; readonly wanted: Wanted; readonly onSort: (column: string) => void }) {
  const sorted = wanted.sort === column.id;
  return <th scope="col" aria-sort={sorted ? (wanted.down ? 'descending' : 'ascending') : 'none'}><button type="button" onClick={() => onSort(column.id)}>{column.label} <span aria-hidden="true">{sorted ? (wanted.down ? '▼' : '▲') : '↕'}</span></button></th>;
}
function Cell({ line, column }: { readonly line: Line; readonly column: string }) {
  if (column === STATE) return <Tag wrap kind={line.state.kind}>{line.state.words}</Tag>;
  const text = shown(line, column);
  const isDate = /^\w{3} \d{1,2} \w{3} \d{4}/.test(text);
  return isDate ? <span className="cw-nowrap">{text}</span> : text === '' ? <span className="cw-q">{column === NEXT ? w.nothingDue : w.unset}</span> : text;
}

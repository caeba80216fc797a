// Every combination of answers and what comes of it: the short form first, all of them where there are at most 64.
import { useMemo, useState } from 'react';
import { useEditor } from '../store/context.ts';
import { combinationsOf, rowOf } from './combinations.ts';
import { TruthTag } from './Lines.tsx';
import type { Group } from './tree.ts';
import type { Answers } from './trial.ts';
import { words } from './words.ts';

export function Combinations({ tree, answers }: { readonly tree: Group; readonly answers: Answers }) {
  const procedure = useEditor((state) => state.procedure);
  const [full, setFull] = useState(false);
  const table = useMemo(() => combinationsOf(procedure, tree), [procedure, tree]);
  if (table === null) return null;
  const rows = full && table.each.length > 0 ? table.each : table.short;
  const count = (result: true | 'unknown'): number => table.short.filter((row) => row.result === result).reduce((sum, row) => sum + row.count, 0);
  const marked = rowOf(procedure, table, rows, answers);
  return (
    <section aria-label={words.every}>
      <div className="ed-rule-try-head"><h3>{words.every}</h3>{table.short.length > 0 && <span className="ed-hint ed-grow">{words.counts(table.all, count(true), count('unknown'))}</span>}
        {table.each.length > table.short.length && <span className="ed-seg">{[false, true].map((all) => <button key={String(all)} type="button" aria-pressed={full === all} className={full === all ? 'ed-seg-on' : ''} onClick={() => setFull(all)}>{all ? words.all(table.all) : words.short}</button>)}</span>}
      </div>
      {rows.length === 0 ? <p className="ed-hint">{words.tooMany(table.all)}</p> : (
        <div className="ed-comb-scroll" tabIndex={0} role="region" aria-label={words.tableName}>
          <table className="ed-comb">
            <thead><tr>{table.columns.map((column) => <th key={column.key} scope="col">{column.title}</th>)}<th scope="col">{words.resultColumn}</th><th scope="col">{words.rowsColumn}</th></tr></thead>
            <tbody>{rows.map((row, index) => (
              <tr key={index} className={row === marked ? 'ed-comb-on' : ''} aria-current={row === marked}>
                {row.cells.map((cell, at) => <td key={at} className={cell === null ? 'ed-comb-any' : ''}>{cell?.title ?? words.any}</td>)}
                <td><TruthTag truth={row.result} /></td><td>{row.count}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      {marked !== null && <p className="ed-hint">{words.marked}</p>}
    </section>
  );
}

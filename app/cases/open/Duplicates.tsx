import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { RegisterRow } from '../../../engine/store/types.ts';
import { Note } from '../../../ui/index.ts';
import { useWorld } from '../../world/world.ts';
import { aboutOf } from '../today/entryWords.ts';
import { everyRow } from '../today/useOverview.ts';
import { alike } from './duplicates.ts';
import type { Known } from './duplicates.ts';
import { openingWords as w } from './words.ts';

const MOST = 4;

/** Cases here that may be the one being opened, said as soon as what is typed says so. */
export function Duplicates({ known, except }: { readonly known: Known; readonly except?: string | undefined }) {
  const world = useWorld();
  const [rows, setRows] = useState<readonly RegisterRow[]>([]);
  useEffect(() => {
    let here = true;
    void everyRow(world).then((all) => { if (here) setRows(all); });
    return () => { here = false; };
  }, [world]);
  const found = alike(rows, known, except);
  return (
    <div role="status">
      {found.length === 0 ? null : (
        <Note kind="soon">
          <p><b>{w.title}</b></p><p>{w.text}</p>
          <ul>{found.slice(0, MOST).map(({ row, why }) => <li key={row.case}><b>{w[why]}:</b> <Link href={`/cases/${row.case}`}><span className="cw-vh">{w.look(row.content.reference)}: </span>{aboutOf({ row })}</Link>, {row.closed === 1 ? w.closed : row.content.stage}</li>)}</ul>
          {found.length > MOST ? <p>{w.more(found.length - MOST)}</p> : null}
        </Note>
      )}
    </div>
  );
}

import type { MouseEvent } from 'react';
import { Icon, toneOf } from '../canvas/icons.tsx';
import { Mark } from '../canvas/StageNode.tsx';
import { useEditor, useMarks } from '../store/context.ts';
import { words } from '../words.ts';
import type { Row } from './rows.ts';

/** One stage of the outline with its sign and what was found about it. */
export function OutlineRow({ row, selected, entry, onChoose, onFold }: { readonly row: Row; readonly selected: boolean; readonly entry: boolean; readonly onChoose: (event: MouseEvent) => void; readonly onFold: () => void }) {
  const marks = useMarks().get(row.id);
  const doors = useEditor((state) => Object.keys(state.procedure.doors).length);
  const kind = row.sign === 'door' || row.sign === 'group' || row.sign === 'together' ? null : row.sign;
  const found = marks === undefined ? '' : marks.stops > 0 ? `, ${words.stage.stops(marks.stops)}` : `, ${words.stage.toLookAt(marks.looks)}`;
  return (
    <li role="treeitem" data-row={row.id} tabIndex={entry ? 0 : -1} aria-level={row.level} aria-selected={selected} {...(row.parts ? { 'aria-expanded': row.open } : {})} aria-label={`${row.title}${kind === null ? '' : `, ${words.kinds[kind].toLowerCase()}`}${found}`}
      className={`ed-row ed-row-${Math.min(row.level, 5)}${row.parts || row.sign === 'door' ? ' ed-row-group' : ''}${selected ? ' ed-row-on' : ''}`} onClick={onChoose} onDoubleClick={onFold}>
      <span className={kind === null ? 'ed-kind-sign' : `ed-kind-sign ed-k-${toneOf(kind)}`}><Icon name={row.sign} /></span>
      <span className="ed-grow">{row.title}</span>
      {row.sign === 'door' ? <span className="ed-count">{doors}</span> : <Mark marks={marks} />}
    </li>
  );
}

import { memo } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import { Icon, toneOf } from '../canvas/icons.tsx';
import { Mark } from '../canvas/StageNode.tsx';
import type { Marks } from '../store/problems.ts';
import { words } from '../words.ts';
import { sameRow, type Row } from './rows.ts';

interface Shown { readonly row: Row; readonly selected: boolean; readonly entry: boolean; readonly marks: Marks | undefined; /** How many ways in there are; 0 for a stage. */ readonly doors: number }

const same = (a: Shown, b: Shown): boolean => sameRow(a.row, b.row) && a.selected === b.selected && a.entry === b.entry && a.marks?.stops === b.marks?.stops && a.marks?.looks === b.marks?.looks && a.doors === b.doors;

/** One stage of the outline with its sign and what was found about it; what the pointer does to it is for the tree to hear. */
const OutlineRow = memo(function OutlineRow({ row, selected, entry, marks, doors }: Shown) {
  const kind = row.sign === 'door' || row.sign === 'group' || row.sign === 'together' ? null : row.sign;
  const found = marks === undefined ? '' : marks.stops > 0 ? `, ${words.stage.stops(marks.stops)}` : `, ${words.stage.toLookAt(marks.looks)}`;
  return (
    <li role="treeitem" data-row={row.id} tabIndex={entry ? 0 : -1} aria-level={row.level} aria-selected={selected} {...(row.parts ? { 'aria-expanded': row.open } : {})} aria-label={`${row.title}${kind === null ? '' : `, ${words.kinds[kind].toLowerCase()}`}${found}`}
      className={`ed-row ed-row-${Math.min(row.level, 5)}${row.parts || row.sign === 'door' ? ' ed-row-group' : ''}${selected ? ' ed-row-on' : ''}`}>
      <span className={kind === null ? 'ed-kind-sign' : `ed-kind-sign ed-k-${toneOf(kind)}`}><Icon name={row.sign} /></span>
      <span className="ed-grow">{row.title}</span>
      {row.sign === 'door' ? <span className="ed-count">{doors}</span> : <Mark marks={marks} />}
    </li>
  );
}, same);

interface All { readonly rows: readonly Row[]; readonly selection: Id | null; readonly also: readonly Id[]; /** The row that Tab enters. */ readonly current: Id | null; readonly marks: ReadonlyMap<Id, Marks>; readonly doors: number }

/** All rows; a thousand of them are not gone through when nothing about them has changed. */
export const OutlineRows = memo(function OutlineRows({ rows, selection, also, current, marks, doors }: All) {
  return rows.map((row) => <OutlineRow key={row.id} row={row} selected={row.id === selection || also.includes(row.id)} entry={row.id === current} marks={marks.get(row.id)} doors={row.sign === 'door' ? doors : 0} />);
});

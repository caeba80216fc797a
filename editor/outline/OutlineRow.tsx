import { memo } from 'react';
import { Icon, toneOf } from '../canvas/icons.tsx';
import { Mark } from '../canvas/StageNode.tsx';
import type { Marks } from '../store/problems.ts';
import { words } from '../words.ts';
import type { Row } from './rows.ts';

interface Shown { readonly row: Row; readonly selected: boolean; readonly entry: boolean; readonly marks: Marks | undefined; /** How many ways in there are; 0 for a stage. */ readonly doors: number }

const sameRow = (a: Row, b: Row): boolean => a.id === b.id && a.title === b.title && a.sign === b.sign && a.level === b.level && a.parts === b.parts && a.open === b.open;
const same = (a: Shown, b: Shown): boolean => sameRow(a.row, b.row) && a.selected === b.selected && a.entry === b.entry && a.marks?.stops === b.marks?.stops && a.marks?.looks === b.marks?.looks && a.doors === b.doors;

/** One stage of the outline with its sign and what was found about it; what the pointer does to it is for the tree to hear. */
export const OutlineRow = memo(function OutlineRow({ row, selected, entry, marks, doors }: Shown) {
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

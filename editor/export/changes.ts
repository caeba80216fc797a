// How a picture shows what changed: added, removed, changed, each with a colour, a line and a word, and the rest in grey.
import type { Id } from '../../engine/procedure/types.ts';

export type Change = 'added' | 'removed' | 'changed';
/** Marks by stage, group and route; `chosen` is ringed. */
export interface Changes { readonly marks: ReadonlyMap<Id, { readonly change: Change; readonly words: string }>; readonly chosen: Id | null; readonly onChoose: (id: Id) => void }

/** Colours and lines of one box or route. */
export interface Look { readonly stroke: string | undefined; readonly fill: string; readonly ink: string; readonly width: number; readonly dash: string | undefined; readonly bold: boolean; readonly struck: boolean }

const plain: Look = { stroke: undefined, fill: '#fff', ink: '', width: 1.4, dash: undefined, bold: true, struck: false };
const quiet: Look = { ...plain, stroke: '#8b9699', ink: '#595f62', bold: false };
const looks: Readonly<Record<Change, Look>> = {
  added: { ...plain, stroke: '#00592f', fill: '#e6f4ea', width: 2.4 },
  changed: { ...plain, stroke: '#7a4900', fill: '#fdf1dc', width: 2.4 },
  removed: { ...plain, stroke: '#a3101f', fill: '#fdeaea', width: 2.4, dash: '6 4', struck: true },
};

/** How a box or route is drawn: as ever where no changes are shown. */
export function lookOf(changes: Changes | undefined, id: Id): Look {
  if (!changes) return plain;
  const mark = changes.marks.get(id);
  return mark ? looks[mark.change] : quiet;
}

export const SIGNS: Readonly<Record<Change, string>> = { added: '+', removed: '−', changed: '✎' };

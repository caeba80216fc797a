// The field in a cell that is being changed: the name, the kind, who does it, where it goes to.
import { useRef } from 'react';
import type { Id, StageKind } from '../../engine/procedure/types.ts';
import { rename, setKind, type Command } from '../edits/commands.ts';
import type { Edit } from '../../engine/procedure/edits/edit.ts';
import { ownerOf } from '../model/owners.ts';
import { partyTitle, stageTitle } from '../model/text.ts';
import { useDiagram, useEditor } from '../store/context.ts';
import { words } from '../words.ts';
import { goTo, goToNew } from './acts.ts';
import type { Column } from './columns.ts';
import type { GridRow } from './rows.ts';
import { TypeAhead, type Choice } from './TypeAhead.tsx';

export const kinds: readonly (StageKind | 'end')[] = ['alert', 'triage', 'notify', 'agency-checks', 'panel', 'decision', 'review', 'publish', 'action-plan', 'learning', 'other', 'end'];
const NOBODY = '';

export function CellField({ row, column, onDone }: { readonly row: GridRow; readonly column: Column; readonly onDone: () => void }) {
  const procedure = useEditor((state) => state.procedure);
  const diagram = useDiagram();
  const edit = useEditor((state) => state.edit);
  const make = (change: Edit | Command): void => { edit(change); onDone(); };
  const label = words.grid.cell(words.grid.columns[column], row.title);
  if (column === 'name') return <NameCell label={label} title={row.is === 'route' ? diagram.routes.find((route) => route.id === row.id)?.label ?? '' : row.title} onLeave={onDone} onName={(title) => make(row.route !== null && row.is === 'route' ? { type: 'setTransitionLabel', transition: row.route.transition, ...(title === '' ? {} : { label: title }) } : rename(row.id, title))} />;
  if (column === 'kind') return <TypeAhead label={label} start={row.kind} onLeave={onDone} choices={kinds.map((kind): Choice => ({ id: kind, title: words.kinds[kind], sign: kind }))} onChoose={(kind) => make(setKind(row.id, kind as StageKind | 'end'))} />;
  if (column === 'owner') {
    const parties = Object.keys(procedure.parties).map((id): Choice => ({ id, title: partyTitle(procedure, id), sign: 'person' }));
    return <TypeAhead label={label} start={ownerOf(procedure, row.id)} onLeave={onDone} choices={[...parties, { id: NOBODY, title: words.stage.nobody, sign: 'cross' }]} onChoose={(party) => make({ type: 'setOwner', stage: row.id, ...(party === NOBODY ? {} : { owner: party }) })} />;
  }
  const from = row.route?.from ?? row.id;
  const choices = diagram.tree.order.filter((id) => id !== from).map((id): Choice => {
    const stage = diagram.stages.get(id);
    return { id, title: stageTitle(procedure, id), sign: stage?.kind ?? (diagram.groups.get(id)?.parallel === true ? 'together' : 'group'), number: stage?.number ?? null };
  });
  return <TypeAhead label={label} start={row.route === null ? '' : stageTitle(procedure, row.route.to)} choices={choices} onLeave={onDone} onChoose={(to: Id) => make(goTo(from, row.route, to))} onNew={(title) => make(goToNew(from, row.route, title))} />;
}

/** Enter or leaving keeps the name, Escape gives it up. */
function NameCell({ label, title, onName, onLeave }: { readonly label: string; readonly title: string; readonly onName: (title: string) => void; readonly onLeave: () => void }) {
  const settled = useRef(false);
  const finish = (value: string | null): void => {
    if (settled.current) return;
    settled.current = true;
    if (value === null || value.trim() === title) onLeave();
    else onName(value.trim());
  };
  return (
    <input className="ed-in" aria-label={label} defaultValue={title} autoFocus onFocus={(event) => event.currentTarget.select()} onClick={(event) => event.stopPropagation()} onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(event.currentTarget.value);
        if (event.key === 'Escape') finish(null);
      }} />
  );
}

// Who does a stage, who acts when they are away, and what starts it.
import { useId } from 'react';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import { setDeputy } from '../edits/commands.ts';
import { deputiesOf, ownerOf } from '../model/owners.ts';
import { partyTitle, stageTitle } from '../model/text.ts';
import { useDiagram, useEditor } from '../store/context.ts';
import { words } from '../words.ts';
import type { Diagram } from '../model/diagram.ts';

export function People({ stage }: { readonly stage: Id }) {
  const procedure = useEditor((state) => state.content);
  const edit = useEditor((state) => state.edit);
  const diagram = useDiagram();
  const owner = procedure.stages[stage]?.owner ?? null;
  const w = words.inspector;
  const none = owner === null && ownerOf(procedure, stage) !== words.stage.nobody ? words.inspector.byTask(ownerOf(procedure, stage)) : w.nobody;
  return (
    <section className="ed-sec ed-fields">
      <PartySelect label={w.who} none={none} value={owner} onChange={(party) => edit({ type: 'setOwner', stage, ...(party === null ? {} : { owner: party }) })} />
      <PartySelect label={w.away} none={w.noDeputy} value={deputiesOf(procedure, stage)[0] ?? null} disabled={owner === null} onChange={(deputy) => edit(setDeputy(stage, deputy))} />
      <span className="ed-label">{w.starts}</span><span>{startsWhen(procedure, diagram, stage)}</span>
    </section>
  );
}

interface SelectProps { readonly label: string; readonly none: string; readonly value: Id | null; readonly disabled?: boolean; readonly onChange: (party: Id | null) => void }
function PartySelect({ label, none, value, disabled = false, onChange }: SelectProps) {
  const id = useId();
  const procedure = useEditor((state) => state.content);
  const readOnly = useEditor((state) => state.readOnly);
  if (readOnly) return <><span className="ed-label">{label}</span><span>{value === null ? none : partyTitle(procedure, value)}</span></>;
  return (
    <>
      <label htmlFor={id} className="ed-label">{label}</label>
      <select id={id} className="ed-in" value={value ?? ''} disabled={disabled} onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}>
        <option value="">{none}</option>
        {Object.keys(procedure.parties).map((party) => <option key={party} value={party}>{partyTitle(procedure, party)}</option>)}
      </select>
    </>
  );
}

/** "Joint criteria decision: Criteria met", or the way in, or what starts the group that begins with it. */
function startsWhen(procedure: Procedure, diagram: Diagram, stage: Id): string {
  const routes = diagram.routes.filter((route) => route.to === stage);
  if (routes.length > 0) return [...new Set(routes.map((route) => route.label === null ? route.words : `${stageTitle(procedure, route.from)}: ${route.label}`))].join('; ');
  if (diagram.doors.some((door) => door.to.includes(stage))) return words.inspector.doorStart;
  const parent = diagram.tree.parent(stage);
  if (parent === null) return words.inspector.noStart;
  const begins = procedure.stages[parent]?.parallel === true || diagram.tree.children(parent)[0] === stage;
  if (!begins) return words.inspector.noStart;
  const group = startsWhen(procedure, diagram, parent);
  return group === words.inspector.noStart ? words.inspector.groupStart(stageTitle(procedure, parent)) : group;
}

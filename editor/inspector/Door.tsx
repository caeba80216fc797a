// The ways in to one stage: what each is called, who may use it, where it leads, where information comes from.
import { useRef } from 'react';
import type { Door as WayIn, Id, Procedure } from '../../engine/procedure/types.ts';
import { Icon } from '../canvas/icons.tsx';
import { single, type Command } from '../edits/commands.ts';
import { PartyList } from '../fields/PartyList.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { WAY_IN, type DiagramDoor } from '../model/diagram.ts';
import { partyTitle, stageTitle, wordsOf } from '../model/text.ts';
import { useDiagram, useEditor } from '../store/context.ts';
import { words } from '../words.ts';

export function Door({ door }: { readonly door: DiagramDoor }) {
  const procedure = useEditor((state) => state.content);
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const add = useRef<HTMLButtonElement>(null);
  const here = Object.entries(procedure.doors).filter(([, each]) => each.to.join(' ') === door.to.join(' '));
  return (
    <>
      <header className="ed-insp-head"><div className="ed-kind ed-k-other"><span className="ed-kind-sign"><Icon name="door" /></span><span className="ed-kind-word">{words.door.outline}</span></div><h2>{words.inspector.doors(here.length)}</h2></header>
      <div className="ed-insp-body">
        {here.map(([id, each]) => <Entry key={id} id={id} door={each} onRemoved={() => add.current?.focus()} />)}
        {!readOnly && <section className="ed-sec"><button type="button" ref={add} className="ed-tool" onClick={() => edit(another(door.to))}><Icon name="plus" small />{words.door.add}</button></section>}
      </div>
    </>
  );
}

/** One more way in to the same stage, for whoever may use the first. */
const another = (to: readonly Id[]): Command => (procedure: Procedure) => {
  const by = Object.values(procedure.doors)[0]?.by ?? [];
  return single({ type: 'addDoor', label: words.door.fresh, by, to })(procedure);
};

function Entry({ id, door, onRemoved }: { readonly id: Id; readonly door: WayIn; readonly onRemoved: () => void }) {
  const procedure = useEditor((state) => state.content);
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const diagram = useDiagram();
  const sources = door.sources ?? [];
  const parties = Object.keys(procedure.parties).map((party) => ({ id: party, title: partyTitle(procedure, party), sign: 'person' as const }));
  return (
    <section className="ed-sec ed-fields ed-fields-tall" aria-label={wordsOf(door.label)}>
      <TextField label={words.inspector.title} value={wordsOf(door.label)} readOnly={readOnly} onKeep={(label) => edit({ type: 'changeDoor', door: id, set: { label } })} />
      <PartyList label={words.door.by} none={words.stage.nobody} chosen={parties.filter((party) => door.by.includes(party.id))} others={parties.filter((party) => !door.by.includes(party.id))} readOnly={readOnly} onChange={(by) => edit({ type: 'changeDoor', door: id, set: { by } })} />
      <SelectField label={words.door.to} value={door.to[0] ?? ''} choices={diagram.tree.order.filter((stage) => diagram.stages.get(stage)?.kind !== 'end').map((stage) => ({ value: stage, words: stageTitle(procedure, stage) }))} readOnly={readOnly || door.to.length > 1} onChoose={(to) => edit({ type: 'changeDoor', door: id, set: { to: [to] } }, WAY_IN)} />
      {sources.length > 0 && <><span className="ed-label ed-label-top">{words.door.sources}</span><span>{sources.map((source) => wordsOf(source.label)).join(', ')}</span></>}
      {!readOnly && Object.keys(procedure.doors).length > 1 && <button type="button" className="ed-link ed-wide" onClick={() => { if (edit({ type: 'removeDoor', door: id }, WAY_IN)) onRemoved(); }}><Icon name="bin" small />{words.door.remove(wordsOf(door.label))}</button>}
    </section>
  );
}

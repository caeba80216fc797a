// What a procedure needs before a case can be opened on it: people, and a way in. Here they are added by name; all else
// about them stands in their own panels.
import { WAY_IN } from '../model/diagram.ts';
import { Icon } from '../canvas/icons.tsx';
import { single, type Command } from '../edits/commands.ts';
import { TextField } from '../fields/TextField.tsx';
import { partyTitle } from '../model/text.ts';
import { useBench, useDiagram, useEditor } from '../store/context.ts';
import { words } from '../words.ts';

export function Beginnings() {
  const { send, focusStage } = useBench();
  const procedure = useEditor((state) => state.content);
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const select = useEditor((state) => state.select);
  const diagram = useDiagram();
  const parties = Object.keys(procedure.parties);
  const doors = Object.keys(procedure.doors).length;
  const addDoor = (): void => { if (edit(firstDoor(diagram.tree.order[0] ?? ''), WAY_IN)) focusStage(WAY_IN); };
  return (
    <>
      <section className="ed-sec">
        <div className="ed-sec-head"><h3>{words.outline.people} <span>{parties.length}</span></h3>{parties.length > 0 && <button type="button" className="ed-link" onClick={() => send({ type: 'details', element: { collection: 'parties', id: parties[0] ?? null } })}>{words.clock.change}</button>}</div>
        {parties.length > 0 && parties.length <= MOST_NAMED && <p className="ed-hint">{parties.map((id) => partyTitle(procedure, id)).join(', ')}</p>}
        {!readOnly && <div className="ed-fields ed-fields-tall"><TextField key={parties.length} label={words.whole.addParty} value="" readOnly={false} onKeep={(title) => { if (title !== '') edit({ type: 'addParty', kind: 'role', title }); }} /></div>}
      </section>
      <section className="ed-sec">
        <div className="ed-sec-head"><h3>{words.outline.ways} <span>{doors}</span></h3>{doors > 0 && <button type="button" className="ed-link" onClick={() => { select(WAY_IN); focusStage(WAY_IN); }}>{words.clock.change}</button>}</div>
        {doors === 0 && !readOnly && <button type="button" className="ed-tool" onClick={addDoor}><Icon name="plus" small />{words.door.add}</button>}
      </section>
    </>
  );
}

/** As many people as can be read in a panel at a glance. */
const MOST_NAMED = 12;

/** The first way in: to the first stage, for whoever does that. */
const firstDoor = (stage: string): Command => (procedure) => {
  if (!(stage in procedure.stages)) return { ok: false, words: words.whole.stageFirst };
  const by = procedure.stages[stage]?.owner ?? Object.keys(procedure.parties)[0];
  if (by === undefined) return { ok: false, words: words.whole.peopleFirst };
  return single({ type: 'addDoor', label: words.door.fresh, by: [by], to: [stage] })(procedure);
};

// Connecting without a pointer: type part of a stage's name, choose it with the arrows, say what the route waits for.
import { useId, useMemo, useState } from 'react';
import type { Id, Procedure, Trigger } from '../../engine/procedure/types.ts';
import { triggerWords } from '../model/routes.ts';
import { stageTitle } from '../model/text.ts';
import { useBench, useDiagram, useEditor } from '../store/context.ts';
import { words } from '../words.ts';
import { useActs } from './acts.ts';
import { usePanelSide } from './fit.ts';
import { Icon, toneOf } from './icons.tsx';
import { triggersOf } from '../edits/commands.ts';

interface Target { readonly id: Id; readonly title: string }

export function ConnectList() {
  const { about } = useBench();
  return about.stage === null ? null : <Connecting key={about.stage} from={about.stage} />;
}

function Connecting({ from }: { readonly from: Id }) {
  const { send, focusStage } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const diagram = useDiagram();
  const acts = useActs();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [waits, setWaits] = useState(0);
  const listId = useId();
  const triggers = useMemo(() => triggersOf(procedure, from), [procedure, from]);
  const targets = useMemo(() => diagram.tree.order.filter((id) => id !== from).map((id): Target => ({ id, title: stageTitle(procedure, id) })), [diagram, procedure, from]);
  const found = targets.filter((target) => target.title.toLowerCase().includes(typed.trim().toLowerCase()));
  const chosen = found[Math.min(at, found.length - 1)];
  const title = words.connect.title(stageTitle(procedure, from));
  const leave = (): void => { send({ type: 'done' }); focusStage(from); };
  const join = (to: Id): void => { const on = triggers[waits]; acts.join(from, to, ...(on === undefined ? [] : [on])); };
  return (
    <section className={`ed-panel ed-connect ${usePanelSide(from)}`} aria-label={title} onKeyDown={(event) => { event.stopPropagation(); if (event.key === 'Escape') leave(); }}>
      <div className="ed-panel-head"><h2>{title}</h2><button type="button" className="ed-ib" aria-label={words.connect.cancel} onClick={leave}><Icon name="cross" small /></button></div>
      <label className="ed-field">{words.connect.label}
        <input className="ed-in" role="combobox" aria-expanded="true" aria-controls={listId} aria-autocomplete="list" aria-activedescendant={chosen === undefined ? undefined : `${listId}-${chosen.id}`} autoFocus value={typed}
          onChange={(event) => { setTyped(event.currentTarget.value); setAt(0); }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); setAt(Math.max(0, Math.min(found.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))); }
            if (event.key === 'Enter' && chosen !== undefined) { event.preventDefault(); join(chosen.id); }
          }} />
      </label>
      <ul className="ed-options" role="listbox" id={listId} aria-label={words.connect.label}>
        {found.map((target) => <TargetRow key={target.id} id={`${listId}-${target.id}`} target={target} typed={typed.trim()} chosen={target === chosen} onChoose={() => join(target.id)} />)}
      </ul>
      {found.length === 0 && <p className="ed-hint">{words.connect.none}</p>}
      <Waiting procedure={procedure} triggers={triggers} from={from} value={waits} onChange={setWaits} />
      <p className="ed-hint">{words.connect.hint}</p>
    </section>
  );
}

function Waiting({ procedure, triggers, from, value, onChange }: { readonly procedure: Procedure; readonly triggers: readonly Trigger[]; readonly from: Id; readonly value: number; readonly onChange: (value: number) => void }) {
  return (
    <label className="ed-field">{words.connect.trigger}
      <select className="ed-in" value={value} onChange={(event) => onChange(Number(event.currentTarget.value))}>
        {triggers.map((on, index) => <option key={index} value={index}>{triggerWords(procedure, { id: 'new', from: [from], on })}</option>)}
      </select>
    </label>
  );
}

function TargetRow({ id, target, typed, chosen, onChoose }: { readonly id: string; readonly target: Target; readonly typed: string; readonly chosen: boolean; readonly onChoose: () => void }) {
  const diagram = useDiagram();
  const stage = diagram.stages.get(target.id);
  const at = typed === '' ? -1 : target.title.toLowerCase().indexOf(typed.toLowerCase());
  const sign = stage === undefined ? (diagram.groups.get(target.id)?.parallel === true ? 'together' : 'group') : stage.kind;
  return (
    <li id={id} role="option" aria-selected={chosen} className={chosen ? 'ed-option ed-option-on' : 'ed-option'} onPointerDown={(event) => { event.preventDefault(); onChoose(); }}>
      <span className={stage === undefined ? 'ed-kind-sign' : `ed-kind-sign ed-k-${toneOf(stage.kind)}`}><Icon name={sign} /></span>
      <span className="ed-grow">{at < 0 ? target.title : <>{target.title.slice(0, at)}<b>{target.title.slice(at, at + typed.length)}</b>{target.title.slice(at + typed.length)}</>}</span>
      <span className="ed-option-number">{stage?.number}</span>
    </li>
  );
}

// Several parties in order, each to take out; another is added by typing part of its name. Removing keeps the focus
// in the list.
import { useRef, useState } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import { Icon } from '../canvas/icons.tsx';
import { TypeAhead, type Choice } from '../grid/TypeAhead.tsx';
import { words } from '../words.ts';
import { drawnThen, whenLost } from '../../ui/focus.ts';

interface Props { readonly label: string; readonly none: string; readonly chosen: readonly Choice[]; readonly others: readonly Choice[]; readonly readOnly: boolean; readonly onChange: (ids: readonly Id[]) => void }

export function PartyList({ label, none, chosen, others, readOnly, onChange }: Props) {
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const back = (): void => add.current?.focus();
  const ids = chosen.map((choice) => choice.id);
  return (
    <>
      <span className="ed-label ed-label-top">{label}</span>
      <div className="ed-chips" role="group" aria-label={label}>
        {chosen.length === 0 && !adding && <span className="ed-hint">{none}</span>}
        {chosen.map((choice) => (
          <span key={choice.id} className="ed-who">{choice.title}
            {!readOnly && <button type="button" className="ed-who-out" aria-label={words.fields.takeOut(choice.title)} title={words.fields.takeOut(choice.title)} onClick={() => drawnThen(() => onChange(ids.filter((id) => id !== choice.id)), back)}><Icon name="cross" small /></button>}
          </span>
        ))}
        {adding && <TypeAhead label={words.fields.add(label)} start="" choices={others} onLeave={() => { setAdding(false); whenLost(back); }} onChoose={(id) => drawnThen(() => { setAdding(false); onChange([...ids, id]); }, back)} />}
        {!readOnly && !adding && <button type="button" ref={add} className="ed-link" aria-label={words.fields.add(label)} onClick={() => setAdding(true)}>{words.clock.addShort}</button>}
      </div>
    </>
  );
}

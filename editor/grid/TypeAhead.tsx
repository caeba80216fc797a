// A cell in which one types part of a name and chooses: arrows move, Enter chooses, Escape gives up, leaving changes
// nothing. Letters that match are bold; a new thing of that name comes last where it can be made.
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import { Icon, type IconName } from '../canvas/icons.tsx';
import { words } from '../words.ts';

export interface Choice { readonly id: Id; readonly title: string; readonly sign: IconName; readonly number?: number | null }
interface Props { readonly label: string; readonly start: string; readonly choices: readonly Choice[]; readonly onChoose: (id: Id) => void; readonly onNew?: (title: string) => void; readonly onLeave: () => void }

export function TypeAhead({ label, start, choices, onChoose, onNew, onLeave }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const [above, setAbove] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  useLayoutEffect(() => {
    field.current?.select();
    setAbove((field.current?.getBoundingClientRect().bottom ?? 0) > window.innerHeight - 320);
  }, []);
  const wanted = (typed ?? '').trim().toLowerCase();
  const found = choices.filter((choice) => choice.title.toLowerCase().includes(wanted));
  const fresh = onNew !== undefined && wanted !== '' && !choices.some((choice) => choice.title.toLowerCase() === wanted);
  const count = found.length + (fresh ? 1 : 0);
  const place = Math.min(at, count - 1);
  const choose = (index: number): void => {
    const choice = found[index];
    if (choice !== undefined) onChoose(choice.id);
    else if (fresh && index === found.length) onNew((typed ?? '').trim());
  };
  return (
    <span className="ed-type">
      <input ref={field} className="ed-in" role="combobox" aria-label={label} aria-expanded="true" aria-controls={listId} aria-autocomplete="list" {...(count > 0 ? { 'aria-activedescendant': `${listId}-${place}` } : {})} autoFocus value={typed ?? start}
        onChange={(event) => { setTyped(event.currentTarget.value); setAt(0); }} onBlur={onLeave}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); setAt(Math.max(0, Math.min(count - 1, place + (event.key === 'ArrowDown' ? 1 : -1)))); }
          if (event.key === 'Enter') { event.preventDefault(); choose(place); }
          if (event.key === 'Escape') { event.preventDefault(); onLeave(); }
        }} />
      <ul id={listId} role="listbox" aria-label={label} className={above ? 'ed-options ed-type-list ed-type-above' : 'ed-options ed-type-list'}>
        {found.map((choice, index) => <Row key={choice.id} id={`${listId}-${index}`} choice={choice} wanted={wanted} on={index === place} onChoose={() => choose(index)} />)}
        {fresh && <Row id={`${listId}-${found.length}`} choice={{ id: '', title: words.grid.newStage((typed ?? '').trim()), sign: 'plus' }} wanted="" on={place === found.length} onChoose={() => choose(found.length)} />}
        {count === 0 && <li role="option" aria-selected="false" aria-disabled="true" className="ed-option">{words.grid.none}</li>}
      </ul>
    </span>
  );
}

function Row({ id, choice, wanted, on, onChoose }: { readonly id: string; readonly choice: Choice; readonly wanted: string; readonly on: boolean; readonly onChoose: () => void }) {
  const row = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => { if (on) row.current?.scrollIntoView({ block: 'nearest' }); }, [on]);
  const at = wanted === '' ? -1 : choice.title.toLowerCase().indexOf(wanted);
  return (
    <li ref={row} id={id} role="option" aria-selected={on} className={on ? 'ed-option ed-option-on' : 'ed-option'} onPointerDown={(event) => { event.preventDefault(); onChoose(); }}>
      <span className="ed-kind-sign"><Icon name={choice.sign} small /></span>
      <span className="ed-grow">{at < 0 ? choice.title : <>{choice.title.slice(0, at)}<b>{choice.title.slice(at, at + wanted.length)}</b>{choice.title.slice(at + wanted.length)}</>}</span>
      <span className="ed-option-number">{choice.number}</span>
    </li>
  );
}

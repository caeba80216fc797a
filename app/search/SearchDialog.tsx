import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Dialog } from '../../ui/index.ts';
import type { World } from '../world/types.ts';
import { excerpt } from './find.ts';
import type { Group, Hit } from './find.ts';
import { searchIndexOf } from './searchIndex.ts';
import './search.css';
import { searchWords as w } from './words.ts';

/** Type, choose with the arrow keys, open with Enter. What was typed is kept nowhere and stands in no address. */
export default function SearchDialog({ world, onClose }: { readonly world: World; readonly onClose: () => void }) {
  const index = useMemo(() => searchIndexOf(world), [world]);
  const [, go] = useLocation();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const [groups, setGroups] = useState<readonly Group[]>([]);
  const [{ read, of, failed }, setProgress] = useState(() => index.progress());
  useEffect(() => {
    const look = () => { setGroups(index.find(query)); setProgress(index.progress()); };
    look();
    return index.listen(look);
  }, [index, query]);
  useEffect(() => { void index.refresh(); }, [index]);
  const hits = groups.flatMap((group) => group.hits);
  const chosen = Math.min(at, hits.length - 1);
  const open = (entry: Hit | undefined) => { if (entry !== undefined) { onClose(); go(`/cases/${entry.case}${entry.path}`); } };
  const typed = (text: string) => { setQuery(text); setAt(0); };
  const pressed = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) { event.preventDefault(); setAt((chosen + step + hits.length) % hits.length); }
    if (event.key === 'Enter') { event.preventDefault(); open(hits[chosen]); }
  };
  const asked = query.trim() !== '';
  return (
    <Dialog title={world.kind === 'practice' ? w.practiceTitle : w.title} open onClose={onClose}>
      <label htmlFor={`${id}-find`}>{w.label}</label><p className="cw-hint" id={`${id}-hint`}>{w.hint}</p>
      <input id={`${id}-find`} className="cw-input" type="text" role="combobox" autoComplete="off" spellCheck={false} aria-describedby={`${id}-hint`} aria-expanded={hits.length > 0} aria-controls={`${id}-list`} aria-autocomplete="list"
        aria-activedescendant={hits.length > 0 ? `${id}-${chosen}` : undefined} value={query} onChange={(event) => typed(event.target.value)} onKeyDown={pressed} />
      <p className="cw-s cw-q search-said" role="status">{!asked ? (of === 0 ? w.none : w.empty) : `${w.found(groups.reduce((sum, { total }) => sum + total, 0), groups.some(({ more }) => more))}${hits.length === 0 ? ` ${w.nothing}` : ''}`}</p>
      {asked && read < of ? <p className="cw-s cw-q">{w.reading(read, of)}</p> : null}
      {failed > 0 ? <p className="cw-s">{w.failed}</p> : null}
      <Results id={id} groups={groups} query={query} chosen={chosen} onOpen={open} />
    </Dialog>
  );
}
function Results({ id, groups, query, chosen, onOpen }: { readonly id: string; readonly groups: readonly Group[]; readonly query: string; readonly chosen: number; readonly onOpen: (entry: Hit) => void }) {
  const active = useRef<HTMLDivElement>(null);
  useEffect(() => { void active.current?.scrollIntoView({ block: 'nearest' }); }, [chosen, groups]);
  const startOf = (group: number) => groups.slice(0, group).reduce((sum, { hits }) => sum + hits.length, 0);
  return (
    <div id={`${id}-list`} role="listbox" aria-label={w.results} className="search-list">
      {groups.map(({ kind, total, more, hits }, group) => (
        <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
          <p id={`${id}-${kind}`} role="presentation" className="search-kind">{w.kinds[kind]}{total > hits.length ? <span className="cw-q">, {w.more(total - hits.length, more)}</span> : null}</p>
          {hits.map((hit, inGroup) => {
            const place = startOf(group) + inGroup;
            const isChosen = place === chosen;
            return <div key={`${hit.case}${hit.path}${hit.title}${hit.where}`} id={`${id}-${place}`} ref={isChosen ? active : undefined} role="option" tabIndex={-1} aria-selected={isChosen} className="search-hit" onClick={() => onOpen(hit)}><b>{excerpt(hit.title, query)}</b><span>{hit.where}</span></div>;
          })}
        </div>
      ))}
    </div>
  );
}

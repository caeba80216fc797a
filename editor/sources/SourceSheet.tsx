// The source beside the diagram: its passages in order, what cites each, and what nothing cites. Lines are ticked and
// cited from the stage or route that is selected; each citing element is one click away, and so is the way back.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import { Icon } from '../canvas/icons.tsx';
import { collections } from '../details/words.ts';
import { elementAt, guarded, setting } from '../details/elements.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { stageTitle, wordsOf } from '../model/text.ts';
import { useBench, useEditor } from '../store/context.ts';
import { citation, passagesFrom, passagesOf, type Passage } from './passages.ts';
import { words } from './words.ts';

export function SourceSheet() {
  const { about, send, focusStage, store } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => { head.current?.focus(); }, []);
  const sources = Object.entries(procedure.sources);
  const source = about.passage?.source ?? sources[0]?.[0];
  const close = (): void => { send({ type: 'done' }); focusStage(store.getState().selection); };
  return (
    <section className="ed-sheet" aria-label={words.title} onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) { event.stopPropagation(); close(); } }}>
      <div className="ed-sheet-head"><div className="ed-grow"><h2 ref={head} tabIndex={-1}>{words.title}</h2></div><button type="button" className="ed-ib" aria-label={words.close} onClick={close}><Icon name="cross" /></button></div>
      <div className="ed-sheet-body">
        {source === undefined ? <p className="ed-hint">{words.none}</p> : (
          <>
            <div className="ed-fields"><SelectField label={words.which} value={source} readOnly={sources.length === 1} choices={sources.map(([id, { title }]) => ({ value: id, words: wordsOf(title) || id }))} onChoose={(id) => send({ type: 'source', passage: { source: id, lines: '' } })} /></div>
            <Reader key={source} source={source} start={about.passage?.lines ?? ''} />
          </>
        )}
      </div>
    </section>
  );
}

function Reader({ source, start }: { readonly source: Id; readonly start: string }) {
  const procedure = useEditor((state) => state.procedure);
  const readOnly = useEditor((state) => state.readOnly);
  const passages = useMemo(() => passagesOf(procedure, source), [procedure, source]);
  const [only, setOnly] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>(start === '' ? [] : [start]);
  const cited = passages.filter((passage) => passage.citing.length > 0).length;
  const toggle = (lines: string): void => setChosen((now) => (now.includes(lines) ? now.filter((each) => each !== lines) : [...now, lines]));
  useEffect(() => { document.querySelector('.ed-passage-on')?.scrollIntoView({ block: 'center' }); }, []);
  return (
    <>
      <p>{passages.length === 0 ? words.empty : words.coverage(passages.length, cited)}</p>
      {!readOnly && <Attach source={source} />}
      {!readOnly && <CiteBar source={source} chosen={chosen} onDone={() => setChosen([])} />}
      {cited < passages.length && <label className="ed-part-yes"><input type="checkbox" checked={only} onChange={(event) => setOnly(event.currentTarget.checked)} />{words.only}</label>}
      <ol className="ed-passages">{passages.filter((passage) => !only || passage.citing.length === 0).map((passage) => <OnePassage key={passage.lines} passage={passage} chosen={chosen.includes(passage.lines)} {...(readOnly ? {} : { onToggle: () => toggle(passage.lines) })} />)}</ol>
    </>
  );
}

function OnePassage({ passage, chosen, onToggle }: { readonly passage: Passage; readonly chosen: boolean; readonly onToggle?: () => void }) {
  const { send, store } = useBench();
  const where = words.lines(passage.from, passage.to);
  const go = (collection: string, id: Id | null): void => { if (collection === 'stages' && id !== null) { send({ type: 'done' }); store.getState().select(id); } else send({ type: 'details', element: { collection, id } }); };
  return (
    <li className={chosen ? 'ed-passage ed-passage-on' : 'ed-passage'}>
      {onToggle === undefined ? <span className="ed-hint">{where}</span> : <label className="ed-part-yes"><input type="checkbox" aria-label={words.choose(where)} checked={chosen} onChange={onToggle} /><span className="ed-hint">{where}</span></label>}
      <div>
        {passage.text === '' ? <p className="ed-hint">{words.notQuoted}</p> : <blockquote>{passage.text}</blockquote>}
        {passage.citing.length === 0 ? <p className="ed-look">{words.nobody}</p> : <p className="ed-hint">{words.citedBy}: {passage.citing.map((each, index) => <span key={`${each.collection} ${each.id}`}>{index > 0 && ', '}<button type="button" className="ed-link" title={collections[each.collection]} onClick={() => go(each.collection, each.id)}>{each.title}</button></span>)}</p>}
      </div>
    </li>
  );
}

/** What is ticked, cited from what is selected on the diagram. */
function CiteBar({ source, chosen, onDone }: { readonly source: Id; readonly chosen: readonly string[]; readonly onDone: () => void }) {
  const procedure = useEditor((state) => state.procedure);
  const selection = useEditor((state) => state.selection);
  const edit = useEditor((state) => state.edit);
  const id = selection?.split('/')[0] ?? '';
  const collection = id in procedure.stages ? 'stages' : procedure.transitions.some((route) => route.id === id) ? 'transitions' : null;
  if (collection === null) return <p className="ed-hint">{words.selectFirst}</p>;
  const title = collection === 'stages' ? stageTitle(procedure, id) : wordsOf(procedure.transitions.find((route) => route.id === id)?.label) || id;
  const cite = (): void => {
    const made = citation(source, chosen);
    const now = (elementAt(procedure, collection, id) as { readonly cites?: readonly string[] }).cites ?? [];
    if (now.includes(made) || edit(guarded(setting(procedure, collection, id, 'cites', [...now, made], words.cited(made.split('#')[1] ?? '', title)))) !== null) onDone();
  };
  return <p>{chosen.length === 0 ? <span className="ed-hint">{words.chooseFirst}</span> : <button type="button" className="ed-button" onClick={cite}>{words.cite(title)}</button>}</p>;
}

/** The text of the source, pasted once; each line becomes a passage. */
function Attach({ source }: { readonly source: Id }) {
  const procedure = useEditor((state) => state.procedure);
  const edit = useEditor((state) => state.edit);
  const [typed, setTyped] = useState<string | null>(null);
  const title = wordsOf(procedure.sources[source]?.title) || source;
  const keep = (): void => {
    const passages = { ...procedure.sources[source]?.passages, ...passagesFrom(typed ?? '') };
    if (edit(guarded({ type: 'setPart', path: ['sources', source, 'passages'], value: passages, words: words.attached(title) })) !== null) setTyped(null);
  };
  if (typed === null) return <button type="button" className="ed-link" onClick={() => setTyped('')}>{words.attach}</button>;
  return (
    <div className="ed-field"><label htmlFor="source-text">{words.text}</label><p className="ed-hint">{words.textHint}</p>
      <textarea id="source-text" className="ed-in" rows={8} autoFocus value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      <div className="ed-buttons"><button type="button" className="ed-button" disabled={typed.trim() === ''} onClick={keep}>{words.keep}</button><button type="button" className="ed-button ed-button-quiet" onClick={() => setTyped(null)}>{words.giveUp}</button></div>
    </div>
  );
}

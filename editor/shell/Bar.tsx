// The top bar: where one is, what state the procedure is in, whether it is kept, undo and redo, publish.
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import type { EditorProps, View } from '../types.ts';
import { Icon } from '../canvas/icons.tsx';
import { wordsOf } from '../model/text.ts';
import { isStop } from '../store/problems.ts';
import { useBench, useEditor } from '../store/context.ts';
import { words as trying } from '../trying/words.ts';
import { words } from '../words.ts';

type Props = Pick<EditorProps, 'view' | 'onView' | 'stateWords' | 'saved' | 'onExit' | 'onPublish' | 'onCopy' | 'onDownload' | 'onDocument'>;

const views: readonly View[] = ['canvas', 'outline', 'table'];

export function Bar({ view, onView, stateWords, saved, onExit, onPublish, onCopy, onDownload, onDocument }: Props) {
  const { send, store } = useBench();
  const procedure = useEditor((state) => state.content);
  const readOnly = useEditor((state) => state.readOnly);
  return (
    <header className="ed-bar">
      <span className="ed-brand"><Logo />{words.bar.brand}</span><span className="ed-sep" />
      <button type="button" className="ed-link ed-exit" onClick={onExit}>{words.bar.procedures}</button>
      <h1 className="ed-procedure" title={wordsOf(procedure.label)}>{wordsOf(procedure.label)}</h1>
      <span className={readOnly ? 'ed-state ed-state-fixed' : 'ed-state'}>{stateWords}</span>
      {readOnly ? <span className="ed-saved">{words.bar.readOnly}</span> : <Saved saved={saved} {...(onDownload === undefined ? {} : { onDownload })} />}
      <span className="ed-grow" />
      {!readOnly && <Undo />}
      <div className="ed-views" role="group" aria-label={words.bar.view}>{views.map((each) => <button key={each} type="button" aria-pressed={each === view} onClick={() => onView(each)}>{words.bar.views[each]}</button>)}</div>
      <button type="button" className="ed-ib ed-parts-button" onClick={() => send({ type: 'try' })}>{trying.open}</button>
      <button type="button" className="ed-ib ed-parts-button" onClick={() => send({ type: 'details', element: elementFor(store.getState()) })}>{words.bar.parts}</button>
      {onDocument !== undefined && <button type="button" className="ed-ib ed-parts-button" onClick={onDocument}>{words.bar.document}</button>}
      <button type="button" className="ed-ib ed-keys-button" onClick={() => send({ type: 'keys' })}>{words.bar.keys}</button>
      {onCopy !== undefined && <button type="button" className="ed-button" onClick={onCopy}><Icon name="copy" />{words.bar.copy}</button>}
      {!readOnly && onPublish !== undefined && <Publish onPublish={onPublish} />}
    </header>
  );
}

/** What is selected on the diagram, or the procedure itself. */
function elementFor({ procedure, selection }: { readonly procedure: Procedure; readonly selection: Id | null }): { readonly collection: string; readonly id: Id | null } {
  if (selection === null) return { collection: 'procedure', id: null };
  const route = selection.split('/')[0] ?? selection;
  if (selection in procedure.stages) return { collection: 'stages', id: selection };
  return procedure.transitions.some((each) => each.id === route) ? { collection: 'transitions', id: route } : { collection: 'procedure', id: null };
}

function Undo() {
  const past = useEditor((state) => state.past.at(-1)?.words);
  const future = useEditor((state) => state.future[0]?.words);
  const undo = useEditor((state) => state.undo);
  const redo = useEditor((state) => state.redo);
  const undoWords = past === undefined ? words.bar.nothingUndo : words.bar.undo(past);
  const redoWords = future === undefined ? words.bar.nothingRedo : words.bar.redo(future);
  return (
    <span className="ed-undo">
      <button type="button" className="ed-ib" aria-label={undoWords} title={undoWords} aria-disabled={past === undefined} onClick={undo}><Icon name="undo" /></button>
      <button type="button" className="ed-ib" aria-label={redoWords} title={redoWords} aria-disabled={future === undefined} onClick={redo}><Icon name="redo" /></button>
    </span>
  );
}

function Saved({ saved, onDownload }: Pick<Props, 'saved' | 'onDownload'>) {
  if (saved === 'saving') return <span className="ed-saved">{words.bar.saving}</span>;
  if (saved === 'saved') return <span className="ed-saved"><Icon name="tick" small />{words.bar.saved}</span>;
  return <span className="ed-saved ed-bad" role="alert"><Icon name="stop" small />{words.bar.notSaved(saved.failed)}{onDownload !== undefined && <button type="button" className="ed-link" onClick={onDownload}>{words.bar.download}</button>}</span>;
}

/** Publishes when nothing stops it; else says what does and shows it. */
function Publish({ onPublish }: { readonly onPublish: () => void }) {
  const { announce, send, store } = useBench();
  const publish = (): void => {
    store.getState().checkNow();
    const stop = store.getState().problems.find(isStop);
    if (stop === undefined) { onPublish(); return; }
    send({ type: 'problems' });
    announce(words.problems.refused(stop.words));
  };
  return <button type="button" className="ed-button" onClick={publish}>{words.bar.publish}</button>;
}

function Logo() {
  return <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true"><rect width="22" height="22" rx="3" className="ed-logo" /><path d="M5 6h5v4h7M10 10v6h7" className="ed-logo-line" /><circle cx="5" cy="6" r="2" className="ed-logo-dot" /><circle cx="17" cy="10" r="2" className="ed-logo-dot" /><circle cx="17" cy="16" r="2" className="ed-logo-dot" /></svg>;
}

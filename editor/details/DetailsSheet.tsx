// Every part of the procedure: left what there is by sort, in the middle one element with each of its parts, right what
// names it. What is often needed stands first; the rest is folded away. It lies over the diagram; Escape goes back, F6
// goes from one of the three to the next. What is added has the keys in the field of its name.
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import { Icon } from '../canvas/icons.tsx';
import { useBench, useEditor } from '../store/context.ts';
import { adding, countIn, elementAt, elementsIn, firstIn, guarded, partsOf, removing, setting, usersOf, type Element } from './elements.ts';
import { toPane } from './panes.ts';
import { PartField } from './PartField.tsx';
import { collections, words, type Collection } from './words.ts';

const order = Object.keys(collections) as readonly Collection[];

export function DetailsSheet() {
  const { about, send, focusStage, store } = useBench();
  const head = useRef<HTMLHeadingElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState<Id | null>(null);
  useEffect(() => { head.current?.focus(); }, []);
  if (about.element === null) return null;
  const { collection, id } = about.element;
  const go = (next: Collection, element: Id | null, fresh = false): void => { setAdded(fresh ? element : null); send({ type: 'details', element: { collection: next, id: element } }); };
  const close = (): void => { send({ type: 'done' }); focusStage(store.getState().selection); };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || (event.key !== 'Escape' && event.key !== 'F6')) return;
    event.stopPropagation();
    event.preventDefault();
    if (event.key === 'Escape') close();
    else if (page.current !== null) toPane(page.current, event.shiftKey ? -1 : 1);
  };
  return (
    <section className="ed-sheet ed-form-sheet ed-details" aria-label={words.title} onKeyDown={onKeyDown}>
      <div className="ed-sheet-head"><div className="ed-grow"><h2 ref={head} tabIndex={-1}>{words.title}</h2></div><button type="button" className="ed-ib" aria-label={words.close} onClick={close}><Icon name="cross" /></button></div>
      <div ref={page} className="ed-form ed-details-page">
        <Contents collection={collection as Collection} id={id} onGo={go} />
        <OneElement key={`${collection} ${id}`} collection={collection as Collection} id={id} onGo={go} added={added !== null && added === id} />
      </div>
    </section>
  );
}

interface Going { readonly collection: Collection; readonly id: Id | null; readonly onGo: (collection: Collection, id: Id | null, /** Whether it was added just now. */ added?: boolean) => void }

function Contents({ collection, id, onGo }: Going) {
  const { today } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const elements = useMemo(() => elementsIn(procedure, collection), [procedure, collection]);
  const add = (): void => { const made = adding(procedure, collection, today); if (made !== null && edit(guarded(made.edit)) !== null) onGo(collection, made.id, true); };
  return (
    <nav className="ed-form-list" aria-label={words.list}>
      <ul>{order.map((each) => (
        <li key={each}>
          <button type="button" className={each === collection ? 'ed-form-row ed-details-sort ed-form-row-on' : 'ed-form-row ed-details-sort'} aria-current={each === collection && id === null} aria-expanded={each === 'procedure' ? undefined : each === collection} onClick={() => onGo(each, firstIn(procedure, each))}>{collections[each]}{each !== 'procedure' && <span>{countIn(procedure, each)}</span>}</button>
          {each === collection && each !== 'procedure' && <Names elements={elements} id={id} onChoose={(next) => onGo(each, next)} />}
          {each === collection && each !== 'procedure' && !readOnly && <button type="button" className="ed-link ed-details-add" onClick={add}>{words.addOne(words.nouns[each])}</button>}
        </li>
      ))}</ul>
    </nav>
  );
}

const MANY = 12;

/** The names of a collection; a long list can be searched. */
function Names({ elements, id, onChoose }: { readonly elements: readonly Element[]; readonly id: Id | null; readonly onChoose: (id: Id) => void }) {
  const [typed, setTyped] = useState('');
  const found = elements.filter((element) => element.title.toLowerCase().includes(typed.trim().toLowerCase()));
  return (
    <>
      {elements.length > MANY && <input type="search" className="ed-in ed-details-find" aria-label={words.find} placeholder={words.find} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />}
      <ul className="ed-details-names">{found.map((element) => <li key={element.id}><button type="button" className={element.id === id ? 'ed-form-row ed-form-row-on' : 'ed-form-row'} aria-current={element.id === id} onClick={() => onChoose(element.id)}>{element.title}</button></li>)}</ul>
    </>
  );
}

/** What a person changes seldom: sources, notes, dates of force. */
const seldom: ReadonlySet<string> = new Set(['cites', 'note', 'inferred', 'gap', 'inForce']);

function OneElement({ collection, id, onGo, added }: Going & { readonly added: boolean }) {
  const mid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!added) return;
    const name = mid.current?.querySelector<HTMLTextAreaElement>('.ed-part:is([data-path="label"], [data-path="title"], [data-path="words"]) > textarea');
    name?.focus();
    name?.select();
  }, [added]);
  const procedure = useEditor((state) => state.procedure);
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const element = elementAt(procedure, collection, id);
  const title = collection === 'procedure' ? collections.procedure : elementsIn(procedure, collection).find((each) => each.id === id)?.title ?? '';
  if (element === undefined) return <div className="ed-form-mid"><p className="ed-hint">{words.none}</p></div>;
  const fields = partsOf(collection);
  const part = (field: (typeof fields)[number]) => (
    <PartField key={field.key} field={field} path={field.key} around={{ element, id }} value={Reflect.get(element as object, field.key)} readOnly={readOnly}
      onSet={(value) => { edit(guarded(setting(procedure, collection, id, field.key, value, words.change(field.title.toLowerCase(), title)))); }} />
  );
  return (
    <>
      <div ref={mid} className="ed-form-mid ed-details-mid">
        <div className="ed-form-place"><h3 className="ed-grow">{title}</h3>{!readOnly && id !== null && <button type="button" className="ed-ib" aria-label={words.remove(title)} title={words.remove(title)} onClick={() => { if (edit(guarded(removing(procedure, collection, id, title))) !== null) onGo(collection, elementsIn(procedure, collection).find((each) => each.id !== id)?.id ?? null); }}><Icon name="bin" /></button>}</div>
        {fields.filter((field) => !seldom.has(field.key)).map(part)}
        <details className="ed-fold-row"><summary><b>{words.more}</b></summary>{fields.filter((field) => seldom.has(field.key)).map(part)}</details>
      </div>
      {id !== null && <Users collection={collection} id={id} onGo={onGo} />}
    </>
  );
}

function Users({ collection, id, onGo }: Going & { readonly id: Id }) {
  const { store } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const users = useMemo(() => usersOf(procedure, collection, id), [procedure, collection, id]);
  const shown = collection === 'stages' || collection === 'transitions' || collection === 'doors';
  return (
    <aside className="ed-form-right" aria-label={words.used}>
      <h3>{words.used}</h3>
      <p className="ed-hint">{users.length === 0 ? words.unused : words.usedBy(users.length)}</p>
      <ul>{users.map((user) => <li key={`${user.collection} ${user.id}`}><button type="button" className="ed-link" onClick={() => onGo(user.collection, user.collection === 'procedure' ? null : user.id)}>{user.title}</button> <span className="ed-hint">{collections[user.collection]}</span></li>)}</ul>
      {shown && <button type="button" className="ed-link" onClick={() => store.getState().select(id)}>{words.toStage}</button>}
    </aside>
  );
}

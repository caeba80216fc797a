// The stages in order, as a tree: up and down move, right and left open, close and step in and out, Enter changes the
// name, a letter goes to the next name that begins with it. Choosing here chooses on the diagram. On a narrower screen
// it is folded to a button beside the diagram, and no row of it is drawn until it is opened.
import { useEffect, useMemo, useRef, useState, type Dispatch, type KeyboardEvent, type MouseEvent, type SetStateAction } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import { useActs } from '../canvas/acts.ts';
import { canvasKey, goOn, type Going } from '../canvas/keys.ts';
import { drawnThen } from '../../ui/focus.ts';
import { useRailed } from '../shell/width.ts';
import { useBench, useDiagram, useEditor, useMarks } from '../store/context.ts';
import { words } from '../words.ts';
import { Icon } from '../canvas/icons.tsx';
import { OutlineRows } from './OutlineRow.tsx';
import { keepingRows, rowsOf, type Row } from './rows.ts';

export function Outline() {
  const railed = useRailed();
  const [open, setOpen] = useState(false);
  const [closed, setClosed] = useState<ReadonlySet<Id>>(new Set());
  const [typed, setTyped] = useState('');
  const pane = useRef<HTMLElement>(null);
  const first = (selector: string): HTMLElement | null | undefined => pane.current?.querySelector<HTMLElement>(selector);
  const unfold = (): void => drawnThen(() => setOpen(true), () => (first('[role="treeitem"][tabindex="0"]') ?? first('.ed-find input'))?.focus());
  const fold = (): void => drawnThen(() => setOpen(false), () => first('.ed-rail')?.focus());
  const folded = railed && !open;
  return (
    <aside className={folded ? 'ed-out ed-out-folded' : railed ? 'ed-out ed-out-open' : 'ed-out'} aria-label={words.outline.title} ref={pane}
      onKeyDownCapture={(event) => { if (railed && open && event.key === 'Escape' && !isTyped(event.target)) { event.stopPropagation(); fold(); } }}>
      {folded
        ? <button type="button" className="ed-ib ed-rail" aria-label={words.outline.open} aria-expanded="false" title={words.outline.open} onClick={unfold}><Icon name="list" /></button>
        : <Pane closed={closed} setClosed={setClosed} typed={typed} setTyped={setTyped} onFold={railed ? fold : null} />}
    </aside>
  );
}

/** A field that Escape empties first. */
const isTyped = (target: EventTarget): boolean => target instanceof HTMLInputElement && target.value !== '';

interface PaneProps {
  readonly closed: ReadonlySet<Id>;
  readonly setClosed: Dispatch<SetStateAction<ReadonlySet<Id>>>;
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  /** Folds the outline again; null where it always stands open. */
  readonly onFold: (() => void) | null;
}

function Pane({ closed, setClosed, typed, setTyped, onFold }: PaneProps) {
  const bench = useBench();
  const diagram = useDiagram();
  const selection = useEditor((state) => state.selection);
  const readOnly = useEditor((state) => state.readOnly);
  const acts = useActs();
  const [kept] = useState(keepingRows);
  const rows = useMemo(() => kept(rowsOf(diagram, closed, typed)), [kept, diagram, closed, typed]);
  const list = useRef<HTMLUListElement>(null);
  const toggle = useEditor((state) => state.toggle);
  const also = useEditor((state) => state.also);
  const doors = useEditor((state) => Object.keys(state.procedure.doors).length);
  const marks = useMarks();
  const current = rows.some((row) => row.id === selection) ? selection : rows[0]?.id ?? null;
  useEffect(() => { list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }); }, [selection]);
  const go = (row: Row | undefined, how: Going = 'to'): void => {
    if (row === undefined) return;
    bench.send({ type: 'selected' });
    goOn(bench, row.id, how);
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.id)}"]`)?.focus();
  };
  const fold = (id: Id, shut: boolean): void => setClosed((now) => { const next = new Set(now); if (shut) next.add(id); else next.delete(id); return next; });
  const onKey = (event: KeyboardEvent): void => {
    if (treeKey(event, rows, current, { go, fold }) || canvasKey(bench, event)) { event.preventDefault(); event.stopPropagation(); }
  };
  const rowOf = ({ target }: MouseEvent): Row | undefined => { const id = target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined; return rows.find((row) => row.id === id); };
  const onClick = (event: MouseEvent): void => {
    const row = rowOf(event);
    if (row !== undefined && row.sign !== 'door' && (event.shiftKey || event.ctrlKey || event.metaKey)) toggle(row.id);
    else go(row);
  };
  const onDoubleClick = (event: MouseEvent): void => { const row = rowOf(event); if (row !== undefined) fold(row.id, row.open); };
  return (
    <>
      <div className="ed-pane-head"><h2>{words.outline.title}</h2>
        {!readOnly && <button type="button" className="ed-ib" aria-label={words.outline.add} title={words.outline.add} onClick={() => acts.next(diagram.tree.position(selection ?? '') >= 0 ? selection : null)}><Icon name="plus" /></button>}
        {onFold !== null && <button type="button" className="ed-ib" aria-label={words.outline.close} title={words.outline.close} onClick={onFold}><Icon name="cross" small /></button>}
      </div>
      <label className="ed-find"><Icon name="find" small /><input type="search" placeholder={words.outline.find} aria-label={words.outline.find} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} onKeyDown={(event) => { event.stopPropagation(); if (event.key === 'Enter' || event.key === 'ArrowDown') { event.preventDefault(); go(rows.find((row) => row.match)); } }} /></label>
      <ul className="ed-tree" role="tree" aria-multiselectable="true" aria-label={words.outline.tree} ref={list} onKeyDown={onKey} onClick={onClick} onDoubleClick={onDoubleClick}>
        <OutlineRows rows={rows} selection={selection} also={also} current={current} marks={marks} doors={doors} />
      </ul>
      {rows.length === 0 && <p className="ed-hint ed-inset">{words.outline.none}</p>}
      <Totals />
    </>
  );
}

/** Keys that are the tree's own. */
function treeKey(event: KeyboardEvent, rows: readonly Row[], current: Id | null, act: { go: (row: Row | undefined, how?: Going) => void; fold: (id: Id, shut: boolean) => void }): boolean {
  const how: Going = event.shiftKey ? 'with' : event.ctrlKey || event.metaKey ? 'past' : 'to';
  if (event.altKey || how !== 'to' && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false;
  const at = rows.findIndex((row) => row.id === current);
  const row = rows[at];
  switch (event.key) {
    case 'ArrowDown': act.go(rows[Math.min(rows.length - 1, at + 1)], how); return true;
    case 'ArrowUp': act.go(rows[Math.max(0, at - 1)], how); return true;
    case 'Home': act.go(rows[0]); return true;
    case 'End': act.go(rows.at(-1)); return true;
    case 'ArrowRight': if (row?.parts === true) { if (row.open) act.go(rows[at + 1]); else act.fold(row.id, false); } return true;
    case 'ArrowLeft': if (row?.parts === true && row.open) act.fold(row.id, true); else act.go(rows.slice(0, at).findLast((each) => each.level < (row?.level ?? 0))); return true;
    default: return false;
  }
}

/** What else the procedure holds, counted. */
function Totals() {
  const procedure = useEditor((state) => state.content);
  const rows = [[words.outline.questions, Object.keys(procedure.questions).length], [words.outline.people, Object.keys(procedure.parties).length], [words.outline.rules, Object.keys(procedure.rules ?? {}).length]] as const;
  return <dl className="ed-totals">{rows.map(([title, count]) => <div key={title}><dt>{title}</dt><dd>{count}</dd></div>)}</dl>;
}

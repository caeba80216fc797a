// The procedure editor: bar, outline, canvas, inspector and problems strip over one piece of work in hand. It keeps
// nothing itself: every change is given to `onChange`, the selection to `onSelect`.
import { ReactFlowProvider } from '@xyflow/react';
import { useMachine } from '@xstate/react';
import { lazy, memo, Suspense, useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { check } from '../engine/procedure/check.ts';
import type { Id } from '../engine/procedure/types.ts';
import { announce } from '../ui/Announcer.tsx';
import { Canvas } from './canvas/Canvas.tsx';
import { ConnectList } from './canvas/ConnectList.tsx';
import { canvasKey, everywhereKey } from './canvas/keys.ts';
import { modes, type Mode } from './canvas/modes.ts';
import { Palette } from './canvas/Palette.tsx';
import { createChecker } from './checking/checker.ts';
import { inWorker as checkInWorker } from './checking/worker.ts';
import { ClockSheet } from './clock/ClockSheet.tsx';
import { DetailsSheet } from './details/DetailsSheet.tsx';
import './editor.css';
import { FormSheet } from './form/FormSheet.tsx';
import { Grid } from './grid/Grid.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { createDesk, type KeptLayouts } from './layout/desk.ts';
import { inWorker } from './layout/worker.ts';
import { Outline } from './outline/Outline.tsx';
import { RuleSheet } from './rule/RuleSheet.tsx';
import { SourceSheet } from './sources/SourceSheet.tsx';
import { Bar } from './shell/Bar.tsx';
import { Keys } from './shell/Keys.tsx';
import { Strip, walkProblems } from './shell/Strip.tsx';
import { ArrangePanel } from './arrange/ArrangePanel.tsx';
import { FindPanel } from './arrange/FindPanel.tsx';
import { LostPanel } from './clip/LostPanel.tsx';
import { useClipboard } from './clip/useClipboard.ts';
import { BenchContext, useBench, type Bench } from './store/context.ts';
import { createEditorStore, type EditorStore } from './store/store.ts';
import type { EditorProps } from './types.ts';
import { useRailed, useWide } from './shell/width.ts';

/** Verification is a piece of its own, loaded when somebody asks for it. */
const Findings = lazy(() => import('./findings/Findings.tsx'));

/** The engine is drawn in when somebody tries the draft. */
const TryPanel = lazy(() => import('./trying/TryPanel.tsx'));

// What they show comes of the store and the bench alone: that an edit is being written down is the bar's to say.
const Diagram = memo(Canvas);
const Order = memo(Outline);
const Panel = memo(Inspector);
const Parts = memo(DetailsSheet);
const Found = memo(Strip);

const checkSoon = createChecker(checkInWorker);
const layouts: KeptLayouts = new Map();
/** Milliseconds after opening when what opens has been drawn. */
const READY = 300;
let ready = false;

export default function ProcedureEditor(props: EditorProps) {
  const bench = useBenchOf(props);
  const surface = useRef<HTMLElement>(null);
  useKeptFocus(bench);
  useClipboard(bench);
  const wide = useWide();
  const railed = useRailed();
  const { view } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isField(event.target)) return;
    if (event.key === 'F8') walkProblems(bench, event.shiftKey ? -1 : 1);
    else if (!everywhereKey(bench, event) && !(onCanvas(event.target, surface.current) && canvasKey(bench, event))) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <BenchContext value={bench}>
      <ReactFlowProvider>
        <div className={wide ? railed ? 'ed-app ed-railed' : 'ed-app' : 'ed-app ed-narrow'} onKeyDown={onKeyDown}>
          <Bar {...props} />
          {!wide ? <main className="ed-plain"><Order /></main> : view === 'canvas' && <Order />}
          {wide && view !== 'canvas' && <Grid view={view} />}
          {wide && view === 'canvas' && <main className="ed-mid" ref={surface}><Diagram /><Panels /></main>}
          {(!wide || view !== 'canvas') && over.has(bench.mode) && <div className="ed-over"><Panels /></div>}
          <Panel />
          {bench.mode === 'clock' && <ClockSheet />}
          {bench.mode === 'form' && <FormSheet />}
          {bench.mode === 'criterion' && <RuleSheet />}
          {bench.mode === 'details' && <Parts />}
          {bench.mode === 'source' && <SourceSheet />}
          {bench.mode === 'findings' && <Suspense><Findings {...(props.onGuidance && { onGuidance: props.onGuidance })} /></Suspense>}
          {bench.mode === 'trying' && <Suspense><TryPanel /></Suspense>}
          <Found />
        </div>
      </ReactFlowProvider>
    </BenchContext>
  );
}

/** The modes in which something is asked over the diagram or the rows. */
const over: ReadonlySet<Mode> = new Set(['adding', 'connecting', 'arranging', 'finding', 'lost', 'keys']);

/** What is asked there. */
function Panels() {
  switch (useBench().mode) {
    case 'adding': return <Palette />;
    case 'connecting': return <ConnectList />;
    case 'arranging': return <ArrangePanel />;
    case 'finding': return <FindPanel />;
    case 'lost': return <LostPanel />;
    case 'keys': return <Keys />;
    default: return null;
  }
}

/** When what had the focus is gone (a stage undone, a panel closed), the focus goes to the selected stage, and undo works meanwhile. */
function useKeptFocus(bench: Bench): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => { if (event.target === document.body && everywhereKey(bench, event)) event.preventDefault(); };
    document.addEventListener('keydown', onKey);
    const stop = bench.store.subscribe((now, before) => {
      if (now.procedure !== before.procedure) requestAnimationFrame(() => { if (document.activeElement === document.body) bench.focusStage(now.selection); });
    });
    return () => { document.removeEventListener('keydown', onKey); stop(); };
  }, [bench]);
}

/** Keys of the diagram count on the canvas and its boxes, not on the buttons and panels that lie over it. */
function onCanvas(target: EventTarget, surface: HTMLElement | null): boolean {
  if (!(target instanceof Element) || surface === null || !surface.contains(target)) return false;
  return target.closest('button, .ed-panel') === null;
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** The store, the mode and the ways to say things and to put the focus. */
function useBenchOf(props: EditorProps): Bench {
  const latest = useRef(props);
  latest.current = props;
  const given = useRef(props.procedure);
  const [snapshot, send] = useMachine(modes);
  const [store] = useState(() => createEditorStore(props.procedure, props.readOnly, props.selection, {
    announce, check, onSelect: (selection) => latest.current.onSelect(selection),
    onChange: (procedure, history) => { given.current = procedure; latest.current.onChange(procedure, history); },
    checkSoon,
  }, props.history));
  useAlso(store, latest);
  useReadyCheck(store);
  const [desk] = useState(() => createDesk(inWorker, layouts));
  const first = useRef(props.procedure);
  useEffect(() => {
    if (props.procedure === first.current || props.procedure === given.current) { store.setState({ readOnly: props.readOnly }); return; }
    first.current = props.procedure;
    given.current = props.procedure;
    store.getState().replace(props.procedure, props.readOnly);
  }, [store, props.procedure, props.readOnly]);
  useEffect(() => { if (props.selection !== store.getState().selection) store.setState({ selection: props.selection }); }, [store, props.selection]);
  // At once where the box is there already, so that no key pressed meanwhile is lost; else when it has been drawn.
  const focusStage = useCallback((id: Id | null) => {
    const box = boxOf(id);
    box?.focus({ preventScroll: true });
    if (box === null || document.activeElement !== box) requestAnimationFrame(() => { focusBox(id); });
  }, []);
  const mode = snapshot.value as Mode;
  return useMemo(() => ({ store, desk, mode, about: snapshot.context, send, announce, today: props.today, focusStage }), [store, desk, mode, snapshot.context, send, props.today, focusStage]);
}

/** The check's worker is started, and has checked once, before the first edit needs it: begun with that edit it takes half a second. */
function useReadyCheck(store: EditorStore): void {
  useEffect(() => {
    if (ready || store.getState().readOnly) return undefined;
    const timer = setTimeout(() => { ready = true; checkSoon(store.getState().procedure, () => undefined); }, READY);
    return () => clearTimeout(timer);
  }, [store]);
}

/** Several stages chosen: as the address has them at first, and told whenever they change. */
function useAlso(store: EditorStore, latest: { readonly current: EditorProps }): void {
  useEffect(() => {
    const { stages } = store.getState().procedure;
    const also = (latest.current.also ?? []).filter((id) => id in stages);
    if (also.length > 0) store.setState({ also });
    return store.subscribe((now, before) => { if (now.also !== before.also && now.also.length + before.also.length > 0) latest.current.onAlso?.(now.also); });
  }, [store, latest]);
}

/** A stage's box, or the cell of its row that Tab enters, or its row. */
function boxOf(id: Id | null): HTMLElement | null {
  const first = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);
  if (id === null) return null;
  const row = `[data-row="${CSS.escape(id)}"]`;
  return first(`.react-flow__node[data-id="${CSS.escape(id)}"]`) ?? first(`${row} [tabindex="0"]`) ?? first(row);
}

/** Puts the focus on a stage, or where there is none on what Tab would enter. */
function focusBox(id: Id | null): void {
  const fallback = document.querySelector<HTMLElement>('.react-flow__node[tabindex="0"], [role="treeitem"][tabindex="0"], [role="gridcell"][tabindex="0"]');
  (boxOf(id) ?? fallback)?.focus({ preventScroll: true });
}

// The drawing surface: React Flow shows boxes and lines that the diagram and its layout decide. Moving, connecting
// and removing go through edit commands; React Flow's own keyboard handling is off, because it moves stages without
// saving, deletes without saying so and reads out stale places.
import '@xyflow/react/dist/style.css';
import { applyNodeChanges, ConnectionMode, ReactFlow, useReactFlow, useStore, type Connection, type NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useId, useMemo, useRef, useState, type MouseEvent as ReactMouseEvent } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import { connect as connected } from '../edits/commands.ts';
import { chosenOf } from '../store/store.ts';
import { keepingSteady } from '../model/steady.ts';
import { wordsOf } from '../model/text.ts';
import { diagramFor, useBench, useDiagram, useEditor, useLayout, useMarks, useShown } from '../store/context.ts';
import { words } from '../words.ts';
import { TriedPath } from '../trying/TriedPath.tsx';
import { Played } from '../findings/Played.tsx';
import { useActs } from './acts.ts';
import { ActionBar } from './ActionBar.tsx';
import { boxesOf, linesOf, type Box, type RouteLine } from './elements.ts';
import { DraggedContext } from './dragged.ts';
import { useDropping } from './dropping.ts';
import { Marquee } from './Marquee.tsx';
import { Reconnect } from './Reconnect.tsx';
import { useKindDrop } from './kindDrop.ts';
import { DoorNode, GroupNode } from './GroupNode.tsx';
import { LittleMap } from './LittleMap.tsx';
import { useFit } from './fit.ts';
import { Heads, RouteEdge } from './RouteEdge.tsx';
import { StageNode } from './StageNode.tsx';
import { Tools } from './Tools.tsx';
import { useZoomClass } from './zoom.ts';

const nodeTypes = { stage: StageNode, group: GroupNode, door: DoorNode };
const edgeTypes = { route: RouteEdge };

export function Canvas() {
  const { send, focusStage, store } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const readOnly = useEditor((state) => state.readOnly);
  const selection = useEditor((state) => state.selection);
  const select = useEditor((state) => state.select);
  const edit = useEditor((state) => state.edit);
  const toggle = useEditor((state) => state.toggle);
  const { boxes, lines, setBoxes, dragged, setDragged, reset } = useElements();
  const dropping = useDropping(reset);
  const kinds = useKindDrop();
  useOpened();
  const zoomClass = useZoomClass();
  const help = useId();
  const choose = useCallback((id: Id | null) => { send({ type: 'selected' }); select(id); }, [send, select]);
  const connect = useCallback((made: Connection) => { edit(connected(made.source, made.target), made.source); }, [edit]);
  const pick = (event: ReactMouseEvent, id: Id): void => { if (event.shiftKey || event.ctrlKey || event.metaKey) toggle(id); else choose(id); };
  return (
    <DraggedContext value={dragged}>
      <p id={help} hidden>{words.canvas.help}</p>
      <Marquee>
      <ReactFlow<Box, RouteLine> className={zoomClass} aria-label={words.canvas.name(wordsOf(procedure.label))} aria-describedby={help}
        nodes={boxes} edges={lines} nodeTypes={nodeTypes} edgeTypes={edgeTypes} disableKeyboardA11y deleteKeyCode={null} selectionKeyCode={null} multiSelectionKeyCode={null}
        zIndexMode="manual" elevateNodesOnSelect={false} connectionMode={ConnectionMode.Loose} connectionRadius={8} nodesConnectable={!readOnly} nodesDraggable={!readOnly} nodeDragThreshold={4}
        snapToGrid snapGrid={[8, 8]} minZoom={0.2} maxZoom={2} zoomOnDoubleClick={false} panOnScroll={false} proOptions={{ hideAttribution: false }}
        onNodesChange={(changes: NodeChange<Box>[]) => setBoxes((now) => applyNodeChanges(changes.filter((change) => change.type === 'position' || change.type === 'dimensions'), now))}
        onNodeClick={(event, box) => { if (box.type === 'door') choose(box.id); else pick(event, box.id); }} onEdgeClick={(_, line) => { if (line.data?.route !== null) choose(line.id); }} onPaneClick={(event) => { if (!event.shiftKey) choose(null); }}
        onNodeDoubleClick={(_, box) => { if (!readOnly && box.type !== 'door') send({ type: 'name', stage: box.id }); }}
        onNodeDragStart={(_, box, all) => { if (!chosenOf(store.getState()).includes(box.id)) select(box.id); setDragged(withParts(boxes, all.map((each) => each.id))); }} onNodeDrag={dropping.over}
        onNodeDragStop={(event, box, all) => { setDragged(new Set()); dropping.drop(event, box, all); }} onConnect={connect} onDragOver={kinds.over} onDrop={kinds.drop}>
        <Heads />
        <Fitting />
        <Played />
        <TriedPath />
        {!readOnly && dragged.size === 0 && <Reconnect />}
        {selection !== null && !readOnly && dragged.size === 0 && <ActionBar />}
      </ReactFlow>
      </Marquee>
      {Object.keys(procedure.stages).length === 0 && <Empty />}
      <Tools onTidied={() => focusStage(selection)} />
      <LittleMap />
    </DraggedContext>
  );
}

/** An empty page says how to begin. */
function Empty() {
  const readOnly = useEditor((state) => state.readOnly);
  const acts = useActs();
  return <div className="ed-empty"><p>{words.canvas.empty}</p>{!readOnly && <button type="button" className="ed-button" onClick={() => acts.next(null)}>{words.canvas.emptyAdd}</button>}</div>;
}

/** The boxes and lines to show, those that an edit left alone as they were; a drag moves boxes here until it is let go. */
function useElements() {
  const whole = useDiagram();
  const shown = useShown();
  const diagram = diagramFor(shown.procedure);
  const layout = useLayout();
  const marks = useMarks();
  const selection = useEditor((state) => state.selection);
  const also = useEditor((state) => state.also);
  const readOnly = useEditor((state) => state.readOnly);
  const [dragged, setDragged] = useState<ReadonlySet<Id>>(new Set());
  const entry = selection !== null && (layout.stages.has(selection) || layout.groups.has(selection)) ? selection : diagram.doors[0]?.id ?? diagram.tree.order[0] ?? null;
  const [steadyBoxes] = useState(() => keepingSteady<Box>());
  const [steadyLines] = useState(() => keepingSteady<RouteLine>());
  const made = useMemo(() => steadyBoxes(boxesOf(diagram, layout, { chosen: new Set(selection === null ? also : [...also, selection]), holds: shown.holds, whole, marks, readOnly, entry })), [steadyBoxes, diagram, layout, selection, also, shown, whole, marks, readOnly, entry]);
  const [boxes, setBoxes] = useState<Box[]>(made);
  useEffect(() => { setBoxes(made); }, [made]);
  const lines = useMemo(() => steadyLines(linesOf(diagram, layout, selection)), [steadyLines, diagram, layout, selection]);
  const reset = useCallback(() => setBoxes([...made]), [made]);
  return { boxes, setBoxes, lines, dragged, setDragged, reset };
}

/** A stage chosen elsewhere that lies in a closed group opens it. */
function useOpened(): void {
  const { store } = useBench();
  const diagram = useDiagram();
  const selection = useEditor((state) => state.selection);
  useEffect(() => {
    const { closed, fold } = store.getState();
    for (const group of selection === null ? [] : diagram.tree.ancestors(selection)) if (closed.has(group)) fold(group);
  }, [store, diagram, selection]);
}

/** Stages and everything inside them. */
function withParts(boxes: readonly Box[], ids: readonly Id[]): ReadonlySet<Id> {
  const found = new Set(ids);
  for (const box of boxes) if (box.parentId !== undefined && found.has(box.parentId)) found.add(box.id);
  return found;
}

/** Shows the whole procedure at first, and later a stage that was chosen elsewhere, without moving what is in sight already. */
function Fitting() {
  const layout = useLayout();
  const selection = useEditor((state) => state.selection);
  const flow = useReactFlow();
  const shown = useRef<Id | null>(null);
  const fit = useFit();
  const fitted = useRef(false);
  const drawn = layout.stages.size > 0;
  const ready = useStore((state) => state.width > 0 && state.height > 0) && drawn;
  useEffect(() => { if (ready && !fitted.current) { fitted.current = true; fit(); } }, [ready, fit]);
  useEffect(() => {
    if (selection === shown.current || !fitted.current) return;
    shown.current = selection;
    const placed = selection === null ? undefined : layout.stages.get(selection) ?? layout.groups.get(selection);
    const surface = document.querySelector('.ed-mid')?.getBoundingClientRect();
    if (placed === undefined || surface === undefined) return;
    const { x, y, zoom } = flow.getViewport();
    const left = placed.x * zoom + x;
    const top = placed.y * zoom + y;
    if (left >= 0 && top >= 0 && left + placed.w * zoom <= surface.width && top + placed.h * zoom <= surface.height) return;
    void flow.setCenter(placed.x + placed.w / 2, placed.y + placed.h / 2, { zoom });
  }, [selection, layout, flow]);
  return null;
}

// The drawing surface: React Flow shows boxes and lines that the diagram and its layout decide. Moving, connecting
// and removing go through edit commands; React Flow's own keyboard handling is off, because it moves stages without
// saving, deletes without saying so and reads out stale places.
import '@xyflow/react/dist/style.css';
import { ConnectionMode, ReactFlow } from '@xyflow/react';
import { useEffect, useId } from 'react';
import { wordsOf } from '../model/text.ts';
import { useBench, useDiagram, useEditor, useLayout } from '../store/context.ts';
import { words } from '../words.ts';
import { TriedPath } from '../trying/TriedPath.tsx';
import { Played } from '../findings/Played.tsx';
import { useActs } from './acts.ts';
import { ActionBar } from './ActionBar.tsx';
import { CarriedContext, useCarrier, useCarrying } from './carried.ts';
import { DrawnElements } from './DrawnElements.tsx';
import type { Box, RouteLine } from './elements.ts';
import { Marquee } from './Marquee.tsx';
import { Reconnect } from './Reconnect.tsx';
import { useHands } from './hands.ts';
import { DoorNode, GroupNode } from './GroupNode.tsx';
import { LittleMap } from './LittleMap.tsx';
import { Fitting } from './Fitting.tsx';
import { Heads, RouteEdge } from './RouteEdge.tsx';
import { StageNode } from './StageNode.tsx';
import { Tools } from './Tools.tsx';
import { useZoomClass } from './zoom.ts';

const nodeTypes = { stage: StageNode, group: GroupNode, door: DoorNode };
const edgeTypes = { route: RouteEdge };
/** The grid that boxes stand on. */
const GRID: [number, number] = [8, 8];
const CREDIT = { hideAttribution: false };
// What asks for nothing of the surface is made once: it is drawn again by what it reads itself, and not with each edit.
const within = <><DrawnElements /><Heads /><Fitting /><Played /><TriedPath /></>;
const beside = <Beside />;
const over = <><Tools /><LittleMap /></>;

export function Canvas() {
  const procedure = useEditor((state) => state.content);
  const readOnly = useEditor((state) => state.readOnly);
  const { store: carried, carry } = useCarrier();
  const hands = useHands(carry);
  useOpened();
  const zoomClass = useZoomClass();
  const help = useId();
  return (
    <CarriedContext value={carried}>
      <p id={help} hidden>{words.canvas.help}</p>
      <Marquee>
      <ReactFlow<Box, RouteLine> className={zoomClass} aria-label={words.canvas.name(wordsOf(procedure.label))} aria-describedby={help}
        nodeTypes={nodeTypes} edgeTypes={edgeTypes} disableKeyboardA11y deleteKeyCode={null} selectionKeyCode={null} multiSelectionKeyCode={null}
        zIndexMode="manual" elevateNodesOnSelect={false} connectionMode={ConnectionMode.Loose} connectionRadius={8} nodesConnectable={!readOnly} nodesDraggable={!readOnly} nodeDragThreshold={4}
        snapToGrid snapGrid={GRID} minZoom={0.2} maxZoom={2} zoomOnDoubleClick={false} panOnScroll={false} proOptions={CREDIT} {...hands}>
        {within}
        {!readOnly && beside}
      </ReactFlow>
      </Marquee>
      {Object.keys(procedure.stages).length === 0 ? <Empty /> : <Soon />}
      {over}
    </CarriedContext>
  );
}

/** An empty page says how to begin. */
function Empty() {
  const readOnly = useEditor((state) => state.readOnly);
  const acts = useActs();
  return <div className="ed-empty"><p>{words.canvas.empty}</p>{!readOnly && <button type="button" className="ed-button" onClick={() => acts.next(null)}>{words.canvas.emptyAdd}</button>}</div>;
}

/** Until the first layout of a large diagram has come. */
function Soon() {
  const layout = useLayout();
  return layout.stages.size + layout.groups.size === 0 && <p className="ed-empty ed-soon" role="status">{words.canvas.drawing}</p>;
}

/** What stands beside what is selected, while nothing is dragged. */
function Beside() {
  const selected = useEditor((state) => state.selection !== null);
  if (useCarrying()) return null;
  return <><Reconnect />{selected && <ActionBar />}</>;
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

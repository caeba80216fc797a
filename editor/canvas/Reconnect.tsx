// The two ends of the selected route, to drag to another stage. From the keyboard: "From" and "To" in the panel.
import { EdgeLabelRenderer, useReactFlow } from '@xyflow/react';
import { useState, type PointerEvent } from 'react';
import { words as arranging } from '../arrange/words.ts';
import type { Point } from '../layout/types.ts';
import { diagramFor, useEditor, useLayout, useShown } from '../store/context.ts';

type End = 'from' | 'to';

export function Reconnect() {
  const selection = useEditor((state) => (state.selection === null || state.selection in state.procedure.stages ? null : state.selection));
  return selection !== null && <Ends selection={selection} />;
}

function Ends({ selection }: { readonly selection: string }) {
  const shown = useShown();
  const layout = useLayout();
  const route = diagramFor(shown.procedure).routes.find((each) => each.id === selection);
  const points = route === undefined ? undefined : layout.routes.get(route.id)?.points;
  const [first, last] = [points?.[0], points?.at(-1)];
  if (route === undefined || first === undefined || last === undefined) return null;
  return <EdgeLabelRenderer><Grip end="from" transition={route.transition} start={route.from} goal={route.to} at={first} /><Grip end="to" transition={route.transition} start={route.from} goal={route.to} at={last} /></EdgeLabelRenderer>;
}

function Grip({ end, transition, start, goal, at }: { readonly end: End; readonly transition: string; readonly start: string; readonly goal: string; readonly at: Point }) {
  const old = end === 'from' ? start : goal;
  const [pulled, setPulled] = useState<Point | null>(null);
  const flow = useReactFlow();
  const edit = useEditor((state) => state.edit);
  const from = useEditor((state) => state.procedure.transitions.find((route) => route.id === transition)?.from);
  const place = pulled ?? at;
  const drop = (event: PointerEvent): void => {
    setPulled(null);
    const box = document.elementsFromPoint(event.clientX, event.clientY).map((each) => each.closest<HTMLElement>('.react-flow__node-stage, .react-flow__node-group')).find((each) => each !== null);
    const stage = box?.dataset['id'];
    if (stage === undefined || stage === old) return;
    edit({ type: 'retargetTransition', transition, ...(end === 'to' ? { to: stage } : { from: (from ?? []).map((id) => (id === old ? stage : id)) }) }, `${transition}/${end === 'from' ? stage : start}/${end === 'from' ? goal : stage}`);
  };
  return (
    <span className="ed-grip nodrag nopan" title={end === 'from' ? arranging.reconnect.begin : arranging.reconnect.end} data-end={end} style={{ transform: `translate(-50%, -50%) translate(${place.x}px, ${place.y}px)` }}
      onPointerDown={(event) => { event.stopPropagation(); event.currentTarget.setPointerCapture(event.pointerId); setPulled(at); }}
      onPointerMove={(event) => { if (pulled !== null) setPulled(flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })); }}
      onPointerUp={drop} onPointerCancel={() => setPulled(null)} />
  );
}

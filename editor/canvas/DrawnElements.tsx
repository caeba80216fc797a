// Gives React Flow the boxes and lines to show. They are put into its own store: handed to it as properties they would
// have the whole surface drawn again at each edit before it took them in.
import { useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import { keepingSteady } from '../model/steady.ts';
import { diagramFor, useDiagram, useEditor, useLayout, useMarks, useShown } from '../store/context.ts';
import { boxesOf, linesOf, type Box, type RouteLine } from './elements.ts';
import { useDrawn } from './sight.ts';

export function DrawnElements() {
  const surface = useStoreApi<Box, RouteLine>();
  const { boxes, lines } = useElements();
  useEffect(() => surface.getState().setNodes(boxes), [surface, boxes]);
  useEffect(() => surface.getState().setEdges(lines), [surface, lines]);
  return null;
}

/** The boxes and lines to show: of a large diagram those in sight, and those that an edit left alone as they were. */
function useElements() {
  const layout = useLayout();
  const whole = useDiagram();
  const shown = useShown();
  const diagram = diagramFor(shown.procedure);
  const marks = useMarks();
  const selection = useEditor((state) => state.selection);
  const also = useEditor((state) => state.also);
  const readOnly = useEditor((state) => state.readOnly);
  const entry = selection !== null && (layout.stages.has(selection) || layout.groups.has(selection)) ? selection : diagram.doors[0]?.id ?? diagram.tree.order[0] ?? null;
  const chosen = useMemo(() => (selection === null ? also : [...also, selection]), [selection, also]);
  const drawn = useDrawn(diagram, layout, chosen, entry);
  const [steadyBoxes] = useState(() => keepingSteady<Box>());
  const [steadyLines] = useState(() => keepingSteady<RouteLine>());
  const boxes = useMemo(() => steadyBoxes(boxesOf(diagram, layout, { chosen: new Set(chosen), holds: shown.holds, whole, marks, readOnly, entry }, drawn?.boxes)), [steadyBoxes, diagram, layout, chosen, shown, whole, marks, readOnly, entry, drawn]);
  const lines = useMemo(() => steadyLines(linesOf(diagram, layout, selection, drawn?.lines)), [steadyLines, diagram, layout, selection, drawn]);
  return { boxes, lines };
}

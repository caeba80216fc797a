// What can be done with the selected stage, beside it: next stage, connect, delete.
import { NodeToolbar, Position } from '@xyflow/react';
import { useBench, useDiagram, useEditor } from '../store/context.ts';
import { words } from '../words.ts';
import { useActs } from './acts.ts';
import { Icon } from './icons.tsx';

export function ActionBar() {
  const diagram = useDiagram();
  const selection = useEditor((state) => state.selection);
  const { mode } = useBench();
  const acts = useActs();
  if (selection === null || mode === 'naming') return null;
  const title = diagram.stages.get(selection)?.title ?? diagram.groups.get(selection)?.title;
  if (title === undefined) return null;
  const end = diagram.stages.get(selection)?.kind === 'end';
  return (
    <NodeToolbar nodeId={selection} isVisible position={Position.Top} align="end" offset={12} className="ed-pad nodrag nopan" role="toolbar" aria-label={words.actions.forStage(title)}>
      {!end && <button type="button" className="ed-ib" onClick={() => acts.next(selection)}><Icon name="plus" small />{words.actions.next}</button>}
      {!end && <button type="button" className="ed-ib" aria-label={words.actions.connectTo} title={words.actions.connectTo} onClick={() => acts.connect(selection)}><Icon name="route" /></button>}
      <button type="button" className="ed-ib" aria-label={words.actions.removeStage(title)} title={words.actions.remove} onClick={() => acts.remove(selection)}><Icon name="bin" /></button>
    </NodeToolbar>
  );
}

// Above the grid: find, and what can be added or put together.
import { useActs } from '../canvas/acts.ts';
import { Icon } from '../canvas/icons.tsx';
import { useDiagram, useEditor } from '../store/context.ts';
import { words as arranging } from '../arrange/words.ts';
import { words } from '../words.ts';

interface Props { readonly typed: string; readonly onType: (typed: string) => void; readonly outline: boolean; readonly folded: boolean; readonly onFoldAll: () => void; readonly onGroup: () => void }

export function GridBar({ typed, onType, outline, folded, onFoldAll, onGroup }: Props) {
  const diagram = useDiagram();
  const readOnly = useEditor((state) => state.readOnly);
  const stage = useEditor((state) => (state.selection !== null && state.selection in state.procedure.stages ? state.selection : null));
  const acts = useActs();
  const group = stage !== null && diagram.groups.has(stage);
  return (
    <div className="ed-grid-bar" role="toolbar" aria-label={words.grid.tools}>
      <label className="ed-find"><Icon name="find" small /><input type="search" placeholder={words.outline.find} aria-label={words.outline.find} value={typed} onChange={(event) => onType(event.currentTarget.value)} onKeyDown={(event) => event.stopPropagation()} /></label>
      {!readOnly && <button type="button" className="ed-tool" onClick={() => acts.next(stage)}><Icon name="plus" small />{words.canvas.stage}</button>}
      {!readOnly && <button type="button" className="ed-tool" disabled={stage === null} onClick={() => { if (stage !== null) acts.connect(stage); }}><Icon name="route" />{words.inspector.route}</button>}
      {!readOnly && <button type="button" className="ed-tool" disabled={stage === null} onClick={onGroup}><Icon name="group" />{group ? words.grid.ungroup : words.grid.group}</button>}
      {!readOnly && <button type="button" className="ed-tool" disabled={stage === null} onClick={() => acts.arrange()}>{arranging.more}</button>}
      {outline && <button type="button" className="ed-tool" onClick={onFoldAll}><Icon name={folded ? 'right' : 'down'} small />{folded ? words.grid.unfoldAll : words.grid.foldAll}</button>}
      <span className="ed-grow" />
      <span className="ed-hint">{words.inspector.sizes(diagram.count, diagram.routes.length)}</span>
    </div>
  );
}

// What can be done with the selected stage, beside it: next stage, connect, delete.
import { useStore } from '@xyflow/react';
import { useBench, useDiagram, useEditor, useLayout } from '../store/context.ts';
import { words as arranging } from '../arrange/words.ts';
import { chosenOf } from '../store/store.ts';
import { words } from '../words.ts';
import { useActs } from './acts.ts';
import { barAt } from './beside.ts';
import { Icon } from './icons.tsx';

export function ActionBar() {
  const diagram = useDiagram();
  const selection = useEditor((state) => state.selection);
  const { mode } = useBench();
  const acts = useActs();
  const at = usePlace(selection);
  const several = useEditor((state) => chosenOf(state).length);
  const closed = useEditor((state) => selection !== null && state.closed.has(selection));
  if (selection === null || mode === 'naming') return null;
  if (several > 1) return <Several at={at} several={several} />;
  const title = diagram.stages.get(selection)?.title ?? diagram.groups.get(selection)?.title;
  if (title === undefined) return null;
  const end = diagram.stages.get(selection)?.kind === 'end';
  return (
    <div className="ed-pad nodrag nopan nowheel" style={at} role="toolbar" aria-label={words.actions.forStage(title)}>
      {!end && <button type="button" className="ed-ib" onClick={() => acts.next(selection)}><Icon name="plus" small />{words.actions.next}</button>}
      {!end && <button type="button" className="ed-ib" aria-label={words.actions.connectTo} title={words.actions.connectTo} onClick={() => acts.connect(selection)}><Icon name="route" /></button>}
      {diagram.groups.has(selection) && <button type="button" className="ed-ib" onClick={() => acts.fold(selection)}>{closed ? arranging.unfoldShort : arranging.foldShort}</button>}
      <button type="button" className="ed-ib" aria-label={words.actions.duplicateStage(title)} title={words.actions.duplicate} onClick={() => acts.duplicate(selection)}><Icon name="copy" /></button>
      <button type="button" className="ed-ib" aria-label={words.actions.removeStage(title)} title={words.actions.remove} onClick={() => acts.remove(selection)}><Icon name="bin" /></button>
    </div>
  );
}

/** What can be done with several at once; the rest stands in the panel that “Arrange…” opens. */
function Several({ at, several }: { readonly at: object; readonly several: number }) {
  const selection = useEditor((state) => state.selection);
  const acts = useActs();
  const id = selection ?? '';
  return (
    <div className="ed-pad nodrag nopan nowheel" style={at} role="toolbar" aria-label={arranging.forChosen(several)}>
      <span className="ed-pad-words">{arranging.chosen(several)}</span>
      <button type="button" className="ed-ib" onClick={() => acts.arrange()}>{arranging.more}</button>
      <button type="button" className="ed-ib" aria-label={arranging.group} title={arranging.group} onClick={() => acts.group(id)}><Icon name="group" /></button>
      <button type="button" className="ed-ib" aria-label={arranging.together} title={arranging.together} onClick={() => acts.group(id, true)}><Icon name="together" /></button>
      <button type="button" className="ed-ib" aria-label={arranging.duplicate} title={arranging.duplicate} onClick={() => acts.duplicate(id)}><Icon name="copy" /></button>
      <button type="button" className="ed-ib" aria-label={arranging.remove} title={arranging.remove} onClick={() => acts.remove(id)}><Icon name="bin" /></button>
    </div>
  );
}

function usePlace(selection: string | null) {
  const layout = useLayout();
  const transform = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const placed = selection === null ? undefined : layout.stages.get(selection) ?? layout.groups.get(selection);
  return placed === undefined ? { display: 'none' } : barAt(placed, transform, { width, height });
}

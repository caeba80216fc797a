// What can be done with the selected stage, beside it: next stage, connect, delete.
import { useStore } from '@xyflow/react';
import { memo } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
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
  const at = usePlace(selection);
  const several = useEditor((state) => chosenOf(state).length);
  if (selection === null || mode === 'naming') return null;
  const title = diagram.stages.get(selection)?.title ?? diagram.groups.get(selection)?.title;
  if (title === undefined && several < 2) return null;
  return (
    <div className="ed-pad nodrag nopan nowheel" style={at} role="toolbar" aria-label={several > 1 ? arranging.forChosen(several) : words.actions.forStage(title ?? '')}>
      {several > 1 ? <ForSeveral id={selection} several={several} /> : <ForStage id={selection} title={title ?? ''} />}
    </div>
  );
}

// What they show does not change as the stage moves.
const ForStage = memo(function ForStage({ id, title }: { readonly id: Id; readonly title: string }) {
  const diagram = useDiagram();
  const acts = useActs();
  const closed = useEditor((state) => state.closed.has(id));
  const end = diagram.stages.get(id)?.kind === 'end';
  return (
    <>
      {!end && <button type="button" className="ed-ib" onClick={() => acts.next(id)}><Icon name="plus" small />{words.actions.next}</button>}
      {!end && <button type="button" className="ed-ib" aria-label={words.actions.connectTo} title={words.actions.connectTo} onClick={() => acts.connect(id)}><Icon name="route" /></button>}
      {diagram.groups.has(id) && <button type="button" className="ed-ib" onClick={() => acts.fold(id)}>{closed ? arranging.unfoldShort : arranging.foldShort}</button>}
      <button type="button" className="ed-ib" aria-label={words.actions.duplicateStage(title)} title={words.actions.duplicate} onClick={() => acts.duplicate(id)}><Icon name="copy" /></button>
      <button type="button" className="ed-ib" aria-label={words.actions.removeStage(title)} title={words.actions.remove} onClick={() => acts.remove(id)}><Icon name="bin" /></button>
    </>
  );
});

/** What can be done with several at once; the rest stands in the panel that “Arrange…” opens. */
const ForSeveral = memo(function ForSeveral({ id, several }: { readonly id: Id; readonly several: number }) {
  const acts = useActs();
  return (
    <>
      <span className="ed-pad-words">{arranging.chosen(several)}</span>
      <button type="button" className="ed-ib" onClick={() => acts.arrange()}>{arranging.more}</button>
      <button type="button" className="ed-ib" aria-label={arranging.group} title={arranging.group} onClick={() => acts.group(id)}><Icon name="group" /></button>
      <button type="button" className="ed-ib" aria-label={arranging.together} title={arranging.together} onClick={() => acts.group(id, true)}><Icon name="together" /></button>
      <button type="button" className="ed-ib" aria-label={arranging.duplicate} title={arranging.duplicate} onClick={() => acts.duplicate(id)}><Icon name="copy" /></button>
      <button type="button" className="ed-ib" aria-label={arranging.remove} title={arranging.remove} onClick={() => acts.remove(id)}><Icon name="bin" /></button>
    </>
  );
});

function usePlace(selection: string | null) {
  const layout = useLayout();
  const transform = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const placed = selection === null ? undefined : layout.stages.get(selection) ?? layout.groups.get(selection);
  return placed === undefined ? { display: 'none' } : barAt(placed, transform, { width, height });
}

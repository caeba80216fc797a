// The drawing tools under the canvas: the commonest kinds of stage, every kind, connect, tidy, zoom and fit.
import { useReactFlow, useStore } from '@xyflow/react';
import type { StageKind } from '../../engine/procedure/types.ts';
import { words as arranging } from '../arrange/words.ts';
import { useBench, useDiagram, useEditor } from '../store/context.ts';
import { words } from '../words.ts';
import { useActs } from './acts.ts';
import { useFit } from './fit.ts';
import { Icon, toneOf } from './icons.tsx';
import { KIND } from './kindDrop.ts';

const common: readonly StageKind[] = ['alert', 'notify', 'agency-checks', 'panel', 'decision'];

export function Tools() {
  const flow = useReactFlow();
  const fit = useFit();
  const zoom = useStore((state) => state.transform[2]);
  const readOnly = useEditor((state) => state.readOnly);
  const selection = useEditor((state) => state.selection);
  const known = useEditor((state) => selection !== null && selection in state.procedure.stages);
  const acts = useActs();
  const { send, focusStage } = useBench();
  const after = known ? selection : null;
  const diagram = useDiagram();
  const group = after !== null && diagram.groups.has(after);
  return (
    <div className="ed-tools" role="toolbar" aria-label={words.canvas.tools}>
      {!readOnly && (
        <div>
          {common.map((kind) => <button key={kind} type="button" className={`ed-ib ed-k-${toneOf(kind)} ed-kind-sign`} title={words.kinds[kind]} aria-label={words.canvas.addKind(words.kinds[kind])} draggable onDragStart={(event) => event.dataTransfer.setData(KIND, kind)} onClick={() => acts.add(kind, after)}><Icon name={kind} /></button>)}
          <button type="button" className="ed-ib" onClick={() => acts.next(after)}><Icon name="plus" small />{words.canvas.stage}<Icon name="down" small /></button>
        </div>
      )}
      {!readOnly && (
        <div>
          <button type="button" className="ed-ib" disabled={after === null} aria-label={words.canvas.connect} title={words.canvas.connect} onClick={() => { if (after !== null) acts.connect(after); }}><Icon name="route" /></button>
          <button type="button" className="ed-ib" disabled={after === null} aria-label={group ? words.grid.ungroup : words.grid.group} title={group ? words.grid.ungroup : words.grid.group} onClick={() => { if (after !== null) acts.group(after); }}><Icon name="group" /></button>
          <button type="button" className="ed-ib" disabled={after === null} onClick={() => acts.arrange()}>{arranging.more}</button>
          <button type="button" className="ed-ib" onClick={() => { acts.tidy(); focusStage(selection); }}><Icon name="tidy" />{words.canvas.tidy}</button>
        </div>
      )}
      <div>
        <button type="button" className="ed-ib" aria-label={arranging.find.title} title={arranging.find.title} onClick={() => send({ type: 'find' })}><Icon name="find" /></button>
        <button type="button" className="ed-ib" aria-label={words.canvas.zoomOut} title={words.canvas.zoomOut} onClick={() => void flow.zoomOut()}><Icon name="minus" small /></button>
        <span className="ed-zoom">{words.canvas.zoom(Math.round(zoom * 100))}</span>
        <button type="button" className="ed-ib" aria-label={words.canvas.zoomIn} title={words.canvas.zoomIn} onClick={() => void flow.zoomIn()}><Icon name="plus" small /></button>
        <button type="button" className="ed-ib" aria-label={words.canvas.fit} title={words.canvas.fit} onClick={() => fit()}><Icon name="fit" /></button>
      </div>
    </div>
  );
}

// The editor's diagram alone, without bar, outline, inspector and the strip of problems: what React Flow is to be held against.
import { useMachine } from '@xstate/react';
import { ReactFlowProvider } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { check } from '../../engine/procedure/check.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { Canvas } from '../../editor/canvas/Canvas.tsx';
import { modes, type Mode } from '../../editor/canvas/modes.ts';
import { createDesk, type KeptLayouts } from '../../editor/layout/desk.ts';
import { inWorker } from '../../editor/layout/worker.ts';
import { BenchContext } from '../../editor/store/context.ts';
import { createEditorStore } from '../../editor/store/store.ts';
import '../../editor/editor.css';
import { until, type Contestant } from './drawn.ts';

let root: Root | null = null;
const nothing = (): void => undefined;
const layouts: KeptLayouts = new Map();

function Alone({ procedure }: { readonly procedure: Procedure }) {
  const [snapshot, send] = useMachine(modes);
  const [store] = useState(() => createEditorStore(procedure, false, null, { announce: nothing, onChange: nothing, onSelect: nothing, check, checkSoon: () => nothing }));
  const [desk] = useState(() => createDesk(inWorker, layouts));
  const bench = useMemo(() => ({ store, desk, mode: snapshot.value as Mode, about: snapshot.context, send, announce: nothing, today: '2026-12-10', focusStage: nothing }), [store, desk, snapshot, send]);
  return <BenchContext value={bench}><ReactFlowProvider><div className="ed-app" style={{ display: 'block' }}><main className="ed-mid" style={{ height: '100%' }}><Canvas /></main></div></ReactFlowProvider></BenchContext>;
}

export const diagram: Contestant = {
  boxes: '.react-flow__node-stage',
  async show(room, { procedure }) {
    root = createRoot(room);
    root.render(<Alone procedure={procedure} />);
    await until(() => room.querySelector('.react-flow__node-stage') !== null && room.querySelector('.react-flow__edge') !== null);
  },
  clear: () => { root?.unmount(); root = null; },
  undo: async () => undefined,
  far: async () => undefined,
};

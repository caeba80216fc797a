// React Flow as it comes, with boxes of the same size and place: what the editor adds is what it costs beside this.
import '@xyflow/react/dist/style.css';
import { ReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { createRoot, type Root } from 'react-dom/client';
import { frame, until, type Contestant } from './drawn.ts';
import { elementsOf } from './elements.ts';

let root: Root | null = null;
let instance: ReactFlowInstance | null = null;

export const flow: Contestant = {
  boxes: '.react-flow__node-default',
  async show(room, drawn) {
    const { nodes, edges } = elementsOf(drawn, ({ id, w, h }, stage, group) => ({
      style: { width: w, height: h }, data: { label: stage === undefined ? group?.title ?? id : `${stage.title} ${stage.owner} ${stage.clocks.length}` }, ...(group === undefined ? {} : { type: 'group' }),
    }));
    root = createRoot(room);
    root.render(<ReactFlow defaultNodes={nodes} defaultEdges={edges} onlyRenderVisibleElements minZoom={0.1} onInit={(made) => { instance = made; }} />);
    await until(() => room.querySelector('.react-flow__node-default') !== null && room.querySelector('.react-flow__edge') !== null);
  },
  clear: () => { root?.unmount(); root = null; },
  undo: async () => undefined,
  async far() { await instance?.setViewport({ x: 0, y: 0, zoom: 0.25 }); await frame(); await frame(); },
};

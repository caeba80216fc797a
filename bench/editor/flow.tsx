// React Flow as it comes, with boxes of the same size and place: what the editor adds is what it costs beside this.
import '@xyflow/react/dist/style.css';
import { ReactFlow, type Edge, type Node, type ReactFlowInstance } from '@xyflow/react';
import { createRoot, type Root } from 'react-dom/client';
import { frame, until, type Contestant, type Drawn } from './drawn.ts';

let root: Root | null = null;
let instance: ReactFlowInstance | null = null;

function elementsOf({ diagram, layout }: Drawn): { readonly nodes: Node[]; readonly edges: Edge[] } {
  const placed = [...[...layout.groups.values()].sort((a, b) => a.depth - b.depth), ...layout.stages.values()];
  const nodes = placed.map(({ id, within, w, h, parent }): Node => {
    const stage = diagram.stages.get(id);
    const words = stage === undefined ? diagram.groups.get(id)?.title ?? id : `${stage.title} ${stage.owner} ${stage.clocks.length}`;
    return { id, position: within, width: w, height: h, style: { width: w, height: h }, data: { label: words }, ...(parent === null ? {} : { parentId: parent }), ...(diagram.groups.has(id) ? { type: 'group' } : {}) };
  });
  const edges = diagram.routes.map(({ id, from, to, label }): Edge => ({ id, source: from, target: to, type: 'smoothstep', ...(label === null ? {} : { label }) }));
  return { nodes, edges };
}

export const flow: Contestant = {
  boxes: '.react-flow__node-default',
  async show(room, drawn) {
    const { nodes, edges } = elementsOf(drawn);
    root = createRoot(room);
    root.render(<ReactFlow defaultNodes={nodes} defaultEdges={edges} onlyRenderVisibleElements minZoom={0.1} onInit={(made) => { instance = made; }} />);
    await until(() => room.querySelector('.react-flow__node-default') !== null && room.querySelector('.react-flow__edge') !== null);
  },
  clear: () => { root?.unmount(); root = null; },
  undo: async () => undefined,
  async far() { await instance?.setViewport({ x: 0, y: 0, zoom: 0.25 }); await frame(); await frame(); },
};

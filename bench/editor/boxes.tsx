// React Flow as it comes, with boxes that show what the product's show: kind, number, name, owner and clocks on the same
// outline, groups with their names. Nothing can be done with them.
import '@xyflow/react/dist/style.css';
import { Handle, Position, ReactFlow, type Node, type NodeProps } from '@xyflow/react';
import { createRoot, type Root } from 'react-dom/client';
import { Icon, toneOf } from '../../editor/canvas/icons.tsx';
import { Outline } from '../../editor/canvas/shapes.tsx';
import { faceOf } from '../../editor/layout/size.ts';
import type { DiagramGroup, DiagramStage } from '../../editor/model/diagram.ts';
import { words } from '../../editor/words.ts';
import '../../editor/editor.css';
import { until, type Contestant } from './drawn.ts';
import { elementsOf } from './elements.ts';

type StageNode = Node<{ readonly stage: DiagramStage }, 'stage'>;
type GroupNode = Node<{ readonly group: DiagramGroup }, 'group'>;

let root: Root | null = null;
const ends = <><Handle type="target" position={Position.Left} /><Handle type="source" position={Position.Right} /></>;

function Stage({ data: { stage } }: NodeProps<StageNode>) {
  const face = faceOf(stage);
  return (
    <div className={`ed-node ed-k-${toneOf(stage.kind)}`} style={{ width: face.w, height: face.h, paddingLeft: face.left, paddingRight: face.right }}>
      <Outline kind={stage.kind} w={face.w} h={face.h} />
      <div className="ed-node-kind"><Icon name={stage.kind} /><span>{words.kinds[stage.kind]}</span><span className="ed-node-number">{stage.number}</span></div>
      <div className="ed-node-title">{face.title.map((line) => <span key={line}>{line} </span>)}</div>
      <div className="ed-node-owner"><Icon name="person" small /><span>{face.owner.map((line) => <span key={line}>{line}</span>)}</span></div>
      <div className="ed-node-clocks">{face.chips.map((chip) => <span key={chip.words} className={`ed-chip ed-chip-${chip.tone}`} title={chip.full}><Icon name="clock" small />{chip.words}</span>)}</div>
      {ends}
    </div>
  );
}

function Group({ data: { group }, width = 0, height = 0 }: NodeProps<GroupNode>) {
  return <div className="ed-frame" style={{ width, height }}><div className="ed-frame-head"><Icon name="group" /><span className="ed-frame-title">{group.title}</span></div>{ends}</div>;
}

const nodeTypes = { stage: Stage, group: Group };

export const boxes: Contestant = {
  boxes: '.react-flow__node-stage',
  async show(room, drawn) {
    const { nodes, edges } = elementsOf(drawn, ({ id }, stage, group) => ({ data: { stage, group, label: id }, ...(group !== undefined ? { type: 'group' } : stage !== undefined ? { type: 'stage' } : {}) }));
    root = createRoot(room);
    root.render(<div className="ed-app" style={{ display: 'block' }}><ReactFlow defaultNodes={nodes} defaultEdges={edges} nodeTypes={nodeTypes} onlyRenderVisibleElements minZoom={0.1} /></div>);
    await until(() => room.querySelector('.react-flow__node-stage') !== null && room.querySelector('.react-flow__edge') !== null);
  },
  clear: () => { root?.unmount(); root = null; },
  undo: async () => undefined,
  far: async () => undefined,
};

// One stage on the diagram: its outline, then kind, number, name, owner and clocks, on the lines the layout chose.
import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { endSize, faceOf, type Chip } from '../layout/size.ts';
import type { DiagramStage } from '../model/diagram.ts';
import type { Marks } from '../store/problems.ts';
import { useBench } from '../store/context.ts';
import { words as arranging } from '../arrange/words.ts';
import { words } from '../words.ts';
import { Dots } from './Dots.tsx';
import type { StageBox } from './elements.ts';
import { Icon, toneOf } from './icons.tsx';
import { NameField } from './NameField.tsx';
import { Outline } from './shapes.tsx';

/** React Flow tells a box where it stands, and so has it drawn again when it moves; what it shows is not. */
export function StageNode({ data: { stage, marks, holds }, selected, isConnectable }: NodeProps<StageBox>) {
  return stage.kind === 'end' ? <End stage={stage} selected={selected} connectable={isConnectable} /> : <Stage stage={stage} marks={marks} holds={holds} selected={selected} connectable={isConnectable} />;
}

interface Props { readonly stage: DiagramStage; readonly selected: boolean; readonly connectable: boolean }

const Stage = memo(function Stage({ stage, marks, holds, selected, connectable }: Props & { readonly marks: Marks | undefined; readonly holds: number | undefined }) {
  const { mode, about } = useBench();
  const face = faceOf(stage);
  const naming = mode === 'naming' && about.stage === stage.id;
  return (
    <div className={`ed-node ed-k-${toneOf(stage.kind)}${holds === undefined ? '' : ' ed-node-closed'}`} style={{ width: face.w, height: face.h, paddingLeft: face.left, paddingRight: face.right }}>
      <Outline kind={stage.kind} w={face.w} h={face.h} />
      {selected && <span className="ed-ring" />}
      <div className={`ed-node-kind ed-node-kind-${stage.kind}`}>
        <Icon name={holds === undefined ? stage.kind : 'group'} /><span>{holds === undefined ? words.kinds[stage.kind] : words.group.word}</span>
        <span className="ed-node-number"><Mark marks={marks} />{stage.number}</span>
      </div>
      {naming ? <NameField stage={stage.id} title={stage.title} /> : <div className="ed-node-title">{face.title.map((line, index) => <span key={index}>{line} </span>)}</div>}
      {holds !== undefined ? <div className="ed-node-owner">{arranging.holds(holds)}</div> : <div className="ed-node-owner"><Icon name="person" small /><span>{face.owner.map((line, index) => <span key={index}>{line}</span>)}</span></div>}
      <div className="ed-node-clocks">{face.chips.map((chip, index) => <ClockChip key={index} chip={chip} />)}</div>
      <Dots id={stage.id} selected={selected} connectable={connectable} />
    </div>
  );
});

const End = memo(function End({ stage, selected, connectable }: Props) {
  const { mode, about } = useBench();
  const size = endSize(stage.title);
  return (
    <div className="ed-node ed-end" style={{ width: size.w, height: size.h }}>
      <Outline kind="end" w={size.w} h={size.h} />
      {selected && <span className="ed-ring" />}
      {mode === 'naming' && about.stage === stage.id ? <NameField stage={stage.id} title={stage.title} /> : <span className="ed-end-title"><Icon name="end" small />{stage.title}</span>}
      <Handle type="target" position={Position.Left} className="ed-drop" isConnectable={connectable} tabIndex={-1} />
    </div>
  );
});

/** The sign for what `check` found, before the number. */
export function Mark({ marks }: { readonly marks: Marks | undefined }) {
  if (marks === undefined || marks.stops + marks.looks === 0) return null;
  return marks.stops > 0 ? <Icon name="stop" tone="ed-bad" /> : <Icon name="look" tone="ed-look" />;
}

function ClockChip({ chip }: { readonly chip: Chip }) {
  return <span className={`ed-chip ed-chip-${chip.tone}`} title={chip.full}><Icon name={chip.tone === 'bad' ? 'look' : 'clock'} small />{chip.words}</span>;
}

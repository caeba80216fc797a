// A group on the diagram: its frame, its header, where it begins, and the lines between lanes that run at the same time.
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useBench } from '../store/context.ts';
import { Dots } from './Dots.tsx';
import type { DoorBox, GroupBox } from './elements.ts';
import { Icon } from './icons.tsx';
import { NameField } from './NameField.tsx';
import { Mark } from './StageNode.tsx';

export const GroupNode = memo(function GroupNode({ data, selected, isConnectable, width = 0, height = 0 }: NodeProps<GroupBox>) {
  const { mode, about } = useBench();
  const { group, dividers, begins, marks } = data;
  const naming = mode === 'naming' && about.stage === group.id;
  return (
    <div className={group.parallel ? 'ed-frame ed-frame-together' : 'ed-frame'} style={{ width, height }}>
      {selected && <span className="ed-ring" />}
      <div className="ed-frame-head">
        <Icon name={group.parallel ? 'together' : 'group'} />
        {naming ? <NameField stage={group.id} title={group.title} /> : <span className="ed-frame-title">{group.title}</span>}
        {group.fact !== '' && <span className="ed-frame-fact">{group.fact}</span>}
        {group.clocks.map((clock) => <span key={clock.id} className="ed-chip ed-chip-plain"><Icon name="clock" small />{clock.short}</span>)}
        <Mark marks={marks} />
      </div>
      {dividers.map((line) => <span key={line.at} className={line.upright ? 'ed-lane' : 'ed-lane ed-lane-level'} style={line.upright ? { left: line.at } : { top: line.at }} />)}
      {begins !== null && (
        <svg className="ed-begin" aria-hidden="true" width={begins.x} height="12" style={{ top: begins.y - 6 }}>
          <circle cx={begins.x - 22} cy="6" r="4" /><path d={`M${begins.x - 20} 6H${begins.x - 7}`} className="ed-begin-line" /><path d={`M${begins.x - 8} 2 ${begins.x} 6 ${begins.x - 8} 10z`} />
        </svg>
      )}
      <Dots id={group.id} selected={selected} connectable={isConnectable} />
    </div>
  );
});

/** All ways in that lead to the same stage. */
export const DoorNode = memo(function DoorNode({ data, selected, isConnectable, width = 0, height = 0 }: NodeProps<DoorBox>) {
  return (
    <div className="ed-door" style={{ width, height }}>
      {selected && <span className="ed-ring" />}
      <span className="ed-door-title"><Icon name="door" />{data.door.title}</span>
      {data.door.lines.map((line) => <span key={line}>{line}</span>)}
      <Dots id={data.door.id} selected={false} connectable={isConnectable && false} />
    </div>
  );
});

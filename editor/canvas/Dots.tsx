// Where a route begins and ends by pointer: four dots to pull from, and the whole stage to let go on. From the
// keyboard a route is made with C or "Connect to…"; the dots are hidden from people who do not point.
import { Handle, Position } from '@xyflow/react';

const sides = [['t', Position.Top], ['r', Position.Right], ['b', Position.Bottom], ['l', Position.Left]] as const;

export function Dots({ selected, connectable }: { readonly selected: boolean; readonly connectable: boolean }) {
  return (
    <div className="ed-dots" aria-hidden="true">
      <Handle type="target" position={Position.Left} className="ed-drop" isConnectable={connectable} tabIndex={-1} />
      {sides.map(([id, position]) => <Handle key={id} id={id} type="source" position={position} className={selected && connectable ? 'ed-dot' : 'ed-dot ed-dot-hidden'} isConnectable={connectable} tabIndex={-1} />)}
    </div>
  );
}

// Where a route begins and ends by pointer: four dots to pull from, and the whole stage to let go on. From the
// keyboard a route is made with C or "Connect to…"; the dots are hidden from people who do not point.
import { Handle, Position, useUpdateNodeInternals } from '@xyflow/react';
import { useEffect } from 'react';

const sides = [['t', Position.Top], ['r', Position.Right], ['b', Position.Bottom], ['l', Position.Left]] as const;

interface Props { readonly id: string; readonly selected: boolean; readonly connectable: boolean }

/** Only the stage that is selected has dots to be seen; a line needs one of every stage. */
export function Dots({ id, selected, connectable }: Props) {
  const measure = useUpdateNodeInternals();
  const pulled = selected && connectable;
  useEffect(() => { if (pulled) measure(id); }, [pulled, measure, id]);
  return (
    <div className="ed-dots" aria-hidden="true">
      <Handle type="target" position={Position.Left} className="ed-drop" isConnectable={connectable} tabIndex={-1} />
      {(pulled ? sides : sides.slice(0, 1)).map(([side, position]) => <Handle key={side} id={side} type="source" position={position} className={pulled ? 'ed-dot' : 'ed-dot ed-dot-hidden'} isConnectable={connectable} tabIndex={-1} />)}
    </div>
  );
}

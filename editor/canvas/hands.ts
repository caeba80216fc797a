// What pointer, drag and drop do on the drawing surface. Each stays the same function for as long as the editor is open,
// and reads what it needs when it is called: React Flow draws every box and line again where one of them is another.
import type { Connection } from '@xyflow/react';
import { useMemo, type MouseEvent } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import { connect } from '../edits/commands.ts';
import { layoutNow, useBench, type Bench } from '../store/context.ts';
import { chosenOf } from '../store/store.ts';
import { carriedBy, type Carried } from './carried.ts';
import { useDropping } from './dropping.ts';
import type { Box, RouteLine } from './elements.ts';
import { useKindDrop } from './kindDrop.ts';

/** What is where is for the layout to say: React Flow changes nothing. */
const nothing = (): void => undefined;

/** The handlers of the drawing surface; `carry` is told of what is dragged. */
export function useHands(carry: (carried: Carried) => void) {
  const { store, desk, send } = useBench();
  const dropping = useDropping(carry);
  const kinds = useKindDrop();
  return useMemo(() => ({
    onNodesChange: nothing,
    ...clicks({ store, send }),
    onNodeDragStart: (_: unknown, box: Box, all: readonly Box[]) => {
      if (!chosenOf(store.getState()).includes(box.id)) store.getState().select(box.id);
      carry(carriedBy(layoutNow({ store, desk }), all));
    },
    onNodeDrag: dropping.over, onNodeDragStop: dropping.drop,
    onConnect: ({ source, target }: Connection) => { store.getState().edit(connect(source, target), source); },
    onDragOver: kinds.over, onDrop: kinds.drop,
  }), [store, desk, send, carry, dropping, kinds]);
}

/** A click selects, with a modifier beside what is selected; a second one names. */
function clicks({ store, send }: Pick<Bench, 'store' | 'send'>) {
  const choose = (id: Id | null): void => { send({ type: 'selected' }); store.getState().select(id); };
  return {
    onNodeClick: (event: MouseEvent, box: Box) => {
      if (box.type !== 'door' && (event.shiftKey || event.ctrlKey || event.metaKey)) store.getState().toggle(box.id);
      else choose(box.id);
    },
    onNodeDoubleClick: (_: unknown, box: Box) => { if (!store.getState().readOnly && box.type !== 'door') send({ type: 'name', stage: box.id }); },
    onEdgeClick: (_: unknown, line: RouteLine) => { if (line.data?.route !== null) choose(line.id); },
    onPaneClick: (event: MouseEvent) => { if (!event.shiftKey) choose(null); },
  };
}

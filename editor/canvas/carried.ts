// Boxes on their way while they are dragged. React Flow would draw the whole diagram again for each step; here only the
// boxes that are carried are moved, by a style that it does not write, and only their routes are drawn anew.
import { createContext, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Id } from '../../engine/procedure/types.ts';
import type { Layout, Point } from '../layout/types.ts';
import type { Box } from './elements.ts';

/** How far each box has been carried from its place, with all that lies in it; empty when nothing is dragged. */
export type Carried = ReadonlyMap<Id, Point>;
interface State { readonly carried: Carried }

export const CarriedContext = createContext<StoreApi<State>>(createStore(() => ({ carried: new Map() })));

/** How far one box has been carried; undefined while it stands. */
export const useCarriedBy = (id: Id): Point | undefined => useStore(useContext(CarriedContext), ({ carried }) => carried.get(id));
/** Whether something is being dragged. */
export const useCarrying = (): boolean => useStore(useContext(CarriedContext), ({ carried }) => carried.size > 0);

/** How far the dragged boxes, and all parts of them, stand from their places in the layout. */
export function carriedBy(layout: Layout, dragged: readonly Pick<Box, 'id' | 'position'>[]): Carried {
  const carried = new Map<Id, Point>();
  for (const { id, position } of dragged) {
    const placed = layout.stages.get(id) ?? layout.groups.get(id);
    if (placed !== undefined) carried.set(id, { x: position.x - placed.within.x, y: position.y - placed.within.y });
  }
  if (dragged.every(({ id }) => !layout.groups.has(id))) return carried;
  const frames = [...layout.groups.values()].sort((a, b) => a.depth - b.depth);
  for (const placed of [...frames, ...layout.stages.values()]) {
    const by = placed.parent === null || carried.has(placed.id) ? undefined : carried.get(placed.parent);
    if (by !== undefined) carried.set(placed.id, by);
  }
  return carried;
}

/** A store of what is carried; the boxes on the page move with it. */
export function useCarrier(): { readonly store: StoreApi<State>; readonly carry: (carried: Carried) => void } {
  const [store] = useState(() => createStore<State>(() => ({ carried: new Map() })));
  const [carry] = useState(() => (carried: Carried): void => store.setState({ carried }));
  useEffect(() => store.subscribe((now, before) => {
    for (const id of before.carried.keys()) if (!now.carried.has(id)) move(id, undefined);
    for (const [id, by] of now.carried) move(id, by);
  }), [store]);
  return { store, carry };
}

function move(id: Id, by: Point | undefined): void {
  const box = document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
  if (box !== null) box.style.translate = by === undefined ? '' : `${by.x}px ${by.y}px`;
}

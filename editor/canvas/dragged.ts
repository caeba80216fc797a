// Which stages are being dragged just now, so that their routes follow loosely.
import { createContext, useContext } from 'react';
import type { Id } from '../../engine/procedure/types.ts';

export const DraggedContext = createContext<ReadonlySet<Id>>(new Set());
export const useDragged = (): ReadonlySet<Id> => useContext(DraggedContext);
